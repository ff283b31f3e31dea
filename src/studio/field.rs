//! A field to type in. What is typed becomes one step on a pause or when the field is
//! left, and nothing is written into a field while somebody types there.

use super::acts::Action;
use super::env::use_ground;
use crate::draft::{Action as Edit, Place};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

/// How long nobody types before it is a step.
const PAUSE: Duration = Duration::from_millis(700);

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FieldProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) value: AttrValue,
    /// What is to be written there, or where it is from.
    #[prop_or_default]
    pub(super) hint: Option<AttrValue>,
    /// Whether it holds several lines.
    #[prop_or_default]
    pub(super) long: bool,
    /// Whether it can only be read.
    #[prop_or_default]
    pub(super) locked: bool,
    /// The language of what is in it.
    #[prop_or_default]
    pub(super) lang: Option<AttrValue>,
    #[prop_or_default]
    pub(super) class: Classes,
    /// The field of the draft that it is: what is typed is written there.
    #[prop_or_default]
    pub(super) place: Option<(Place, &'static str)>,
    /// Or what is called with what has been typed.
    #[prop_or_default]
    pub(super) on_write: Option<Callback<String>>,
}

#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let ground = use_ground();
    let node = use_node_ref();
    let edits = use_mut_ref(|| 0_u32);
    {
        let node = node.clone();
        use_effect_with(props.value.clone(), move |value| set_value(&node, value));
    }
    // Always the present one, however late a pause ends.
    let latest = use_mut_ref(|| (props.value.clone(), props.place, props.on_write.clone()));
    *latest.borrow_mut() = (props.value.clone(), props.place, props.on_write.clone());
    let commit = {
        let node = node.clone();
        move || {
            be_clean(&node, true);
            let (value, place, on_write) = latest.borrow().clone();
            let Some(typed) = value_of(&node).filter(|typed| *typed != *value) else {
                return;
            };
            if let Some((place, field)) = place {
                let written = typed.trim().to_owned();
                ground.act(Action::Do(Edit::Write(place, field, written)));
            } else if let Some(on_write) = on_write {
                on_write.emit(typed);
            }
        }
    };
    let oninput = {
        let (node, commit, edits) = (node.clone(), commit.clone(), edits.clone());
        Callback::from(move |event: InputEvent| {
            be_clean(&node, false);
            *edits.borrow_mut() += 1;
            if event.is_composing() {
                return;
            }
            let (now, edits, commit) = (*edits.borrow(), edits.clone(), commit.clone());
            spawn_local(async move {
                sleep(PAUSE).await;
                if *edits.borrow() == now {
                    commit();
                }
            });
        })
    };
    let onchange = Callback::from(move |_: Event| {
        *edits.borrow_mut() += 1;
        commit();
    });
    let hint = props.hint.as_ref().map(|hint| {
        html! { <p class="hint" id={format!("{}-hint", props.id)}>{hint}</p> }
    });
    let described = props.hint.as_ref().map(|_| format!("{}-hint", props.id));
    let control = if props.long {
        html! {
            <textarea ref={node} id={props.id.clone()} rows="2" readonly={props.locked}
                lang={props.lang.clone()} dir="auto" aria-describedby={described} {oninput} {onchange} />
        }
    } else {
        html! {
            <input ref={node} id={props.id.clone()} readonly={props.locked} autocomplete="off"
                lang={props.lang.clone()} dir="auto" aria-describedby={described} {oninput} {onchange} />
        }
    };
    html! {
        <div class={classes!("field", props.class.clone())}>
            <label for={props.id.clone()}>{&props.label}</label>
            {control}
            {hint}
        </div>
    }
}

/// Notes whether all that was typed is a step: until then the field itself undoes it.
fn be_clean(node: &NodeRef, is_clean: bool) {
    if let Some(element) = node.cast::<Element>() {
        // An attribute of that name can always be set.
        let _ = match is_clean {
            true => element.set_attribute("data-clean", "true"),
            false => element.remove_attribute("data-clean"),
        };
    }
}

fn value_of(node: &NodeRef) -> Option<String> {
    let input = node.cast::<HtmlInputElement>().map(|input| input.value());
    input.or_else(|| node.cast::<HtmlTextAreaElement>().map(|area| area.value()))
}

/// Only what differs is written: writing moves the caret, and breaks composing.
fn set_value(node: &NodeRef, value: &str) {
    be_clean(node, true);
    if value_of(node).as_deref() == Some(value) {
        return;
    }
    if let Some(input) = node.cast::<HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        area.set_value(value);
    }
}

/// Leaves the field that has the focus, so that what is typed there is a step before it
/// goes.
pub(super) fn leave() {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.active_element());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // What has the focus can lose it.
        let _ = field.blur();
    }
}

/// A list that is written a line each.
pub(super) fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
