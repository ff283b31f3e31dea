//! Where the statements' passages stand in a draft's text, and the words by which a
//! passage can be found.

use super::text::units;
use super::{Content, Draft, Paragraph, Place, Span};
use crate::anchoring::{Anchoring, Language, Undescribable, digest};
use crate::article::{Selector, Target, TextQuote};
use crate::json::Step;
use crate::revise::Text;
use std::ops::Range;

/// The text of an article, ready to be asked: only what is part of it.
#[derive(Debug)]
pub struct Passages<L> {
    /// All of it, end to end.
    text: String,
    held: Text<L>,
    /// Of each paragraph that is part of the article: which of the text it is, and
    /// where it begins and ends in all of them.
    blocks: Vec<(usize, Range<usize>)>,
}

impl<L: Language> Passages<L> {
    /// Prepares the text of a draft.
    pub fn new(content: &Content, language: L) -> Self {
        Self::of_paragraphs(&content.paragraphs, language)
    }

    /// Prepares a text.
    pub fn of_paragraphs(paragraphs: &[Paragraph], language: L) -> Self {
        let mut blocks = Vec::new();
        let (mut texts, mut at) = (Vec::new(), 0);
        for (number, paragraph) in paragraphs.iter().enumerate() {
            if paragraph.is_out {
                continue;
            }
            let end = at + units(&paragraph.text);
            blocks.push((number, at..end));
            texts.push(paragraph.text.as_str());
            at = end;
        }
        Self {
            text: texts.concat(),
            held: Text::of_paragraphs(&texts, language),
            blocks,
        }
    }

    /// The text, to be held against what a document says.
    pub fn text(&self) -> &Text<L> {
        &self.held
    }

    /// Every place where a passage stands.
    pub fn places(&self, selector: &Selector) -> Vec<Span> {
        let places = match self.held.index().find(selector, usize::MAX) {
            Anchoring::Exact(place) | Anchoring::Changed(place) => vec![place],
            Anchoring::Ambiguous(places) => places,
            Anchoring::NotFound => Vec::new(),
        };
        places.iter().filter_map(|place| self.span(place)).collect()
    }

    /// Where a passage stands, even with other words than it had.
    pub fn changed(&self, target: &Target) -> Option<Span> {
        match self.held.index().resolve(target, 2) {
            Anchoring::Exact(place) | Anchoring::Changed(place) => self.span(&place),
            _ => None,
        }
    }

    fn whole(&self, span: Span) -> Option<Range<usize>> {
        let mut blocks = self.blocks.iter();
        let (_, block) = blocks.find(|(number, _)| *number == span.paragraph)?;
        let (from, to) = (block.start + span.from, block.start + span.to);
        (from < to && to <= block.end).then_some(from..to)
    }

    fn span(&self, place: &Range<usize>) -> Option<Span> {
        let is_in = |block: &Range<usize>| block.start <= place.start && place.end <= block.end;
        let (paragraph, block) = self.blocks.iter().find(|(_, block)| is_in(block))?;
        Some(Span {
            paragraph: *paragraph,
            from: place.start - block.start,
            to: place.end - block.start,
        })
    }

    /// Where a passage stands, if it is one place of one paragraph.
    pub fn find(&self, target: &Target) -> Option<Span> {
        match self.held.index().resolve(target, 2) {
            Anchoring::Exact(place) => self.span(&place),
            _ => None,
        }
    }

    /// What leads to a stretch of a paragraph and to nothing else, and the stretch
    /// without what is not seen at its ends.
    ///
    /// # Errors
    /// When there is no such thing: the reason.
    pub fn target(&self, span: Span) -> Result<(Target, Span), Undescribable> {
        let place = self.whole(span).ok_or(Undescribable::Empty)?;
        let described = self.held.index().describe(&self.text, place)?;
        let span = self.span(&described.place).ok_or(Undescribable::Empty)?;
        let target = Target {
            selector: described.selector,
            digest: Some(digest(&self.held.index().words_at(described.place))),
        };
        Ok((target, span))
    }

    /// The words of a stretch, as they are compared.
    pub fn words(&self, span: Span) -> Option<String> {
        self.whole(span)
            .map(|place| self.held.index().words_at(place))
    }

    /// A text, as it is compared.
    pub fn fold(&self, text: &str) -> String {
        self.held.index().fold(text)
    }

    /// Where the passages of each statement stand; fewer than it has, where some are
    /// not found.
    pub fn spans(&self, draft: &Draft) -> Vec<Vec<Span>> {
        let count = draft.content().statements.len();
        let spans = |at| {
            let targets = draft.targets(at);
            targets.iter().filter_map(|one| self.find(one)).collect()
        };
        (0..count).map(spans).collect()
    }
}

impl Draft {
    /// The passages of a statement, as far as they can be read.
    pub fn targets(&self, statement: usize) -> Vec<Target> {
        let way = [
            &Place::Statement(statement).way()[..],
            &[Step::Field("target")],
        ]
        .concat();
        let Some(target) = self.project().at(&way) else {
            return Vec::new();
        };
        let listed: Vec<Target> = target.entries().filter_map(target_of).collect();
        match listed.is_empty() {
            true => target_of(target).into_iter().collect(),
            false => listed,
        }
    }
}

fn target_of(json: &super::Json) -> Option<Target> {
    let text = |json: &super::Json, name: &str| json.get(name).and_then(super::Json::text);
    let quote = |json: &super::Json| {
        Some(TextQuote {
            exact: text(json, "exact")?,
            prefix: text(json, "prefix"),
            suffix: text(json, "suffix"),
        })
    };
    let selector = match (json.get("startSelector"), json.get("endSelector")) {
        (Some(start), Some(end)) => Selector::Range(quote(start)?, quote(end)?),
        _ => Selector::Quote(quote(json)?),
    };
    Some(Target {
        selector,
        digest: text(json, "digest"),
    })
}
