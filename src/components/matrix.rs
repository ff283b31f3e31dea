//! The matrix: a real table of topics by parties.
//!
//! In a narrow container the style sheet makes cards of its rows. A table whose
//! `display` is changed loses its roles in some browsers, so they are spelt out.

use super::cell::{background_button, cell_content};
use super::element::{El, el, text_in};
use super::shared::Shared;
use super::sign::{party_label, party_mark};
use crate::article::{Organization, Topic};
use crate::comparison::{Accord, accord, cell};
use crate::state::{Action, Direction, TopicOrder};

/// The table.
pub(super) fn matrix(shared: &Shared) -> El {
    let (parties, topics) = (shared.parties(), shared.topics());
    if parties.is_empty() || topics.is_empty() {
        return text_in("p", "nothing", &shared.nothing());
    }
    let texts = &shared.texts;
    let corner = el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .key(":topic")
        .class("corner")
        .text(texts.get("matrix.topic"));
    let corner = match shared.state.choice.topic_order {
        TopicOrder::Clash | TopicOrder::Silence => corner.attr("aria-sort", "other"),
        _ => corner,
    };
    let head = el("tr")
        .attr("role", "row")
        .child(corner)
        .each(parties.iter().map(|party| column_head(shared, party)));
    el("table")
        .class("matrix")
        .part("matrix")
        .attr("role", "table")
        .child(text_in("caption", "visually-hidden", texts.get("matrix.caption")).key(":caption"))
        .child(
            el("thead")
                .key(":head")
                .attr("role", "rowgroup")
                .child(head),
        )
        .each(
            groups(&topics, shared.state.choice.grouped)
                .iter()
                .map(|group| rows(shared, &parties, group)),
        )
}

/// A party's name, a button that sorts the topics by where it stands: for
/// first, against first, and back to the given order.
fn column_head(shared: &Shared, party: &Organization) -> El {
    let order = &shared.state.choice.topic_order;
    let by = |direction| TopicOrder::Party(party.id.clone(), direction);
    let (sorted, next) = match order {
        TopicOrder::Party(id, Direction::Descending) if *id == party.id => {
            ("descending", by(Direction::Ascending))
        }
        TopicOrder::Party(id, Direction::Ascending) if *id == party.id => {
            ("ascending", TopicOrder::Given)
        }
        _ => ("none", by(Direction::Descending)),
    };
    let arrow = match sorted {
        "descending" => "↓",
        "ascending" => "↑",
        _ => "",
    };
    let button = el("button")
        .attr("type", "button")
        .class("sorter")
        .flag("disabled", shared.inert)
        .press(shared, Action::OrderTopics(next))
        .child(el("span").class("party").own(shared, &party.short_name))
        .child(text_in("span", "arrow", arrow).hidden_aloud());
    el("th")
        .key(&party.id)
        .attr("scope", "col")
        .attr("role", "columnheader")
        .attr("aria-sort", sorted)
        .child(party_mark(party))
        .child(button)
}

/// The topics by their groups, or all as one that has no name.
fn groups<'a>(topics: &[&'a Topic], grouped: bool) -> Vec<Vec<&'a Topic>> {
    topics
        .chunk_by(|a, b| !grouped || a.group == b.group)
        .map(<[_]>::to_vec)
        .collect()
}

fn rows(shared: &Shared, parties: &[&Organization], group: &[&Topic]) -> El {
    let first = group.first();
    let grouped = shared.state.choice.grouped;
    let name = first
        .filter(|_| grouped)
        .and_then(|topic| topic.group.as_ref());
    let head = name.map(|name| {
        let cell = el("th")
            .attr("scope", "rowgroup")
            .attr("role", "rowheader")
            .attr("colspan", &(parties.len() + 1).to_string())
            .own(shared, name);
        el("tr")
            .key(":group")
            .attr("role", "row")
            .class("group")
            .child(cell)
    });
    el("tbody")
        .key(first.map(|topic| topic.id.as_str()).unwrap_or_default())
        .attr("role", "rowgroup")
        .maybe(head)
        .each(group.iter().map(|topic| row(shared, parties, topic)))
}

fn row(shared: &Shared, parties: &[&Organization], topic: &Topic) -> El {
    let cells: Vec<_> = parties
        .iter()
        .map(|party| cell(shared.document(), party, topic))
        .collect();
    let (accord, key) = accord_words(accord(&cells));
    let head = el("th")
        .key(":topic")
        .attr("scope", "row")
        .attr("role", "rowheader")
        .child(el("span").class("topic").own(shared, &topic.name))
        .child(el("span").class("question").own(shared, &topic.question))
        .child(
            el("span")
                .classes(&["accord", accord])
                .text(shared.texts.get(key)),
        )
        .maybe(background_button(shared, topic));
    let column = |cell: &crate::comparison::Cell<'_>| {
        // The column's head where there is no column; a reader of the table
        // hears it from the column itself.
        let label = party_label(shared, cell.organization).hidden_aloud();
        el("td")
            .key(&cell.organization.id)
            .attr("role", "cell")
            .child(label)
            .child(cell_content(shared, cell))
    };
    el("tr")
        .key(&topic.id)
        .attr("role", "row")
        .attr("data-topic", &topic.id)
        .child(head)
        .each(cells.iter().map(column))
}

fn accord_words(accord: Accord) -> (&'static str, &'static str) {
    match accord {
        Accord::Clash => ("clash", "accord.clash"),
        Accord::Differ => ("differ", "accord.differ"),
        Accord::Agree => ("agree", "accord.agree"),
        Accord::Unclear => ("unclear", "accord.unclear"),
        Accord::OneVoice => ("one-voice", "accord.one-voice"),
        Accord::Silent => ("silent", "accord.silent"),
    }
}
