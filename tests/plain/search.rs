//! Finding words in texts, as a reader types them.

use icu_collator::Collator;
use icu_collator::options::{CollatorOptions, Strength};
use icu_segmenter::GraphemeClusterSegmenter;
use std::cmp::Ordering;
use std::ops::Range;

/// Where a text has what is searched for, in UTF-16 units: the first and shortest
/// stretches of whole letters that the collation of Unicode takes for the same.
/// Nothing is found when nothing is searched for.
///
/// What browsers' searches have of their own (kana, forms of Arabic letters) is
/// not in it.
pub(crate) fn occurrences(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Primary);
    let collator = Collator::try_new(Default::default(), options).expect("the root collation");
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_same = |one: &str, other: &str| collator.compare(one, other) == Ordering::Equal;
    let units = |at: usize| text[..at].encode_utf16().count();

    let wanted = spaced(wanted);
    if is_same(&wanted, "") {
        return Vec::new();
    }
    let letters: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while from + 1 < letters.len() {
        let first = text[letters[from]..letters[from + 1]].trim();
        // No stretch here has so many letters that stand for nothing.
        let longest = from + 2 * wanted.chars().count() + 4;
        let to = (from + 1..letters.len().min(longest)).find(|to| {
            let words = &text[letters[from]..letters[*to]];
            words.trim() == words && is_same(&spaced(words), &wanted)
        });
        match to {
            Some(to) if !is_same(first, "") => {
                found.push(units(letters[from])..units(letters[to]));
                from = to;
            }
            _ => from += 1,
        }
    }
    found
}
