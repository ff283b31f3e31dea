//! The parties along the scale, a line for each topic.
//!
//! The drawing is for the eye; beside it stand the same parties as buttons, in
//! the order of the scale, for every reader.

use super::axis::letters;
use super::element::{el, text_in};
use super::env::use_env;
use super::part::component;
use super::sign::party_mark;
use super::spectrum_row::{SpectrumRow, SpectrumRowProps};
use crate::comparison::{PartyIx, TopicIx};
use crate::state::Selection;
use std::rc::Rc;
use yew::prelude::*;

/// What is shown, and how many of its rows are there.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SpectrumProps {
    pub(super) selection: Rc<Selection>,
    pub(super) rows: usize,
}

/// The spectrum view.
#[component]
pub(super) fn Spectrum(props: &SpectrumProps) -> Html {
    let env = use_env();
    let letters = use_memo((), {
        let index = env.index.clone();
        move |()| letters(&index)
    });
    let legend = |party: &PartyIx| {
        let named = env.index.party(*party);
        el("li")
            .key(named.id.clone())
            .child(party_mark(named))
            .child(text_in("b", "letter", &letters[party.place()]))
            .child(el("span").own(&env, &named.short_name))
    };
    let parties = &props.selection.parties;
    let row = |topic: &TopicIx| {
        let props = SpectrumRowProps {
            env: env.clone(),
            letters: letters.clone(),
            parties: parties.clone(),
            topic: *topic,
        };
        component::<SpectrumRow>(env.index.topic(*topic).id.clone(), props)
    };
    el("div")
        .class("spectrum")
        .part("spectrum")
        .child(
            el("ul")
                .class("spectrum-parties")
                .hidden_aloud()
                .each(parties.iter().map(legend)),
        )
        .child(
            el("ol")
                .class("spectrum-rows")
                .nodes(props.selection.topics.iter().take(props.rows).map(row)),
        )
        .html()
}
