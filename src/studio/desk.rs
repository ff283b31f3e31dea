//! What the Studio shows, and the one reducer over it.

use super::acts::{Action, End, Known, Pending, Said, Saved, Screen, field_id};
use super::drawn::{Drawn, Reviewed};
use super::keys::set_letters;
use super::looked::{Fact, Looked, facts};
use crate::article::Speaker;
use crate::draft::{self, Content, Draft, History, Place, Span};
use std::rc::Rc;
use yew::Reducible;

/// What the Studio shows.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// How often something has been done: what is shown of one turn holds for it.
    pub(super) turn: u64,
    /// The draft with its versions; none before one is begun.
    pub(super) history: Option<History>,
    /// How often there was another version: what is drawn of one holds for it.
    pub(super) version: u64,
    pub(super) drawn: Option<Rc<Drawn>>,
    /// What was said of the last version that was looked through.
    pub(super) reviewed: Option<Rc<Reviewed>>,
    pub(super) screen: Screen,
    pub(super) pending: Option<Pending>,
    /// The how many-th proposal is looked at.
    pub(super) proposal: usize,
    /// The caret: a paragraph and a place in it.
    pub(super) caret: (usize, usize),
    /// The statement that is looked at.
    pub(super) statement: Option<usize>,
    /// The cell that is open, by the ids of party and topic.
    pub(super) cell: Option<(String, String)>,
    /// Who has spoken last, to be on offer.
    pub(super) last_speaker: Option<Speaker>,
    /// A new text of the article that is looked at.
    pub(super) looked: Option<Looked>,
    /// What a new text has changed, for whoever tells the readers.
    pub(super) facts: Rc<[Fact]>,
    /// From where what is known of the article is, and what was found of it.
    pub(super) known: Rc<Known>,
    pub(super) saved: Saved,
    /// How many steps no file has, and since when the last one is there.
    pub(super) unsaved: (usize, f64),
    /// Whether the keys of the place are shown.
    pub(super) keys: bool,
    /// Whether the next letter is that of a place to go to.
    pub(super) goes: bool,
    /// Whether the next letter is that of a word, at which what is selected begins or ends.
    pub(super) letter: Option<End>,
    /// How many entries the open cell had when one more was wanted.
    pub(super) adding: Option<usize>,
    /// What has the focus next, by its id: told once, then gone.
    pub(super) focus: Option<(u32, String)>,
    /// What was just done, for those who do not see it: a key of texts.
    pub(super) said: Option<(u32, Said)>,
}

/// After so many steps it is time to save a file,
const MOST_STEPS: usize = 20;

/// or after so many milliseconds.
const MOST_TIME: f64 = 600_000.0;

impl State {
    pub(super) fn new() -> Self {
        Self {
            turn: 0,
            history: None,
            version: 0,
            drawn: None,
            reviewed: None,
            screen: Screen::Start,
            pending: None,
            proposal: 0,
            caret: (0, 0),
            statement: None,
            cell: None,
            last_speaker: None,
            looked: None,
            facts: Rc::from([]),
            known: Rc::default(),
            saved: Saved::Unsaved,
            unsaved: (0, 0.0),
            keys: false,
            goes: false,
            letter: None,
            adding: None,
            focus: None,
            said: None,
        }
    }

    /// The present version.
    pub(super) fn draft(&self) -> Option<&Rc<Draft>> {
        self.history.as_ref().map(History::now)
    }

    /// What is in it; nothing before there is one.
    pub(super) fn content(&self) -> Rc<Content> {
        self.draft()
            .map(|draft| draft.content().clone())
            .unwrap_or_default()
    }

    /// The statements whose passages are at the caret, the shortest first: a long one
    /// never hides a short one.
    pub(super) fn at_caret(&self) -> Vec<usize> {
        let Some(drawn) = &self.drawn else {
            return Vec::new();
        };
        let (paragraph, at) = self.caret;
        let here = |span: &&Span| span.paragraph == paragraph && span.from <= at && at <= span.to;
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (statement, spans) in drawn.spans.iter().enumerate() {
            if let Some(span) = spans.iter().find(here) {
                found.push((span.to - span.from, statement));
            }
        }
        found.sort();
        found.into_iter().map(|(_, statement)| statement).collect()
    }

    fn with_history(&mut self, history: History) {
        self.drawn = Some(Rc::new(Drawn::of(history.now(), self.drawn.as_deref())));
        self.version += 1;
        self.saved = Saved::Unsaved;
        self.history = Some(history);
    }

    pub(super) fn focus_on(&mut self, id: String) {
        let number = self.focus.as_ref().map_or(0, |(number, _)| number + 1);
        self.focus = Some((number, id));
    }

    pub(super) fn say(&mut self, said: Said) {
        let number = self.said.as_ref().map_or(0, |(number, _)| number + 1);
        self.said = Some((number, said));
    }

    /// Whether it is time to save a file: after so many steps, or so long.
    pub(super) fn is_due(&self) -> bool {
        let (steps, since) = self.unsaved;
        steps >= MOST_STEPS || (steps > 0 && js_sys::Date::now() - since >= MOST_TIME)
    }

    pub(super) fn act(&mut self, action: &draft::Action) {
        if let Some(history) = &self.history {
            self.with_history(history.after(action));
            self.unsaved.0 += 1;
        }
    }

