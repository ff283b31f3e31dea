//! From a statement back to what rests on it.

use standpoint::article::{Document, Organization, Topic};

/// The cells that rest on a statement, each once, in the document's order.
pub(crate) fn cells_on<'a>(
    document: &'a Document,
    statement: &str,
) -> Vec<(&'a Organization, &'a Topic)> {
    let rests = |party: &str, topic: &str| {
        document.stances.iter().any(|stance| {
            stance.organization_id == party
                && stance.topic_id == topic
                && stance.statement_ids.iter().any(|id| id == statement)
        })
    };
    let of_topic = |topic: &'a Topic| {
        let parties = document.organizations.iter();
        parties
            .filter(move |party| rests(&party.id, &topic.id))
            .map(move |party| (party, topic))
    };
    document.topics.iter().flat_map(of_topic).collect()
}

/// The topics that a statement bears on: those of the cells that rest on it,
/// and those that it is background to.
pub(crate) fn topics_of<'a>(document: &'a Document, statement: &str) -> Vec<&'a Topic> {
    let cells = cells_on(document, statement);
    let bears = |topic: &&Topic| {
        topic.statement_ids.iter().any(|id| id == statement)
            || cells.iter().any(|(_, of_cell)| of_cell.id == topic.id)
    };
    document.topics.iter().filter(bears).collect()
}
