//! The same documents and the same answers as in `tests/documents.rs`, the way
//! a page has them: through `JSON.parse` and serde-wasm-bindgen.
#![cfg(target_arch = "wasm32")]

mod cases;

use cases::{BAD, Case, DEPTH, GOOD, SEEDS, SYNTAX, nested};
use js_sys::JSON;
use standpoint::article::{Value, read};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Why a text is no document at all, in whoever's words.
type Refused = String;

fn parse(text: &str) -> Result<Value, Refused> {
    let json = JSON::parse(text).map_err(|error| format!("{error:?}"))?;
    serde_wasm_bindgen::from_value(json).map_err(|error| error.to_string())
}

fn problems(text: &str) -> Result<String, Refused> {
    let problems = read(&parse(text)?).err().unwrap_or_default();
    Ok(problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect())
}

#[wasm_bindgen_test]
fn good_and_bad_documents_get_the_same_answers_as_natively() {
    for Case {
        name,
        json,
        expected,
    } in GOOD.iter().chain(SEEDS).chain(BAD)
    {
        assert_eq!(problems(json).as_deref(), Ok(*expected), "{name}");
    }
}

#[wasm_bindgen_test]
fn what_is_not_json_is_refused() {
    for Case { name, json, .. } in SYNTAX {
        assert!(parse(json).is_err(), "{name}");
    }
}

#[wasm_bindgen_test]
fn a_document_may_be_as_deep_as_natively_and_no_deeper() {
    assert_eq!(problems(&nested(DEPTH)).as_deref(), Ok(""));
    assert!(parse(&nested(DEPTH + 1)).is_err());
    assert!(parse(&nested(10_000)).is_err());
}

/// Nothing is lost on the way: the tree, written out again, is what
/// `JSON.stringify` makes of the document.
#[wasm_bindgen_test]
fn the_tree_is_the_document() {
    for Case { name, json, .. } in GOOD.iter().chain(SEEDS).chain(BAD) {
        let document = JSON::parse(json).expect("JSON");
        let tree = JSON::parse(&written(&parse(json).expect("a tree"))).expect("JSON");
        let text = |json: &JsValue| JSON::stringify(json).expect("JSON").as_string();
        assert_eq!(text(&tree), text(&document), "{name}");
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
                |(name, value): &(String, Value)| format!("{}:{}", quoted(name), written(value));
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
    let read_object = |source: &str| -> Result<Value, Refused> {
        let object = js_sys::eval(source).expect("JavaScript");
        serde_wasm_bindgen::from_value(object).map_err(|error| error.to_string())
    };
    assert_eq!(read_object("({ a: undefined })"), parse(r#"{ "a": null }"#));
    assert_eq!(read_object("({ a: 3n })"), parse(r#"{ "a": 3 }"#));
    assert_eq!(read_object("new Map([['a', 1]])"), parse(r#"{ "a": 1 }"#));
    assert_eq!(read_object("({ a: -0 })"), parse(r#"{ "a": 0 }"#));
    for source in [
        "(() => 1)",
        "Symbol()",
        "new Set([1])",
        "NaN",
        "Infinity",
        "2n ** 70n",
    ] {
        assert!(read_object(source).is_err(), "{source}");
    }
    let circle = js_sys::Object::new();
    js_sys::Reflect::set(&circle, &"circle".into(), &circle).expect("a plain object");
    assert!(serde_wasm_bindgen::from_value::<Value>(circle.unchecked_into()).is_err());
}

/// The one known difference: half of a surrogate pair, written as an escape, is
/// no JSON to serde_json and U+FFFD here.
#[wasm_bindgen_test]
fn half_a_character_becomes_a_replacement_character() {
    assert_eq!(
        parse(r#""\ud800""#),
        Ok(Value::String("\u{fffd}".to_owned()))
    );
}
