//! The parties along the scale, a line for each topic.
//!
//! The drawing is for the eye; beside it stand the same parties as buttons, in
//! the order of the scale, for every reader.

use super::element::el;
use super::env::use_env;
use super::part::component;
use super::spectrum_row::{SpectrumRow, SpectrumRowProps};
use crate::comparison::TopicIx;
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
    let parties = &props.selection.parties;
    let row = |topic: &TopicIx| {
        let props = SpectrumRowProps {
            env: env.clone(),
            parties: parties.clone(),
            topic: *topic,
        };
        component::<SpectrumRow>(env.index.topic(*topic).id.clone(), props)
    };
    el("div")
        .class("spectrum")
        .part("spectrum")
        .child(
            el("ol")
                .class("spectrum-rows")
                .nodes(props.selection.topics.iter().take(props.rows).map(row)),
        )
        .html()
}
