//! An article's plain text, and where a document's passages stand in it.

use crate::anchoring::{Anchoring, Icu, Index, is_verbatim, joined};
use crate::article::{Selector, Statement, StatementKind, Target, paragraphs};
use std::ops::Range;

/// A plain text, a paragraph a line, ready to be asked.
#[derive(Debug)]
pub struct Text {
    pub(super) paragraphs: Vec<String>,
    indexes: Vec<Index<Icu>>,
    /// An empty text, which folds others.
    folding: Index<Icu>,
}

/// Where a passage stands, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The paragraph that was looked at in the end, counted from 1.
    pub paragraph: u32,
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

impl Text {
    /// Prepares a text in that language.
    pub fn new(text: &str, language: &str) -> Self {
        let paragraphs = paragraphs(text);
        let index = |text: &str| Index::new(text, &[], Icu::new(language));
        Self {
            indexes: paragraphs.iter().map(|text| index(text)).collect(),
            folding: index(""),
            paragraphs,
        }
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
        self.folding.fold(text)
    }

    /// Every paragraph in which a passage stands, once for each place.
    pub fn everywhere(&self, selector: &Selector) -> Vec<u32> {
        let places = |index: &Index<Icu>| match index.find(selector, usize::MAX) {
            Anchoring::Exact(_) | Anchoring::Changed(_) => 1,
            Anchoring::Ambiguous(places) => places.len(),
            Anchoring::NotFound => 0,
        };
        let counted = (1..).zip(self.indexes.iter().map(places));
        counted
            .flat_map(|(paragraph, count)| std::iter::repeat_n(paragraph, count))
            .collect()
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
        let everywhere = self.everywhere(&target.selector);
        let later = |paragraph: &&u32| **paragraph == from || (!is_first && **paragraph > from);
        let paragraph = everywhere.iter().find(later).copied();
        let (paragraph, is_once) = match (paragraph, everywhere.as_slice()) {
            (Some(paragraph), _) => (paragraph, true),
            (None, [only]) => (*only, true),
            (None, _) => (from, false),
        };
        let index = self.indexes.get(paragraph as usize - 1);
        let found = match index {
            Some(index) if is_once => index.resolve(target, usize::MAX),
            _ if everywhere.is_empty() => Anchoring::NotFound,
            _ => Anchoring::Ambiguous(Vec::new()),
        };
        let words = match (&found, index) {
            (Anchoring::Exact(place) | Anchoring::Changed(place), Some(index)) => {
                Some(index.words_at(place.clone()))
            }
            _ => None,
        };
        Held {
            paragraph,
            found,
            everywhere,
            words,
        }
    }

    /// Whether a quotation's text is what stands at its passages, as far as they
    /// were found. Only from one paragraph to the next may nothing be left out.
    pub fn quotes(&self, text: &str, held: &[Held]) -> bool {
        let held = Held::in_order(held);
        let words: Option<Vec<&str>> = held.iter().map(|held| held.words.as_deref()).collect();
        let may_follow = |at: usize| held[at].paragraph == held[at - 1].paragraph + 1;
        words.is_none_or(|words| is_verbatim(&self.fold(text), words, may_follow))
    }

    /// Holds a quotation's words against those that stand there.
    fn compare(&self, text: &str, all: &mut [Held]) {
        if self.quotes(text, all) {
            return;
        }
        let text = self.fold(text);
        let is_strange = |held: &Held| !held.words.as_deref().is_some_and(|w| text.contains(w));
        let some = all.iter().any(is_strange);
        for held in all {
            if let Anchoring::Exact(place) = &held.found
                && (!some || is_strange(held))
            {
                held.found = Anchoring::Changed(place.clone());
            }
        }
    }
}
