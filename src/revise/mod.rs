//! What an article's text, or a new one, does to a document: pure functions.
//!
//! Nothing is ever anchored anew by likeness. What a passage says of where it
//! stands holds, or somebody is told that it does not.

mod against;
mod align;
mod difference;
mod near;
mod text;

pub use against::{against, text_digest};
pub use difference::{Difference, Side};
pub use near::Near;
pub use text::{Held, Text};

use crate::anchoring::{Anchoring, Language};
use crate::article::{Article, Document, Stance, Statement, StatementKind};

/// What of a document can be held against a text; a draft has it long before it is a
/// document.
#[derive(Clone, Copy, Debug)]
pub struct Claims<'a> {
    /// What is known of the article.
    pub article: &'a Article,
    /// What it says.
    pub statements: &'a [Statement],
    /// Where parties stand.
    pub stances: &'a [Stance],
}

impl<'a> From<&'a Document> for Claims<'a> {
    fn from(document: &'a Document) -> Self {
        Self {
            article: &document.article,
            statements: &document.statements,
            stances: &document.stances,
        }
    }
}

/// What has become of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands where the document says, word for word as far as that is known.
    Holds,
    /// It stands in this paragraph now, counted from 1.
    Moved(u32),
    /// It begins and ends as it did, and has other words between.
    OtherWords {
        /// The words that stood there, folded, where the old text is known.
        was: Option<String>,
        /// The words that stand there now, folded.
        now: String,
    },
    /// It is a quotation, and the text quotes otherwise.
    QuotationChanged {
        /// The words that the document quotes, folded.
        was: String,
        /// The words that stand there now, folded.
        now: String,
    },
    /// It stands in several places.
    Twice(Vec<u32>),
    /// It stands nowhere; the places that are most like it, to look at.
    Gone(Vec<Near>),
}

impl Fate {
    /// A stable name, for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Moved(_) => "moved",
            Self::OtherWords { .. } => "other-words",
            Self::QuotationChanged { .. } => "quotation-changed",
            Self::Twice(_) => "twice",
            Self::Gone(_) => "gone",
        }
    }
}

/// What has become of one passage of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revised {
    /// The statement, as the how many-th of the document, from 0.
    pub statement: usize,
    /// The how many-th of its passages, from 0.
    pub target: usize,
    /// What has become of it.
    pub fate: Fate,
    /// The paragraph in which it stands now, if it is in one.
    pub paragraph: Option<u32>,
}

/// What a new text does to a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// Every passage, in the document's order.
    pub passages: Vec<Revised>,
    /// Paragraphs of the new text that are none of the old one; without the old
    /// text, as far as the passages tell.
    pub new_paragraphs: Vec<u32>,
}

/// Holds a document against a new text of its article, and against the old one, if
/// that is at hand.
pub fn revise<'a, L: Language>(
    document: impl Into<Claims<'a>>,
    before: Option<&Text<L>>,
    now: &Text<L>,
) -> Revision {
    let document = document.into();
    let mut revision = Revision::default();
    let mut found = Vec::new();
    for (index, statement) in document.statements.iter().enumerate() {
        let held = now.hold(statement);
        let were = before.map(|before| before.hold(statement));
        let whole = Held::words_of(&held);
        for (target, held) in held.iter().enumerate() {
            let was = were.as_ref().and_then(|were| were[target].words.as_ref());
            let (fate, paragraph) = fate(statement, target, held, was, whole.as_deref(), now);
            if let (0, Some(now)) = (target, paragraph) {
                found.push((statement.paragraph, now));
            }
            revision.passages.push(Revised {
                statement: index,
                target,
                fate,
                paragraph,
            });
        }
    }
    revision.new_paragraphs = match before {
        Some(before) => align::new_in(before, now),
        None => {
            let aligned = align::of_passages(&found, document.article.paragraphs);
            align::new_ones(&aligned, now.count())
        }
    };
    revision
}

fn fate<L: Language>(
    statement: &Statement,
    target: usize,
    held: &Held,
    was: Option<&String>,
    whole: Option<&str>,
    text: &Text<L>,
) -> (Fate, Option<u32>) {
    let words = held.words.as_ref();
    let is_other = match (&held.found, was) {
        (Anchoring::Changed(_), _) => true,
        (Anchoring::Exact(_), Some(was)) => words != Some(was),
        // Nothing tells what stood there, but nobody marks so much by its ends.
        (Anchoring::Exact(_), None) => {
            statement.targets[target].digest.is_none() && held.through > held.paragraph
        }
        _ => false,
    };
    match &held.found {
        _ if is_other => {
            let now = words.cloned().unwrap_or_default();
            let fate = match statement.kind {
                StatementKind::DirectQuote => Fate::QuotationChanged {
                    was: text.fold(&statement.text),
                    now: whole.map_or(now, str::to_owned),
                },
                _ => {
                    let was = was.cloned();
                    Fate::OtherWords { was, now }
                }
            };
            (fate, Some(held.paragraph))
        }
        Anchoring::Exact(_) | Anchoring::Changed(_)
            if target == 0 && held.paragraph != statement.paragraph =>
        {
            (Fate::Moved(held.paragraph), Some(held.paragraph))
        }
        Anchoring::Exact(_) | Anchoring::Changed(_) => (Fate::Holds, Some(held.paragraph)),
        Anchoring::Ambiguous(_) => (Fate::Twice(held.everywhere.clone()), None),
        Anchoring::NotFound => (Fate::Gone(text.nearest(statement, target)), None),
    }
}
