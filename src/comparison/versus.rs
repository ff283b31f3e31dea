//! Two to four parties side by side, and how far any two are apart.

use super::ids::{PartyIx, TopicIx};
use super::relation::{Relation, Side};
use super::{Index, arrange};

/// One topic, seen by the parties beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The topic.
    pub topic: TopicIx,
    /// The sharpest relation between any two of the parties.
    pub relation: Relation,
}

/// How often parties agree, and on how many topics that can be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Topics on which two are on opposite sides.
    pub clash: usize,
    /// Topics on which one takes a side that another does not take.
    pub differ: usize,
    /// Topics on which all that can be compared are on the same side.
    pub agree: usize,
    /// Topics on which no two can be compared.
    pub incomparable: usize,
}

impl Tally {
    /// Topics on which at least two can be compared at all.
    pub fn comparable(self) -> usize {
        self.clash + self.differ + self.agree
    }

    /// Topics in all.
    pub fn total(self) -> usize {
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

/// How far two parties are apart on the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// The mean distance as a share of the scale's length, from 0 to 1; none
    /// where there is no topic to measure it on.
    pub mean: Option<f64>,
    /// On how many topics both have a place on the scale.
    pub topics: usize,
}

impl Index {
    /// The two parties that clash on most topics, and of those the ones of which
    /// most topics can be compared: where a reader who opens the versus view sees
    /// something. None where there are no two.
    pub fn sharpest_pair(&self) -> Option<(PartyIx, PartyIx)> {
        *self.sharpest_pair.get_or_init(|| sharpest_pair(self))
    }

    /// The topics as the parties see them, the clashes first, what cannot be
    /// compared last, and the order of the topics kept among equals.
    pub fn versus(&self, parties: &[PartyIx], topics: &[TopicIx]) -> (Vec<Row>, Tally) {
        let mut tally = Tally::default();
        let row = |topic: &TopicIx| {
            let relation = self.sides(parties, *topic).sharpest();
            tally.count(relation);
            Row {
                topic: *topic,
                relation,
            }
        };
        let mut rows: Vec<Row> = topics.iter().map(row).collect();
        let key = |row: &Row| match row.relation {
            Relation::Incomparable(_) => (true, None),
            relation => (false, Some(relation)),
        };
        arrange(&mut rows, |a, b| key(a).cmp(&key(b)));
        (rows, tally)
    }

    /// How far two parties are apart, on the topics where both stand somewhere on
    /// the scale. Nothing is put in for a position that is not stated.
    pub fn distance(&self, a: PartyIx, b: PartyIx, topics: &[TopicIx]) -> Distance {
        let (low, high) = self.ends();
        let value = |party, topic| self.value(self.standing(party, topic));
        let (mut apart, mut measured) = (0.0, 0);
        for topic in topics {
            if let Some((a, b)) = value(a, *topic).zip(value(b, *topic)) {
                apart += (a - b).abs();
                measured += 1;
            }
        }
        let length = high - low;
        let mean = (measured > 0 && length > 0.0).then(|| apart / f64::from(measured) / length);
        Distance {
            mean,
            topics: measured as usize,
        }
    }
}

/// The pair that clashes on most topics; of several the one with most topics to
/// compare, and of those the first.
fn sharpest_pair(index: &Index) -> Option<(PartyIx, PartyIx)> {
    let sides: Vec<Vec<Side>> = index
        .parties()
        .map(|party| {
            index
                .topics()
                .map(|topic| index.side(party, topic))
                .collect()
        })
        .collect();
    let mut best = None;
    let mut most = (0, 0);
    for a in index.parties() {
        for b in index.parties().skip(a.place() + 1) {
            let score = score(&sides[a.place()], &sides[b.place()]);
            if best.is_none() || score > most {
                (best, most) = (Some((a, b)), score);
            }
        }
    }
    best
}

/// On how many topics two parties clash, and on how many they can be compared.
fn score(a: &[Side], b: &[Side]) -> (usize, usize) {
    let placed = |side: Side| matches!(side, Side::Against | Side::Neutral | Side::For);
    let mut score = (0, 0);
    for (a, b) in a.iter().zip(b) {
        let clash = matches!(
            (a, b),
            (Side::For, Side::Against) | (Side::Against, Side::For)
        );
        let mixed = *a == Side::Mixed || *b == Side::Mixed;
        let one_placed = placed(*a) || placed(*b);
        let comparable = (placed(*a) && placed(*b)) || (mixed && one_placed);
        score.0 += usize::from(clash);
        score.1 += usize::from(comparable);
    }
    score
}
