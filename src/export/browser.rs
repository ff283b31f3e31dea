//! The module's way in, from the loader.

use super::{Sheet, csv, csv_data, for_script, html, jsonld, markdown};
use crate::article::{Problem, Value, read_owned};
use crate::comparison::Index;
use crate::i18n::Texts;
use crate::state::{self, Choice, Passages};
use js_sys::{Array, Error, JSON, Object, Reflect};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A document as a file of that format: `csv`, `csv-data`,
/// `markdown`, `html` or `jsonld`.
///
/// `data` is the document as `JSON.parse` gives it, or packed, `state` what is chosen of
/// it, as the element's `state` says it; `language` and `texts` as for `mount`, and
/// `found`, where the passages stand in the page, as for `find`.
///
/// # Errors
/// When the document has mistakes, or there is no such format.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    format: &str,
    data: JsValue,
    state: JsValue,
    language: &str,
    texts: &str,
    found: JsValue,
) -> Result<String, JsValue> {
    let document = read_owned(serde_wasm_bindgen::from_value(data)?)
        .map_err(|_| JsError::new("the document has mistakes"))?;
    let said: Value = serde_wasm_bindgen::from_value(state).unwrap_or(Value::Null);
    let index = Index::new(Rc::new(document));
    let choice = Choice::of(&index).with(&said, &index);
    let texts = Texts::parse(language, texts);
    let found = serde_wasm_bindgen::from_value(found).unwrap_or(Value::Null);
    let passages = Passages::of(&index, &state::found(found, &index));
    let sheet = Sheet::new(&index, &choice, &texts).with_passages(passages);
    Ok(match format {
        "csv" => csv(&sheet),
        "csv-data" => csv_data(&sheet),
        "markdown" => markdown(&sheet),
        "html" => html(&sheet),
        "jsonld" => {
            let serializer = serde_wasm_bindgen::Serializer::json_compatible();
            let graph = jsonld(&sheet).serialize(&serializer)?;
            let json = JSON::stringify_with_replacer_and_space(&graph, &JsValue::NULL, &2.into())?;
            for_script(&String::from(json))
        }
        other => {
            let known = "json, csv, csv-data, markdown, html, jsonld";
            let message = format!("there is no format “{other}”, only {known}");
            return Err(JsError::new(&message).into());
        }
    })
}

/// What is wrong in a document, as `JSON.parse` gives it or packed: an `Error` whose
/// `problems` is a list of `{pointer, code, message, mend}`.
#[wasm_bindgen]
pub fn mistakes(data: JsValue) -> Error {
    let problems = Value::parse(serde_wasm_bindgen::Deserializer::from(data))
        .map_err(|problem| vec![problem])
        .and_then(read_owned)
        .err()
        .unwrap_or_default();
    let list = Array::new();
    for Problem { pointer, fault } in &problems {
        let problem = Object::new();
        for (name, text) in [
            ("pointer", pointer.clone()),
            ("code", fault.code().to_owned()),
            ("message", fault.what()),
            ("mend", fault.mend()),
        ] {
            // Setting a field of a fresh object cannot fail.
            let _ = Reflect::set(&problem, &name.into(), &text.into());
        }
        list.push(&problem);
    }
    let count = Problem::count(&problems);
    let error = Error::new(&format!("The document has {count} mistakes"));
    let _ = Reflect::set(&error, &"problems".into(), &list);
    error
}
