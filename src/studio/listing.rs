//! Lists of boxes: one stop in the order of Tab, from which the arrows lead on.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{KeyboardEvent, TargetCast};

/// Moves the focus from one box of a list to the next or the one before; whether the
/// key does that.
pub(super) fn moved(event: &KeyboardEvent, key: &str) -> bool {
    let is_down = match key {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return false,
    };
    let item = event
        .target_dyn_into::<Element>()
        .and_then(|target| target.closest("li").ok()?);
    let Some(item) = item else {
        return false;
    };
    let other = match is_down {
        true => item.next_element_sibling(),
        false => item.previous_element_sibling(),
    };
    let found = other.and_then(|other| other.query_selector("input").ok()?);
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // What cannot have the focus leaves it where it is.
        let _ = found.focus();
    }
    true
}
