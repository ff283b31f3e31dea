//! Building elements by function calls.
//!
//! Yew's `html!` spells every element out at its place, some 400 bytes of
//! WebAssembly each; the same view through these functions takes a quarter of
//! that (the whole widget: 145 KB of brotli before, see `CHANGELOG.md`).

use super::env::Env;
use crate::state::Action;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::virtual_dom::{Key, Listener, ListenerKind, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// An element being built; boxed, because it is handed on at every step.
pub(super) struct El(Box<VTag>);

/// An element of that tag.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    #[cfg(debug_assertions)]
    BUILT.set(BUILT.get() + 1);
    El(Box::new(VTag::new(tag)))
}

#[cfg(debug_assertions)]
thread_local!(static BUILT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) });

/// How many elements have been described to Yew so far, which is what rendering
/// costs beside the page itself. There for tests, and in no release.
#[cfg(debug_assertions)]
pub fn elements_built() -> usize {
    BUILT.get()
}

/// An element with a class and a text.
#[inline(never)]
pub(super) fn text_in(tag: &'static str, class: &'static str, text: &str) -> El {
    el(tag).class(class).text(text)
}

/// A line of a drawing.
#[inline(never)]
pub(super) fn line(class: &'static str, (x1, x2): (i32, i32), (y1, y2): (i32, i32)) -> El {
    el("line")
        .class(class)
        .number("x1", x1)
        .number("x2", x2)
        .number("y1", y1)
        .number("y2", y2)
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub(super) fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets an attribute to a text.
    #[inline(never)]
    pub(super) fn attr(self, name: &'static str, value: &str) -> Self {
        self.set(name, AttrValue::Rc(Rc::from(value)))
    }

    /// Sets an attribute to a number.
    #[inline(never)]
    pub(super) fn number(self, name: &'static str, value: i32) -> Self {
        self.set(name, AttrValue::from(value.to_string()))
    }

    /// Sets an attribute to `true` or `false`.
    #[inline(never)]
    pub(super) fn truth(self, name: &'static str, value: bool) -> Self {
        self.set(
            name,
            AttrValue::Static(if value { "true" } else { "false" }),
        )
    }

    /// Sets a boolean attribute, or leaves it out.
    #[inline(never)]
    pub(super) fn flag(self, name: &'static str, on: bool) -> Self {
        if on {
            self.set(name, AttrValue::Static(""))
        } else {
            self
        }
    }

    /// The class.
    #[inline(never)]
    pub(super) fn class(self, class: &'static str) -> Self {
        self.set("class", AttrValue::Static(class))
    }

    /// Several classes.
    #[inline(never)]
    pub(super) fn classes(self, classes: &[&str]) -> Self {
        self.set("class", AttrValue::from(classes.join(" ")))
    }

    /// The name under which it may be styled from outside.
    #[inline(never)]
    pub(super) fn part(self, part: &'static str) -> Self {
        self.set("part", AttrValue::Static(part))
    }

    /// Hides it from screen readers.
    #[inline(never)]
    pub(super) fn hidden_aloud(self) -> Self {
        self.set("aria-hidden", AttrValue::Static("true"))
    }

    /// Names it among its siblings.
    #[inline(never)]
    pub(super) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Adds a text of the interface.
    #[inline(never)]
    pub(super) fn text(self, text: &str) -> Self {
        self.node(VText::new(AttrValue::Rc(Rc::from(text))).into())
    }

    /// Adds a text of the document's, marked with the document's language.
    #[inline(never)]
    pub(super) fn own(self, env: &Env, text: &str) -> Self {
        self.in_document_language(env).text(text)
    }

    /// Marks its texts as the document's: their language and direction, where
    /// they are not those of the interface around them.
    #[inline(never)]
    pub(super) fn in_document_language(self, env: &Env) -> Self {
        let (lang, dir) = env.document_language();
        let marked = match lang {
            Some(lang) => self.set("lang", lang),
            None => self,
        };
        match dir {
            Some(dir) => marked.set("dir", AttrValue::Static(dir)),
            None => marked,
        }
    }

    /// Adds a node.
    #[inline(never)]
    pub(super) fn node(mut self, node: Html) -> Self {
        self.0.add_child(node);
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub(super) fn child(self, child: El) -> Self {
        self.node(child.html())
    }

    /// Adds an element, if there is one.
    #[inline(never)]
    pub(super) fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds nodes.
    pub(super) fn nodes(self, nodes: impl IntoIterator<Item = Html>) -> Self {
        nodes.into_iter().fold(self, Self::node)
    }

    /// Adds elements.
    pub(super) fn each(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Does something at an event.
    #[inline(never)]
    pub(super) fn on(mut self, kind: fn() -> ListenerKind, handle: Rc<dyn Fn(Event)>) -> Self {
        self.0.add_listener(Rc::new(Handler { kind, handle }));
        self
    }

    /// Tells the reducer something when it is pressed.
    #[inline(never)]
    pub(super) fn press(self, env: &Env, action: Action) -> Self {
        self.on(|| ListenerKind::onclick, dispatch(env, action))
    }

    /// Tells the reducer something when it is changed.
    #[inline(never)]
    pub(super) fn change(self, env: &Env, action: Action) -> Self {
        self.on(|| ListenerKind::onchange, dispatch(env, action))
    }

    /// Tells the reducer the value that was chosen or typed.
    #[inline(never)]
    pub(super) fn value_to(
        self,
        env: &Env,
        kind: fn() -> ListenerKind,
        action: impl Fn(String) -> Action + 'static,
    ) -> Self {
        let action: Box<dyn Fn(String) -> Action> = Box::new(action);
        self.tell_value(env, kind, action)
    }

    #[inline(never)]
    fn tell_value(
        self,
        env: &Env,
        kind: fn() -> ListenerKind,
        action: Box<dyn Fn(String) -> Action>,
    ) -> Self {
        let dispatcher = env.dispatcher.clone();
        let handle = move |event: Event| {
            if let Some(value) = value_of(&event) {
                dispatcher.dispatch(action(value));
            }
        };
        self.on(kind, Rc::new(handle))
    }

    /// A check box's or an input's own state.
    #[inline(never)]
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Whether an option is the chosen one. A property: the attribute has no say
    /// any more once a reader has chosen.
    #[inline(never)]
    pub(super) fn selected(mut self, selected: bool) -> Self {
        self.0.add_property("selected", selected);
        self
    }

    /// An input's value.
    #[inline(never)]
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0.set_value(Some(AttrValue::from(value.to_owned())));
        self
    }

    /// Where the element can be found once it is in the page.
    #[inline(never)]
    pub(super) fn found_by(mut self, node: yew::NodeRef) -> Self {
        self.0.node_ref = node;
        self
    }

    /// The finished element.
    #[inline(never)]
    pub(super) fn html(self) -> Html {
        VNode::from(*self.0)
    }
}

#[inline(never)]
fn dispatch(env: &Env, action: Action) -> Rc<dyn Fn(Event)> {
    let dispatcher = env.dispatcher.clone();
    Rc::new(move |_| dispatcher.dispatch(action.clone()))
}

fn value_of(event: &Event) -> Option<String> {
    let target = event.target()?;
    match target.dyn_into::<HtmlSelectElement>() {
        Ok(select) => Some(select.value()),
        Err(other) => other
            .dyn_into::<HtmlInputElement>()
            .ok()
            .map(|input| input.value()),
    }
}

/// One listener for every kind of event.
struct Handler {
    // A function: to clone a kind takes a case for each that there is.
    kind: fn() -> ListenerKind,
    handle: Rc<dyn Fn(Event)>,
}

impl Listener for Handler {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        (self.handle)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
