//! Knowing what of a long list is in sight: what is searched for is marked there,
//! and nowhere else.

use super::env::Env;
use crate::comparison::StatementIx;
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Has an element's statements marked as long as they are in sight. What is
/// returned listens for the browser's word on that.
#[hook]
pub(super) fn use_marks(
    env: &Env,
    node: &NodeRef,
    statements: &Rc<[StatementIx]>,
) -> Rc<dyn Fn(Event)> {
    use_effect_with(statements.clone(), {
        let (env, node) = (env.clone(), node.clone());
        move |statements: &Rc<[StatementIx]>| {
            let element = node.cast::<Element>();
            let untold = |element: &&Element| !env.marks.is_told_of(element);
            if let Some(element) = element.as_ref().filter(untold) {
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
