//! Putting parties and topics into an order.

use super::ids::{PartyIx, TopicIx};
use super::relation::Accord;
use super::{Index, Standing};
use crate::letters::compare;
use std::cmp::Reverse;

impl Index {
    /// How these parties stand on a topic, taken together.
    pub fn accord(&self, parties: &[PartyIx], topic: TopicIx) -> Accord {
        self.sides(parties, topic).accord()
    }

    /// The parties in the alphabetical order of their short names.
    pub fn by_name(&self, parties: &mut [PartyIx]) {
        let name = |party: &PartyIx| self.party(*party).short_name.as_str();
        parties.sort_by(|one, other| compare(name(one), name(other)));
    }

    /// The topics of one group together, the groups by their first topic.
    pub fn by_group(&self, topics: &mut [TopicIx]) {
        let mut places = vec![None; self.document().topics.len() + 1];
        for (place, topic) in topics.iter().enumerate() {
            places[self.group(*topic)].get_or_insert(place);
        }
        topics.sort_by_key(|topic| places[self.group(*topic)]);
    }

    /// The topics with the sharpest disagreement first.
    pub fn by_clash(&self, parties: &[PartyIx], topics: &mut [TopicIx]) {
        topics.sort_by_cached_key(|topic| self.accord(parties, *topic));
    }

    /// The topics on which most parties are silent first.
    pub fn by_silence(&self, parties: &[PartyIx], topics: &mut [TopicIx]) {
        topics.sort_by_cached_key(|topic| Reverse(self.sides(parties, *topic).silent()));
    }

    /// The topics by where one party stands: from for to against, or the other way;
    /// then what has no place on the scale, then what is not stated.
    pub fn by_party(&self, party: PartyIx, descending: bool, topics: &mut [TopicIx]) {
        topics.sort_by(|a, b| {
            let [a, b] = [*a, *b].map(|topic| self.standing(party, topic));
            match (self.value(a), self.value(b)) {
                (Some(a), Some(b)) if descending => b.total_cmp(&a),
                (Some(a), Some(b)) => a.total_cmp(&b),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => (a == Standing::Silent).cmp(&(b == Standing::Silent)),
            }
        });
    }
}
