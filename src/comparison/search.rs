//! Finding words in texts, as a reader types them.

use super::ids::{SpeakerIx, StatementIx};
use crate::anchoring::Key;
use crate::letters::loosely;
use std::ops::Range;

/// Every text that is searched, folded.
pub(super) struct Folded {
    statements: Vec<Key>,
    speakers: Vec<Key>,
}

impl Folded {
    /// Of the texts of all statements, and the names of all speakers.
    pub(super) fn of<'a>(
        statements: impl Iterator<Item = &'a str>,
        speakers: impl Iterator<Item = &'a str>,
    ) -> Self {
        Self {
            statements: statements.map(folded).collect(),
            speakers: speakers.map(folded).collect(),
        }
    }

    pub(super) fn statement(&self, statement: StatementIx) -> &Key {
        &self.statements[statement.place()]
    }

    pub(super) fn speaker(&self, speaker: SpeakerIx) -> &Key {
        &self.speakers[speaker.place()]
    }
}

/// A text as it is searched, or what is searched for.
pub(super) fn folded(text: &str) -> Key {
    loosely(|loose| loose.key(text))
}

/// Where a text has what is searched for, as a reader's “find in page” finds it:
/// in whole letters, in UTF-16 units. Nothing is found when nothing is searched
/// for.
pub fn occurrences(text: &str, searched: &str) -> Vec<Range<usize>> {
    loosely(|loose| loose.occurrences(text, &loose.key(searched)))
}

#[cfg(test)]
mod tests {
    use super::{folded, occurrences};

    #[test]
    fn words_are_found_in_any_case_and_script() {
        assert_eq!(occurrences("Peace, then peace.", "PEACE"), [0..5, 12..17]);
        assert_eq!(occurrences("Мир и мир", "мир"), [0..3, 6..9]);
        assert_eq!(occurrences("aaa aa", "aa"), [0..2, 4..6]);
        assert_eq!(occurrences("İstanbul istanbul", "istanbul"), [0..8, 9..17]);
        assert!(occurrences("anything", "  ").is_empty());
        assert!(occurrences("", "x").is_empty());
    }

    #[test]
    fn what_is_counted_is_what_is_found() {
        for (text, searched) in [("Aaa aa", "AA"), ("Мир и мир", " мир "), ("sß", "ss")]
        {
            let counted = folded(text).count(&folded(searched));
            assert_eq!(counted, occurrences(text, searched).len(), "{searched}");
        }
    }
}
