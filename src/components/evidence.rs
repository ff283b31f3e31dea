//! What cells rest on: one popover for each that has been opened, in every view
//! the same, and of every cell on paper and where there is no script.

use super::element::el;
use super::env::{Env, evidence_id, use_env};
use super::panel::{Panel, PanelProps};
use super::part::component;
use super::popover;
use crate::comparison::{CellIx, Index};
use crate::state::{Action, Passages, Reply, Unrolled, cell_name, cell_of_name};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Whose evidence is there, and which is open.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EvidenceProps {
    pub(super) unrolled: Unrolled,
    pub(super) open: Option<CellIx>,
    pub(super) passages: Passages,
    /// What came of the last wish; shown in the open evidence.
    pub(super) reply: Option<Reply>,
}

/// The popovers; on paper they follow the table.
#[component]
pub(super) fn Evidence(props: &EvidenceProps) -> Html {
    let env = use_env();
    let node = use_node_ref();
    {
        let (env, node) = (env.clone(), node.clone());
        use_effect_with(props.open, move |open| {
            if *env.reported.borrow() == *open {
                return;
            }
            if let Some(all) = node.cast::<Element>() {
                let by = env.opened_by.borrow();
                let by = by.as_ref().filter(|(cell, _)| Some(*cell) == *open);
                let id = open.map(|cell| evidence_id(&env.index, cell));
                popover::follow(&all, id, by.map(|(_, button)| button));
            }
        });
    }
    let cells = match &props.unrolled {
        Unrolled::Of(cells) => cells.clone(),
        Unrolled::All => Rc::new(all_evidence(&env.index)),
    };
    let place = env.place_now();
    let panel = |cell: &CellIx| {
        let props = PanelProps {
            env: env.clone(),
            cell: *cell,
            place: place.clone(),
            passages: props.passages.clone(),
            reply: props.reply.clone().filter(|_| props.open == Some(*cell)),
        };
        component::<Panel>(cell_name(&env.index, *cell), props)
    };
    el("div")
        .class("all-evidence")
        .found_by(node)
        .nodes(cells.iter().map(panel))
        .html()
}

/// The evidence of every cell and the background of every topic, in the order of
/// the topics.
fn all_evidence(index: &Index) -> Vec<CellIx> {
    let of_topic = |topic| {
        let parties = index.parties().map(move |party| CellIx::new(party, topic));
        parties.chain([CellIx::background(topic)])
    };
    let cells = index.topics().flat_map(of_topic);
    cells.filter(|cell| index.has_evidence(*cell)).collect()
}

/// What a press within a comparison does: opens and closes evidence. The browser
/// would look for the popover before there is one, so it is told not to.
pub(super) fn pressed(env: &Env, open: Option<CellIx>) -> Rc<dyn Fn(Event)> {
    let env = env.clone();
    Rc::new(move |event: Event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let button = target.and_then(|element| {
            let found = element.closest("button[data-cell]").ok().flatten()?;
            found.dyn_into::<HtmlElement>().ok()
        });
        let Some(button) = button else {
            return;
        };
        let name = button.get_attribute("data-cell").unwrap_or_default();
        let Some(cell) = cell_of_name(&env.index, &name) else {
            return;
        };
        event.prevent_default();
        if open == Some(cell) {
            env.dispatcher.dispatch(Action::Close(cell));
        } else {
            env.opened_by.replace(Some((cell, button)));
            env.dispatcher.dispatch(Action::Open(cell));
        }
    })
}
