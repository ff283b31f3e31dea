//! Which paragraph of a new text is which of the old one.

use super::Text;
use crate::anchoring::Language;
use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

/// How like two paragraphs are that are one, from 0 to 1.
const LIKE: f32 = 0.5;

/// The paragraphs of the new text that are none of the old one: words that stood
/// there, in a paragraph that is two now, are not new.
pub(super) fn new_in<L: Language>(before: &Text<L>, now: &Text<L>) -> Vec<u32> {
    let old = before.fold(&before.paragraphs().join(" "));
    let is_known = |number: &u32| {
        let paragraph = now.paragraphs().get(*number as usize - 1);
        paragraph.is_some_and(|paragraph| old.contains(&now.fold(paragraph)))
    };
    let mut new = new_ones(&of_texts(before, now), now.count());
    new.retain(|number| !is_known(number));
    new
}

/// The paragraphs that are the same in both texts, or much the same, each with its
/// number in the first and in the second, counted from 1.
fn of_texts<L: Language>(before: &Text<L>, now: &Text<L>) -> Vec<(u32, u32)> {
    let folded = |text: &Text<L>| -> Vec<String> {
        let paragraphs = text.paragraphs().iter();
        paragraphs.map(|paragraph| text.fold(paragraph)).collect()
    };
    let (old, new) = (folded(before), folded(now));
    let number = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
    let mut aligned = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => {
                aligned.extend((0..len).map(|at| (number(old_index + at), number(new_index + at))))
            }
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                let mut from = new_index;
                for (was, text) in old.iter().enumerate().skip(old_index).take(old_len) {
                    let is_like = |now: &usize| {
                        TextDiff::from_unicode_words(text, &new[*now]).ratio() >= LIKE
                    };
                    let found = (from..new_index + new_len).find(is_like);
                    if let Some(now) = found {
                        aligned.push((number(was), number(now)));
                        from = now + 1;
                    }
                }
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } => {}
        }
    }
    aligned
}

/// The same as far as the passages that were found in both texts tell, each with
/// the paragraph it was in and the one it is in, of which the old text had so
/// many: between two passages that keep their distance, all paragraphs keep it.
pub(super) fn of_passages(found: &[(u32, u32)], old: u32) -> Vec<(u32, u32)> {
    let mut known = found.to_vec();
    known.sort_unstable();
    let shift = |(was, now): &(u32, u32)| i64::from(*now) - i64::from(*was);
    let mut aligned = known.clone();
    let mut after = 0;
    for was in 1..=old {
        while known.get(after).is_some_and(|(of, _)| *of < was) {
            after += 1;
        }
        let (last, next) = (after.checked_sub(1).map(|at| &known[at]), known.get(after));
        let by = match (last, next) {
            (Some(last), Some(next)) if shift(last) != shift(next) => continue,
            (Some(one), _) | (None, Some(one)) => shift(one),
            (None, None) => 0,
        };
        if let Ok(now) = u32::try_from(i64::from(was) + by) {
            aligned.push((was, now));
        }
    }
    aligned
}

/// The paragraphs of a new text of so many that are none of the old one.
pub(super) fn new_ones(aligned: &[(u32, u32)], count: u32) -> Vec<u32> {
    let known: std::collections::HashSet<u32> = aligned.iter().map(|(_, now)| *now).collect();
    (1..=count).filter(|now| !known.contains(now)).collect()
}

#[cfg(test)]
mod tests {
    use super::{new_ones, of_passages};

    #[test]
    fn what_stands_between_paragraphs_that_moved_apart_is_new() {
        let unaligned = |found: &[(u32, u32)], old, new| new_ones(&of_passages(found, old), new);
        assert_eq!(unaligned(&[(1, 1), (2, 3), (4, 5)], 4, 5), [2]);
        assert_eq!(unaligned(&[(2, 3)], 3, 4), [1]);
        assert_eq!(unaligned(&[], 3, 4), [4]);
        assert_eq!(unaligned(&[(1, 1), (3, 3)], 3, 3), [0; 0]);
    }
}
