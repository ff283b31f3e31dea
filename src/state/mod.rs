//! What the reader has chosen, and the one reducer over it.
//!
//! Actions are named after what the reader does. What can be computed from the
//! document and the choice is not stored. This layer knows no browser.

mod choice;

pub use choice::{CellId, Choice, View};

use crate::article::Document;
use std::rc::Rc;
use yew::Reducible;

/// The document and what is chosen of it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is compared; never changes while the comparison is shown.
    pub document: Rc<Document>,
    /// What the reader has chosen.
    pub choice: Choice,
}

/// What a reader, or the page around, can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Look at the comparison in another way.
    Show(View),
    /// Show a party that was hidden, or hide it.
    ToggleParty(String),
    /// Show a topic that was hidden, or hide it.
    ToggleTopic(String),
    /// Show every party.
    ShowAllParties,
    /// Show every topic.
    ShowAllTopics,
    /// Put a party on one side of the versus view.
    Face(Side, String),
    /// Exchange the two sides.
    SwapSides,
    /// Open the evidence of a cell.
    Open(CellId),
    /// Close that evidence; another that was opened since stays.
    Close(CellId),
    /// Take over a whole choice.
    Restore(Choice),
}

/// A side of the versus view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first party.
    Left,
    /// The second party.
    Right,
}

impl State {
    /// The document with everything of it shown.
    pub fn new(document: Rc<Document>) -> Self {
        let choice = Choice::of(&document);
        Self { document, choice }
    }

    /// What comes of an action.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let mut choice = self.choice.clone();
        let all = Choice::of(&self.document);
        match action {
            Action::Show(view) => choice.view = view,
            Action::ToggleParty(id) => toggle(&mut choice.parties, &all.parties, &id),
            Action::ToggleTopic(id) => toggle(&mut choice.topics, &all.topics, &id),
            Action::ShowAllParties => choice.parties = all.parties,
            Action::ShowAllTopics => choice.topics = all.topics,
            Action::Face(side, id) => face(&mut choice.versus, side, id),
            Action::SwapSides => choice.versus.swap(0, 1),
            Action::Open(cell) => choice.open = Some(cell),
            Action::Close(cell) if choice.open.as_ref() == Some(&cell) => choice.open = None,
            Action::Close(_) => {}
            Action::Restore(restored) => choice = restored.known_to(&self.document),
        }
        Self {
            document: self.document.clone(),
            choice,
        }
    }
}

/// Shows or hides an id; what is shown keeps the document's order.
fn toggle(shown: &mut Vec<String>, all: &[String], id: &str) {
    let was_shown = shown.iter().any(|known| known == id);
    let is_shown = |known: &&String| {
        if *known == id {
            !was_shown
        } else {
            shown.contains(known)
        }
    };
    *shown = all.iter().filter(is_shown).cloned().collect();
}

/// A party that stands on the other side already changes places.
fn face(versus: &mut [String; 2], side: Side, id: String) {
    let (here, there) = match side {
        Side::Left => (0, 1),
        Side::Right => (1, 0),
    };
    if versus[there] == id {
        versus.swap(0, 1);
    } else {
        versus[here] = id;
    }
}

impl Reducible for State {
    type Action = Action;

    /// An action that changes nothing gives the same `Rc` back, and nothing is
    /// rendered.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.apply(action);
        if next == *self { self } else { Rc::new(next) }
    }
}
