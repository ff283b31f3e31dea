//! The headline and the sentence that says it all.

use super::element::{El, el};
use super::shared::Shared;
use crate::comparison::overview;

/// Headline, description and overview.
pub(super) fn header(shared: &Shared) -> El {
    let article = &shared.document().article;
    let headline = el("h2")
        .class("headline")
        .part("headline")
        .attr("id", "headline");
    let overview = el("p")
        .class("overview")
        .part("overview")
        .attr("role", "status");
    el("header")
        .class("header")
        .part("header")
        .child(headline.own(shared, &article.headline))
        .child(
            el("p")
                .class("description")
                .own(shared, &article.description),
        )
        .child(overview.text(&sentence(shared)))
}

/// How many of the topics shown clash, agree, have one voice only.
fn sentence(shared: &Shared) -> String {
    let (parties, topics) = (shared.parties(), shared.all_topics());
    let overview = overview(shared.document(), &parties, &topics);
    let texts = &shared.texts;
    let parts: Vec<String> = [
        ("overview.clash", overview.clash),
        ("overview.differ", overview.differ),
        ("overview.agree", overview.agree),
        ("overview.unclear", overview.unclear),
        ("overview.one-voice", overview.one_voice),
        ("overview.silent", overview.silent),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| texts.count(key, n, &[]))
    .collect();
    if parts.is_empty() {
        return String::new();
    }
    let topics = texts.count("overview.topics", overview.topics, &[]);
    let parties = texts.count("overview.parties", parties.len(), &[]);
    let parts = texts.join("list.semicolon", &parts);
    let mut sentence = texts.with(
        "overview.sentence",
        &[
            ("topics", (&topics).into()),
            ("parties", (&parties).into()),
            ("parts", (&parts).into()),
        ],
    );
    if overview.empty_cells > 0 {
        let (empty, total) = (overview.empty_cells, overview.cells);
        let empty = texts.count("overview.empty", empty, &[("total", total.into())]);
        sentence = texts.join("list.sentence", &[sentence, empty]);
    }
    sentence
}
