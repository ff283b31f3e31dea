//! Two or three parties side by side, the clashes first.

use super::cell_button::CellButton;
use super::pairs::Pairs;
use super::party_mark::party_mark;
use super::shared::{Shared, use_shared};
use super::statements::on_select;
use crate::article::Organization;
use crate::comparison::{Cell, Obstacle, Relation, Row, Tally, versus};
use crate::state::Action;
use yew::prelude::*;

/// The versus view.
#[component]
pub(super) fn Versus() -> Html {
    let shared = use_shared();
    let document = shared.document();
    let chosen = &shared.state.choice.versus;
    let parties: Vec<_> = chosen.iter().filter_map(|id| document.organization(id)).collect();
    if parties.len() < 2 {
        return html! { <p class="nothing">{ shared.texts.get("versus.too-few") }</p> };
    }
    let (mut rows, tally) = versus(document, &parties, &shared.topics());
    if shared.state.choice.only_disagreement {
        rows.retain(|row| matches!(row.relation, Relation::Clash | Relation::Differ));
    }
    let columns = if parties.len() == 3 { "three" } else { "two" };
    html! {
        <div class="versus" part="versus">
            <div class={classes!("versus-choice", columns)}>
                { select(&shared, 0) }
                <button type="button" class="swap" part="swap" onclick={shared.on(|_: MouseEvent| Action::SwapSides)}
                    aria-label={shared.texts.get("versus.swap").to_owned()}>
                    <span aria-hidden="true">{ "⇄" }</span>
                </button>
                { select(&shared, 1) }
                { for (document.organizations.len() > 2).then(|| select(&shared, 2)) }
            </div>
            <p class="tally" role="status">{ summary(&shared, tally) }</p>
            <ol class={classes!("versus-rows", columns)}>{ for rows.iter().map(|r| row(&shared, r)) }</ol>
            <Pairs />
        </div>
    }
}

fn select(shared: &Shared, place: usize) -> Html {
    let (lang, dir) = shared.document_language();
    let chosen = shared.state.choice.versus.get(place);
    let key = ["versus.first", "versus.second", "versus.third"][place];
    let onchange =
        on_select(shared, move |id| Action::Face(place, (!id.is_empty()).then_some(id)));
    let option = |party: &Organization| {
        html! {
            <option key={party.id.clone()} value={party.id.clone()} selected={chosen == Some(&party.id)}
                lang={lang.clone()} {dir}>
                { party.name.clone() }
            </option>
        }
    };
    let nobody = (place == 2).then(|| {
        html! { <option key="" value="" selected={chosen.is_none()}>{ shared.texts.get("versus.nobody") }</option> }
    });
    html! {
        <label class="side" key={key}>
            <span class="label">{ shared.texts.get(key) }</span>
            <select {onchange} part="select">
                { for nobody }
                { for shared.document().organizations.iter().map(option) }
            </select>
        </label>
    }
}

fn summary(shared: &Shared, tally: Tally) -> String {
    let texts = &shared.texts;
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
    let (comparable, rest) = (tally.comparable(), tally.incomparable);
    let mut summary = texts.count(
        "versus.summary",
        tally.total(),
        &[("comparable", &comparable), ("parts", &texts.list(&parts))],
    );
    if rest > 0 {
        summary.push(' ');
        summary.push_str(&texts.count("versus.incomparable", rest, &[]));
    }
    summary
}

fn row(shared: &Shared, row: &Row<'_>) -> Html {
    let (lang, dir) = shared.document_language();
    let topic = row.topic;
    let (class, key) = relation_words(row.relation);
    let side = |cell: &Cell<'_>| {
        let party = cell.organization;
        html! {
            <div class="versus-side" key={party.id.clone()}>
                <p class="party-label" lang={lang.clone()} {dir}>
                    { party_mark(party) }{ party.short_name.clone() }
                </p>
                <CellButton party={party.id.clone()} topic={topic.id.clone()} />
            </div>
        }
    };
    html! {
        <li key={topic.id.clone()} class={classes!("versus-row", class)} data-topic={topic.id.clone()}>
            <div class="versus-topic">
                <h3 class="topic" lang={lang.clone()} {dir}>{ topic.name.clone() }</h3>
                <p class="question" lang={lang.clone()} {dir}>{ topic.question.clone() }</p>
                <p class={classes!("accord", class)}>{ shared.texts.get(key) }</p>
            </div>
            { for row.cells.iter().map(side) }
        </li>
    }
}

fn relation_words(relation: Relation) -> (&'static str, &'static str) {
    match relation {
        Relation::Clash => ("clash", "relation.clash"),
        Relation::Differ => ("differ", "relation.differ"),
        Relation::Agree => ("agree", "relation.agree"),
        Relation::Incomparable(Obstacle::OneSilent) => ("unclear", "relation.one-silent"),
        Relation::Incomparable(Obstacle::BothSilent) => ("unclear", "relation.both-silent"),
        Relation::Incomparable(Obstacle::BothMixed) => ("unclear", "relation.both-mixed"),
        Relation::Incomparable(Obstacle::Contradictory) => ("unclear", "relation.contradictory"),
    }
}
