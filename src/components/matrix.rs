//! The matrix: a real table of topics by parties.
//!
//! In a narrow container the style sheet makes cards of its rows. A table whose
//! `display` is changed loses its roles in some browsers, so they are spelt out.

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::matrix_row::{MatrixRow, MatrixRowProps};
use super::part::component;
use super::sign::party_mark;
use crate::article::Topic;
use crate::comparison::{Accord, PartyIx, TopicIx};
use crate::state::{Action, Direction, Selection, TopicOrder};
use std::rc::Rc;
use yew::prelude::*;

/// What is shown, in which order, and how many of its rows are there.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MatrixProps {
    pub(super) selection: Rc<Selection>,
    pub(super) order: TopicOrder,
    pub(super) rows: usize,
}

/// The table.
#[component]
pub(super) fn Matrix(props: &MatrixProps) -> Html {
    let env = use_env();
    let texts = &env.texts;
    let selection = &props.selection;
    let corner = el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .key(":topic")
        .class("corner")
        .text(texts.get("matrix.topic"));
    let corner = match props.order {
        TopicOrder::Clash | TopicOrder::Silence => corner.attr("aria-sort", "other"),
        _ => corner,
    };
    let heads = selection.parties.iter();
    let head = el("tr")
        .attr("role", "row")
        .child(corner)
        .each(heads.map(|party| column_head(&env, *party, props.order)));
    let rows: Vec<(TopicIx, Accord)> = selection
        .topics
        .iter()
        .copied()
        .zip(selection.accords.iter().copied())
        .take(props.rows)
        .collect();
    let group = |topic: TopicIx| env.index.topic(topic).group.as_ref();
    let groups = rows.chunk_by(|(a, _), (b, _)| !selection.grouped || group(*a) == group(*b));
    el("table")
        .class("matrix")
        .part("matrix")
        .attr("role", "table")
        .child(text_in("caption", "visually-hidden", texts.get("matrix.caption")).key(":caption"))
        .child(
            el("thead")
                .key(":head")
                .attr("role", "rowgroup")
                .child(head),
        )
        .each(groups.map(|rows| group_of_rows(&env, selection, rows)))
        .html()
}

/// A party's name, a button that sorts the topics by where it stands: for
/// first, against first, and back to the given order.
fn column_head(env: &Env, party: PartyIx, order: TopicOrder) -> El {
    let by = |direction| TopicOrder::Party(party, direction);
    let (sorted, next) = match order {
        TopicOrder::Party(of, Direction::Descending) if of == party => {
            ("descending", by(Direction::Ascending))
        }
        TopicOrder::Party(of, Direction::Ascending) if of == party => {
            ("ascending", TopicOrder::Given)
        }
        _ => ("none", by(Direction::Descending)),
    };
    let arrow = match sorted {
        "descending" => "↓",
        "ascending" => "↑",
        _ => "",
    };
    let named = env.index.party(party);
    let button = el("button")
        .attr("type", "button")
        .class("sorter")
        .flag("disabled", env.inert)
        .press(env, Action::OrderTopics(next))
        .child(el("span").class("party").own(env, &named.short_name))
        .child(text_in("span", "arrow", arrow).hidden_aloud());
    el("th")
        .key(named.id.clone())
        .attr("scope", "col")
        .attr("role", "columnheader")
        .attr("aria-sort", sorted)
        .child(party_mark(named))
        .child(button)
}

/// The topics of one group under its name, or all of them where none is named.
fn group_of_rows(env: &Env, selection: &Rc<Selection>, rows: &[(TopicIx, Accord)]) -> El {
    let first: Option<&Topic> = rows.first().map(|(topic, _)| env.index.topic(*topic));
    let name = first
        .filter(|_| selection.grouped)
        .and_then(|topic| topic.group.as_ref());
    let head = name.map(|name| {
        let cell = el("th")
            .attr("scope", "rowgroup")
            .attr("role", "rowheader")
            .attr("colspan", &(selection.parties.len() + 1).to_string())
            .own(env, name);
        el("tr")
            .key(":group")
            .attr("role", "row")
            .class("group")
            .child(cell)
    });
    let row = |(topic, accord): &(TopicIx, Accord)| {
        let props = MatrixRowProps {
            env: env.clone(),
            parties: selection.parties.clone(),
            topic: *topic,
            accord: *accord,
        };
        component::<MatrixRow>(env.index.topic(*topic).id.clone(), props)
    };
    // By its name, which rows keep when they are put into another order: Yew cannot
    // move them from one body to another.
    el("tbody")
        .key(name.map_or(":all".to_owned(), |name| ["in ", name].concat()))
        .attr("role", "rowgroup")
        .maybe(head)
        .nodes(rows.iter().map(row))
}
