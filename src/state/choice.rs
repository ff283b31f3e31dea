//! A reader's choice: what a link, a setting or a click can say.

use super::vocabulary::{Arrangement, Only, PartyOrder, TopicOrder, View};
use crate::article::small::{lower, sort_by};
use crate::article::{Document, Speaker, StatementKind};
use crate::comparison::versus;

/// A cell, by the ids of its party and its topic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellId {
    /// The party; none for the background of a topic.
    pub organization_id: Option<String>,
    /// The topic.
    pub topic_id: String,
}

impl CellId {
    /// The cell of a party and a topic.
    pub fn new(organization_id: &str, topic_id: &str) -> Self {
        Self {
            organization_id: Some(organization_id.to_owned()),
            topic_id: topic_id.to_owned(),
        }
    }

    /// The background of a topic.
    pub fn background(topic_id: &str) -> Self {
        Self {
            organization_id: None,
            topic_id: topic_id.to_owned(),
        }
    }

    /// Reads what [`CellId`] displays as: `topic` or `party/topic`.
    pub fn parse(text: &str) -> Self {
        match text.split_once('/') {
            Some((organization, topic)) => Self::new(organization, topic),
            None => Self::background(text),
        }
    }

    /// Its name in a link: `party/topic`, or the topic alone.
    pub fn name(&self) -> String {
        match &self.organization_id {
            Some(organization) => [organization, "/", &self.topic_id].concat(),
            None => self.topic_id.clone(),
        }
    }

    /// Whether the document has such a cell, with something in it to show.
    pub fn is_of(&self, document: &Document) -> bool {
        let Some(topic) = document.topic(&self.topic_id) else {
            return false;
        };
        match &self.organization_id {
            None => !topic.statement_ids.is_empty(),
            Some(party) => document
                .stances
                .iter()
                .any(|s| s.organization_id == *party && s.topic_id == self.topic_id),
        }
    }
}

/// What the reader has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The way to look at it.
    pub view: View,
    /// The parties that are shown, in the order in which they are.
    pub parties: Vec<String>,
    /// How that order came about.
    pub party_order: PartyOrder,
    /// The topics that are shown, in the document's order.
    pub topics: Vec<String>,
    /// The order in which they are shown.
    pub topic_order: TopicOrder,
    /// Which of them are left out for what the shown parties think of them.
    pub only: Only,
    /// Whether topics of one group stand together, under its name.
    pub grouped: bool,
    /// The kinds of statement that are shown.
    pub kinds: Vec<StatementKind>,
    /// The one speaker whose statements are shown: an id, or the words for one
    /// who is not named.
    pub speaker: Option<String>,
    /// What is searched for; empty for nothing.
    pub search: String,
    /// How statements are arranged.
    pub arrangement: Arrangement,
    /// The two or three parties of the versus view.
    pub versus: Vec<String>,
    /// The cell whose evidence is open.
    pub open: Option<CellId>,
}

impl Choice {
    /// Everything of a document, as it is first shown.
    pub fn of(document: &Document) -> Self {
        Self {
            view: View::default(),
            parties: document
                .organizations
                .iter()
                .map(|o| o.id.clone())
                .collect(),
            party_order: PartyOrder::default(),
            topics: document.topics.iter().map(|t| t.id.clone()).collect(),
            topic_order: TopicOrder::default(),
            only: Only::default(),
            grouped: true,
            kinds: StatementKind::ALL.to_vec(),
            speaker: None,
            search: String::new(),
            arrangement: Arrangement::default(),
            versus: sharpest_pair(document),
            open: None,
        }
    }

