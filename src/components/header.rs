//! The headline and the sentence that says it all.

use super::element::{El, el};
use super::env::{Env, use_env};
use super::heading::heading;
use crate::comparison::Overview;
use yew::prelude::*;

/// What is shown, in numbers.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HeaderProps {
    pub(super) overview: Overview,
    pub(super) parties: usize,
}

/// Headline, description and overview.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let env = use_env();
    let article = &env.document().article;
    let headline = heading(&env, 0)
        .class("headline")
        .part("headline")
        .attr("id", "headline");
    let overview: El = el("p")
        .class("overview")
        .part("overview")
        .attr("role", "status");
    // On paper.
    let source = article.url.as_ref().map(|url| {
        let link = el("a").attr("href", url).text(url);
        el("p").class("source").child(link)
    });
    el("header")
        .class("header")
        .part("header")
        .child(headline.own(&env, &article.headline))
        .child(el("p").class("description").own(&env, &article.description))
        .maybe(source)
        .child(overview.text(&sentence(&env, props)))
        .html()
}

/// How many of the topics shown clash, agree, have one voice only.
fn sentence(env: &Env, props: &HeaderProps) -> String {
    let (overview, texts) = (&props.overview, &env.texts);
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
    let parties = texts.count("overview.parties", props.parties, &[]);
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
