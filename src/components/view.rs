//! The panel under the tabs: one of the views, with what it needs of the state.

use super::element::{El, el, text_in};
use super::env::Env;
use super::filters::FiltersProps;
use super::jump::{Jump, JumpProps};
use super::matrix::{Matrix, MatrixProps};
use super::part::component;
use super::spectrum::{Spectrum, SpectrumProps};
use super::statements::{Statements, StatementsProps};
use super::tabs::{PANEL, tab_id};
use super::timeline::{Timeline, TimelineProps};
use super::versus::{Versus, VersusProps};
use crate::state::{Arrangement, BLOCK, Choice, Only, Selection, State, View, rows_per_block};
use yew::prelude::*;

/// So many cells are a few screens of a phone.
const LONG: usize = 100;

/// The panel, with as much of the view as is there.
pub(super) fn view(env: &Env, state: &State) -> El {
    let (choice, selection) = (&state.choice, state.selection());
    let panel = el("div")
        .class(match choice.view {
            View::Matrix => crowd(selection.parties.len()),
            _ => "view",
        })
        .attr("role", "tabpanel")
        .attr("id", PANEL)
        .attr("aria-labelledby", &tab_id(choice.view));
    let is_empty = selection.parties.is_empty() || selection.topics.is_empty();
    match choice.view {
        View::Matrix | View::Spectrum if is_empty => {
            panel.child(nothing(env, choice.only, &selection).key(choice.view.id()))
        }
        _ => panel.nodes(jump(env, state)).node(content(state)),
    }
}

/// A way through a long view that is in the order of the topics.
fn jump(env: &Env, state: &State) -> Option<Html> {
    let (choice, selection) = (&state.choice, state.selection());
    let (topics, parties) = match choice.view {
        View::Matrix => (&selection.topics, Some(selection.parties.clone())),
        View::Spectrum => (&selection.topics, None),
        View::Versus => (&selection.chosen, None),
        View::Statements if choice.arrangement == Arrangement::Topic => (&selection.topics, None),
        View::Timeline | View::Statements => return None,
    };
    let topics = topics.clone();
    let jump = || component::<Jump>("jump", JumpProps { topics, parties });
    (is_long(&selection) && !env.inert).then(jump)
}

fn content(state: &State) -> Html {
    let (choice, selection) = (&state.choice, state.selection());
    let key = choice.view.id();
    let blocks = state.growth.blocks();
    let rows = |cells| rows_per_block(cells).saturating_mul(blocks);
    let in_row = selection.parties.len();
    match choice.view {
        View::Matrix => component::<Matrix>(
            key,
            MatrixProps {
                selection,
                order: choice.topic_order,
                rows: rows(in_row),
            },
        ),
        View::Versus => component::<Versus>(
            key,
            VersusProps {
                parties: choice.versus.as_slice().into(),
                selection,
                only: choice.only,
                rows: rows(3),
            },
        ),
        View::Spectrum => component::<Spectrum>(
            key,
            SpectrumProps {
                selection,
                rows: rows(in_row),
            },
        ),
        View::Timeline => component::<Timeline>(
            key,
            TimelineProps {
                filters: filters(choice, None),
                selection,
                heard: state.heard(),
                passages: state.passages.clone(),
                moments: blocks.saturating_mul(BLOCK),
            },
        ),
        View::Statements => component::<Statements>(
            key,
            StatementsProps {
                filters: filters(choice, Some(choice.arrangement)),
                arrangement: choice.arrangement,
                selection,
                heard: state.heard(),
                passages: state.passages.clone(),
                blocks,
            },
        ),
    }
}

fn filters(choice: &Choice, arrangement: Option<Arrangement>) -> FiltersProps {
    FiltersProps {
        search: AttrValue::from(choice.search.clone()),
        speaker: choice.speaker,
        kinds: choice.kinds.clone(),
        arrangement,
    }
}

/// Whether it is a long way through so much where it is one below the other.
fn is_long(selection: &Selection) -> bool {
    selection.parties.len() * selection.topics.len() > LONG
}

/// How the style sheet calls a matrix of so many columns.
fn crowd(parties: usize) -> &'static str {
    match parties {
        ..5 => "view",
        5 => "view company",
        6..9 => "view crowd",
        9..13 => "view crush",
        _ => "view crush throng",
    }
}

/// What is said where nothing is left to show.
fn nothing(env: &Env, only: Only, selection: &Selection) -> El {
    let key = match (selection.parties.is_empty(), selection.chosen.is_empty()) {
        (true, _) => "choose.none-parties",
        (_, true) => "choose.none-topics",
        _ if only == Only::Agreement => "choose.none-agreement",
        _ => "choose.none-disagreement",
    };
    text_in("p", "nothing", env.texts.get(key))
}
