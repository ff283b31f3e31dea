//! What stops a draft from being published, and what is worth a look: the checker's
//! answer, and what only somebody can know who has the text and knows what was read.

use super::{Draft, Passages, Place, is_quoted};
use crate::anchoring::{Language, joined};
use crate::article::{StatementKind, read_owned};

/// Something that is wrong, or worth a look.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// Whether it stops publishing.
    pub stops: bool,
    /// A stable name: the checker's own, or one of these here.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// The field there, if it is one.
    pub field: Option<String>,
    /// What the checker says, in its words.
    pub what: String,
}

/// Looks through a draft.
pub fn check<L: Language>(draft: &Draft, passages: &Passages<L>) -> Vec<Checked> {
    let content = draft.content();
    let problems = problems(draft);
    let mut found = Vec::new();
    let mut note = |stops: bool, code: &'static str, place: Place, field: Option<&str>| {
        found.push(Checked {
            stops,
            code,
            place,
            field: field.map(str::to_owned),
            what: String::new(),
        });
    };
    if content.kept().next().is_none() {
        note(true, "no-text", Place::Document, Some("text"));
    } else if content.unread() > 0 {
        note(true, "unread", Place::Document, Some("text"));
    }
    for (at, statement) in content.statements.iter().enumerate() {
        let place = Place::Statement(at);
        let targets = draft.targets(at);
        let spans: Vec<_> = targets
            .iter()
            .filter_map(|one| passages.find(one))
            .collect();
        if content.kept().next().is_some() && (spans.len() < targets.len() || targets.is_empty()) {
            note(true, "not-found", place, Some("target"));
            continue;
        }
        let words = spans.iter().filter_map(|span| passages.words(*span));
        let words = joined(&words.collect::<Vec<_>>());
        let is_quotation = statement.kind == Some(StatementKind::DirectQuote);
        let is_told = |one: &Checked| one.place == place && one.code == "quote-differs";
        if is_quotation
            && !words.is_empty()
            // By the document alone it may be told already.
            && !problems.iter().any(is_told)
            && passages.fold(&statement.text) != words
        {
            note(true, "quotation-differs", place, Some("text"));
        }
        if is_quotation
            && let [span] = spans.as_slice()
            && let Some(paragraph) = content.paragraphs.get(span.paragraph)
            && !is_quoted(&paragraph.text, span.from, span.to)
        {
            note(false, "no-marks", place, Some("target"));
        }
        let serves = |ids: &[String]| ids.contains(&statement.id);
        let is_used = content.stances.iter().any(|one| serves(&one.statements))
            || content.topics.iter().any(|one| serves(&one.statements));
        if !is_used {
            note(false, "serves-nothing", place, None);
        }
    }
    for (at, stance) in content.stances.iter().enumerate() {
        let own = stance.statements.iter().any(|id| {
            let kind = content.statement(id).and_then(|one| one.kind);
            kind.is_none_or(StatementKind::has_speaker)
        });
        if !own {
            note(
                false,
                "no-own-word",
                Place::Stance(at),
                Some("statement_ids"),
            );
        }
    }
    let mut all = problems;
    all.extend(found);
    all.sort_by_key(|one| !one.stops);
    all
}

/// What the checker says of the document.
fn problems(draft: &Draft) -> Vec<Checked> {
    let problems = read_owned(draft.document()).err().unwrap_or_default();
    let checked = problems.iter().map(|problem| {
        let (place, field) = Place::of_pointer(&problem.pointer);
        let missing = match &problem.fault {
            crate::article::Fault::Missing { field } => Some(*field),
            _ => None,
        };
        Checked {
            stops: true,
            code: problem.fault.code(),
            place,
            field: field.or(missing).map(str::to_owned),
            what: format!("{}. {}.", problem.fault.what(), problem.fault.mend()),
        }
    });
    checked.collect()
}
