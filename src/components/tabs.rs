//! The views as tabs (WAI-ARIA Authoring Practices, tabs pattern, automatic
//! activation).

use super::shared::use_shared;
use crate::state::{Action, View};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The element id of the one panel.
pub(super) fn panel_id() -> &'static str {
    "view"
}

/// The element id of a view's tab.
pub(super) fn tab_id(view: View) -> String {
    format!("tab:{}", view.id())
}

/// The tab list.
#[component]
pub(super) fn Tabs() -> Html {
    let shared = use_shared();
    let current = shared.state.choice.view;
    let onkeydown = {
        let dispatcher = shared.state.dispatcher();
        Callback::from(move |event: KeyboardEvent| {
            if let Some((view, tab)) = tab_for_key(&event, current) {
                event.prevent_default();
                dispatcher.dispatch(Action::Show(view));
                // A refusal leaves the focus where it is, on a tab all the same.
                let _ = tab.focus();
            }
        })
    };
    let tab = |view: View| {
        let selected = view == current;
        html! {
            <button key={view.id()} type="button" role="tab" class="tab" part="tab" id={tab_id(view)}
                aria-selected={selected.to_string()} aria-controls={panel_id()}
                tabindex={if selected { "0" } else { "-1" }}
                onclick={shared.on(move |_: MouseEvent| Action::Show(view))}>
                { shared.texts.get(&format!("view.{}", view.id())) }
            </button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={shared.texts.get("view.label").to_owned()} {onkeydown}>
            { for View::ALL.into_iter().map(tab) }
        </div>
    }
}

/// The view, and its tab, that an arrow key, Home or End leads to.
fn tab_for_key(event: &KeyboardEvent, current: View) -> Option<(View, HtmlElement)> {
    let list: HtmlElement = event
        .target_dyn_into::<HtmlElement>()?
        .parent_element()?
        .dyn_into()
        .ok()?;
    let right_to_left = list.closest("[dir]").ok()??.get_attribute("dir")? == "rtl";
    let count = View::ALL.len();
    let at = View::ALL.iter().position(|view| *view == current)?;
    let to = match (event.key().as_str(), right_to_left) {
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
