//! The places that are most like a passage that is gone: for people to look at,
//! and for nothing else.

use super::Text;
use crate::article::{Selector, Statement, StatementKind};
use std::collections::HashSet;

/// How many are told.
const MOST: usize = 3;

/// A place that is like a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The paragraph, counted from 1.
    pub paragraph: u32,
    /// The words that stand there.
    pub words: String,
}

impl Text {
    /// The places that have most of a passage's known words, the best first; none
    /// that has fewer than half of them.
    pub(super) fn nearest(&self, statement: &Statement, target: usize) -> Vec<Near> {
        let known = match &statement.targets[target].selector {
            _ if statement.kind == StatementKind::DirectQuote && statement.targets.len() == 1 => {
                statement.text.clone()
            }
            Selector::Quote(quote) => quote.exact.clone(),
            Selector::Range(start, end) => format!("{} {}", start.exact, end.exact),
        };
        let known = self.fold(&known).to_lowercase();
        let known: HashSet<&str> = known.split(' ').collect();
        let mut near: Vec<(usize, Near)> = Vec::new();
        for (number, paragraph) in (1..).zip(&self.paragraphs) {
            let folded = self.fold(paragraph);
            let words: Vec<&str> = folded.split(' ').collect();
            let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
            let hits: Vec<usize> = (0..words.len())
                .filter(|at| known.contains(lower[*at].as_str()))
                .collect();
            let distinct: HashSet<&str> = hits.iter().map(|at| lower[*at].as_str()).collect();
            if distinct.len() * 2 < known.len() {
                continue;
            }
            // The stretch, as long as the passage, that has most of them.
            let within = |from: &usize| {
                let to = from + known.len() * 3 / 2;
                hits.iter().filter(|at| (from..&to).contains(at)).count()
            };
            let Some(from) = hits.iter().copied().max_by_key(within) else {
                continue;
            };
            let last = hits
                .iter()
                .rev()
                .find(|at| **at < from + known.len() * 3 / 2);
            let to = last.map_or(from, |at| *at) + 1;
            let place = Near {
                paragraph: number,
                words: words[from..to].join(" "),
            };
            near.push((within(&from), place));
        }
        near.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        near.into_iter().take(MOST).map(|(_, near)| near).collect()
    }
}
