//! What can be done to a draft. Each action is one step that can be undone, and has a
//! name; nothing else changes a draft.

use super::{Draft, Place, Rewritten};
use crate::article::{Speaker, StatementKind, Target};

/// Something that is done to a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Takes this as the article's text, a paragraph each.
    SetText(Vec<String>),
    /// Says whether a paragraph is part of the article; only while nothing is marked.
    Keep(usize, bool),
    /// Joins a paragraph with the next one; only while nothing is marked.
    Join(usize),
    /// Splits a paragraph at a place, in UTF-16 units; only while nothing is marked.
    Split(usize, usize),
    /// Says of a paragraph that it was read, or was not.
    Read(usize, bool),
    /// Writes a text into a field; an empty one takes an optional field out.
    Write(Place, &'static str, String),
    /// Writes a list of texts into a field; an empty one takes the field out.
    List(Place, &'static str, Vec<String>),
    /// Writes a number into a field; without one the field goes, if it may.
    Number(Place, &'static str, Option<f64>),
    /// Takes these steps as the scale, while nothing is placed on it.
    SetScale(Vec<(String, f64)>),
    /// Adds a step of that label and value to the scale.
    AddPosition(String, f64),
    /// Adds an event of that name.
    AddEvent(String),
    /// Takes from another document what this one has not: parties, people, topics, and
    /// the scale, while nothing is placed.
    Adopt(Box<Draft>),
    /// Adds a party of that name.
    AddParty(String),
    /// Adds a person of that name, who speaks for a party, if one is known.
    AddPerson(String, Option<String>),
    /// Adds a topic of that name.
    AddTopic(String),
    /// Stores a statement with its passage.
    Mark(Box<Mark>),
    /// Gives a statement other passages.
    Rewrite(Rewritten),
    /// Says that these words between quotation marks are no quotation.
    Wave(String),
    /// Does several things in one step of that name.
    Several(&'static str, Vec<Self>),
    /// Says in whose voice a statement is; the article's own has no speaker.
    Voice(usize, StatementKind),
    /// Says who makes a statement.
    Speak(usize, Speaker),
    /// Rests a party's position on a topic on these statements: a new one, or that
    /// of this place. Without statements there is no position any more.
    Rest {
        /// The stance, where there is one.
        stance: Option<usize>,
        /// The party, by its id.
        party: String,
        /// The topic, by its id.
        topic: String,
        /// The statements, by their ids.
        statements: Vec<String>,
    },
    /// Takes a new text of the article, with what was decided of the passages.
    Revise(Vec<String>, Vec<Rewritten>),
    /// Tells readers on that day what was wrong and what stands now.
    Correct(String, String),
    /// Keeps the present version in the project, under a name and with the time.
    KeepVersion(String, String),
    /// Goes back to a version that was kept.
    Restore(usize),
    /// Forgets a version that was kept.
    ForgetVersion(usize),
    /// Removes something, and what cannot be without it.
    Remove(Place),
    /// Moves something to another place of its list.
    Move(Place, usize),
}

/// A passage that is marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Whose voice it is in.
    pub kind: StatementKind,
    /// Who speaks; nobody yet, or the article itself.
    pub speaker: Option<Speaker>,
    /// The words of a quotation, or what is said of them so far.
    pub text: String,
    /// The paragraph's number in the article.
    pub paragraph: u32,
    /// Where it stands: several passages, where it is interrupted.
    pub targets: Vec<Target>,
}

impl Action {
    /// The name of the step, as a key of texts: `step.` and this.
    pub fn name(&self) -> String {
        match self {
            Self::SetText(_) => "text".to_owned(),
            Self::Keep(_, true) => "paragraph.in".to_owned(),
            Self::Keep(_, false) => "paragraph.out".to_owned(),
            Self::Join(_) => "paragraph.join".to_owned(),
            Self::Split(..) => "paragraph.split".to_owned(),
            Self::Read(_, true) => "paragraph.read".to_owned(),
            Self::Read(_, false) => "paragraph.unread".to_owned(),
            Self::Write(place, field, _) => format!("write.{}.{field}", place.kind()),
            Self::List(place, field, _) | Self::Number(place, field, _) => {
                format!("write.{}.{field}", place.kind())
            }
            Self::SetScale(_) => "scale".to_owned(),
            Self::AddPosition(..) => "add.position".to_owned(),
            Self::AddEvent(_) => "add.event".to_owned(),
            Self::Adopt(_) => "adopt".to_owned(),
            Self::AddParty(_) => "add.party".to_owned(),
            Self::AddPerson(..) => "add.person".to_owned(),
            Self::AddTopic(_) => "add.topic".to_owned(),
            Self::Mark(_) => "mark".to_owned(),
            Self::Rewrite(_) => "passages".to_owned(),
            Self::Wave(_) => "wave".to_owned(),
            Self::Several(name, _) => (*name).to_owned(),
            Self::Voice(..) => "voice".to_owned(),
            Self::Speak(..) => "speaker".to_owned(),
            Self::Rest { .. } => "evidence".to_owned(),
            Self::Revise(..) => "revise".to_owned(),
            Self::Correct(..) => "correct".to_owned(),
            Self::KeepVersion(..) => "version.keep".to_owned(),
            Self::Restore(_) => "version.restore".to_owned(),
            Self::ForgetVersion(_) => "version.forget".to_owned(),
            Self::Remove(place) => format!("remove.{}", place.kind()),
            Self::Move(place, _) => format!("move.{}", place.kind()),
        }
    }
}
