//! Finding words in texts, as a reader types them.

use std::ops::Range;

/// Where a text contains what is searched for, without regard to case. Nothing
/// is found when nothing is searched for.
pub(crate) fn occurrences(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let lower = |text: &str| text.to_lowercase();
    let wanted = lower(wanted.trim());
    let mut found: Vec<Range<usize>> = Vec::new();
    let letters: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut from = 0;
    while from < letters.len() {
        let to = (from + 1..letters.len())
            .find(|to| !wanted.is_empty() && lower(&text[letters[from]..letters[*to]]) == wanted);
        match to {
            Some(to) => {
                found.push(letters[from]..letters[to]);
                from = to;
            }
            None => from += 1,
        }
    }
    found
}
