//! JSON-LD in schema.org's vocabulary: the article, and what is said in it.
//!
//! Only words in quotation marks are a `Quotation`. A summary is a
//! `CreativeWork` based on the article, with an `abstract` and no `text`, so
//! that nobody takes our words for a speaker's.

use super::Sheet;
use crate::article::{Speaker, StatementKind, Value};
use crate::comparison::{StatementIx, TopicIx};

/// JSON that may stand in a script element. A `<` can only stand in a string of it,
/// and could there end the script, or begin a comment in which its end is not seen.
pub fn for_script(json: &str) -> String {
    json.replace('<', r"\u003c").replace('&', r"\u0026")
}

/// The document's graph; of the statements those that bear on what is chosen.
pub fn jsonld(sheet: &Sheet<'_>) -> Value {
    let article = &sheet.document.article;
    let id = article.url.clone().unwrap_or_else(|| "#article".to_owned());
    let reference = Value::Object(vec![("@id".into(), text(&id))]);
    let published = article.date_published.as_ref().map(ToString::to_string);
    let publisher = article
        .publisher
        .as_ref()
        .map(|name| named("Organization", name, Vec::new()));
    let news = node(
        "NewsArticle",
        vec![
            ("@id", Some(text(&id))),
            ("headline", Some(text(&article.headline))),
            ("description", Some(text(&article.description))),
            ("inLanguage", Some(text(&sheet.document.language))),
            ("url", article.url.as_deref().map(text)),
            (
                "datePublished",
                published.filter(|d| is_iso(d)).map(|d| text(&d)),
            ),
            ("publisher", publisher),
        ],
    );
    let mut graph = vec![news];
    let chosen = |at: &StatementIx| {
        let has_topic = |topic: &TopicIx| sheet.topics.contains(topic);
        let cells = sheet.index.cells_on(*at);
        let of_parties = cells.iter().any(|cell| {
            let of_party = cell
                .party
                .is_some_and(|party| sheet.parties.contains(&party));
            of_party && has_topic(&cell.topic)
        });
        of_parties || (cells.is_empty() && sheet.index.topics_of(*at).iter().any(has_topic))
    };
    let statements = sheet.index.statements().filter(chosen);
    graph.extend(statements.map(|at| said(sheet, at, &reference)));
    Value::Object(vec![
        ("@context".into(), text("https://schema.org")),
        ("@graph".into(), Value::Array(graph)),
    ])
}

fn said(sheet: &Sheet<'_>, at: StatementIx, article: &Value) -> Value {
    let statement = sheet.index.statement(at);
    let about = sheet.index.topics_of(at).iter();
    let about = about.map(|topic| named("Thing", &sheet.index.topic(*topic).name, Vec::new()));
    let about: Vec<Value> = about.collect();
    let date = statement.date.as_ref().map(ToString::to_string);
    let quoted = statement.kind == StatementKind::DirectQuote;
    let words = Some(text(&statement.text));
    let spoken = match &statement.speaker {
        // In schema.org only persons and organizations speak.
        Speaker::Unnamed(words) => ("creditText", Some(text(words))),
        named => ("spokenByCharacter", speaker(sheet, named)),
    };
    let common = [
        ("inLanguage", Some(text(&sheet.document.language))),
        ("about", (!about.is_empty()).then_some(Value::Array(about))),
        ("dateCreated", date.filter(|d| is_iso(d)).map(|d| text(&d))),
        ("position", Some(Value::Number(statement.paragraph.into()))),
        ("genre", Some(text(sheet.kind(statement)))),
        // In the page's text its passage is another one by now, or none.
        ("creativeWorkStatus", sheet.note(statement).map(text)),
    ];
    let mut fields = match quoted {
        true => vec![("text", words), spoken, ("isPartOf", Some(article.clone()))],
        false => vec![
            ("abstract", words),
            ("mentions", speaker(sheet, &statement.speaker)),
            ("isBasedOn", Some(article.clone())),
        ],
    };
    fields.extend(common);
    node(if quoted { "Quotation" } else { "CreativeWork" }, fields)
}

fn speaker(sheet: &Sheet<'_>, speaker: &Speaker) -> Option<Value> {
    let party = |name: &str| named("Organization", name, Vec::new());
    match speaker {
        Speaker::Article => None,
        // Who is not named is no person of that name.
        Speaker::Unnamed(words) => Some(node("Thing", vec![("description", Some(text(words)))])),
        Speaker::Named(id) => match sheet.document.person(id) {
            Some(person) => {
                let of = sheet.document.organization(&person.organization_id);
                let more = vec![
                    ("jobTitle", Some(text(&person.role))),
                    ("affiliation", of.map(|of| party(&of.name))),
                ];
                Some(named("Person", &person.name, more))
            }
            None => sheet.document.organization(id).map(|of| party(&of.name)),
        },
    }
}

/// A whole day, month or year of ISO 8601, which is all that schema.org takes.
fn is_iso(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    parts.iter().all(digits) && parts.len() <= 3 && parts[0].len() == 4
}

fn named(kind: &str, name: &str, more: Vec<(&'static str, Option<Value>)>) -> Value {
    let mut fields = vec![("name", Some(text(name)))];
    fields.extend(more);
    node(kind, fields)
}

fn node(kind: &str, fields: Vec<(&'static str, Option<Value>)>) -> Value {
    let mut object = vec![("@type".into(), text(kind))];
    for (name, value) in fields {
        object.extend(value.map(|value| (name.into(), value)));
    }
    Value::Object(object)
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}
