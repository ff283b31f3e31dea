//! The comparison as HTML, made without a browser.

#![cfg(not(target_arch = "wasm32"))]

use standpoint::article::{Document, Value, read};
use standpoint::i18n::Texts;
use standpoint::prerender::{Style, fragment};
use std::rc::Rc;

fn document(source: &str) -> Rc<Document> {
    let value: Value = serde_json::from_str(source).expect("JSON");
    Rc::new(read(&value).expect("a document without mistakes"))
}

fn render(source: &str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    let style = Style::Linked("a\"b.css".to_owned());
    runtime.block_on(fragment(
        document(source),
        Rc::new(Texts::english("en")),
        &style,
    ))
}

const CEASEFIRE: &str = include_str!("../seeds/ceasefire-2025.json");
const HARBOUR: &str = include_str!("../seeds/harbour-town.json");

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(render(CEASEFIRE), render(CEASEFIRE));
}

#[test]
fn everything_that_is_stated_can_be_read_without_a_script() {
    for source in [CEASEFIRE, HARBOUR] {
        let html = render(source);
        let document = document(source);
        for stance in &document.stances {
            let id = format!(
                "id=\"evidence:{}:{}\"",
                stance.organization_id, stance.topic_id
            );
            let at = html
                .find(&id)
                .unwrap_or_else(|| panic!("{id} is not in the HTML"));
            for statement in &stance.statement_ids {
                let figure = format!("data-statement=\"{statement}\"");
                assert!(html[at..].contains(&figure), "{statement} is not in {id}");
            }
        }
        for note in &document.review.notes {
            assert!(
                html.contains(&*html_escape(note)),
                "not in the HTML: {note}"
            );
        }
    }
}

#[test]
fn silence_is_said_in_as_many_cells_as_the_article_is_silent_in() {
    let document = document(CEASEFIRE);
    let stated: std::collections::BTreeSet<_> = document
        .stances
        .iter()
        .map(|s| (&s.organization_id, &s.topic_id))
        .collect();
    let silent = document.organizations.len() * document.topics.len() - stated.len();
    assert_eq!(
        render(CEASEFIRE)
            .matches("part=\"cell cell-silent\"")
            .count(),
        silent
    );
}

#[test]
fn no_style_attribute_stands_where_a_policy_may_forbid_it() {
    for source in [CEASEFIRE, HARBOUR] {
        assert!(!render(source).contains(" style="));
    }
}

#[test]
fn an_address_cannot_break_out_of_its_attribute() {
    assert!(render(CEASEFIRE).contains(r#"href="a&quot;b.css""#));
}

#[test]
fn what_a_document_says_is_text_and_never_markup() {
    let source = CEASEFIRE.replace(
        "\"headline\": \"A 30-day",
        "\"headline\": \"<img src=x onerror=alert(1)>A 30-day",
    );
    let html = render(&source);
    assert!(html.contains("&lt;img src=x"));
    assert!(!html.contains("<img"));
}

fn html_escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
