//! Speaker, search, kinds: what leaves statements out. In a narrow place all but the
//! speaker folds away.

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::field::{check_box, choice, labelled, option, select};
use super::statement::{kind_key, kind_sign};
use crate::article::StatementKind;
use crate::comparison::{PartyIx, SpeakerIx, Whose};
use crate::state::{Action, Arrangement};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// What is chosen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) search: AttrValue,
    pub(super) speaker: Option<Whose>,
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
    let on = [
        !props.search.is_empty(),
        props.kinds.len() < StatementKind::ALL.len(),
    ];
    let on = on.into_iter().filter(|is_on| *is_on).count();
    el("div")
        .class("filters")
        .attr("role", "search")
        .child(speakers(&env, props.speaker).key(":speaker"))
        .child(fold(&env, on).key(":fold"))
        .child(search)
        .maybe(arrangement)
        .child(kinds.key(":kinds"))
        .html()
}

/// What unfolds the filters after it, which the style sheet folds in a narrow place,
/// and how many of them are on.
fn fold(env: &Env, on: usize) -> El {
    let texts = &env.texts;
    let count = || text_in("span", "count", &texts.count("filters.on", on, &[]));
    let summary = el("summary")
        .text(texts.get("filters.title"))
        .text(" ")
        .maybe((on > 0).then(count));
    el("details").class("fold").child(summary)
}

/// Everybody, the parties with all who speak for them, and who else there is.
fn speakers(env: &Env, chosen: Option<Whose>) -> El {
    let option = |whose: Whose, name: &str| {
        choice(env.index.key_of(whose), chosen == Some(whose)).own(env, name)
    };
    let party = |at: PartyIx| option(Whose::Party(at), &env.index.party(at).name);
    let person = |at: SpeakerIx| option(Whose::Speaker(at), env.index.speaker_name(at));
    let group = |key: &str| {
        el("optgroup")
            .attr("label", env.texts.get(key))
            .key(key.to_owned())
    };
    let parties = group("choose.parties").each(env.index.parties().map(party));
    let people = env.index.speakers().filter(|at| !env.index.is_party(*at));
    let people = group("statements.speaker").each(people.map(person));
    let everybody = choice("", chosen.is_none()).text(env.texts.get("statements.everybody"));
    let index = env.index.clone();
    let list = el("select")
        .value_to(
            env,
            || ListenerKind::onchange,
            move |key| Action::Hear(index.whose(&key)),
        )
        .child(everybody)
        .child(parties)
        .child(people);
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
