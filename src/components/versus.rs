//! Two or three parties side by side, the clashes first.

use super::cell::cell_content;
use super::element::{El, el, text_in};
use super::pairs::pairs;
use super::shared::Shared;
use super::sign::party_label;
use crate::article::Organization;
use crate::comparison::{Cell, Obstacle, Relation, Row, Tally, versus};
use crate::state::{Action, Only};
use yew::virtual_dom::ListenerKind;

/// The versus view.
pub(super) fn side_by_side(shared: &Shared) -> El {
    let document = shared.document();
    let chosen = &shared.state.choice.versus;
    let parties: Vec<_> = chosen
        .iter()
        .filter_map(|id| document.organization(id))
        .collect();
    if parties.len() < 2 {
        return text_in("p", "nothing", shared.texts.get("versus.too-few"));
    }
    let (mut rows, tally) = versus(document, &parties, &shared.chosen_topics());
    rows.retain(|row| match shared.state.choice.only {
        Only::All => true,
        Only::Disagreement => matches!(row.relation, Relation::Clash | Relation::Differ),
        Only::Clash => row.relation == Relation::Clash,
    });
    let columns = if parties.len() == 3 { "three" } else { "two" };
    let swap = el("button")
        .attr("type", "button")
        .class("swap")
        .part("swap")
        .attr("aria-label", shared.texts.get("versus.swap"))
        .press(shared, Action::SwapSides)
        .child(text_in("span", "", "⇄").hidden_aloud());
    let choice = el("div")
        .classes(&["versus-choice", columns])
        .child(select(shared, 0, "versus.first"))
        .child(swap)
        .child(select(shared, 1, "versus.second"))
        .maybe((document.organizations.len() > 2).then(|| select(shared, 2, "versus.third")));
    let list = el("ol").classes(&["versus-rows", columns]);
    el("div")
        .class("versus")
        .part("versus")
        .child(choice)
        .child(text_in("p", "tally", &summary(shared, tally)).attr("role", "status"))
        .child(list.each(rows.iter().map(|r| row(shared, r))))
        .maybe(pairs(shared))
}

fn select(shared: &Shared, place: usize, key: &'static str) -> El {
    let versus = &shared.state.choice.versus;
    let chosen = versus.get(place);
    let option = |party: &Organization| {
        el("option")
            .key(&party.id)
            .attr("value", &party.id)
            .selected(chosen == Some(&party.id))
            // Who stands on a side already does not join it.
            .flag("disabled", chosen.is_none() && versus.contains(&party.id))
            .own(shared, &party.name)
    };
    let nobody = (place == 2).then(|| {
        el("option")
            .key("")
            .attr("value", "")
            .selected(chosen.is_none())
            .text(shared.texts.get("versus.nobody"))
    });
    let list = el("select")
        .part("select")
        .value_to(
            shared,
            || ListenerKind::onchange,
            move |id| Action::Face(place, (!id.is_empty()).then_some(id)),
        )
        .maybe(nobody)
        .each(shared.document().organizations.iter().map(option));
    let label = text_in("span", "label", shared.texts.get(key));
    el("label").class("side").key(key).child(label).child(list)
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

fn row(shared: &Shared, row: &Row<'_>) -> El {
    let (class, key) = relation_words(row.relation);
    let topic = el("div")
        .key(":topic")
        .class("versus-topic")
        .child(el("h3").class("topic").own(shared, &row.topic.name))
        .child(el("p").class("question").own(shared, &row.topic.question))
        .child(
            el("p")
                .classes(&["accord", class])
                .text(shared.texts.get(key)),
        );
    let side = |cell: &Cell<'_>| {
        el("div")
            .class("versus-side")
            .key(&cell.organization.id)
            .child(party_label(shared, cell.organization))
            .child(cell_content(shared, cell))
    };
    el("li")
        .key(&row.topic.id)
        .classes(&["versus-row", class])
        .attr("data-topic", &row.topic.id)
        .child(topic)
        .each(row.cells.iter().map(side))
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
