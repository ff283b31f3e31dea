//! What is found wrong in a document, gathered while it is read and checked.

use super::limits::PROBLEMS;
use super::nearest::Suggestions;
use super::place::Place;
use super::problem::{Fault, IN_WORDS, Problem};
use std::cell::{Cell, RefCell};

/// The problems of one document. Only so many are kept, because a document that
/// is wrong throughout would cost more to complain of than to read.
#[derive(Default)]
pub(super) struct Report {
    problems: RefCell<Vec<Problem>>,
    found: Cell<usize>,
    doubtful: RefCell<Vec<&'static str>>,
    pub(super) suggestions: Suggestions,
}

impl Report {
    /// Notes a problem, which is put into words if those are wanted.
    pub(super) fn note(&self, place: &Place<'_>, fault: impl FnOnce() -> Fault) {
        let found = self.found.get();
        self.found.set(found + 1);
        if IN_WORDS && found < PROBLEMS {
            let problem = Problem {
                pointer: place.to_string(),
                fault: fault(),
            };
            self.problems.borrow_mut().push(problem);
        }
    }

    /// Takes note that a list of the document could not be read: what refers to
    /// its entries may be right.
    pub(super) fn doubt(&self, list: &'static str) {
        self.doubtful.borrow_mut().push(list);
    }

    /// Whether a list could not be read.
    pub(super) fn is_doubtful(&self, list: &str) -> bool {
        self.doubtful.borrow().contains(&list)
    }

    /// All that was found, in the order of the places; empty for a document
    /// without mistakes.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        if IN_WORDS {
            problems.sort_by_key(|problem| order(&problem.pointer));
        }
        if let count @ 1.. = self.found.get() - problems.len() {
            problems.push(Problem {
                pointer: String::new(),
                fault: Fault::More { count },
            });
        }
        problems
    }
}

/// The field's place in the format and the entry's in its list; within an
/// entry the order of reading stays.
fn order(pointer: &str) -> (usize, usize) {
    const FIELDS: [&str; 12] = [
        "",
        "format",
        "language",
        "article",
        "review",
        "organizations",
        "people",
        "topics",
        "scale",
        "statements",
        "stances",
        "events",
    ];
    let mut parts = pointer.split('/').skip(1);
    let field = parts.next().unwrap_or_default();
    let field = FIELDS.iter().position(|known| *known == field);
    let entry = parts.next().and_then(|index| index.parse::<usize>().ok());
    (field.unwrap_or(FIELDS.len()), entry.map_or(0, |i| i + 1))
}
