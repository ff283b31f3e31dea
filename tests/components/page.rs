//! A comparison in a page of its own, and how a reader handles it.

use js_sys::{Date, Function, JSON, Promise, Reflect};
use standpoint::article::{Document, Statement, StatementKind, Value, read};
use standpoint::components::HEADLINE;
use standpoint::embed::{Article, Comparison, mount};
use std::cell::{Ref, RefCell};
use std::fmt::Debug;
use std::rc::Rc;
use wasm_bindgen::closure::ScopedClosure;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// The two documents that are built in.
pub(crate) const CEASEFIRE: &str = include_str!("../../seeds/ceasefire-2025.json");
pub(crate) const HARBOUR: &str = include_str!("../../seeds/harbour-town.json");

/// The interface's texts, as the loader brings them.
const ENGLISH: &str = include_str!("../../src/i18n/en.txt");

/// How long anything may take to happen, in milliseconds.
const DEADLINE: f64 = 5000.0;

#[wasm_bindgen(inline_js = r#"
export const hosted = () => {
  const host = document.createElement("stance-host");
  document.body.append(host);
  const root = host.attachShadow({ mode: "open" });
  const mount = document.createElement("div");
  root.append(mount);
  return mount;
};
export const all = (scope, selector) => [...scope.querySelectorAll(selector)];
export const changed = (select, value) => {
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
};
export const typed = (input, value) => {
  input.value = value;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
};
export const marked = (scope) => [...(CSS.highlights.get("standpoint-hit") ?? [])]
  .filter((range) => scope.contains(range.startContainer))
  .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
  .map((range) => `${range.startContainer.parentElement.localName}:${range}`);
export const withheld = (place) => place.getRootNode().addEventListener(
  "toggle", (event) => event.isTrusted && event.stopImmediatePropagation(), true);
export const pressed = (element, key) => !element.dispatchEvent(
  new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
"#)]
extern "C" {
    fn hosted() -> Element;
    fn all(scope: &JsValue, selector: &str) -> Vec<Element>;
    fn changed(select: &Element, value: &str);
    fn typed(input: &Element, value: &str);
    fn marked(scope: &Element) -> Vec<String>;
    fn withheld(place: &Element);
    fn pressed(element: &Element, key: &str) -> bool;
}

#[wasm_bindgen(module = "/static/widget/pack.js")]
extern "C" {
    pub(crate) fn pack(data: &JsValue) -> Vec<u8>;
}

/// Mounts a comparison in English, as the loader does it.
pub(crate) fn mount_there(
    place: Element,
    data: JsValue,
    said: JsValue,
    listener: Function,
) -> Comparison {
    let data = if data.is_undefined() {
        JSON::parse(CEASEFIRE).expect("JSON")
    } else {
        data
    };
    let article = Article::read(&pack(&data)).expect("a good document");
    mount(
        place,
        &article,
        &pack(&said),
        None,
        Function::new_no_args("return '#stance__'"),
        "en-GB",
        ENGLISH,
        false,
        HEADLINE,
        listener,
    )
}

/// An element that holds nothing yet, in a shadow root.
pub(crate) fn place() -> Element {
    hosted()
}

/// Keeps back what the browser says of popovers there; a test says it instead.
pub(crate) fn withhold_toggles(place: &Element) {
    withheld(place);
}

/// A document, read.
pub(crate) fn document(json: &str) -> Document {
    let value = JSON::parse(json).expect("JSON");
    let value: Value = serde_wasm_bindgen::from_value(value).expect("plain data");
    read(&value).expect("a document without mistakes")
}

/// What the page is told, in its order: what, and its detail as JSON.
type Heard = Rc<RefCell<Vec<(String, String)>>>;

/// A comparison, until it is taken out of the page.
pub(crate) struct Mounted(RefCell<Option<Comparison>>);

impl Mounted {
    pub(crate) fn borrow(&self) -> Ref<'_, Comparison> {
        Ref::map(self.0.borrow(), |comparison| {
            comparison.as_ref().expect("it is still in the page")
        })
    }

    /// Takes it out of the page, if nobody has.
    pub(crate) fn destroy(&self) {
        if let Some(comparison) = self.0.take() {
            comparison.destroy();
        }
    }
}

/// A mounted comparison; leaving it behind takes it out of the page.
pub(crate) struct Page {
    pub(crate) mount: Element,
    pub(crate) comparison: Mounted,
    pub(crate) heard: Heard,
    _notify: ScopedClosure<'static, dyn FnMut(String, JsValue)>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.comparison.destroy();
        if let Ok(root) = self.mount.get_root_node().dyn_into::<ShadowRoot>() {
            root.host().remove();
        }
    }
}

impl Page {
    /// The built-in article.
    pub(crate) async fn ceasefire() -> Self {
        Self::with(JsValue::UNDEFINED, "{}").await
    }

    /// The built-in article, shown as the page says.
    pub(crate) async fn showing(said: &str) -> Self {
        Self::with(JsValue::UNDEFINED, said).await
    }

    /// A document, shown as the page says.
    pub(crate) async fn of(json: &str, said: &str) -> Self {
        Self::with(JSON::parse(json).expect("JSON"), said).await
    }

    async fn with(data: JsValue, said: &str) -> Self {
        let heard = Heard::default();
        let notify = {
            let heard = heard.clone();
            Closure::<dyn FnMut(String, JsValue)>::new(move |what: String, detail: JsValue| {
                let detail = written(&detail);
                heard.borrow_mut().push((what, detail));
            })
        };
        let listener: Function = notify.as_ref().clone().unchecked_into();
        let element = place();
        let said = JSON::parse(said).expect("JSON");
        let comparison = mount_there(element.clone(), data, said, listener);
        let page = Self {
            mount: element,
            comparison: Mounted(RefCell::new(Some(comparison))),
            heard,
            _notify: notify,
        };
        let whole = || page.heard.borrow().iter().any(|(what, _)| what == "whole");
        until("all of it is there", whole).await;
        page.heard
            .borrow_mut()
            .retain(|(what, _)| what != "whole" && what != "begun");
        page
    }

