//! What nobody sees and what would turn what is seen: told, and never shown.
#![cfg(not(target_arch = "wasm32"))]

mod program;

use program::{file, standpoint, stdout, told};
use serde_json::{Value as Json, json};
use standpoint::article::{Value, read};
use std::path::Path;

fn harbour() -> Json {
    serde_json::from_str(include_str!("../seeds/harbour-town.json")).expect("JSON")
}

/// What is told of a document's characters.
fn of_characters(name: &str, document: &Json) -> Vec<String> {
    let file = file(name, document.to_string());
    let codes = [
        "turned-direction",
        "unseen-character",
        "unreadable-character",
    ];
    let all = told(&[&file]).into_iter();
    let all = all.filter(|(_, code, _)| codes.contains(&code.as_str()));
    all.map(|(level, code, at)| format!("{level} {code} {at}"))
        .collect()
}

#[test]
fn what_turns_a_direction_is_a_mistake_and_is_not_shown() {
    for turning in
        "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}".chars()
    {
        let mut document = harbour();
        let name = format!("{turning}The Mayor");
        document["organizations"][0]["name"] = json!(name);
        document["stances"][0]["conditions"] = json!([format!("If{turning} so")]);
        assert_eq!(
            of_characters("turned.json", &document),
            [
                "error turned-direction /organizations/0/name",
                "error turned-direction /stances/0/conditions/0"
            ]
        );
        let value: Value = serde_json::from_str(&document.to_string()).expect("JSON");
        let read = read(&value).expect("it can be shown all the same");
        assert_eq!(read.organizations[0].name, "The Mayor");
        assert_eq!(read.stances[0].conditions, ["If so"]);
    }
}

#[test]
fn what_is_not_seen_is_worth_a_look_wherever_it_is() {
    assert!(of_characters("unseen.json", &harbour()).is_empty());
    let mut document = harbour();
    document["people"][0]["role"] = json!("May\u{200B}or");
    document["topics"][0]["x_own~a/b"] = json!({ "deep": ["a\u{FEFF}b"] });
    document["article"]["publisher"] = json!("The\u{7}Gazette");
    document["statements"][0]["text"] = json!("A \u{FFFD} word");
    // These are needed: in Arabic and Persian, in Hindi, in long words.
    document["statements"][1]["text"] = json!("\u{200F}می\u{200C}خواهد क्\u{200D}ष har\u{AD}bour");
    let expected = [
        "warning unreadable-character /statements/0/text",
        "warning unseen-character /article/publisher",
        "warning unseen-character /people/0/role",
        "warning unseen-character /topics/0/x_own~0a~1b/deep/0",
    ];
    let mut told = of_characters("unseen.json", &document);
    told.sort();
    assert_eq!(told, expected);
}

#[test]
fn a_half_of_a_character_is_a_mistake_with_its_place() {
    let document = harbour().to_string().replacen("The", "\\ud83d The", 1);
    let file = file("surrogate.json", document);
    assert_eq!(told(&[&file])[0].1, "syntax");
    let line = stdout(&standpoint(&["check", &file]));
    assert!(line.contains("column"), "{line}");
}

#[test]
fn an_address_holds_nothing_that_could_end_it() {
    for address in [
        "http://a><script>alert(1)</script>",
        "https://example.org/\"onload=",
        "https://example.org/'x",
        "https://example.org/a b",
        "https://example.org/`x`",
        "https://example.org/\n",
        "https://example.org/\u{a0}",
    ] {
        let mut document = harbour();
        document["article"]["url"] = json!(address);
        document["review"]["contact"] = json!(format!("mailto:a{}@b", &address[8..]));
        let file = file("address.json", document.to_string());
        let codes: Vec<String> = told(&[&file])
            .into_iter()
            .map(|(_, code, _)| code)
            .collect();
        assert!(
            codes.contains(&"bad-url".to_owned()),
            "{address}: {codes:?}"
        );
    }
    let mut document = harbour();
    document["article"]["url"] = json!("https://example.org/O%27Brien?a=%3Cb%3E&c=(d)#e:~:text=f");
    let file = file("address.json", document.to_string());
    assert!(told(&[&file]).iter().all(|(level, ..)| level == "warning"));
}

#[test]
fn json_for_a_script_cannot_end_it_nor_begin_a_comment_in_it() {
    let mut document = harbour();
    let nasty = "</script><!--<script>]]>";
    document["article"]["headline"] = json!(nasty);
    let file = file("script.json", document.to_string());
    let graph = stdout(&standpoint(&["export", &file, "--format", "jsonld"]));
    assert!(!graph.contains('<'), "{graph}");
    let graph: Json = serde_json::from_str(&graph).expect("JSON");
    assert!(graph.to_string().contains(&nasty.replace('"', "\\\"")));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("script");
    let out = folder.to_string_lossy();
    let rendered = standpoint(&["render", &file, "--out", &out]);
    assert_eq!(rendered.status.code(), Some(0), "{rendered:?}");
    let files = folder.read_dir().expect("a folder");
    let pages: Vec<String> = files
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a text"))
        .filter(|page| page.contains("application/ld+json"))
        .collect();
    assert!(!pages.is_empty());
    for page in pages {
        assert!(!page.contains("<!--<script>"), "{page}");
    }
}
