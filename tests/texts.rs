//! Every text of the interface is there, and none for nobody.

#![cfg(not(target_arch = "wasm32"))]

use standpoint::i18n::Texts;
use std::collections::BTreeSet;
use std::path::Path;

/// Keys that are put together from a prefix and a name of the program's own.
const COMPOSED: [&str; 9] = [
    "choose.only.",
    "choose.parties",
    "choose.topics",
    "choose.party-order.",
    "choose.topic-order.",
    "kind.",
    "season.",
    "statements.by.",
    "view.",
];

fn sources(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "js")
        {
            into.push_str(&std::fs::read_to_string(&path).expect("a source"));
        }
    }
}

fn stem(key: &str) -> &str {
    let form = key.rsplit('.').next().unwrap_or_default();
    match form {
        "zero" | "one" | "two" | "few" | "many" | "other" => &key[..key.len() - form.len() - 1],
        _ => key,
    }
}

#[test]
fn no_text_is_there_for_nobody() {
    let mut source = String::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut source,
    );
    // The loader has a few words of its own.
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/static/loader")),
        &mut source,
    );
    let texts = Texts::english("en");
    let unused: Vec<_> = texts
        .keys()
        .filter(|key| !COMPOSED.iter().any(|prefix| key.starts_with(prefix)))
        .filter(|key| !source.contains(&format!("\"{key}\"")))
        .filter(|key| !source.contains(&format!("\"{}\"", stem(key))))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

#[test]
fn no_text_is_missing() {
    let mut source = String::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/components")),
        &mut source,
    );
    let texts = Texts::english("en");
    let known: BTreeSet<&str> = texts.keys().map(stem).collect();
    let asked = |call: &str| -> Vec<String> {
        let after = source.split(call).skip(1);
        after
            .filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let mut all = asked("texts.get(\"");
    all.extend(asked("texts.with(\""));
    all.extend(asked("texts.count(\""));
    assert!(
        all.len() > 40,
        "the calls are written in another way now: {}",
        all.len()
    );
    let missing: Vec<_> = all
        .iter()
        .filter(|key| !known.contains(key.as_str()))
        .collect();
    assert!(missing.is_empty(), "there is no text for {missing:?}");
}
