//! Where passages stand in a text: the cases of `tests/anchoring`, and what
//! holds for every text.
#![cfg(not(target_arch = "wasm32"))]

use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use proptest::prelude::*;
use serde_json::Value;
use standpoint::anchoring::{Anchoring, Icu, Index, Malformed, parse_directives, to_directive};
use standpoint::article::{Selector, TextQuote};
use std::path::Path;

/// The only directive of a text.
fn parse_directive(text: &str) -> Result<Selector, Malformed> {
    let mut all = parse_directives(text)?;
    assert_eq!(all.len(), 1, "{text}");
    Ok(all.remove(0))
}

fn words(exact: &str) -> TextQuote {
    TextQuote {
        exact: exact.to_owned(),
        prefix: None,
        suffix: None,
    }
}

/// A selector of a case: a text directive, or an object as in a document.
fn selector(value: &Value) -> Selector {
    if let Some(directive) = value.as_str() {
        return parse_directive(directive).expect("a text directive");
    }
    let quote = |value: &Value| {
        assert_eq!(value["type"], "TextQuoteSelector");
        let text = |field| value[field].as_str().map(str::to_owned);
        TextQuote {
            exact: text("exact").expect("words"),
            prefix: text("prefix"),
            suffix: text("suffix"),
        }
    };
    match value["type"].as_str() {
        Some("RangeSelector") => {
            Selector::Range(quote(&value["startSelector"]), quote(&value["endSelector"]))
        }
        _ => Selector::Quote(quote(value)),
    }
}

/// A text that is asked for passages.
struct Text {
    index: Index<Icu>,
    units: Vec<u16>,
}

impl Text {
    fn new(blocks: &[&str], language: &str) -> Self {
        Self {
            index: Index::of_blocks(blocks.iter().copied(), Icu::new(language)),
            units: blocks.concat().encode_utf16().collect(),
        }
    }

    /// The state, and the passages as they stand in the text.
    fn resolve(&self, selector: &Selector) -> (&'static str, Vec<String>) {
        self.told(self.index.find(selector, 10))
    }

    /// The same for a text directive.
    fn follow(&self, directive: &Selector) -> (&'static str, Vec<String>) {
        self.told(self.index.find_directive(directive, 10))
    }

    fn told(&self, found: Anchoring) -> (&'static str, Vec<String>) {
        let (state, places) = match found {
            Anchoring::Exact(place) => ("exact", vec![place]),
            Anchoring::Changed(place) => ("changed", vec![place]),
            Anchoring::Ambiguous(places) => ("ambiguous", places),
            Anchoring::NotFound => ("not-found", Vec::new()),
        };
        let passage = |place| String::from_utf16(&self.units[place]).expect("whole characters");
        (state, places.into_iter().map(passage).collect())
    }
}

