//! The whole comparison in a few numbers.

use super::{Cell, Relation, Standing, cell, sharpest};
use standpoint::article::{Document, Organization, Topic};

/// How the parties stand on one topic, taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Accord {
    /// At least two parties are on opposite sides.
    Clash,
    /// Nobody is on opposite sides, but not all are on the same one.
    Differ,
    /// All parties whose position is stated are on the same side.
    Agree,
    /// Positions are stated that cannot be compared with each other.
    Unclear,
    /// One party's position is stated, and nobody else's.
    OneVoice,
    /// No party's position is stated.
    Silent,
}

/// How many topics there are of each [`Accord`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Overview {
    /// Topics in all.
    pub(crate) topics: usize,
    /// [`Accord::Clash`].
    pub(crate) clash: usize,
    /// [`Accord::Differ`].
    pub(crate) differ: usize,
    /// [`Accord::Agree`].
    pub(crate) agree: usize,
    /// [`Accord::Unclear`].
    pub(crate) unclear: usize,
    /// [`Accord::OneVoice`].
    pub(crate) one_voice: usize,
    /// [`Accord::Silent`].
    pub(crate) silent: usize,
    /// Cells in which the article states no position.
    pub(crate) empty_cells: usize,
    /// Cells in all.
    pub(crate) cells: usize,
}

/// How the parties of these cells, all of one topic, stand together.
pub(crate) fn accord(cells: &[Cell<'_>]) -> Accord {
    match cells
        .iter()
        .filter(|cell| cell.standing.is_stated())
        .count()
    {
        0 => return Accord::Silent,
        1 => return Accord::OneVoice,
        _ => {}
    }
    let contradictory = |cell: &Cell<'_>| cell.standing == Standing::Contradictory;
    // The sharpest relation between any two speaks for the topic.
    match sharpest(cells) {
        Relation::Clash => Accord::Clash,
        Relation::Differ => Accord::Differ,
        // Who contradicts itself is on no side.
        Relation::Agree if cells.iter().any(contradictory) => Accord::Unclear,
        Relation::Agree => Accord::Agree,
        Relation::Incomparable(_) => Accord::Unclear,
    }
}

/// Counts over these parties and topics.
pub(crate) fn overview(
    document: &Document,
    organizations: &[&Organization],
    topics: &[&Topic],
) -> Overview {
    let mut overview = Overview {
        topics: topics.len(),
        ..Overview::default()
    };
    for topic in topics {
        let cells: Vec<_> = organizations
            .iter()
            .map(|o| cell(document, o, topic))
            .collect();
        overview.cells += cells.len();
        overview.empty_cells += cells.iter().filter(|c| !c.standing.is_stated()).count();
        *match accord(&cells) {
            Accord::Clash => &mut overview.clash,
            Accord::Differ => &mut overview.differ,
            Accord::Agree => &mut overview.agree,
            Accord::Unclear => &mut overview.unclear,
            Accord::OneVoice => &mut overview.one_voice,
            Accord::Silent => &mut overview.silent,
        } += 1;
    }
    overview
}
