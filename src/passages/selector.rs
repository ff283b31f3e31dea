//! Selectors as a page has them: objects of the Web Annotation model, or text
//! directives.

use crate::anchoring::parse_directives;
use crate::article::{Selector, Target, TextQuote};
use js_sys::{Array, JsString, TypeError};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An object, of which nothing is known.
    type Fields;
    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn exact(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn prefix(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn suffix(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = startSelector)]
    fn start(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = endSelector)]
    fn end(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn digest(this: &Fields) -> JsValue;
}

const QUOTE: &str = "TextQuoteSelector";
const RANGE: &str = "RangeSelector";

/// What a page looks for.
pub(super) enum Asked {
    /// Selectors, with what each remembers of its words.
    Targets(Vec<Target>),
    /// Text directives.
    Directives(Vec<Selector>),
}

/// Reads a selector, a list of them, or text directives.
///
/// # Errors
/// With a `TypeError` that says what is wrong.
pub(super) fn read(value: &JsValue) -> Result<Asked, JsValue> {
    if let Some(text) = value.as_string() {
        let all = parse_directives(&text).map_err(|wrong| error(&[wrong.what()]))?;
        return Ok(Asked::Directives(all));
    }
    if !Array::is_array(value) {
        return Ok(Asked::Targets(vec![target(value)?]));
    }
    let list = Array::from(value);
    let all: Vec<Target> = list
        .iter()
        .map(|one| target(&one))
        .collect::<Result<_, _>>()?;
    match all.is_empty() {
        true => Err(error(&["the list of selectors is empty"])),
        false => Ok(Asked::Targets(all)),
    }
}

fn target(value: &JsValue) -> Result<Target, JsValue> {
    let place = "the selector";
    let fields = fields(value, place)?;
    let selector = match required(fields.kind(), place, "type")?.as_str() {
        QUOTE => Selector::Quote(quote(fields, place)?),
        RANGE => Selector::Range(
            end(&fields.start(), "startSelector")?,
            end(&fields.end(), "endSelector")?,
        ),
        other => {
            return Err(error(&[
                "the selector’s type “",
                other,
                "” is not known; it may be ",
                QUOTE,
                " or ",
                RANGE,
            ]));
        }
    };
    let digest = optional(fields.digest(), place, "digest")?;
    Ok(Target { selector, digest })
}

fn end(value: &JsValue, place: &str) -> Result<TextQuote, JsValue> {
    let fields = fields(value, place)?;
    match required(fields.kind(), place, "type")?.as_str() {
        QUOTE => quote(fields, place),
        _ => Err(error(&[place, " must be a ", QUOTE])),
    }
}

fn fields<'a>(value: &'a JsValue, place: &str) -> Result<&'a Fields, JsValue> {
    if !value.is_object() {
        return Err(error(&[place, " is no object"]));
    }
    Ok(value.unchecked_ref())
}

fn quote(fields: &Fields, place: &str) -> Result<TextQuote, JsValue> {
    Ok(TextQuote {
        exact: required(fields.exact(), place, "exact")?,
        prefix: optional(fields.prefix(), place, "prefix")?,
        suffix: optional(fields.suffix(), place, "suffix")?,
    })
}

fn required(value: JsValue, place: &str, field: &str) -> Result<String, JsValue> {
    let text = optional(value, place, field)?;
    text.filter(|text| !text.trim().is_empty())
        .ok_or_else(|| error(&[place, " has no ", field]))
}

fn optional(value: JsValue, place: &str, field: &str) -> Result<Option<String>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    match value.dyn_into::<JsString>() {
        Ok(text) => Ok(Some(text.into())),
        Err(_) => Err(error(&[place, " has a ", field, " that is no text"])),
    }
}

fn error(parts: &[&str]) -> JsValue {
    TypeError::new(&parts.concat()).into()
}
