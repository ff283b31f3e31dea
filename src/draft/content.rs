//! What is in a draft, for those who show it. Everything may be missing: a text is
//! empty then.

use crate::article::{Speaker, StatementKind};
use crate::json::{Json, Step};

/// A draft's content.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// BCP 47 tag of the document's language.
    pub language: String,
    /// What is known of the article.
    pub article: Article,
    /// How the document is made.
    pub review: Review,
    /// The text, where there is one.
    pub paragraphs: Vec<Paragraph>,
    /// The parties.
    pub parties: Vec<Party>,
    /// Who speaks for them.
    pub people: Vec<Person>,
    /// The questions.
    pub topics: Vec<Topic>,
    /// The scale.
    pub scale: Vec<Position>,
    /// What the article says.
    pub statements: Vec<Statement>,
    /// Where a party stands.
    pub stances: Vec<Stance>,
    /// What happened.
    pub events: Vec<Event>,
    /// What stands between quotation marks and is no quotation, somebody has said.
    pub waved: Vec<String>,
    /// Versions that are kept in the project.
    pub versions: Vec<Version>,
}

/// What is known of the article.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Article`
pub struct Article {
    pub headline: String,
    pub description: String,
    pub url: String,
    pub publisher: String,
    pub date_published: String,
}

/// How the document is made.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Review`
pub struct Review {
    pub method: String,
    pub updated: String,
    pub contact: String,
    /// What is unclear in the article, or was decided in reading it.
    pub notes: Vec<String>,
    /// What was wrong before: a date and a text each.
    pub corrections: Vec<(String, String)>,
}

/// A paragraph of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paragraph {
    /// Its words.
    pub text: String,
    /// Whether it is no part of the article: a caption, “read also”.
    pub is_out: bool,
    /// Whether somebody has read it.
    pub is_read: bool,
    /// The how many-th of the article it is, from 1; 0 where it is no part of it.
    pub number: u32,
}

/// A party.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Organization`
pub struct Party {
    pub id: String,
    pub name: String,
    pub short_name: String,
    pub classification: String,
    pub color: String,
}

impl Party {
    /// Its name for a column's head.
    pub fn label(&self) -> &str {
        match self.short_name.is_empty() {
            true => &self.name,
            false => &self.short_name,
        }
    }
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Person`
pub struct Person {
    pub id: String,
    pub name: String,
    pub role: String,
    pub party: String,
}

/// A question.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Topic`
pub struct Topic {
    pub id: String,
    pub name: String,
    pub question: String,
    pub group: String,
    pub statements: Vec<String>,
}

/// A step of the scale.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Position`
pub struct Position {
    pub id: String,
    pub label: String,
    pub value: f64,
}

/// Something that the article says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// Unique among statements.
    pub id: String,
    /// Whose voice it is in.
    pub kind: Option<StatementKind>,
    /// Who makes it; nobody is named yet.
    pub speaker: Option<Speaker>,
    /// The words.
    pub text: String,
    /// When it was made.
    pub date: String,
    /// The paragraph, counted from 1; 0 where there is none.
    pub paragraph: u32,
}

/// Where a party stands.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Stance`
pub struct Stance {
    pub party: String,
    pub topic: String,
    pub position: String,
    pub summary: String,
    pub conditions: Vec<String>,
    pub statements: Vec<String>,
    pub date: String,
}

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)] // as in `article::Event`
pub struct Event {
    pub id: String,
    pub name: String,
    pub start_date: String,
    pub end_date: String,
    pub description: String,
    pub parties: Vec<String>,
    pub statements: Vec<String>,
    pub paragraph: u32,
}

/// A version that is kept in a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Version {
    /// What it is called.
    pub name: String,
    /// When it was kept.
    pub time: String,
    /// The digest of its document, as it was given.
    pub digest: String,
}

impl Content {
    /// Looks through a project.
    pub(super) fn of(project: &Json) -> Self {
        let nothing = Json::Plain("null".into());
        let document = project.get("document").unwrap_or(&nothing);
        let object = |name| document.get(name).unwrap_or(&nothing);
        let (article, review) = (object("article"), object("review"));
        Self {
            language: text(document, "language"),
            article: Article {
                headline: text(article, "headline"),
                description: text(article, "description"),
                url: text(article, "url"),
                publisher: text(article, "publisher"),
                date_published: text(article, "date_published"),
            },
            review: Review {
                method: text(review, "method"),
                updated: text(review, "updated"),
                contact: text(review, "contact"),
                notes: texts(review, "notes"),
                corrections: list(review, "corrections", |one| {
                    (text(one, "date"), text(one, "text"))
                }),
            },
            paragraphs: paragraphs(project),
            parties: list(document, "organizations", |json| Party {
                id: text(json, "id"),
                name: text(json, "name"),
                short_name: text(json, "short_name"),
                classification: text(json, "classification"),
                color: text(json, "color"),
            }),
            people: list(document, "people", |json| Person {
                id: text(json, "id"),
                name: text(json, "name"),
                role: text(json, "role"),
                party: text(json, "organization_id"),
            }),
            topics: list(document, "topics", |json| Topic {
                id: text(json, "id"),
                name: text(json, "name"),
                question: text(json, "question"),
                group: text(json, "group"),
                statements: texts(json, "statement_ids"),
            }),
            scale: list(document, "scale", |json| Position {
                id: text(json, "id"),
                label: text(json, "label"),
                value: json.get("value").and_then(Json::number).unwrap_or_default(),
            }),
            statements: list(document, "statements", statement),
            stances: list(document, "stances", |json| Stance {
                party: text(json, "organization_id"),
                topic: text(json, "topic_id"),
                position: text(json, "position"),
                summary: text(json, "summary"),
                conditions: texts(json, "conditions"),
                statements: texts(json, "statement_ids"),
                date: text(json, "date"),
            }),
            events: list(document, "events", |json| Event {
                id: text(json, "id"),
                name: text(json, "name"),
                start_date: text(json, "start_date"),
                end_date: text(json, "end_date"),
                description: text(json, "description"),
                parties: texts(json, "organization_ids"),
                statements: texts(json, "statement_ids"),
                paragraph: count(json, "paragraph"),
            }),
            waved: texts(project, "waved"),
            versions: list(project, "versions", |json| Version {
                name: text(json, "name"),
                time: text(json, "time"),
                digest: text(json, "digest"),
            }),
        }
    }

