//! A new text of the article: what has become of each passage, and what somebody decides
//! of it. Nothing is moved before that.

use super::claims::Claims;
use super::text::normal_paragraphs;
use super::{Draft, Paragraph, Passages, Span, slice};
use crate::anchoring::Language;
use crate::article::{Selector, StatementKind, Target, TextQuote};
use crate::revise::{Fate, revise};

/// A passage beside the new text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its statement, from 0.
    pub statement: usize,
    /// The how many-th of the statement's passages it is, from 0.
    pub target: usize,
    /// What has become of it.
    pub fate: Fate,
    /// Where it may stand in the new text, to choose from: one place, where it is
    /// clear, and none where nothing is like it.
    pub places: Vec<Span>,
}

/// What is decided of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It stands in that one of its places.
    Stands(usize),
    /// It stands nowhere any more.
    Gone,
}

/// A new text beside a draft.
#[derive(Debug)]
pub struct Revising<L> {
    paragraphs: Vec<Paragraph>,
    passages: Passages<L>,
    /// Every passage, in the document's order.
    pub found: Vec<Found>,
    /// The paragraphs, from 0, that are none of the old text.
    pub new: Vec<usize>,
}

/// What is to be changed in a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Rewritten {
    /// The statement, from 0.
    pub statement: usize,
    /// Its passages; without any it goes.
    pub targets: Vec<Target>,
    /// The paragraph of the first of them, counted from 1.
    pub paragraph: u32,
    /// The words of a quotation, where they are others now.
    pub text: Option<String>,
}

impl<L: Language> Revising<L> {
    /// Holds a draft against a new text; what is known of the old one tells more.
    pub fn new(draft: &Draft, before: &Passages<L>, text: &str, language: L) -> Self {
        let paragraphs = normal_paragraphs(&[text.to_owned()]);
        let paragraphs: Vec<Paragraph> = (1..)
            .zip(paragraphs)
            .map(|(number, text)| Paragraph {
                text,
                number,
                ..Paragraph::default()
            })
            .collect();
        let passages = Passages::of_paragraphs(&paragraphs, language);
        let claims = Claims::of(draft);
        let had_text = draft.content().kept().next().is_some();
        let before = had_text.then(|| before.text());
        let revision = revise(&claims, before, passages.text());
        let found = revision.passages.into_iter().filter_map(|one| {
            let target = draft.targets(one.statement).into_iter().nth(one.target)?;
            let places = places(&passages, &target, &one.fate, one.paragraph);
            Some(Found {
                statement: one.statement,
                target: one.target,
                fate: one.fate,
                places,
            })
        });
        Self {
            found: found.collect(),
            new: revision
                .new_paragraphs
                .iter()
                .map(|number| *number as usize - 1)
                .collect(),
            paragraphs,
            passages,
        }
    }

    /// The new text.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The words at a place of it.
    pub fn words(&self, span: Span) -> &str {
        let paragraph = self.paragraphs.get(span.paragraph);
        paragraph.map_or("", |one| slice(&one.text, span.from, span.to))
    }

    /// What is decided where nothing is to be decided: it stands where it stood.
    pub fn at_first(&self) -> Vec<Option<Decision>> {
        let held = |one: &Found| one.fate == Fate::Holds && one.places.len() == 1;
        let decisions = self.found.iter();
        decisions
            .map(|one| held(one).then_some(Decision::Stands(0)))
            .collect()
    }

    /// What is to be changed, once all is decided.
    pub fn decided(&self, draft: &Draft, decisions: &[Option<Decision>]) -> Option<Vec<Rewritten>> {
        let content = draft.content();
        let mut all: Vec<Rewritten> = Vec::new();
        let mut spans: Vec<Vec<Span>> = Vec::new();
        for (one, decision) in self.found.iter().zip(decisions) {
            if all
                .last()
                .is_none_or(|last| last.statement != one.statement)
            {
                all.push(Rewritten {
                    statement: one.statement,
                    targets: Vec::new(),
                    paragraph: 0,
                    text: None,
                });
                spans.push(Vec::new());
            }
            let (last, spans) = (all.last_mut()?, spans.last_mut()?);
            let span = match (*decision)? {
                Decision::Stands(at) => *one.places.get(at)?,
                Decision::Gone => continue,
            };
            let known = draft.targets(one.statement).into_iter().nth(one.target)?;
            // A selector that still leads there stays as it was written.
            let target = match self.passages.find(&known) == Some(span) {
                true => known,
                false => self.passages.target(span).ok()?.0,
            };
            last.targets.push(target);
            spans.push(span);
        }
        for (one, spans) in all.iter_mut().zip(&spans) {
            let Some(first) = spans.first() else {
                continue;
            };
            one.paragraph = self.paragraphs.get(first.paragraph)?.number;
            let statement = content.statements.get(one.statement)?;
            if statement.kind == Some(StatementKind::DirectQuote) {
                let held = self.passages.fold(&statement.text);
                let text = self.joined(spans);
                one.text = (self.passages.fold(&text) != held).then_some(text);
            }
        }
        Some(all)
    }

    fn joined(&self, spans: &[Span]) -> String {
        let words = spans.iter().map(|span| (*span, self.words(*span)));
        joined(words)
    }
}

/// The words of several passages as one quotation: what is left out between them is
/// marked, and from one paragraph to the next nothing is.
pub fn joined<'a>(passages: impl IntoIterator<Item = (Span, &'a str)>) -> String {
    let mut text = String::new();
    let mut last: Option<Span> = None;
    for (span, words) in passages {
        if let Some(last) = last {
            let follows = span.paragraph == last.paragraph + 1;
            text.push_str(if follows { " " } else { " […] " });
        }
        text.push_str(words);
        last = Some(span);
    }
    text
}

/// Where a passage may stand.
fn places<L: Language>(
    passages: &Passages<L>,
    target: &Target,
    fate: &Fate,
    paragraph: Option<u32>,
) -> Vec<Span> {
    let here = |span: &Span| paragraph.is_none_or(|one| span.paragraph + 1 == one as usize);
    let mut places = match fate {
        Fate::Gone(near) => near
            .iter()
            .filter_map(|near| {
                let words = Selector::Quote(TextQuote {
                    exact: near.words.clone(),
                    prefix: None,
                    suffix: None,
                });
                let mut all = passages.places(&words).into_iter();
                all.find(|span| span.paragraph + 1 == near.paragraph as usize)
            })
            .collect(),
        Fate::Twice(_) => passages.places(&target.selector),
        _ => {
            let all = passages.places(&target.selector).into_iter();
            let mut all: Vec<Span> = all.filter(here).collect();
            if all.is_empty() {
                all.extend(passages.changed(target));
            }
            all
        }
    };
    places.dedup();
    places
}
