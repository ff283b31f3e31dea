//! The made-up document stands on its made-up article, passage by passage, and
//! shows what it is there to show.
#![cfg(not(target_arch = "wasm32"))]

mod plain;

use plain::{Accord, Standing, accord, cell};
use sha2::{Digest, Sha256};
use standpoint::anchoring::{Anchoring, Icu, Index};
use standpoint::article::edtf::{Endpoint, Form, Month};
use standpoint::article::{Document, Speaker, StatementKind, Value, normalize, paragraphs, read};

const TEXT: &str = include_str!("documents/harbour-town.txt");

fn harbour_town() -> Document {
    let json = include_str!("../seeds/harbour-town.json");
    let value: Value = serde_json::from_str(json).expect("JSON");
    read(&value).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn every_passage_stands_once_in_its_paragraph() {
    let document = harbour_town();
    let paragraphs = paragraphs(TEXT);
    assert_eq!(document.article.paragraphs as usize, paragraphs.len());
    for statement in &document.statements {
        let paragraph = &paragraphs[statement.paragraph as usize - 1];
        let index = Index::new(paragraph, &[], Icu::new("en"));
        let Anchoring::Exact(range) = index.resolve(&statement.targets[0], 2) else {
            panic!("{} in “{paragraph}”", statement.id);
        };
        let units: Vec<u16> = paragraph.encode_utf16().collect();
        let text = |range| String::from_utf16(&units[range]).expect("whole characters");
        if statement.kind == StatementKind::DirectQuote {
            // The passage is the quotation, and stands in quotation marks.
            assert_eq!(
                text(range.clone()),
                normalize(&statement.text),
                "{}",
                statement.id
            );
            let (before, after) = (text(0..range.start), text(range.end..units.len()));
            assert!(before.ends_with('"'), "{}", statement.id);
            assert!(after.starts_with('"'), "{}", statement.id);
        }
    }
}

#[test]
fn the_digest_is_that_of_the_text() {
    let digest = Sha256::digest(paragraphs(TEXT).join("\n"));
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(harbour_town().article.text_digest, Some(digest));
}

#[test]
fn it_says_that_it_is_fiction() {
    let Document {
        article, review, ..
    } = harbour_town();
    let publisher = article.publisher.expect("a publisher");
    assert!(article.headline.starts_with("Fiction"));
    assert!(article.description.contains("invented"));
    assert!(publisher.contains("fiction"));
    assert!(review.notes[0].contains("fiction"));
    assert!(
        TEXT.lines()
            .next()
            .is_some_and(|line| line.contains("invented"))
    );
}

#[test]
fn every_statement_and_every_person_has_something_to_do() {
    let document = harbour_town();
    for statement in &document.statements {
        let used = document
            .stances
            .iter()
            .any(|s| s.statement_ids.contains(&statement.id))
            || document
                .topics
                .iter()
                .any(|t| t.statement_ids.contains(&statement.id));
        assert!(used, "{}", statement.id);
    }
    for person in &document.people {
        let speaks = |s: &Speaker| *s == Speaker::Named(person.id.clone());
        assert!(
            document.statements.iter().any(|s| speaks(&s.speaker)),
            "{}",
            person.id
        );
    }
}

#[test]
fn it_has_one_of_everything() {
    let document = harbour_town();
    for kind in StatementKind::ALL {
        assert!(
            document.statements.iter().any(|s| s.kind == kind),
            "{kind:?}"
        );
    }
    assert!(
        document
            .statements
            .iter()
            .any(|s| matches!(s.speaker, Speaker::Unnamed(_)))
    );
    let standing = |party: &str, topic: &str| {
        let party = document.organization(party).expect("a party");
        let topic = document.topic(topic).expect("a topic");
        let cell = cell(&document, party, topic);
        let label = match cell.standing {
            Standing::Silent => "silent",
            Standing::Mixed => "mixed",
            Standing::Contradictory => "contradictory",
            Standing::At(position) => position.label.as_str(),
        };
        (label.to_owned(), cell.current.len(), cell.earlier.len())
    };
    assert_eq!(standing("mayor", "terminal"), ("Says yes".to_owned(), 1, 1));
    assert_eq!(
        standing("mayor", "referendum"),
        ("contradictory".to_owned(), 2, 0)
    );
    assert_eq!(standing("mayor", "dredging"), ("silent".to_owned(), 0, 0));
    assert_eq!(standing("fishers", "dredging"), ("mixed".to_owned(), 1, 0));
    assert_eq!(
        standing("trust", "terminal"),
        ("Takes no side".to_owned(), 1, 0)
    );
    assert_eq!(standing("trust", "dredging"), ("silent".to_owned(), 0, 0));
}

#[test]
fn its_topics_come_out_differently() {
    let document = harbour_town();
    let found: Vec<(&str, Accord)> = document
        .topics
        .iter()
        .map(|topic| {
            let cells: Vec<_> = document
                .organizations
                .iter()
                .map(|o| cell(&document, o, topic))
                .collect();
            (topic.id.as_str(), accord(&cells))
        })
        .collect();
    let expected = [
        ("terminal", Accord::Clash),
        ("dredging", Accord::Differ),
        ("customs-house", Accord::Agree),
        ("nights", Accord::Clash),
        ("compensation", Accord::Agree),
        ("referendum", Accord::Unclear),
    ];
    assert_eq!(found, expected);
}

#[test]
fn its_dates_are_as_vague_as_the_article() {
    let document = harbour_town();
    let form = |id: &str| {
        document
            .events
            .iter()
            .find(|event| event.id == id)
            .expect("an event")
            .start_date
            .form()
    };
    assert!(matches!(form("built"), Form::Date(date) if date.open_digits == 1));
    assert!(matches!(form("empty"), Form::Date(date) if date.approximate));
    let season = |date: standpoint::article::edtf::Date| date.month == Some(Month::Season(23));
    assert!(matches!(form("drawings"), Form::Date(date) if season(date)));
    assert!(matches!(
        form("dredging-begins"),
        Form::Interval(Endpoint::Date(_), Endpoint::Open)
    ));
}
