//! A name, and Enter.

use super::env::use_ground;
use super::keys::key_of;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AddingProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) on_add: Callback<String>,
}

/// A name and Enter: the next can be typed at once.
#[component]
pub(super) fn Adding(props: &AddingProps) -> Html {
    let ground = use_ground();
    let node = use_node_ref();
    let add = {
        let (node, on_add) = (node.clone(), props.on_add.clone());
        move || {
            let Some(input) = node.cast::<HtmlInputElement>() else {
                return;
            };
            let name = input.value().trim().to_owned();
            input.set_value("");
            if !name.is_empty() {
                on_add.emit(name);
            }
        }
    };
    let onkeydown = {
        let add = add.clone();
        Callback::from(move |event: KeyboardEvent| {
            if key_of(&event).as_deref() == Some("Enter") {
                event.prevent_default();
                add();
            }
        })
    };
    html! {
        <div class="field add">
            <label for={props.id.clone()}>{&props.label}</label>
            <input id={props.id.clone()} ref={node} autocomplete="off" dir="auto" {onkeydown} />
            <button onclick={move |_| add()}>{ground.text("add")}<kbd>{"↵"}</kbd></button>
        </div>
    }
}
