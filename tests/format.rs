//! `docs/format.md` says what holds: its example is a document, its limits are
//! the reader's, and it names every field of the schema.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::Value as Json;
use standpoint::article::{Edtf, Value, limits, read_owned};
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../docs/format.md");
const SCHEMA: &str = include_str!("../static/schema/standpoint-1.json");

#[test]
fn the_example_is_a_document_without_mistakes() {
    let (_, rest) = PAGE.split_once("```json\n").expect("there is an example");
    let (example, _) = rest.split_once("```").expect("it ends");
    let document = Value::from_json(example).map(read_owned);
    assert!(matches!(document, Ok(Ok(_))), "{document:?}");
}

#[test]
fn the_limits_are_the_reader_s() {
    for (what, most) in [
        ("`organizations`", limits::ORGANIZATIONS),
        ("`people`", limits::PEOPLE),
        ("`topics`", limits::TOPICS),
        ("`scale`", limits::SCALE),
        ("`statements`", limits::STATEMENTS),
        ("`stances`", limits::STANCES),
        ("`events`", limits::EVENTS),
        ("`statement_ids`, `organization_ids`", limits::IDS),
        (
            "`conditions`, `notes`, `corrections`, `target`",
            limits::TEXTS,
        ),
        ("ids", limits::ID),
        ("dates, and the tag in `language`", limits::DATE),
        ("names, labels, headings: ", limits::NAME),
        ("addresses: `url`, `contact`", limits::ADDRESS),
        ("all other texts", limits::TEXT),
        ("bytes of the file", limits::BYTES),
        ("values of all kinds: ", limits::VALUES),
        ("objects and lists inside each other", limits::DEPTH.into()),
    ] {
        let (_, limits) = PAGE.split_once("## Limits").expect("a section on limits");
        let row = limits
            .lines()
            .find_map(|line| line.strip_prefix("| ")?.strip_prefix(what))
            .unwrap_or_else(|| panic!("no row for {what}"));
        let number = row.rsplit('|').nth(1).expect("two columns");
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(digits, most.to_string(), "{what}: {row}");
    }
}

#[test]
fn the_dates_are_dates() {
    let (_, dates) = PAGE.split_once("## Dates").expect("a section on dates");
    let (dates, _) = dates.split_once("## ").expect("it is not the last");
    let rows = dates.lines().filter_map(|line| line.strip_prefix("| `"));
    let mut count = 0;
    for row in rows {
        let written = row.split('|').next().expect("a column");
        for date in written.split('`').step_by(2) {
            assert!(Edtf::parse(date).is_some(), "{date} in {row}");
            count += 1;
        }
    }
    assert_eq!(count, 16);
}

#[test]
fn every_field_is_named() {
    let mut fields = BTreeSet::new();
    properties(&serde_json::from_str(SCHEMA).expect("JSON"), &mut fields);
    let unnamed: Vec<_> = fields
        .into_iter()
        .filter(|field| !PAGE.contains(&format!("`{field}`")))
        // Of the selectors the example says it.
        .filter(|field| !PAGE.contains(&format!("\"{field}\": ")))
        .collect();
    assert_eq!(unnamed, Vec::<String>::new());
}

fn properties(schema: &Json, found: &mut BTreeSet<String>) {
    match schema {
        Json::Object(words) => {
            if let Some(Json::Object(fields)) = words.get("properties") {
                found.extend(fields.keys().cloned());
            }
            words.values().for_each(|word| properties(word, found));
        }
        Json::Array(items) => items.iter().for_each(|item| properties(item, found)),
        _ => {}
    }
}
