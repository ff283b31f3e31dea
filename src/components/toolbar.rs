//! The bar over the view: its tabs, and what can be chosen.

use super::element::{component, el};
use super::party_chooser::{PartyChooser, PartyChooserProps};
use super::share::{Share, ShareProps};
use super::tabs::{Tabs, TabsProps};
use super::topic_chooser::{TopicChooser, TopicChooserProps};
use crate::state::{Reply, View};
use yew::prelude::*;

/// What the bar shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolbarProps {
    pub(super) view: View,
    pub(super) parties: PartyChooserProps,
    pub(super) topics: TopicChooserProps,
    pub(super) reply: Option<Reply>,
}

/// The bar.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let choosers = el("div")
        .class("choosers")
        .node(component::<PartyChooser>("parties", props.parties.clone()))
        .node(component::<TopicChooser>("topics", props.topics.clone()))
        .node(component::<Share>(
            "share",
            ShareProps {
                reply: props.reply.clone(),
            },
        ));
    el("div")
        .class("toolbar")
        .part("toolbar")
        .node(component::<Tabs>("tabs", TabsProps { view: props.view }))
        .child(choosers.key("choosers"))
        .html()
}
