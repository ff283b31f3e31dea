//! The custom element's side in Rust: the only layer that meets the host page,
//! together with the loader in `static/element`, which defines the element's
//! class (one that extends `HTMLElement` can only be written in JavaScript), and
//! `static/widget`, which comes with this.
//!
//! [`mount`] renders a comparison into an element and gives a [`Comparison`]
//! back, which is how the loader speaks to it from then on.

use crate::article::{Document, Value, read};
use crate::components::{App, AppProps};
use crate::i18n::Texts;
use crate::state::{Action, Choice, Copied, Reply, Stage, State, Wish, from_link, to_link};
use js_sys::{Function, JSON};
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::functional::UseReducerDispatcher;
use yew::{AppHandle, Callback, Renderer};

/// The article that is built in: shown where an element names no other.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/article.json"));

/// A document without mistakes. It is read apart from being shown, so that a page
/// answers its reader in between.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Article(Rc<Document>);

#[wasm_bindgen]
impl Article {
    /// Reads a document as `JSON.parse` gives it, or without one the document
    /// that is built in. There is none where it has mistakes; what they are says
    /// `mistakes` of the module that makes files, because only those who write
    /// documents need the words for that.
    pub fn read(data: JsValue) -> Option<Self> {
        let data = if data.is_undefined() {
            JSON::parse(BUILT_IN).ok()?
        } else {
            data
        };
        let value = serde_wasm_bindgen::from_value(data).ok()?;
        Some(Self(Rc::new(read(&value).ok()?)))
    }
}

/// A comparison in the page.
#[wasm_bindgen]
pub struct Comparison {
    handle: Option<AppHandle<App>>,
    live: Rc<Live>,
}

/// What the page's side and the rendered side share.
struct Live {
    document: Rc<Document>,
    /// What the page wants shown at first.
    first: Choice,
    choice: RefCell<Choice>,
    stage: Cell<Stage>,
    /// What the page has asked for, until that is shown: it may say one thing
    /// after the other.
    wanted: RefCell<Option<Choice>>,
    dispatcher: RefCell<Option<UseReducerDispatcher<State>>>,
    notify: Function,
}

/// Renders a document into an empty element: at first what is on top of it, and
/// the rest with [`Comparison::build`].
///
/// - `said`: what the page has said of the state, an object with any of the
///   fields of `state`.
/// - `link`: the parameters of the link that the reader came by.
/// - `place`: what stands before such parameters in a link to this comparison.
/// - `language`: the BCP 47 tag of the interface, and `texts`, its texts as
///   lines `key = text`.
/// - `notify`: called with `("ready", state)` once, and with `("change", state)`
///   and `("evidence", open)` from then on; with `("copy-link", parameters)`,
///   `("copy-code", parameters)`, `("save", format)` and `("passage",
///   statement)` when the reader wishes so.
#[wasm_bindgen]
#[expect(
    clippy::too_many_arguments,
    reason = "an object of them would need an import for each of its fields"
)]
pub fn mount(
    root: Element,
    article: &Article,
    said: JsValue,
    link: Option<String>,
    place: &str,
    language: &str,
    texts: &str,
    notify: Function,
) -> Comparison {
    let document = article.0.clone();
    let first = Choice::of(&document)
        .with(&value(said), &document)
        .known_to(&document);
    let choice = match link {
        Some(link) => from_link(&link, &document),
        None => first.clone(),
    };
    let texts = Texts::parse(language, texts);
    let live = Rc::new(Live {
        document: document.clone(),
        first,
        choice: RefCell::new(choice.clone()),
        stage: Cell::new(Stage::Frame),
        wanted: RefCell::new(None),
        dispatcher: RefCell::new(None),
        notify,
    });
    let props = AppProps {
        document,
        texts: Rc::new(texts),
        choice: Some(choice),
        on_ready: Callback::from({
            let live = live.clone();
            move |dispatcher| {
                live.dispatcher.replace(Some(dispatcher));
                live.tell("ready", &live.state());
            }
        }),
        on_change: Callback::from({
            let live = live.clone();
            move |choice| live.changed(choice)
        }),
        place: Rc::from(place),
        on_wish: Callback::from({
            let live = live.clone();
            move |wish| live.wish(wish)
        }),
        inert: false,
    };
    let handle = Renderer::<App>::with_root_and_props(root, props).render();
    Comparison {
        handle: Some(handle),
        live,
    }
}