#[test]
fn every_case_is_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anchoring");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for entry in folder.read_dir().expect("a folder") {
        let file = entry.expect("a file").path();
        let json = std::fs::read_to_string(&file).expect("a text");
        let all: Vec<Value> = serde_json::from_str(&json).expect("a list of cases");
        for case in &all {
            cases += 1;
            let blocks = case["blocks"].as_array().expect("blocks");
            let blocks: Vec<&str> = blocks.iter().filter_map(Value::as_str).collect();
            let language = case["language"].as_str().unwrap_or("en");
            let text = Text::new(&blocks, language);
            let asked = selector(&case["selector"]);
            let (state, found) = match case["selector"].is_string() {
                true => text.follow(&asked),
                false => text.resolve(&asked),
            };
            let expected = case["found"].as_array().cloned().unwrap_or_default();
            if case["state"] != state || expected != found {
                wrong.push(format!("{}: {state} {found:?}", case["what"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases > 60, "{cases} cases");
}

#[test]
fn not_more_places_are_told_than_asked_for() {
    let index = Index::new("no no no no no", &[], Icu::new("en"));
    let selector = Selector::Quote(words("no"));
    let told = |most| match index.find(&selector, most) {
        Anchoring::Ambiguous(places) => places.len(),
        _ => 0,
    };
    assert_eq!((told(2), told(3), told(usize::MAX)), (2, 3, 5));
}

#[test]
fn a_directive_is_read_as_it_stands_in_a_link() {
    let bare = parse_directive("a-,b%20b,c,-d").expect("a directive");
    for text in [
        "text=a-,b%20b,c,-d",
        ":~:text=a-,b%20b,c,-d",
        "#:~:text=a-,b%20b,c,-d",
        "https://example.org/x#part:~:text=a-,b%20b,c,-d",
        "#:~:selector=x&text=a-,b%20b,c,-d&other",
    ] {
        assert_eq!(parse_directive(text).as_ref(), Ok(&bare), "{text}");
    }
    let (start, end) = (words("b b"), words("c"));
    let (prefix, suffix) = (Some("a".to_owned()), Some("d".to_owned()));
    let start = TextQuote { prefix, ..start };
    assert_eq!(bare, Selector::Range(start, TextQuote { suffix, ..end }));
}

#[test]
fn what_is_no_directive_is_refused() {
    for (text, why) in [
        ("", Malformed::NoStart),
        ("text=", Malformed::NoStart),
        ("a-", Malformed::NoStart),
        ("-a", Malformed::NoStart),
        ("a-,-b", Malformed::NoStart),
        ("-,a", Malformed::Empty),
        ("a,-", Malformed::Empty),
        ("a,", Malformed::Empty),
        (",a", Malformed::Empty),
        ("a-,b,c,d,-e", Malformed::TooMany),
        ("a,b,c", Malformed::TooMany),
        ("a-b-,c", Malformed::Hyphen),
        ("a-b", Malformed::Hyphen),
        ("a,b-c", Malformed::Hyphen),
        ("a,-b-c", Malformed::Hyphen),
        ("text=a&text=", Malformed::NoStart),
        ("a&b", Malformed::None),
    ] {
        assert_eq!(parse_directives(text), Err(why), "{text}");
    }
    let several = ["a", "b"].map(|word| Selector::Quote(words(word)));
    assert_eq!(
        parse_directives("#:~:text=a&text=b").as_deref(),
        Ok(several.as_slice())
    );
}

#[test]
fn percent_signs_that_encode_nothing_stand_for_themselves() {
    let read = |text| parse_directive(text).expect("a directive");
    assert_eq!(read("50% off%2"), Selector::Quote(words("50% off%2")));
    assert_eq!(read("%E2%82"), Selector::Quote(words("\u{FFFD}")));
}

#[test]
fn a_written_directive_needs_nothing_but_ascii() {
    let quote = Selector::Quote(TextQuote {
        prefix: Some("“it’s".to_owned()),
        suffix: None,
        ..words("a-b, c & (d)")
    });
    assert_eq!(
        to_directive(&quote),
        "%E2%80%9Cit%E2%80%99s-,a%2Db%2C%20c%20%26%20%28d%29"
    );
}

fn context() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("\\PC{1,12}")
}

/// What a directive can say: one prefix, one suffix.
fn sayable() -> impl Strategy<Value = Selector> {
    (
        "\\PC{1,20}",
        proptest::option::of("\\PC{1,20}"),
        context(),
        context(),
    )
        .prop_map(|(start, end, prefix, suffix)| match end {
            None => Selector::Quote(TextQuote {
                exact: start,
                prefix,
                suffix,
            }),
            Some(end) => Selector::Range(
                TextQuote {
                    prefix,
                    ..words(&start)
                },
                TextQuote {
                    suffix,
                    ..words(&end)
                },
            ),
        })
}

/// Words of several scripts, among them many that begin or end alike, and what
/// folding changes.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-c]{1,3}",
        2 => "[а-в]{1,3}",
        1 => "[éàüñ]{1,3}",
        1 => "[가-깋]{1,2}",
        1 => proptest::sample::select(vec![
            "it’s", "“so”", "ofﬁce", "har\u{AD}bour", "½", "e\u{301}te\u{301}", "…", "🚢",
            "ทำ", "ａｂ", "a\u{327}\u{301}", "Ǆ", "„ab“",
        ]).prop_map(str::to_owned),
    ]
}

fn blocks() -> impl Strategy<Value = Vec<Vec<String>>> {
    proptest::collection::vec(proptest::collection::vec(word(), 1..12), 1..5)
}

/// Another form of the same text.
fn forms(text: &str) -> [String; 4] {
    let composed = [
        ComposingNormalizer::new_nfc(),
        ComposingNormalizer::new_nfkc(),
    ];
    let apart = [
        DecomposingNormalizer::new_nfd(),
        DecomposingNormalizer::new_nfkd(),
    ];
    let [nfc, nfkc] = composed.map(|n| n.normalize(text).into_owned());
    let [nfd, nfkd] = apart.map(|n| n.normalize(text).into_owned());
    [nfc, nfd, nfkc, nfkd]
}

