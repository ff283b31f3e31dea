//! The headline and the sentence that says it all.

use super::shared::{Shared, use_shared};
use crate::comparison::overview;
use yew::prelude::*;

/// Headline, description and overview.
#[component]
pub(super) fn Header() -> Html {
    let shared = use_shared();
    let article = &shared.document().article;
    let (lang, dir) = shared.document_language();
    html! {
        <header class="header" part="header">
            <h2 class="headline" part="headline" id="headline" lang={lang.clone()} {dir}>
                { article.headline.clone() }
            </h2>
            <p class="description" {lang} {dir}>{ article.description.clone() }</p>
            <p class="overview" part="overview" role="status">{ sentence(&shared) }</p>
        </header>
    }
}

/// How many of the topics shown clash, agree, have one voice only.
fn sentence(shared: &Shared) -> String {
    let (parties, topics) = (shared.parties(), shared.topics());
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
    let mut sentence = texts.with(
        "overview.sentence",
        &[
            ("topics", &topics),
            ("parties", &parties),
            ("parts", &texts.clauses(&parts)),
        ],
    );
    if overview.empty_cells > 0 {
        let (empty, total) = (overview.empty_cells, overview.cells);
        sentence.push(' ');
        sentence.push_str(&texts.count("overview.empty", empty, &[("total", &total)]));
    }
    sentence
}