    /// Takes the text that is looked at, once all is decided.
    fn take_text(&mut self) {
        let (Some(looked), Some(draft)) = (self.looked.take(), self.draft().cloned()) else {
            return;
        };
        let revising = &looked.revising;
        let Some(rewritten) = revising.decided(&draft, &looked.decisions) else {
            self.looked = Some(looked);
            return;
        };
        let texts = revising.paragraphs().iter().map(|one| one.text.clone());
        self.act(&draft::Action::Revise(texts.collect(), rewritten));
        self.facts = facts(draft.content(), &self.content()).into();
        self.statement = None;
        self.say(Said::Text("said.revised"));
        self.focus_on("correct-date".to_owned());
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        // What was said holds until something else is done.
        let is_done = !matches!(
            action,
            Action::Saved(_)
                | Action::Kept(..)
                | Action::Review
                | Action::Focus(_)
                | Action::Select { .. }
        );
        if let (true, Some((_, said))) = (is_done, &mut next.said) {
            *said = Said::Nothing;
        }
        match action {
            Action::Begin(history, screen) => {
                next = Self {
                    turn: self.turn,
                    version: self.version,
                    ..Self::new()
                };
                next.with_history(*history);
                next.unsaved = (0, js_sys::Date::now());
                next.screen = screen;
            }
            Action::Review => {
                if let (Some(draft), Some(drawn)) = (self.draft(), &self.drawn) {
                    next.reviewed = Some(Rc::new(Reviewed::of(draft, self.version, drawn)));
                }
            }
            Action::Keys(are_shown) => {
                next.keys = are_shown;
                if are_shown {
                    next.focus_on("keys".to_owned());
                }
            }
            Action::Letters(are_keys) => set_letters(are_keys),
            Action::Goes(goes) => next.goes = goes,
            Action::Letter(end) => {
                next.letter = end;
                if end.is_some() {
                    next.say(Said::Text("said.letter"));
                }
            }
            Action::Known(known) => next.known = Rc::new(known),
            Action::Compare(text) => {
                next.looked = self.draft().and_then(|draft| Looked::at(draft, &text));
            }
            Action::Decide(at, decision) => {
                let decisions = next.looked.as_mut().map(|looked| &mut looked.decisions);
                if let Some(one) = decisions.and_then(|all| all.get_mut(at)) {
                    *one = Some(decision);
                }
            }
            Action::TakeText => next.take_text(),
            Action::LeaveText => next.looked = None,
            Action::Do(action) => next.act(&action),
            Action::Step(which) => {
                let Some(history) = &self.history else {
                    return self;
                };
                let Some(name) = history.next(which) else {
                    return self;
                };
                next.with_history(history.step(which));
                next.pending = None;
                next.looked = None;
                let count = next.content().statements.len();
                next.statement = self.statement.filter(|at| *at < count);
                next.say(Said::Stepped(which, name.clone()));
            }
            Action::Go(screen) => {
                next.screen = screen;
                next.goes = false;
            }
            Action::GoTo(place, field) => next.go_to(place, field.as_deref()),
            Action::Select {
                paragraph,
                at,
                spans,
            } => next.select(paragraph, at, spans),
            Action::Hold => next.hold(),
            Action::Extend => next.extend(),
            Action::Propose => next.proposal += 1,
            Action::Accept => next.accept(),
            Action::Change => next.change(),
            Action::Wave => next.wave(),
            Action::Voice(kind) => {
                if let Some(pending) = &mut next.pending {
                    pending.kind = Some(kind);
                }
            }
            Action::Store(speaker) => next.store(speaker, None),
            Action::StoreNew(name) => next.store_new(name),
            Action::Drop => next.pending = None,
            Action::Look(statement) => {
                next.statement = statement;
                next.pending = None;
            }
            Action::Put(at, n) => {
                let step = next.content().scale.get(n).map(|step| step.id.clone());
                if let Some(id) = step {
                    let place = Place::Stance(at);
                    next.act(&draft::Action::Write(place, "position", id));
                }
            }
            Action::Choose {
                stance,
                party,
                topic,
                statement,
            } => {
                let content = next.content();
                let known = stance.and_then(|at| content.stances.get(at));
                let mut statements = known.map_or_else(Vec::new, |one| one.statements.clone());
                match statements.iter().position(|one| *one == statement) {
                    Some(at) => drop(statements.remove(at)),
                    None => statements.push(statement),
                }
                next.act(&draft::Action::Rest {
                    stance,
                    party,
                    topic,
                    statements,
                });
            }
            Action::Open(cell) => next.open(cell, None),
            Action::Another(party, topic) => {
                let entries = self.content().cell(&party, &topic).count();
                next.open(Some((party, topic)), Some(entries));
            }
            Action::Place(at, id) => {
                let place = Place::Stance(at);
                next.act(&draft::Action::Write(place, "position", id));
                next.focus_on(field_id(place, "summary"));
            }
            Action::Done => next.close_and_go_on(),
            Action::Focus(id) => next.focus_on(id),
            Action::Saved(saved) => {
                next.saved = saved;
                next.unsaved = (0, js_sys::Date::now());
            }
            // Of an earlier version it says nothing of this one.
            Action::Kept(version, is_kept) if version == self.version => {
                next.saved = match (&self.saved, is_kept) {
                    (Saved::InFile(_), _) => self.saved.clone(),
                    (_, true) => Saved::InBrowser,
                    (_, false) => Saved::Refused,
                };
            }
            Action::Kept(..) => return self,
            Action::Say(said) => next.say(said),
        }
        next.turn += 1;
        Rc::new(next)
    }
}
