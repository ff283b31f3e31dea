//! What a cell rests on: one popover for each, opened by any button that names
//! it, in every view.

use super::cell::earlier_words;
use super::element::{El, el, text_in};
use super::popover;
use super::shared::{Shared, evidence_id};
use super::sign::position;
use super::statement::statement_view;
use super::take_away::links_of_cell;
use crate::article::{Stance, Topic};
use crate::comparison::{Cell, Standing, cell};
use crate::state::{Action, CellId};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};
use yew::virtual_dom::ListenerKind;

/// The evidence of every cell and the background of every topic, in the order
/// of the topics; on paper they follow the table.
pub(super) fn all_evidence(shared: &Shared) -> El {
    let document = shared.document();
    let mut ids = Vec::new();
    for topic in &document.topics {
        for party in &document.organizations {
            if cell(document, party, topic).standing.is_stated() {
                ids.push(CellId::new(&party.id, &topic.id));
            }
        }
        if !topic.statement_ids.is_empty() {
            ids.push(CellId::background(&topic.id));
        }
    }
    el("div")
        .class("all-evidence")
        .each(ids.iter().filter_map(|id| panel(shared, id)))
}

/// One popover.
fn panel(shared: &Shared, cell_id: &CellId) -> Option<El> {
    let document = shared.document();
    let topic = document.topic(&cell_id.topic_id)?;
    let id = evidence_id(cell_id);
    let heading = [&*id, ":heading"].concat();
    let close = el("button")
        .attr("type", "button")
        .class("close")
        .part("close")
        .attr("popovertarget", &id)
        .attr("popovertargetaction", "hide")
        .attr("aria-label", shared.texts.get("evidence.close"))
        .child(text_in("span", "", "×").hidden_aloud());
    let panel = el("section")
        .key(&id)
        .attr("id", &id)
        .attr("popover", "auto")
        .attr("data-of", &cell_id.name())
        .class("evidence")
        .part("evidence")
        .attr("role", "dialog")
        .on(|| ListenerKind::ontoggle, follow(shared, cell_id))
        .on(before_toggle, unroll(shared, cell_id));
    if !shared.state.unrolled.has(cell_id) {
        return Some(panel);
    }
    let panel = panel.attr("aria-labelledby", &heading).child(close);
    let party = cell_id.organization_id.as_deref();
    let panel = match party.and_then(|party| document.organization(party)) {
        Some(party) => of_cell(shared, &cell(document, party, topic), &heading, panel),
        None => of_topic(shared, topic, &heading, panel),
    };
    Some(panel.child(links_of_cell(shared, cell_id)))
}

/// Yew has no name of its own for it.
fn before_toggle() -> ListenerKind {
    ListenerKind::other("beforetoggle".into())
}

/// Has the evidence written out before the browser shows it.
fn unroll(shared: &Shared, id: &CellId) -> Rc<dyn Fn(Event)> {
    let (dispatcher, id) = (shared.state.dispatcher(), id.clone());
    Rc::new(move |_| dispatcher.dispatch(Action::Unroll(Some(id.clone()))))
}

/// Tells the reducer what the browser has opened or closed.
fn follow(shared: &Shared, id: &CellId) -> Rc<dyn Fn(Event)> {
    let (dispatcher, id) = (shared.state.dispatcher(), id.clone());
    let opened_by = shared.opened_by.clone();
    let reported = shared.reported.clone();
    Rc::new(move |event: Event| {
        let Some(panel) = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let open = popover::is_open(&panel);
        if open {
            reported.replace(Some(id.clone()));
        } else if reported.borrow().as_ref() == Some(&id) {
            reported.replace(None);
        }
        match popover::news(&panel) {
            Some(true) => dispatcher.dispatch(Action::Open(id.clone())),
            Some(false) => {
                dispatcher.dispatch(Action::Close(id.clone()));
                // What it was opened from is what is open now.
                if let Some(under) = popover::under(&panel) {
                    dispatcher.dispatch(Action::Open(CellId::parse(&under)));
                }
            }
            None => {}
        }
        if open {
            // Told twice, the focus is in the panel by the second time.
            let known = opened_by.borrow().as_ref().is_some_and(|(of, _)| *of == id);
            if let (false, Some(opener)) = (known, popover::opener(&panel)) {
                opened_by.replace(Some((id.clone(), opener)));
            }
            // To the heading: the words come next, and Escape brings the focus back.
            if let Ok(Some(heading)) = panel.query_selector("h3")
                && let Ok(heading) = heading.dyn_into::<HtmlElement>()
            {
                let _ = heading.focus();
            }
        } else {
            let opener = opened_by.borrow_mut().take_if(|(of, _)| *of == id);
            popover::give_focus_back(&panel, opener.as_ref().map(|(_, button)| button));
        }
    })
}