/// The words as they are compared, by a plainer way than the one that is tested.
fn compared(text: &str) -> String {
    let [_, _, seen, _] = forms(&text.replace('\u{AD}', ""));
    let straight = seen
        .replace(['‘', '’', '‚', '‛', 'ʼ'], "'")
        .replace(['“', '”', '„', '‟'], "\"");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn what_is_written_is_read(selector in sayable()) {
        prop_assert_eq!(parse_directive(&to_directive(&selector)), Ok(selector));
    }

    #[test]
    fn reading_never_fails_badly(text in "\\PC{0,20}|[%,&a:~=0-9-]{0,20}") {
        let _ = parse_directives(&text);
    }

    /// Whatever is found is what was asked for, and words that were cut out are
    /// found where they were cut.
    #[test]
    fn words_are_found_where_they_were_cut(
        blocks in blocks(),
        at in any::<proptest::sample::Index>(),
        from in any::<proptest::sample::Index>(),
        count in 1..4_usize,
    ) {
        let texts: Vec<String> = blocks.iter().map(|words| words.join(" \n")).collect();
        let number = at.index(blocks.len());
        let words_of = &blocks[number];
        let from = from.index(words_of.len());
        let to = words_of.len().min(from + count);
        let cut = words_of[from..to].join(" ");
        let before: usize = texts[..number].iter().map(|text| text.encode_utf16().count()).sum();
        let head = words_of[..from].join(" \n");
        let gap = if from == 0 { 0 } else { 2 };
        let start = before + head.encode_utf16().count() + gap;
        let length = words_of[from..to].join(" \n").encode_utf16().count();

        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let index = Index::of_blocks(texts.iter().copied(), Icu::new("en"));
        let places = match index.find(&Selector::Quote(words(&cut)), usize::MAX) {
            Anchoring::Exact(place) | Anchoring::Changed(place) => vec![place],
            Anchoring::Ambiguous(places) => places,
            Anchoring::NotFound => Vec::new(),
        };
        prop_assert!(places.contains(&(start..start + length)), "{cut:?} in {texts:?}: {places:?}");
        let units: Vec<u16> = texts.concat().encode_utf16().collect();
        for place in places {
            let passage = String::from_utf16(&units[place]).expect("whole characters");
            prop_assert_eq!(compared(&passage), compared(&cut));
        }
    }

    /// Folding finds nothing that is not there.
    #[test]
    fn what_is_not_there_is_not_found(blocks in blocks(), other in word()) {
        let texts: Vec<String> = blocks.iter().map(|words| words.join(" ")).collect();
        let index = Index::of_blocks(texts.iter().map(String::as_str), Icu::new("en"));
        let there = texts.iter().any(|text| compared(text).contains(&compared(&other)));
        let found = index.find(&Selector::Quote(words(&other)), 2) != Anchoring::NotFound;
        prop_assert!(there || !found, "{other:?} in {texts:?}");
    }

    /// The normal form of page and selector changes neither the state nor what
    /// is found.
    #[test]
    fn normal_forms_change_nothing(blocks in blocks(), other in word(), two in word()) {
        let texts: Vec<String> = blocks.iter().map(|words| words.join(" ")).collect();
        let (others, twos) = (forms(&other), forms(&two));
        // What each form of the selectors finds, in the text as it is and in
        // each form of it.
        let found_in = |texts: &[String]| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let text = Text::new(&texts, "en");
            let selectors = others.iter().zip(&twos).flat_map(|(other, two)| {
                let quote = Selector::Quote(words(other));
                [quote, Selector::Range(words(other), words(two))]
            });
            let found = selectors.map(|selector| {
                let (state, found) = text.resolve(&selector);
                (state, found.iter().map(|text| compared(text)).collect::<Vec<_>>())
            });
            found.collect::<Vec<_>>()
        };
        let expected = found_in(&texts);
        for pair in expected.chunks(2) {
            prop_assert_eq!(pair, &expected[..2]);
        }
        for form in 0..4 {
            let changed: Vec<String> = texts.iter().map(|text| forms(text)[form].clone()).collect();
            prop_assert_eq!(&found_in(&changed), &expected);
        }
    }
}
