//! What every component can ask for: the state and the words.

use crate::article::{Document, Organization, Topic};
use crate::comparison::{by_clash, by_group, by_party, by_silence, disagreements};
use crate::i18n::{Texts, direction};
use crate::state::{CellId, Direction, Only, Stage, State, TopicOrder, Wish};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What one comparison's views are functions of.
pub(super) struct Shared {
    pub(super) state: UseReducerHandle<State>,
    pub(super) texts: Rc<Texts>,
    /// What stands before the parameters of a link into this comparison: the
    /// page's address and the comparison's name in its fragment.
    pub(super) place: Rc<str>,
    /// Whether there is no script to serve it.
    pub(super) inert: bool,
    /// Called with what the reader wishes to take along.
    pub(super) on_wish: Callback<Wish>,
    /// The open evidence and the button that it was opened with, for the focus
    /// to return to.
    pub(super) opened_by: Rc<RefCell<Option<(CellId, HtmlElement)>>>,
    /// The evidence that the browser has last reported open. A state that only
    /// repeats it is not carried out again: it may be out of date by then.
    pub(super) reported: Rc<RefCell<Option<CellId>>>,
}

impl Shared {
    pub(super) fn document(&self) -> &Document {
        &self.state.document
    }

    /// The parties that are shown.
    pub(super) fn parties(&self) -> Vec<&Organization> {
        let ids = self.state.choice.parties.iter();
        ids.filter_map(|id| self.document().organization(id))
            .collect()
    }

    /// The topics that are shown, in the chosen order; the first half of them
    /// while the view comes.
    pub(super) fn topics(&self) -> Vec<&Topic> {
        let mut topics = self.all_topics();
        if self.state.stage == Stage::Half {
            topics.truncate(topics.len().div_ceil(2));
        }
        topics
    }

    /// The same, but for nothing left out.
    pub(super) fn all_topics(&self) -> Vec<&Topic> {
        let topics = self.chosen_topics();
        let only = self.state.choice.only;
        if only == Only::All {
            return topics;
        }
        let clashes = only == Only::Clash;
        disagreements(self.document(), &self.parties(), &topics, clashes)
    }

    /// The same, with those on which the shown parties do not disagree.
    pub(super) fn chosen_topics(&self) -> Vec<&Topic> {
        let (document, choice) = (self.document(), &self.state.choice);
        let ids = choice.topics.iter();
        let mut topics: Vec<&Topic> = ids.filter_map(|id| document.topic(id)).collect();
        let parties = self.parties();
        match &choice.topic_order {
            TopicOrder::Given => {}
            TopicOrder::Clash => by_clash(document, &parties, &mut topics),
            TopicOrder::Silence => by_silence(document, &parties, &mut topics),
            TopicOrder::Party(id, direction) => {
                if let Some(party) = document.organization(id) {
                    by_party(
                        document,
                        party,
                        *direction == Direction::Descending,
                        &mut topics,
                    );
                }
            }
        }
        if choice.grouped {
            by_group(&mut topics);
        }
        topics
    }

    /// What stands between two things: one of the `list.` texts by itself.
    pub(super) fn between(&self, key: &str) -> String {
        self.texts.join(key, &[String::new(), String::new()])
    }

    /// What is said where nothing is left to show.
    pub(super) fn nothing(&self) -> String {
        let choice = &self.state.choice;
        let key = match (choice.parties.is_empty(), choice.topics.is_empty()) {
            (true, _) => "choose.none-parties",
            (_, true) => "choose.none-topics",
            _ => "choose.none-disagreement",
        };
        self.texts.get(key).to_owned()
    }

    /// `lang` and `dir` for the document's own texts, where they are not those
    /// of the interface around them.
    pub(super) fn document_language(&self) -> (Option<AttrValue>, Option<&'static str>) {
        let (ours, theirs) = (self.texts.language(), self.document().language.as_str());
        let (our_direction, their_direction) = (direction(ours), direction(theirs));
        (
            (ours != theirs).then(|| AttrValue::from(theirs.to_owned())),
            (our_direction != their_direction).then_some(their_direction),
        )
    }
}

/// The element id of a cell's evidence. Document ids hold no colon, so two
/// cells never share one.
pub(super) fn evidence_id(cell: &CellId) -> String {
    let party = cell.organization_id.as_deref().unwrap_or_default();
    ["evidence:", party, ":", &cell.topic_id].concat()
}
