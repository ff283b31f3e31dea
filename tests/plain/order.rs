//! Putting topics into an order.

use super::sort_by;
use super::{Accord, Cell, accord, cell};
use standpoint::article::{Document, Organization, Topic};

/// The topics on which these parties clash or, in a wider sense, disagree.
pub(crate) fn disagreements<'a>(
    document: &Document,
    parties: &[&Organization],
    topics: &[&'a Topic],
    clashes_only: bool,
) -> Vec<&'a Topic> {
    let disagree = |topic: &&&Topic| match accord(&cells(document, parties, topic)) {
        Accord::Clash => true,
        Accord::Differ => !clashes_only,
        _ => false,
    };
    topics.iter().filter(disagree).copied().collect()
}

/// The topics of one group together, the groups by their first topic.
pub(crate) fn by_group(topics: &mut [&Topic]) {
    let mut groups: Vec<Option<String>> = Vec::new();
    for topic in topics.iter() {
        if !groups.contains(&topic.group) {
            groups.push(topic.group.clone());
        }
    }
    let place = |topic: &Topic| groups.iter().position(|group| *group == topic.group);
    sort_by(topics, |a, b| place(a) < place(b));
}

/// The topics with the sharpest disagreement first.
pub(crate) fn by_clash(document: &Document, parties: &[&Organization], topics: &mut [&Topic]) {
    let sharpness = |topic| accord(&cells(document, parties, topic));
    sort_by(topics, |a, b| sharpness(a) < sharpness(b));
}

/// The topics on which most parties are silent first.
pub(crate) fn by_silence(document: &Document, parties: &[&Organization], topics: &mut [&Topic]) {
    let silent = |topic| {
        let cells = cells(document, parties, topic);
        cells
            .iter()
            .filter(|cell| !cell.standing.is_stated())
            .count()
    };
    sort_by(topics, |a, b| silent(a) > silent(b));
}

/// The parties of whom least is stated first, and the document's order among equals.
pub(crate) fn by_stated(document: &Document, topics: &[&Topic], parties: &mut [&Organization]) {
    let stated = |party: &str| {
        let stances = document.stances.iter();
        let of_party = stances.filter(move |stance| stance.organization_id == party);
        let topics = topics.iter();
        topics
            .filter(|topic| of_party.clone().any(|stance| stance.topic_id == topic.id))
            .count()
    };
    let place = |party: &Organization| {
        let all = &document.organizations;
        (
            stated(&party.id),
            all.iter().position(|one| one.id == party.id),
        )
    };
    sort_by(parties, |a, b| place(a) < place(b));
}

/// The topics by where one party stands: from for to against, or the other way;
/// then what has no place on the scale, then what is not stated.
pub(crate) fn by_party(
    document: &Document,
    party: &Organization,
    descending: bool,
    topics: &mut [&Topic],
) {
    let place = |topic| {
        let standing = cell(document, party, topic).standing;
        let value = standing
            .value()
            .map(|value| if descending { -value } else { value });
        (
            value.is_none(),
            value.unwrap_or_default(),
            !standing.is_stated(),
        )
    };
    sort_by(topics, |a, b| place(a) < place(b));
}

fn cells<'a>(
    document: &'a Document,
    parties: &[&'a Organization],
    topic: &'a Topic,
) -> Vec<Cell<'a>> {
    parties
        .iter()
        .map(|party| cell(document, party, topic))
        .collect()
}
