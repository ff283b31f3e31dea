//! What is asked of the browser: `static/studio` does it, because a script says it
//! more cheaply than each node crossing into WebAssembly.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

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

    /// Has a file chosen, and read: `then` is told what is [`Found`].
    #[wasm_bindgen(method)]
    pub(super) fn open(this: &Browser, then: &Function);

    /// Reads a file that is dropped, whenever one is.
    #[wasm_bindgen(method)]
    pub(super) fn dropped(this: &Browser, then: &Function);

    /// What a text is, of a file of that name.
    #[wasm_bindgen(method, js_name = readText)]
    pub(super) fn read_text(this: &Browser, name: &str, text: &str) -> Found;

    /// Puts what is pasted into a field, without how it was marked up.
    #[wasm_bindgen(method)]
    pub(super) fn pasted(this: &Browser, event: &Event);

    /// What is found in a file (`static/studio/read.js`).
    #[derive(Clone, Debug)]
    pub(super) type Found;

    /// What it is: `text`, `markdown`, `article`, or `refused`.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn kind(this: &Found) -> String;

    /// Its text; where it is refused, why.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn text(this: &Found) -> String;

    /// What the file is called.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn name(this: &Found) -> Option<String>;

    /// What tells the rest.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn source(this: &Found) -> Option<String>;

    /// The headline.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn headline(this: &Found) -> Option<String>;

    /// The address.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn url(this: &Found) -> Option<String>;

    /// Who has published it.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn publisher(this: &Found) -> Option<String>;

    /// When it was published.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn date(this: &Found) -> Option<String>;

    /// Its language.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn language(this: &Found) -> Option<String>;

    /// Its paragraphs.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn paragraphs(this: &Found) -> Option<Vec<String>>;

    /// Which of them stand beside the article.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn beside(this: &Found) -> Option<Vec<u32>>;

    /// What was left out, or is to be looked at.
    #[wasm_bindgen(method, getter, structural)]
    pub(super) fn notes(this: &Found) -> Option<Vec<String>>;

    /// Another draft is begun; what is kept of the one before stays.
    #[wasm_bindgen(method)]
    pub(super) fn begin(this: &Browser);

    /// Keeps a draft with its steps in this browser; `done` is told whether that could
    /// be, unless a later version comes in between.
    #[wasm_bindgen(method)]
    pub(super) fn keep(this: &Browser, title: &str, project: &str, steps: &str, done: &Function);

    /// What is kept: ids, titles and times, one after the other; nothing where the
    /// browser keeps nothing.
    #[wasm_bindgen(method)]
    pub(super) fn kept(this: &Browser, language: &str, then: &Function);

    /// Goes on with a draft that is kept: `then` is told the project and its steps.
    #[wasm_bindgen(method)]
    pub(super) fn take(this: &Browser, id: &str, then: &Function);

    /// Forgets a draft that is kept.
    #[wasm_bindgen(method)]
    pub(super) fn forget(this: &Browser, id: &str, then: &Function);

    /// Gives somebody a file.
    #[wasm_bindgen(method)]
    pub(super) fn save(this: &Browser, name: &str, kind: &str, text: &str);

    /// The languages that somebody wants, the first one most.
    #[wasm_bindgen(method)]
    pub(super) fn languages(this: &Browser) -> Vec<String>;

    /// The page is in that language from now on, and the next time, where it was chosen.
    #[wasm_bindgen(method)]
    pub(super) fn speak(this: &Browser, language: &str, direction: &str, is_chosen: bool);

    /// Whether letters and digits are keys, as it was chosen here.
    #[wasm_bindgen(method)]
    pub(super) fn letters(this: &Browser) -> bool;

    /// Letters and digits are keys from now on, and the next time, or are not.
    #[wasm_bindgen(method, js_name = setLetters)]
    pub(super) fn set_letters(this: &Browser, are_keys: bool);

    /// The text of markup, a paragraph a line.
    #[wasm_bindgen(method, js_name = linesOf)]
    pub(super) fn lines_of(this: &Browser, markup: &str) -> String;

    /// The comparison as a table without scripts; nothing, where it is not shown.
    #[wasm_bindgen(method)]
    pub(super) fn table(this: &Browser, then: &Function);

    /// One page that holds all; nothing, where that cannot be made.
    #[wasm_bindgen(method)]
    pub(super) fn whole(this: &Browser, json: &str, title: &str, then: &Function);

    /// Has the focus in the next pane, or in the one before.
    #[wasm_bindgen(method)]
    pub(super) fn pane(this: &Browser, step: i32);

    /// Whether a letter that is pressed now is no text.
    #[wasm_bindgen(method, js_name = isReading)]
    pub(super) fn is_reading(this: &Browser) -> bool;

    /// The day and the time of day, as ISO 8601 has them.
    #[wasm_bindgen(method)]
    pub(super) fn stamp(this: &Browser) -> String;

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

    /// Brings a paragraph into sight, while somebody is in the text.
    #[wasm_bindgen(method)]
    pub(super) fn reveal(this: &Surface, paragraph: u32);

    /// Tells what is selected now, if that was not told yet.
    #[wasm_bindgen(method)]
    pub(super) fn tell(this: &Surface);

    /// Nothing is listened to any more.
    #[wasm_bindgen(method)]
    pub(super) fn destroy(this: &Surface);
}
