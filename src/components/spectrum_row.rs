//! A topic with its parties along the scale.

use super::axis::axis;
use super::cell::cell_link;
use super::element::{El, el, text_in};
use super::env::Env;
use super::heading::heading;
use crate::comparison::{CellIx, PartyIx, Spot, Standing, TopicIx, arrange};
use std::rc::Rc;
use yew::prelude::*;

/// Which topic, and which parties.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SpectrumRowProps {
    pub(super) env: Env,
    pub(super) parties: Rc<[PartyIx]>,
    pub(super) topic: TopicIx,
}

/// The drawing, the parties as buttons, and who is silent.
#[component]
pub(super) fn SpectrumRow(props: &SpectrumRowProps) -> Html {
    let (env, index) = (&props.env, &props.env.index);
    let topic = index.topic(props.topic);
    let drawn = index.spectrum(&props.parties, props.topic);
    let mut placed: Vec<&Spot> = drawn.placed.iter().collect();
    arrange(&mut placed, |a, b| b.at.total_cmp(&a.at));
    let beside = drawn.beside.iter().copied();
    let (off_scale, silent): (Vec<_>, Vec<_>) = beside.partition(|(_, s)| s.is_stated());
    let links = placed
        .iter()
        .map(|spot| spot.party)
        .chain(off_scale.iter().map(|(party, _)| *party))
        .filter_map(|party| cell_link(env, CellIx::new(party, props.topic), false));
    let end =
        |label: Option<&String>| el("span").own(env, label.map(String::as_str).unwrap_or_default());
    let labels = || env.document().scale.iter().map(|step| &step.label);
    let line = el("div")
        .class("spectrum-line")
        .child(axis(env, &drawn.placed))
        .child(
            el("div")
                .class("spectrum-ends")
                .hidden_aloud()
                .child(end(labels().next()))
                .child(end(labels().next_back())),
        )
        .child(el("div").class("cell-links").each(links))
        .maybe((!silent.is_empty()).then(|| silent_parties(env, &silent)));
    let head = el("div")
        .class("spectrum-topic")
        .child(heading(env, 1).class("topic").own(env, &topic.name))
        .child(el("p").class("question").own(env, &topic.question));
    el("li")
        .class("spectrum-row")
        .attr("data-topic", &topic.id)
        .child(head)
        .child(line)
        .html()
}

fn silent_parties(env: &Env, silent: &[(PartyIx, Standing)]) -> El {
    let label = text_in("span", "silent-label", env.texts.get("standing.silent"));
    let mut list = el("p").class("silent-parties").child(label);
    for (place, (party, _)) in silent.iter().enumerate() {
        let key = if place == 0 {
            "list.colon"
        } else {
            "list.comma"
        };
        let name = el("span")
            .class("silent-party")
            .own(env, &env.index.party(*party).short_name);
        list = list.text(&env.between(key)).child(name);
    }
    list
}
