//! What the reader has chosen, and the one reducer over it.
//!
//! Actions are named after what the reader does. What can be computed from the
//! document and the choice is not stored. This layer knows no browser.

mod choice;
mod link;
mod passage;
mod reply;
mod spoken;
mod vocabulary;

pub use choice::{CellId, Choice, speaker_key, speakers};
pub use link::{encode, from_link, link_to_cell, to_link};
pub use passage::Passage;
pub use reply::{Copied, Reply, Wish};
pub use vocabulary::{Arrangement, Direction, Only, PartyOrder, TopicOrder, View};

use crate::article::{Document, StatementKind};
use std::rc::Rc;
#[cfg(feature = "widget")]
use yew::Reducible;

/// The document and what is chosen of it.
#[derive(Clone, Debug)]
pub struct State {
    /// What is compared; never changes while the comparison is shown.
    pub document: Rc<Document>,
    /// What the reader has chosen.
    pub choice: Choice,
    /// What came of the reader's last wish to take something along; gone with
    /// the next action.
    pub reply: Option<Reply>,
    /// Whose evidence is written out: what has been opened once, or everything
    /// for paper. The rest is there as an empty popover, because on a slow phone
    /// all of it together takes longer than a reader waits.
    pub unrolled: Unrolled,
    /// How much of it is there.
    pub stage: Stage,
    /// Where the statements' passages stand in the text of the page around, by
    /// the statements' ids; nothing where the page has named no such text.
    pub passages: Rc<Vec<(String, Passage)>>,
}

/// How much of a comparison is there. It comes piece by piece, so that a page
/// answers its reader in between on a slow phone, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing but its frame.
    Frame,
    /// The headline.
    Header,
    /// The bar of tabs as well.
    Toolbar,
    /// The view as well, with the first half of its topics.
    Half,
    /// The whole view.
    View,
    /// All of it.
    Whole,
}

impl Stage {
    /// What there is with the next piece.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Frame => Self::Header,
            Self::Header => Self::Toolbar,
            Self::Toolbar => Self::Half,
            Self::Half => Self::View,
            Self::View | Self::Whole => Self::Whole,
        }
    }
}

/// The evidence that is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unrolled {
    /// That of these cells.
    Of(Vec<CellId>),
    /// That of every cell.
    All,
}

impl Unrolled {
    /// Whether that cell's evidence is written out.
    pub fn has(&self, cell: &CellId) -> bool {
        match self {
            Self::Of(cells) => cells.contains(cell),
            Self::All => true,
        }
    }

    fn with(&self, cell: Option<CellId>) -> Self {
        match (self, cell) {
            (Self::Of(cells), Some(cell)) if !cells.contains(&cell) => {
                let mut cells = cells.clone();
                cells.push(cell);
                Self::Of(cells)
            }
            (_, Some(_)) => self.clone(),
            (_, None) => Self::All,
        }
    }
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
    /// Put the parties into an order.
    OrderParties(PartyOrder),
    /// Move a party towards the start (true) or the end of the shown ones.
    MoveParty(String, bool),
    /// Put the topics into an order.
    OrderTopics(TopicOrder),
    /// Show the topics on which the parties disagree, or all again.
    ShowOnly(Only),
    /// Put the topics of a group together, or each where its order has it.
    ToggleGroups,
    /// Show a kind of statement, or hide it.
    ToggleKind(StatementKind),
    /// Show one speaker's statements only, or everybody's.
    Hear(Option<String>),
    /// Search the statements.
    Search(String),
    /// Arrange the statements.
    Arrange(Arrangement),
    /// Put a party into a place of the versus view; `None` empties the place.
    Face(usize, Option<String>),
    /// Exchange the first two places of the versus view.
    SwapSides,
    /// Look at two parties in the versus view.
    Pair(String, String),
    /// Open the evidence of a cell.
    Open(CellId),
    /// Write out that evidence, which is about to be opened, or all, which is
    /// about to be printed.
    Unroll(Option<CellId>),
    /// Close that evidence; another that was opened since stays.
    Close(CellId),
    /// Take over a whole choice.
    Restore(Choice),
    /// Say what came of a wish.
    Reply(Reply),
    /// Add the next piece of what is not all there yet.
    Build,
    /// Say where the passages stand in the page.
    Find(Vec<(String, Passage)>),
}

impl State {
    /// The document with everything of it shown.
    pub fn new(document: Rc<Document>) -> Self {
        let choice = Choice::of(&document);
        Self {
            document,
            choice,
            reply: None,
            unrolled: Unrolled::Of(Vec::new()),
            passages: Rc::default(),
            stage: Stage::Whole,
        }
    }

    /// Where a statement's passage stands in the text of the page around.
    pub fn passage(&self, statement: &str) -> Option<Passage> {
        let found = self.passages.iter().find(|(id, _)| id == statement);
        found.map(|(_, passage)| *passage)
    }

