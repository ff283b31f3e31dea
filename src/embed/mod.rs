//! The custom element's side in Rust: the only layer that meets the host page,
//! together with the loader in `static/element`, which defines the element's
//! class (one that extends `HTMLElement` can only be written in JavaScript), and
//! `static/widget`, which comes with this.
//!
//! [`mount`] renders a comparison into an element and gives a [`Comparison`]
//! back, which is how the loader speaks to it from then on.

mod pace;

use crate::article::{Value, read_owned};
use crate::comparison::Index;
use crate::components::{App, AppProps, Rendering};
use crate::i18n::Texts;
use crate::state::{
    self, Action, Choice, Copied, Growth, Reply, State, Wish, cell_name, cell_of_name, from_link,
    link_to_cell, to_link,
};
use js_sys::Function;
use pace::Pace;
use serde::Serialize;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::functional::UseReducerDispatcher;
use yew::{AppHandle, Callback, Renderer};

/// A document without mistakes. It is read apart from being shown, so that a page
/// answers its reader in between.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Article(Rc<Index>);

#[wasm_bindgen]
impl Article {
    /// Reads a document, packed by `static/widget/pack.js`. There is none where it has
    /// mistakes; what they are says `mistakes` of the module that makes files,
    /// because only those who write documents need the words for that.
    pub fn read(packed: &[u8]) -> Option<Self> {
        let value = Value::unpack(packed).ok()?;
        let document = read_owned(value).ok()?;
        Some(Self(Rc::new(Index::new(Rc::new(document)))))
    }
}

/// A comparison in the page.
#[wasm_bindgen]
pub struct Comparison {
    handle: AppHandle<App>,
    live: Rc<Live>,
}

/// What the page's side and the rendered side share.
struct Live {
    index: Rc<Index>,
    /// What the page wants shown at first.
    first: Choice,
    choice: RefCell<Choice>,
    pace: Pace,
    /// What the page has asked for, until that is shown: it may say one thing
    /// after the other.
    wanted: RefCell<Option<Choice>>,
    dispatcher: RefCell<Option<UseReducerDispatcher<State>>>,
    notify: Function,
}

/// Renders a document into an empty element: at first what is on top of it, and
/// the rest piece by piece from then on.
///
/// - `said`: what the page has said of the state, an object with any of the
///   fields of `state`; packed, as all that comes from a page.
/// - `link`: the parameters of the link that the reader came by.
/// - `place`: called for what stands before such parameters in a link to this
///   comparison.
/// - `language`: the BCP 47 tag of the interface, and `texts`, its texts as
///   lines `key = text`.
/// - `inert`: all of it at once, to be read without a script, as it is rendered
///   ahead.
/// - `headline`: the level of the headline among the page's headings.
/// - `notify`: called with `("rendering")` before anything is rendered and `("rendered")`
///   when it is; once each with `("begun")`, when the beginning of the view
///   is there, and `("whole")`, when all is; with `("unrolled")` when the evidence
///   is there that [`Comparison::unroll`] asks for; with `("change", state)` and
///   `("evidence", open)` from then on; with `("copy-link", parameters)`,
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
    said: &[u8],
    link: Option<String>,
    place: Function,
    language: &str,
    texts: &str,
    inert: bool,
    headline: u8,
    notify: Function,
) -> Comparison {
    let index = article.0.clone();
    let first = Choice::of(&index).with(&value(said), &index);
    let choice = match link {
        Some(link) => from_link(&link, &index),
        None => first.clone(),
    };
    let texts = Texts::parse(language, texts);
    let live = Rc::new(Live {
        index: index.clone(),
        first,
        choice: RefCell::new(choice.clone()),
        pace: Pace::default(),
        wanted: RefCell::new(None),
        dispatcher: RefCell::new(None),
        notify,
    });
    // The rendered side must not keep the page's alive: each would the other.
    let with = |live: &Rc<Live>| Rc::downgrade(live);
    let props = AppProps {
        index,
        texts: Rc::new(texts),
        choice: Some(choice),
        on_ready: callback(with(&live), |live, dispatcher| {
            live.dispatcher.replace(Some(dispatcher));
        }),
        on_change: callback(with(&live), |live, choice| live.changed(choice)),
        on_growth: callback(with(&live), Live::grown),
        on_rendering: callback(with(&live), |live, rendering| {
            live.tell_only(match rendering {
                Rendering::Begins => "rendering",
                Rendering::Done => "rendered",
            });
        }),
        on_unrolled: callback(with(&live), |live, ()| live.tell_only("unrolled")),
        place: Callback::from(move |()| {
            let told = place.call0(&JsValue::UNDEFINED);
            told.ok()
                .and_then(|told| told.as_string())
                .unwrap_or_default()
        }),
        on_wish: callback(with(&live), |live, wish| live.wish(wish)),
        inert,
        headline,
    };
    let handle = Renderer::<App>::with_root_and_props(root, props).render();
    Comparison { handle, live }
}

fn callback<T: 'static>(live: Weak<Live>, then: fn(&Rc<Live>, T)) -> Callback<T> {
    Callback::from(move |said| {
        if let Some(live) = live.upgrade() {
            then(&live, said);
        }
    })
}

