//! The index answers what the plain definitions of `tests/plain` answer, for any
//! document.
#![cfg(not(target_arch = "wasm32"))]

mod generate;
mod plain;

use generate::{documents, rich_documents};
use plain::{occurrences, same};
use proptest::prelude::*;
use standpoint::article::{Document, Value, read};
use standpoint::comparison;

fn seed(json: &str) -> Document {
    let value: Value = serde_json::from_str(json).expect("JSON");
    read(&value).expect("a document without mistakes")
}

#[test]
fn the_documents_that_are_built_in() {
    same(&seed(include_str!("../seeds/ceasefire-2025.json")));
    same(&seed(include_str!("../seeds/harbour-town.json")));
    same(&seed(include_str!("documents/good/everything.json")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document(document in documents()) {
        same(&document);
    }

    #[test]
    fn any_document_with_people_events_and_background(document in rich_documents()) {
        same(&document);
    }

    /// Hits are whole letters, in the order of the text, and do not overlap.
    #[test]
    fn words_are_found_where_they_stand(text in "[aAbBıſßÄä ]{0,12}", wanted in "[aAbBißä]{1,2}") {
        prop_assert_eq!(comparison::occurrences(&text, &wanted), occurrences(&text, &wanted));
    }
}
