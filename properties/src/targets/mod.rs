//! What is fuzzed: each body takes bytes and panics where something does not hold.
//! `fuzz/` runs them for as long as one likes, `tests/bounded.rs` on a number of
//! inputs that is always the same.

mod anchoring;
mod dates;
mod directives;
mod document;
mod exports;
mod links;
mod truth;

use standpoint::article::{Value, read};
use standpoint::comparison::Index;
use std::rc::Rc;

/// Takes bytes, and panics where something does not hold.
pub type Body = fn(&[u8]);

/// All bodies, each by the name of its target.
pub const ALL: [(&str, Body); 7] = [
    ("document", document::body),
    ("dates", dates::body),
    ("links", links::body),
    ("directives", directives::body),
    ("anchoring", anchoring::body),
    ("exports", exports::body),
    ("truth", truth::body),
];

/// The body of a target.
///
/// # Panics
/// When there is no such target.
pub fn body(name: &str) -> Body {
    let found = ALL.iter().find(|(known, _)| *known == name);
    found
        .unwrap_or_else(|| panic!("there is no target {name}"))
        .1
}

/// The index of a document that has no mistakes.
fn indexed(json: &serde_json::Value) -> Rc<Index> {
    let value: Value = serde_json::from_value(json.clone()).expect("JSON");
    let document = read(&value).unwrap_or_else(|problems| panic!("{problems:#?} in {json:#}"));
    Rc::new(Index::new(Rc::new(document)))
}
