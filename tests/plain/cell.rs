//! Where one party stands on one topic.

use super::sort_by;
use standpoint::article::edtf::CalendarDay;
use standpoint::article::{Document, Edtf, MIXED, Organization, Position, Stance, Topic};

/// A party's place on a topic.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Standing<'a> {
    /// The article states no position.
    Silent,
    /// A step of the scale.
    At(&'a Position),
    /// For in one respect and against in another.
    Mixed,
    /// The article states different positions of one and the same date.
    Contradictory,
}

impl Standing<'_> {
    /// Whether the article states anything.
    pub(crate) fn is_stated(&self) -> bool {
        *self != Self::Silent
    }

    /// The value on the scale, where there is exactly one.
    pub(crate) fn value(&self) -> Option<f64> {
        match self {
            Self::At(position) => Some(position.value),
            _ => None,
        }
    }
}

/// What the article says of one party on one topic.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell<'a> {
    /// The party.
    pub(crate) organization: &'a Organization,
    /// The topic.
    pub(crate) topic: &'a Topic,
    /// Where the party stands now.
    pub(crate) standing: Standing<'a>,
    /// The stances of the latest date; more than one say the same, or
    /// contradict each other.
    pub(crate) current: Vec<&'a Stance>,
    /// What it said before, the latest first.
    pub(crate) earlier: Vec<&'a Stance>,
}

/// The cell of a party and a topic.
pub(crate) fn cell<'a>(
    document: &'a Document,
    organization: &'a Organization,
    topic: &'a Topic,
) -> Cell<'a> {
    let of_cell = |s: &&Stance| s.organization_id == organization.id && s.topic_id == topic.id;
    let mut stances: Vec<&Stance> = document.stances.iter().filter(of_cell).collect();
    // The latest first; a stable sort keeps the document's order within a date.
    sort_by(&mut stances, |a, b| since(a) > since(b));
    let split = stances
        .iter()
        .position(|stance| since(stance) != since(stances[0]))
        .unwrap_or(stances.len());
    let earlier = stances.split_off(split);
    Cell {
        organization,
        topic,
        standing: standing(document, &stances),
        current: stances,
        earlier,
    }
}

/// By the first day that a date may mean, then by the last. A stance without a
/// date is the article's own, and latest, word; one whose beginning is unknown
/// lies before all that have one.
fn since(stance: &Stance) -> (bool, Option<CalendarDay>, Option<CalendarDay>) {
    let date = stance.date.as_ref();
    (
        date.is_none(),
        date.and_then(Edtf::earliest),
        date.and_then(Edtf::latest),
    )
}

fn standing<'a>(document: &'a Document, current: &[&Stance]) -> Standing<'a> {
    let Some((first, others)) = current.split_first() else {
        return Standing::Silent;
    };
    if others.iter().any(|other| other.position != first.position) {
        return Standing::Contradictory;
    }
    if first.position == MIXED {
        return Standing::Mixed;
    }
    // A checked document has no other position than those of its scale.
    document
        .position(&first.position)
        .map_or(Standing::Silent, Standing::At)
}