#[wasm_bindgen]
impl Comparison {
    /// What is shown, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        self.live.state()
    }

    /// Shows something else; a field that is not there stays as it is.
    pub fn show(&self, said: &[u8]) {
        let wanted = self.live.wanted.take();
        let current = wanted.unwrap_or_else(|| self.live.choice.borrow().clone());
        self.live
            .restore(current.with(&value(said), &self.live.index));
    }

    /// What the page wants shown at first, as the parameters of a link.
    #[wasm_bindgen(getter)]
    pub fn first(&self) -> String {
        to_link(&self.live.first, &self.live.index)
    }

    /// What is shown, or is to be shown next, as the parameters of a link.
    #[wasm_bindgen(getter)]
    pub fn link(&self) -> String {
        let live = &self.live;
        let choice = live.choice.borrow();
        to_link(
            live.wanted.borrow().as_ref().unwrap_or(&choice),
            &live.index,
        )
    }

    /// Shows what the parameters of a link say, or without any what the page
    /// wants shown at first. True when that is something else than before.
    pub fn follow(&self, link: Option<String>) -> bool {
        let choice = match link {
            Some(link) => from_link(&link, &self.live.index),
            None => self.live.first.clone(),
        };
        let new = *self.live.choice.borrow() != choice;
        self.live.restore(choice);
        new
    }

    /// Tells the reader what came of a wish: `what` is `link` or `code` for
    /// what was copied, `by-hand` with the text that could not be, `saved` with
    /// the name of a file, `given` with one that may have been refused, or `failed` with the reason.
    pub fn reply(&self, what: &str, detail: String) {
        self.live.dispatch(Action::Reply(match what {
            "link" => Reply::Copied(Copied::Link),
            "code" => Reply::Copied(Copied::Code),
            "by-hand" => Reply::ByHand(detail),
            "saved" => Reply::Saved(detail),
            "given" => Reply::Given(detail),
            _ => Reply::Failed(detail),
        }));
    }

    /// Says where the passages stand in the page: an object with `exact`,
    /// `changed`, `folded`, `ambiguous` or `not-found` for the ids of statements.
    pub fn find(&self, found: &[u8]) {
        let found = state::found(value(found), &self.live.index);
        self.live.dispatch(Action::Find(found));
    }

    /// Has the evidence of a cell there, without opening it: `party/topic`, or the
    /// topic alone for its background. Without a name that of every cell, which is
    /// about to be printed. False when there is no such cell.
    pub fn unroll(&self, cell: Option<String>) -> bool {
        let known = cell.map(|name| cell_of_name(&self.live.index, &name));
        let is_known = known != Some(None);
        if is_known {
            self.live.dispatch(Action::Unroll(known.flatten()));
        }
        is_known
    }

    /// Shows everything, as at first.
    pub fn reset(&self) {
        self.live.restore(Choice::of(&self.live.index));
    }

    /// Takes the comparison out of the page; nothing of it is left.
    pub fn destroy(self) {
        self.live.dispatcher.replace(None);
        self.handle.destroy();
    }
}

impl Live {
    fn state(&self) -> JsValue {
        to_js(&self.choice.borrow().to_value(&self.index))
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

    /// Goes on with what is not all there yet, and tells the page how far it is.
    fn grown(self: &Rc<Self>, growth: Growth) {
        if growth == Growth::View(1) {
            self.tell_only("begun");
        }
        if growth == Growth::Whole {
            self.pace.rest();
            self.tell_only("whole");
            return;
        }
        let live = Rc::downgrade(self);
        self.pace.next(move |pieces| {
            if let Some(live) = live.upgrade() {
                live.pace.begin();
                live.dispatch(Action::Grow(pieces));
            }
        });
    }

    fn wish(&self, wish: Wish) {
        let here = || to_link(&self.choice.borrow(), &self.index);
        let (what, detail) = match wish {
            Wish::Copy(Copied::Link) => ("copy-link", here()),
            Wish::Copy(Copied::Code) => ("copy-code", here()),
            Wish::CopyCell(cell) => ("copy-link", link_to_cell(&self.index, cell)),
            Wish::Save(format) => ("save", format.to_owned()),
            Wish::Passage(at) => ("passage", self.index.statement(at).id.clone()),
        };
        self.tell(what, &detail.into());
    }

    fn changed(&self, choice: Choice) {
        self.wanted.take();
        let open = choice.open;
        let before = self.choice.replace(choice);
        self.tell("change", &self.state());
        if before.open != open {
            let open = open.map(|cell| cell_name(&self.index, cell));
            self.tell("evidence", &open.map_or(JsValue::NULL, JsValue::from));
        }
    }

    fn tell_only(&self, what: &str) {
        self.tell(what, &JsValue::UNDEFINED);
    }

    /// A listener of the page that throws is the page's affair.
    fn tell(&self, what: &str, detail: &JsValue) {
        if let Err(error) = self.notify.call2(&JsValue::NULL, &what.into(), detail) {
            web_sys::console::error_1(&error);
        }
    }
}

/// What a page says of the state; anything but plain data says nothing.
fn value(said: &[u8]) -> Value {
    Value::unpack(said).unwrap_or(Value::Null)
}

fn to_js(value: &Value) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}
