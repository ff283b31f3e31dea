//! Choosing which parties and which topics are shown, and in which order.

use super::element::{El, el, text_in};
use super::popover;
use super::shared::Shared;
use super::take_away::take_away;
use crate::article::Organization;
use crate::article::small::{lower, sort_by};
use crate::state::{Action, Only, PartyOrder, TopicOrder};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};
use yew::virtual_dom::ListenerKind;

/// Both choosers.
pub(super) fn choosers(shared: &Shared) -> El {
    el("div")
        .class("choosers")
        .child(parties(shared))
        .child(topics(shared))
        .child(take_away(shared))
}

fn parties(shared: &Shared) -> El {
    let (document, choice) = (shared.document(), &shared.state.choice);
    let texts = &shared.texts;
    let shown = shared.parties();
    let count = shown.len();
    // Each with its place among the shown ones.
    let mut all: Vec<_> = document
        .organizations
        .iter()
        .map(|party| (party, shown.iter().position(|p| p.id == party.id)))
        .collect();
    // A party that is unticked stays under the reader's finger, unless the order
    // is one by hand, of those that are shown.
    match choice.party_order {
        PartyOrder::Given => {}
        PartyOrder::Name => {
            let name =
                |party: &Organization| -> String { party.short_name.chars().map(lower).collect() };
            sort_by(&mut all, |(a, _), (b, _)| name(a) < name(b));
        }
        PartyOrder::Hand => sort_by(&mut all, |(_, a), (_, b)| {
            a.unwrap_or(count) < b.unwrap_or(count)
        }),
    }
    let names: Vec<String> = shown.iter().map(|party| party.short_name.clone()).collect();
    let now = texts.with("choose.now", &[("parties", (&texts.list(&names)).into())]);
    let now = text_in("p", "label", &now)
        .key(":now")
        .attr("role", "status");
    let option = |(party, place): (&Organization, Option<usize>)| {
        let arrows = place.map(|index| {
            el("span")
                .key(":movers")
                .class("movers")
                .child(mover(
                    shared,
                    &party.id,
                    &party.short_name,
                    true,
                    index == 0,
                ))
                .child(mover(
                    shared,
                    &party.id,
                    &party.short_name,
                    false,
                    index + 1 == count,
                ))
        });
        let name = el("span").own(shared, &party.name);
        let check = check_box(
            shared,
            &party.id,
            place.is_some(),
            Action::ToggleParty(party.id.clone()),
        );
        let label = el("label")
            .key(":label")
            .class("option")
            .child(check)
            .child(name);
        el("div")
            .key(&party.id)
            .class("option-row")
            .child(label)
            .maybe(arrows)
    };
    let orders = PartyOrder::ALL.map(|order| (order.id().to_owned(), order == choice.party_order));
    let order = select(shared, "choose.party-order", &orders, |id| {
        Action::OrderParties(id.parse().unwrap_or_default())
    });
    let total = document.organizations.len();
    popup(shared, "parties", count, total, Action::ShowAllParties)
        .each(all.into_iter().map(option))
        .child(order)
        .child(now)
        .html_in_chooser(shared, "parties", count, total)
}

