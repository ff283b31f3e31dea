//! A reader's choice: what a link, a setting or a click can say.

use super::vocabulary::{Arrangement, Only, PartyOrder, TopicOrder, View};
use crate::article::StatementKind;
use crate::comparison::{CellIx, Index, PartyIx, TopicIx, Whose};

/// How many parties there is room for side by side.
pub const FACES: usize = 4;

/// What the reader has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The way to look at it.
    pub view: View,
    /// The parties that are shown, in the order in which they are.
    pub parties: Vec<PartyIx>,
    /// How that order came about.
    pub party_order: PartyOrder,
    /// The topics that are shown, in the document's order.
    pub topics: Vec<TopicIx>,
    /// The order in which they are shown.
    pub topic_order: TopicOrder,
    /// Which of them are left out for what the shown parties think of them.
    pub only: Only,
    /// Whether topics of one group stand together, under its name.
    pub grouped: bool,
    /// The kinds of statement that are shown.
    pub kinds: Vec<StatementKind>,
    /// The one speaker, or party, whose statements are shown.
    pub speaker: Option<Whose>,
    /// What is searched for; empty for nothing.
    pub search: String,
    /// How statements are arranged.
    pub arrangement: Arrangement,
    /// The two to four parties of the versus view.
    pub versus: Vec<PartyIx>,
    /// The cell whose evidence is open.
    pub open: Option<CellIx>,
}

impl Choice {
    /// Everything of a document, as it is first shown.
    pub fn of(index: &Index) -> Self {
        Self {
            view: View::default(),
            parties: index.parties().collect(),
            party_order: PartyOrder::default(),
            topics: index.topics().collect(),
            topic_order: TopicOrder::default(),
            only: Only::default(),
            grouped: true,
            kinds: StatementKind::ALL.to_vec(),
            speaker: None,
            search: String::new(),
            arrangement: Arrangement::default(),
            versus: first_versus(index),
            open: None,
        }
    }

    /// The choice as a reader could have made it: nothing twice, the orders kept
    /// that it names, and nothing open that has nothing in it.
    #[must_use]
    pub fn settled(mut self, index: &Index) -> Self {
        keep_first(&mut self.parties);
        keep_first(&mut self.kinds);
        keep_first(&mut self.versus);
        // What is shown of the topics keeps the document's order.
        self.topics.sort_unstable();
        self.topics.dedup();
        if self.party_order == PartyOrder::Given && !self.parties.is_sorted() {
            self.party_order = PartyOrder::Hand;
        }
        self.arrange_parties(index);
        self.versus.truncate(FACES);
        if self.versus.len() < 2 {
            self.versus = first_versus(index);
        }
        self.open = self.open.filter(|cell| index.has_evidence(*cell));
        self
    }

    /// Sorts the topics: through their groups, until the reader wants those kept.
    pub(super) fn order_topics(&mut self, order: TopicOrder) {
        self.grouped = order == TopicOrder::Given;
        self.topic_order = order;
    }

    /// Puts the parties into the order that was chosen for them.
    pub(super) fn arrange_parties(&mut self, index: &Index) {
        match self.party_order {
            PartyOrder::Hand => {}
            PartyOrder::Given => self.parties.sort_unstable(),
            PartyOrder::Name => index.by_name(&mut self.parties),
            PartyOrder::Silence => index.by_stated(&self.topics, &mut self.parties),
        }
    }
}

/// Whom the versus view shows at first.
fn first_versus(index: &Index) -> Vec<PartyIx> {
    let pair = index.sharpest_pair();
    pair.map(|(left, right)| vec![left, right])
        .unwrap_or_default()
}

/// Leaves out what stands in a list before.
fn keep_first<T: Copy + PartialEq>(items: &mut Vec<T>) {
    let mut kept = Vec::new();
    for item in items.drain(..) {
        // As long as the document has such things, however long the list is.
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *items = kept;
}
