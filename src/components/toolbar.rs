//! The bar over the view: its tabs, and what can be chosen.

use super::element::{El, el};
use super::part::component;
use super::party_chooser::{PartyChooser, PartyChooserProps};
use super::share::{Share, ShareProps};
use super::tabs::{Tabs, TabsProps};
use super::topic_chooser::{TopicChooser, TopicChooserProps};
use crate::state::State;

/// The bar.
pub(super) fn toolbar(state: &State) -> El {
    let (choice, selection) = (&state.choice, state.selection());
    let tabs = TabsProps { view: choice.view };
    let parties = PartyChooserProps {
        parties: selection.parties.clone(),
        order: choice.party_order,
        topics: selection.picked.clone(),
    };
    let topics = TopicChooserProps {
        topics: selection.picked.clone(),
        order: choice.topic_order,
        only: choice.only,
        grouped: choice.grouped,
    };
    // In the open evidence there is a place for a reply, too.
    let here = choice.open.is_none();
    let share = ShareProps {
        reply: state.reply.clone().filter(|_| here),
    };
    let choosers = el("div")
        .class("choosers")
        .node(component::<PartyChooser>("parties", parties))
        .node(component::<TopicChooser>("topics", topics))
        .node(component::<Share>("share", share));
    el("div")
        .class("toolbar")
        .part("toolbar")
        .node(component::<Tabs>("tabs", tabs))
        .child(choosers.key("choosers"))
}
