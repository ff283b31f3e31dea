//! What holds between the parts of a document: ids, paragraphs, dates, words.

use super::object::is_id;
use super::problem::{Fault, Kind, Problem, nearest};
use super::text::normalize;
use super::*;

/// Everything that is wrong between the parts; what was `found` wrong in
/// reading one of them is not held against the others.
pub(super) fn check(document: &Document, found: &[Problem]) -> Vec<Problem> {
    let mut checker = Checker {
        document,
        found,
        problems: Vec::new(),
    };
    checker.unique_ids();
    checker.people();
    checker.topics();
    checker.scale();
    checker.statements();
    checker.stances();
    checker.events();
    checker.problems
}

struct Checker<'a> {
    document: &'a Document,
    found: &'a [Problem],
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    fn report(&mut self, pointer: String, fault: Fault) {
        self.problems.push(Problem { pointer, fault });
    }

    fn ids(&self, kind: Kind) -> Vec<&'a str> {
        let d = self.document;
        match kind {
            Kind::Organization => d.organizations.iter().map(|o| o.id.as_str()).collect(),
            Kind::Person => d.people.iter().map(|p| p.id.as_str()).collect(),
            Kind::Speaker => {
                let mut ids = self.ids(Kind::Organization);
                ids.extend(self.ids(Kind::Person));
                ids
            }
            Kind::Topic => d.topics.iter().map(|t| t.id.as_str()).collect(),
            Kind::Position => d.scale.iter().map(|p| p.id.as_str()).collect(),
            Kind::Statement => d.statements.iter().map(|s| s.id.as_str()).collect(),
            Kind::Event => d.events.iter().map(|e| e.id.as_str()).collect(),
        }
    }

    fn unique_ids(&mut self) {
        // Organisations and people share one space: a speaker is either.
        for (lists, kinds) in [
            (
                &["organizations", "people"][..],
                &[Kind::Organization, Kind::Person][..],
            ),
            (&["topics"], &[Kind::Topic]),
            (&["scale"], &[Kind::Position]),
            (&["statements"], &[Kind::Statement]),
            (&["events"], &[Kind::Event]),
        ] {
            let mut seen: Vec<(String, String)> = Vec::new();
            let mut doubles = Vec::new();
            for (list, kind) in lists.iter().zip(kinds) {
                for (index, id) in self.ids(*kind).into_iter().enumerate() {
                    let pointer = format!("/{list}/{index}/id");
                    match seen.iter().find(|(known, _)| known == id) {
                        _ if id.is_empty() => {}
                        Some((_, first)) => {
                            let fault = Fault::DuplicateId {
                                id: id.to_owned(),
                                first: first.clone(),
                            };
                            doubles.push((pointer, fault));
                        }
                        None => seen.push((id.to_owned(), pointer)),
                    }
                }
            }
            for (pointer, fault) in doubles {
                self.report(pointer, fault);
            }
        }
    }

    /// Whether a list, or the id of one of its entries, could not be read: that
    /// was reported, and what refers to it may be right.
    fn is_doubtful(&self, kind: Kind) -> bool {
        let lists: &[&str] = match kind {
            Kind::Organization => &["organizations"],
            Kind::Person => &["people"],
            Kind::Speaker => &["organizations", "people"],
            Kind::Topic => &["topics"],
            Kind::Position => &["scale"],
            Kind::Statement => &["statements"],
            Kind::Event => &["events"],
        };
        let of_list = |problem: &Problem| match (&problem.fault, problem.pointer.as_str()) {
            (Fault::Missing { field }, "") => lists.contains(field),
            (_, pointer) => lists
                .iter()
                .any(|list| pointer.strip_prefix('/') == Some(list)),
        };
        self.found.iter().any(of_list) || self.ids(kind).contains(&"")
    }

    /// What is no id was reported when it was read.
    fn refers(&mut self, pointer: String, id: &str, kind: Kind) {
        let mut known = self.ids(kind);
        if kind == Kind::Position {
            known.push(MIXED);
        }
        if !is_id(id) || known.contains(&id) || self.is_doubtful(kind) {
            return;
        }
        let nearest = nearest(id, known);
        self.report(
            pointer,
            Fault::UnknownId {
                id: id.to_owned(),
                kind,
                nearest,
            },
        );
    }

    fn all_refer(&mut self, pointer: &str, ids: &[String], kind: Kind) {
        for (index, id) in ids.iter().enumerate() {
            self.refers(format!("{pointer}/{index}"), id, kind);
        }
    }

    /// A paragraph of 0 was reported when it was read; so was an article of 0.
    fn paragraph(&mut self, pointer: String, found: u32) {
        let paragraphs = self.document.article.paragraphs;
        if paragraphs > 0 && found > paragraphs {
            self.report(pointer, Fault::NoSuchParagraph { found, paragraphs });
        }
    }

    fn people(&mut self) {
        for (i, person) in self.document.people.iter().enumerate() {
            let pointer = format!("/people/{i}/organization_id");
            self.refers(pointer, &person.organization_id, Kind::Organization);
        }
    }

    fn scale(&mut self) {
        for (i, pair) in self.document.scale.windows(2).enumerate() {
            if pair[1].value <= pair[0].value {
                self.report(format!("/scale/{}/value", i + 1), Fault::ScaleOrder);
            }
        }
    }

    fn topics(&mut self) {
        for (i, topic) in self.document.topics.iter().enumerate() {
            let statements = format!("/topics/{i}/statement_ids");
            self.all_refer(&statements, &topic.statement_ids, Kind::Statement);
        }
    }

    fn statements(&mut self) {
        for (i, statement) in self.document.statements.iter().enumerate() {
            let pointer = format!("/statements/{i}");
            if let Speaker::Named(id) = &statement.speaker {
                self.refers(format!("{pointer}/speaker_id"), id, Kind::Speaker);
            }
            self.paragraph(format!("{pointer}/paragraph"), statement.paragraph);
            if statement.kind == StatementKind::DirectQuote
                && !target_is_of(&statement.target, &statement.text)
            {
                self.report(format!("{pointer}/target"), Fault::QuoteDiffers);
            }
        }
    }

    fn stances(&mut self) {
        for (i, stance) in self.document.stances.iter().enumerate() {
            let pointer = format!("/stances/{i}");
            let party = format!("{pointer}/organization_id");
            self.refers(party, &stance.organization_id, Kind::Organization);
            self.refers(format!("{pointer}/topic_id"), &stance.topic_id, Kind::Topic);
            let position = format!("{pointer}/position");
            self.refers(position, &stance.position, Kind::Position);
            let statements = format!("{pointer}/statement_ids");
            self.all_refer(&statements, &stance.statement_ids, Kind::Statement);
        }
    }

    fn events(&mut self) {
        for (i, event) in self.document.events.iter().enumerate() {
            let pointer = format!("/events/{i}");
            let parties = format!("{pointer}/organization_ids");
            self.all_refer(&parties, &event.organization_ids, Kind::Organization);
            let statements = format!("{pointer}/statement_ids");
            self.all_refer(&statements, &event.statement_ids, Kind::Statement);
            if let Some(paragraph) = event.paragraph {
                self.paragraph(format!("{pointer}/paragraph"), paragraph);
            }
            if let Some(end_date) = &event.end_date
                && let (Some(start), Some(end)) = (event.start_date.earliest(), end_date.latest())
                && end < start
            {
                let (start, end) = (event.start_date.to_string(), end_date.to_string());
                self.report(
                    format!("{pointer}/end_date"),
                    Fault::EndBeforeStart { start, end },
                );
            }
        }
    }
}

/// Whether a target covers exactly the words of a quotation, as far as both
/// could be read.
fn target_is_of(target: &Selector, text: &str) -> bool {
    let text = normalize(text);
    if text.is_empty() {
        return true;
    }
    match target {
        Selector::Quote(quote) => quote.exact.is_empty() || normalize(&quote.exact) == text,
        Selector::Range(start, end) => text
            .strip_prefix(&normalize(&start.exact))
            .is_some_and(|rest| rest.ends_with(&normalize(&end.exact))),
    }
}
