//! A document while it is made: what goes in comes out, what is done is undone, and
//! nothing else changes.
#![cfg(not(target_arch = "wasm32"))]

mod lists;
mod properties;
mod proposals;
mod revising;
mod versions;

use standpoint::anchoring::{Icu, Undescribable};
use standpoint::article::{Speaker, StatementKind, Value, read};
use standpoint::draft::{
    Action, Draft, History, Mark, Passages, Place, Refused, Span, Undone, check, quotation_around,
    units,
};
use std::fs;
use std::path::Path;

const TEXT: [&str; 3] = [
    "The harbour is full. “We will close it,” said Aske, “and soon.”",
    "The fishers do not agree. They said so on Monday.",
    "The harbour is full.",
];

fn with_text() -> Draft {
    let text = TEXT.map(str::to_owned).to_vec();
    Draft::begin("en").after(&Action::SetText(text))
}

fn passages(draft: &Draft) -> Passages<Icu> {
    Passages::new(draft.content(), Icu::new("en"))
}

/// A statement that rests on these words of a paragraph.
fn mark(draft: &Draft, paragraph: usize, words: &str, kind: StatementKind) -> Action {
    let content = draft.content();
    let text = &content.paragraphs[paragraph].text;
    let byte = text.find(words).expect("the words are there");
    let from = units(&text[..byte]);
    let span = Span {
        paragraph,
        from,
        to: from + units(words),
    };
    let (target, found) = passages(draft).target(span).expect("a selector");
    assert_eq!(found, span);
    Action::Mark(Box::new(Mark {
        kind,
        speaker: None,
        text: words.to_owned(),
        paragraph: content.paragraphs[paragraph].number,
        targets: vec![target],
    }))
}

fn every_document() -> Vec<String> {
    let mut all = Vec::new();
    for folder in ["seeds", "tests/documents/good"] {
        let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        for entry in entries.expect("the folder is there") {
            let text = fs::read_to_string(entry.expect("a file").path());
            all.push(text.expect("it can be read"));
        }
    }
    all
}

#[test]
fn a_document_comes_out_as_it_went_in() {
    for text in every_document() {
        for text in [text.clone(), format!("\u{feff} {text}\r\n \n")] {
            let draft = Draft::open(&text).expect("it is a document");
            assert_eq!(draft.exported(), text);
            let saved = draft.saved();
            let again = Draft::open(&saved).expect("it is a project");
            assert_eq!(again.saved(), saved);
            assert_eq!(again.exported(), text);
            assert_eq!(
                draft.document(),
                Value::from_json(text.trim_start_matches('\u{feff}')).expect("JSON")
            );
        }
    }
}

#[test]
fn what_is_none_is_refused() {
    assert!(matches!(Draft::open("{"), Err(Refused::Unreadable(_))));
    for text in [
        "[]",
        "{}",
        "{\"format\": \"other/1\"}",
        "{\"format\": \"standpoint-project/1\"}",
    ] {
        assert_eq!(Draft::open(text), Err(Refused::Unknown), "{text}");
    }
}

/// One line changes, and it is written as those around it.
#[test]
fn only_what_is_changed_is_written_anew() {
    for text in every_document() {
        let draft = Draft::open(&text).expect("it is a document");
        let write = Action::Write(Place::Article, "headline", "Another “one”".to_owned());
        let (before, after) = (draft.exported(), draft.after(&write).exported());
        let pairs = before.lines().zip(after.lines());
        let changed: Vec<_> = pairs.filter(|(a, b)| a != b).collect();
        assert_eq!(before.lines().count(), after.lines().count());
        assert_eq!(changed.len(), 1, "{changed:?}");
    }
}

#[test]
fn what_is_new_is_written_as_what_is_there() {
    let seed = include_str!("../../seeds/harbour-town.json");
    let draft = Draft::open(seed).expect("it is a document");
    let after = draft
        .after(&Action::AddTopic("The old quay".to_owned()))
        .exported();
    let line =
        "    { \"id\": \"the-old-quay\", \"name\": \"The old quay\", \"question\": \"\" }\n  ],";
    assert!(after.contains(line), "{after}");

    let seed = include_str!("../../seeds/ceasefire-2025.json");
    let draft = Draft::open(seed).expect("it is a document");
    let rest = Action::Rest {
        stance: None,
        party: "russia".to_owned(),
        topic: "us-aid".to_owned(),
        statements: vec!["kosachev-terms".to_owned()],
    };
    let after = draft.after(&rest).exported();
    let entry = "    },\n    {\n      \"organization_id\": \"russia\",\n      \"topic_id\": \"us-aid\",\n      \
                 \"statement_ids\": [\n        \"kosachev-terms\"\n      ]\n    }\n  ],";
    assert!(after.contains(entry), "{after}");
    // And out again.
    let at = draft.content().stances.len();
    let none = Action::Rest {
        stance: Some(at),
        party: String::new(),
        topic: String::new(),
        statements: Vec::new(),
    };
    assert_eq!(draft.after(&rest).after(&none).exported(), seed);
}

