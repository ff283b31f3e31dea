//! One comparison: its state, what every part of it can ask for, and the page's
//! order of things.

use super::about::About;
use super::element::el;
use super::env::Env;
use super::evidence::{Evidence, EvidenceProps, pressed};
use super::header::{Header, HeaderProps};
use super::heading::HEADLINE;
use super::part::component;
use super::toolbar::toolbar;
use super::view::view;
use crate::comparison::Index;
use crate::i18n::{Texts, direction};
use crate::state::{Action, Choice, Growth, State, Wish};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// How far a rendering is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// It begins.
    Begins,
    /// All is rendered.
    Done,
}

/// What a comparison is made of.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// What is compared.
    pub index: Rc<Index>,
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
    /// Called when more or less of the comparison is there.
    #[prop_or_default]
    pub on_growth: Callback<Growth>,
    /// Called before anything is rendered, when the nodes must be as they were left,
    /// and when all is.
    #[prop_or_default]
    pub on_rendering: Callback<Rendering>,
    /// Called when more evidence is there.
    #[prop_or_default]
    pub on_unrolled: Callback<()>,
    /// What stands before the parameters of a link into this comparison, as far as
    /// that is known when it is asked for.
    #[prop_or_else(|| Callback::from(|()| "#stance__".to_owned()))]
    pub place: Callback<(), String>,
    /// Called with what the reader wishes to take along.
    #[prop_or_default]
    pub on_wish: Callback<Wish>,
    /// Rendered ahead, without a script to serve it: what needs one is hidden or
    /// disabled, and keeps its place.
    #[prop_or_default]
    pub inert: bool,
    /// The level of the headline among the headings of the page, from 1 to 6.
    #[prop_or(HEADLINE)]
    pub headline: u8,
}

/// The document and the texts never change while a comparison is shown; to go
/// through them to find that out would take longer than to render.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.index, &other.index)
            && Rc::ptr_eq(&self.texts, &other.texts)
            && self.inert == other.inert
    }
}

/// The comparison of one document.
#[component]
pub fn App(props: &AppProps) -> Html {
    props.on_rendering.emit(Rendering::Begins);
    let initial = props.clone();
    let state = use_reducer(move || {
        let mut state = State::new(initial.index);
        if initial.inert {
            // No script will write it out later.
            state = state.apply(Action::Unroll(None));
        } else {
            state = state.to_grow();
        }
        match initial.choice {
            Some(choice) => state.apply(Action::Restore(choice)),
            None => state,
        }
    });
    let env = use_memo((), {
        let (props, dispatcher) = (props.clone(), state.dispatcher());
        move |()| {
            Env::new(
                props.index,
                props.texts,
                dispatcher,
                props.place,
                props.inert,
                props.headline,
                props.on_wish,
            )
        }
    });
    use_report(props, &state);
    let env = (*env).clone();
    let language = props.texts.language();
    let comparison = el("section")
        .class(if props.inert {
            "comparison inert"
        } else {
            "comparison"
        })
        .part("base")
        .attr("lang", language)
        .attr("dir", direction(language))
        .attr("aria-labelledby", "headline")
        .on(|| ListenerKind::onclick, pressed(&env, state.choice.open))
        .nodes(pieces(&env, &state));
    html! {
        <ContextProvider<Env> context={env}>{comparison.html()}</ContextProvider<Env>>
    }
}

/// Tells the page what has changed, once it is shown.
#[hook]
fn use_report(props: &AppProps, state: &UseReducerHandle<State>) {
    let told = use_mut_ref(|| None);
    let (props, dispatcher) = (props.clone(), state.dispatcher());
    let now = (state.choice.clone(), state.growth, state.unrolled.clone());
    use_effect(move || {
        props.on_rendering.emit(Rendering::Done);
        let before = told.replace(Some(now.clone()));
        let (choice, growth, unrolled) = now;
        match &before {
            // The first choice the page gave itself.
            None => props.on_ready.emit(dispatcher),
            Some((before, ..)) if *before != choice => props.on_change.emit(choice),
            Some(_) => {}
        }
        if before
            .as_ref()
            .is_none_or(|(_, before, _)| *before != growth)
        {
            props.on_growth.emit(growth);
        }
        if before.is_none_or(|(.., before)| before != unrolled) {
            props.on_unrolled.emit(());
        }
    });
}

/// The order of things; of what is not all there yet, the beginning. With keys:
/// without them Yew pairs what was there with what is from the end of the list,
/// and would build everything anew with each piece.
fn pieces(env: &Env, state: &State) -> Vec<Html> {
    let mut pieces = Vec::new();
    let (choice, growth) = (&state.choice, state.growth);
    if growth >= Growth::Header {
        let selection = state.selection();
        let header = HeaderProps {
            overview: selection.overview,
            parties: selection.parties.len(),
        };
        pieces.push(component::<Header>("header", header));
    }
    if growth >= Growth::Toolbar {
        pieces.push(toolbar(state).key("toolbar").html());
    }
    if growth >= Growth::View(0) {
        pieces.push(view(env, state).key("view").html());
        let evidence = EvidenceProps {
            unrolled: state.unrolled.clone(),
            open: choice.open,
            passages: state.passages.clone(),
            reply: state.reply.clone().filter(|_| choice.open.is_some()),
        };
        pieces.push(component::<Evidence>("evidence", evidence));
    }
    if state.was_whole {
        pieces.push(component::<About>("about", ()));
    }
    pieces
}
