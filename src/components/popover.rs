//! Opening and closing a native popover from the state.
//!
//! The browser itself opens and closes them: by their button, by Escape, by a
//! tap outside; without any script, too. The state follows its `toggle` events,
//! and this brings a popover in line when the state was changed otherwise.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ShadowRoot};

/// The property in which a popover keeps what the state has made of it.
const TOLD: &str = "standpointTold";

/// Whether the popover is open.
pub(super) fn is_open(popover: &Element) -> bool {
    // A browser without popovers does not know the selector.
    popover.matches(":popover-open").unwrap_or(false)
}

/// Opens the evidence of that id and closes any other. It is placed beside the
/// button that it was opened with, if that is known, and else beside the first
/// that could have.
pub(super) fn follow(comparison: &Element, open: Option<String>, by: Option<&HtmlElement>) {
    let found = |selector: &str| {
        let element = comparison.query_selector(selector).ok().flatten()?;
        element.dyn_into::<HtmlElement>().ok()
    };
    let shown = found(".evidence:popover-open");
    let wanted = open.and_then(|id| found(&[".evidence[id='", &id, "']"].concat()));
    if shown == wanted {
        return;
    }
    // To open one closes the other.
    let result = match (wanted, shown) {
        (Some(wanted), _) => show(&wanted, by),
        (None, Some(shown)) => hide(&shown),
        (None, None) => Ok(()),
    };
    if let Err(error) = result {
        web_sys::console::warn_2(&"standpoint: a popover did not follow".into(), &error);
    }
}

/// What the popover stood on, once it is closed: `data-of` of one beside it that
/// is still open.
pub(super) fn under(closed: &Element) -> Option<String> {
    let others = closed.parent_element()?;
    let open = others.query_selector(".evidence:popover-open").ok()??;
    open.get_attribute("data-of")
}

/// Opens it as if its button had been pressed, which is then what it is placed
/// beside and what the focus returns to.
fn show(popover: &HtmlElement, by: Option<&HtmlElement>) -> Result<(), JsValue> {
    let options = Object::new();
    if let Some(button) = by.cloned().or_else(|| invoker(popover)) {
        Reflect::set(&options, &"source".into(), &button)?;
        // The focus returns to where it was, so that is where it must be.
        button.focus()?;
    }
    Reflect::set(popover, &TOLD.into(), &true.into())?;
    let show: Function = Reflect::get(popover, &"showPopover".into())?.dyn_into()?;
    show.call1(popover, &options)?;
    Ok(())
}

fn hide(popover: &HtmlElement) -> Result<(), JsValue> {
    Reflect::set(popover, &TOLD.into(), &false.into())?;
    popover.hide_popover()
}

/// Whether the popover is open, where its `toggle` event says so to a state that
/// did not know. The event comes late: one that only repeats what the state did
/// could undo what it has done since.
pub(super) fn news(popover: &Element) -> Option<bool> {
    let open = is_open(popover);
    let told = Reflect::get(popover, &TOLD.into()).ok();
    // A property of an element can always be set.
    let _ = Reflect::set(popover, &TOLD.into(), &JsValue::UNDEFINED);
    (told.and_then(|told| told.as_bool()) != Some(open)).then_some(open)
}

/// Gives the focus to what is in a popover, which is in sight wherever the page is: at
/// the place that its button had, a browser could scroll the page there.
pub(super) fn focus_in(element: &HtmlElement) {
    let options = Object::new();
    // A property of an object of ours can be set; a refused focus stays where it was.
    let _ = Reflect::set(&options, &"preventScroll".into(), &true.into());
    let _ = element.focus_with_options(options.unchecked_ref());
}

/// The button that opened it, as far as can be told: the one that has the
/// focus, else the first that opens it.
pub(super) fn opener(popover: &HtmlElement) -> Option<HtmlElement> {
    let focused = focused(popover);
    let opened_it = |button: &HtmlElement| {
        button
            .get_attribute("popovertarget")
            .is_some_and(|id| id == popover.id())
    };
    focused.filter(opened_it).or_else(|| invoker(popover))
}

/// Gives the focus back if the popover still has it. The browser should do so,
/// and Chromium does not when the popover stands in a shadow root. Where the
/// reader has gone elsewhere the focus stays there. On a slow machine the event
/// comes when the browser has taken the focus from what is hidden already, so
/// nowhere counts as there.
pub(super) fn give_focus_back(popover: &HtmlElement, opener: Option<&HtmlElement>) {
    let has_it = focused(popover).is_none_or(|element| popover.contains(Some(&element)));
    if let (true, Some(opener)) = (has_it, opener) {
        // A refusal leaves the focus at the page's start.
        let _ = opener.focus();
    }
}

fn focused(popover: &HtmlElement) -> Option<HtmlElement> {
    let root: ShadowRoot = popover.get_root_node().dyn_into().ok()?;
    root.active_element()?.dyn_into().ok()
}

fn invoker(popover: &HtmlElement) -> Option<HtmlElement> {
    let root: ShadowRoot = popover.get_root_node().dyn_into().ok()?;
    let selector = format!(":not([popover]) > button[popovertarget='{}']", popover.id());
    root.query_selector(&selector).ok()??.dyn_into().ok()
}
