//! Search, speaker, kinds: what leaves statements out.

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::field::{check_box, choice, labelled, option, select};
use super::statement::{kind_key, kind_sign};
use crate::article::StatementKind;
use crate::comparison::SpeakerIx;
use crate::state::{Action, Arrangement};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// What is chosen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) search: AttrValue,
    pub(super) speaker: Option<SpeakerIx>,
    pub(super) kinds: Vec<StatementKind>,
    /// How the statements are arranged, where they are in a list.
    pub(super) arrangement: Option<Arrangement>,
}

/// The form.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let env = use_env();
    let texts = &env.texts;
    let search = el("input")
        .attr("type", "search")
        .part("search")
        .attr("autocomplete", "off")
        .value(&props.search)
        .value_to(&env, || ListenerKind::oninput, Action::Search);
    let search = el("label")
        .key(":search")
        .class("field search")
        .child(text_in("span", "label", texts.get("statements.search")))
        .child(search);
    let kind = |kind: StatementKind| {
        let shown = props.kinds.contains(&kind);
        let check = check_box(&env, kind.id(), shown, Action::ToggleKind(kind));
        let name = el("span")
            .child(kind_sign(kind))
            .text(" ")
            .text(texts.get(&kind_key(kind)));
        option(check, name).key(kind.id())
    };
    let kinds = el("fieldset")
        .class("kinds")
        .child(text_in("legend", "label", texts.get("about.kinds")))
        .each(StatementKind::ALL.into_iter().map(kind));
    let arrangement = props.arrangement.map(|chosen| {
        let arrangements = Arrangement::ALL.map(|a| (a.id(), a == chosen));
        select(&env, "statements.by", &arrangements, |id| {
            Action::Arrange(id.parse().unwrap_or_default())
        })
    });
    el("div")
        .class("filters")
        .attr("role", "search")
        .child(search)
        .child(speakers(&env, props.speaker).key(":speaker"))
        .maybe(arrangement)
        .child(kinds.key(":kinds"))
        .html()
}

fn speakers(env: &Env, chosen: Option<SpeakerIx>) -> El {
    let option = |speaker: SpeakerIx| {
        let key = env.index.speaker_key(speaker);
        choice(key, chosen == Some(speaker)).own(env, env.index.speaker_name(speaker))
    };
    let everybody = choice("", chosen.is_none()).text(env.texts.get("statements.everybody"));
    let index = env.index.clone();
    let list = el("select")
        .value_to(
            env,
            || ListenerKind::onchange,
            move |key| Action::Hear(index.speaker_of_key(&key)),
        )
        .child(everybody)
        .each(env.index.speakers().map(option));
    labelled(env, "statements.speaker", list)
}

/// How many statements are left, and how many hits in them; announced.
pub(super) fn hits(env: &Env, (count, hits): (usize, Option<usize>)) -> El {
    let texts = &env.texts;
    let total = env.document().statements.len();
    let mut words = texts.count("statements.count", total, &[("found", count.into())]);
    if let Some(hits) = hits {
        let hits = texts.count("statements.hits", hits, &[]);
        words = texts.join("list.sentence", &[words, hits]);
    }
    text_in("p", "hits", &words)
        .key(":hits")
        .attr("role", "status")
}
