//! The places that are most like a passage that is gone: for people to look at,
//! and for nothing else.

use super::Text;
use crate::anchoring::Language;
use crate::article::{Selector, Statement, StatementKind};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How many are told.
const MOST: usize = 3;

/// A place that is like a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The paragraph, counted from 1.
    pub paragraph: u32,
    /// The words that stand there, folded.
    pub words: String,
}

impl<L: Language> Text<L> {
    /// The places that have most of a passage's known words, the best first; none
    /// that has no more than half of them.
    pub(super) fn nearest(&self, statement: &Statement, target: usize) -> Vec<Near> {
        let known = match &statement.targets[target].selector {
            _ if statement.kind == StatementKind::DirectQuote && statement.targets.len() == 1 => {
                statement.text.clone()
            }
            Selector::Quote(quote) => quote.exact.clone(),
            Selector::Range(start, end) => format!("{} {}", start.exact, end.exact),
        };
        let known = self.fold(&known).to_lowercase();
        let known: HashSet<&str> = terms(&known).into_iter().collect();
        let longest = known.len() * 3 / 2;
        let mut near: Vec<(usize, Near)> = Vec::new();
        for (number, paragraph) in (1..).zip(self.paragraphs()) {
            let folded = self.fold(paragraph);
            let lower = folded.to_lowercase();
            let all = terms(&lower);
            let hits: Vec<usize> = (0..all.len())
                .filter(|at| known.contains(all[*at]))
                .collect();
            let (count, best) = richest(&all, &hits, longest);
            if count * 2 <= known.len() {
                continue;
            }
            let words = match folded.len() == lower.len() {
                true => written(&folded, &lower, &all[best]),
                // Some letter is longer as a small one.
                false => folded,
            };
            let paragraph = number;
            near.push((count, Near { paragraph, words }));
        }
        near.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        near.into_iter().take(MOST).map(|(_, near)| near).collect()
    }
}

/// Of the stretches of so many terms, the one in which most of those at these
/// places stand, and how many of them, each counted once.
fn richest(all: &[&str], hits: &[usize], longest: usize) -> (usize, Range<usize>) {
    let mut best = (0, 0..0);
    let mut within: HashMap<&str, usize> = HashMap::new();
    let mut end = 0;
    for &from in hits {
        while end < hits.len() && hits[end] < from + longest {
            *within.entry(all[hits[end]]).or_default() += 1;
            end += 1;
        }
        if within.len() > best.0 {
            best = (within.len(), from..hits[end - 1] + 1);
        }
        if let Entry::Occupied(mut count) = within.entry(all[from]) {
            *count.get_mut() -= 1;
            if *count.get() == 0 {
                count.remove();
            }
        }
    }
    best
}

/// What can be counted of a folded text: its words, without signs; of what no space parts, each
/// two characters.
fn terms(text: &str) -> Vec<&str> {
    let mut terms = Vec::new();
    let words = text
        .split(' ')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    for word in words.filter(|word| !word.is_empty()) {
        let mut chars = word.char_indices().map(|(at, _)| at);
        if word.is_ascii() || chars.clone().nth(12).is_none() {
            terms.push(word);
            continue;
        }
        let mut places: Vec<usize> = chars.by_ref().collect();
        places.push(word.len());
        terms.extend(places.windows(3).map(|pair| &word[pair[0]..pair[2]]));
    }
    terms
}

/// A stretch of terms as it stands in the text of which `lower` is the same in
/// small letters, byte for byte.
fn written(text: &str, lower: &str, terms: &[&str]) -> String {
    let place = |term: &str| term.as_ptr() as usize - lower.as_ptr() as usize;
    match (terms.first(), terms.last()) {
        (Some(first), Some(last)) => {
            let words = text.get(place(first)..place(last) + last.len());
            words.unwrap_or(text).to_owned()
        }
        _ => text.to_owned(),
    }
}
