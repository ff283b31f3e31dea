//! A cell: the position in a word, its sign, and a line of summary. Where
//! something is stated it is the button that opens what it rests on.

use super::shared::{evidence_id, use_shared};
use super::sign::{Sign, tone};
use crate::comparison::{Standing, cell};
use crate::i18n::date;
use crate::state::CellId;
use yew::prelude::*;

/// Which cell.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CellButtonProps {
    /// The party's id.
    pub(super) party: AttrValue,
    /// The topic's id.
    pub(super) topic: AttrValue,
}

/// The content of a cell.
#[component]
pub(super) fn CellButton(props: &CellButtonProps) -> Html {
    let shared = use_shared();
    let document = shared.document();
    let found = document
        .organization(&props.party)
        .zip(document.topic(&props.topic));
    let Some((party, topic)) = found else {
        return Html::default();
    };
    let cell = cell(document, party, topic);
    let (lang, dir) = shared.document_language();
    let tone = tone(document, &cell.standing);
    let word = shared.standing_label(&cell.standing);
    if cell.standing == Standing::Silent {
        return html! {
            <p class={classes!("cell", tone)} part="cell cell-silent">
                <span class="word">{ word }</span>
            </p>
        };
    }
    let summary = match (&cell.standing, cell.current.first()) {
        (Standing::Contradictory, _) => shared
            .texts
            .get("standing.contradictory.summary")
            .to_owned(),
        (_, Some(stance)) => stance.summary.clone(),
        (_, None) => String::new(),
    };
    let earlier = cell.earlier.first().map(|stance| {
        let label = match &stance.date {
            Some(when) => {
                let when = date(&shared.texts, when);
                shared.texts.with("stance.earlier.dated", &[("date", &when)])
            }
            None => shared.texts.get("stance.earlier").to_owned(),
        };
        let position = document.position(&stance.position).map(|p| p.label.clone());
        let position = position.unwrap_or_else(|| shared.texts.get("standing.mixed").to_owned());
        html! { <span class="earlier">{ label }{ ": " }<span lang={lang.clone()} {dir}>{ position }</span></span> }
    });
    let id = CellId::new(&party.id, &topic.id);
    html! {
        <button type="button" class={classes!("cell", tone)} part="cell"
            popovertarget={evidence_id(&id)} data-cell={id.to_string()}>
            <span class="position"><Sign {tone} /><span class="word" lang={lang.clone()} {dir}>{ word }</span></span>
            <span class="summary" {lang} {dir}>{ summary }</span>
            { for earlier }
        </button>
    }
}
