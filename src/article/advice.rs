//! What in a document without mistakes is worth a look all the same.

use super::nearest::Name;
use super::{Document, Finding, Speaker, Stance, Statement, StatementKind};
use std::collections::{HashMap, HashSet};

/// What is worth a look, in the order of the places.
pub fn advise(document: &Document) -> Vec<Finding> {
    let mut findings = parties(document);
    findings.extend(statements(document));
    findings.extend(stances(document));
    findings
}

fn parties(document: &Document) -> Vec<Finding> {
    let mut findings = Vec::new();
    let placed: HashSet<&str> = document
        .stances
        .iter()
        .map(|stance| stance.organization_id.as_str())
        .collect();
    let mut names: Vec<[Name; 2]> = Vec::new();
    for (index, party) in document.organizations.iter().enumerate() {
        let own = [&party.name, &party.short_name].map(|name| Name::new(name));
        let are_near = |other: &[Name; 2]| {
            let mut pairs = own.iter().zip(other);
            pairs.any(|(one, other)| one.is_near(other))
        };
        let near = names.iter().position(are_near);
        names.push(own);
        if let Some(other) = near.and_then(|near| document.organizations.get(near)) {
            findings.push(Finding::warning(
                format!("/organizations/{index}/name"),
                "similar-parties",
                format!(
                    "The name is nearly that of the party “{}”: “{}” and “{}”",
                    other.id, party.name, other.name
                ),
                "If they are one party, make them one".to_owned(),
            ));
        }
        if !placed.contains(party.id.as_str()) {
            findings.push(Finding::warning(
                format!("/organizations/{index}"),
                "party-without-position",
                format!("“{}” has no position on any topic", party.name),
                "If the article states none, all is well: its cells say so".to_owned(),
            ));
        }
    }
    findings
}

fn statements(document: &Document) -> Vec<Finding> {
    let of_stances = document.stances.iter().map(|stance| &stance.statement_ids);
    let of_topics = document.topics.iter().map(|topic| &topic.statement_ids);
    let of_events = document.events.iter().map(|event| &event.statement_ids);
    let used: HashSet<&str> = of_stances
        .chain(of_topics)
        .chain(of_events)
        .flatten()
        .map(String::as_str)
        .collect();
    let mut findings = Vec::new();
    for (index, statement) in document.statements.iter().enumerate() {
        let place = format!("/statements/{index}");
        if !used.contains(statement.id.as_str()) {
            findings.push(Finding::warning(
                place.clone(),
                "unused-statement",
                format!("Nothing uses the statement “{}”", statement.id),
                "Name it in the `statement_ids` of a stance, a topic or an event, or remove it"
                    .to_owned(),
            ));
        }
        if statement.kind == StatementKind::DirectQuote && statement.date.is_none() {
            findings.push(Finding::warning(
                place,
                "undated-quotation",
                "The quotation has no date".to_owned(),
                "Add a `date`, as exact as the article is, if it says when".to_owned(),
            ));
        }
    }
    findings
}

fn stances(document: &Document) -> Vec<Finding> {
    let statements: HashMap<&str, &Statement> = document
        .statements
        .iter()
        .map(|statement| (statement.id.as_str(), statement))
        .collect();
    let people: HashMap<&str, &str> = document
        .people
        .iter()
        .map(|person| (person.id.as_str(), person.organization_id.as_str()))
        .collect();
    let mut findings = Vec::new();
    for (index, stance) in document.stances.iter().enumerate() {
        let ids = stance.statement_ids.iter();
        let resting: Vec<&Statement> = ids
            .filter_map(|id| statements.get(id.as_str()).copied())
            .collect();
        let is_of_another = |statement: &&Statement| match &statement.speaker {
            Speaker::Named(id) => {
                let party = people.get(id.as_str()).copied().unwrap_or(id);
                party != stance.organization_id
            }
            Speaker::Unnamed(_) | Speaker::Article => false,
        };
        let is_of_article = |statement: &&Statement| statement.speaker == Speaker::Article;
        let place = format!("/stances/{index}/statement_ids");
        if resting.iter().all(is_of_article) {
            findings.push(only_narration(place, stance));
        } else if resting.iter().all(|s| is_of_another(s) || is_of_article(s)) {
            findings.push(others_words(place, stance));
        }
    }
    findings
}

fn only_narration(place: String, stance: &Stance) -> Finding {
    Finding::warning(
        place,
        "only-narration",
        format!(
            "The position of “{}” rests on the article's own voice alone",
            stance.organization_id
        ),
        "Look whether the article tells what the party did or wants, or only what its author \
         makes of it"
            .to_owned(),
    )
}

fn others_words(place: String, stance: &Stance) -> Finding {
    Finding::warning(
        place,
        "others-words",
        format!(
            "The position of “{}” rests on another party's words, and on none of its own",
            stance.organization_id
        ),
        "Add a statement of its own; what others say of a party is not its position".to_owned(),
    )
}
