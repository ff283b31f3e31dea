//! One comparison: the provider of its state, and the page's order of things.

use super::about::about;
use super::chooser::choosers;
use super::element::{El, el};
use super::evidence::all_evidence;
use super::header::header;
use super::matrix::matrix;
use super::popover;
use super::shared::{Shared, evidence_id};
use super::spectrum::spectra;
use super::statements::statements;
use super::tabs::{PANEL, tab_id, tabs};
use super::timeline::time;
use super::versus::side_by_side;
use crate::article::Document;
use crate::i18n::{Texts, direction};
use crate::state::{Action, Choice, Stage, State, View, Wish};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What a comparison is made of.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// What is compared.
    pub document: Rc<Document>,
    /// The words of the interface.
    pub texts: Rc<Texts>,
    /// What is shown at first; everything, when there is none.
    #[prop_or_default]
    pub choice: Option<Choice>,
    /// Called with the dispatcher once there is one: the page's way in.
    #[prop_or_default]
    pub on_ready: Callback<UseReducerDispatcher<State>>,
    /// Called with every choice after the first.
    #[prop_or_default]
    pub on_change: Callback<Choice>,
    /// What stands before the parameters of a link into this comparison.
    #[prop_or_else(|| Rc::from("#stance:"))]
    pub place: Rc<str>,
    /// Called with what the reader wishes to take along.
    #[prop_or_default]
    pub on_wish: Callback<Wish>,
    /// Rendered ahead, without a script to serve it: what needs one is hidden or
    /// disabled, and keeps its place.
    #[prop_or_default]
    pub inert: bool,
}

/// The document and the texts never change while a comparison is shown; to go
/// through them to find that out would take longer than to render.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
            && Rc::ptr_eq(&self.texts, &other.texts)
            && self.inert == other.inert
    }
}

/// The comparison of one document.
#[component]
pub fn App(props: &AppProps) -> Html {
    let initial = props.clone();
    let state = use_reducer(move || {
        let mut state = State::new(initial.document);
        if initial.inert {
            // No script will write it out later.
            state = state.apply(Action::Unroll(None));
        } else {
            state.stage = Stage::Frame;
        }
        match initial.choice {
            Some(choice) => state.apply(Action::Restore(choice)),
            None => state,
        }
    });
    let node = use_node_ref();
    let opened_by = use_mut_ref(|| None);
    let reported = use_mut_ref(|| None);
    let known = use_mut_ref(|| None);
    {
        let (node, dispatcher) = (node.clone(), state.dispatcher());
        let reported = reported.clone();
        let (on_ready, on_change) = (props.on_ready.clone(), props.on_change.clone());
        use_effect_with(
            (state.choice.clone(), state.stage),
            move |(choice, stage)| {
                if *stage == Stage::Whole
                    && *reported.borrow() != choice.open
                    && let Some(comparison) = node.cast::<Element>()
                {
                    popover::follow(&comparison, choice.open.as_ref().map(evidence_id));
                }
                // The first choice the page gave itself.
                match known.replace(Some(choice.clone())) {
                    None => on_ready.emit(dispatcher),
                    Some(before) if before != *choice => on_change.emit(choice.clone()),
                    Some(_) => {}
                }
            },
        );
    }
    page(&Shared {
        state,
        texts: props.texts.clone(),
        place: props.place.clone(),
        inert: props.inert,
        on_wish: props.on_wish.clone(),
        opened_by,
        reported,
    })
    .found_by(node)
    .html()
}

/// The order of things; of what is not all there yet, the beginning.
fn page(shared: &Shared) -> El {
    let language = shared.texts.language();
    let stage = shared.state.stage;
    // With keys: without them Yew pairs what was there with what is from the end
    // of the list, and would build everything anew with each piece.
    let piece = |from: Stage, key: &str, piece: fn(&Shared) -> El| {
        (stage >= from).then(|| piece(shared).key(key))
    };
    el("section")
        .class(if shared.inert {
            "comparison inert"
        } else {
            "comparison"
        })
        .part("base")
        .attr("lang", language)
        .attr("dir", direction(language))
        .attr("aria-labelledby", "headline")
        .maybe(piece(Stage::Header, "header", header))
        .maybe(piece(Stage::Toolbar, "toolbar", toolbar))
        .maybe(piece(Stage::Half, "view", panel))
        .maybe(piece(Stage::Whole, "evidence", all_evidence))
        .maybe(piece(Stage::Whole, "about", about))
}

fn toolbar(shared: &Shared) -> El {
    el("div")
        .class("toolbar")
        .part("toolbar")
        .child(tabs(shared))
        .child(choosers(shared))
}

fn panel(shared: &Shared) -> El {
    let view = shared.state.choice.view;
    let content = match view {
        View::Matrix => matrix(shared),
        View::Versus => side_by_side(shared),
        View::Spectrum => spectra(shared),
        View::Timeline => time(shared),
        View::Statements => statements(shared),
    };
    let crowd = match shared.state.choice.parties.len() {
        _ if view != View::Matrix => "view",
        ..6 => "view",
        6..9 => "view crowd",
        _ => "view crush",
    };
    el("div")
        .class(crowd)
        .attr("role", "tabpanel")
        .attr("id", PANEL)
        .attr("aria-labelledby", &tab_id(view))
        .child(content.key(view.id()))
}
