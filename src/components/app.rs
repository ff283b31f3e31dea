//! One comparison: the provider of its state, and the page's order of things.

use super::about::About;
use super::chooser::{Choosable, Chooser};
use super::evidence::AllEvidence;
use super::header::Header;
use super::matrix::Matrix;
use super::shared::Shared;
use super::spectrum::SpectrumView;
use super::statements::Statements;
use super::tabs::{Tabs, panel_id, tab_id};
use super::timeline::Timeline;
use super::versus::Versus;
use crate::article::Document;
use crate::i18n::{Texts, direction};
use crate::state::{Action, Choice, State, View};
use std::rc::Rc;
use yew::prelude::*;

/// What a comparison is made of.
#[derive(Clone, PartialEq, Properties)]
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
    /// Rendered ahead, without a script to serve it: what needs one is hidden
    /// but keeps its place.
    #[prop_or_default]
    pub inert: bool,
}

/// The comparison of one document.
#[component]
pub fn App(props: &AppProps) -> Html {
    let initial = props.clone();
    let state = use_reducer(move || {
        let state = State::new(initial.document);
        match initial.choice {
            Some(choice) => state.apply(Action::Restore(choice)),
            None => state,
        }
    });
    {
        let (on_ready, dispatcher) = (props.on_ready.clone(), state.dispatcher());
        use_effect_with((), move |()| on_ready.emit(dispatcher));
    }
    use_report_changes(&state, &props.on_change);

    let shared = Shared {
        state: state.clone(),
        texts: props.texts.clone(),
    };
    let view = state.choice.view;
    let language = props.texts.language().to_owned();
    let dir = direction(&language);
    let content = match view {
        View::Matrix => html! { <Matrix /> },
        View::Versus => html! { <Versus /> },
        View::Spectrum => html! { <SpectrumView /> },
        View::Timeline => html! { <Timeline /> },
        View::Statements => html! { <Statements /> },
    };
    html! {
        <ContextProvider<Shared> context={shared}>
            <section class={classes!("comparison", props.inert.then_some("inert"))}
                part="base" lang={language} {dir} aria-labelledby="headline">
                <Header />
                <div class="toolbar" part="toolbar">
                    <Tabs />
                    <div class="choosers">
                        <Chooser what={Choosable::Parties} />
                        <Chooser what={Choosable::Topics} />
                    </div>
                </div>
                <div class="view" role="tabpanel" id={panel_id()} aria-labelledby={tab_id(view)}>
                    { content }
                </div>
                <AllEvidence />
                <About />
            </section>
        </ContextProvider<Shared>>
    }
}

/// Tells the page of every choice but the first, which it gave itself.
#[hook]
fn use_report_changes(state: &UseReducerHandle<State>, on_change: &Callback<Choice>) {
    let first = use_mut_ref(|| true);
    let on_change = on_change.clone();
    use_effect_with(state.choice.clone(), move |choice| {
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            on_change.emit(choice.clone());
        }
    });
}
