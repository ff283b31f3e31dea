//! What every component of the Studio can ask for.

use super::acts::Action;
use super::browser::{Browser, Surface};
use super::desk::State;
use crate::draft::{self, Content};
use crate::i18n::Texts;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

thread_local! {
    /// How many components were rendered.
    static RENDERED: Cell<u32> = const { Cell::new(0) };
}

/// How many components have been rendered so far, for those who count what a step costs.
#[wasm_bindgen]
pub fn rendered() -> u32 {
    RENDERED.get()
}

/// What never changes while the Studio is shown. A component that asks for no more is
/// given all that it shows, and is not rendered anew before that is something else.
#[derive(Clone)]
pub(super) struct Ground {
    pub(super) texts: Rc<Texts>,
    dispatcher: UseReducerDispatcher<State>,
}

impl PartialEq for Ground {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.texts, &other.texts)
    }
}

impl Ground {
    /// A text.
    pub(super) fn text(&self, key: &str) -> String {
        self.texts.get(key).to_owned()
    }

    /// Does something.
    pub(super) fn act(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    /// A callback that does something.
    pub(super) fn on<E>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |event| dispatcher.dispatch(action(event)))
    }

    /// A callback that does something to the draft.
    pub(super) fn on_do<E>(&self, action: impl Fn(E) -> draft::Action + 'static) -> Callback<E> {
        self.on(move |event| Action::Do(action(event)))
    }
}

/// What never changes, for a component.
#[hook]
pub(super) fn use_ground() -> Ground {
    RENDERED.set(RENDERED.get().wrapping_add(1));
    match use_context::<Ground>() {
        Some(ground) => ground,
        None => unreachable!("every component here stands in the Studio, which provides it"),
    }
}

/// The surroundings of a component.
#[derive(Clone)]
pub(super) struct Env {
    pub(super) browser: Browser,
    pub(super) texts: Rc<Texts>,
    pub(super) state: UseReducerHandle<State>,
    /// The article's text, while it is in the page.
    pub(super) surface: Rc<RefCell<Option<Surface>>>,
    /// The turn that it was made for: the state behind the handle goes on.
    turn: u64,
}

/// The browser and the words never change while the Studio is shown.
impl PartialEq for Env {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.texts, &other.texts) && self.turn == other.turn
    }
}

impl Env {
    pub(super) fn new(
        browser: Browser,
        texts: Rc<Texts>,
        state: UseReducerHandle<State>,
        surface: Rc<RefCell<Option<Surface>>>,
    ) -> Self {
        Self {
            browser,
            texts,
            surface,
            turn: state.turn,
            state,
        }
    }

    /// The part of it that never changes.
    pub(super) fn ground(&self) -> Ground {
        Ground {
            texts: self.texts.clone(),
            dispatcher: self.state.dispatcher(),
        }
    }

    /// A text.
    pub(super) fn text(&self, key: &str) -> String {
        self.texts.get(key).to_owned()
    }

    /// The first of these texts that there is.
    pub(super) fn first_text(&self, keys: &[&str]) -> Option<String> {
        let known = keys.iter().find(|key| self.texts.get(key) != **key);
        known.map(|key| self.text(key))
    }

    /// Does something.
    pub(super) fn act(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// A callback that does something.
    pub(super) fn on<E>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatcher = self.state.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(action(event)))
    }

    /// A callback that does something to the draft.
    pub(super) fn on_do<E>(&self, action: impl Fn(E) -> draft::Action + 'static) -> Callback<E> {
        self.on(move |event| Action::Do(action(event)))
    }

    /// What a cell is called.
    pub(super) fn cell_name(&self, content: &Content, party: &str, topic: &str) -> String {
        let party = content.parties.iter().find(|one| one.id == party);
        let topic = content.topics.iter().find(|one| one.id == topic);
        let (party, topic) = (
            party.map_or("", |one| one.label()),
            topic.map_or("", |one| &one.name),
        );
        let names = [("party", party.into()), ("topic", topic.into())];
        self.texts.with("cell.title", &names)
    }

    /// The name of a step, in words.
    pub(super) fn step_name(&self, name: &str) -> String {
        let mut general = name;
        loop {
            let key = format!("step.{general}");
            if let Some(text) = self.first_text(&[&key]) {
                return text;
            }
            match general.rsplit_once('.') {
                Some((rest, _)) => general = rest,
                None => return self.text("step.other"),
            }
        }
    }
}

/// The surroundings that the Studio gives its components.
#[hook]
pub(super) fn use_env() -> Env {
    RENDERED.set(RENDERED.get().wrapping_add(1));
    match use_context::<Env>() {
        Some(env) => env,
        None => unreachable!("every component here stands in the Studio, which provides it"),
    }
}
