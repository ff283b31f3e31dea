//! A list behind a button: a native popover, with what can be chosen in it.

use super::element::{El, el, text_in};
use super::env::Env;
use super::popover;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};
use yew::virtual_dom::ListenerKind;

/// The button and the list that it opens; `what` names both, and `choose.` with
/// that name is what they are called.
pub(super) fn popup(what: &'static str, name: &str, button: El, list: El) -> El {
    let id = ["choose:", what].concat();
    let button = button
        .attr("type", "button")
        .class("chooser-button")
        .part("chooser")
        .attr("popovertarget", &id);
    let list = list
        .attr("id", &id)
        .attr("popover", "auto")
        .on(|| ListenerKind::ontoggle, Rc::new(closed))
        .class("options")
        .attr("role", "group")
        .attr("aria-label", name);
    el("div").class("chooser").child(button).child(list)
}

/// A button with a name and how many are chosen.
pub(super) fn counting_button(env: &Env, name: &str, shown: usize, total: usize) -> El {
    let count = env.texts.with(
        "choose.count",
        &[("n", shown.into()), ("total", total.into())],
    );
    el("button")
        .text(name)
        .text(" ")
        .child(text_in("span", "count", &count))
}

/// Gives the focus back to the button that opened the list.
fn closed(event: Event) {
    let list = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlElement>().ok());
    if let Some(list) = list.filter(|list| !popover::is_open(list)) {
        popover::give_focus_back(&list, popover::opener(&list).as_ref());
    }
}
