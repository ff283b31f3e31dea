//! The published JSON Schema against the reader: the same documents pass, and
//! of thousands of mutants each is refused by both or by neither.
#![cfg(not(target_arch = "wasm32"))]

mod cases;
mod mutants;

use cases::{BAD, GOOD, SEEDS};
use jsonschema::Validator;
use mutants::{mutants, with};
use serde_json::{Value as Json, json};
use standpoint::article::{Value, read};
use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../static/schema/standpoint-1.json");

/// The faults that a schema can express. The others hold between two places of
/// a document, or want a calendar: `duplicate-id`, `unknown-id`, `bad-date`,
/// `end-before-start`, `no-such-paragraph`, `scale-order`, `quote-differs`. How
/// large a document may be is held against each other in `tests/limits.rs`.
const EXPRESSIBLE: [&str; 23] = [
    "missing",
    "wrong-type",
    "unknown-field",
    "blank",
    "empty-list",
    "not-one-of",
    "bad-format",
    "bad-id",
    "bad-url",
    "bad-contact",
    "bad-language",
    "bad-color",
    "bad-digest",
    "bad-passage-digest",
    "off-scale",
    "reserved-position",
    "no-speaker",
    "two-speakers",
    "speaker-of-own-voice",
    "no-statement",
    "repeated-id",
    "too-long",
    "too-many",
];

fn schema() -> Json {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("the schema is a schema")
}

fn good(name: &str) -> Json {
    let case = GOOD.iter().find(|case| case.name == name).expect("listed");
    serde_json::from_str(case.json).expect("JSON")
}

/// Whether the reader finds nothing that a schema could have found.
fn reader_passes(document: &Json) -> bool {
    let value: Value = serde_json::from_value(document.clone()).expect("a tree");
    let problems = read(&value).err().unwrap_or_default();
    !problems
        .iter()
        .any(|problem| EXPRESSIBLE.contains(&problem.fault.code()))
}

