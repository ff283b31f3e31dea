//! Finding words in texts, as a reader types them.

use super::ids::{SpeakerIx, StatementIx};
use crate::case::lower;
use std::ops::Range;

/// Every text that is searched, without regard to case.
pub(super) struct Folded {
    statements: Vec<String>,
    speakers: Vec<String>,
}

impl Folded {
    /// Of the texts of all statements, and the names of all speakers.
    pub(super) fn of<'a>(
        statements: impl Iterator<Item = &'a str>,
        speakers: impl Iterator<Item = &'a str>,
    ) -> Self {
        Self {
            statements: statements.map(fold).collect(),
            speakers: speakers.map(fold).collect(),
        }
    }

    pub(super) fn statement(&self, statement: StatementIx) -> &str {
        &self.statements[statement.place()]
    }

    pub(super) fn speaker(&self, speaker: SpeakerIx) -> &str {
        &self.speakers[speaker.place()]
    }
}

/// A text as it is searched for: without white space around it, and without
/// regard to case.
pub(super) fn wanted(text: &str) -> String {
    fold(text.trim())
}

fn fold(text: &str) -> String {
    lower(text)
}

/// How often a folded text holds folded words.
pub(super) fn count(folded: &str, wanted: &str) -> usize {
    if wanted.is_empty() {
        0
    } else {
        folded.matches(wanted).count()
    }
}

/// Where a text contains what is searched for, without regard to case, in whole
/// letters. Nothing is found when nothing is searched for.
pub fn occurrences(text: &str, searched: &str) -> Vec<Range<usize>> {
    let wanted = wanted(searched);
    if wanted.is_empty() {
        return Vec::new();
    }
    let folded = fold(text);
    // A letter may become several, and of another length.
    let mut letters = text.char_indices().map(|(at, letter)| {
        let there = at..at + letter.len_utf8();
        let length = if letter.is_ascii() {
            1
        } else {
            fold(&text[there.clone()]).len()
        };
        (there, length)
    });
    let mut after = 0;
    let mut letter = 0..0;
    let mut reach = |to: usize| {
        while after < to {
            let Some((next, length)) = letters.next() else {
                break;
            };
            letter = next;
            after += length;
        }
        letter.clone()
    };
    let found = folded.match_indices(&wanted).map(|(at, words)| {
        let first = reach(at + 1);
        first.start..reach(at + words.len()).end
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::{count, fold, occurrences, wanted};

    #[test]
    fn words_are_found_in_any_case_and_script() {
        assert_eq!(occurrences("Peace, then peace.", "PEACE"), [0..5, 12..17]);
        assert_eq!(occurrences("Мир и мир", "мир"), [0..6, 10..16]);
        assert_eq!(occurrences("aaa aa", "aa"), [0..2, 4..6]);
        assert_eq!(occurrences("İstanbul", "istanbul").len(), 0);
        assert!(occurrences("anything", "  ").is_empty());
        assert!(occurrences("", "x").is_empty());
    }

    #[test]
    fn a_letter_that_becomes_two_is_found_whole() {
        assert_eq!(occurrences("İİ", "i"), [0..2, 2..4]);
        assert_eq!(occurrences("İstanbul stan", "stan"), [2..6, 10..14]);
        assert_eq!(occurrences("an İ İ", "İ"), [3..5, 6..8]);
    }

    #[test]
    fn what_is_counted_is_what_is_found() {
        for (text, searched) in [("Aaa aa", "AA"), ("Мир и мир", " мир "), ("İİ", "i")]
        {
            let counted = count(&fold(text), &wanted(searched));
            assert_eq!(counted, occurrences(text, searched).len(), "{searched}");
        }
    }
}
