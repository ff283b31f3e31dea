//! A new text of the article that is looked at, and what it has changed.

use crate::draft::{Content, Decision, Draft, Passages, Revising};
use crate::intl::Intl;
use std::rc::Rc;

/// A new text that is looked at, and what is decided so far.
#[derive(Clone, Debug)]
pub(super) struct Looked {
    pub(super) revising: Rc<Revising<Intl>>,
    pub(super) decisions: Vec<Option<Decision>>,
}

impl Looked {
    /// Holds the draft against a text.
    pub(super) fn at(draft: &Draft, text: &str) -> Option<Self> {
        let content = draft.content();
        let language = || Intl::new(&content.language).ok();
        let before = Passages::new(content, language()?);
        let revising = Revising::new(draft, &before, text, language()?);
        let decisions = revising.at_first();
        Some(Self {
            revising: Rc::new(revising),
            decisions,
        })
    }

    /// How much is still to be decided.
    pub(super) fn open(&self) -> usize {
        self.decisions.iter().filter(|one| one.is_none()).count()
    }
}

/// What a new text has changed, in words: the facts for whoever writes the correction.
pub(super) fn facts(before: &Content, after: &Content) -> Vec<Fact> {
    let mut facts = Vec::new();
    for one in &before.statements {
        match after.statement(&one.id) {
            None => facts.push(Fact::Gone(one.text.clone())),
            Some(now) if now.text != one.text => {
                facts.push(Fact::Quoted(one.text.clone(), now.text.clone()));
            }
            Some(_) => {}
        }
    }
    for one in &before.stances {
        if after.cell(&one.party, &one.topic).next().is_none() {
            facts.push(Fact::Empty(one.party.clone(), one.topic.clone()));
        }
    }
    facts
}

/// Something that has changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fact {
    /// A passage went.
    Gone(String),
    /// A quotation has other words.
    Quoted(String, String),
    /// A cell is empty now: party and topic.
    Empty(String, String),
}