#[test]
fn a_field_that_is_taken_out_leaves_nothing_behind() {
    let text =
        "{\"format\":\"standpoint/1\",\"article\":{\"url\":\"a\",\"x_1\":1.50},\"topics\":[]}";
    let draft = Draft::open(text).expect("it is a document");
    let write = |text: &str| Action::Write(Place::Article, "url", text.to_owned());
    let without = draft.after(&write(""));
    assert_eq!(without.exported(), text.replace("\"url\":\"a\",", ""));
    let again = without.after(&write("a")).exported();
    assert_eq!(
        again,
        text.replace("\"url\":\"a\",\"x_1\":1.50", "\"x_1\":1.50,\"url\":\"a\"")
    );
}

/// From a text to a document that the checker takes, as it is done in the Studio.
#[test]
fn a_document_is_made() {
    let mut history = History::new(with_text());
    let mut act = |action: Action| history = history.after(&action);
    let write = |place, field, text: &str| Action::Write(place, field, text.to_owned());
    act(write(Place::Article, "headline", "The harbour"));
    act(write(
        Place::Article,
        "description",
        "Whether it is closed.",
    ));
    act(write(Place::Review, "method", "By hand."));
    act(write(Place::Review, "updated", "2026-01-02"));
    act(Action::AddParty("Mayor’s office".to_owned()));
    act(write(Place::Party(0), "classification", "authority"));
    act(Action::AddPerson(
        "Helen Aske".to_owned(),
        Some("mayor-s-office".to_owned()),
    ));
    act(write(Place::Person(0), "role", "Mayor"));
    act(Action::AddTopic("Closing".to_owned()));
    act(write(Place::Topic(0), "question", "Should it be closed?"));
    let draft = history.now().clone();
    let quote = mark(&draft, 0, "We will close it,", StatementKind::DirectQuote);
    let mut act = |action: Action| history = history.after(&action);
    act(quote);
    act(Action::Speak(0, Speaker::Named("helen-aske".to_owned())));
    act(Action::Rest {
        stance: None,
        party: "mayor-s-office".to_owned(),
        topic: "closing".to_owned(),
        statements: vec!["s1".to_owned()],
    });
    act(write(Place::Stance(0), "position", "for"));
    act(write(Place::Stance(0), "summary", "She closes it."));
    let codes = |draft: &Draft| -> Vec<&str> {
        let found = check(draft, &passages(draft));
        found
            .iter()
            .filter(|one| one.stops)
            .map(|one| one.code)
            .collect()
    };
    let draft = history.now().clone();
    assert_eq!(
        codes(&draft),
        ["unread"],
        "{:?}",
        check(&draft, &passages(&draft))
    );
    let draft = draft
        .after(&Action::Read(1, true))
        .after(&Action::Read(2, true));
    assert_eq!(codes(&draft), [""; 0]);
    let value = Value::from_json(&draft.exported()).expect("JSON");
    let document = read(&value).expect("a document");
    assert_eq!(document.article.paragraphs, 3);
    assert_eq!(document.statements[0].text, "We will close it,");
    // The quotation says something else than the text.
    let other = draft.after(&write(
        Place::Statement(0),
        "text",
        "We will never close it,",
    ));
    assert_eq!(codes(&other), ["quote-differs"]);
    // With its only statement a position goes, and comes back with it.
    let history = history.after(&Action::Remove(Place::Statement(0)));
    assert!(history.now().content().stances.is_empty());
    assert_eq!(
        history.next(Undone::Undo).map(|name| &**name),
        Some("remove.statement")
    );
    assert_eq!(history.step(Undone::Undo).now().content().stances.len(), 1);
}

#[test]
fn the_text_changes_only_while_nothing_is_marked() {
    let draft = with_text();
    let joined = draft.after(&Action::Join(1));
    assert_eq!(joined.content().paragraphs.len(), 2);
    let at = units("The fishers do not agree. They said so on Monday.");
    assert_eq!(
        joined.after(&Action::Split(1, at)).exported(),
        draft.exported()
    );
    let out = draft.after(&Action::Keep(0, false));
    assert_eq!(out.content().paragraphs[1].number, 1);
    assert_eq!(out.after(&Action::Keep(0, true)), draft);
    let marked = draft.after(&mark(&draft, 1, "They said so", StatementKind::Narration));
    for action in [Action::Join(0), Action::Split(0, 5), Action::Keep(0, false)] {
        assert_eq!(marked.after(&action), marked, "{action:?}");
    }
}

#[test]
fn words_that_stand_twice_are_told_apart_by_what_is_around_them() {
    let draft = with_text();
    let Action::Mark(one) = mark(&draft, 2, "harbour is", StatementKind::Narration) else {
        unreachable!("it is a mark");
    };
    // They begin another paragraph as well.
    assert_eq!(
        passages(&draft)
            .find(&one.targets[0])
            .map(|span| span.paragraph),
        Some(2)
    );
    let nothing = Span {
        paragraph: 0,
        from: 3,
        to: 4,
    };
    assert_eq!(passages(&draft).target(nothing), Err(Undescribable::Empty));
}

#[test]
fn an_interrupted_quotation_is_two() {
    let text = TEXT[0];
    let second = units(text) - 3;
    assert_eq!(
        quotation_around(text, second),
        Some((units(text) - 10, units(text) - 1))
    );
}
