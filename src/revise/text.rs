//! An article's plain text, and where a document's passages stand in it.

use crate::anchoring::{Anchoring, Index, Language, is_verbatim, joined, strangers};
use crate::article::{
    Selector, Statement, StatementKind, Target, TextQuote, normalize, paragraphs,
};
use std::ops::Range;

/// A plain text, a paragraph a line, ready to be asked.
#[derive(Debug)]
pub struct Text<L> {
    paragraphs: Vec<String>,
    /// Where each of them begins, in UTF-16 units of all.
    starts: Vec<usize>,
    index: Index<L>,
}

/// Where a passage stands, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The paragraph that was looked at in the end, counted from 1.
    pub paragraph: u32,
    /// The paragraph in which it ends.
    pub through: u32,
    /// What came of it there; not found where it stands nowhere, and ambiguous
    /// where it stands in several paragraphs and in none of those that were
    /// named.
    pub found: Anchoring,
    /// Every paragraph in which it stands, once for each place.
    pub everywhere: Vec<u32>,
    /// The words that stand there, folded, if it is one place.
    pub words: Option<String>,
}

impl Held {
    /// The words of all passages of a statement, folded and put together as a
    /// quotation's text has them, in the article's order; none where one is not
    /// found.
    pub fn words_of(held: &[Self]) -> Option<String> {
        let words = Self::in_order(held).into_iter();
        let words = words.map(|held| held.words.clone());
        Some(joined(&words.collect::<Option<Vec<_>>>()?))
    }

    /// In the order in which they stand in the article.
    fn in_order(held: &[Self]) -> Vec<&Self> {
        let mut all: Vec<&Self> = held.iter().collect();
        all.sort_by_key(|held| (held.paragraph, held.place().map(|place| place.start)));
        all
    }

    fn place(&self) -> Option<&Range<usize>> {
        match &self.found {
            Anchoring::Exact(place) | Anchoring::Changed(place) => Some(place),
            _ => None,
        }
    }
}

impl<L: Language> Text<L> {
    /// Prepares a text in the language that knows its words.
    pub fn new(text: &str, language: L) -> Self {
        let paragraphs = paragraphs(text);
        let written: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        Self::of_paragraphs(&written, language)
    }

    /// Prepares paragraphs as they are written: places are counted in these. None of
    /// them is empty.
    pub fn of_paragraphs(written: &[&str], language: L) -> Self {
        let mut at = 0;
        let mut starts = Vec::with_capacity(written.len());
        for paragraph in written {
            starts.push(at);
            at += paragraph.encode_utf16().count();
        }
        Self {
            paragraphs: written.iter().map(|one| normalize(one)).collect(),
            starts,
            index: Index::of_blocks(written.iter().copied(), language),
        }
    }

    /// What is asked where words stand.
    pub fn index(&self) -> &Index<L> {
        &self.index
    }

    /// The paragraphs, as they are digested.
    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }

    /// How many paragraphs there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.paragraphs.len()).unwrap_or(u32::MAX)
    }

    /// Folds a text.
    pub fn fold(&self, text: &str) -> String {
        self.index.fold(text)
    }

    /// The paragraph, counted from 1, in which a place begins.
    fn paragraph_at(&self, place: &Range<usize>) -> u32 {
        let before = self.starts.partition_point(|start| *start <= place.start);
        u32::try_from(before).unwrap_or(u32::MAX)
    }

    /// Where the passages of a statement stand: the first in the statement's
    /// paragraph, each other one there or in a later one; and if not there,
    /// wherever it stands once.
    pub fn hold(&self, statement: &Statement) -> Vec<Held> {
        let mut from = statement.paragraph;
        let mut all = Vec::new();
        for (index, target) in statement.targets.iter().enumerate() {
            let held = self.hold_one(target, from, index == 0);
            if held.words.is_some() {
                from = held.paragraph;
            }
            all.push(held);
        }
        if statement.kind == StatementKind::DirectQuote {
            self.compare(&statement.text, &mut all);
        }
        all
    }

    fn hold_one(&self, target: &Target, from: u32, is_first: bool) -> Held {
        let places = match self.index.find(&target.selector, usize::MAX) {
            Anchoring::Exact(place) | Anchoring::Changed(place) => vec![place],
            Anchoring::Ambiguous(places) => places,
            Anchoring::NotFound => Vec::new(),
        };
        let everywhere: Vec<u32> = places.iter().map(|one| self.paragraph_at(one)).collect();
        let later = |paragraph: &&u32| **paragraph == from || (!is_first && **paragraph > from);
        let named = everywhere.iter().find(later).copied();
        let mut there = match (named, places.as_slice()) {
            (Some(named), _) => {
                let is_there = |place: &Range<usize>| self.paragraph_at(place) == named;
                places.into_iter().filter(is_there).collect()
            }
            (None, [_]) => places,
            (None, _) => Vec::new(),
        };
        let found = match there.len() {
            1 => {
                let place = there.swap_remove(0);
                match self.index.differs(target, None, place.clone()) {
                    true => Anchoring::Changed(place),
                    false => Anchoring::Exact(place),
                }
            }
            0 if everywhere.is_empty() => self.index.resolve(target, 1),
            _ => Anchoring::Ambiguous(there),
        };
        let place = match &found {
            Anchoring::Exact(place) | Anchoring::Changed(place) => Some(place.clone()),
            Anchoring::Ambiguous(places) => places.first().cloned(),
            Anchoring::NotFound => None,
        };
        let words = match found {
            Anchoring::Exact(_) | Anchoring::Changed(_) => place.clone(),
            _ => None,
        };
        let last = |place: &Range<usize>| self.paragraph_at(&(place.end - 1..place.end));
        Held {
            through: place.as_ref().map_or(from, last),
            paragraph: place.map_or(from, |place| self.paragraph_at(&place)),
            words: words.map(|place| self.index.words_at(place)),
            found,
            everywhere,
        }
    }

    /// How often these words stand in the text, whatever stands around them.
    pub fn times(&self, words: &str) -> usize {
        let quote = TextQuote {
            exact: words.to_owned(),
            prefix: None,
            suffix: None,
        };
        match self.index.find(&Selector::Quote(quote), usize::MAX) {
            Anchoring::Exact(_) | Anchoring::Changed(_) => 1,
            Anchoring::Ambiguous(places) => places.len(),
            Anchoring::NotFound => 0,
        }
    }

    /// Whether a quotation's text is what stands at its passages, as far as they
    /// were found. Only from one paragraph to the next may nothing be left out.
    pub fn quotes(&self, text: &str, held: &[Held]) -> bool {
        let held = Held::in_order(held);
        let words: Option<Vec<&str>> = held.iter().map(|held| held.words.as_deref()).collect();
        let may_follow = |at: usize| held[at].paragraph == held[at - 1].through + 1;
        words.is_none_or(|words| is_verbatim(&self.fold(text), words, may_follow))
    }

    /// Holds a quotation's words against those that stand there.
    fn compare(&self, text: &str, all: &mut [Held]) {
        if self.quotes(text, all) {
            return;
        }
        let words = all
            .iter()
            .map(|held| held.words.as_deref().unwrap_or_default());
        let strange = strangers(&self.fold(text), words);
        for (held, is_strange) in all.iter_mut().zip(strange) {
            if let Anchoring::Exact(place) = &held.found
                && is_strange
            {
                held.found = Anchoring::Changed(place.clone());
            }
        }
    }
}
