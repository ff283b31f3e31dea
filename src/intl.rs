//! Words and normal forms by the browser's own tables.

use crate::anchoring::{Language, Letters};
use js_sys::{JSON, JsString};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &JsString) -> Segments;

    #[derive(Debug)]
    type Segments;
    #[wasm_bindgen(method)]
    fn containing(this: &Segments, at: u32) -> Segment;

    type Segment;
    #[wasm_bindgen(method, getter)]
    fn index(this: &Segment) -> u32;
}

/// A language as the browser knows it.
#[derive(Debug)]
pub(crate) struct Intl {
    segmenter: Segmenter,
    /// The text that was asked about last.
    last: RefCell<Option<(usize, Segments)>>,
}

impl Intl {
    /// The language of a BCP 47 tag; English, if it is none.
    pub(crate) fn new(tag: &str) -> Result<Self, JsValue> {
        let options = JSON::parse(r#"{"granularity":"word"}"#)?;
        let segmenter = Segmenter::new(tag, &options);
        Ok(Self {
            segmenter: segmenter.or_else(|_| Segmenter::new("en", &options))?,
            last: RefCell::default(),
        })
    }
}

impl Letters for Intl {}

impl Language for Intl {
    fn is_word_boundary(&self, number: usize, text: &[u16], at: usize) -> bool {
        let mut last = self.last.borrow_mut();
        let known = last.take().filter(|(of, _)| *of == number);
        let (_, segments) = last.insert(known.unwrap_or_else(|| {
            let text = JsString::from_char_code(text);
            (number, self.segmenter.segment(&text))
        }));
        // Of a surrogate pair its second half: of the first, WebKit tells the word
        // before.
        let is_first_half = matches!(text.get(at), Some(0xD800..0xDC00));
        let inside = at + usize::from(is_first_half);
        segments.containing(inside as u32).index() == at as u32
    }
}
