//! What a timeline is made of.

use super::ids::{CellIx, EventIx, StanceIx, StatementIx};
use crate::article::edtf::CalendarDay;

/// Something with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// An event.
    Event(EventIx),
    /// A statement that is part of no event.
    Statement(StatementIx),
    /// A party takes a position that it did not have before.
    Change {
        /// Whose position on what.
        cell: CellIx,
        /// The position it has from then on; several that contradict each other,
        /// where the article states such on one date.
        stances: Vec<StanceIx>,
        /// The positions before, where any is recorded.
        before: Vec<StanceIx>,
    },
}

/// A moment and the days that it may have taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub moment: Moment,
    /// The first day; none when the beginning is not known.
    pub earliest: Option<CalendarDay>,
    /// The last day; none when the end is open.
    pub latest: Option<CalendarDay>,
    /// Whether the beginning and the end are only about those days, or perhaps
    /// other ones (EDTF: approximate, uncertain).
    pub vague: (bool, bool),
}
