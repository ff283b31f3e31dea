//! Choosing which parties are shown, and in which order.

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::field::{check_box, option, select};
use super::popup::{counting_button, popup};
use crate::comparison::{PartyIx, TopicIx};
use crate::state::{Action, PartyOrder};
use std::rc::Rc;
use yew::prelude::*;

/// The parties that are shown, in their order, and how that came about.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PartyChooserProps {
    pub(super) parties: Rc<[PartyIx]>,
    pub(super) order: PartyOrder,
    /// The topics that are chosen, on which is counted what is stated.
    pub(super) topics: Rc<[TopicIx]>,
}

/// The button and the list of all parties behind it.
#[component]
pub(super) fn PartyChooser(props: &PartyChooserProps) -> Html {
    let env = use_env();
    let texts = &env.texts;
    let (shown, total) = (props.parties.len(), env.document().organizations.len());
    let short_name = |party: &PartyIx| env.index.party(*party).short_name.clone();
    let names: Vec<String> = props.parties.iter().map(short_name).collect();
    let now = texts.with("choose.now", &[("parties", (&texts.list(&names)).into())]);
    let now = text_in("p", "label", &now)
        .key(":now")
        .attr("role", "status");
    let row = |(party, place): (PartyIx, Option<usize>)| {
        let named = env.index.party(party);
        let check = check_box(&env, &named.id, place.is_some(), Action::ToggleParty(party));
        let stated = stated(&env, party, &props.topics);
        let name = el("span")
            .child(el("span").own(&env, &named.name))
            .child(stated);
        let label = option(check, name).key(":label");
        el("div")
            .key(named.id.clone())
            .class("option-row")
            .child(label)
            .maybe(place.map(|place| movers(&env, party, place, shown)))
    };
    let orders = PartyOrder::ALL.map(|order| (order.id(), order == props.order));
    let order = select(&env, "choose.party-order", &orders, |id| {
        Action::OrderParties(id.parse().unwrap_or_default())
    });
    let all = el("button")
        .key(":all")
        .attr("type", "button")
        .class("link")
        .flag("disabled", shown == total)
        .press(&env, Action::ShowAllParties)
        .text(texts.get("choose.all"));
    let list = el("div")
        .child(all)
        .each(rows(&env, props).into_iter().map(row))
        .child(order)
        .child(now);
    let name = texts.get("choose.parties");
    popup(
        "parties",
        name,
        counting_button(&env, name, shown, total),
        list,
    )
    .html()
}

/// On how many of the chosen topics it is stated where a party stands.
pub(super) fn stated(env: &Env, party: PartyIx, topics: &[TopicIx]) -> El {
    let stated = env.index.stated(party, topics);
    let stated = [("stated", stated.into())];
    text_in(
        "span",
        "question",
        &env.texts.count("choose.stated", topics.len(), &stated),
    )
}

/// All parties, each with its place among the shown ones. A party that is unticked
/// stays under the reader's finger, unless the order is one by hand, of those that
/// are shown.
fn rows(env: &Env, props: &PartyChooserProps) -> Vec<(PartyIx, Option<usize>)> {
    let mut places = vec![None; env.document().organizations.len()];
    for (place, party) in props.parties.iter().enumerate() {
        places[party.place()] = Some(place);
    }
    let is_hidden = |party: &PartyIx| places[party.place()].is_none();
    let mut all: Vec<PartyIx> = env.index.parties().collect();
    match props.order {
        PartyOrder::Given => {}
        PartyOrder::Name => env.index.by_name(&mut all),
        PartyOrder::Silence => env.index.by_stated(&props.topics, &mut all),
        PartyOrder::Hand => {
            all = props.parties.to_vec();
            all.extend(env.index.parties().filter(is_hidden));
        }
    }
    let row = |party: PartyIx| (party, places[party.place()]);
    all.into_iter().map(row).collect()
}

/// The buttons that move a party within the order.
fn movers(env: &Env, party: PartyIx, place: usize, shown: usize) -> El {
    let name = &env.index.party(party).short_name;
    let mover = |to_start: bool, at_the_end: bool| {
        let (key, arrow) = if to_start {
            ("choose.earlier", "↑")
        } else {
            ("choose.later", "↓")
        };
        el("button")
            .attr("type", "button")
            .class("mover")
            .attr(
                "aria-label",
                &env.texts.with(key, &[("party", name.into())]),
            )
            // A button that is disabled loses the focus.
            .truth("aria-disabled", at_the_end)
            .press(env, Action::MoveParty(party, to_start))
            .text(arrow)
    };
    el("span")
        .key(":movers")
        .class("movers")
        .child(mover(true, place == 0))
        .child(mover(false, place + 1 == shown))
}
