//! What happened, was said and changed, on one axis of time. A vague date is
//! drawn as the span that it is.

use super::element::{el, text_in};
use super::env::use_env;
use super::filters::{Filters, FiltersProps, hits};
use super::marks;
use super::moment::{MomentView, MomentViewProps};
use super::part::component;
use super::time_axis::TimeAxis;
use crate::comparison::{Heard, Moment, StatementIx};
use crate::state::{BLOCK, Passages, Selection};
use std::rc::Rc;
use yew::prelude::*;

/// What is shown, and how many of all moments are there.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimelineProps {
    pub(super) filters: FiltersProps,
    pub(super) selection: Rc<Selection>,
    pub(super) heard: Rc<Heard>,
    pub(super) passages: Passages,
    pub(super) moments: usize,
}

/// The timeline view. The axis is that of everything dated, so that time does not
/// stretch under the reader's hands; what is filtered out is hidden.
#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let env = use_env();
    let (selection, heard) = (&props.selection, &props.heard);
    use_effect_with(props.filters.search.clone(), {
        let env = env.clone();
        move |search| env.marks.search(&env.index, search)
    });
    let entries = env.index.moments();
    let is_shown = env.index.timeline(
        |party| selection.has_party(party),
        |topic| selection.shows_topic(topic),
        |statement| heard.has(statement),
    );
    // What has no date has no place here, and is not counted.
    let said = entries
        .iter()
        .zip(&is_shown)
        .filter(|(_, is_shown)| **is_shown);
    let said = said.flat_map(|(entry, _)| match &entry.moment {
        Moment::Event(event) => env.index.said_at(*event),
        Moment::Statement(statement) => std::slice::from_ref(statement),
        Moment::Change { .. } => &[],
    });
    let view = el("div")
        .class("timeline")
        .part("timeline")
        .node(component::<Filters>(":filters", props.filters.clone()))
        .child(hits(&env, heard.among(said.copied())));
    let axis = TimeAxis::of(entries).filter(|_| is_shown.contains(&true));
    let Some(axis) = axis else {
        let none = text_in("p", "nothing", env.texts.get("timeline.none"));
        return view.child(none.key(":none")).html();
    };
    let ends = el("div")
        .class("timeline-axis")
        .hidden_aloud()
        .child(text_in("span", "", &env.texts.year(axis.first_year)))
        .child(text_in("span", "", &env.texts.year(axis.last_year)));
    let told = axis.gap.map(|(before, after)| {
        let (from, to) = (env.texts.year(before), env.texts.year(after));
        let years = [("from", (&from).into()), ("to", (&to).into())];
        text_in("p", "hits", &env.texts.with("timeline.gap", &years)).key(":gap")
    });
    let search = marks::in_elements(&props.filters.search);
    let moment = |place: usize| {
        let statements: Vec<StatementIx> = match &entries[place].moment {
            _ if !is_shown[place] => Vec::new(),
            Moment::Event(event) => {
                let said = env.index.said_at(*event).iter().copied();
                said.filter(|statement| heard.has(*statement)).collect()
            }
            Moment::Statement(statement) => vec![*statement],
            Moment::Change { .. } => Vec::new(),
        };
        let props = MomentViewProps {
            env: env.clone(),
            place,
            axis,
            is_shown: is_shown[place],
            is_far: entries.len() > BLOCK,
            statements: statements.into(),
            passages: props.passages.clone(),
            search: search.clone(),
        };
        component::<MomentView>(place.to_string(), props)
    };
    let there = entries.len().min(props.moments);
    let list = el("ol").key(":list").nodes((0..there).map(moment));
    view.maybe(told).child(ends.key(":axis")).child(list).html()
}
