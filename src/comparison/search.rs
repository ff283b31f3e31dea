//! Finding words in texts, as a reader types them.

use crate::article::small::lower;
use std::ops::Range;

/// Where a text contains what is searched for, without regard to case. Nothing
/// is found when nothing is searched for.
pub fn occurrences(text: &str, wanted: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = wanted.trim().chars().map(lower).collect();
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        match match_at(&text[start..], &wanted) {
            Some(length) => {
                found.push(start..start + length);
                start += length;
            }
            None => start += text[start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// How many bytes of the text's beginning the wanted letters cover.
fn match_at(text: &str, wanted: &[char]) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    let mut left = wanted;
    for (at, c) in text.char_indices() {
        if left.is_empty() {
            return Some(at);
        }
        match left.split_first() {
            Some((first, rest)) if *first == lower(c) => left = rest,
            _ => return None,
        }
    }
    left.is_empty().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn words_are_found_in_any_case_and_script() {
        assert_eq!(occurrences("Peace, then peace.", "PEACE"), [0..5, 12..17]);
        assert_eq!(occurrences("Мир и мир", "мир"), [0..6, 10..16]);
        assert_eq!(occurrences("aaa aa", "aa"), [0..2, 4..6]);
        assert_eq!(occurrences("İstanbul", "istanbul").len(), 0);
        assert!(occurrences("anything", "  ").is_empty());
        assert!(occurrences("", "x").is_empty());
    }
}