    /// The same with all evidence written out, as for paper.
    pub(crate) async fn unrolled(self) -> Self {
        self.comparison.borrow().unroll(None);
        self.until("all evidence is there", |page| {
            page.all(".evidence").len() > 1
        })
        .await;
        self
    }

    /// The shadow root around it.
    pub(crate) fn root(&self) -> ShadowRoot {
        self.mount.get_root_node().dyn_into().expect("a root")
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        all(&self.mount, selector)
    }

    /// The one element of that selector.
    pub(crate) fn one(&self, selector: &str) -> HtmlElement {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "elements at {selector}");
        found[0].clone().unchecked_into()
    }

    /// What is marked of what is searched for, each with the element that it stands
    /// in: `cite:Lavrov`.
    pub(crate) fn marks(&self) -> Vec<String> {
        marked(&self.mount)
    }

    pub(crate) fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The text of the one element of that selector.
    pub(crate) fn text(&self, selector: &str) -> String {
        text(&self.one(selector))
    }

    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(text).collect()
    }

    /// The attribute of every element of that selector; empty where it is not.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .map(|e| attribute(e, name))
            .collect()
    }

    pub(crate) fn click(&self, selector: &str) {
        self.one(selector).click();
    }

    /// Picks an option of a select, as a reader does.
    pub(crate) fn pick(&self, selector: &str, value: &str) {
        changed(&self.one(selector), value);
    }

    /// Types into an input.
    pub(crate) fn type_into(&self, selector: &str, text: &str) {
        typed(&self.one(selector), text);
    }

    /// The value that a select or an input shows.
    pub(crate) fn value(&self, selector: &str) -> String {
        property(&self.one(selector), "value")
            .as_string()
            .expect("a value")
    }

    /// What the focus is on.
    pub(crate) fn focused(&self) -> Option<Element> {
        self.root().active_element()
    }

    /// Waits for the focus: the browser tells of a popover's end when it has time.
    pub(crate) async fn focus_comes_to(&self, element: &Element) {
        let there = || self.focused().as_ref() == Some(element);
        until("the focus is where it was", there).await;
    }

    /// The page shows something else.
    pub(crate) fn show(&self, said: &str) {
        self.comparison
            .borrow()
            .show(&pack(&JSON::parse(said).expect("JSON")));
    }

    /// A field of the state, as JSON.
    pub(crate) fn state(&self, field: &str) -> String {
        written(&property(&self.comparison.borrow().state(), field))
    }

    /// The details of everything of that kind that the page was told.
    pub(crate) fn told(&self, what: &str) -> Vec<String> {
        let heard = self.heard.borrow();
        let told = heard.iter().filter(|(known, _)| known == what);
        told.map(|(_, detail)| detail.clone()).collect()
    }

    /// Waits until that is so.
    pub(crate) async fn until(&self, what: &str, condition: impl Fn(&Self) -> bool) {
        until(what, || condition(self)).await;
    }

    /// Waits until the texts at a selector are these.
    pub(crate) async fn becomes(&self, selector: &str, expected: &[&str]) {
        equals(selector, || self.texts(selector), expected).await;
    }

    /// Waits until an attribute of the elements at a selector has these values.
    pub(crate) async fn attribute_becomes(&self, selector: &str, name: &str, expected: &[&str]) {
        equals(selector, || self.attributes(selector, name), expected).await;
    }

    /// Waits until a field of the state is that JSON.
    pub(crate) async fn state_becomes(&self, field: &str, expected: &str) {
        equals(field, || vec![self.state(field)], &[expected]).await;
    }
}

/// An element's text without the space around it.
pub(crate) fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

pub(crate) fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

pub(crate) fn within(element: &Element, selector: &str) -> Vec<Element> {
    all(element, selector)
}

pub(crate) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

/// A value as JSON.
pub(crate) fn written(value: &JsValue) -> String {
    if value.is_undefined() {
        return String::new();
    }
    JSON::stringify(value).expect("plain data").into()
}

/// A key on an element; whether somebody took it for theirs.
pub(crate) fn press(element: &Element, key: &str) -> bool {
    pressed(element, key)
}

async fn frame() {
    let next = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a window");
        window.request_animation_frame(&resolve).expect("a frame");
    });
    next.await.expect("a frame");
}

/// Looks again with every frame, until the deadline.
pub(crate) async fn until(what: &str, condition: impl Fn() -> bool) {
    let deadline = Date::now() + DEADLINE;
    while !condition() {
        assert!(Date::now() < deadline, "waited in vain until {what}");
        frame().await;
    }
}

async fn equals<T: PartialEq<U> + Debug, U: Debug>(
    what: &str,
    actual: impl Fn() -> Vec<T>,
    expected: &[U],
) {
    let deadline = Date::now() + DEADLINE;
    while actual() != expected {
        if Date::now() >= deadline {
            panic!("{what}: {:?} and not {expected:?}", actual());
        }
        frame().await;
    }
}

/// The words of a statement as a reader reads them, in English.
pub(crate) fn words(statement: &Statement) -> String {
    match statement.kind {
        StatementKind::DirectQuote => ["“", &statement.text, "”"].concat(),
        _ => statement.text.clone(),
    }
}