#[wasm_bindgen]
impl Comparison {
    /// What is shown, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        self.live.state()
    }

    /// Shows something else; a field that is not there stays as it is.
    pub fn show(&self, said: JsValue) {
        let wanted = self.live.wanted.take();
        let current = wanted.unwrap_or_else(|| self.live.choice.borrow().clone());
        self.live
            .restore(current.with(&value(said), &self.live.document));
    }

    /// What the page wants shown at first, as the parameters of a link.
    #[wasm_bindgen(getter)]
    pub fn first(&self) -> String {
        to_link(&self.live.first, &self.live.document)
    }

    /// What is shown, as the parameters of a link.
    #[wasm_bindgen(getter)]
    pub fn link(&self) -> String {
        to_link(&self.live.choice.borrow(), &self.live.document)
    }

    /// The document that is built in, for who has given no other.
    #[wasm_bindgen(getter)]
    pub fn data(&self) -> Result<JsValue, JsValue> {
        JSON::parse(BUILT_IN)
    }

    /// Shows what the parameters of a link say, or without any what the page
    /// wants shown at first. True when that is something else than before.
    pub fn follow(&self, link: Option<String>) -> bool {
        let choice = match link {
            Some(link) => from_link(&link, &self.live.document),
            None => self.live.first.clone(),
        };
        let new = *self.live.choice.borrow() != choice;
        self.live.restore(choice);
        new
    }

    /// Tells the reader what came of a wish: `what` is `link` or `code` for
    /// what was copied, `by-hand` with the text that could not be, `saved` with
    /// the name of a file, or `failed` with the reason.
    pub fn reply(&self, what: &str, detail: String) {
        self.live.dispatch(Action::Reply(match what {
            "link" => Reply::Copied(Copied::Link),
            "code" => Reply::Copied(Copied::Code),
            "by-hand" => Reply::ByHand(detail),
            "saved" => Reply::Saved(detail),
            _ => Reply::Failed(detail),
        }));
    }

    /// Says where the passages stand in the page: an object with `exact`,
    /// `ambiguous` or `not-found` for the ids of statements.
    pub fn find(&self, found: JsValue) {
        let Value::Object(found) = value(found) else {
            return;
        };
        let known = found.into_iter().filter_map(|(id, state)| match state {
            Value::String(state) => Some((id, state.parse().ok()?)),
            _ => None,
        });
        self.live.dispatch(Action::Find(known.collect()));
    }

    /// Adds the next piece of what is not all there yet; whether there was one.
    pub fn build(&self) -> bool {
        if self.live.dispatcher.borrow().is_none() {
            return true; // not even the frame is there
        }
        let stage = self.live.stage.get();
        self.live.stage.set(stage.next());
        self.live.dispatch(Action::Build);
        stage < Stage::Whole
    }

    /// Writes out all evidence, which is about to be printed.
    pub fn unroll(&self) {
        self.live.dispatch(Action::Unroll(None));
    }

    /// Shows everything, as at first.
    pub fn reset(&self) {
        self.live.restore(Choice::of(&self.live.document));
    }

    /// Takes the comparison out of the page.
    pub fn destroy(&mut self) {
        self.live.dispatcher.replace(None);
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}

impl Live {
    fn state(&self) -> JsValue {
        to_js(&self.choice.borrow().to_value())
    }

    fn restore(&self, choice: Choice) {
        self.wanted.replace(Some(choice.clone()));
        self.dispatch(Action::Restore(choice));
    }

    fn dispatch(&self, action: Action) {
        if let Some(dispatcher) = &*self.dispatcher.borrow() {
            dispatcher.dispatch(action);
        }
    }

    fn wish(&self, wish: Wish) {
        let (what, detail) = match wish {
            Wish::Copy(Copied::Link, link) => ("copy-link", link),
            Wish::Copy(Copied::Code, link) => ("copy-code", link),
            Wish::Save(format) => ("save", format.to_owned()),
            Wish::Passage(statement) => ("passage", statement),
        };
        self.tell(what, &detail.into());
    }

    fn changed(&self, choice: Choice) {
        self.wanted.take();
        let before = self.choice.replace(choice.clone());
        self.tell("change", &self.state());
        if before.open != choice.open {
            let open = choice.open.map(|cell| cell.name());
            self.tell("evidence", &open.map_or(JsValue::NULL, JsValue::from));
        }
    }

    /// A listener of the page that throws is the page's affair.
    fn tell(&self, what: &str, detail: &JsValue) {
        if let Err(error) = self.notify.call2(&JsValue::NULL, &what.into(), detail) {
            web_sys::console::error_1(&error);
        }
    }
}

/// What a page says of the state; anything but plain data says nothing.
fn value(said: JsValue) -> Value {
    serde_wasm_bindgen::from_value(said).unwrap_or(Value::Null)
}

fn to_js(value: &Value) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}
