//! Two parties side by side.

use super::{Cell, Relation, cell, relation};
use crate::article::{Document, Organization, Topic};

/// One topic, seen by two parties.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The first party's cell.
    pub left: Cell<'a>,
    /// The second party's cell.
    pub right: Cell<'a>,
    /// How they relate.
    pub relation: Relation,
}

/// How often two parties agree, and on how many topics that can be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Topics on which they are on opposite sides.
    pub clash: usize,
    /// Topics on which only one of them takes a side.
    pub differ: usize,
    /// Topics on which they are on the same side.
    pub agree: usize,
    /// Topics on which they cannot be compared.
    pub incomparable: usize,
}

impl Tally {
    /// Topics on which they can be compared at all.
    pub fn comparable(self) -> usize {
        self.clash + self.differ + self.agree
    }

    /// Topics in all.
    pub fn total(self) -> usize {
        self.comparable() + self.incomparable
    }
}

/// The topics as two parties see them, the clashes first, what cannot be
/// compared last, and the order of the topics kept among equals.
pub fn versus<'a>(
    document: &'a Document,
    left: &'a Organization,
    right: &'a Organization,
    topics: &[&'a Topic],
) -> (Vec<Row<'a>>, Tally) {
    let mut tally = Tally::default();
    let mut rows: Vec<_> = topics
        .iter()
        .map(|topic| {
            let left = cell(document, left, topic);
            let right = cell(document, right, topic);
            let relation = relation(&left.standing, &right.standing);
            *match relation {
                Relation::Clash => &mut tally.clash,
                Relation::Differ => &mut tally.differ,
                Relation::Agree => &mut tally.agree,
                Relation::Incomparable(_) => &mut tally.incomparable,
            } += 1;
            Row {
                left,
                right,
                relation,
            }
        })
        .collect();
    rows.sort_by_key(|row| match row.relation {
        Relation::Incomparable(_) => (1, None),
        relation => (0, Some(relation)),
    });
    (rows, tally)
}
