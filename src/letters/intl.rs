//! Unicode's tables by the browser's `Intl` (ECMA-402) and strings.

use crate::anchoring::{Alike, Letters};
use js_sys::JSON;
use std::cmp::Ordering;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type Collator;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<Collator, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn compare(this: &Collator, one: &str, other: &str) -> Result<i32, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new_for_clusters() -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn segment(this: &Segmenter, text: &str) -> Result<Segments, JsValue>;

    type Segments;
    #[wasm_bindgen(method)]
    fn containing(this: &Segments, at: usize) -> Segment;

    type Segment;
    #[wasm_bindgen(method, getter)]
    fn index(this: &Segment) -> usize;
}

/// The tables.
#[derive(Debug)]
pub(crate) struct Tables {
    collator: Option<Collator>,
    segmenter: Option<Segmenter>,
}

impl Default for Tables {
    fn default() -> Self {
        // English has no collation of its own: this is the root's.
        let options = JSON::parse(r#"{"sensitivity":"base"}"#);
        Self {
            collator: Collator::new("en", &options.unwrap_or(JsValue::UNDEFINED)).ok(),
            segmenter: Segmenter::new_for_clusters().ok(),
        }
    }
}

impl Letters for Tables {}

impl Alike for Tables {
    fn compare(&self, one: &str, other: &str) -> Ordering {
        match &self.collator {
            Some(collator) => collator
                .compare(one, other)
                .map_or_else(|_| one.cmp(other), |order| order.cmp(&0)),
            None => one.cmp(other),
        }
    }

    fn begin_clusters(&self, text: &str) -> Vec<bool> {
        // In a browser that cannot tell, they are one.
        let segments = self
            .segmenter
            .as_ref()
            .and_then(|all| all.segment(text).ok());
        let mut next = 0;
        let begins = |c: char| {
            let at = next;
            next += c.len_utf16();
            // Of a surrogate pair its second half: of the first, WebKit tells the
            // cluster before.
            let is_begin = |all: &Segments| all.containing(next - 1).index() == at;
            segments.as_ref().is_some_and(is_begin)
        };
        text.chars().map(begins).collect()
    }
}
