//! What a search finds, and what it marks: what a reader takes for the same
//! letters, in whole letters.
#![cfg(not(target_arch = "wasm32"))]

mod found;

use found::KINDS;
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu_segmenter::GraphemeClusterSegmenter;
use proptest::prelude::*;
use standpoint::comparison::occurrences;
use std::ops::Range;

/// What is marked of a text.
fn marked(text: &str, searched: &str) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = |place: Range<usize>| String::from_utf16(&units[place]).expect("whole characters");
    occurrences(text, searched).into_iter().map(words).collect()
}

#[test]
fn each_kind_is_found_as_readers_find_it() {
    let mut wrong = Vec::new();
    for (text, searched, expected) in KINDS {
        let found = marked(text, searched);
        if found != *expected {
            wrong.push(format!(
                "{searched:?} in {text:?}: {found:?} and not {expected:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every way to write a text that is the same text.
fn forms(text: &str) -> [String; 4] {
    let (nfc, nfkc) = (
        ComposingNormalizer::new_nfc(),
        ComposingNormalizer::new_nfkc(),
    );
    let (nfd, nfkd) = (
        DecomposingNormalizer::new_nfd(),
        DecomposingNormalizer::new_nfkd(),
    );
    [
        nfc.normalize(text).into_owned(),
        nfd.normalize(text).into_owned(),
        nfkc.normalize(text).into_owned(),
        nfkd.normalize(text).into_owned(),
    ]
}

/// Where whole letters begin and end, in bytes.
fn letters(text: &str) -> Vec<usize> {
    GraphemeClusterSegmenter::new().segment_str(text).collect()
}

/// Letters of many scripts, each with marks of its own.
const SCRIPTS: &str = "([a-cA-CßẞæÆøØłŁıİſạảấầẩăắằơớđ][\u{300}\u{301}\u{308}\u{323}]{0,2}\
    |[ﬁﬂ½²№…]|[а-яёйїґЁЙ][\u{301}\u{306}\u{308}]?|[α-ωάΐςΣ][\u{301}]?\
    |[ء-غف-ي][\u{640}]?[\u{64B}-\u{652}]?|[א-תבּ][\u{5B0}-\u{5BC}]{0,2}\
    |[ก-ฮ][\u{E31}\u{E34}-\u{E39}]?[\u{E48}-\u{E4B}]?|[ก-ฮ][\u{E48}]?\u{E33}|[เ-ไ]\
    |[क-ह][\u{93C}]?[\u{93E}-\u{94D}]?[\u{901}\u{902}]?\
    |[ぁ-んァ-ヶー]|[ｶｷ][ﾞ]?|[が-ざ]|か\u{3099}|[가-힣]|\u{1112}\u{1161}[\u{11AB}]?|[停火协议]\
    |[0-9１-９٠-٩]|[\u{AD}\u{200B}][a-c]|[ \u{A0}\u{202F}.,'’\"“„–«]\
    |🚢|👩\u{200D}👩|👍🏽|❤\u{FE0F}|🇺🇦){0,14}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is taken out of a text in whole letters is found there, unless
    /// nothing of it counts.
    #[test]
    fn what_stands_in_a_text_is_found_there(text in SCRIPTS, from in 0..14usize, length in 1..8usize) {
        let letters = letters(&text);
        let place = |at: usize| letters[at.min(letters.len() - 1)];
        let (from, to) = (place(from), place(from + length));
        let searched = &text[from..to];
        let units = |at: usize| text[..at].encode_utf16().count();
        let found = occurrences(&text, searched);
        let first = occurrences(searched, searched);
        if let Some(whole) = first.first() {
            prop_assert_eq!(first.len(), 1);
            // It may begin with what does not count, and be found before.
            let start = units(from) + whole.start;
            let end = units(from) + whole.end;
            let is_there = found.iter().any(|hit| hit.start < end && hit.end > start);
            prop_assert!(is_there, "{:?} in {:?}: {:?}", searched, text, found);
        } else {
            prop_assert!(found.is_empty());
        }
    }

    /// A mark begins and ends where letters do, and marks do not overlap.
    #[test]
    fn marks_are_whole_letters(text in SCRIPTS, searched in SCRIPTS) {
        let units = |at: usize| text[..at].encode_utf16().count();
        let letters: Vec<usize> = letters(&text).into_iter().map(units).collect();
        let mut last = 0;
        for hit in occurrences(&text, &searched) {
            prop_assert!(hit.start >= last && hit.end > hit.start);
            for end in [hit.start, hit.end] {
                prop_assert!(letters.contains(&end), "{} in {:?} by {:?}", end, text, searched);
            }
            last = hit.end;
        }
    }

    /// How a text is written makes no difference: in no normal form, and in no case.
    #[test]
    fn how_it_is_written_makes_no_difference(text in SCRIPTS) {
        let found = occurrences(&text, &text).len();
        for form in forms(&text) {
            prop_assert_eq!(occurrences(&text, &form).len(), found, "{:?} in {:?}", form, text);
            prop_assert_eq!(occurrences(&form, &text).len(), found, "{:?} in {:?}", text, form);
        }
        for cased in [text.to_uppercase(), text.to_lowercase()] {
            // Upper case makes an i with a dot of one without.
            if !text.contains('ı') {
                prop_assert_eq!(occurrences(&text, &cased).len(), found, "{:?} in {:?}", cased, text);
            }
        }
    }
}