fn heading_of(id: &str) -> El {
    el("h3")
        .class("evidence-heading")
        .attr("id", id)
        .attr("tabindex", "-1")
}

fn of_cell(shared: &Shared, cell: &Cell<'_>, heading: &str, into: El) -> El {
    let contradictory = cell.standing == Standing::Contradictory;
    let name = el("span").own(shared, &cell.organization.name);
    let heading =
        heading_of(heading)
            .child(name)
            .text(" ")
            .child(position(shared, "span", &cell.standing));
    into.child(
        el("p")
            .class("evidence-topic")
            .own(shared, &cell.topic.name),
    )
    .child(heading)
    .child(el("p").class("question").own(shared, &cell.topic.question))
    .each(
        cell.current
            .iter()
            .map(|s| stance(shared, s, contradictory)),
    )
    .each(cell.earlier.iter().map(|s| earlier(shared, s)))
}

/// A stance that held before, under a heading that says so.
fn earlier(shared: &Shared, earlier: &Stance) -> El {
    el("section")
        .class("earlier")
        .child(el("h4").text(&earlier_words(shared, earlier)))
        .child(stance(shared, earlier, true))
}

/// A stance, with its position named where the heading does not.
fn stance(shared: &Shared, stance: &Stance, name_position: bool) -> El {
    let texts = &shared.texts;
    let position = name_position.then(|| match shared.document().position(&stance.position) {
        Some(step) => position(shared, "p", &Standing::At(step)),
        None => position(shared, "p", &Standing::Mixed),
    });
    let conditions = (!stance.conditions.is_empty()).then(|| {
        let items = stance.conditions.iter().map(|c| el("li").own(shared, c));
        el("div")
            .class("conditions")
            .child(text_in("p", "label", texts.get("evidence.conditions")))
            .child(el("ul").each(items))
    });
    let count = texts.count("evidence.rests-on", stance.statement_ids.len(), &[]);
    let within = CellId::new(&stance.organization_id, &stance.topic_id);
    el("div")
        .class("stance")
        .maybe(position)
        .child(el("p").class("summary").own(shared, &stance.summary))
        .maybe(conditions)
        .child(text_in("p", "label", &count))
        .child(list(shared, &stance.statement_ids, &within))
}

fn of_topic(shared: &Shared, topic: &Topic, heading: &str, into: El) -> El {
    let texts = &shared.texts;
    into.child(text_in(
        "p",
        "evidence-topic",
        texts.get("matrix.background"),
    ))
    .child(heading_of(heading).own(shared, &topic.name))
    .child(el("p").class("question").own(shared, &topic.question))
    .child(text_in("p", "label", texts.get("evidence.background")))
    .child(list(
        shared,
        &topic.statement_ids,
        &CellId::background(&topic.id),
    ))
}

/// The statements, each with the other cells that rest on it.
fn list(shared: &Shared, ids: &[String], within: &CellId) -> El {
    let item = |id: &String| {
        el("li")
            .key(id)
            .maybe(statement_view(shared, id, "", Some(within)))
    };
    el("ul").class("statements").each(ids.iter().map(item))
}
