//! The grid of parties and topics. An empty cell says that nothing is known yet, and
//! only when all is read that the article states nothing; nothing invites to fill it.

use super::acts::{Action, cell_id};
use super::adding::Adding;
use super::cast::Cast;
use super::cell::{CellPanel, contradicts};
use super::env::{Env, Ground, use_env, use_ground};
use super::events::Events;
use super::keys::{is_plain, key_of};
use super::lists::Lists;
use super::scale::Scale;
use crate::article::MIXED;
use crate::draft::{self, Action as Edit, Content, Place, Stance};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

#[component]
pub(super) fn PositionsScreen() -> Html {
    let env = use_env();
    let content = env.state.content();
    html! {
        <section class="positions" aria-labelledby="positions-title">
            <h1 id="positions-title" class="visually-hidden">{env.text("place.positions")}</h1>
            <p class="hint" id="grid-keys">{env.text("grid.keys")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label={env.text("grid.label")}>
                <Grid />
            </div>
            <div class="adding">
                <Adding id="add-organizations" label={env.text("add.party")} on_add={env.on_do(draft::Action::AddParty)} />
                <Adding id="add-topics" label={env.text("add.topic")} on_add={env.on_do(draft::Action::AddTopic)} />
                <Adding id="add-people" label={env.text("add.person")}
                    on_add={env.on_do(|name| draft::Action::AddPerson(name, None))} />
            </div>
            <Lists />
            if env.state.cell.is_some() {
                <CellPanel />
            }
            if !content.parties.is_empty() || !content.topics.is_empty() || !content.people.is_empty() {
                <Cast />
            }
            <Events />
            <Scale />
        </section>
    }
}

#[component]
fn Grid() -> Html {
    let env = use_env();
    let content = env.state.content();
    if content.parties.is_empty() || content.topics.is_empty() {
        return html! { <p class="hint">{env.text("grid.empty")}</p> };
    }
    let heads = content.parties.iter().map(|party| {
        html! { <th key={party.id.clone()} scope="col" dir="auto">{party.label()}</th> }
    });
    let rows = content.topics.iter().enumerate().map(|(row, topic)| {
        let cells = content
            .parties
            .iter()
            .enumerate()
            .map(|(column, party)| cell(&env, &content, (row, column), (&party.id, &topic.id)));
        html! {
            <tr key={topic.id.clone()}>
                <th scope="row" dir="auto">{&topic.name}</th>
                {for cells}
            </tr>
        }
    });
    html! {
        <table class="grid" aria-describedby="grid-keys" lang={content.language.clone()}>
            <thead><tr><td></td>{for heads}</tr></thead>
            <tbody>{for rows}</tbody>
        </table>
    }
}

fn cell(env: &Env, content: &Content, at: (usize, usize), names: (&str, &str)) -> Html {
    let stances: Vec<(usize, &Stance)> = content.cell(names.0, names.1).collect();
    let (class, words) = standing(env, content, &stances);
    let open = env.state.cell.as_ref();
    let is_open = open.is_some_and(|(party, topic)| (&**party, &**topic) == names);
    // One stop in the order of Tab, from which the arrows lead on.
    let is_stop = is_open || (open.is_none() && at == (0, 0));
    html! {
        <Cell key={names.0.to_owned()} {at} columns={content.parties.len()} party={names.0.to_owned()} topic={names.1.to_owned()} {class} {words}
            {is_open} {is_stop} stance={stances.last().map(|(at, _)| *at)} />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CellProps {
    /// Row and column.
    at: (usize, usize),
    /// How many columns there are.
    columns: usize,
    party: AttrValue,
    topic: AttrValue,
    class: &'static str,
    words: AttrValue,
    is_open: bool,
    is_stop: bool,
    /// The last of its stances.
    stance: Option<usize>,
}

#[component]
fn Cell(props: &CellProps) -> Html {
    let ground = use_ground();
    let (at, stance) = (props.at, props.stance);
    let onclick = {
        let cell = Some((props.party.to_string(), props.topic.to_string()));
        ground.on(move |_| Action::Open(cell.clone()))
    };
    let onkeydown = {
        let ground = ground.clone();
        let cell = (props.columns, props.party.clone(), props.topic.clone());
        Callback::from(move |event: KeyboardEvent| pressed(&ground, &event, at, stance, &cell))
    };
    let tabindex = if props.is_stop { "0" } else { "-1" };
    html! {
        <td>
            <button id={cell_id(at.0, at.1)} class={classes!("cell", props.class)} {tabindex}
                aria-expanded={props.is_open.to_string()} {onclick} {onkeydown}>{&props.words}</button>
        </td>
    }
}

/// How a cell looks, and what it says.
fn standing(env: &Env, content: &Content, stances: &[(usize, &Stance)]) -> (&'static str, String) {
    let Some((_, last)) = stances.last() else {
        let unread = content.unread();
        return match unread {
            0 => ("silent", env.text("cell.silent")),
            _ => ("nothing", env.texts.count("cell.nothing", unread, &[])),
        };
    };
    let label = |stance: &Stance| match stance.position.as_str() {
        "" => env.text("cell.open"),
        MIXED => env.text("cell.mixed"),
        id => content
            .scale
            .iter()
            .find(|step| step.id == id)
            .map_or(id, |step| &step.label)
            .to_owned(),
    };
    if contradicts(stances) {
        return ("contradictory", env.text("cell.contradictory"));
    }
    let value = content
        .scale
        .iter()
        .find(|step| step.id == last.position)
        .map(|step| step.value);
    let class = match (last.position.as_str(), value) {
        ("", _) => "open",
        (MIXED, _) => "mixed",
        (_, Some(value)) if value > 0.0 => "for",
        (_, Some(value)) if value < 0.0 => "against",
        _ => "neutral",
    };
    (class, label(last))
}

fn pressed(
    ground: &Ground,
    event: &KeyboardEvent,
    (row, column): (usize, usize),
    stance: Option<usize>,
    (columns, party, topic): &(usize, AttrValue, AttrValue),
) {
    let Some(key) = key_of(event).filter(|_| is_plain(event)) else {
        return;
    };
    let all = (*columns).max(1);
    // As a line of text: at the end of a row the next one begins.
    let (at, back) = (row * all + column, key == "ArrowUp" || key == "ArrowLeft");
    let step = match key.as_str() {
        "ArrowDown" | "ArrowUp" => Some(all),
        "ArrowRight" | "ArrowLeft" => Some(1),
        _ => None,
    };
    if let Some(step) = step {
        event.prevent_default();
        let to = if back {
            at.checked_sub(step)
        } else {
            Some(at + step)
        };
        if let Some(to) = to {
            focus(&cell_id(to / all, to % all));
        }
        return;
    }
    let Some(at) = stance else {
        return;
    };
    ground.act(match key.as_str() {
        "A" => Action::Another(party.to_string(), topic.to_string()),
        "M" => Action::Do(Edit::Write(Place::Stance(at), "position", MIXED.to_owned())),
        "Backspace" | "Delete" => Action::Do(Edit::Remove(Place::Stance(at))),
        key => match key.parse::<usize>().ok().and_then(|n| n.checked_sub(1)) {
            Some(n) => Action::Put(at, n),
            None => return,
        },
    });
    event.prevent_default();
}

fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
