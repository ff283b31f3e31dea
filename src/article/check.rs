//! What holds between the parts of a document: ids, paragraphs, dates, words.

use super::form::is_id;
use super::place::Place;
use super::problem::{Fault, Kind};
use super::report::Report;
use super::text::normalize;
use super::*;
use std::collections::HashMap;

/// Notes everything that is wrong between the parts; what was found wrong in
/// reading one of them is not held against the others.
pub(super) fn check(document: &Document, report: &Report) {
    let Document {
        organizations,
        people,
        topics,
        scale,
        statements,
        events,
        ..
    } = document;
    let organizations = Ids::of("organizations", organizations, |o| &o.id, None, report);
    // Organisations and people share one space: a speaker is either.
    let beside = Some(&organizations);
    let people = Ids::of("people", people, |p| &p.id, beside, report);
    let checker = Checker {
        document,
        report,
        people,
        topics: Ids::of("topics", topics, |t| &t.id, None, report),
        scale: Ids::of("scale", scale, |p| &p.id, None, report),
        statements: Ids::of("statements", statements, |s| &s.id, None, report),
        events: Ids::of("events", events, |e| &e.id, None, report),
        organizations,
    };
    checker.check();
}

/// The ids of a list of the document.
struct Ids<'a> {
    list: &'static str,
    in_order: Vec<&'a str>,
    /// The first entry that has the id.
    first: HashMap<&'a str, usize>,
    /// Whether the list, or the id of one of its entries, could not be read:
    /// that was reported, and what refers to it may be right.
    doubtful: bool,
}

impl<'a> Ids<'a> {
    /// Notes ids that are in the list, or in the one beside it, already.
    fn of<T>(
        list: &'static str,
        entries: &'a [T],
        id: fn(&T) -> &String,
        beside: Option<&Self>,
        report: &Report,
    ) -> Self {
        let in_order = entries.iter().map(|entry| id(entry).as_str()).collect();
        Self {
            list,
            in_order,
            first: HashMap::with_capacity(entries.len()),
            doubtful: report.is_doubtful(list),
        }
        .indexed(beside, report)
    }

    fn indexed(mut self, beside: Option<&Self>, report: &Report) -> Self {
        for (index, id) in self.in_order.iter().enumerate() {
            if id.is_empty() {
                self.doubtful = true;
                continue;
            }
            let is_known = |ids: &Self| ids.first.contains_key(id);
            if !beside.is_some_and(is_known) && !is_known(&self) {
                self.first.insert(id, index);
                continue;
            }
            let first = || {
                let place = beside.and_then(|other| other.place_of(id));
                place.or_else(|| self.place_of(id)).unwrap_or_default()
            };
            let place = Place::Field(&Place::Document, self.list);
            report.note(&Place::Field(&Place::Entry(&place, index), "id"), || {
                Fault::DuplicateId {
                    id: (*id).to_owned(),
                    first: first(),
                }
            });
        }
        self
    }

    fn place_of(&self, id: &str) -> Option<String> {
        let index = self.first.get(id)?;
        Some(format!("/{}/{index}/id", self.list))
    }
}

struct Checker<'a> {
    document: &'a Document,
    report: &'a Report,
    organizations: Ids<'a>,
    people: Ids<'a>,
    topics: Ids<'a>,
    scale: Ids<'a>,
    statements: Ids<'a>,
    events: Ids<'a>,
}

