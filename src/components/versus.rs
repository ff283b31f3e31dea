//! Two parties side by side, the clashes first.

use super::cell_button::CellButton;
use super::party_mark::party_mark;
use super::shared::{Shared, use_shared};
use crate::comparison::{Obstacle, Relation, Row, Tally, versus};
use crate::state::{Action, Side};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The versus view.
#[component]
pub(super) fn Versus() -> Html {
    let shared = use_shared();
    let document = shared.document();
    let [left, right] = &shared.state.choice.versus;
    let body = match (document.organization(left), document.organization(right)) {
        (Some(left), Some(right)) if left.id != right.id => {
            let (rows, tally) = versus(document, left, right, &shared.topics());
            html! {
                <>
                    <p class="tally" role="status">{ summary(&shared, tally) }</p>
                    <ol class="versus-rows">{ for rows.iter().map(|r| row(&shared, r)) }</ol>
                </>
            }
        }
        _ => html! { <p class="nothing">{ shared.texts.get("versus.same") }</p> },
    };
    html! {
        <div class="versus" part="versus">
            <div class="versus-choice">
                { select(&shared, Side::Left, left) }
                <button type="button" class="swap" part="swap" onclick={shared.on(|_: MouseEvent| Action::SwapSides)}
                    aria-label={shared.texts.get("versus.swap").to_owned()}>
                    <span aria-hidden="true">{ "⇄" }</span>
                </button>
                { select(&shared, Side::Right, right) }
            </div>
            { body }
        </div>
    }
}

fn select(shared: &Shared, side: Side, chosen: &str) -> Html {
    let (lang, dir) = shared.document_language();
    let key = match side {
        Side::Left => "versus.left",
        Side::Right => "versus.right",
    };
    let onchange = {
        let dispatcher = shared.state.dispatcher();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                dispatcher.dispatch(Action::Face(side, select.value()));
            }
        })
    };
    let option = |party: &crate::article::Organization| {
        html! {
            <option key={party.id.clone()} value={party.id.clone()} selected={party.id == chosen}>
                { party.name.clone() }
            </option>
        }
    };
    html! {
        <label class="side">
            <span class="label">{ shared.texts.get(key) }</span>
            <select {onchange} part="select" {lang} {dir}>
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
    let comparable = tally.comparable();
    texts.count(
        "versus.summary",
        tally.total(),
        &[("comparable", &comparable), ("parts", &texts.list(&parts))],
    )
}

fn row(shared: &Shared, row: &Row<'_>) -> Html {
    let (lang, dir) = shared.document_language();
    let topic = row.left.topic;
    let (class, key) = relation_words(row.relation);
    let side = |party: &crate::article::Organization| {
        html! {
            <div class="versus-side">
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
            { side(row.left.organization) }
            { side(row.right.organization) }
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
