//! What is asked of the browser: `static/studio` does it, because a script says it
//! more cheaply than each node crossing into WebAssembly.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// All of it (`static/studio/browser.js`).
    #[derive(Clone, Debug)]
    pub type Browser;

    /// Puts the article's text into an element; `selected` is told what is
    /// selected: paragraph and place, twice.
    #[wasm_bindgen(method)]
    pub(super) fn surface(this: &Browser, host: &Element, selected: &Function) -> Surface;

    /// Beginning and end of each sentence, one after the other.
    #[wasm_bindgen(method)]
    pub(super) fn sentences(this: &Browser, text: &str, language: &str) -> Vec<u32>;

    /// Beginning and end of each word, one after the other.
    #[wasm_bindgen(method)]
    pub(super) fn words(this: &Browser, text: &str, language: &str) -> Vec<u32>;

    /// Whether somebody types into a field, and it is no step yet.
    #[wasm_bindgen(method, js_name = isTyping)]
    pub(super) fn is_typing(this: &Browser) -> bool;

    /// Has a file chosen, and read as a text: `then` is told its name and the text.
    #[wasm_bindgen(method)]
    pub(super) fn open(this: &Browser, then: &Function);

    /// Another draft is begun; what is kept of the one before stays.
    #[wasm_bindgen(method)]
    pub(super) fn begin(this: &Browser);

    /// Keeps a draft in this browser when nothing has changed for a moment; `done` is
    /// told whether that could be.
    #[wasm_bindgen(method)]
    pub(super) fn keep(this: &Browser, title: &str, project: &str, done: &Function);

    /// What is kept: ids, titles and times, one after the other; nothing where the
    /// browser keeps nothing.
    #[wasm_bindgen(method)]
    pub(super) fn kept(this: &Browser, language: &str, then: &Function);

    /// Goes on with a draft that is kept.
    #[wasm_bindgen(method)]
    pub(super) fn take(this: &Browser, id: &str, then: &Function);

    /// Forgets a draft that is kept.
    #[wasm_bindgen(method)]
    pub(super) fn forget(this: &Browser, id: &str, then: &Function);

    /// Gives somebody a file.
    #[wasm_bindgen(method)]
    pub(super) fn save(this: &Browser, name: &str, kind: &str, text: &str);

    /// The time of day.
    #[wasm_bindgen(method)]
    pub(super) fn now(this: &Browser, language: &str) -> String;

    /// Shows a document to its readers, in that element, when nothing has changed for
    /// a moment.
    #[wasm_bindgen(method)]
    pub(super) fn preview(this: &Browser, host: &Element, json: &str);

    /// The article's text in the page (`static/studio/surface.js`).
    #[derive(Clone, Debug, PartialEq)]
    pub(super) type Surface;

    /// Shows these paragraphs.
    #[wasm_bindgen(method)]
    pub(super) fn show(this: &Surface, texts: Vec<String>);

    /// Sets an attribute `data-…` of each paragraph.
    #[wasm_bindgen(method)]
    pub(super) fn note(this: &Surface, name: &str, values: Vec<String>);

    /// Marks places, four numbers each.
    #[wasm_bindgen(method)]
    pub(super) fn mark(this: &Surface, name: &str, places: Vec<u32>);

    /// Selects from a place to a place.
    #[wasm_bindgen(method)]
    pub(super) fn select(this: &Surface, paragraph: u32, at: u32, to_paragraph: u32, to: u32);

    /// Tells what is selected now, if that was not told yet.
    #[wasm_bindgen(method)]
    pub(super) fn tell(this: &Surface);

    /// Nothing is listened to any more.
    #[wasm_bindgen(method)]
    pub(super) fn destroy(this: &Surface);
}
