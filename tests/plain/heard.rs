//! Which statements a reader's filters leave.

use super::{occurrences, topics_of};
use standpoint::article::{Document, Organization, Speaker, Statement, StatementKind, Topic};

/// The statements that are left, and how many hits there are in them. Of a party
/// that is hidden nobody is heard, and what bears only on hidden topics is hidden
/// with them.
pub(crate) fn heard<'a>(
    document: &'a Document,
    parties: &[&Organization],
    topics: &[&Topic],
    kinds: &[StatementKind],
    (speaker, of): (Option<&str>, Option<&Organization>),
    search: &str,
) -> (Vec<&'a Statement>, usize) {
    let key = |statement: &Statement| match &statement.speaker {
        Speaker::Named(key) | Speaker::Unnamed(key) => Some(key.clone()),
        Speaker::Article => None,
    };
    let name = |statement: &Statement| match &statement.speaker {
        Speaker::Article => String::new(),
        Speaker::Unnamed(text) => text.clone(),
        Speaker::Named(id) => {
            let person = document.person(id).map(|person| person.name.clone());
            let party = || document.organization(id).map(|party| party.name.clone());
            person.or_else(party).unwrap_or_default()
        }
    };
    let hits = |statement: &Statement| {
        occurrences(&statement.text, search).len() + occurrences(&name(statement), search).len()
    };
    let is_left = |statement: &&Statement| {
        let party = document.organization_of(&statement.speaker);
        let on = topics_of(document, &statement.id);
        kinds.contains(&statement.kind)
            && party.is_none_or(|party| parties.contains(&party))
            && (on.is_empty() || on.iter().any(|topic| topics.contains(topic)))
            && (speaker.is_none() || key(statement).as_deref() == speaker)
            && (of.is_none() || party == of)
            && (search.trim().is_empty() || hits(statement) > 0)
    };
    let left: Vec<&Statement> = document.statements.iter().filter(is_left).collect();
    let hits = left.iter().map(|statement| hits(statement)).sum();
    (left, hits)
}
