//! Where one party stands on one topic.

use super::ids::{PartyIx, PositionIx, StanceIx, TopicIx};
use crate::article::edtf::CalendarDay;
use crate::article::{Edtf, Stance};

/// A party's place on a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The article states no position.
    Silent,
    /// A step of the scale.
    At(PositionIx),
    /// For in one respect and against in another.
    Mixed,
    /// The article states different positions of one and the same date.
    Contradictory,
}

impl Standing {
    /// Whether the article states anything.
    pub fn is_stated(self) -> bool {
        self != Self::Silent
    }
}

/// What the article says of one party on one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The party.
    pub party: PartyIx,
    /// The topic.
    pub topic: TopicIx,
    /// Where the party stands now.
    pub standing: Standing,
    /// The stances of the latest date; more than one say the same, or
    /// contradict each other.
    pub current: &'a [StanceIx],
    /// What it said before, the latest first.
    pub earlier: &'a [StanceIx],
}

/// When a stance began, as far as its order among others of its cell goes.
pub(super) type Since = (bool, Option<CalendarDay>, Option<CalendarDay>);

/// By the first day that a date may mean, then by the last. A stance without a
/// date is the article's own, and latest, word; one whose beginning is unknown
/// lies before all that have one.
pub(super) fn since(stance: &Stance) -> Since {
    let date = stance.date.as_ref();
    (
        date.is_none(),
        date.and_then(Edtf::earliest),
        date.and_then(Edtf::latest),
    )
}
