//! The panel under the tabs: one of the views, with what it needs of the state.

use super::element::{El, component, el, text_in};
use super::env::{Env, use_env};
use super::filters::FiltersProps;
use super::jump::{Jump, JumpProps};
use super::matrix::{Matrix, MatrixProps};
use super::spectrum::{Spectrum, SpectrumProps};
use super::statements::{Statements, StatementsProps};
use super::tabs::{PANEL, tab_id};
use super::timeline::{Timeline, TimelineProps};
use super::versus::{Versus, VersusProps};
use crate::state::{BLOCK, Selection, State, View, rows_per_block};
use yew::prelude::*;

/// So many cells are a few screens of a phone.
const LONG: usize = 100;

/// A view and its props.
#[derive(Clone, PartialEq)]
enum Shown {
    Matrix(MatrixProps),
    Versus(VersusProps),
    Spectrum(SpectrumProps),
    Timeline(TimelineProps),
    Statements(StatementsProps),
}

/// What the panel shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ViewPanelProps {
    shown: Shown,
}

impl ViewPanelProps {
    /// What the state has the panel show, as far as it is there.
    pub(super) fn of(state: &State) -> Self {
        let (choice, selection) = (&state.choice, state.selection());
        let blocks = state.growth.blocks();
        let rows = |cells| rows_per_block(cells).saturating_mul(blocks);
        let in_row = selection.parties.len();
        let filters = |arrangement| FiltersProps {
            search: AttrValue::from(choice.search.clone()),
            speaker: choice.speaker,
            kinds: choice.kinds.clone(),
            arrangement,
        };
        let shown = match choice.view {
            View::Matrix => Shown::Matrix(MatrixProps {
                selection,
                order: choice.topic_order,
                rows: rows(in_row),
            }),
            View::Versus => Shown::Versus(VersusProps {
                parties: choice.versus.as_slice().into(),
                selection,
                only: choice.only,
                rows: rows(3),
            }),
            View::Spectrum => Shown::Spectrum(SpectrumProps {
                selection,
                rows: rows(in_row),
            }),
            View::Timeline => Shown::Timeline(TimelineProps {
                filters: filters(None),
                selection,
                heard: state.heard(),
                passages: state.passages.clone(),
                moments: blocks.saturating_mul(BLOCK),
            }),
            View::Statements => Shown::Statements(StatementsProps {
                filters: filters(Some(choice.arrangement)),
                arrangement: choice.arrangement,
                selection,
                heard: state.heard(),
                passages: state.passages.clone(),
                blocks,
            }),
        };
        Self { shown }
    }
}

/// The panel.
#[component]
pub(super) fn ViewPanel(props: &ViewPanelProps) -> Html {
    let env = use_env();
    let (view, class, content) = match &props.shown {
        Shown::Matrix(props) => (
            View::Matrix,
            crowd(props.selection.parties.len()),
            something::<Matrix>(&env, &props.selection, View::Matrix, props),
        ),
        Shown::Versus(props) => (
            View::Versus,
            "view",
            component::<Versus>(View::Versus.id(), props.clone()),
        ),
        Shown::Spectrum(props) => (
            View::Spectrum,
            "view",
            something::<Spectrum>(&env, &props.selection, View::Spectrum, props),
        ),
        Shown::Timeline(props) => (
            View::Timeline,
            "view",
            component::<Timeline>(View::Timeline.id(), props.clone()),
        ),
        Shown::Statements(props) => (
            View::Statements,
            "view",
            component::<Statements>(View::Statements.id(), props.clone()),
        ),
    };
    let panel = el("div")
        .class(class)
        .attr("role", "tabpanel")
        .attr("id", PANEL)
        .attr("aria-labelledby", &tab_id(view));
    let panel = match &props.shown {
        Shown::Matrix(props) if is_long(&props.selection) && !env.inert => {
            let selection = props.selection.clone();
            panel.node(component::<Jump>("jump", JumpProps { selection }))
        }
        _ => panel,
    };
    panel.node(content).html()
}

/// Whether it is a long way through the matrix where it is cards.
fn is_long(selection: &Selection) -> bool {
    selection.parties.len() * selection.topics.len() > LONG
}

/// How the style sheet calls a matrix of so many columns.
fn crowd(parties: usize) -> &'static str {
    match parties {
        ..6 => "view",
        6..9 => "view crowd",
        9..13 => "view crush",
        _ => "view crush throng",
    }
}

/// A view of parties by topics, or why there is nothing in it.
fn something<C>(env: &Env, selection: &Selection, view: View, props: &C::Properties) -> Html
where
    C: BaseComponent,
    C::Properties: Clone,
{
    if selection.parties.is_empty() || selection.topics.is_empty() {
        nothing(env, selection).key(view.id()).html()
    } else {
        component::<C>(view.id(), props.clone())
    }
}

/// What is said where nothing is left to show.
fn nothing(env: &Env, selection: &Selection) -> El {
    let key = match (selection.parties.is_empty(), selection.chosen.is_empty()) {
        (true, _) => "choose.none-parties",
        (_, true) => "choose.none-topics",
        _ => "choose.none-disagreement",
    };
    text_in("p", "nothing", env.texts.get(key))
}
