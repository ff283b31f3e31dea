//! What in an article's text is better mended before anything is marked: later it is
//! expensive.

use super::Content;
use super::text::{quotations, starts_quotation, unclosed};
use super::{slice, units};
use crate::article::{is_of_direction, normalize};

/// Something to look at in a paragraph, which is counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warned {
    /// It stands in the text twice, or a quotation of it does: here and there.
    Twice(usize, usize),
    /// A quotation is opened and not closed, and does not go on in the next.
    Unpaired(usize),
    /// It holds characters that nobody sees, and that turn the direction of others.
    Direction(usize),
}

impl Warned {
    /// A stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Twice(..) => "twice",
            Self::Unpaired(_) => "unpaired",
            Self::Direction(_) => "direction",
        }
    }

    /// The paragraph in which it is.
    pub fn paragraph(self) -> usize {
        match self {
            Self::Twice(at, _) | Self::Unpaired(at) | Self::Direction(at) => at,
        }
    }
}

/// A quotation of so few letters may stand anywhere.
const FEW: usize = 20;

impl Content {
    /// What is better mended in the text.
    pub fn warned(&self) -> Vec<Warned> {
        let all: Vec<(usize, &str)> = self
            .paragraphs
            .iter()
            .enumerate()
            .filter(|(_, one)| !one.is_out)
            .map(|(at, one)| (at, one.text.as_str()))
            .collect();
        let normal: Vec<String> = all.iter().map(|(_, text)| normalize(text)).collect();
        let mut warned = Vec::new();
        for (n, (at, text)) in all.iter().enumerate() {
            let quoted = quotations(text).into_iter();
            let quoted = quoted.map(|(from, to)| normalize(slice(text, from, to)));
            let words = std::iter::once(normal[n].clone()).chain(quoted);
            let words: Vec<String> = words.filter(|words| units(words) > FEW).collect();
            let again = (0..all.len()).filter(|other| *other != n);
            let again =
                again.filter(|other| words.iter().any(|words| normal[*other].contains(words)));
            // Of two that are the same, the second is told.
            let is_told = |other: &usize| normal[*other] != normal[n] || *other < n;
            if let Some(other) = again.into_iter().find(is_told) {
                warned.push(Warned::Twice(*at, all[other].0));
            }
            let goes_on = all
                .get(n + 1)
                .is_some_and(|(_, next)| starts_quotation(next));
            if unclosed(text).is_some() && !goes_on {
                warned.push(Warned::Unpaired(*at));
            }
            if text.contains(is_of_direction) {
                warned.push(Warned::Direction(*at));
            }
        }
        warned
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Action, Draft};

    #[test]
    fn what_is_expensive_later_is_told() {
        let text = [
            "He said: “We will close the harbour in May.” So it is.",
            "“We will close the harbour in May.”",
            "She said: “Not so.",
            "“Nor now.”",
            "They said: “Never.",
            "A \u{202e}turned\u{202c} word.",
            "It is the same line that stands here twice.",
            "It is the same line that stands here twice.",
        ];
        let draft = Draft::begin("en").after(&Action::SetText(text.map(str::to_owned).to_vec()));
        assert_eq!(
            draft.content().warned(),
            [
                Warned::Twice(0, 1),
                Warned::Twice(1, 0),
                Warned::Unpaired(4),
                Warned::Direction(5),
                Warned::Twice(7, 6),
            ]
        );
    }
}
