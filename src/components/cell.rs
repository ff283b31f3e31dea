//! A cell: the position in a word, its sign, and a line of summary. Where
//! something is stated it is the button that opens what it rests on.

use super::element::{El, el, text_in};
use super::env::{Env, evidence_id};
use super::sign::{party_mark, position, standing_name, tone};
use crate::comparison::{CellIx, PartyIx, StanceIx, Standing, TopicIx};
use crate::i18n::date;
use crate::state::cell_name;

/// A button that opens a popover. Without a script the browser does it; with one
/// the comparison hears of every such button (`evidence.rs`), so that none has a
/// listener of its own.
pub(super) fn opener(env: &Env, cell: CellIx) -> El {
    el("button")
        .attr("type", "button")
        .attr("popovertarget", &evidence_id(&env.index, cell))
        .attr("data-cell", &cell_name(&env.index, cell))
}

/// The content of a cell.
pub(super) fn cell(env: &Env, party: PartyIx, topic: TopicIx) -> El {
    let cell = env.index.cell(party, topic);
    let classes = ["cell", tone(&env.index, cell.standing)];
    if cell.standing == Standing::Silent {
        let word = text_in("span", "word", env.texts.get("standing.silent"));
        return el("p")
            .classes(&classes)
            .part("cell cell-silent")
            .child(word);
    }
    let summary = el("span").class("summary");
    let summary = match (cell.standing, cell.current.first()) {
        (Standing::Contradictory, _) | (_, None) => {
            summary.text(env.texts.get("standing.contradictory.summary"))
        }
        (_, Some(stance)) => summary.own(env, &env.index.stance(*stance).summary),
    };
    let earlier = cell.earlier.first().map(|stance| {
        let what = standing_name(env, env.index.standing_of(*stance));
        el("span")
            .class("earlier")
            .text(&earlier_words(env, *stance))
            .text(&env.between("list.colon"))
            .child(el("span").own(env, what))
    });
    opener(env, CellIx::new(party, topic))
        .classes(&classes)
        .part("cell")
        .child(position(env, "span", cell.standing))
        .child(summary)
        .maybe(earlier)
}

/// “Earlier (June 2024)”.
pub(super) fn earlier_words(env: &Env, stance: StanceIx) -> String {
    match &env.index.stance(stance).date {
        Some(when) => {
            let when = date(&env.texts, when);
            let values = [("date", (&*when).into())];
            env.texts.with("stance.earlier.dated", &values)
        }
        None => env.texts.get("stance.earlier").to_owned(),
    }
}

/// “Russia: Against” as a button; the topic's name too, where asked for.
pub(super) fn cell_link(env: &Env, cell: CellIx, name_topic: bool) -> Option<El> {
    let party = cell.party?;
    let (named, topic) = (env.index.party(party), env.index.topic(cell.topic));
    let name = el("span").class("party").own(env, &named.short_name);
    let topic = name_topic.then(|| el("span").class("cell-link-topic").own(env, &topic.name));
    let standing = env.index.standing(party, cell.topic);
    let link = opener(env, cell)
        .key(cell_name(&env.index, cell))
        .class("cell-link")
        .part("cell-link")
        .child(party_mark(named))
        .child(name)
        .maybe(topic)
        .child(position(env, "span", standing));
    Some(link)
}

/// The button to what the article says on a topic beside any party's position,
/// where there is something.
pub(super) fn background_button(env: &Env, topic: TopicIx) -> Option<El> {
    (!env.index.background(topic).is_empty()).then(|| {
        let name = &env.index.topic(topic).name;
        let label = env
            .texts
            .with("matrix.background.open", &[("topic", name.into())]);
        opener(env, CellIx::background(topic))
            .class("background")
            .part("background")
            .attr("aria-label", &label)
            .text(env.texts.get("matrix.background"))
    })
}
