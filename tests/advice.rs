//! What `check` finds worth a look in a document without mistakes.

#![cfg(not(target_arch = "wasm32"))]

mod program;

use program::{file, standpoint, stdout, told};

#[test]
fn what_is_worth_a_look_is_told_and_is_no_mistake() {
    let file = file("worth-a-look.json", WORTH_A_LOOK);
    let expected = [
        ("similar-parties", "/organizations/2/name"),
        ("party-without-position", "/organizations/2"),
        ("undated-quotation", "/statements/0"),
        ("unused-statement", "/statements/2"),
        ("others-words", "/stances/1/statement_ids"),
        ("only-narration", "/stances/2/statement_ids"),
    ];
    let expected = expected.map(|(code, at)| ("warning".into(), code.into(), at.into()));
    assert_eq!(told(&[&file]), expected);
    let status = |arguments: &[&str]| standpoint(arguments).status.code();
    assert_eq!(status(&["check", &file]), Some(0));
    assert_eq!(status(&["check", "--strict", &file]), Some(1));
    let lines = stdout(&standpoint(&["check", &file]));
    assert!(
        lines.ends_with(": no mistake found, 6 warnings\n"),
        "{lines}"
    );
}

#[test]
fn others_words_are_not_made_ones_own_by_the_articles() {
    let mixed = WORTH_A_LOOK.replace(
        r#""summary": "Closed too.", "statement_ids": ["quoted"]"#,
        r#""summary": "Closed too.", "statement_ids": ["quoted", "told"]"#,
    );
    assert_ne!(mixed, WORTH_A_LOOK);
    let told = told(&[&file("mixed.json", mixed)]);
    let is_there = |(_, code, at): &(String, String, String)| {
        code == "others-words" && at == "/stances/1/statement_ids"
    };
    assert!(told.iter().any(is_there), "{told:?}");
}

/// One of everything that is worth a look.
const WORTH_A_LOOK: &str = include_str!("documents/worth-a-look.json");
