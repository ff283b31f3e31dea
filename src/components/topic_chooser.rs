//! Choosing which topics are shown, and in which order.

use super::element::{el, text_in};
use super::env::use_env;
use super::field::{check_box, option, select};
use super::popup::{counting_button, popup};
use crate::comparison::TopicIx;
use crate::state::{Action, Only, TopicOrder};
use std::rc::Rc;
use yew::prelude::*;

/// The topics that are chosen, and how they are put.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TopicChooserProps {
    /// In the document's order.
    pub(super) topics: Rc<[TopicIx]>,
    pub(super) order: TopicOrder,
    pub(super) only: Only,
    pub(super) grouped: bool,
}

/// The button and the list of all topics behind it.
#[component]
pub(super) fn TopicChooser(props: &TopicChooserProps) -> Html {
    let env = use_env();
    let texts = &env.texts;
    let all_topics = &env.document().topics;
    let (shown, total) = (props.topics.len(), all_topics.len());
    let row = |topic: TopicIx| {
        let named = env.index.topic(topic);
        let is_shown = props.topics.binary_search(&topic).is_ok();
        let check = check_box(&env, &named.id, is_shown, Action::ToggleTopic(topic));
        option(check, el("span").own(&env, &named.name)).key(named.id.clone())
    };
    let orders = TopicOrder::ALL.map(|order| (order.id(), order == props.order));
    let index = env.index.clone();
    let order = select(&env, "choose.topic-order", &orders, move |name| {
        Action::OrderTopics(TopicOrder::of_name(&index, &name).unwrap_or_default())
    });
    let only = Only::ALL.map(|only| (only.id(), only == props.only));
    let only = select(&env, "choose.only", &only, |id| {
        Action::ShowOnly(id.parse().unwrap_or_default())
    });
    let in_groups = all_topics.iter().any(|topic| topic.group.is_some());
    let groups = in_groups.then(|| {
        let check = check_box(&env, "groups", props.grouped, Action::ToggleGroups);
        option(check, text_in("span", "", texts.get("choose.groups"))).key(":groups")
    });
    let all = el("button")
        .key(":all")
        .attr("type", "button")
        .class("link")
        .flag("disabled", shown == total)
        .press(&env, Action::ShowAllTopics)
        .text(texts.get("choose.all"));
    let list = el("div")
        .child(all)
        .each(env.index.topics().map(row))
        .child(only)
        .child(order)
        .maybe(groups);
    let name = texts.get("choose.topics");
    popup(
        "topics",
        name,
        counting_button(&env, name, shown, total),
        list,
    )
    .html()
}
