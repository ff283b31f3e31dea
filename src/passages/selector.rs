//! Selectors as a page has them: objects of the Web Annotation model, or text
//! directives.

use crate::anchoring::parse_directive;
use crate::article::{Selector, TextQuote};
use js_sys::{JsString, Reflect, TypeError};
use wasm_bindgen::prelude::*;

const QUOTE: &str = "TextQuoteSelector";
const RANGE: &str = "RangeSelector";

/// Reads a selector.
///
/// # Errors
/// With a `TypeError` that says what is wrong.
pub(super) fn read(value: &JsValue) -> Result<Selector, JsValue> {
    if let Some(text) = value.as_string() {
        return parse_directive(&text).map_err(|wrong| error(&[wrong.what()]));
    }
    match kind(value, "the selector")?.as_str() {
        QUOTE => Ok(Selector::Quote(quote(value, "the selector")?)),
        RANGE => {
            let end = |name: &str| {
                let end = Reflect::get(value, &name.into())?;
                match kind(&end, name)?.as_str() {
                    QUOTE => quote(&end, name),
                    _ => Err(error(&[name, " must be a ", QUOTE])),
                }
            };
            Ok(Selector::Range(end("startSelector")?, end("endSelector")?))
        }
        other => Err(error(&[
            "the selector’s type “",
            other,
            "” is not known; it may be ",
            QUOTE,
            " or ",
            RANGE,
        ])),
    }
}

fn kind(value: &JsValue, place: &str) -> Result<String, JsValue> {
    if !value.is_object() {
        return Err(error(&[place, " is no object"]));
    }
    required(value, place, "type")
}

fn quote(value: &JsValue, place: &str) -> Result<TextQuote, JsValue> {
    let exact = required(value, place, "exact")?;
    Ok(TextQuote {
        exact,
        prefix: optional(value, place, "prefix")?,
        suffix: optional(value, place, "suffix")?,
    })
}

fn required(value: &JsValue, place: &str, field: &str) -> Result<String, JsValue> {
    let text = optional(value, place, field)?;
    text.filter(|text| !text.trim().is_empty())
        .ok_or_else(|| error(&[place, " has no ", field]))
}

fn optional(value: &JsValue, place: &str, field: &str) -> Result<Option<String>, JsValue> {
    let found = Reflect::get(value, &field.into())?;
    if found.is_undefined() || found.is_null() {
        return Ok(None);
    }
    match found.dyn_into::<JsString>() {
        Ok(text) => Ok(Some(text.into())),
        Err(_) => Err(error(&[place, " has a ", field, " that is no text"])),
    }
}

fn error(parts: &[&str]) -> JsValue {
    TypeError::new(&parts.concat()).into()
}
