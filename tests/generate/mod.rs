//! Whole documents, made for a test or at random.

#![allow(dead_code, reason = "not every test needs all of it")]

use proptest::prelude::*;
use standpoint::article::{
    Article, Document, Edtf, Event, MIXED, Organization, Person, Position, Review, Selector,
    Speaker, Stance, Statement, StatementKind, Target, TextQuote, Topic,
};

/// A stance in short: party, topic, position, date or nothing.
pub(crate) type Short<'a> = (&'a str, &'a str, &'a str, &'a str);

/// A scale of five steps with a neutral one.
pub(crate) const STEPS: [(&str, f64); 5] = [
    ("no", -2.0),
    ("hardly", -1.0),
    ("neutral", 0.0),
    ("perhaps", 0.5),
    ("yes", 2.0),
];

/// Dates whose spans of days all differ.
pub(crate) const DATES: [&str; 12] = [
    "2020",
    "2020-06",
    "2021-03-04",
    "2021~",
    "2022-22",
    "2022/2023",
    "2023/..",
    "../2019",
    "/2018",
    "201X",
    "2024-01-01",
    "-0044-03-15",
];

/// The same days as some of [`DATES`], written otherwise.
const SAME: [&str; 4] = [
    "2020?",
    "2021-03-04T12:00:00Z",
    "2021-01/2021-12",
    "2024-01-01/2024-01-01",
];

pub(crate) fn date(text: &str) -> Option<Edtf> {
    (!text.is_empty()).then(|| Edtf::parse(text).expect("EDTF"))
}

