//! Several of a list to choose: statements, parties.

use super::acts::field_id;
use super::env::use_ground;
use super::keys::{is_plain, key_of};
use super::listing::moved;
use crate::draft::{Action as Edit, Place};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChosenProps {
    /// The field of the draft that it is.
    pub(super) place: (Place, &'static str),
    pub(super) label: AttrValue,
    /// All of them: an id and its words.
    pub(super) options: Rc<[(AttrValue, AttrValue)]>,
    /// The ids of those that are chosen.
    pub(super) chosen: Vec<String>,
    pub(super) lang: AttrValue,
}

#[component]
pub(super) fn Chosen(props: &ChosenProps) -> Html {
    let ground = use_ground();
    // A list is long, and seldom looked at: it is there when it is unfolded.
    let is_open = use_state(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            is_open.set(
                event
                    .target_unchecked_into::<HtmlElement>()
                    .has_attribute("open"),
            );
        })
    };
    let (place, field) = props.place;
    let id = field_id(place, field);
    let shown = props.options.iter().filter(|_| *is_open);
    let options = shown.enumerate().map(|(n, (option, words))| {
        let is_chosen = props.chosen.iter().any(|one| *one == **option);
        let next: Vec<String> = match is_chosen {
            true => props
                .chosen
                .iter()
                .filter(|one| ***one != **option)
                .cloned()
                .collect(),
            false => props
                .chosen
                .iter()
                .cloned()
                .chain([option.to_string()])
                .collect(),
        };
        let onchange = ground.on_do(move |_: Event| Edit::List(place, field, next.clone()));
        let name = format!("{id}-{n}");
        html! {
            <li key={option.to_string()}>
                <input type="checkbox" id={name.clone()} checked={is_chosen} tabindex={if n == 0 { "0" } else { "-1" }} {onchange} />
                <label for={name} dir="auto" lang={&props.lang}>{words}</label>
            </li>
        }
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        let key = key_of(&event).filter(|_| is_plain(&event));
        if key.is_some_and(|key| moved(&event, &key)) {
            event.prevent_default();
        }
    });
    html! {
        <details class="chosen" {ontoggle}>
            <summary id={id.clone()}>{&props.label}{" · "}{props.chosen.len()}</summary>
            <ul class="evidence" {onkeydown}>{for options}</ul>
        </details>
    }
}