fn topics(shared: &Shared) -> El {
    let (document, choice) = (shared.document(), &shared.state.choice);
    let option = |topic: &crate::article::Topic| {
        let shown = choice.topics.contains(&topic.id);
        let check = check_box(
            shared,
            &topic.id,
            shown,
            Action::ToggleTopic(topic.id.clone()),
        );
        let name = el("span").own(shared, &topic.name);
        el("label")
            .key(&topic.id)
            .class("option")
            .child(check)
            .child(name)
    };
    let orders = [TopicOrder::Given, TopicOrder::Clash, TopicOrder::Silence]
        .map(|order| (order.id(), order == choice.topic_order));
    let order = select(shared, "choose.topic-order", &orders, |id| {
        Action::OrderTopics(id.parse().unwrap_or_default())
    });
    let only = Only::ALL.map(|only| (only.id().to_owned(), only == choice.only));
    let only = select(shared, "choose.only", &only, |id| {
        Action::ShowOnly(id.parse().unwrap_or_default())
    });
    let in_groups = document.topics.iter().any(|topic| topic.group.is_some());
    let groups = in_groups.then(|| {
        el("label")
            .key(":groups")
            .class("option")
            .child(check_box(
                shared,
                "groups",
                choice.grouped,
                Action::ToggleGroups,
            ))
            .child(text_in("span", "", shared.texts.get("choose.groups")))
    });
    let (count, total) = (choice.topics.len(), document.topics.len());
    popup(shared, "topics", count, total, Action::ShowAllTopics)
        .each(document.topics.iter().map(option))
        .child(only)
        .child(order)
        .maybe(groups)
        .html_in_chooser(shared, "topics", count, total)
}

fn check_box(shared: &Shared, name: &str, checked: bool, action: Action) -> El {
    el("input")
        .attr("type", "checkbox")
        .attr("name", name)
        .checked(checked)
        .change(shared, action)
}

/// Moves a party towards the start or the end.
fn mover(shared: &Shared, id: &str, name: &str, to_start: bool, at_the_end: bool) -> El {
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
            &shared.texts.with(key, &[("party", name.into())]),
        )
        // A button that is disabled loses the focus.
        .truth("aria-disabled", at_the_end)
        .press(shared, Action::MoveParty(id.to_owned(), to_start))
        .text(arrow)
}

/// A labelled select of texts `key.id`, one of them chosen.
pub(super) fn select(
    shared: &Shared,
    key: &str,
    options: &[(String, bool)],
    action: impl Fn(String) -> Action + 'static,
) -> El {
    let option = |(id, chosen): &(String, bool)| {
        el("option")
            .key(id)
            .attr("value", id)
            .selected(*chosen)
            .text(shared.texts.get(&[key, ".", id].concat()))
    };
    let list = el("select")
        .attr("name", key)
        .value_to(shared, || ListenerKind::onchange, action)
        .each(options.iter().map(option));
    el("label")
        .key(&[":", key].concat())
        .class("field")
        .child(text_in("span", "label", shared.texts.get(key)))
        .child(list)
}

/// The list that a chooser opens, with the way back to everything at its top.
fn popup(shared: &Shared, what: &'static str, shown: usize, total: usize, all: Action) -> El {
    let all = el("button")
        .key(":all")
        .attr("type", "button")
        .class("link")
        .flag("disabled", shown == total)
        .press(shared, all)
        .text(shared.texts.get("choose.all"));
    el("div")
        .attr("id", &["choose:", what].concat())
        .attr("popover", "auto")
        .on(|| ListenerKind::ontoggle, Rc::new(closed))
        .class("options")
        .attr("role", "group")
        .attr("aria-label", shared.texts.get(&["choose.", what].concat()))
        .child(all)
}

/// Gives the focus back to the button that opened the list.
pub(super) fn closed(event: Event) {
    let list = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlElement>().ok());
    if let Some(list) = list.filter(|list| !popover::is_open(list)) {
        popover::give_focus_back(&list, popover::opener(&list).as_ref());
    }
}

impl El {
    /// The list behind the button that opens it.
    fn html_in_chooser(self, shared: &Shared, what: &str, shown: usize, total: usize) -> El {
        let count = shared.texts.with(
            "choose.count",
            &[("n", shown.into()), ("total", total.into())],
        );
        let button = el("button")
            .attr("type", "button")
            .class("chooser-button")
            .part("chooser")
            .attr("popovertarget", &["choose:", what].concat())
            .text(shared.texts.get(&["choose.", what].concat()))
            .text(" ")
            .child(text_in("span", "count", &count));
        el("div").class("chooser").child(button).child(self)
    }
}
