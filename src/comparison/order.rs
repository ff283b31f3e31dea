//! Putting topics into an order.

use super::{Accord, Cell, accord, cell};
use crate::article::small::sort_by;
use crate::article::{Document, Organization, Topic};

/// The topics on which these parties disagree.
pub fn disagreements<'a>(
    document: &Document,
    parties: &[&Organization],
    topics: &[&'a Topic],
) -> Vec<&'a Topic> {
    let disagree = |topic: &&&Topic| {
        matches!(
            accord(&cells(document, parties, topic)),
            Accord::Clash | Accord::Differ
        )
    };
    topics.iter().filter(disagree).copied().collect()
}

/// The topics with the sharpest disagreement first.
pub fn by_clash(document: &Document, parties: &[&Organization], topics: &mut [&Topic]) {
    let sharpness = |topic| accord(&cells(document, parties, topic));
    sort_by(topics, |a, b| sharpness(a) < sharpness(b));
}

/// The topics on which most parties are silent first.
pub fn by_silence(document: &Document, parties: &[&Organization], topics: &mut [&Topic]) {
    let silent = |topic| {
        let cells = cells(document, parties, topic);
        cells
            .iter()
            .filter(|cell| !cell.standing.is_stated())
            .count()
    };
    sort_by(topics, |a, b| silent(a) > silent(b));
}

/// The topics by where one party stands: from for to against, or the other way;
/// then what has no place on the scale, then what is not stated.
pub fn by_party(
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
