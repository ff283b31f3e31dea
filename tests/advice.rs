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
const WORTH_A_LOOK: &str = r#"{
  "format": "standpoint/1", "language": "en",
  "article": { "headline": "A bridge", "description": "A bridge.", "paragraphs": 3 },
  "review": { "method": "By hand", "updated": "2024" },
  "organizations": [
    { "id": "town", "name": "The Town", "short_name": "Town", "classification": "authority" },
    { "id": "ferry", "name": "The Ferry", "short_name": "Ferry", "classification": "company" },
    { "id": "ferries", "name": "The Ferrys", "short_name": "Ferries", "classification": "company" }
  ],
  "people": [{ "id": "ames", "name": "Ida Ames", "role": "Mayor", "organization_id": "town" }],
  "topics": [
    { "id": "bridge", "name": "The bridge", "question": "Should it stay closed?" },
    { "id": "fares", "name": "Fares", "question": "Should they rise?" }
  ],
  "statements": [
    { "id": "quoted", "kind": "direct_quote", "speaker_id": "ames", "text": "It is closed.", "paragraph": 1, "target": { "type": "TextQuoteSelector", "exact": "It is closed." } },
    { "id": "told", "kind": "narration", "text": "It fell.", "paragraph": 2, "target": { "type": "TextQuoteSelector", "exact": "it came down" } },
    { "id": "idle", "kind": "commentary", "text": "It was old.", "paragraph": 2, "target": { "type": "TextQuoteSelector", "exact": "after so many years" } }
  ],
  "stances": [
    { "organization_id": "town", "topic_id": "bridge", "position": "for", "summary": "Closed.", "statement_ids": ["quoted"] },
    { "organization_id": "ferry", "topic_id": "bridge", "position": "for", "summary": "Closed too.", "statement_ids": ["quoted"] },
    { "organization_id": "ferry", "topic_id": "fares", "position": "for", "summary": "Up.", "statement_ids": ["told"] }
  ]
}"#;
