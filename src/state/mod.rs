//! What the reader has chosen, and the one reducer over it.
//!
//! Actions are named after what the reader does. What can be computed from the
//! document and the choice is computed when it is asked for, and kept as long as
//! it holds. This layer knows no browser.

mod choice;
mod growth;
mod link;
mod named;
mod passage;
mod reply;
mod selection;
mod spoken;
mod vocabulary;

pub use choice::{Choice, FACES};
pub use growth::{BLOCK, Growth};
pub use link::{encode, from_link, link_to_cell, to_link};
pub use named::{cell_name, cell_of_name};
pub use passage::{Passage, Passages, found};
pub use reply::{Copied, Reply, Wish};
pub use selection::Selection;
pub use vocabulary::{Arrangement, Direction, Only, PartyOrder, TopicOrder, View};

use crate::article::StatementKind;
use crate::comparison::{CellIx, Heard, Index, PartyIx, StatementIx, TopicIx, Whose};
use selection::{hear_alike, select_alike};
use std::cell::OnceCell;
use std::rc::Rc;
#[cfg(feature = "widget")]
use yew::Reducible;

/// The document and what is chosen of it.
#[derive(Clone, Debug)]
pub struct State {
    /// What is compared; never changes while the comparison is shown.
    pub index: Rc<Index>,
    /// What the reader has chosen.
    pub choice: Choice,
    /// What came of the reader's last wish to take something along; gone with
    /// the next action.
    pub reply: Option<Reply>,
    /// Whose evidence is there. Most of it never is: a reader opens a few cells of
    /// thousands.
    pub unrolled: Unrolled,
    /// How much of the rest is there.
    pub growth: Growth,
    /// Whether all of it has been there: what does not belong to the view stays when
    /// another view grows.
    pub was_whole: bool,
    /// Where the statements' passages stand in the text of the page around;
    /// nothing where the page has named no such text.
    pub passages: Passages,
    selection: OnceCell<Rc<Selection>>,
    heard: OnceCell<Rc<Heard>>,
}

/// The evidence that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unrolled {
    /// That of these cells.
    Of(Rc<Vec<CellIx>>),
    /// That of every cell.
    All,
}

impl Unrolled {
    fn with(&self, cell: CellIx) -> Self {
        match self {
            Self::Of(cells) if !cells.contains(&cell) => {
                let mut cells = cells.to_vec();
                cells.push(cell);
                Self::Of(Rc::new(cells))
            }
            _ => self.clone(),
        }
    }
}

/// What a reader, or the page around, can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Look at the comparison in another way.
    Show(View),
    /// Show a party that was hidden, or hide it.
    ToggleParty(PartyIx),
    /// Show a topic that was hidden, or hide it.
    ToggleTopic(TopicIx),
    /// Show every party.
    ShowAllParties,
    /// Show every topic.
    ShowAllTopics,
    /// Put the parties into an order.
    OrderParties(PartyOrder),
    /// Move a party towards the start (true) or the end of the shown ones.
    MoveParty(PartyIx, bool),
    /// Put the topics into an order.
    OrderTopics(TopicOrder),
    /// Show the topics on which the parties disagree, or all again.
    ShowOnly(Only),
    /// Put the topics of a group together, or each where its order has it.
    ToggleGroups,
    /// Show a kind of statement, or hide it.
    ToggleKind(StatementKind),
    /// Show one speaker's or party's statements only, or everybody's.
    Hear(Option<Whose>),
    /// Search the statements.
    Search(String),
    /// Arrange the statements.
    Arrange(Arrangement),
    /// Put a party into a place of the versus view; `None` empties the place.
    Face(usize, Option<PartyIx>),
    /// Put the first of the shown parties beside each other, as many as there is
    /// room for.
    FaceShown,
    /// Exchange the first two places of the versus view.
    SwapSides,
    /// Look at two parties in the versus view.
    Pair(PartyIx, PartyIx),
    /// Open the evidence of a cell.
    Open(CellIx),
    /// Have that evidence there, or all, which is about to be printed.
    Unroll(Option<CellIx>),
    /// Close that evidence; another that was opened since stays.
    Close(CellIx),
    /// Take over a whole choice.
    Restore(Choice),
    /// Say what came of a wish.
    Reply(Reply),
    /// Add so many pieces of what is not all there yet.
    Grow(usize),
    /// Say where the passages stand in the page.
    Find(Vec<(StatementIx, Passage)>),
}

