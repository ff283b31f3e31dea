//! A topic, seen by two to four parties beside each other.

use super::cell::cell;
use super::element::el;
use super::env::Env;
use super::heading::heading;
use super::sign::party_label;
use crate::comparison::{Obstacle, PartyIx, Relation, Row};
use std::rc::Rc;
use yew::prelude::*;

/// Which topic, and whose.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct VersusRowProps {
    pub(super) env: Env,
    pub(super) parties: Rc<[PartyIx]>,
    pub(super) row: Row,
}

/// The topic, how the parties stand to each other on it, and their cells.
#[component]
pub(super) fn VersusRow(props: &VersusRowProps) -> Html {
    let (env, row) = (&props.env, props.row);
    let topic = env.index.topic(row.topic);
    let (class, key) = relation_words(row.relation);
    let head = el("div")
        .key(":topic")
        .class("versus-topic")
        .child(heading(env, 1).class("topic").own(env, &topic.name))
        .child(el("p").class("question").own(env, &topic.question))
        .child(el("p").classes(&["accord", class]).text(env.texts.get(key)));
    let side = |party: &PartyIx| {
        el("div")
            .class("versus-side")
            .key(env.index.party(*party).id.clone())
            .child(party_label(env, *party))
            .child(cell(env, *party, row.topic))
    };
    el("li")
        .classes(&["versus-row", class])
        .attr("data-topic", &topic.id)
        .child(head)
        .each(props.parties.iter().map(side))
        .html()
}

fn relation_words(relation: Relation) -> (&'static str, &'static str) {
    match relation {
        Relation::Clash => ("clash", "relation.clash"),
        Relation::Differ => ("differ", "relation.differ"),
        Relation::Agree => ("agree", "relation.agree"),
        Relation::Incomparable(Obstacle::OneSilent) => ("unclear", "relation.one-silent"),
        Relation::Incomparable(Obstacle::BothSilent) => ("unclear", "relation.both-silent"),
        Relation::Incomparable(Obstacle::BothMixed) => ("unclear", "relation.both-mixed"),
        Relation::Incomparable(Obstacle::Contradictory) => ("unclear", "relation.contradictory"),
    }
}
