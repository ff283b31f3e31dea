//! From a JSON tree to a [`Document`]: the format, field by field.
//!
//! The JSON Schema in `static/schema/standpoint-1.json` says the same in the
//! language of editors; `tests/schema.rs` holds the two against each other.

use super::form::{
    is_color, is_contact, is_digest, is_language, is_short_digest, is_southern, is_web_address,
    written,
};
use super::limits;
use super::object::Object;
use super::place::Place;
use super::problem::{Fault, Problem};
use super::report::Report;
use super::*;

/// Reads a document, or says everything that is wrong in it, in the order of
/// the places; of a document full of mistakes the first, and how many more.
///
/// # Errors
/// All the problems of the document at once; never an empty list.
pub fn read(value: &Value) -> Result<Document, Vec<Problem>> {
    read_owned(value.clone())
}

/// The same of a tree that nobody else needs: its texts are not copied.
///
/// # Errors
/// As those of [`read`].
pub fn read_owned(value: Value) -> Result<Document, Vec<Problem>> {
    let report = Report::default();
    let mut document = Object::read(Some(value), Place::Document, &report, document);
    if is_southern(&document.language) {
        turn_seasons(&mut document);
    }
    check::check(&document, &report);
    let problems = report.into_problems();
    if problems.is_empty() {
        Ok(document)
    } else {
        Err(problems)
    }
}

/// Has every season be one of the southern hemisphere.
fn turn_seasons(document: &mut Document) {
    let turn = |date: Option<&mut Edtf>| {
        if let Some(date) = date {
            date.turn_season();
        }
    };
    for statement in &mut document.statements {
        turn(statement.date.as_mut());
    }
    for stance in &mut document.stances {
        turn(stance.date.as_mut());
    }
    for event in &mut document.events {
        turn(Some(&mut event.start_date));
        turn(event.end_date.as_mut());
    }
}

fn document(o: &mut Object<'_>) -> Document {
    o.ignore("$schema");
    let format = o.name("format");
    if !format.is_empty() && format != FORMAT {
        o.report("format", || Fault::BadFormat { found: format });
    }
    Document {
        language: o.checked("language", limits::DATE, is_language, |found| {
            Fault::BadLanguage { found }
        }),
        article: o.object("article", article),
        review: o.object("review", review),
        organizations: o.filled_list(
            "organizations",
            limits::ORGANIZATIONS,
            "organization",
            organization,
        ),
        people: o.list("people", limits::PEOPLE, person),
        topics: o.filled_list("topics", limits::TOPICS, "topic", topic),
        scale: if o.has("scale") {
            o.filled_list("scale", limits::SCALE, "position", position)
        } else {
            o.ignore("scale");
            default_scale()
        },
        statements: o.filled_list("statements", limits::STATEMENTS, "statement", statement),
        stances: o.list("stances", limits::STANCES, stance),
        events: o.list("events", limits::EVENTS, event),
    }
}

fn article(o: &mut Object<'_>) -> Article {
    Article {
        headline: o.name("headline"),
        description: o.text("description"),
        url: o.optional_checked("url", is_web_address, |found| Fault::BadUrl { found }),
        publisher: o.optional_name("publisher"),
        date_published: o.optional_date("date_published"),
        paragraphs: o.count("paragraphs"),
        text_digest: o
            .optional_checked("text_digest", is_digest, |found| Fault::BadDigest { found }),
    }
}

fn review(o: &mut Object<'_>) -> Review {
    Review {
        method: o.text("method"),
        updated: o.date("updated"),
        notes: o.texts("notes"),
        corrections: o.list("corrections", limits::TEXTS, |o| Correction {
            date: o.date("date"),
            text: o.text("text"),
        }),
        contact: o.optional_checked("contact", is_contact, |found| Fault::BadContact { found }),
    }
}

fn organization(o: &mut Object<'_>) -> Organization {
    Organization {
        id: o.id("id"),
        name: o.name("name"),
        short_name: o.name("short_name"),
        classification: o.name("classification"),
        color: o.optional_checked("color", is_color, |found| Fault::BadColor { found }),
    }
}

fn person(o: &mut Object<'_>) -> Person {
    Person {
        id: o.id("id"),
        name: o.name("name"),
        role: o.name("role"),
        organization_id: o.id("organization_id"),
    }
}

fn topic(o: &mut Object<'_>) -> Topic {
    Topic {
        id: o.id("id"),
        name: o.name("name"),
        question: o.text("question"),
        group: o.optional_name("group"),
        statement_ids: o.ids("statement_ids"),
    }
}

fn position(o: &mut Object<'_>) -> Position {
    let id = o.id("id");
    if id == MIXED {
        o.report("id", || Fault::ReservedPosition);
    }
    let label = o.name("label");
    let value = o.number("value");
    if !value.is_nan() && !(-2.0..=2.0).contains(&value) {
        o.report("value", || Fault::OffScale {
            found: written(value),
        });
    }
    Position { id, label, value }
}

