//! A text directive as a selector.

use crate::article::{Selector, TextQuote};

/// What is wrong with a text directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// It has no words to look for.
    NoStart,
    /// A term is empty.
    Empty,
    /// More than a prefix, a start, an end and a suffix.
    TooMany,
    /// A term has a `-` at a place where it has a meaning.
    Hyphen,
    /// There is none among others.
    None,
}

impl Malformed {
    /// What is wrong, and how to mend it.
    pub fn what(self) -> &'static str {
        match self {
            Self::NoStart => {
                "the text directive has no words to look for; it is written prefix-,start,end,-suffix"
            }
            Self::Empty => "the text directive has an empty term; leave its comma out",
            Self::TooMany => {
                "the text directive has more terms than prefix-,start,end,-suffix; write a comma \
                 in the words as %2C"
            }
            Self::Hyphen => "the text directive has a hyphen in its words; write it as %2D",
            Self::None => "there is no text directive; write an ampersand in the words as %26",
        }
    }
}

/// Reads `prefix-,start,end,-suffix`, percent-encoded, by itself or as it stands
/// in a link: behind `text=`, `:~:text=` or `#:~:text=`, which may have several.
///
/// # Errors
/// When one of them is no text directive.
pub fn parse_directives(text: &str) -> Result<Vec<Selector>, Malformed> {
    let fragment = text.split_once(":~:").map_or(text, |(_, after)| after);
    let directives = fragment.split('&').filter_map(|d| d.strip_prefix("text="));
    let all: Vec<Selector> = directives.map(directive).collect::<Result<_, _>>()?;
    match all.is_empty() {
        false => Ok(all),
        true if fragment.contains('&') => Err(Malformed::None),
        true => Ok(vec![directive(fragment)?]),
    }
}

/// “Parse a text directive”.
fn directive(value: &str) -> Result<Selector, Malformed> {
    let mut terms: Vec<&str> = value.split(',').collect();
    if terms.len() > 4 {
        return Err(Malformed::TooMany);
    }
    let (mut prefix, mut suffix) = (None, None);
    if let Some(text) = terms.first().and_then(|text| text.strip_suffix('-')) {
        prefix = Some(term(text)?);
        terms.remove(0);
    }
    if let Some(text) = terms.last().and_then(|text| text.strip_prefix('-')) {
        suffix = Some(term(text)?);
        terms.pop();
    }
    let quote = |exact, prefix, suffix| TextQuote {
        exact,
        prefix,
        suffix,
    };
    match terms.as_slice() {
        [] | [""] => Err(Malformed::NoStart),
        [start] => Ok(Selector::Quote(quote(term(start)?, prefix, suffix))),
        [start, end] => Ok(Selector::Range(
            quote(term(start)?, prefix, None),
            quote(term(end)?, None, suffix),
        )),
        _ => Err(Malformed::TooMany),
    }
}

fn term(text: &str) -> Result<String, Malformed> {
    match text {
        "" => Err(Malformed::Empty),
        _ if text.contains('-') => Err(Malformed::Hyphen),
        _ => Ok(decoded(text)),
    }
}

/// “Percent-decode a text directive term”: what is no percent-encoded byte
/// stands for itself, what is no UTF-8 for a character that is not known.
fn decoded(term: &str) -> String {
    let mut bytes = Vec::with_capacity(term.len());
    let mut rest = term.as_bytes();
    while let [first, after @ ..] = rest {
        let code = match after {
            [high, low, ..] if *first == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        bytes.push(code.map_or(*first, |(high, low)| high << 4 | low));
        rest = &after[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