    /// What comes of an action.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let document = &*self.document;
        let mut choice = self.choice.clone();
        let all = Choice::of(document);
        let mut reply = None;
        let mut unrolled = self.unrolled.clone();
        let mut passages = self.passages.clone();
        let mut stage = self.stage;
        match action {
            Action::Show(view) => choice.view = view,
            Action::ToggleParty(id) => {
                toggle(&mut choice.parties, &id);
                choice.arrange_parties(document);
            }
            Action::ToggleTopic(id) => {
                toggle(&mut choice.topics, &id);
                choice.topics = all
                    .topics
                    .into_iter()
                    .filter(|id| choice.topics.contains(id))
                    .collect();
            }
            Action::ShowAllParties => {
                let missing = all
                    .parties
                    .into_iter()
                    .filter(|id| !choice.parties.contains(id));
                let missing: Vec<_> = missing.collect();
                choice.parties.extend(missing);
                choice.arrange_parties(document);
            }
            Action::ShowAllTopics => choice.topics = all.topics,
            Action::OrderParties(order) => {
                choice.party_order = order;
                choice.arrange_parties(document);
            }
            Action::MoveParty(id, to_start) => {
                choice.party_order = PartyOrder::Hand;
                shift(&mut choice.parties, &id, to_start);
            }
            Action::OrderTopics(order) => choice.order_topics(order),
            Action::ShowOnly(only) => choice.only = only,
            Action::ToggleGroups => choice.grouped = !choice.grouped,
            Action::ToggleKind(kind) => {
                toggle(&mut choice.kinds, &kind);
                choice.kinds = all
                    .kinds
                    .into_iter()
                    .filter(|kind| choice.kinds.contains(kind))
                    .collect();
            }
            Action::Hear(speaker) => choice.speaker = speaker,
            Action::Search(text) => choice.search = text,
            Action::Arrange(arrangement) => choice.arrangement = arrangement,
            Action::Face(place, id) => face(&mut choice.versus, place, id),
            Action::SwapSides => {
                if choice.versus.len() >= 2 {
                    choice.versus.swap(0, 1);
                }
            }
            Action::Pair(left, right) => {
                choice.view = View::Versus;
                choice.versus = vec![left, right];
            }
            Action::Open(cell) => choice.open = Some(cell),
            Action::Unroll(cell) => {
                unrolled = unrolled.with(cell);
                reply = self.reply.clone();
            }
            Action::Close(cell) if choice.open.as_ref() == Some(&cell) => choice.open = None,
            Action::Close(_) => {}
            Action::Restore(restored) => choice = restored.known_to(document),
            Action::Reply(said) => reply = Some(said),
            Action::Build => {
                stage = stage.next();
                reply = self.reply.clone();
            }
            Action::Find(found) => {
                passages = Rc::new(found);
                reply = self.reply.clone();
            }
        }
        if let Some(cell) = &choice.open {
            unrolled = unrolled.with(Some(cell.clone()));
        }
        Self {
            document: self.document.clone(),
            choice,
            reply,
            unrolled,
            passages,
            stage,
        }
    }
}

fn toggle<T: Clone + PartialEq>(shown: &mut Vec<T>, item: &T) {
    match shown.iter().position(|known| known == item) {
        Some(index) => {
            shown.remove(index);
        }
        None => shown.push(item.clone()),
    }
}

fn shift(ids: &mut [String], id: &str, to_start: bool) {
    let Some(at) = ids.iter().position(|known| known == id) else {
        return;
    };
    let to = if to_start {
        at.checked_sub(1)
    } else {
        Some(at + 1)
    };
    if let Some(to) = to.filter(|to| *to < ids.len()) {
        ids.swap(at, to);
    }
}

/// Puts a party into a place; one that stands elsewhere already changes places
/// with it. The first two places are never empty.
fn face(versus: &mut Vec<String>, place: usize, id: Option<String>) {
    match id {
        None if place == 2 => versus.truncate(2),
        None => {}
        Some(id) => match versus.iter().position(|known| *known == id) {
            Some(other) if place < versus.len() => versus.swap(place, other),
            Some(_) => {}
            None if place < versus.len() => versus[place] = id,
            None if versus.len() < 3 => versus.push(id),
            None => {}
        },
    }
}

#[cfg(feature = "widget")]
impl Reducible for State {
    type Action = Action;

    /// An action that changes nothing gives the same `Rc` back, and nothing is
    /// rendered.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.apply(action);
        let same = next.choice == self.choice
            && next.reply == self.reply
            && next.unrolled == self.unrolled
            && next.passages == self.passages
            && next.stage == self.stage;
        if same { self } else { Rc::new(next) }
    }
}
