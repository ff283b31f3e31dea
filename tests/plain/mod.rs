//! The questions of `standpoint::comparison`, answered in the plainest way there
//! is: every question goes through the whole document. What the index answers is
//! held against this.

#![allow(dead_code, unused_imports, reason = "not every test needs all of it")]

mod cell;
mod heard;
mod order;
mod overview;
mod relation;
mod rests_on;
mod same;
mod search;
mod spectrum;
mod timeline;
mod versus;

pub(crate) use cell::{Cell, Standing, cell};
pub(crate) use heard::heard;
pub(crate) use order::{by_clash, by_group, by_party, by_silence, by_stated, disagreements};
pub(crate) use overview::{Accord, Overview, accord, overview};
pub(crate) use relation::{Obstacle, Relation, relation};
pub(crate) use rests_on::{cells_on, topics_of};
pub(crate) use same::same;
pub(crate) use search::occurrences;
pub(crate) use spectrum::{Spectrum, spectrum};
pub(crate) use timeline::{Entry, Moment, timeline};
pub(crate) use versus::{Distance, Tally, distance, sharpest, sharpest_pair, versus};

/// Sorts stably by insertion.
fn sort_by<T>(items: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && is_before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}