impl State {
    /// The document with everything of it shown.
    pub fn new(index: Rc<Index>) -> Self {
        let choice = Choice::of(&index);
        Self {
            index,
            choice,
            reply: None,
            unrolled: Unrolled::Of(Rc::default()),
            passages: Passages::default(),
            growth: Growth::Whole,
            was_whole: true,
            selection: OnceCell::new(),
            heard: OnceCell::new(),
        }
    }

    /// The same with nothing there yet: [`Action::Grow`] adds to it.
    #[must_use]
    pub fn to_grow(mut self) -> Self {
        self.growth = Growth::Frame;
        self.was_whole = false;
        self
    }

    /// What is shown of parties and topics; the same one as long as it is.
    pub fn selection(&self) -> Rc<Selection> {
        let make = || Rc::new(Selection::of(&self.choice, &self.index));
        self.selection.get_or_init(make).clone()
    }

    /// What the filters leave of the statements; the same as long as they do.
    pub fn heard(&self) -> Rc<Heard> {
        let make = || Rc::new(self.selection().heard(&self.choice, &self.index));
        self.heard.get_or_init(make).clone()
    }

    /// How many blocks the view has that is shown.
    fn blocks(&self) -> usize {
        let selection = self.selection();
        let (parties, topics) = (selection.parties.len(), selection.topics.len());
        let statements = self.index.document().statements.len();
        match self.choice.view {
            View::Matrix | View::Spectrum => blocks_of(topics, rows_per_block(parties)),
            View::Versus => blocks_of(selection.chosen.len(), rows_per_block(3)),
            View::Timeline => blocks_of(self.index.moments().len(), BLOCK),
            // The last block of each group may be a small one, and a statement may
            // bear on several topics.
            View::Statements => match self.choice.arrangement {
                Arrangement::Article => blocks_of(statements, BLOCK),
                Arrangement::Speaker => {
                    blocks_of(statements, BLOCK) + self.index.speakers().count()
                }
                Arrangement::Topic => blocks_of(2 * statements, BLOCK) + topics,
            },
        }
    }