/// A document of these parties and topics, each name its own id.
pub(crate) fn document(parties: &[&str], topics: &[&str], stances: &[Short<'_>]) -> Document {
    let stances = stances
        .iter()
        .map(|&(party, topic, position, since)| Stance {
            organization_id: party.to_owned(),
            topic_id: topic.to_owned(),
            position: position.to_owned(),
            summary: format!("{party} on {topic}: {position}"),
            conditions: Vec::new(),
            statement_ids: vec!["words".to_owned()],
            date: date(since),
        });
    Document {
        language: "en".to_owned(),
        article: Article {
            headline: "A test".to_owned(),
            description: "Made for a test.".to_owned(),
            url: None,
            publisher: None,
            date_published: None,
            paragraphs: 1,
            text_digest: None,
        },
        review: Review {
            method: "Made for a test".to_owned(),
            updated: Edtf::parse("2024").expect("EDTF"),
            notes: Vec::new(),
            corrections: Vec::new(),
            contact: None,
        },
        organizations: parties.iter().map(|id| organization(id)).collect(),
        people: Vec::new(),
        topics: topics.iter().map(|id| topic(id)).collect(),
        scale: STEPS
            .iter()
            .map(|&(id, value)| position(id, value))
            .collect(),
        statements: vec![words()],
        stances: stances.collect(),
        events: Vec::new(),
    }
}

fn organization(id: &str) -> Organization {
    Organization {
        id: id.to_owned(),
        name: id.to_owned(),
        short_name: id.to_owned(),
        classification: "party".to_owned(),
        color: None,
    }
}

fn topic(id: &str) -> Topic {
    Topic {
        id: id.to_owned(),
        name: id.to_owned(),
        question: format!("{id}?"),
        group: None,
        statement_ids: Vec::new(),
    }
}

fn position(id: &str, value: f64) -> Position {
    Position {
        id: id.to_owned(),
        label: id.to_owned(),
        value,
    }
}

fn words() -> Statement {
    let exact = "Words".to_owned();
    Statement {
        id: "words".to_owned(),
        speaker: Speaker::Article,
        kind: StatementKind::Narration,
        text: "Words.".to_owned(),
        date: None,
        paragraph: 1,
        targets: vec![Target::from(Selector::Quote(TextQuote {
            exact,
            prefix: None,
            suffix: None,
        }))],
    }
}

const PARTIES: [&str; 5] = ["p0", "p1", "p2", "p3", "p4"];
const TOPICS: [&str; 6] = ["t0", "t1", "t2", "t3", "t4", "t5"];

/// Documents of one to five parties, one to six topics, scales of one step to
/// five, and stances that leave gaps, repeat and contradict each other.
pub(crate) fn documents() -> impl Strategy<Value = Document> {
    let dates: Vec<&str> = DATES.into_iter().chain(SAME).chain(["", ""]).collect();
    any_of(dates, false)
}

/// The same, but no two stances of a cell are of one date.
pub(crate) fn documents_of_distinct_dates() -> impl Strategy<Value = Document> {
    any_of(DATES.into_iter().chain([""]).collect(), true)
}

fn any_of(dates: Vec<&'static str>, distinct: bool) -> impl Strategy<Value = Document> {
    let scale = prop::sample::subsequence(STEPS.to_vec(), 1..=STEPS.len());
    (1..=PARTIES.len(), 1..=TOPICS.len(), scale).prop_flat_map(move |(parties, topics, scale)| {
        let mut positions: Vec<&str> = scale.iter().map(|(id, _)| *id).collect();
        positions.push(MIXED);
        let stance = (
            prop::sample::select(PARTIES[..parties].to_vec()),
            prop::sample::select(TOPICS[..topics].to_vec()),
            prop::sample::select(positions),
            prop::sample::select(dates.clone()),
        );
        prop::collection::vec(stance, 0..=30).prop_map(move |mut stances| {
            if distinct {
                let mut seen = Vec::new();
                stances.retain(|&(party, topic, _, date)| {
                    let new = !seen.contains(&(party, topic, date));
                    seen.push((party, topic, date));
                    new
                });
            }
            let mut made = document(&PARTIES[..parties], &TOPICS[..topics], &stances);
            made.scale = scale
                .iter()
                .map(|&(id, value)| position(id, value))
                .collect();
            made
        })
    })
}

/// What is random about [`rich_documents`], beside the document itself.
type Rich = (
    Vec<(usize, usize, usize, usize)>,
    Vec<Vec<usize>>,
    Vec<(usize, usize, Vec<usize>, Vec<usize>)>,
);

/// The same documents with people, several speakers, groups, background and events.
pub(crate) fn rich_documents() -> impl Strategy<Value = Document> {
    let some = || prop::collection::vec(0..8_usize, 0..4);
    let statement = (0..8_usize, 0..4_usize, 0..DATES.len() + 4, 0..4_usize);
    let statements = prop::collection::vec(statement, 1..8);
    let event = (0..DATES.len(), 0..DATES.len() + 4, some(), some());
    let rest = (
        statements,
        prop::collection::vec(some(), 40),
        prop::collection::vec(event, 0..4),
    );
    (documents(), rest).prop_map(|(document, rest)| enriched(document, &rest))
}

fn enriched(mut document: Document, (statements, some, events): &Rich) -> Document {
    let parties: Vec<String> = document
        .organizations
        .iter()
        .map(|o| o.id.clone())
        .collect();
    let party = |at: usize| parties[at % parties.len()].clone();
    document.people = (0..3)
        .map(|at| Person {
            id: format!("who{at}"),
            name: format!("Words {at}"),
            role: "Speaker".to_owned(),
            organization_id: party(at),
        })
        .collect();
    let dates: Vec<&str> = DATES.into_iter().chain(["", "", "", ""]).collect();
    document.statements = statements
        .iter()
        .enumerate()
        .map(|(at, (speaker, kind, when, text))| {
            let kind = StatementKind::ALL[*kind];
            let speaker = match speaker {
                _ if !kind.has_speaker() => Speaker::Article,
                0..3 => Speaker::Named(format!("who{speaker}")),
                3..5 => Speaker::Named(party(*speaker)),
                _ => Speaker::Unnamed("Word of mouth".to_owned()),
            };
            Statement {
                id: format!("s{at}"),
                speaker,
                kind,
                text: ["Words.", "A word, words", "Nothing", ""][*text].to_owned(),
                date: date(dates[*when]),
                ..words()
            }
        })
        .collect();
    let ids = |places: &[usize]| -> Vec<String> {
        let known = places.iter().filter(|at| **at < statements.len());
        known.map(|at| format!("s{at}")).collect()
    };
    for (stance, some) in document.stances.iter_mut().zip(some) {
        stance.statement_ids = ids(some);
    }
    for ((at, topic), some) in document.topics.iter_mut().enumerate().zip(&some[30..]) {
        topic.statement_ids = ids(some);
        topic.group = some
            .first()
            .map(|group| format!("group {}", (group + at) % 2));
    }
    document.events = events
        .iter()
        .enumerate()
        .map(|(at, (start, end, who, said))| Event {
            id: format!("e{at}"),
            name: "Event".to_owned(),
            start_date: Edtf::parse(DATES[*start]).expect("EDTF"),
            end_date: date(dates[*end]),
            description: "Something".to_owned(),
            organization_ids: who.iter().map(|at| party(*at)).collect(),
            statement_ids: ids(said),
            paragraph: None,
        })
        .collect();
    document
}
