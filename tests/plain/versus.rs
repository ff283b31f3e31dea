//! Two to four parties side by side, and how far any two are apart.

use super::sort_by;
use super::{Cell, Obstacle, Relation, cell, relation};
use standpoint::article::{Document, Organization, Topic};

/// One topic, seen by the parties beside each other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row<'a> {
    /// The topic.
    pub(crate) topic: &'a Topic,
    /// The parties' cells, in the parties' order.
    pub(crate) cells: Vec<Cell<'a>>,
    /// The sharpest relation between any two of them.
    pub(crate) relation: Relation,
}

/// How often parties agree, and on how many topics that can be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Topics on which two are on opposite sides.
    pub(crate) clash: usize,
    /// Topics on which one takes a side that another does not take.
    pub(crate) differ: usize,
    /// Topics on which all that can be compared are on the same side.
    pub(crate) agree: usize,
    /// Topics on which no two can be compared.
    pub(crate) incomparable: usize,
}

impl Tally {
    /// Topics on which at least two can be compared at all.
    pub(crate) fn comparable(self) -> usize {
        self.clash + self.differ + self.agree
    }

    /// Topics in all.
    pub(crate) fn total(self) -> usize {
        self.comparable() + self.incomparable
    }

    fn count(&mut self, relation: Relation) {
        *match relation {
            Relation::Clash => &mut self.clash,
            Relation::Differ => &mut self.differ,
            Relation::Agree => &mut self.agree,
            Relation::Incomparable(_) => &mut self.incomparable,
        } += 1;
    }
}

/// The topics as the parties see them, the clashes first, what cannot be
/// compared last, and the order of the topics kept among equals.
pub(crate) fn versus<'a>(
    document: &'a Document,
    parties: &[&'a Organization],
    topics: &[&'a Topic],
) -> (Vec<Row<'a>>, Tally) {
    let mut tally = Tally::default();
    let mut rows: Vec<_> = topics
        .iter()
        .map(|topic| {
            let cells: Vec<_> = parties
                .iter()
                .map(|party| cell(document, party, topic))
                .collect();
            let relation = sharpest(&cells);
            tally.count(relation);
            Row {
                topic,
                cells,
                relation,
            }
        })
        .collect();
    let place = |row: &Row<'_>| match row.relation {
        Relation::Incomparable(_) => (1, None),
        relation => (0, Some(relation)),
    };
    sort_by(&mut rows, |a, b| place(a) < place(b));
    (rows, tally)
}

/// The sharpest relation between any two of these cells.
pub(crate) fn sharpest(cells: &[Cell<'_>]) -> Relation {
    let pairs = cells.iter().enumerate().flat_map(|(i, a)| {
        cells[i + 1..]
            .iter()
            .map(move |b| relation(&a.standing, &b.standing))
    });
    // One party alone is compared with nobody.
    pairs
        .min()
        .unwrap_or(Relation::Incomparable(Obstacle::OneSilent))
}

/// How far two parties are apart on the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Distance {
    /// The mean distance as a share of the scale's length, from 0 to 1; none
    /// where there is no topic to measure it on.
    pub(crate) mean: Option<f64>,
    /// On how many topics both have a place on the scale.
    pub(crate) topics: usize,
}

/// How far two parties are apart, on the topics where both stand somewhere on
/// the scale. Nothing is put in for a position that is not stated.
pub(crate) fn distance(
    document: &Document,
    a: &Organization,
    b: &Organization,
    topics: &[&Topic],
) -> Distance {
    let values = || document.scale.iter().map(|step| step.value);
    let length = values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min);
    let apart: Vec<f64> = topics
        .iter()
        .filter_map(|topic| {
            let a = cell(document, a, topic).standing.value()?;
            let b = cell(document, b, topic).standing.value()?;
            Some((a - b).abs())
        })
        .collect();
    let mean = (!apart.is_empty() && length > 0.0)
        .then(|| apart.iter().sum::<f64>() / apart.len() as f64 / length);
    Distance {
        mean,
        topics: apart.len(),
    }
}

/// The two parties that clash most, and of those the ones of which most can be
/// compared.
pub(crate) fn sharpest_pair(document: &Document) -> Vec<&Organization> {
    let topics: Vec<_> = document.topics.iter().collect();
    let mut best: Option<((usize, usize), Vec<&Organization>)> = None;
    for (i, left) in document.organizations.iter().enumerate() {
        for right in &document.organizations[i + 1..] {
            let (_, tally) = versus(document, &[left, right], &topics);
            let score = (tally.clash, tally.comparable());
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, vec![left, right]));
            }
        }
    }
    best.map(|(_, pair)| pair).unwrap_or_default()
}