    /// The paragraphs that are part of the article.
    pub fn kept(&self) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs.iter().filter(|paragraph| !paragraph.is_out)
    }

    /// How many statements have their passage in a paragraph of that number.
    pub fn passages_in(&self, number: u32) -> usize {
        let here = |statement: &&Statement| statement.paragraph == number;
        self.statements.iter().filter(here).count()
    }

    /// How many paragraphs nobody has read: one with a passage in it has been.
    pub fn unread(&self) -> usize {
        let is_unread = |one: &&Paragraph| !one.is_read && self.passages_in(one.number) == 0;
        self.kept().filter(is_unread).count()
    }

    /// The stances of a cell, in the document's order, each with its place.
    pub fn cell(&self, party: &str, topic: &str) -> impl Iterator<Item = (usize, &Stance)> {
        let all = self.stances.iter().enumerate();
        all.filter(move |(_, stance)| stance.party == party && stance.topic == topic)
    }

    /// The statement of that id.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The party that a speaker belongs to, by its id.
    pub fn party_of(&self, speaker: &Speaker) -> Option<&str> {
        let Speaker::Named(id) = speaker else {
            return None;
        };
        if let Some(party) = self.parties.iter().find(|party| party.id == *id) {
            return Some(&party.id);
        }
        let person = self.people.iter().find(|person| person.id == *id)?;
        Some(&person.party)
    }

    /// How a speaker is called; empty for the article itself.
    pub fn name_of<'a>(&'a self, speaker: &'a Speaker) -> &'a str {
        match speaker {
            Speaker::Unnamed(words) => words,
            Speaker::Article => "",
            Speaker::Named(id) => {
                let person = self.people.iter().find(|person| person.id == *id);
                let party = self.parties.iter().find(|party| party.id == *id);
                let name = person.map(|one| one.name.as_str());
                name.or(party.map(Party::label)).unwrap_or(id)
            }
        }
    }
}

fn text(json: &Json, name: &str) -> String {
    json.get(name).and_then(Json::text).unwrap_or_default()
}

fn texts(json: &Json, name: &str) -> Vec<String> {
    let list = json
        .get(name)
        .map(|list| list.entries().filter_map(Json::text));
    list.map(Iterator::collect).unwrap_or_default()
}

fn list<T>(json: &Json, name: &str, read: impl Fn(&Json) -> T) -> Vec<T> {
    let list = json.get(name).map(|list| list.entries().map(read));
    list.map(Iterator::collect).unwrap_or_default()
}

/// A number from 1; 0 where there is none.
fn count(json: &Json, name: &str) -> u32 {
    let number = json.get(name).and_then(Json::number);
    number.filter(|n| *n >= 1.0).map_or(0, |n| n as u32)
}

fn paragraphs(project: &Json) -> Vec<Paragraph> {
    let is = |json: &Json, name| json.get(name).is_some_and(Json::is_true);
    let mut number = 0;
    let way = [Step::Field("text"), Step::Field("paragraphs")];
    let paragraphs = project.at(&way).map(|list| {
        list.entries().map(|json| {
            let is_out = is(json, "out");
            number += u32::from(!is_out);
            Paragraph {
                text: text(json, "text"),
                is_out,
                is_read: is(json, "read"),
                number: if is_out { 0 } else { number },
            }
        })
    });
    paragraphs.map(Iterator::collect).unwrap_or_default()
}

fn statement(json: &Json) -> Statement {
    let kind = text(json, "kind");
    let kind = StatementKind::ALL.into_iter().find(|one| one.id() == kind);
    let named = |name| json.get(name).and_then(Json::text);
    let speaker = match (named("speaker_id"), named("attribution_text")) {
        (Some(id), _) => Some(Speaker::Named(id)),
        (None, Some(words)) => Some(Speaker::Unnamed(words)),
        (None, None) => kind
            .filter(|kind| !kind.has_speaker())
            .map(|_| Speaker::Article),
    };
    Statement {
        id: text(json, "id"),
        kind,
        speaker,
        text: text(json, "text"),
        date: text(json, "date"),
        paragraph: count(json, "paragraph"),
    }
}
