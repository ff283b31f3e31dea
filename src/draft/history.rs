//! Undo and redo. Versions share what they have in common, so each is kept whole:
//! nothing has to know its inverse.

use super::patch::Patch;
use super::{Action, Draft};
use std::rc::Rc;

/// A draft with its earlier versions, and those that were undone.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Version>,
    now: Rc<Draft>,
    future: Vec<Version>,
}

/// A version that is not the present one, and the step between the two.
#[derive(Clone, Debug)]
struct Version {
    draft: Rc<Draft>,
    name: Rc<str>,
    /// Leads to it from the next one; of what was undone nothing is kept.
    back: Option<Rc<Patch>>,
}

/// A step that can be undone or redone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    /// The next one that undo takes back.
    Undo,
    /// The next one that redo brings again.
    Redo,
}

/// How many steps are kept.
const MOST: usize = 1_000;

/// How many bytes of steps are kept across a reload.
const MOST_PACKED: usize = 1_000_000;

impl History {
    /// Begins with a draft.
    pub fn new(draft: Draft) -> Self {
        Self {
            past: Vec::new(),
            now: Rc::new(draft),
            future: Vec::new(),
        }
    }

    /// The present version.
    pub fn now(&self) -> &Rc<Draft> {
        &self.now
    }

    /// After an action; nothing is to be undone of one that changes nothing.
    #[must_use]
    pub fn after(&self, action: &Action) -> Self {
        let next = self.now.after(action);
        if next == *self.now {
            return self.clone();
        }
        let mut past = self.past.clone();
        if past.len() == MOST {
            past.remove(0);
        }
        past.push(Version {
            back: Some(Patch::between(&next.saved(), &self.now.saved()).into()),
            draft: self.now.clone(),
            name: action.name().into(),
        });
        Self {
            past,
            now: Rc::new(next),
            future: Vec::new(),
        }
    }

    /// The name of the step that is next to be undone or redone, if there is one.
    pub fn next(&self, which: Undone) -> Option<&Rc<str>> {
        let versions = match which {
            Undone::Undo => &self.past,
            Undone::Redo => &self.future,
        };
        versions.last().map(|version| &version.name)
    }

    /// With one step undone or redone; the same, where there is none.
    #[must_use]
    pub fn step(&self, which: Undone) -> Self {
        let mut next = self.clone();
        let (from, to) = match which {
            Undone::Undo => (&mut next.past, &mut next.future),
            Undone::Redo => (&mut next.future, &mut next.past),
        };
        if let Some(Version { draft, name, .. }) = from.pop() {
            let other = std::mem::replace(&mut next.now, draft);
            let back = match which {
                Undone::Undo => None,
                Undone::Redo => Some(Patch::between(&next.now.saved(), &other.saved()).into()),
            };
            to.push(Version {
                draft: other,
                name,
                back,
            });
        }
        next
    }

    /// The steps that can be undone, the latest first, as a text to be kept beside the
    /// project.
    pub fn packed(&self) -> String {
        let mut packed = String::new();
        for version in self.past.iter().rev() {
            let Some(back) = &version.back else {
                break;
            };
            back.write(&version.name, &mut packed);
            if packed.len() > MOST_PACKED {
                break;
            }
        }
        packed
    }

    /// A draft with the steps that were kept of it, as far as they lead to versions that
    /// can be read.
    pub fn unpacked(draft: Draft, packed: &str) -> Self {
        let mut history = Self::new(draft);
        let mut text = history.now.saved();
        let mut past = Vec::new();
        for (name, back) in Patch::read(packed) {
            let Some(before) = back.applied(&text) else {
                break;
            };
            let Ok(draft) = Draft::open(&before) else {
                break;
            };
            past.push(Version {
                draft: Rc::new(draft),
                name: name.into(),
                back: Some(back.into()),
            });
            text = before;
        }
        past.reverse();
        history.past = past;
        history
    }
}
