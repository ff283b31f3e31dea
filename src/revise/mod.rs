//! What an article's text, or a new one, does to a document: pure functions.
//!
//! Nothing is ever anchored anew by likeness. What a passage says of where it
//! stands holds, or somebody is told that it does not.

mod near;
mod text;

pub use near::Near;
pub use text::{Held, Text};

use crate::anchoring::Anchoring;
use crate::article::{Document, Statement, StatementKind};

/// What has become of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands where the document says, word for word as far as that is known.
    Holds,
    /// It stands in this paragraph now, counted from 1.
    Moved(u32),
    /// It begins and ends as it did, and has other words between.
    OtherWords {
        /// The words that stand there now, folded.
        now: String,
    },
    /// It is a quotation, and the text quotes otherwise.
    QuotationChanged {
        /// The words that the document quotes, folded.
        was: String,
        /// The words that stand there now, folded.
        now: String,
    },
    /// It stands in several places.
    Twice(Vec<u32>),
    /// It stands nowhere; the places that are most like it, to look at.
    Gone(Vec<Near>),
}

impl Fate {
    /// A stable name, for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Moved(_) => "moved",
            Self::OtherWords { .. } => "other-words",
            Self::QuotationChanged { .. } => "quotation-changed",
            Self::Twice(_) => "twice",
            Self::Gone(_) => "gone",
        }
    }
}

/// What has become of one passage of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revised {
    /// The statement, as the how many-th of the document, from 0.
    pub statement: usize,
    /// The how many-th of its passages, from 0.
    pub target: usize,
    /// What has become of it.
    pub fate: Fate,
    /// The paragraph in which it stands now, if it is in one.
    pub paragraph: Option<u32>,
}

/// What a new text does to a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// Every passage, in the document's order.
    pub passages: Vec<Revised>,
    /// Paragraphs of the new text to which none of the old one can be aligned:
    /// they are new, or nothing in the document tells which they were.
    pub new_paragraphs: Vec<u32>,
}

/// Holds a document against a new text of its article.
pub fn revise(document: &Document, text: &Text) -> Revision {
    let mut revision = Revision::default();
    let mut aligned = Vec::new();
    for (index, statement) in document.statements.iter().enumerate() {
        let held = text.hold(statement);
        let whole = Held::words_of(&held);
        for (target, held) in held.iter().enumerate() {
            let (fate, paragraph) = fate(statement, target, held, whole.as_deref(), text);
            if let (0, Some(now)) = (target, paragraph) {
                aligned.push((statement.paragraph, now));
            }
            revision.passages.push(Revised {
                statement: index,
                target,
                fate,
                paragraph,
            });
        }
    }
    revision.new_paragraphs = unaligned(&aligned, document.article.paragraphs, text.count());
    revision
}

fn fate(
    statement: &Statement,
    target: usize,
    held: &Held,
    whole: Option<&str>,
    text: &Text,
) -> (Fate, Option<u32>) {
    match &held.found {
        Anchoring::Exact(_) if target == 0 && held.paragraph != statement.paragraph => {
            (Fate::Moved(held.paragraph), Some(held.paragraph))
        }
        Anchoring::Exact(_) => (Fate::Holds, Some(held.paragraph)),
        Anchoring::Changed(_) => {
            let now = held.words.clone().unwrap_or_default();
            let fate = match statement.kind {
                StatementKind::DirectQuote => Fate::QuotationChanged {
                    was: text.fold(&statement.text),
                    now: whole.map_or(now, str::to_owned),
                },
                _ => Fate::OtherWords { now },
            };
            (fate, Some(held.paragraph))
        }
        Anchoring::Ambiguous(_) => (Fate::Twice(held.everywhere.clone()), None),
        Anchoring::NotFound => (Fate::Gone(text.nearest(statement, target)), None),
    }
}

/// The paragraphs of the new text that are none of the old one, as far as the
/// passages that were found in both tell: between two that keep their distance,
/// all keep it.
fn unaligned(found: &[(u32, u32)], old: u32, new: u32) -> Vec<u32> {
    let shift_at = |paragraph: u32| {
        let shift = |(was, now): &(u32, u32)| i64::from(*now) - i64::from(*was);
        let before = found.iter().filter(|(was, _)| *was <= paragraph);
        let after = found.iter().filter(|(was, _)| *was >= paragraph);
        let before = before.max_by_key(|(was, _)| *was).map(shift);
        let after = after.min_by_key(|(was, _)| *was).map(shift);
        match (before, after) {
            (Some(before), Some(after)) => (before == after).then_some(before),
            (one, other) => Some(one.or(other).unwrap_or(0)),
        }
    };
    let kept: Vec<i64> = (1..=old)
        .filter_map(|paragraph| Some(i64::from(paragraph) + shift_at(paragraph)?))
        .collect();
    let known = |paragraph: &u32| {
        kept.contains(&i64::from(*paragraph)) || found.iter().any(|(_, now)| now == paragraph)
    };
    (1..=new).filter(|paragraph| !known(paragraph)).collect()
}

#[cfg(test)]
mod tests {
    use super::unaligned;

    #[test]
    fn what_stands_between_paragraphs_that_moved_apart_is_new() {
        assert_eq!(unaligned(&[(1, 1), (2, 3), (4, 5)], 4, 5), [2]);
        assert_eq!(unaligned(&[(2, 3)], 3, 4), [1]);
        assert_eq!(unaligned(&[], 3, 4), [4]);
        assert_eq!(unaligned(&[(1, 1), (3, 3)], 3, 3), [0; 0]);
    }
}