    /// What comes of an action.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        let (index, choice) = (&*self.index, &mut next.choice);
        let mut reply = None;
        match action {
            Action::Show(view) => choice.view = view,
            Action::ToggleParty(party) => {
                toggle(&mut choice.parties, party);
                choice.arrange_parties(index);
            }
            Action::ToggleTopic(topic) => {
                toggle(&mut choice.topics, topic);
                choice.topics.sort_unstable();
                // What is stated is counted on these.
                choice.arrange_parties(index);
            }
            Action::ShowAllParties => {
                let selection = self.selection();
                let hidden = index.parties().filter(|party| !selection.has_party(*party));
                choice.parties.extend(hidden);
                choice.arrange_parties(index);
            }
            Action::ShowAllTopics => {
                choice.topics = index.topics().collect();
                choice.arrange_parties(index);
            }
            Action::OrderParties(order) => {
                choice.party_order = order;
                choice.arrange_parties(index);
            }
            Action::MoveParty(party, to_start) => {
                choice.party_order = PartyOrder::Hand;
                shift(&mut choice.parties, party, to_start);
            }
            Action::OrderTopics(order) => choice.order_topics(order),
            Action::ShowOnly(only) => choice.only = only,
            Action::ToggleGroups => choice.grouped = !choice.grouped,
            Action::ToggleKind(kind) => {
                toggle(&mut choice.kinds, kind);
                choice.kinds.sort_unstable();
            }
            Action::Hear(speaker) => choice.speaker = speaker,
            Action::Search(text) => choice.search = text,
            Action::Arrange(arrangement) => choice.arrangement = arrangement,
            Action::Face(place, party) => face(&mut choice.versus, place, party),
            Action::FaceShown => {
                // One alone stands beside nobody.
                if let [_, _, ..] = choice.parties[..] {
                    let shown = choice.parties.iter().take(FACES);
                    choice.versus = shown.copied().collect();
                }
            }
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
                next.unrolled = match cell {
                    Some(cell) => next.unrolled.with(cell),
                    None => Unrolled::All,
                };
                // Paper takes all at once.
                if cell.is_none() {
                    next.growth = Growth::Whole;
                }
                reply = self.reply.clone();
            }
            Action::Close(cell) if choice.open == Some(cell) => choice.open = None,
            Action::Close(_) => {}
            Action::Restore(restored) => *choice = restored.settled(index),
            Action::Reply(said) => reply = Some(said),
            Action::Grow(pieces) => {
                next.growth = self.growth.more(pieces, self.blocks());
                reply = self.reply.clone();
            }
            Action::Find(found) => {
                next.passages = Passages::of(index, &found);
                reply = self.reply.clone();
            }
        }
        next.reply = reply;
        next.was_whole |= next.growth == Growth::Whole;
        if let Some(cell) = next.choice.open {
            next.unrolled = next.unrolled.with(cell);
        }
        next.keep_what_holds(self);
        next
    }

    /// Forgets what was computed for another choice, and begins anew with a view
    /// that is built anew.
    fn keep_what_holds(&mut self, before: &Self) {
        let (now, then) = (&self.choice, &before.choice);
        let same = select_alike(now, then);
        if !same {
            self.selection = OnceCell::new();
        }
        if !same || !hear_alike(now, then) {
            self.heard = OnceCell::new();
        }
        let anew = now.view != then.view
            || match now.view {
                View::Matrix => now.grouped != then.grouped,
                View::Statements => now.arrangement != then.arrangement,
                _ => false,
            };
        if anew && self.growth == Growth::Whole && self.unrolled != Unrolled::All {
            self.growth = Growth::View(1);
        }
    }
}

/// How many rows of so many cells are a block.
pub fn rows_per_block(cells: usize) -> usize {
    (BLOCK / cells.max(1)).max(1)
}

fn blocks_of(items: usize, per_block: usize) -> usize {
    items.div_ceil(per_block)
}

fn toggle<T: Copy + PartialEq>(shown: &mut Vec<T>, item: T) {
    match shown.iter().position(|known| *known == item) {
        Some(place) => {
            shown.remove(place);
        }
        None => shown.push(item),
    }
}

fn shift(parties: &mut [PartyIx], party: PartyIx, to_start: bool) {
    let Some(at) = parties.iter().position(|known| *known == party) else {
        return;
    };
    let to = if to_start {
        at.checked_sub(1)
    } else {
        Some(at + 1)
    };
    if let Some(to) = to.filter(|to| *to < parties.len()) {
        parties.swap(at, to);
    }
}

/// Puts a party into a place; one that stands elsewhere already changes places
/// with it. The first two places are never empty.
fn face(versus: &mut Vec<PartyIx>, place: usize, party: Option<PartyIx>) {
    match party {
        None if (2..versus.len()).contains(&place) => {
            versus.remove(place);
        }
        None => {}
        Some(party) => match versus.iter().position(|known| *known == party) {
            Some(other) if place < versus.len() => versus.swap(place, other),
            Some(_) => {}
            None if place < versus.len() => versus[place] = party,
            None if (2..FACES).contains(&versus.len()) => versus.push(party),
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
            && next.growth == self.growth;
        if same { self } else { Rc::new(next) }
    }
}
