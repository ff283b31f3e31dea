//! A few dozen statements of a list: what the browser leaves out of its layout
//! as long as it is far away, and what a letter typed renders anew.

use super::element::el;
use super::env::Env;
use super::in_sight::{comes_in_sight, use_marks};
use super::part::component;
use super::statement::{Around, statement};
use crate::comparison::StatementIx;
use crate::state::{BLOCK, Passages};
use std::rc::Rc;
use yew::prelude::*;

/// Which statements, and which of them are shown.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StatementBlockProps {
    pub(super) env: Env,
    pub(super) statements: Rc<[StatementIx]>,
    /// A bit for each, from the lowest.
    pub(super) shown: u64,
    pub(super) passages: Passages,
    /// Whether it is one of many, and may be far away.
    pub(super) is_far: bool,
    /// What to mark in them; empty where that is done from outside (`marks.rs`).
    pub(super) search: AttrValue,
}

const _: () = assert!(BLOCK <= 64, "a block has a bit for each statement");

/// The list of these statements.
#[component]
pub(super) fn StatementBlock(props: &StatementBlockProps) -> Html {
    let node = use_node_ref();
    let follow = use_marks(&props.env, &node, &props.statements, props.is_far);
    let items = props.statements.iter().enumerate().map(|(place, at)| {
        let item = StatementItemProps {
            env: props.env.clone(),
            statement: *at,
            passages: props.passages.clone(),
            search: props.search.clone(),
        };
        let id = props.env.index.statement(*at).id.clone();
        el("li")
            .key(id)
            .flag("hidden", props.shown >> place & 1 == 0)
            .node(component::<StatementItem>("statement", item))
    });
    el("ul")
        .class(if props.is_far {
            "statements block far"
        } else {
            "statements block"
        })
        .flag("hidden", props.shown == 0)
        .found_by(node)
        .on(comes_in_sight, follow)
        .each(items)
        .html()
}

/// Which statement.
#[derive(Clone, PartialEq, Properties)]
struct StatementItemProps {
    env: Env,
    statement: StatementIx,
    passages: Passages,
    search: AttrValue,
}

/// A statement in a list.
#[component]
fn StatementItem(props: &StatementItemProps) -> Html {
    let around = Around {
        within: None,
        passages: &props.passages,
        search: &props.search,
    };
    statement(&props.env, props.statement, &around).html()
}
