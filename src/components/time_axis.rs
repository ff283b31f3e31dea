//! The axis of a timeline, and what lies on it.

use super::element::{El, el, line};
use crate::comparison::{Entry, day_number, gap};

/// The length of the axis in the drawing's own units.
const LENGTH: i64 = 1000;
/// What a single day is widened to, so that it can be seen.
const LEAST: i64 = 8;
/// The length of the place where the axis breaks.
const GAP: i64 = 40;
/// More ticks than this would be a grey field.
const TICKS: i64 = 40;

/// The days from the first year's beginning to the last one's end, but for a long time
/// in which nothing is dated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeAxis {
    pub(super) first_year: i64,
    pub(super) last_year: i64,
    /// That time, between two years.
    pub(super) gap: Option<(i64, i64)>,
}

impl TimeAxis {
    /// None where nothing has a date.
    pub(super) fn of(entries: &[Entry]) -> Option<Self> {
        let days = entries.iter().flat_map(|e| [e.earliest, e.latest]);
        let years = days.flatten().map(|(year, _, _)| year);
        Some(Self {
            first_year: years.clone().min()?,
            last_year: years.max()?,
            gap: gap(entries),
        })
    }

    fn x(self, day: i64) -> i64 {
        let start = new_year(self.first_year);
        let mut days = day - start;
        let mut all = new_year(self.last_year + 1) - start;
        let (mut length, mut skipped) = (LENGTH, 0);
        if let Some((before, after)) = self.gap {
            let left_out = new_year(after) - new_year(before + 1);
            all -= left_out;
            length -= GAP;
            if day >= new_year(after) {
                days -= left_out;
                skipped = GAP;
            }
        }
        // Of billions of years, days times units would not fit into 64 bits.
        let share = days as f64 * length as f64 / all as f64;
        share as i64 + skipped
    }

    /// The span of an entry on the axis, with ticks at the years.
    pub(super) fn bar(self, entry: &Entry) -> El {
        let from = entry.earliest.map_or(0, |day| self.x(day_number(day)));
        let to = entry
            .latest
            .map_or(LENGTH, |day| self.x(day_number(day) + 1));
        let width = (to - from).max(LEAST);
        let long = entry.earliest.is_none() || entry.latest.is_none() || to - from > LEAST;
        let from = from.min(LENGTH - width);
        let span = el("rect")
            .class(if long { "vague" } else { "day" })
            .number("x", short(from))
            .number("y", 2)
            .number("width", short(width))
            .number("height", 8);
        el("svg")
            .class("bar")
            .attr("viewBox", "0 0 1000 12")
            .attr("preserveAspectRatio", "none")
            .hidden_aloud()
            .child(line("rail", (0, short(LENGTH)), (6, 6)))
            .each(self.ticks())
            .each(self.break_marks())
            .child(span)
            .each(ends(entry, from, width))
    }

    fn ticks(self) -> impl Iterator<Item = El> {
        // Where it does not break, between nothing and nothing.
        let (before, after) = self.gap.unwrap_or((self.first_year - 1, self.first_year));
        let few = self.last_year - after + before - self.first_year < TICKS - 1;
        let last = if few { self.last_year + 1 } else { after - 1 };
        let first = if few { self.first_year } else { before + 2 };
        (first..=before + 1).chain(after..=last).map(move |year| {
            let x = short(self.x(new_year(year)));
            line("tick", (x, x), (0, 12))
        })
    }

    /// The mark of a break, which every axis with one has.
    fn break_marks(self) -> Vec<El> {
        let mut marks = Vec::new();
        if let Some((before, _)) = self.gap {
            let x = short(self.x(new_year(before + 1)));
            for at in [x + 10, x + 22] {
                marks.push(line("break", (at, at + 8), (12, 0)));
            }
        }
        marks
    }
}

fn new_year(year: i64) -> i64 {
    day_number((year, 1, 1))
}

/// An end that is not known is broken off within the axis; one that is only about
/// there goes on in pieces.
fn ends(entry: &Entry, from: i64, width: i64) -> Vec<El> {
    let cut = |x: i64| line("gap", (short(x), short(x)), (0, 12));
    let piece = |x: i64| line("piece", (short(x), short(x + 4)), (6, 6));
    let mut ends = Vec::new();
    for (near, far) in [(10, 7), (24, 16)] {
        if entry.earliest.is_none() {
            ends.push(cut(near));
        }
        if entry.latest.is_none() {
            ends.push(cut(LENGTH - near));
        }
        if entry.vague.0 && from >= far + 4 {
            ends.push(piece(from - far - 4));
        }
        if entry.vague.1 && from + width + far + 4 <= LENGTH {
            ends.push(piece(from + width + far));
        }
    }
    ends
}

/// A coordinate between 0 and [`LENGTH`].
fn short(coordinate: i64) -> i32 {
    i32::try_from(coordinate).unwrap_or(0)
}