#[test]
fn the_schema_is_a_schema() {
    let schema = schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert_eq!(schema["$id"], "urn:standpoint:schema:1");
    let errors: Vec<String> = jsonschema::draft202012::meta::validator()
        .iter_errors(&schema)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn good_documents_and_seeds_are_valid() {
    let validator = validator();
    for case in GOOD.iter().chain(SEEDS) {
        let document: Json = serde_json::from_str(case.json).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", case.name);
    }
}

#[test]
fn a_bad_document_is_invalid_where_a_schema_can_tell() {
    let validator = validator();
    for case in BAD {
        let document: Json = serde_json::from_str(case.json).expect("JSON");
        assert_eq!(
            validator.is_valid(&document),
            reader_passes(&document),
            "{}",
            case.name
        );
    }
}

#[test]
fn schema_and_reader_agree_on_every_mutant() {
    let validator = validator();
    let (mut count, mut refused, mut disagreements) = (0, 0, Vec::new());
    for name in ["everything", "minimal", "x-fields"] {
        mutants(&good(name), &mut |what, mutant| {
            let (schema, reader) = (validator.is_valid(mutant), reader_passes(mutant));
            count += 1;
            refused += usize::from(!reader);
            if schema != reader && disagreements.len() < 20 {
                let word = |passes| if passes { "passes" } else { "refuses" };
                let (schema, reader) = (word(schema), word(reader));
                disagreements.push(format!("{name}{what}: schema {schema}, reader {reader}"));
            }
        });
    }
    assert!(disagreements.is_empty(), "{disagreements:#?}");
    println!("{count} mutants, {refused} of them refused by both");
    assert!(count > 10_000 && refused > count / 3 && refused < count);
}

#[test]
fn they_agree_on_who_may_speak() {
    let validator = validator();
    let base = good("everything");
    let ids = [None, Some(json!("ames")), Some(json!("")), Some(Json::Null)];
    let texts = [
        None,
        Some(json!("Sources")),
        Some(json!("")),
        Some(Json::Null),
    ];
    for kind in [
        "direct_quote",
        "reported_speech",
        "narration",
        "commentary",
        "quote",
        "",
    ] {
        for id in &ids {
            for text in &texts {
                let mut statement = base["statements"][1].clone();
                statement["kind"] = json!(kind);
                let fields = statement.as_object_mut().expect("an object");
                fields.remove("speaker_id");
                for (name, value) in [("speaker_id", id), ("attribution_text", text)] {
                    if let Some(value) = value {
                        fields.insert(name.to_owned(), value.clone());
                    }
                }
                let document = with(&base, "/statements/1", statement);
                let verdicts = (validator.is_valid(&document), reader_passes(&document));
                assert_eq!(verdicts.0, verdicts.1, "{kind} {id:?} {text:?}");
            }
        }
    }
}

#[test]
fn they_agree_on_what_a_passage_is() {
    let validator = validator();
    let base = good("everything");
    let words = json!({ "type": "TextQuoteSelector", "exact": "a" });
    let fields = [
        ("exact", json!("a")),
        ("prefix", json!("a")),
        ("startSelector", words.clone()),
        ("endSelector", words.clone()),
        ("x_", words),
    ];
    for kind in [
        json!("TextQuoteSelector"),
        json!("RangeSelector"),
        json!("Other"),
        Json::Null,
    ] {
        for chosen in 0..1_u32 << fields.len() {
            let mut selector = json!({ "type": kind });
            for (index, (name, value)) in fields.iter().enumerate() {
                if chosen & 1 << index != 0 {
                    selector[*name] = value.clone();
                }
            }
            for place in ["/statements/5/target", "/statements/0/target/startSelector"] {
                let document = with(&base, place, selector.clone());
                let verdicts = (validator.is_valid(&document), reader_passes(&document));
                assert_eq!(verdicts.0, verdicts.1, "{place} {selector}");
            }
        }
    }
}

/// Otherwise the mutants would leave something out.
#[test]
fn the_full_document_has_every_field_of_the_schema() {
    let mut of_schema = BTreeSet::new();
    let mut of_document = BTreeSet::new();
    let schema = schema();
    objects(&schema, "", &mut |path, object| {
        if let Some(properties) = object.get("properties").and_then(Json::as_object)
            && !path.ends_with("/if")
        {
            of_schema.extend(properties.keys().cloned());
        }
    });
    objects(&good("everything"), "", &mut |_, object| {
        of_document.extend(
            object
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| name.clone()),
        );
    });
    assert_eq!(of_schema, of_document);
}

/// Editors show a field's title and description.
#[test]
fn every_field_is_explained_and_every_object_is_closed() {
    let schema = schema();
    objects(&schema, "", &mut |path, object| {
        let Some(properties) = object.get("properties").and_then(Json::as_object) else {
            return;
        };
        if path.ends_with("/if") || path.ends_with("/selector") {
            return;
        }
        assert_eq!(object["additionalProperties"], false, "{path}");
        assert_eq!(
            object["patternProperties"],
            json!({ "^x_": true }),
            "{path}"
        );
        for (name, field) in properties {
            let target = field["$ref"]
                .as_str()
                .and_then(|to| schema.pointer(&to[1..]));
            for word in ["title", "description"] {
                let said = field.get(word).or_else(|| target?.get(word));
                assert!(
                    said.is_some_and(Json::is_string),
                    "{path}: {word} of {name}"
                );
            }
        }
    });
}

fn objects(json: &Json, path: &str, visit: &mut impl FnMut(&str, &Json)) {
    match json {
        Json::Object(fields) => {
            visit(path, json);
            for (name, value) in fields {
                objects(value, &format!("{path}/{name}"), visit);
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                objects(item, &format!("{path}/{index}"), visit);
            }
        }
        _ => {}
    }
}
