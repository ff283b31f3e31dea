//! A way through a long view in a narrow place, where one is below the other: to a
//! topic, and in the matrix to a party on it.

use super::element::{El, el};
use super::env::{Env, use_env};
use super::field::{choice, labelled};
use crate::comparison::{PartyIx, TopicIx};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// What there is to go to.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct JumpProps {
    pub(super) topics: Rc<[TopicIx]>,
    /// Those whose cells can be gone to.
    pub(super) parties: Option<Rc<[PartyIx]>>,
}

/// The two lists.
#[component]
pub(super) fn Jump(props: &JumpProps) -> Html {
    let env = use_env();
    let topics = props.topics.iter().map(|topic| {
        let named = env.index.topic(*topic);
        choice(&named.id, false).own(&env, &named.name)
    });
    let party = |party: &PartyIx| {
        let named = env.index.party(*party);
        choice(&named.id, false).own(&env, &named.short_name)
    };
    let to_topic = {
        let env = env.clone();
        move |select: &HtmlSelectElement| {
            if let Some(topic) = env.index.topic_of_id(&select.value()) {
                go(select, &row(&env, topic));
            }
        }
    };
    let to_party = {
        let (env, first) = (env.clone(), props.topics.first().copied());
        move |select: &HtmlSelectElement| {
            if let Some(topic) = topic_beside(&env, select).or(first) {
                go(select, &cell(&env, topic, select));
            }
        }
    };
    let topics = list(Rc::new(to_topic)).each(topics);
    let parties = props.parties.iter().map(|parties| {
        let parties = list(Rc::new(to_party.clone())).each(parties.iter().map(party));
        labelled(&env, "jump.party", parties)
    });
    el("div")
        .class("jump")
        .child(labelled(&env, "jump.topic", topics))
        .each(parties)
        .html()
}

fn list(chosen: Rc<dyn Fn(&HtmlSelectElement)>) -> El {
    let handle = move |event: Event| {
        let target = event.target();
        if let Some(select) = target.and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()) {
            chosen(&select);
        }
    };
    el("select")
        .on(|| ListenerKind::onchange, Rc::new(handle))
        .child(choice("", true).text("…"))
}

/// The topic that is chosen in the other list.
fn topic_beside(env: &Env, parties: &HtmlSelectElement) -> Option<TopicIx> {
    let both = parties.closest(".jump").ok().flatten()?;
    let topics = both.query_selector("select").ok().flatten()?;
    let topics: HtmlSelectElement = topics.dyn_into().ok()?;
    env.index.topic_of_id(&topics.value())
}

fn row(env: &Env, topic: TopicIx) -> String {
    ["[data-topic='", &env.index.topic(topic).id, "']"].concat()
}

/// A cell is found by its place in the row, which is that in the list: one in which
/// nothing is stated has no name.
fn cell(env: &Env, topic: TopicIx, list: &HtmlSelectElement) -> String {
    let place = list.selected_index().to_string();
    [&row(env, topic), " td:nth-of-type(", &place, ")"].concat()
}

fn go(from: &HtmlSelectElement, to: &str) {
    let panel = from.closest("[role=tabpanel]").ok().flatten();
    let found = panel.and_then(|panel: Element| panel.query_selector(to).ok().flatten());
    if let Some(found) = found {
        reach(found, FRAMES);
    }
}

/// Rows far away have the height that they are thought to have until they come in
/// sight, so what is gone to is not where it seemed to be; so many frames bring
/// it there.
const FRAMES: u8 = 5;

fn reach(to: Element, frames: u8) {
    to.scroll_into_view();
    if let (Some(window), 1..) = (web_sys::window(), frames) {
        let again = Closure::once_into_js(move || reach(to, frames - 1));
        // Without another frame it is as near as it has come.
        let _ = window.request_animation_frame(again.unchecked_ref());
    }
}
