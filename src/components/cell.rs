//! A cell: the position in a word, its sign, and a line of summary. Where
//! something is stated it is the button that opens what it rests on.

use super::element::{El, el, text_in};
use super::shared::{Shared, evidence_id};
use super::sign::{party_mark, position, standing_key, tone};
use crate::article::{MIXED, Organization, Stance, Topic};
use crate::comparison::{Cell, Standing, cell};
use crate::i18n::date;
use crate::state::CellId;

/// A button that opens a popover, which works without a script.
pub(super) fn opener(cell: &CellId) -> El {
    el("button")
        .attr("type", "button")
        .attr("popovertarget", &evidence_id(cell))
        .attr("data-cell", &cell.name())
}

/// The content of a cell.
pub(super) fn cell_content(shared: &Shared, cell: &Cell<'_>) -> El {
    let tone = tone(shared.document(), &cell.standing);
    let classes = ["cell", tone];
    if cell.standing == Standing::Silent {
        let word = text_in("span", "word", shared.texts.get("standing.silent"));
        return el("p")
            .classes(&classes)
            .part("cell cell-silent")
            .child(word);
    }
    let summary = el("span").class("summary");
    let summary = match (&cell.standing, cell.current.first()) {
        (Standing::Contradictory, _) | (_, None) => {
            summary.text(shared.texts.get("standing.contradictory.summary"))
        }
        (_, Some(stance)) => summary.own(shared, &stance.summary),
    };
    let earlier = cell.earlier.first().map(|stance| {
        let (when, what) = (
            earlier_words(shared, stance),
            position_name(shared, &stance.position),
        );
        let what = el("span").own(shared, &what);
        el("span")
            .class("earlier")
            .text(&when)
            .text(&shared.between("list.colon"))
            .child(what)
    });
    opener(&CellId::new(&cell.organization.id, &cell.topic.id))
        .classes(&classes)
        .part("cell")
        .child(position(shared, "span", &cell.standing))
        .child(summary)
        .maybe(earlier)
}

/// “Earlier (June 2024)”.
pub(super) fn earlier_words(shared: &Shared, stance: &Stance) -> String {
    match &stance.date {
        Some(when) => {
            let when = date(&shared.texts, when);
            shared
                .texts
                .with("stance.earlier.dated", &[("date", (&when).into())])
        }
        None => shared.texts.get("stance.earlier").to_owned(),
    }
}

/// What a position is called.
pub(super) fn position_name(shared: &Shared, id: &str) -> String {
    match shared.document().position(id) {
        Some(step) => step.label.clone(),
        None if id == MIXED => shared.texts.get(standing_key(&Standing::Mixed)).to_owned(),
        None => id.to_owned(),
    }
}

/// “Russia: Against” as a button; the topic's name too, where asked for.
pub(super) fn cell_link(
    shared: &Shared,
    party: &Organization,
    topic: &Topic,
    name_topic: bool,
) -> El {
    let cell = cell(shared.document(), party, topic);
    let id = CellId::new(&party.id, &topic.id);
    let name = el("span").class("party").own(shared, &party.short_name);
    let topic = name_topic.then(|| el("span").class("cell-link-topic").own(shared, &topic.name));
    opener(&id)
        .key(&id.name())
        .class("cell-link")
        .part("cell-link")
        .child(party_mark(party))
        .child(name)
        .maybe(topic)
        .child(position(shared, "span", &cell.standing))
}

/// The button to what the article says on a topic beside any party's position,
/// where there is something.
pub(super) fn background_button(shared: &Shared, topic: &Topic) -> Option<El> {
    (!topic.statement_ids.is_empty()).then(|| {
        let label = shared
            .texts
            .with("matrix.background.open", &[("topic", (&topic.name).into())]);
        opener(&CellId::background(&topic.id))
            .class("background")
            .part("background")
            .attr("aria-label", &label)
            .text(shared.texts.get("matrix.background"))
    })
}
