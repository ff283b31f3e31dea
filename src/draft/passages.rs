//! Where the statements' passages stand in a draft's text, and the words by which a
//! passage can be found.

use super::text::{slice, units};
use super::{Content, Draft, Place, Span, Step};
use crate::anchoring::{Anchoring, Index, Language, digest};
use crate::article::{Selector, Target, TextQuote};
use std::ops::Range;

/// The text of an article, ready to be asked: only what is part of it.
#[derive(Debug)]
pub struct Passages<L> {
    index: Index<L>,
    /// Of each paragraph that is part of the article: which of the text it is, and
    /// where it begins and ends in all of them.
    blocks: Vec<(usize, Range<usize>)>,
}

/// How many words of context are tried.
const CONTEXT: usize = 12;

impl<L: Language> Passages<L> {
    /// Prepares the text of a draft.
    pub fn new(content: &Content, language: L) -> Self {
        let mut blocks = Vec::new();
        let (mut texts, mut at) = (Vec::new(), 0);
        for (number, paragraph) in content.paragraphs.iter().enumerate() {
            if paragraph.is_out {
                continue;
            }
            let end = at + units(&paragraph.text);
            blocks.push((number, at..end));
            texts.push(paragraph.text.as_str());
            at = end;
        }
        Self {
            index: Index::of_blocks(texts, language),
            blocks,
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
        match self.index.resolve(target, 2) {
            Anchoring::Exact(place) => self.span(&place),
            _ => None,
        }
    }

    /// What leads to a stretch of a paragraph and to nothing else; none where there is
    /// no such thing: a part of a word, or what stands twice with the same around it.
    pub fn target(&self, content: &Content, span: Span) -> Option<Target> {
        let place = self.whole(span)?;
        let text = &content.paragraphs.get(span.paragraph)?.text;
        let words = digest(&self.index.words_at(place.clone()));
        // What stands before and after it, in the paragraphs beside it as well.
        let at = self
            .blocks
            .iter()
            .position(|(number, _)| *number == span.paragraph)?;
        let beside = |at: Option<usize>| {
            let block = at.and_then(|at| self.blocks.get(at));
            block.map_or("", |(number, _)| content.paragraphs[*number].text.as_str())
        };
        let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        let before = format!("{before} {}", slice(text, 0, span.from));
        let after = format!("{} {after}", slice(text, span.to, usize::MAX));
        let quote = |context: usize| TextQuote {
            exact: slice(text, span.from, span.to).to_owned(),
            prefix: Some(last_words(&before, context)).filter(|words| !words.trim().is_empty()),
            suffix: Some(first_words(&after, context)).filter(|words| !words.trim().is_empty()),
        };
        // With the least of context that tells it from the others.
        (0..=CONTEXT).find_map(|context| {
            let target = Target {
                selector: Selector::Quote(quote(context)),
                digest: Some(words.clone()),
            };
            let found = self.index.resolve(&target, 2);
            matches!(found, Anchoring::Exact(found) if found == place).then_some(target)
        })
    }

    /// The words of a stretch, as they are compared.
    pub fn words(&self, span: Span) -> Option<String> {
        self.whole(span).map(|place| self.index.words_at(place))
    }

    /// A text, as it is compared.
    pub fn fold(&self, text: &str) -> String {
        self.index.fold(text)
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

fn last_words(text: &str, count: usize) -> String {
    let starts = word_starts(text);
    let from = starts
        .len()
        .checked_sub(count)
        .and_then(|at| starts.get(at));
    match count {
        0 => String::new(),
        _ => text[from.copied().unwrap_or(0)..].to_owned(),
    }
}

fn first_words(text: &str, count: usize) -> String {
    let starts = word_starts(text);
    let to = starts.get(count).copied().unwrap_or(text.len());
    match count {
        0 => String::new(),
        _ => text[..to].trim_end().to_owned(),
    }
}

/// Where words begin between white space.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut was_space = true;
    for (at, c) in text.char_indices() {
        if was_space && !c.is_whitespace() {
            starts.push(at);
        }
        was_space = c.is_whitespace();
    }
    starts
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
