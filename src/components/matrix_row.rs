//! A topic as a row of the matrix.

use super::cell::{background_button, cell};
use super::element::el;
use super::env::Env;
use super::part::component;
use super::sign::party_label;
use crate::comparison::{Accord, PartyIx, TopicIx};
use std::rc::Rc;
use yew::prelude::*;

/// Which topic, and whose cells.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MatrixRowProps {
    pub(super) env: Env,
    pub(super) parties: Rc<[PartyIx]>,
    pub(super) topic: TopicIx,
    pub(super) accord: Accord,
}

/// The topic's head, and a cell for each party.
#[component]
pub(super) fn MatrixRow(props: &MatrixRowProps) -> Html {
    let env = &props.env;
    let topic = env.index.topic(props.topic);
    let (accord, key) = accord_words(props.accord);
    let head = el("th")
        .key(":topic")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .child(el("span").class("topic").own(env, &topic.name))
        .child(el("span").class("question").own(env, &topic.question))
        .child(
            el("span")
                .classes(&["accord", accord])
                .text(env.texts.get(key)),
        )
        .maybe(background_button(env, props.topic));
    let column = |party: &PartyIx| {
        let cell = MatrixCellProps {
            env: env.clone(),
            party: *party,
            topic: props.topic,
        };
        component::<MatrixCell>(env.index.party(*party).id.clone(), cell)
    };
    el("tr")
        .attr("role", "row")
        .attr("data-topic", &topic.id)
        .child(head)
        .nodes(props.parties.iter().map(column))
        .html()
}

/// Which cell.
#[derive(Clone, PartialEq, Properties)]
struct MatrixCellProps {
    env: Env,
    party: PartyIx,
    topic: TopicIx,
}

/// A cell in its place in the table.
#[component]
fn MatrixCell(props: &MatrixCellProps) -> Html {
    // The column's head where there is no column; a reader of the table hears it
    // from the column itself.
    let label = party_label(&props.env, props.party).hidden_aloud();
    el("td")
        .attr("role", "cell")
        .child(label)
        .child(cell(&props.env, props.party, props.topic))
        .html()
}

fn accord_words(accord: Accord) -> (&'static str, &'static str) {
    match accord {
        Accord::Clash => ("clash", "accord.clash"),
        Accord::Differ => ("differ", "accord.differ"),
        Accord::Agree => ("agree", "accord.agree"),
        Accord::Unclear => ("unclear", "accord.unclear"),
        Accord::OneVoice => ("one-voice", "accord.one-voice"),
        Accord::Silent => ("silent", "accord.silent"),
    }
}
