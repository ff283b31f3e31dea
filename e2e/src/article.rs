//! An article of a test's own with a comparison of it beneath.

use crate::page::Origin;
use crate::{Page, SCRIPT, Server, Session};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

/// A document of one party that has said all these words, each on a topic of its
/// own: the n-th in the cell `port/topic-n`, as the statement `said-n`.
pub fn document(words: &[&str]) -> Value {
    let numbered = |what: &str, n: usize| format!("{what}-{n}");
    let topics = (0..words.len()).map(|n| {
        json!({ "id": numbered("topic", n), "name": numbered("Topic", n), "question": "What of it?" })
    });
    let statements = words.iter().enumerate().map(|(n, words)| {
        json!({
            "id": numbered("said", n), "kind": "narration", "text": "Made for a test.", "paragraph": 1,
            "target": { "type": "TextQuoteSelector", "exact": words },
        })
    });
    let stances = (0..words.len()).map(|n| {
        json!({
            "organization_id": "port", "topic_id": numbered("topic", n), "position": "for",
            "summary": "Made for a test.", "statement_ids": [numbered("said", n)],
        })
    });
    json!({
        "format": "standpoint/1", "language": "en",
        "article": { "headline": "The port", "description": "Made for a test.", "paragraphs": 1 },
        "review": { "method": "Made for a test.", "updated": "2026-01-01" },
        "organizations": [{ "id": "port", "name": "The port", "short_name": "Port", "classification": "port" }],
        "people": [],
        "topics": topics.collect::<Vec<_>>(),
        "scale": [{ "id": "against", "label": "Against", "value": -1 }, { "id": "for", "label": "For", "value": 1 }],
        "statements": statements.collect::<Vec<_>>(),
        "stances": stances.collect::<Vec<_>>(),
        "events": [],
    })
}

/// Opens a page with this in its body, in which these words are looked for where
/// `.story` is.
///
/// # Errors
/// When it does not come.
pub async fn article<'a>(
    session: &'a Session,
    server: &Server,
    body: &str,
    words: &[&str],
) -> Result<Page<'a>> {
    article_of(session, server, body, &document(words)).await
}

/// The same with a document of the test's own.
///
/// # Errors
/// When it does not come.
pub async fn article_of<'a>(
    session: &'a Session,
    server: &Server,
    body: &str,
    document: &Value,
) -> Result<Page<'a>> {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title>\
         <link rel=\"icon\" href=\"data:,\"><body>{body}\
         <stance-comparison loading=\"eager\" source-text=\".story\">\
         <script type=\"application/json\">{document}</script></stance-comparison>{SCRIPT}"
    );
    server.offer("article.html", &html);
    let page = Page::open(session, server, Origin::Http, "article.html").await?;
    page.wait("root.querySelector('.stops') !== null").await?;
    Ok(page)
}

/// Waits until these passages, and no others, are to be reached in the page.
///
/// # Errors
/// When they are not.
pub async fn reached(page: &Page<'_>, passages: &[usize]) -> Result<()> {
    let names: Vec<_> = passages.iter().map(|n| format!("said-{n}")).collect();
    page.wait(&format!(
        "[...root.querySelectorAll('.stops button')].map((b) => b.dataset.statement).join() === '{}'",
        names.join(",")
    ))
    .await
}

/// Opens the evidence that rests on a passage, and holds against these words what
/// it says of it.
///
/// # Errors
/// With what it says, or when it is not there.
pub async fn says(page: &Page<'_>, passage: usize, words: &str) -> Result<()> {
    page.open_cell(&format!("port/topic-{passage}")).await?;
    let said = "root.querySelector('.evidence:popover-open').querySelector('.passages, .passage')";
    page.wait(&format!("{said} !== null")).await?;
    let said = page
        .text(&format!(
            "[...{said}.querySelectorAll('*')].map((e) => e.textContent).join(' ') || {said}.textContent"
        ))
        .await?;
    ensure!(said == words, "passage {passage}: {said}");
    Ok(())
}
