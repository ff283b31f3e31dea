//! All pairs at a glance: how far each is apart, and on how many topics that
//! can be said.

use super::element::{El, el, text_in};
use super::shared::Shared;
use crate::article::Organization;
use crate::comparison::{Distance, distance};
use crate::state::Action;

/// The table of pairs; a pair opens in the versus view. None for two parties,
/// which are the only pair there is.
pub(super) fn pairs(shared: &Shared) -> Option<El> {
    let parties: Vec<_> = shared.document().organizations.iter().collect();
    let (_, columns) = parties.split_last()?;
    if columns.len() < 2 {
        return None;
    }
    let name = |party: &Organization, scope: &'static str| {
        el("th").attr("scope", scope).own(shared, &party.short_name)
    };
    let row = |index: usize| {
        // Each pair once: below the diagonal.
        let cells = columns.iter().enumerate().map(|(column, other)| {
            let pair = (column < index).then(|| pair(shared, other, parties[index]));
            el("td").maybe(pair)
        });
        el("tr")
            .key(&parties[index].id)
            .child(name(parties[index], "row"))
            .each(cells)
    };
    let head = el("tr")
        .child(el("td"))
        .each(columns.iter().map(|party| name(party, "col")));
    let table = el("table")
        .child(el("thead").child(head))
        .child(el("tbody").each((1..parties.len()).map(row)));
    Some(
        el("section")
            .class("pairs")
            .part("pairs")
            .attr("aria-labelledby", "pairs")
            .child(
                text_in("h3", "section-heading", shared.texts.get("pairs.title"))
                    .attr("id", "pairs"),
            )
            .child(text_in("p", "label", shared.texts.get("pairs.about")))
            .child(table),
    )
}

fn pair(shared: &Shared, a: &Organization, b: &Organization) -> El {
    let topics = shared.chosen_topics();
    let Distance {
        mean,
        topics: measured,
    } = distance(shared.document(), a, b, &topics);
    let texts = &shared.texts;
    let percent = mean.map(|mean| (mean * 100.0 + 0.5) as usize);
    let (apart, of) = match percent {
        Some(percent) => (
            texts.with("pairs.apart", &[("percent", percent.into())]),
            texts.count("pairs.of", topics.len(), &[("measured", measured.into())]),
        ),
        None => (texts.get("pairs.unknown").to_owned(), String::new()),
    };
    let level = match percent {
        None => "unknown",
        Some(75..) => "far",
        Some(25..) => "some",
        Some(_) => "near",
    };
    let versus = &shared.state.choice.versus;
    let chosen = versus.len() == 2 && versus.contains(&a.id) && versus.contains(&b.id);
    el("button")
        .attr("type", "button")
        .classes(&["pair", level])
        .truth("aria-pressed", chosen)
        .press(shared, Action::Pair(a.id.clone(), b.id.clone()))
        .child(text_in("span", "apart", &apart))
        .child(text_in("span", "of", &of))
}
