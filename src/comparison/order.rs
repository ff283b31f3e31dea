//! Putting topics into an order.

use super::{Accord, Cell, accord, cell};
use crate::article::{Document, Organization, Topic};
use std::cmp::Reverse;

/// The topics on which these parties disagree.
pub fn disagreements<'a>(
    document: &Document,
    parties: &[&Organization],
    topics: &[&'a Topic],
) -> Vec<&'a Topic> {
    let disagree = |topic: &&&Topic| {
        matches!(accord(&cells(document, parties, topic)), Accord::Clash | Accord::Differ)
    };
    topics.iter().filter(disagree).copied().collect()
}

/// The topics with the sharpest disagreement first.
pub fn by_clash(document: &Document, parties: &[&Organization], topics: &mut [&Topic]) {
    topics.sort_by_cached_key(|topic| accord(&cells(document, parties, topic)));
}

/// The topics on which most parties are silent first.
pub fn by_silence(document: &Document, parties: &[&Organization], topics: &mut [&Topic]) {
    topics.sort_by_cached_key(|topic| {
        let cells = cells(document, parties, topic);
        Reverse(cells.iter().filter(|cell| !cell.standing.is_stated()).count())
    });
}

/// The topics by where one party stands: from for to against, or the other way;
/// then what has no place on the scale, then what is not stated.
pub fn by_party(
    document: &Document,
    party: &Organization,
    descending: bool,
    topics: &mut [&Topic],
) {
    let place = |topic: &Topic| {
        let standing = cell(document, party, topic).standing;
        let value = standing.value().map(|value| if descending { -value } else { value });
        (value.is_none(), value.unwrap_or_default(), !standing.is_stated())
    };
    topics.sort_by(|a, b| {
        let (a, b) = (place(a), place(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2))
    });
}

fn cells<'a>(
    document: &'a Document,
    parties: &[&'a Organization],
    topic: &'a Topic,
) -> Vec<Cell<'a>> {
    parties.iter().map(|party| cell(document, party, topic)).collect()
}
