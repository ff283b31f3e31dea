//! The same documents and the same answers as in `tests/documents.rs`, the ways
//! a page has them: through `JSON.parse` and serde-wasm-bindgen, field by field or
//! packed into one piece.
#![cfg(target_arch = "wasm32")]

mod cases;

use cases::{BAD, Case, DEPTH, GOOD, SEEDS, SYNTAX, TOLD, full_of_mistakes, nested};
use js_sys::JSON;
use standpoint::article::{Name, Problem, Value, read_owned};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/static/widget/pack.js")]
extern "C" {
    fn pack(data: &JsValue) -> JsValue;
}

/// Field by field.
fn plain(data: &JsValue) -> JsValue {
    data.clone()
}

type Way = fn(&JsValue) -> JsValue;

/// The ways in.
const WAYS: [(&str, Way); 2] = [("plain", plain), ("packed", pack)];

/// Why a text is no document at all, in whoever's words.
type Refused = String;

fn json(text: &str) -> Result<JsValue, Refused> {
    JSON::parse(text).map_err(|error| format!("{error:?}"))
}

fn tree(data: JsValue) -> Result<Value, Problem> {
    Value::parse(serde_wasm_bindgen::Deserializer::from(data))
}

fn parse(text: &str, way: Way) -> Result<Value, Refused> {
    tree(way(&json(text)?)).map_err(|problem| problem.to_string())
}

fn problems(text: &str, way: Way) -> String {
    let read = tree(way(&json(text).expect("JSON")))
        .map_err(|problem| vec![problem])
        .and_then(read_owned);
    let problems = read.err().unwrap_or_default();
    problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}

#[wasm_bindgen_test]
fn good_and_bad_documents_get_the_same_answers_as_natively() {
    for (way, by) in WAYS {
        for Case {
            name,
            json,
            expected,
        } in GOOD.iter().chain(SEEDS).chain(BAD)
        {
            assert_eq!(problems(json, by), *expected, "{name} {way}");
        }
    }
}

#[wasm_bindgen_test]
fn what_is_not_json_is_refused() {
    for (way, by) in WAYS {
        for Case { name, json, .. } in SYNTAX {
            assert!(parse(json, by).is_err(), "{name} {way}");
        }
    }
}

#[wasm_bindgen_test]
fn a_document_may_be_as_deep_as_natively_and_no_deeper() {
    for (way, by) in WAYS {
        assert_eq!(problems(&nested(DEPTH), by), "", "{way}");
        for depth in [DEPTH + 1, 5_000] {
            let words = "The document has more than 120 objects and lists inside each other, the \
                         most that is taken. Leave something out, or make several documents.\n";
            let expected = format!("/x_deep{}: {words}", "/0".repeat(DEPTH - 1));
            assert_eq!(problems(&nested(depth), by), expected, "{way}");
        }
    }
}

#[wasm_bindgen_test]
fn of_a_document_full_of_mistakes_as_many_are_told_as_natively() {
    for (way, by) in WAYS {
        let found = problems(&full_of_mistakes(TOLD + 7), by);
        assert_eq!(found.lines().count(), TOLD + 1, "{way}");
        assert!(found.contains("7 more mistakes"), "{way}");
    }
}

/// Nothing is lost on the way: the tree, written out again, is what
/// `JSON.stringify` makes of the document.
#[wasm_bindgen_test]
fn the_tree_is_the_document() {
    for (way, by) in WAYS {
        for Case { name, json, .. } in GOOD.iter().chain(SEEDS).chain(BAD) {
            let document = JSON::parse(json).expect("JSON");
            let tree = JSON::parse(&written(&parse(json, by).expect("a tree"))).expect("JSON");
            let text = |json: &JsValue| JSON::stringify(json).expect("JSON").as_string();
            assert_eq!(text(&tree), text(&document), "{name} {way}");
        }
    }
}

fn written(value: &Value) -> String {
    let list = |items: Vec<String>| items.join(",");
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", list(items.iter().map(written).collect())),
        Value::Object(fields) => {
            let field =
                |(name, value): &(Name, Value)| format!("{}:{}", quoted(name), written(value));
            format!("{{{}}}", list(fields.iter().map(field).collect()))
        }
    }
}

fn quoted(text: &str) -> String {
    JSON::stringify(&text.into()).expect("a string").into()
}

/// What a page can hand over as the property `data`, and JSON cannot hold.
#[wasm_bindgen_test]
fn an_object_of_the_page_is_read_like_json() {
    for (way, by) in WAYS {
        let read_object = |source: &str| -> Result<Value, Problem> {
            tree(by(&js_sys::eval(source).expect("JavaScript")))
        };
        let is = |source: &str, json: &str| {
            let read = read_object(source).map_err(|problem| problem.to_string());
            assert_eq!(read, parse(json, by), "{source} {way}");
        };
        is("({ a: undefined })", r#"{ "a": null }"#);
        is("({ a: -0 })", r#"{ "a": 0 }"#);
        for source in ["(() => 1)", "Symbol()", "NaN", "Infinity", "2n ** 70n"] {
            assert!(read_object(source).is_err(), "{source} {way}");
        }
        let circle = js_sys::Object::new();
        js_sys::Reflect::set(&circle, &"circle".into(), &circle).expect("a plain object");
        assert!(tree(by(&circle)).is_err(), "{way}");
    }
}

/// What a page has added to all lists and objects is in no document.
#[wasm_bindgen_test]
fn what_a_page_has_added_to_every_object_is_not_read() {
    let add = "Object.prototype.added = 1; Array.prototype.added = 1;";
    js_sys::eval(add).expect("a page may do so");
    let read = WAYS.map(|(_, by)| parse(r#"{ "a": [1] }"#, by));
    js_sys::eval("delete Object.prototype.added; delete Array.prototype.added;").expect("or that");
    let list = Value::Array(vec![Value::Number(1.0)]);
    let expected = Ok(Value::Object(vec![("a".into(), list)]));
    assert_eq!(read, [expected.clone(), expected]);
}

/// The one known difference: half of a surrogate pair, written as an escape, is
/// no JSON to serde_json and U+FFFD here; also where the other half begins the
/// next text.
#[wasm_bindgen_test]
fn half_a_character_becomes_a_replacement_character() {
    let half = Value::String("\u{fffd}".to_owned());
    for (_, by) in WAYS {
        assert_eq!(parse(r#""\ud800""#, by), Ok(half.clone()));
        let both = Value::Array(vec![half.clone(), half.clone()]);
        assert_eq!(parse(r#"["\ud83d", "\ude00"]"#, by), Ok(both));
    }
}
