//! Between places in a document and the ids by which links, settings and pages
//! name them.
//!
//! What a link names may be gone: it may be older than the document, or
//! mistyped. A list of which nothing is left shows all; one that was empty shows
//! nothing, as its reader chose.

use super::{Choice, TopicOrder};
use crate::article::StatementKind;
use crate::comparison::{CellIx, Index, PartyIx, TopicIx};

/// The name of a cell: `party/topic`, or the topic alone for its background.
pub fn cell_name(index: &Index, cell: CellIx) -> String {
    let topic = &index.topic(cell.topic).id;
    match cell.party {
        Some(party) => [&index.party(party).id, "/", topic].concat(),
        None => topic.clone(),
    }
}

/// The cell of that name.
pub fn cell_of_name(index: &Index, name: &str) -> Option<CellIx> {
    let cell = match name.split_once('/') {
        Some((party, topic)) => CellIx::new(index.party_of_id(party)?, index.topic_of_id(topic)?),
        None => CellIx::background(index.topic_of_id(name)?),
    };
    index.has_evidence(cell).then_some(cell)
}

pub(super) fn party_ids<'a>(index: &'a Index, parties: &[PartyIx]) -> Vec<&'a str> {
    let ids = parties.iter().map(|party| index.party(*party).id.as_str());
    ids.collect()
}

pub(super) fn topic_ids<'a>(index: &'a Index, topics: &[TopicIx]) -> Vec<&'a str> {
    let ids = topics.iter().map(|topic| index.topic(*topic).id.as_str());
    ids.collect()
}

/// What is known of a list of ids; all, where none of them is.
fn known<T>(ids: &[String], find: impl FnMut(&String) -> Option<T>, all: Vec<T>) -> Vec<T> {
    let known: Vec<T> = ids.iter().filter_map(find).collect();
    if known.is_empty() && !ids.is_empty() {
        all
    } else {
        known
    }
}

impl Choice {
    pub(super) fn name_parties(&mut self, index: &Index, ids: &[String]) {
        let all = index.parties().collect();
        self.parties = known(ids, |id| index.party_of_id(id), all);
    }

    pub(super) fn name_topics(&mut self, index: &Index, ids: &[String]) {
        let all = index.topics().collect();
        self.topics = known(ids, |id| index.topic_of_id(id), all);
    }

    pub(super) fn name_versus(&mut self, index: &Index, ids: &[String]) {
        self.versus = ids.iter().filter_map(|id| index.party_of_id(id)).collect();
    }

    /// The kinds of these ids, in their own order; all, when not one is known.
    pub(super) fn name_kinds(&mut self, ids: &[String]) {
        let kind = |id: &String| {
            let all = StatementKind::ALL.into_iter();
            all.into_iter().find(|kind| kind.id() == id)
        };
        self.kinds = known(ids, kind, StatementKind::ALL.to_vec());
        self.kinds.sort_unstable();
    }

    /// Puts the topics into the order of that name; the given one, where it names
    /// nothing that is there.
    pub(super) fn name_order(&mut self, index: &Index, name: &str) {
        self.order_topics(TopicOrder::of_name(index, name).unwrap_or_default());
    }
}
