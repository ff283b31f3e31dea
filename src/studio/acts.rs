//! What somebody does in the Studio, and the words for what it shows.

use crate::article::{Speaker, StatementKind};
use crate::draft::{self, Decision, History, Place, Span, Undone};
use std::rc::Rc;

/// A place to be in: none is a gate to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    /// Where one begins.
    Start,
    /// What was understood of the text.
    Article,
    /// Passages.
    Mark,
    /// The grid.
    Positions,
    /// What is wrong.
    Check,
    /// Files.
    Publish,
}

impl Screen {
    /// All of them, in the order of the work.
    pub(super) const ALL: [Self; 6] = [
        Self::Start,
        Self::Article,
        Self::Mark,
        Self::Positions,
        Self::Check,
        Self::Publish,
    ];

    /// Its name among the texts, and in ids.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Article => "article",
            Self::Mark => "mark",
            Self::Positions => "positions",
            Self::Check => "check",
            Self::Publish => "publish",
        }
    }
}

/// What is selected, and not stored yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pending {
    /// What was selected before, and is held for one statement of several passages.
    pub(super) held: Vec<Span>,
    /// What is selected now: a stretch in each paragraph.
    pub(super) selected: Vec<Span>,
    /// Whose voice it is in, once somebody has said so.
    pub(super) kind: Option<StatementKind>,
}

impl Pending {
    /// All of it, in the order of the text; nothing twice.
    pub(super) fn spans(&self) -> Vec<Span> {
        let mut all: Vec<Span> = self.selected.clone();
        let overlaps = |one: &Span, other: &Span| {
            one.paragraph == other.paragraph && one.from < other.to && other.from < one.to
        };
        for span in &self.held {
            if !all.iter().any(|other| overlaps(span, other)) {
                all.push(*span);
            }
        }
        all.sort_by_key(|span| (span.paragraph, span.from));
        all
    }
}

/// An end of what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Where it begins.
    From,
    /// Where it ends.
    To,
}

/// From where what is known of the article is: the name of that, and the fields with
/// what was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Known {
    pub(super) from: String,
    pub(super) fields: Vec<(&'static str, String)>,
}

/// Where the present version is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// In a file, since then.
    InFile(String),
    /// In this browser, and not in a file.
    InBrowser,
    /// Not yet anywhere.
    Unsaved,
    /// Nowhere: the browser keeps nothing.
    Refused,
}

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing any more.
    Nothing,
    /// A step was undone or redone.
    Stepped(Undone, Rc<str>),
    /// One of the texts.
    Text(&'static str),
    /// What was said in words already.
    Words(String),
    /// A file could not be read.
    Refused(String),
}

/// What somebody does in the Studio.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// Begins with a draft and what can be undone of it, there.
    Begin(Box<History>, Screen),
    /// Looks the present version through.
    Review,
    /// Has the keys of the place shown, or not.
    Keys(bool),
    /// Has letters and digits be keys, or not.
    Letters(bool),
    /// Waits for the letter of a place to go to, or not.
    Goes(bool),
    /// Waits for the first letter of the word at which what is selected begins or ends.
    Letter(Option<End>),
    /// Remembers from where what is known of the article is.
    Known(Known),
    /// Looks at a new text of the article.
    Compare(String),
    /// Decides what becomes of a passage, the how many-th of those that are looked at.
    Decide(usize, Decision),
    /// Takes the new text, once all is decided.
    TakeText,
    /// Leaves the text as it is.
    LeaveText,
    /// Does something to the draft.
    Do(draft::Action),
    /// Undoes or redoes a step.
    Step(Undone),
    /// Goes to another place.
    Go(Screen),
    /// Goes to where something is, to mend it.
    GoTo(Place, Option<String>),
    /// Has something selected, or only the caret somewhere.
    Select {
        paragraph: usize,
        at: usize,
        spans: Vec<Span>,
    },
    /// Holds what is selected, for one statement with what is selected next.
    Hold,
    /// Gives what is selected to the statement that is looked at, as further passages.
    Extend,
    /// Looks at the next proposal.
    Propose,
    /// Stores the proposal that is looked at, as a quotation of whom it names.
    Accept,
    /// Takes the proposal that is looked at as what is selected, to change it.
    Change,
    /// Says that the proposal that is looked at is no quotation.
    Wave,
    /// Says in whose voice the selected passage is.
    Voice(StatementKind),
    /// Stores the selected passage.
    Store(Option<Speaker>),
    /// Stores it with somebody new who speaks, of that name.
    StoreNew(String),
    /// Says nothing more of what is selected.
    Drop,
    /// Looks at a statement.
    Look(Option<usize>),
    /// Puts a stance on a step of the scale, the how many-th.
    Put(usize, usize),
    /// Has a statement be evidence of a stance or of a new one, or no more.
    Choose {
        stance: Option<usize>,
        party: String,
        topic: String,
        statement: String,
    },
    /// Opens a cell.
    Open(Option<(String, String)>),
    /// Opens a cell with an entry more, which has no evidence yet.
    Another(String, String),
    /// Places the stance of the open cell on that step, and goes on to its sentence.
    Place(usize, String),
    /// Is done with the open cell, and at the next one.
    Done,
    /// Moves the focus.
    Focus(String),
    /// Says where the present version is.
    Saved(Saved),
    /// Says whether the browser has kept that version.
    Kept(u64, bool),
    /// Tells something.
    Say(Said),
}

/// The id of the field that is for this.
pub(super) fn field_id(place: Place, field: &str) -> String {
    let at = place
        .entry()
        .map_or(String::new(), |(_, at)| at.to_string());
    format!("field-{}{at}-{field}", place.kind())
}

/// The id of a cell's button.
pub(super) fn cell_id(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}
