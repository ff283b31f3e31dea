//! What follows from a choice: the parties and topics in the order in which they
//! are shown, and how the parties stand together on each. Computed once for a
//! choice, and kept until what it depends on changes.

use super::Choice;
use super::vocabulary::{Direction, Only, TopicOrder};
use crate::comparison::{Accord, Filter, Heard, Index, Overview, PartyIx, TopicIx};
use std::rc::Rc;

/// The parties and topics that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The parties, in their order.
    pub parties: Rc<[PartyIx]>,
    /// The topics, in their order, but for those that are left out for what the
    /// parties think of them.
    pub topics: Rc<[TopicIx]>,
    /// How the parties stand together on each of these.
    pub accords: Rc<[Accord]>,
    /// All topics that are chosen, in the same order.
    pub chosen: Rc<[TopicIx]>,
    /// The same in the document's order.
    pub picked: Rc<[TopicIx]>,
    /// Whether topics of one group stand together.
    pub grouped: bool,
    /// The topics that are shown in a few numbers.
    pub overview: Overview,
    is_party: Vec<bool>,
    is_topic: Vec<bool>,
    is_shown: Vec<bool>,
}

impl Selection {
    /// The selection of a choice.
    pub fn of(choice: &Choice, index: &Index) -> Self {
        let parties: Rc<[PartyIx]> = Rc::from(choice.parties.as_slice());
        let mut chosen = choice.topics.clone();
        match choice.topic_order {
            TopicOrder::Given => {}
            TopicOrder::Clash => index.by_clash(&parties, &mut chosen),
            TopicOrder::Silence => index.by_silence(&parties, &mut chosen),
            TopicOrder::Party(party, direction) => {
                index.by_party(party, direction == Direction::Descending, &mut chosen);
            }
        }
        if choice.grouped {
            index.by_group(&mut chosen);
        }
        let is_left = |accord: &Accord| match choice.only {
            Only::All => true,
            Only::Disagreement => matches!(accord, Accord::Clash | Accord::Differ),
            Only::Clash => *accord == Accord::Clash,
            Only::Agreement => *accord == Accord::Agree,
        };
        let accord = |topic: &TopicIx| (*topic, index.accord(&parties, *topic));
        let shown = chosen.iter().map(accord);
        let (topics, accords): (Vec<_>, Vec<_>) = shown.filter(|(_, a)| is_left(a)).unzip();
        let document = index.document();
        let mut is_party = vec![false; document.organizations.len()];
        let mut is_topic = vec![false; document.topics.len()];
        for party in &*parties {
            is_party[party.place()] = true;
        }
        for topic in &chosen {
            is_topic[topic.place()] = true;
        }
        let mut is_shown = vec![false; document.topics.len()];
        for topic in &topics {
            is_shown[topic.place()] = true;
        }
        Self {
            overview: index.overview(&parties, &topics),
            picked: choice.topics.as_slice().into(),
            grouped: choice.grouped,
            parties,
            topics: topics.into(),
            accords: accords.into(),
            chosen: chosen.into(),
            is_party,
            is_topic,
            is_shown,
        }
    }

    /// Whether a party is shown.
    pub fn has_party(&self, party: PartyIx) -> bool {
        self.is_party[party.place()]
    }

    /// Whether a topic is chosen.
    pub fn has_topic(&self, topic: TopicIx) -> bool {
        self.is_topic[topic.place()]
    }

    /// Whether a topic is chosen, and not left out for what the parties think of it.
    pub fn shows_topic(&self, topic: TopicIx) -> bool {
        self.is_shown[topic.place()]
    }

    /// The statements that the reader's filters leave of these parties and topics.
    pub(super) fn heard(&self, choice: &Choice, index: &Index) -> Heard {
        index.heard(&Filter {
            kinds: &choice.kinds,
            speaker: choice.speaker,
            search: &choice.search,
            is_party: &|party| self.has_party(party),
            is_topic: &|topic| self.has_topic(topic),
        })
    }
}

/// Whether two choices select the same parties and topics in the same order.
pub(super) fn select_alike(a: &Choice, b: &Choice) -> bool {
    a.parties == b.parties
        && a.topics == b.topics
        && a.topic_order == b.topic_order
        && a.only == b.only
        && a.grouped == b.grouped
}

/// Whether two choices that select alike leave the same statements, too.
pub(super) fn hear_alike(a: &Choice, b: &Choice) -> bool {
    a.kinds == b.kinds && a.speaker == b.speaker && a.search == b.search
}
