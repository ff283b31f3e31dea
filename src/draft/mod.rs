//! A document while it is made: everything may be missing, and the article's text is
//! there.
//!
//! A [`Draft`] is a project as it is written ([`json`](crate::json)), and [`Content`] is what is
//! in it for those who show it. It changes by an [`Action`], and only so; a
//! [`History`] undoes and redoes those by their names. What is made of it is a
//! document, of which [`article::read`](crate::article::read) stays the judge:
//! [`check`] asks it. This layer knows no browser and no view.

mod action;
mod adopt;
mod apply;
mod checked;
mod claims;
mod content;
mod history;
mod markdown;
mod passages;
mod patch;
mod place;
mod project;
mod proposals;
mod revised;
mod revising;
mod saying;
mod source;
mod table;
mod text;
mod versions;
mod warned;
mod written;

pub use action::{Action, Mark};
pub use checked::{Checked, check};
pub use content::{
    Article, Content, Event, Paragraph, Party, Person, Position, Review, Stance, Statement, Topic,
    Version,
};
pub use history::{History, Undone};
pub use passages::Passages;
pub use place::Place;
pub use project::Refused;
pub use proposals::{Proposal, proposals};
pub use revising::{Decision, Found, Revising, Rewritten, joined};
pub use source::Source;
pub use table::{Listed, understood};
pub use text::{
    Span, is_quoted, quotation_around, quotation_from, slice, trimmed, units, without_marks,
};
pub use warned::Warned;

/// What has become of a passage, and how two texts differ.
pub use crate::revise::{Difference, Fate, Side};

use crate::json::Json;
use std::rc::Rc;

/// A document in the making, with its text: one version, which never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    project: Json,
    content: Rc<Content>,
    /// Whether the file of the project begins with a byte order mark.
    mark: bool,
    /// The space after its last bracket.
    tail: Rc<str>,
}

impl Draft {
    fn of(project: Json, mark: bool, tail: Rc<str>) -> Self {
        let content = Rc::new(Content::of(&project));
        Self {
            project,
            content,
            mark,
            tail,
        }
    }

    /// What is in it.
    pub fn content(&self) -> &Rc<Content> {
        &self.content
    }

    /// What was opened or begun, as it is written.
    pub fn project(&self) -> &Json {
        &self.project
    }
}
