//! Passages in a text.

use crate::Choices;
use crate::passages::{self, Asked};
use standpoint::anchoring::{Anchoring, Icu, Index, digest};
use standpoint::article::Target;
use std::ops::Range;

/// Whatever is found stands in the text, each place once and in order; a passage that
/// is described is found again, there and nowhere else, and remembers its words.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let Asked {
        language,
        blocks,
        selectors,
    } = passages::asked(&mut choices);
    let text = blocks.concat();
    let units: Vec<u16> = text.encode_utf16().collect();
    let index = Index::of_blocks(blocks.iter().map(String::as_str), Icu::new(language));
    for selector in &selectors {
        for found in [index.find(selector, 9), index.find_directive(selector, 9)] {
            is_within(&found, units.len());
        }
    }
    let places: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| text[..at].encode_utf16().count())
        .chain([units.len()])
        .collect();
    let (from, to) = (choices.below(places.len()), choices.below(places.len()));
    let place = places[from.min(to)]..places[from.max(to)];
    if let Ok(described) = index.describe(&text, place.clone()) {
        let there = Anchoring::Exact(described.place.clone());
        assert!(place.start <= described.place.start && described.place.end <= place.end);
        assert_eq!(index.find(&described.selector, 9), there);
        let words = index.words_at(described.place);
        let remembered = Target {
            digest: Some(digest(&words)),
            ..Target::from(described.selector)
        };
        assert_eq!(index.resolve(&remembered, 9), there, "{words:?}");
    }
}

fn is_within(found: &Anchoring, length: usize) {
    let places: &[Range<usize>] = match found {
        Anchoring::Exact(place) | Anchoring::Changed(place) => std::slice::from_ref(place),
        Anchoring::Ambiguous(places) => {
            assert!(places.len() > 1, "{places:?}");
            places
        }
        Anchoring::NotFound => &[],
    };
    let is_place = |place: &Range<usize>| place.start < place.end && place.end <= length;
    assert!(places.iter().all(is_place), "{places:?} of {length}");
    let starts: Vec<(usize, usize)> = places.iter().map(|p| (p.start, p.end)).collect();
    assert!(starts.windows(2).all(|two| two[0] < two[1]), "{places:?}");
}
