//! What every component of one comparison can ask for, and what never changes as
//! long as the comparison is shown.

use super::marks::Marks;
use crate::article::Document;
use crate::comparison::{CellIx, Index};
use crate::i18n::{Texts, direction};
use crate::state::{State, Wish};
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The surroundings of a component: a handle, to be passed on and compared in one
/// step.
#[derive(Clone)]
pub(super) struct Env(Rc<Surroundings>);

pub(super) struct Surroundings {
    pub(super) index: Rc<Index>,
    pub(super) texts: Rc<Texts>,
    pub(super) dispatcher: UseReducerDispatcher<State>,
    /// What stands before the parameters of a link into this comparison, as it was
    /// when it was last asked for: the page's address and the comparison's name in
    /// its fragment.
    pub(super) place: RefCell<Rc<str>>,
    /// Asks for it.
    asked: Callback<(), String>,
    /// Whether there is no script to serve it.
    pub(super) inert: bool,
    /// The level of the headline among the page's headings.
    pub(super) headline: u8,
    /// Called with what the reader wishes to take along.
    pub(super) on_wish: Callback<Wish>,
    /// The evidence that was opened last and the button that it was opened with,
    /// for the focus to return to.
    pub(super) opened_by: RefCell<Option<(CellIx, HtmlElement)>>,
    /// The evidence that the browser has last reported open. A state that only
    /// repeats it is not carried out again: it may be out of date by then.
    pub(super) reported: RefCell<Option<CellIx>>,
    /// The marks on what is searched for.
    pub(super) marks: Marks,
    /// `lang` and `dir` for the document's own texts.
    own: (Option<AttrValue>, Option<&'static str>),
}

impl Env {
    pub(super) fn new(
        index: Rc<Index>,
        texts: Rc<Texts>,
        dispatcher: UseReducerDispatcher<State>,
        asked: Callback<(), String>,
        inert: bool,
        headline: u8,
        on_wish: Callback<Wish>,
    ) -> Self {
        let own = own_language(texts.language(), &index.document().language);
        Self(Rc::new(Surroundings {
            index,
            texts,
            dispatcher,
            place: RefCell::new(asked.emit(()).into()),
            asked,
            inert,
            headline,
            on_wish,
            opened_by: RefCell::new(None),
            reported: RefCell::new(None),
            marks: Marks::default(),
            own,
        }))
    }
}

impl Deref for Env {
    type Target = Surroundings;

    fn deref(&self) -> &Surroundings {
        &self.0
    }
}

impl PartialEq for Env {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Surroundings {
    pub(super) fn document(&self) -> &Document {
        self.index.document()
    }

    /// What stands before the parameters of a link now: pages change their address,
    /// and the page around a frame tells its own late.
    pub(super) fn place_now(&self) -> Rc<str> {
        let place: Rc<str> = self.asked.emit(()).into();
        self.place.replace(place.clone());
        place
    }

    /// What stands between two things: one of the `list.` texts by itself.
    pub(super) fn between(&self, key: &str) -> String {
        self.texts.join(key, &[String::new(), String::new()])
    }

    /// `lang` and `dir` for the document's own texts, where they are not those
    /// of the interface around them.
    pub(super) fn document_language(&self) -> (Option<AttrValue>, Option<&'static str>) {
        self.own.clone()
    }
}

fn own_language(ours: &str, theirs: &str) -> (Option<AttrValue>, Option<&'static str>) {
    let (our_direction, their_direction) = (direction(ours), direction(theirs));
    (
        (ours != theirs).then(|| AttrValue::from(theirs.to_owned())),
        (our_direction != their_direction).then_some(their_direction),
    )
}

/// The surroundings that the comparison around gives its components.
#[hook]
pub(super) fn use_env() -> Env {
    match use_context::<Env>() {
        Some(env) => env,
        None => unreachable!("every component here stands in an `App`, which provides it"),
    }
}

/// The element id of a cell's evidence. Document ids hold no colon, so two
/// cells never share one.
pub(super) fn evidence_id(index: &Index, cell: CellIx) -> String {
    let party = cell.party.map(|party| index.party(party).id.as_str());
    let topic = &index.topic(cell.topic).id;
    ["evidence:", party.unwrap_or_default(), ":", topic].concat()
}
