//! The views as tabs (WAI-ARIA Authoring Practices, tabs pattern, automatic
//! activation).

use super::element::el;
use super::env::use_env;
use crate::state::{Action, View};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// The element id of the one panel.
pub(super) const PANEL: &str = "view";

/// The element id of a view's tab.
pub(super) fn tab_id(view: View) -> String {
    ["tab:", view.id()].concat()
}

/// Which view is shown.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TabsProps {
    pub(super) view: View,
}

/// The tab list.
#[component]
pub(super) fn Tabs(props: &TabsProps) -> Html {
    let env = use_env();
    let current = props.view;
    let dispatcher = env.dispatcher.clone();
    let handle = move |event: Event| {
        if let Some((view, tab)) = tab_for_key(&event, current) {
            event.prevent_default();
            dispatcher.dispatch(Action::Show(view));
            // A refusal leaves the focus where it is, on a tab all the same.
            let _ = tab.focus();
        }
    };
    let tab = |view: View| {
        let selected = view == current;
        el("button")
            .key(view.id())
            .attr("type", "button")
            .attr("role", "tab")
            .class("tab")
            .part("tab")
            .attr("id", &tab_id(view))
            .truth("aria-selected", selected)
            .attr("aria-controls", PANEL)
            .attr("tabindex", if selected { "0" } else { "-1" })
            .press(&env, Action::Show(view))
            .text(env.texts.get(&["view.", view.id()].concat()))
    };
    el("div")
        .class("tabs")
        .attr("role", "tablist")
        .attr("aria-label", env.texts.get("view.label"))
        .on(|| ListenerKind::onkeydown, Rc::new(handle))
        .each(View::ALL.into_iter().map(tab))
        .html()
}

/// The view, and its tab, that an arrow key, Home or End leads to.
fn tab_for_key(event: &Event, current: View) -> Option<(View, HtmlElement)> {
    let key = event.dyn_ref::<KeyboardEvent>()?.key();
    let tab = event.target()?.dyn_into::<HtmlElement>().ok()?;
    let list = tab.parent_element()?;
    let right_to_left = list.closest("[dir]").ok()??.get_attribute("dir")? == "rtl";
    let count = View::ALL.len();
    let at = View::ALL.iter().position(|view| *view == current)?;
    let to = match (key.as_str(), right_to_left) {
        ("ArrowRight", false) | ("ArrowLeft", true) => (at + 1) % count,
        ("ArrowLeft", false) | ("ArrowRight", true) => (at + count - 1) % count,
        ("Home", _) => 0,
        ("End", _) => count - 1,
        _ => return None,
    };
    let tab = list
        .children()
        .item(u32::try_from(to).ok()?)?
        .dyn_into()
        .ok()?;
    Some((View::ALL[to], tab))
}