impl Checker<'_> {
    fn check(&self) {
        self.each("people", &self.document.people, Self::person);
        self.each("topics", &self.document.topics, Self::topic);
        self.scale();
        self.each("statements", &self.document.statements, Self::statement);
        self.each("stances", &self.document.stances, Self::stance);
        self.each("events", &self.document.events, Self::event);
    }

    fn each<T>(&self, list: &str, entries: &[T], check: fn(&Self, &Place<'_>, &T)) {
        let list = Place::Field(&Place::Document, list);
        for (index, entry) in entries.iter().enumerate() {
            check(self, &Place::Entry(&list, index), entry);
        }
    }

    /// What is no id was reported when it was read.
    fn refers(&self, place: &Place<'_>, id: &str, kind: Kind) {
        let lists: &[&Ids<'_>] = match kind {
            Kind::Organization => &[&self.organizations],
            Kind::Person => &[&self.people],
            Kind::Speaker => &[&self.organizations, &self.people],
            Kind::Topic => &[&self.topics],
            Kind::Position => &[&self.scale],
            Kind::Statement => &[&self.statements],
            Kind::Event => &[&self.events],
        };
        let known = |list: &&Ids<'_>| list.first.contains_key(id) || list.doubtful;
        let mixed = (kind == Kind::Position).then_some(MIXED);
        if lists.iter().any(known) || mixed == Some(id) || !is_id(id) {
            return;
        }
        self.report.note(place, || {
            let known = lists.iter().flat_map(|list| &list.in_order).copied();
            let mut known = known.chain(mixed);
            Fault::UnknownId {
                id: id.to_owned(),
                kind,
                nearest: self.report.suggestions.nearest(id, &mut known),
            }
        });
    }

    fn refers_in(&self, entry: &Place<'_>, field: &str, id: &str, kind: Kind) {
        self.refers(&Place::Field(entry, field), id, kind);
    }

    fn all_refer(&self, entry: &Place<'_>, field: &str, ids: &[String], kind: Kind) {
        let list = Place::Field(entry, field);
        for (index, id) in ids.iter().enumerate() {
            self.refers(&Place::Entry(&list, index), id, kind);
        }
    }

    /// A paragraph of 0 was reported when it was read; so was an article of 0.
    fn paragraph(&self, entry: &Place<'_>, found: u32) {
        let paragraphs = self.document.article.paragraphs;
        if paragraphs > 0 && found > paragraphs {
            let place = Place::Field(entry, "paragraph");
            let fault = || Fault::NoSuchParagraph { found, paragraphs };
            self.report.note(&place, fault);
        }
    }

    fn person(&self, place: &Place<'_>, person: &Person) {
        let party = &person.organization_id;
        self.refers_in(place, "organization_id", party, Kind::Organization);
    }

    fn scale(&self) {
        let list = Place::Field(&Place::Document, "scale");
        for (i, pair) in self.document.scale.windows(2).enumerate() {
            if pair[1].value <= pair[0].value {
                let entry = Place::Entry(&list, i + 1);
                self.report
                    .note(&Place::Field(&entry, "value"), || Fault::ScaleOrder);
            }
        }
    }

    fn topic(&self, place: &Place<'_>, topic: &Topic) {
        let statements = &topic.statement_ids;
        self.all_refer(place, "statement_ids", statements, Kind::Statement);
    }

    fn statement(&self, place: &Place<'_>, statement: &Statement) {
        if let Speaker::Named(id) = &statement.speaker {
            self.refers_in(place, "speaker_id", id, Kind::Speaker);
        }
        self.paragraph(place, statement.paragraph);
        if statement.kind == StatementKind::DirectQuote
            && !targets_are_of(&statement.targets, &statement.text)
        {
            self.report
                .note(&Place::Field(place, "target"), || Fault::QuoteDiffers);
        }
    }

    fn stance(&self, place: &Place<'_>, stance: &Stance) {
        let party = &stance.organization_id;
        self.refers_in(place, "organization_id", party, Kind::Organization);
        self.refers_in(place, "topic_id", &stance.topic_id, Kind::Topic);
        self.refers_in(place, "position", &stance.position, Kind::Position);
        let statements = &stance.statement_ids;
        self.all_refer(place, "statement_ids", statements, Kind::Statement);
    }

    fn event(&self, place: &Place<'_>, event: &Event) {
        let parties = &event.organization_ids;
        self.all_refer(place, "organization_ids", parties, Kind::Organization);
        let statements = &event.statement_ids;
        self.all_refer(place, "statement_ids", statements, Kind::Statement);
        if let Some(paragraph) = event.paragraph {
            self.paragraph(place, paragraph);
        }
        if let Some(end_date) = &event.end_date
            && let (Some(start), Some(end)) = (event.start_date.earliest(), end_date.latest())
            && end < start
        {
            self.report
                .note(&Place::Field(place, "end_date"), || Fault::EndBeforeStart {
                    start: event.start_date.to_string(),
                    end: end_date.to_string(),
                });
        }
    }
}

/// Whether targets cover the words of a quotation and no others, as far as both
/// could be read.
fn targets_are_of(targets: &[Target], text: &str) -> bool {
    // As a rule they are the same letter by letter.
    if let [
        Target {
            selector: Selector::Quote(quote),
            ..
        },
    ] = targets
        && quote.exact == text
    {
        return true;
    }
    // Whether words are left out between two passages, only the article says.
    let compared = |text: &str| match targets.len() {
        1 => normalize(text),
        _ => normalize(&text.replace("[…]", " ").replace("[...]", " ")),
    };
    let text = compared(text);
    // What is known of the words: stretches, between which there may be others.
    let mut known = vec![String::new()];
    let push = |known: &mut Vec<String>, words: &str| {
        if let Some(last) = known.last_mut() {
            *last += &compared(words);
        }
    };
    for (index, target) in targets.iter().enumerate() {
        if index > 0 {
            known
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|last| last.push(' '));
        }
        match &target.selector {
            Selector::Quote(quote) if quote.exact.is_empty() => return true,
            Selector::Quote(quote) => push(&mut known, &quote.exact),
            Selector::Range(start, end) => {
                push(&mut known, &start.exact);
                known.push(String::new());
                push(&mut known, &end.exact);
            }
        }
    }
    text.is_empty() || is_made_of(&text, &known)
}

/// Whether a text begins with the first, ends with the last, and has the others
/// between them in their order.
fn is_made_of(text: &str, known: &[String]) -> bool {
    match known {
        [] => true,
        [only] => text == only,
        [first, between @ .., last] => {
            let mut rest = text.strip_prefix(first.as_str());
            for words in between {
                rest = rest.and_then(|rest| Some(rest.split_once(words.as_str())?.1));
            }
            rest.is_some_and(|rest| rest.ends_with(last.as_str()))
        }
    }
}
