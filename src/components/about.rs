//! How the comparison was made, what is unclear in it, what its signs mean.

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::heading::heading_in;
use super::sign::{position, sign, standing_key, tone};
use super::statement::{kind_key, kind_sign};
use crate::article::{Correction, MIXED, StatementKind};
use crate::comparison::Standing;
use crate::i18n::date;
use yew::prelude::*;

/// “About this comparison”, a native disclosure.
#[component]
pub(super) fn About() -> Html {
    let env = &use_env();
    let texts = &env.texts;
    let review = &env.document().review;
    let heading = |key| heading_in(env, 1, "minor-heading", texts.get(key));
    let updated = date(texts, &review.updated);
    let contact = review.contact.as_ref().map(|contact| {
        let link = el("a").attr("href", contact).attr("rel", "noopener");
        el("p").child(link.text(texts.get("about.report")))
    });
    let corrections = if review.corrections.is_empty() {
        text_in("p", "", texts.get("about.no-corrections"))
    } else {
        let correction = |c: &Correction| {
            let when = text_in("span", "when", &date(texts, &c.date));
            el("li")
                .child(when)
                .text(" ")
                .child(el("span").own(env, &c.text))
        };
        el("ul").each(review.corrections.iter().map(correction))
    };
    let made = el("section")
        .child(heading("about.method"))
        .child(el("p").own(env, &review.method))
        .child(el("p").text(&texts.with("about.updated", &[("date", (&updated).into())])))
        .maybe(contact)
        .child(heading("about.corrections"))
        .child(corrections);
    let notes = (!review.notes.is_empty()).then(|| {
        let items = review.notes.iter().map(|note| el("li").own(env, note));
        el("section")
            .child(heading("about.notes"))
            .child(el("ul").class("notes").each(items))
    });
    let meaning = el("section")
        .child(heading("about.signs"))
        .child(signs(env))
        .child(heading("about.kinds"))
        .child(kinds(env));
    let content = el("div")
        .class("about-content")
        .child(made)
        .maybe(notes)
        .child(meaning);
    el("details")
        .class("about")
        .part("about")
        .child(el("summary").text(texts.get("about.title")))
        .child(content)
        .html()
}

/// The scale, then what has no place on it; only what occurs.
fn signs(env: &Env) -> El {
    let document = env.document();
    let texts = &env.texts;
    let steps = env.index.positions().rev();
    let steps = steps.map(|step| el("li").child(position(env, "span", Standing::At(step))));
    let other = |standing: Standing, about: &str| {
        let word = texts.get(standing_key(standing));
        let words = [word, texts.get(about)].map(str::to_owned);
        el("li")
            .child(sign(tone(&env.index, standing)))
            .text(" ")
            .text(&texts.join("list.colon", &words))
    };
    let has_mixed = document
        .stances
        .iter()
        .any(|stance| stance.position == MIXED);
    let has_contradiction = env.index.topics().any(|topic| {
        let standing = |party| env.index.standing(party, topic);
        let mut standings = env.index.parties().map(standing);
        standings.any(|standing| standing == Standing::Contradictory)
    });
    el("ul")
        .class("legend")
        .each(steps)
        .maybe(has_mixed.then(|| other(Standing::Mixed, "about.mixed")))
        .maybe(has_contradiction.then(|| other(Standing::Contradictory, "about.contradictory")))
        .child(other(Standing::Silent, "about.silent"))
}

/// The kinds, each with how many statements are of it.
fn kinds(env: &Env) -> El {
    let texts = &env.texts;
    let kind = |kind: StatementKind| {
        let n = env
            .document()
            .statements
            .iter()
            .filter(|s| s.kind == kind)
            .count();
        let key = kind_key(kind);
        let name = texts.get(&key);
        let count = texts.with(
            "about.kind-count",
            &[("kind", name.into()), ("n", n.into())],
        );
        let about = texts.get(&[&*key, ".about"].concat()).to_owned();
        let words = texts.join("list.colon", &[count, about]);
        el("li").child(kind_sign(kind)).text(&words)
    };
    el("ul")
        .class("legend")
        .each(StatementKind::ALL.into_iter().map(kind))
}