fn statement(o: &mut Object<'_>) -> Statement {
    let id = o.id("id");
    let kind = kind(o);
    Statement {
        id,
        kind: kind.unwrap_or(StatementKind::Narration),
        speaker: speaker(o, kind),
        text: o.text("text"),
        date: o.optional_date("date"),
        paragraph: o.count("paragraph"),
        targets: o.one_or_more("target", limits::TEXTS, "passage", target),
    }
}

fn kind(o: &mut Object<'_>) -> Option<StatementKind> {
    let found = o.name("kind");
    if found.is_empty() {
        return None;
    }
    let kind = StatementKind::ALL
        .into_iter()
        .find(|kind| kind.id() == found);
    if kind.is_none() {
        o.report("kind", || Fault::NotOneOf {
            found,
            allowed: StatementKind::ALL.map(|kind| kind.id().to_owned()).to_vec(),
        });
    }
    kind
}

/// Who speaks; without a known kind nothing is held against the fields.
fn speaker(o: &mut Object<'_>, kind: Option<StatementKind>) -> Speaker {
    let id = if o.has("speaker_id") {
        Some(o.id("speaker_id"))
    } else {
        o.ignore("speaker_id");
        None
    };
    let attributed = o.has("attribution_text");
    let text = o.optional_name("attribution_text");
    if let Some(kind) = kind {
        match (kind.has_speaker(), id.is_some(), attributed) {
            (true, true, true) => o.report("attribution_text", || Fault::TwoSpeakers),
            (true, false, false) => o.report_self(|| Fault::NoSpeaker { kind: kind.id() }),
            (false, true, _) => {
                o.report("speaker_id", || Fault::SpeakerOfOwnVoice {
                    kind: kind.id(),
                });
            }
            (false, false, true) => {
                o.report("attribution_text", || Fault::SpeakerOfOwnVoice {
                    kind: kind.id(),
                });
            }
            _ => {}
        }
    }
    match (id, text) {
        (Some(id), _) => Speaker::Named(id),
        (None, Some(text)) => Speaker::Unnamed(text),
        (None, None) => Speaker::Article,
    }
}

fn target(o: &mut Object<'_>) -> Target {
    Target {
        selector: selector(o),
        digest: o.optional_checked("digest", is_short_digest, |found| Fault::BadPassageDigest {
            found,
        }),
    }
}

fn selector(o: &mut Object<'_>) -> Selector {
    const QUOTE: &str = "TextQuoteSelector";
    const RANGE: &str = "RangeSelector";
    let kind = o.name("type");
    match kind.as_str() {
        RANGE => {
            let mut end = |field| {
                o.object(field, |o| {
                    let kind = o.name("type");
                    if !kind.is_empty() && kind != QUOTE {
                        o.report("type", || Fault::NotOneOf {
                            found: kind,
                            allowed: vec![QUOTE.to_owned()],
                        });
                    }
                    text_quote(o)
                })
            };
            Selector::Range(end("startSelector"), end("endSelector"))
        }
        QUOTE => Selector::Quote(text_quote(o)),
        _ => {
            if !kind.is_empty() {
                o.report("type", || Fault::NotOneOf {
                    found: kind,
                    allowed: vec![QUOTE.to_owned(), RANGE.to_owned()],
                });
            }
            for field in ["exact", "prefix", "suffix", "startSelector", "endSelector"] {
                o.ignore(field);
            }
            Selector::Quote(TextQuote {
                exact: String::new(),
                prefix: None,
                suffix: None,
            })
        }
    }
}

fn text_quote(o: &mut Object<'_>) -> TextQuote {
    TextQuote {
        exact: o.text("exact"),
        prefix: o.optional_text("prefix"),
        suffix: o.optional_text("suffix"),
    }
}

fn stance(o: &mut Object<'_>) -> Stance {
    let rests_on_nothing = o.is_empty_or_absent("statement_ids");
    let stance = Stance {
        organization_id: o.id("organization_id"),
        topic_id: o.id("topic_id"),
        position: o.id("position"),
        summary: o.text("summary"),
        conditions: o.texts("conditions"),
        statement_ids: o.ids("statement_ids"),
        date: o.optional_date("date"),
    };
    if rests_on_nothing {
        o.report_self(|| Fault::NoStatement);
    }
    stance
}

fn event(o: &mut Object<'_>) -> Event {
    Event {
        id: o.id("id"),
        name: o.name("name"),
        start_date: o.date("start_date"),
        end_date: o.optional_date("end_date"),
        description: o.text("description"),
        organization_ids: o.ids("organization_ids"),
        statement_ids: o.ids("statement_ids"),
        paragraph: o.optional_count("paragraph"),
    }
}
