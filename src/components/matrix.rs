//! The matrix: a real table of topics by parties.
//!
//! In a narrow container the style sheet makes cards of its rows. A table whose
//! `display` is changed loses its roles in some browsers, so they are spelt out.

use super::background::BackgroundButton;
use super::cell_button::CellButton;
use super::party_mark::party_mark;
use super::shared::{Shared, use_shared};
use crate::article::{Organization, Topic};
use crate::comparison::{Accord, accord, cell};
use yew::prelude::*;

/// The table.
#[component]
pub(super) fn Matrix() -> Html {
    let shared = use_shared();
    let (parties, topics) = (shared.parties(), shared.topics());
    if parties.is_empty() || topics.is_empty() {
        return html! { <p class="nothing">{ shared.nothing() }</p> };
    }
    let (lang, dir) = shared.document_language();
    let head = |party: &&Organization| {
        html! {
            <th key={party.id.clone()} scope="col" role="columnheader" lang={lang.clone()} {dir}>
                { party_mark(party) }
                <span class="party">{ party.short_name.clone() }</span>
            </th>
        }
    };
    html! {
        <table class="matrix" part="matrix" role="table">
            <caption class="visually-hidden">{ shared.texts.get("matrix.caption") }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader" class="corner">{ shared.texts.get("matrix.topic") }</th>
                    { for parties.iter().map(head) }
                </tr>
            </thead>
            { for groups(&topics).iter().map(|group| rows(&shared, &parties, group)) }
        </table>
    }
}

/// Topics of one group that stand beside each other.
fn groups<'a>(topics: &[&'a Topic]) -> Vec<Vec<&'a Topic>> {
    topics
        .chunk_by(|a, b| a.group == b.group)
        .map(<[_]>::to_vec)
        .collect()
}

fn rows(shared: &Shared, parties: &[&Organization], group: &[&Topic]) -> Html {
    let (lang, dir) = shared.document_language();
    let columns = (parties.len() + 1).to_string();
    let name = group.first().and_then(|topic| topic.group.clone());
    let head = name.map(|name| {
        html! {
            <tr role="row" class="group">
                <th scope="rowgroup" role="rowheader" colspan={columns} {lang} {dir}>{ name }</th>
            </tr>
        }
    });
    let key = group
        .first()
        .map(|topic| topic.id.clone())
        .unwrap_or_default();
    html! {
        <tbody {key} role="rowgroup">
            { for head }
            { for group.iter().map(|topic| row(shared, parties, topic)) }
        </tbody>
    }
}

fn row(shared: &Shared, parties: &[&Organization], topic: &Topic) -> Html {
    let (lang, dir) = shared.document_language();
    let cells: Vec<_> = parties
        .iter()
        .map(|party| cell(shared.document(), party, topic))
        .collect();
    let accord = accord_id(accord(&cells));
    let column = |party: &&Organization| {
        html! {
            <td key={party.id.clone()} role="cell">
                // The column's head, where there is no column: aloud it is in the button.
                <span class="party-label" aria-hidden="true" lang={lang.clone()} {dir}>
                    { party_mark(party) }{ party.short_name.clone() }
                </span>
                <CellButton party={party.id.clone()} topic={topic.id.clone()} />
            </td>
        }
    };
    html! {
        <tr key={topic.id.clone()} role="row" data-topic={topic.id.clone()}>
            <th scope="row" role="rowheader">
                <span class="topic" lang={lang.clone()} {dir}>{ topic.name.clone() }</span>
                <span class="question" lang={lang.clone()} {dir}>{ topic.question.clone() }</span>
                <span class={classes!("accord", accord)}>{ shared.texts.get(&format!("accord.{accord}")) }</span>
                <BackgroundButton topic={topic.id.clone()} />
            </th>
            { for parties.iter().map(column) }
        </tr>
    }
}

fn accord_id(accord: Accord) -> &'static str {
    match accord {
        Accord::Clash => "clash",
        Accord::Differ => "differ",
        Accord::Agree => "agree",
        Accord::Unclear => "unclear",
        Accord::OneVoice => "one-voice",
        Accord::Silent => "silent",
    }
}
