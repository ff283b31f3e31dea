//! What a tree of values may cost, while it is made.

use super::limits::{DEPTH, VALUES};
use super::place::Place;
use super::problem::{Fault, IN_WORDS, Problem};
use std::cell::{Cell, RefCell};

/// What a tree may still cost.
pub(super) struct Budget {
    values: Cell<usize>,
    pub(super) exceeded: RefCell<Option<Problem>>,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            values: Cell::new(VALUES),
            exceeded: RefCell::default(),
        }
    }
}

/// A tree is larger than that of any document.
pub(super) struct TooLarge;

/// Where a value of the tree is.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    budget: &'a Budget,
    place: Place<'a>,
    /// How many objects and lists are around it.
    depth: u8,
}

impl<'a> Node<'a> {
    pub(super) fn root(budget: &'a Budget) -> Self {
        Self {
            budget,
            place: Place::Document,
            depth: 0,
        }
    }

    /// A field of the object that is here.
    pub(super) fn field(&'a self, name: &'a str) -> Self {
        self.inner(Place::Field(&self.place, name))
    }

    /// An entry of the list that is here.
    pub(super) fn entry(&'a self, index: usize) -> Self {
        self.inner(Place::Entry(&self.place, index))
    }

    fn inner(&'a self, place: Place<'a>) -> Self {
        Self {
            budget: self.budget,
            place,
            depth: self.depth + 1,
        }
    }

    /// Pays for a value that is here.
    pub(super) fn pay(&self) -> Result<(), TooLarge> {
        let Some(left) = self.budget.values.get().checked_sub(1) else {
            return Err(self.exceeds("values", VALUES));
        };
        self.budget.values.set(left);
        Ok(())
    }

    /// Pays for an object or a list that is here.
    pub(super) fn open(&self) -> Result<(), TooLarge> {
        if self.depth >= DEPTH {
            let measure = "objects and lists inside each other";
            return Err(self.exceeds(measure, usize::from(DEPTH)));
        }
        self.pay()
    }

    /// Takes note of what there is too much of.
    pub(super) fn exceeds(&self, measure: &'static str, most: usize) -> TooLarge {
        if IN_WORDS {
            self.budget.exceeded.replace(Some(Problem {
                pointer: self.place.to_string(),
                fault: Fault::TooLarge { measure, most },
            }));
        }
        TooLarge
    }
}
