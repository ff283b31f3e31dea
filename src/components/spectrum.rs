//! The parties along the scale, a line for each topic.
//!
//! The drawing is for the eye; beside it stand the same parties as buttons, in
//! the order of the scale, for every reader.

use super::link::cell_link;
use super::party_mark::party_mark;
use super::shared::{Shared, use_shared};
use crate::article::{Organization, Topic};
use crate::comparison::{Cell, Place, cell, place, spectrum};
use yew::prelude::*;

/// The drawing's length and the room at its ends, in its own units.
const LENGTH: f64 = 600.0;
const MARGIN: f64 = 16.0;
/// The size of a party's dot and the step from one level to the next.
const RADIUS: f64 = 8.0;
const STEP: f64 = 20.0;

/// The spectrum view.
#[component]
pub(super) fn SpectrumView() -> Html {
    let shared = use_shared();
    let topics = shared.topics();
    if topics.is_empty() || shared.parties().is_empty() {
        return html! { <p class="nothing">{ shared.nothing() }</p> };
    }
    html! {
        <div class="spectrum" part="spectrum">
            <ul class="spectrum-parties" aria-hidden="true">
                { for shared.parties().iter().map(|party| legend(&shared, party)) }
            </ul>
            <ol class="spectrum-rows">{ for topics.iter().map(|topic| row(&shared, topic)) }</ol>
        </div>
    }
}

fn legend(shared: &Shared, party: &Organization) -> Html {
    let (lang, dir) = shared.document_language();
    let letter = initial(shared, party);
    html! {
        <li key={party.id.clone()}>
            { party_mark(party) }<b>{ letter }</b>{ " " }<span {lang} {dir}>{ party.short_name.clone() }</span>
        </li>
    }
}

/// The letter that stands for a party in the drawing: so that no two look alike
/// without colour, a number where two names begin with the same letter.
fn initial(shared: &Shared, party: &Organization) -> String {
    let first = |p: &Organization| p.short_name.chars().next().unwrap_or('·');
    let document = shared.document();
    let letter = first(party);
    let same: Vec<_> = document.organizations.iter().filter(|p| first(p) == letter).collect();
    match same.iter().position(|p| p.id == party.id) {
        Some(index) if same.len() > 1 => format!("{letter}{}", index + 1),
        _ => letter.to_string(),
    }
}

fn row(shared: &Shared, topic: &Topic) -> Html {
    let (lang, dir) = shared.document_language();
    let document = shared.document();
    let cells: Vec<Cell<'_>> =
        shared.parties().into_iter().map(|party| cell(document, party, topic)).collect();
    let drawn = spectrum(document, &cells);
    let mut placed: Vec<&Place<'_>> = drawn.placed.iter().collect();
    placed.sort_by(|a, b| b.at.total_cmp(&a.at));
    let silent: Vec<&Organization> = drawn
        .beside
        .iter()
        .filter(|(_, standing)| !standing.is_stated())
        .map(|(party, _)| *party)
        .collect();
    let off_scale = drawn.beside.iter().filter(|(_, standing)| standing.is_stated());
    let name = |party: &&Organization| {
        html! { <span key={party.id.clone()} class="silent-party" lang={lang.clone()} {dir}>{ party.short_name.clone() }</span> }
    };
    let not_stated = (!silent.is_empty()).then(|| {
        html! {
            <p class="silent-parties">
                <span>{ shared.texts.get("standing.silent") }{ ": " }</span>
                { for silent.iter().map(name) }
            </p>
        }
    });
    html! {
        <li key={topic.id.clone()} class="spectrum-row" data-topic={topic.id.clone()}>
            <div class="spectrum-topic">
                <h3 class="topic" lang={lang.clone()} {dir}>{ topic.name.clone() }</h3>
                <p class="question" lang={lang.clone()} {dir}>{ topic.question.clone() }</p>
            </div>
            <div class="spectrum-line">
                { line(shared, &drawn.placed) }
                <div class="spectrum-ends" aria-hidden="true">
                    <span lang={lang.clone()} {dir}>{ end(shared, 0) }</span>
                    <span lang={lang.clone()} {dir}>{ end(shared, document.scale.len().saturating_sub(1)) }</span>
                </div>
                <div class="cell-links">
                    { for placed.iter().map(|place| cell_link(shared, place.organization, topic, false)) }
                    { for off_scale.map(|(party, _)| cell_link(shared, party, topic, false)) }
                </div>
                { for not_stated }
            </div>
        </li>
    }
}

fn end(shared: &Shared, index: usize) -> String {
    shared.document().scale.get(index).map(|step| step.label.clone()).unwrap_or_default()
}

/// The drawing. It runs with the script: from right to left in Arabic, which
/// the style sheet does by turning it, and its letters back.
fn line(shared: &Shared, places: &[Place<'_>]) -> Html {
    let x = |at: f64| MARGIN + at * (LENGTH - 2.0 * MARGIN);
    let levels = places.iter().map(|place| place.level + 1).max().unwrap_or(1);
    let height = STEP * levels as f64 + 14.0;
    let base = height - 8.0;
    let step = |value: f64| {
        let x = x(place(shared.document(), value)).to_string();
        html! { <line class="tick" x1={x.clone()} x2={x} y1={(base - 4.0).to_string()} y2={(base + 4.0).to_string()} /> }
    };
    let dot = |place: &Place<'_>| {
        let party = place.organization;
        let (cx, cy) = (x(place.at), base - 14.0 - STEP * place.level as f64);
        let color = party.color.clone().unwrap_or_else(|| "currentColor".to_owned());
        html! {
            <g key={party.id.clone()} class="dot" transform={format!("translate({cx} {cy})")}>
                <circle r={RADIUS.to_string()} fill={color} />
                <text y="4" text-anchor="middle">{ initial(shared, party) }</text>
            </g>
        }
    };
    html! {
        <svg class="axis" viewBox={format!("0 0 {LENGTH} {height}")} aria-hidden="true" focusable="false">
            <line class="rail" x1={MARGIN.to_string()} x2={(LENGTH - MARGIN).to_string()}
                y1={base.to_string()} y2={base.to_string()} />
            { for shared.document().scale.iter().map(|position| step(position.value)) }
            { for places.iter().map(dot) }
        </svg>
    }
}
