//! The words are the words: what the command line says of a document against its
//! article's text, and what it writes of that.
#![cfg(not(target_arch = "wasm32"))]

mod generate;
mod program;

use generate::document;
use program::{file, standpoint, stdout, told};
use proptest::prelude::*;
use serde_json::Value as Json;
use standpoint::anchoring::{Icu, Index};
use standpoint::article::{Document, Level, Selector, StatementKind, Target, TextQuote};
use standpoint::revise::{Text, against};

/// A small document with a quotation first of all.
const QUOTED: &str = include_str!("documents/worth-a-look.json");

const HARBOUR: &str = include_str!("../seeds/harbour-town.json");
const TOWN: &str = include_str!("documents/harbour-town.txt");

#[test]
fn a_quotation_that_differs_in_any_one_word_is_told() {
    let document: Json = serde_json::from_str(HARBOUR).expect("JSON");
    let text = "tests/documents/harbour-town.txt";
    let mut count = 0;
    for (index, statement) in document["statements"]
        .as_array()
        .expect("a list")
        .iter()
        .enumerate()
    {
        let words = statement["text"].as_str().expect("a text");
        // What is changed in a text's ends, its selector tells already.
        if statement["kind"] != "direct_quote" || statement["target"]["type"] != "RangeSelector" {
            continue;
        }
        let words: Vec<&str> = words.split(' ').collect();
        let middle = words.len() / 2;
        let mut other = words.clone();
        other[middle] = "never";
        let mut broken = document.clone();
        broken["statements"][index]["text"] = Json::from(other.join(" "));
        let file = file("other-word.json", broken.to_string());
        let told = told(&[&file, "--text", text]);
        let place = format!("/statements/{index}/text");
        let expected = ("error".to_owned(), "quotation-differs".to_owned(), place);
        assert!(told.contains(&expected), "{told:?}");
        let lines = stdout(&standpoint(&["check", &file, "--text", text]));
        assert!(lines.contains("never"), "{lines}");
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn words_that_have_changed_are_told_passage_by_passage() {
    let text = TOWN.replace("two hundred jobs", "three hundred jobs");
    let text = file("changed-town.txt", text);
    let codes = told(&["seeds/harbour-town.json", "--text", &text]);
    let errors: Vec<&str> = codes
        .iter()
        .filter(|(level, ..)| level == "error")
        .map(|(_, code, _)| code.as_str())
        .collect();
    assert!(errors.contains(&"other-text"), "{errors:?}");
    assert!(
        errors.contains(&"quotation-differs") || errors.contains(&"not-found"),
        "{errors:?}"
    );
}

#[test]
fn anchoring_anew_changes_nothing_and_first_only_what_it_is_for() {
    let bare: String = without_digests(HARBOUR);
    let path = file("anchored.json", &bare);
    let text = "tests/documents/harbour-town.txt";
    let anchor = || standpoint(&["anchor", &path, "--text", text]);
    assert_eq!(anchor().status.code(), Some(0));
    let once = std::fs::read_to_string(&path).expect("it is there");
    // All that came is digests; every other byte is as it was.
    assert_eq!(without_digests(&once), bare);
    assert!(once.contains("\"digest\""));
    assert!(stdout(&anchor()).contains(": 0 fields written"));
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), once);
}

#[test]
fn who_anchors_words_that_have_changed_is_told() {
    let path = file("anchored-anew.json", HARBOUR);
    let text = TOWN.replace("no side until it had", "no sides until it had");
    let text = file("edited-town.txt", text);
    let output = standpoint(&["anchor", &path, "--text", &text]);
    assert_eq!(output.status.code(), Some(0));
    let lines = stdout(&output);
    assert!(
        lines.starts_with("/statements/1: written anew, "),
        "{lines}"
    );
    assert_eq!(lines.lines().count(), 2, "{lines}");
}

