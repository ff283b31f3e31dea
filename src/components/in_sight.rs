//! Knowing what of a long list is in sight: what is searched for is marked there,
//! and nowhere else.

use super::env::Env;
use super::marks::has_global;
use crate::comparison::StatementIx;
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Whether the browser will say when an element comes in sight: it does so of what
/// it leaves out of its layout, which is what may be far away in a long list. Where
/// it does not, all may be in sight.
fn is_told(is_far: bool) -> bool {
    is_far && has_global("ContentVisibilityAutoStateChangeEvent")
}

/// Has an element's statements marked as long as they are in sight. What is
/// returned listens for the browser's word on that.
#[hook]
pub(super) fn use_marks(
    env: &Env,
    node: &NodeRef,
    statements: &Rc<[StatementIx]>,
    is_far: bool,
) -> Rc<dyn Fn(Event)> {
    use_effect_with(statements.clone(), {
        let (env, node) = (env.clone(), node.clone());
        move |statements: &Rc<[StatementIx]>| {
            let element = node.cast::<Element>();
            if let Some(element) = element.as_ref().filter(|_| !is_told(is_far)) {
                env.marks.enter(&env.index, element, statements);
            }
            move || {
                if let Some(element) = element {
                    env.marks.leave(&element);
                }
            }
        }
    });
    let (env, statements) = (env.clone(), statements.clone());
    Rc::new(move |event: Event| {
        let skipped = Reflect::get(&event, &"skipped".into()).ok();
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        match (skipped.and_then(|skipped| skipped.as_bool()), target) {
            (Some(false), Some(element)) => env.marks.enter(&env.index, &element, &statements),
            (Some(true), Some(element)) => env.marks.leave(&element),
            _ => {}
        }
    })
}

/// Yew has no name of its own for it.
pub(super) fn comes_in_sight() -> ListenerKind {
    ListenerKind::other("contentvisibilityautostatechange".into())
}
