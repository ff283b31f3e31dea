//! From what is marked in a text to a selector, and from that back to the same.
#![cfg(not(target_arch = "wasm32"))]

use icu_normalizer::ComposingNormalizer;
use proptest::prelude::*;
use standpoint::anchoring::{Anchoring, Described, Icu, Index, Undescribable};
use standpoint::article::{Selector, TextQuote};
use std::ops::Range;

fn index(blocks: &[String], language: &str) -> Index<Icu> {
    Index::of_blocks(blocks.iter().map(String::as_str), Icu::new(language))
}

fn describe(blocks: &[&str], words: &str, nth: usize) -> Selector {
    let blocks: Vec<String> = blocks.iter().map(|block| (*block).to_owned()).collect();
    let text = blocks.concat();
    let (at, _) = text.match_indices(words).nth(nth).expect("it is there");
    let start = text[..at].encode_utf16().count();
    let place = start..start + words.encode_utf16().count();
    let described = index(&blocks, "en").describe(&text, place.clone());
    let described = described.expect("a selector");
    assert_eq!(described.place, place);
    described.selector
}

fn quote(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> TextQuote {
    TextQuote {
        exact: exact.to_owned(),
        prefix: prefix.map(str::to_owned),
        suffix: suffix.map(str::to_owned),
    }
}

#[test]
fn the_selector_is_as_short_as_can_be() {
    let port = "The port stays open, the mayor said. Nobody asked when the port was built, or why.";
    let blocks = [
        port,
        "It rained.",
        "The port stays open, she said.",
        "It rained.",
    ];
    // A few words stand for themselves,
    assert_eq!(
        describe(&blocks, "Nobody asked", 0),
        Selector::Quote(quote("Nobody asked", None, None))
    );
    // many by their ends,
    assert_eq!(
        describe(&blocks, "Nobody asked when the port was built, or why", 0),
        Selector::Range(
            quote("Nobody asked when", None, None),
            quote("built, or why", None, None)
        )
    );
    // what stands twice with as much beside it as tells it apart,
    assert_eq!(
        describe(&blocks, "The port stays open", 1),
        Selector::Quote(quote("The port stays open", None, Some(", she")))
    );
    assert_eq!(
        describe(&blocks, "It rained.", 1),
        Selector::Quote(quote("It rained.", Some("said. "), None))
    );
    // what begins within a word with the beginning of that,
    assert_eq!(
        describe(&blocks, "body asked", 0),
        Selector::Quote(quote("body asked", Some("No"), None))
    );
    // and what goes over several blocks by what it has in the first and the last.
    assert_eq!(
        describe(&blocks, "why.It rained.The port", 0),
        Selector::Range(quote("why.", None, None), quote("The port", None, None))
    );
}

#[test]
fn what_cannot_be_told_is_refused() {
    let text = "cafe\u{301} o\u{fb03}ce   ".to_owned();
    let index = index(std::slice::from_ref(&text), "en");
    let why = |place: Range<usize>| index.describe(&text, place).expect_err("no selector");
    assert_eq!(why(0..4), Undescribable::CutsLetter);
    assert_eq!(why(10..12), Undescribable::Empty);
    assert_eq!(why(3..3), Undescribable::Empty);
    assert!(index.describe(&text, 0..5).is_ok());
}

/// Texts that repeat themselves, of several scripts, with marks and with what is
/// not seen.
fn blocks() -> impl Strategy<Value = Vec<String>> {
    let block = prop_oneof![
        4 => "[ab]{1,2}( [ab]{1,2}){0,12}",
        1 => "[ab .,’“”-]{1,20}",
        1 => "(停火|谈判|停|。|，){1,10}",
        1 => "(สวัสดี|ทำ|น้ำ| ){1,8}",
        1 => "(السلام|سَلَام|و| |ـ){1,8}",
        1 => "(e\u{301}|é|a\u{327}\u{301}|각|각|ᄀ\u{1161}|ﬁ|\u{AD}|\u{200F}| ){1,12}",
        1 => "(🚢|👩\u{200D}🚀|🇺🇦| |a){1,8}",
    ];
    proptest::collection::vec(block, 1..7)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    /// Any selection in any text becomes a selector that resolves to exactly that
    /// selection, but for what is not seen at its ends; or it cuts a letter, or
    /// there is nothing in it.
    #[test]
    fn any_selection_is_found_again(
        blocks in blocks(),
        language in proptest::sample::select(vec!["en", "zh", "th", "ar"]),
        from in any::<proptest::sample::Index>(),
        to in any::<proptest::sample::Index>(),
    ) {
        let text = blocks.concat();
        let mut places: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| text[..at].encode_utf16().count())
            .collect();
        places.push(text.encode_utf16().count());
        let (from, to) = (from.index(places.len()), to.index(places.len()));
        let place = places[from.min(to)]..places[from.max(to)];
        let index = index(&blocks, language);
        let units: Vec<u16> = text.encode_utf16().collect();
        match index.describe(&text, place.clone()) {
            Ok(Described { selector, place: found }) => {
                prop_assert_eq!(index.find(&selector, 9), Anchoring::Exact(found.clone()));
                // What was cut off at the ends is not seen.
                prop_assert!(place.start <= found.start && found.end <= place.end);
                for rest in [place.start..found.start, found.end..place.end] {
                    let rest = String::from_utf16_lossy(&units[rest]);
                    let is_unseen = |c: char| c.is_whitespace() || "\u{AD}\u{200F}".contains(c);
                    prop_assert!(rest.chars().all(is_unseen), "{rest:?} is seen");
                }
            }
            Err(Undescribable::Empty) => {
                let rest = String::from_utf16_lossy(&units[place]);
                let is_unseen = |c: char| c.is_whitespace() || "\u{AD}\u{200F}".contains(c);
                prop_assert!(rest.chars().all(is_unseen), "{rest:?} is seen");
            }
            // At one end of it, what stands on both sides is one letter.
            Err(Undescribable::CutsLetter) => {
                let nfkc = ComposingNormalizer::new_nfkc();
                let normal = |text: &str| nfkc.normalize(&text.replace(['\u{AD}', '\u{200F}'], "")).into_owned();
                let cuts = |at: usize| {
                    let (before, after) = units.split_at(at);
                    let [before, after] = [before, after].map(|part| normal(&String::from_utf16_lossy(part)));
                    [before, after].concat() != normal(&text)
                };
                prop_assert!(cuts(place.start) || cuts(place.end), "{place:?} of {text:?}");
            }
        }
    }
}
