//! A button that opens a cell's evidence from a text or a drawing.

use super::party_mark::party_mark;
use super::shared::{Shared, evidence_id};
use super::sign::{Sign, tone};
use crate::article::{Organization, Topic};
use crate::comparison::cell;
use crate::state::CellId;
use yew::prelude::*;

/// “Russia: Against” as a button; the topic's name too, where asked for.
pub(super) fn cell_link(
    shared: &Shared,
    party: &Organization,
    topic: &Topic,
    name_topic: bool,
) -> Html {
    let (lang, dir) = shared.document_language();
    let cell = cell(shared.document(), party, topic);
    let tone = tone(shared.document(), &cell.standing);
    let id = CellId::new(&party.id, &topic.id);
    let topic = name_topic.then(|| {
        html! { <span class="cell-link-topic" lang={lang.clone()} {dir}>{ topic.name.clone() }</span> }
    });
    html! {
        <button key={id.to_string()} type="button" class="cell-link" part="cell-link" popovertarget={evidence_id(&id)}
            data-cell={id.to_string()}>
            { party_mark(party) }
            <span class="party" lang={lang.clone()} {dir}>{ party.short_name.clone() }</span>
            { for topic }
            <Sign {tone} />
            <span class={classes!("word", "position", tone)} lang={lang.clone()} {dir}>
                { shared.standing_label(&cell.standing) }
            </span>
        </button>
    }
}