    /// The choice without what the document does not have: a link may be older
    /// than the document, or mistyped. A list of which nothing is left shows
    /// all; one that was empty shows nothing, as its reader chose.
    #[must_use]
    pub fn known_to(mut self, document: &Document) -> Self {
        let all = Self::of(document);
        keep_known(&mut self.parties, &all.parties);
        keep_known(&mut self.topics, &all.topics);
        // What is shown of the topics keeps the document's order.
        self.topics = all
            .topics
            .iter()
            .filter(|id| self.topics.contains(id))
            .cloned()
            .collect();
        self.party_order = match self.party_order {
            PartyOrder::Given if !is_in_order(&self.parties, &all.parties) => PartyOrder::Hand,
            order => order,
        };
        self.arrange_parties(document);
        keep_known(&mut self.kinds, &all.kinds);
        self.versus.dedup();
        self.versus.retain(|id| all.parties.contains(id));
        self.versus.truncate(3);
        if self.versus.len() < 2 {
            self.versus = all.versus;
        }
        if let TopicOrder::Party(id, _) = &self.topic_order
            && !all.parties.contains(id)
        {
            self.order_topics(TopicOrder::Given);
        }
        self.speaker = self
            .speaker
            .filter(|speaker| speakers(document).contains(speaker));
        self.open = self.open.filter(|cell| cell.is_of(document));
        self
    }

    /// Sorts the topics: through their groups, until the reader wants those kept.
    pub(super) fn order_topics(&mut self, order: TopicOrder) {
        self.grouped = order == TopicOrder::Given;
        self.topic_order = order;
    }

    /// Puts the parties into the order that was chosen for them.
    pub(super) fn arrange_parties(&mut self, document: &Document) {
        match self.party_order {
            PartyOrder::Hand => {}
            PartyOrder::Given => {
                let given = document.organizations.iter().map(|o| &o.id);
                self.parties = given
                    .filter(|id| self.parties.contains(id))
                    .cloned()
                    .collect();
            }
            PartyOrder::Name => {
                let name = |id: &String| {
                    let party = document.organization(id)?;
                    Some(party.short_name.chars().map(lower).collect::<String>())
                };
                sort_by(&mut self.parties, |a, b| name(a) < name(b));
            }
        }
    }
}

/// Everybody who makes a statement, in the order of their first one, as
/// [`Choice::speaker`] names them.
pub fn speakers(document: &Document) -> Vec<String> {
    let mut speakers: Vec<String> = Vec::new();
    for statement in &document.statements {
        if let Some(key) = speaker_key(&statement.speaker)
            && !speakers.iter().any(|known| known == key)
        {
            speakers.push(key.to_owned());
        }
    }
    speakers
}

/// How a choice names a speaker; the article itself is none.
pub fn speaker_key(speaker: &Speaker) -> Option<&str> {
    match speaker {
        Speaker::Named(key) | Speaker::Unnamed(key) => Some(key),
        Speaker::Article => None,
    }
}

fn is_in_order(ids: &[String], all: &[String]) -> bool {
    let place = |id: &String| all.iter().position(|known| known == id);
    ids.is_sorted_by_key(place)
}

fn keep_known<T: Clone + PartialEq>(ids: &mut Vec<T>, all: &[T]) {
    if ids.is_empty() {
        return;
    }
    let mut kept: Vec<T> = Vec::new();
    for id in ids.drain(..) {
        if all.contains(&id) && !kept.contains(&id) {
            kept.push(id);
        }
    }
    *ids = if kept.is_empty() { all.to_vec() } else { kept };
}

/// The two parties that clash most, and of those the ones of which most can be
/// compared: where a reader who opens the versus view sees something.
fn sharpest_pair(document: &Document) -> Vec<String> {
    let topics: Vec<_> = document.topics.iter().collect();
    let mut best: Option<((usize, usize), Vec<String>)> = None;
    for (i, left) in document.organizations.iter().enumerate() {
        for right in &document.organizations[i + 1..] {
            let (_, tally) = versus(document, &[left, right], &topics);
            let score = (tally.clash, tally.comparable());
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, vec![left.id.clone(), right.id.clone()]));
            }
        }
    }
    best.map(|(_, pair)| pair).unwrap_or_default()
}
