//! Unicode's tables natively, by ICU4X.

use crate::anchoring::{Alike, Letters};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_segmenter::{GraphemeClusterSegmenter, GraphemeClusterSegmenterBorrowed};
use std::cmp::Ordering;

/// The tables.
#[derive(Debug)]
pub(crate) struct Tables {
    collator: Option<CollatorBorrowed<'static>>,
    clusters: GraphemeClusterSegmenterBorrowed<'static>,
}

impl Default for Tables {
    fn default() -> Self {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Primary);
        Self {
            collator: Collator::try_new(Default::default(), options).ok(),
            clusters: GraphemeClusterSegmenter::new(),
        }
    }
}

impl Letters for Tables {}

impl Alike for Tables {
    fn compare(&self, one: &str, other: &str) -> Ordering {
        match &self.collator {
            Some(collator) => collator.compare(one, other),
            None => one.cmp(other),
        }
    }

    fn begin_clusters(&self, text: &str) -> Vec<bool> {
        let mut begin = vec![false; text.len() + 1];
        for at in self.clusters.segment_str(text) {
            begin[at] = true;
        }
        text.char_indices().map(|(at, _)| begin[at]).collect()
    }
}
