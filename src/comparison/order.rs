//! Putting parties and topics into an order.

use super::ids::{PartyIx, TopicIx};
use super::relation::Accord;
use super::{Index, Standing};
use crate::letters::compare;
use std::cmp::Ordering;

/// Puts items into an order; what is equal stays as it was.
///
/// One sort, of places, is enough for all: std's is written anew for each type.
pub(crate) fn arrange<T: Clone>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = arranged(items.len(), &|a, b| compare(&items[a], &items[b]));
    let sorted: Vec<T> = places.iter().map(|place| items[*place].clone()).collect();
    items.clone_from_slice(&sorted);
}

#[inline(never)]
fn arranged(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

impl Index {
    /// How these parties stand on a topic, taken together.
    pub fn accord(&self, parties: &[PartyIx], topic: TopicIx) -> Accord {
        self.sides(parties, topic).accord()
    }

    /// The parties in the alphabetical order of their short names.
    pub fn by_name(&self, parties: &mut [PartyIx]) {
        let name = |party: &PartyIx| self.party(*party).short_name.as_str();
        arrange(parties, |one, other| compare(name(one), name(other)));
    }

    /// On how many of these topics the article states where a party stands.
    pub fn stated(&self, party: PartyIx, topics: &[TopicIx]) -> usize {
        let stated = topics.iter();
        let stated = stated.filter(|topic| self.standing(party, **topic).is_stated());
        stated.count()
    }

    /// The parties of whom least is stated on these topics first, and the order of
    /// the document among equals.
    pub fn by_stated(&self, topics: &[TopicIx], parties: &mut [PartyIx]) {
        let stated: Vec<usize> = self.parties().map(|at| self.stated(at, topics)).collect();
        arrange(parties, |a, b| {
            let [one, other] = [a, b].map(|party| (stated[party.place()], *party));
            one.cmp(&other)
        });
    }

    /// The topics of one group together, the groups by their first topic.
    pub fn by_group(&self, topics: &mut [TopicIx]) {
        let mut places = vec![None; self.document().topics.len() + 1];
        for (place, topic) in topics.iter().enumerate() {
            places[self.group(*topic)].get_or_insert(place);
        }
        let place = |topic: &TopicIx| places[self.group(*topic)];
        arrange(topics, |a, b| place(a).cmp(&place(b)));
    }

    /// The topics with the sharpest disagreement first.
    pub fn by_clash(&self, parties: &[PartyIx], topics: &mut [TopicIx]) {
        let mut accord = vec![None; self.document().topics.len()];
        for topic in topics.iter() {
            accord[topic.place()] = Some(self.accord(parties, *topic));
        }
        arrange(topics, |a, b| accord[a.place()].cmp(&accord[b.place()]));
    }

    /// The topics on which most parties are silent first.
    pub fn by_silence(&self, parties: &[PartyIx], topics: &mut [TopicIx]) {
        let mut silent = vec![0; self.document().topics.len()];
        for topic in topics.iter() {
            silent[topic.place()] = self.sides(parties, *topic).silent();
        }
        arrange(topics, |a, b| silent[b.place()].cmp(&silent[a.place()]));
    }

    /// The topics by where one party stands: from for to against, or the other way;
    /// then what has no place on the scale, then what is not stated.
    pub fn by_party(&self, party: PartyIx, descending: bool, topics: &mut [TopicIx]) {
        arrange(topics, |a, b| {
            let [a, b] = [*a, *b].map(|topic| self.standing(party, topic));
            match (self.value(a), self.value(b)) {
                (Some(a), Some(b)) if descending => b.total_cmp(&a),
                (Some(a), Some(b)) => a.total_cmp(&b),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => (a == Standing::Silent).cmp(&(b == Standing::Silent)),
            }
        });
    }
}
