//! Two to four parties side by side, the clashes first.

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::field::{choice, labelled};
use super::pairs::{Pairs, PairsProps};
use super::part::component;
use super::versus_row::{VersusRow, VersusRowProps};
use crate::comparison::{PartyIx, Relation, Row, Tally};
use crate::state::{Action, FACES, Only, Selection};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Who is compared, on which topics, and how many of the rows are there.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct VersusProps {
    pub(super) parties: Rc<[PartyIx]>,
    pub(super) selection: Rc<Selection>,
    pub(super) only: Only,
    pub(super) rows: usize,
}

/// The versus view.
#[component]
pub(super) fn Versus(props: &VersusProps) -> Html {
    let env = use_env();
    let parties = &props.parties;
    let chosen = props.selection.chosen.clone();
    let compared = use_memo((parties.clone(), chosen.clone()), {
        let index = env.index.clone();
        move |(parties, chosen)| index.versus(parties, chosen)
    });
    if parties.len() < 2 {
        return text_in("p", "nothing", env.texts.get("versus.too-few")).html();
    }
    let (rows, tally) = &*compared;
    let is_shown = |row: &&Row| match props.only {
        Only::All => true,
        Only::Disagreement => matches!(row.relation, Relation::Clash | Relation::Differ),
        Only::Clash => row.relation == Relation::Clash,
        Only::Agreement => row.relation == Relation::Agree,
    };
    let columns = match parties.len() {
        2 => "two",
        3 => "three",
        _ => "four",
    };
    let swap = el("button")
        .attr("type", "button")
        .class("swap")
        .part("swap")
        .attr("aria-label", env.texts.get("versus.swap"))
        .press(&env, Action::SwapSides)
        .child(text_in("span", "", "⇄").hidden_aloud());
    // Another place once those before it are taken.
    let has_place = |place| env.document().organizations.len() > place && parties.len() >= place;
    let further = [(2, "versus.third"), (3, "versus.fourth")].into_iter();
    let further = further.filter(|(place, _)| has_place(*place));
    let together = FACES.min(props.selection.parties.len());
    let is_new = together > 2 && **parties != props.selection.parties[..together];
    let together = is_new.then(|| {
        el("button")
            .key(":together")
            .attr("type", "button")
            .class("link")
            .press(&env, Action::FaceShown)
            .text(&env.texts.with("versus.together", &[("n", together.into())]))
    });
    let choice = el("div")
        .classes(&["versus-choice", columns])
        .child(select(&env, parties, 0, "versus.first"))
        .child(swap)
        .child(select(&env, parties, 1, "versus.second"))
        .each(further.map(|(place, key)| select(&env, parties, place, key)))
        .maybe(together);
    let row = |row: &Row| {
        let props = VersusRowProps {
            env: env.clone(),
            parties: parties.clone(),
            row: *row,
        };
        component::<VersusRow>(env.index.topic(row.topic).id.clone(), props)
    };
    let shown = rows.iter().filter(is_shown).take(props.rows);
    let list = el("ol")
        .classes(&["versus-rows", columns])
        .nodes(shown.map(row));
    let pairs = PairsProps {
        topics: chosen,
        chosen: (parties.len() == 2).then(|| (parties[0], parties[1])),
    };
    el("div")
        .class("versus")
        .part("versus")
        .child(choice)
        .child(text_in("p", "tally", &summary(&env, *tally)).attr("role", "status"))
        .child(list)
        .node(component::<Pairs>("pairs", pairs))
        .html()
}

fn select(env: &Env, parties: &[PartyIx], place: usize, key: &'static str) -> El {
    let chosen = parties.get(place).copied();
    let option = |party: PartyIx| {
        let named = env.index.party(party);
        choice(&named.id, chosen == Some(party))
            // Who stands on a side already does not join it.
            .flag("disabled", chosen.is_none() && parties.contains(&party))
            .own(env, &named.short_name)
    };
    let nobody =
        (place > 1).then(|| choice("", chosen.is_none()).text(env.texts.get("versus.nobody")));
    let index = env.index.clone();
    let list = el("select")
        .part("select")
        .value_to(
            env,
            || ListenerKind::onchange,
            move |id| Action::Face(place, index.party_of_id(&id)),
        )
        .maybe(nobody)
        .each(env.index.parties().map(option));
    labelled(env, key, list).class("side").key(key)
}

fn summary(env: &Env, tally: Tally) -> String {
    let texts = &env.texts;
    if tally.comparable() == 0 {
        return texts.get("versus.summary.none").to_owned();
    }
    let parts: Vec<String> = [
        ("versus.clash", tally.clash),
        ("versus.differ", tally.differ),
        ("versus.agree", tally.agree),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(key, n)| texts.count(key, n, &[]))
    .collect();
    let (comparable, rest, parts) = (tally.comparable(), tally.incomparable, texts.list(&parts));
    let values = [
        ("comparable", comparable.into()),
        ("parts", (&parts).into()),
    ];
    let mut summary = texts.count("versus.summary", tally.total(), &values);
    if rest > 0 {
        let rest = texts.count("versus.incomparable", rest, &[]);
        summary = texts.join("list.sentence", &[summary, rest]);
    }
    summary
}
