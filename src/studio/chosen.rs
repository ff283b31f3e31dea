//! Several of a list to choose: statements, parties.

use super::env::use_env;
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChosenProps {
    /// What the ids of the boxes begin with.
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// All of them: an id and its words.
    pub(super) options: Vec<(AttrValue, AttrValue)>,
    /// The ids of those that are chosen.
    pub(super) chosen: Vec<String>,
    pub(super) on_choose: Callback<Vec<String>>,
}

#[component]
pub(super) fn Chosen(props: &ChosenProps) -> Html {
    let env = use_env();
    let options = props.options.iter().enumerate().map(|(n, (id, words))| {
        let is_chosen = props.chosen.iter().any(|one| *one == **id);
        let next: Vec<String> = match is_chosen {
            true => props.chosen.iter().filter(|one| ***one != **id).cloned().collect(),
            false => props.chosen.iter().cloned().chain([id.to_string()]).collect(),
        };
        let on_choose = props.on_choose.clone();
        let onchange = Callback::from(move |_: Event| on_choose.emit(next.clone()));
        let name = format!("{}-{n}", props.id);
        html! {
            <li key={id.to_string()}>
                <input type="checkbox" id={name.clone()} checked={is_chosen} {onchange} />
                <label for={name} dir="auto" lang={env.state.content().language.clone()}>{words}</label>
            </li>
        }
    });
    html! {
        <details class="chosen">
            <summary>{&props.label}{" · "}{props.chosen.len()}</summary>
            <ul class="evidence">{for options}</ul>
        </details>
    }
}