#[test]
fn a_quotation_that_stands_twice_is_told_though_its_passage_does_not() {
    let quotation = "A promise that hangs on a car park is not a promise.";
    let text = file(
        "twice.txt",
        TOWN.replace("If the council", &format!("{quotation} If the council")),
    );
    let of_it = |document: &str| {
        let path = file("twice.json", document);
        let all = told(&[&path, "--text", &text]).into_iter();
        let all = all.filter(|(.., at)| at.starts_with("/statements/6/"));
        all.map(|(level, code, at)| format!("{level} {code} {at}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of_it(HARBOUR),
        ["warning twice-in-article /statements/6/target"]
    );
    let alone = HARBOUR.replacen(
        &format!("\"exact\": \"{quotation}\""),
        &format!("\"exact\": \"{quotation}\", \"prefix\": \"said: “\""),
        1,
    );
    assert_ne!(alone, HARBOUR);
    assert_eq!(
        of_it(&alone),
        ["warning twice-in-article /statements/6/text"]
    );
}

/// A document without the digests of its passages.
fn without_digests(document: &str) -> String {
    let mut left = String::new();
    let mut rest = document;
    while let Some(at) = rest.find("\"digest\"") {
        left += rest[..at].trim_end().trim_end_matches(',');
        let value = &rest[at + "\"digest\"".len()..];
        rest = value.splitn(3, '"').nth(2).unwrap_or_default();
    }
    left + rest
}

#[test]
fn a_new_text_is_told_of_and_only_paragraphs_are_written() {
    let path = file("revised.json", HARBOUR);
    let text = TOWN.replacen("\nTor Eklund", "\nA word between.\nTor Eklund", 1);
    let text = file("longer-town.txt", text);
    let output = standpoint(&["revise", &path, "--text", &text, "--json", "--write"]);
    let answer: Json = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(output.status.code(), Some(0), "{answer:#}");
    assert_eq!(answer["new_paragraphs"], serde_json::json!([5]));
    let passages = answer["passages"].as_array().expect("a list");
    let moved = passages
        .iter()
        .filter(|passage| passage["state"] == "moved")
        .count();
    let held = passages
        .iter()
        .filter(|passage| passage["state"] == "holds")
        .count();
    assert!(moved > 0 && held > 0 && moved + held == passages.len());
    let written = std::fs::read_to_string(&path).expect("it is there");
    let differing = HARBOUR.lines().zip(written.lines()).filter(|(a, b)| a != b);
    let mut count = 0;
    for (was, now) in differing {
        assert!(
            was.contains("\"paragraph\"") && now.contains("\"paragraph\""),
            "{was} {now}"
        );
        count += 1;
    }
    assert_eq!(count, moved);
    let nothing = file("nothing.txt", "Nothing of it.");
    let output = standpoint(&["revise", &path, "--text", &nothing]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains(": gone"), "{}", stdout(&output));
}

#[test]
fn an_interrupted_quotation_is_held_piece_by_piece() {
    let text = file(
        "interrupted.txt",
        "\u{201c}We agree,\u{201d} she said, \u{201c}but not today.\u{201d}\n\u{201c}Perhaps.\u{201d}\n",
    );
    let codes_of = |words: &str, pieces: [&str; 2]| {
        let pieces =
            pieces.map(|exact| format!(r#"{{ "type": "TextQuoteSelector", "exact": "{exact}" }}"#));
        let target = format!("[{}]", pieces.join(", "));
        let document = QUOTED
            .replacen(
                r#"{ "type": "TextQuoteSelector", "exact": "It is closed." }"#,
                &target,
                1,
            )
            .replacen("It is closed.", words, 1);
        let path = file("interrupted.json", document);
        let all = told(&[&path, "--text", &text]);
        let of_it = all
            .into_iter()
            .filter(|(level, _, at)| level == "error" && at.starts_with("/statements/0/"));
        of_it.map(|(_, code, _)| code).collect::<Vec<_>>()
    };
    let codes = |words| codes_of(words, ["We agree,", "but not today."]);
    assert_eq!(codes("We agree, [\u{2026}] but not today."), [""; 0]);
    assert_eq!(codes("We agree, [...] but not today."), [""; 0]);
    // Something is left out, and the quotation must say so.
    assert_eq!(codes("We agree, but not today."), ["quotation-differs"]);
    assert_eq!(
        codes("We agree, [\u{2026}] but never today."),
        ["quote-differs"]
    );
    // What was said first may not be put last.
    let turned = codes_of(
        "but not today. [\u{2026}] We agree,",
        ["but not today.", "We agree,"],
    );
    assert_eq!(turned, ["quotation-differs"]);
}

#[test]
fn how_words_are_written_makes_no_difference_to_them() {
    let written = |exact: &str, words: &str| {
        QUOTED
            .replacen(
                r#""exact": "It is closed.""#,
                &format!(r#""exact": "{exact}""#),
                1,
            )
            .replacen("It is closed.", words, 1)
    };
    let quotation = |exact: &str, words: &str| {
        let path = file("written.json", written(exact, words));
        let all = told(&[&path]);
        let of_it = all
            .into_iter()
            .filter(|(_, _, at)| at.starts_with("/statements/0/"));
        of_it.map(|(_, code, _)| code).collect::<Vec<_>>()
    };
    // Another normal form, a ligature, full width, and what nobody sees but for the
    // warning that it is there.
    assert_eq!(
        quotation("le caf\u{e9} est \u{fb01}ni", "le cafe\u{301} est fini"),
        [""; 0]
    );
    assert_eq!(
        quotation("\u{ff21}BC \u{2bc}tis", "ABC \u{2019}tis"),
        [""; 0]
    );
    assert_eq!(quotation("caf\u{e9}", "cafe"), ["quote-differs"]);
    // Nor to the digest of a text.
    let digest_of = |text: &str| {
        let text = file("written.txt", text);
        // What it is, it tells where it is another.
        let other = format!(r#""text_digest": "{}", "paragraphs""#, "0".repeat(64));
        let path = file(
            "written.json",
            QUOTED.replacen(r#""paragraphs""#, &other, 1),
        );
        let lines = stdout(&standpoint(&["check", &path, "--text", &text]));
        let digest = lines
            .split(|c: char| !c.is_ascii_hexdigit())
            .find(|word| word.len() == 64 && !word.starts_with("000"));
        digest.map(str::to_owned).expect("a digest")
    };
    assert_eq!(
        digest_of("Le caf\u{e9}\u{a0}est \u{fb01}ni."),
        digest_of("Le cafe\u{301} est fini.")
    );
    assert_ne!(
        digest_of("Le caf\u{e9} est fini."),
        digest_of("Le cafe est fini.")
    );
}

/// A text of an article with a quotation in one of its paragraphs: the paragraphs,
/// which of them, and the words of the quotation.
fn quoted() -> impl Strategy<Value = (Vec<String>, usize, Vec<String>)> {
    let word = || {
        prop_oneof![
            6 => "[a-d]{1,4}",
            2 => "[а-г]{1,4}",
            1 => "[éü]{1,3}",
            1 => proptest::sample::select(vec![
                "ofﬁce", "e\u{301}te\u{301}", "it’s", "停火", "ทำ", "سَلَام", "har\u{AD}bour", "1,000", "…",
            ])
            .prop_map(str::to_owned),
        ]
    };
    let sentence = move |range| proptest::collection::vec(word(), range);
    let paragraphs = proptest::collection::vec(sentence(1..9_usize), 1..5);
    (
        paragraphs,
        any::<proptest::sample::Index>(),
        sentence(2..20_usize),
    )
        .prop_map(|(paragraphs, at, words)| {
            let at = at.index(paragraphs.len());
            let mut text: Vec<String> = paragraphs.iter().map(|words| words.join(" ")).collect();
            text[at] += &format!(" said: “{}”, and so on.", words.join(" "));
            (text, at, words)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A direct quotation of which one word is another than the article's is told,
    /// by whatever selector it stands there.
    #[test]
    fn one_changed_word_in_any_quotation_is_told(
        (paragraphs, at, words) in quoted(),
        which in any::<proptest::sample::Index>(),
        by_ends in any::<bool>(),
    ) {
        let text = Text::new(&paragraphs.join("\n"), Icu::new("en"));
        let quotation = words.join(" ");
        let before: usize = paragraphs[..at].iter().map(|one| one.encode_utf16().count()).sum();
        let head = paragraphs[at].split('“').next().expect("a beginning");
        let start = before + head.encode_utf16().count() + 1;
        let place = start..start + quotation.encode_utf16().count();
        let index = Index::of_blocks(paragraphs.iter().map(String::as_str), Icu::new("en"));
        let described = index.describe(&paragraphs.concat(), place).expect("a selector");
        let mut document = document(&["town"], &["bridge"], &[("town", "bridge", "yes", "")]);
        document.language = "en".to_owned();
        document.article.paragraphs = text.count();
        let statement = &mut document.statements[0];
        statement.kind = StatementKind::DirectQuote;
        statement.paragraph = u32::try_from(at + 1).expect("a few");
        statement.text = quotation.clone();
        statement.targets = vec![Target::from(described.selector)];
        let codes = |document: &Document| {
            let all = against(document, &text).into_iter();
            let errors = all.filter(|finding| finding.level == Level::Error);
            errors.map(|finding| finding.code).collect::<Vec<_>>()
        };
        prop_assert_eq!(codes(&document), Vec::<&str>::new());
        let mut other = words.clone();
        other[which.index(words.len())] = "xyz".to_owned();
        let other = other.join(" ");
        let statement = &mut document.statements[0];
        statement.text = other.clone();
        if !by_ends {
            statement.targets[0].selector = Selector::Quote(TextQuote {
                exact: other,
                prefix: None,
                suffix: None,
            });
        }
        prop_assert!(!codes(&document).is_empty());
    }
}
