//! What somebody does in the Studio, and the words for what it shows.

use crate::article::{Speaker, StatementKind};
use crate::draft::{self, Draft, Place, Span, Undone};
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

/// A stretch that is selected, and not stored yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    /// Where it is.
    pub(super) span: Span,
    /// Whose voice it is in, once somebody has said so.
    pub(super) kind: Option<StatementKind>,
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
    /// A file could not be read.
    Refused(String),
}

/// What somebody does in the Studio.
#[derive(Clone, Debug)]
pub(super) enum Action {
    /// Begins with a draft, there.
    Begin(Box<Draft>, Screen),
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
        span: Option<Span>,
    },
    /// Says in whose voice the selected passage is.
    Voice(StatementKind),
    /// Stores the selected passage.
    Store(Option<Speaker>),
    /// Looks at a statement.
    Look(Option<usize>),
    /// Opens a cell.
    Open(Option<(String, String)>),
    /// Moves the focus.
    Focus(String),
    /// Says where the present version is.
    Saved(Saved),
    /// Says whether the browser has kept it.
    Kept(bool),
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
