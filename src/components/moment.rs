//! Something that happened, was said or changed, on the axis of time.

use super::cell::cell_link;
use super::element::{El, el, text_in};
use super::env::Env;
use super::heading::heading;
use super::in_sight::{comes_in_sight, use_marks};
use super::sign::standing_name;
use super::statement::{Around, statement};
use super::time_axis::TimeAxis;
use crate::comparison::{CellIx, Entry, EventIx, Moment, StanceIx, StatementIx};
use crate::i18n::date;
use crate::state::Passages;
use std::rc::Rc;
use yew::prelude::*;

/// Which moment, and what of it is shown.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MomentViewProps {
    pub(super) env: Env,
    /// The place among all moments of the document.
    pub(super) place: usize,
    pub(super) axis: TimeAxis,
    pub(super) is_shown: bool,
    /// Whether it is one of many, and may be far away.
    pub(super) is_far: bool,
    /// What was said then, as far as it is heard.
    pub(super) statements: Rc<[StatementIx]>,
    pub(super) passages: Passages,
    /// What to mark; empty where that is done from outside (`marks.rs`).
    pub(super) search: AttrValue,
}

/// An entry of the timeline. One that is not shown is an empty place.
#[component]
pub(super) fn MomentView(props: &MomentViewProps) -> Html {
    let env = &props.env;
    let node = use_node_ref();
    let follow = use_marks(env, &node, &props.statements, props.is_far);
    let item = el("li")
        .found_by(node)
        .on(comes_in_sight, follow)
        .flag("hidden", !props.is_shown);
    let Some(entry) = env.index.moments().get(props.place) else {
        return item.html();
    };
    if !props.is_shown {
        return item.class("moment").html();
    }
    let what = el("div").class("what").child(props.axis.bar(entry));
    let (class, key, what) = match &entry.moment {
        Moment::Event(event) => ("event", "timeline.event", of_event(env, *event, what)),
        Moment::Statement(_) => ("said", "timeline.said", what),
        Moment::Change {
            cell,
            stances,
            before,
        } => (
            "change",
            "timeline.change",
            of_change(env, *cell, stances, before, what),
        ),
    };
    let around = Around {
        within: None,
        passages: &props.passages,
        search: &props.search,
    };
    let said = props.statements.iter();
    let said = said.map(|at| statement(env, *at, &around).key(env.index.statement(*at).id.clone()));
    let side = el("div")
        .class("when")
        .child(text_in("p", "kind", env.texts.get(key)))
        .child(text_in("p", "date", &when(env, entry)));
    let classes: &[&str] = if props.is_far {
        &["moment", class, "far"]
    } else {
        &["moment", class]
    };
    item.classes(classes)
        .child(side)
        .child(what.each(said))
        .html()
}

fn when(env: &Env, entry: &Entry) -> String {
    let texts = &env.texts;
    let Some(start) = env.index.date(entry) else {
        return String::new();
    };
    let end = match entry.moment {
        Moment::Event(event) => env.index.event(event).end_date.as_ref(),
        _ => None,
    };
    match end {
        Some(end) => {
            let (from, to) = (date(texts, start), date(texts, end));
            let values = [("from", (&from).into()), ("to", (&to).into())];
            texts.with("date.between", &values)
        }
        None => date(texts, start),
    }
}

fn of_event(env: &Env, at: EventIx, into: El) -> El {
    let event = env.index.event(at);
    let parties = env.index.takes_part(at).iter();
    let name = |party| env.index.party(party).short_name.clone();
    let mut details: Vec<String> = parties.map(|party| name(*party)).collect();
    if let Some(n) = event.paragraph {
        details.push(env.texts.with("statement.paragraph", &[("n", n.into())]));
    }
    into.child(heading(env, 1).class("topic").own(env, &event.name))
        .child(el("p").class("description").own(env, &event.description))
        .child(text_in("p", "label", &details.join(" · ")))
}

/// “Russia, on the ceasefire: from Neutral to Against”.
fn of_change(env: &Env, cell: CellIx, stances: &[StanceIx], before: &[StanceIx], into: El) -> El {
    let (index, texts) = (&env.index, &env.texts);
    let Some(party) = cell.party.map(|party| index.party(party)) else {
        return into;
    };
    let name = |stance: &StanceIx| {
        let position = standing_name(env, index.standing_of(*stance));
        texts.with("timeline.quoted", &[("position", position.into())])
    };
    let names = |stances: &[StanceIx]| texts.list(&stances.iter().map(name).collect::<Vec<_>>());
    let (from, to) = (names(before), names(stances));
    let key = if before.is_empty() {
        "timeline.first"
    } else {
        "timeline.from-to"
    };
    let mut words = texts.with(key, &[("from", (&from).into()), ("to", (&to).into())]);
    if stances.len() > 1 {
        let contradictory = texts.get("standing.contradictory.summary").to_owned();
        words = texts.join("list.sentence", &[words, contradictory]);
    }
    let topic = index.topic(cell.topic);
    let title = [party.short_name.clone(), topic.name.clone()];
    let title = texts.join("list.colon", &title);
    let summary = |stance: &StanceIx| {
        el("p")
            .class("summary")
            .own(env, &index.stance(*stance).summary)
    };
    let link = cell_link(env, cell, false);
    into.child(heading(env, 1).class("topic").own(env, &title))
        .child(text_in("p", "description", &words))
        .each(stances.iter().map(summary))
        .child(el("div").class("cell-links").each(link))
}
