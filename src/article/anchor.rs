//! Finding a statement's passage in plain text: exactly once, or not at all.
//!
//! This serves the terminal (`check --text`), where a journalist wants to know
//! whether every target stands where the document says.

use super::{Selector, TextQuote};
use std::ops::Range;

/// What came of looking for a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchoring {
    /// It stands there once, at these bytes of the normalised text.
    Exact(Range<usize>),
    /// It stands there so many times, and nothing says which is meant.
    Ambiguous(usize),
    /// It does not stand there.
    NotFound,
}

/// The text as it is compared and digested: white space of any kind and length
/// is one space, curly quotation marks are straight, soft hyphens are gone.
pub fn normalize(text: &str) -> String {
    let straight = text.chars().filter(|&c| c != '\u{AD}').map(|c| match c {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    let mut normal = String::with_capacity(text.len());
    for c in straight {
        if c != ' ' || !(normal.is_empty() || normal.ends_with(' ')) {
            normal.push(c);
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// The paragraphs of a plain text: its lines that hold something.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.lines()
        .map(normalize)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Where a selector's passage stands in a normalised text.
pub fn anchor(text: &str, selector: &Selector) -> Anchoring {
    let found: Vec<Range<usize>> = match selector {
        Selector::Quote(quote) => occurrences(text, quote).collect(),
        Selector::Range(start, end) => occurrences(text, start)
            .filter_map(|from| {
                let to = occurrences(text, end).find(|to| to.start >= from.end)?;
                Some(from.start..to.end)
            })
            .collect(),
    };
    match found.as_slice() {
        [] => Anchoring::NotFound,
        [only] => Anchoring::Exact(only.clone()),
        many => Anchoring::Ambiguous(many.len()),
    }
}

fn occurrences<'a>(text: &'a str, quote: &TextQuote) -> impl Iterator<Item = Range<usize>> + 'a {
    let exact = normalize(&quote.exact);
    let prefix = quote.prefix.as_deref().map(normalize).unwrap_or_default();
    let suffix = quote.suffix.as_deref().map(normalize).unwrap_or_default();
    let length = exact.len();
    let starts: Vec<usize> = text.match_indices(&exact).map(|(at, _)| at).collect();
    starts
        .into_iter()
        .map(move |at| at..at + length)
        .filter(move |range| {
            let (before, after) = (&text[..range.start], &text[range.end..]);
            before.trim_end().ends_with(&prefix)
                && after.trim_start().starts_with(&suffix)
                && !(before.ends_with(char::is_alphanumeric)
                    && exact.starts_with(char::is_alphanumeric))
                && !(after.starts_with(char::is_alphanumeric)
                    && exact.ends_with(char::is_alphanumeric))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(exact: &str) -> TextQuote {
        TextQuote {
            exact: exact.to_owned(),
            prefix: None,
            suffix: None,
        }
    }

    #[test]
    fn quotes_spaces_and_soft_hyphens_make_no_difference() {
        assert_eq!(
            normalize("  “It’s\u{a0}over”,\n he\u{ad}re "),
            "\"It's over\", here"
        );
    }

    #[test]
    fn a_passage_is_found_once_or_called_ambiguous() {
        let text = "the art of the start, and the end of the art";
        assert_eq!(
            anchor(text, &Selector::Quote(quote("start"))),
            Anchoring::Exact(15..20)
        );
        assert_eq!(
            anchor(text, &Selector::Quote(quote("the art"))),
            Anchoring::Ambiguous(2)
        );
        assert_eq!(
            anchor(text, &Selector::Quote(quote("tart"))),
            Anchoring::NotFound
        );
        let second = TextQuote {
            prefix: Some("of".to_owned()),
            ..quote("the art")
        };
        assert_eq!(
            anchor(text, &Selector::Quote(second)),
            Anchoring::Exact(37..44)
        );
        let range = Selector::Range(quote("start"), quote("end"));
        assert_eq!(anchor(text, &range), Anchoring::Exact(15..33));
    }
}
