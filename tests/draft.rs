//! A document while it is made: what goes in comes out, what is done is undone, and
//! nothing else changes.

use proptest::prelude::*;
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
        target,
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
    let seed = include_str!("../seeds/harbour-town.json");
    let draft = Draft::open(seed).expect("it is a document");
    let after = draft
        .after(&Action::AddTopic("The old quay".to_owned()))
        .exported();
    let line =
        "    { \"id\": \"the-old-quay\", \"name\": \"The old quay\", \"question\": \"\" }\n  ],";
    assert!(after.contains(line), "{after}");

    let seed = include_str!("../seeds/ceasefire-2025.json");
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
            .find(&one.target)
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

fn text() -> impl Strategy<Value = String> {
    "[a-c “”é🚢\n\"\\\\]{0,12}"
}

fn place() -> impl Strategy<Value = Place> {
    (0..10_usize, 0..4_usize).prop_map(|(kind, at)| match kind {
        0 => Place::Document,
        1 => Place::Article,
        2 => Place::Review,
        3 => Place::Party(at),
        4 => Place::Person(at),
        5 => Place::Topic(at),
        6 => Place::Position(at),
        7 => Place::Statement(at),
        8 => Place::Stance(at),
        _ => Place::Event(at),
    })
}

/// Whatever somebody may do, whether it can be done or not.
fn action() -> impl Strategy<Value = Action> {
    let field = prop::sample::select(vec![
        "name", "question", "text", "summary", "date", "headline", "x_own",
    ]);
    let voice = prop::sample::select(StatementKind::ALL.to_vec());
    let at = 0..4_usize;
    prop_oneof![
        prop::collection::vec(text(), 0..4).prop_map(Action::SetText),
        (at.clone(), any::<bool>()).prop_map(|(at, is)| Action::Keep(at, is)),
        at.clone().prop_map(Action::Join),
        (at.clone(), at.clone()).prop_map(|(at, unit)| Action::Split(at, unit)),
        (at.clone(), any::<bool>()).prop_map(|(at, is)| Action::Read(at, is)),
        (place(), field, text()).prop_map(|(place, field, text)| Action::Write(place, field, text)),
        text().prop_map(Action::AddParty),
        (text(), prop::option::of(text())).prop_map(|(name, party)| Action::AddPerson(name, party)),
        text().prop_map(Action::AddTopic),
        (voice.clone(), text()).prop_map(|(kind, text)| Action::Mark(Box::new(Mark {
            kind,
            speaker: None,
            text: text.clone(),
            paragraph: 1,
            target: standpoint::article::Selector::Quote(standpoint::article::TextQuote {
                exact: text,
                prefix: None,
                suffix: None,
            })
            .into(),
        }))),
        (at.clone(), voice).prop_map(|(at, kind)| Action::Voice(at, kind)),
        (at.clone(), text()).prop_map(|(at, words)| Action::Speak(at, Speaker::Unnamed(words))),
        (
            prop::option::of(at.clone()),
            prop::collection::vec("s[1-3]", 0..3)
        )
            .prop_map(|(stance, statements)| {
                Action::Rest {
                    stance,
                    party: "a".to_owned(),
                    topic: "b".to_owned(),
                    statements,
                }
            }),
        place().prop_map(Action::Remove),
        (place(), at).prop_map(|(place, to)| Action::Move(place, to)),
    ]
}

/// JSON as nobody would write it.
fn json() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec![
        "null",
        "true",
        "-0",
        "1.50",
        "2E+3",
        "12345678901234567890",
        "\"\"",
        "\"\\u00e9\\\"]}\"",
        "\"a, b\"",
    ]);
    plain
        .prop_map(str::to_owned)
        .prop_recursive(3, 20, 4, |inner| {
            let name = prop::sample::select(vec!["\"a\"", "\"\\u0061\"", "\"b\\\\\"", "\"\""]);
            let field = (name, "[ \n]{0,2}", inner.clone())
                .prop_map(|(name, space, value)| format!("{name}{space}:{space}{value}"));
            let joined = |parts: Vec<String>, space: &str| parts.join(&format!("{space},{space}"));
            prop_oneof![
                (prop::collection::vec(inner, 0..4), "[ \n\t]{0,2}").prop_map(
                    move |(parts, space)| format!("[{space}{}{space}]", joined(parts, &space))
                ),
                (prop::collection::vec(field, 0..4), "[ \n\t]{0,2}").prop_map(
                    move |(parts, space)| format!("{{{space}{}{space}}}", joined(parts, &space))
                ),
            ]
        })
}

fn beginning() -> impl Strategy<Value = Draft> {
    let seeds = every_document();
    prop_oneof![
        Just(Draft::begin("uk")),
        Just(with_text()),
        prop::sample::select(seeds).prop_map(|text| Draft::open(&text).expect("it is a document")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn all_that_is_done_is_undone_and_redone(
        draft in beginning(),
        actions in prop::collection::vec(action(), 0..20),
    ) {
        let start = draft.saved();
        let mut history = History::new(draft);
        let mut steps = 0;
        for action in &actions {
            let next = history.after(action);
            if next.now() != history.now() {
                steps += 1;
                prop_assert_eq!(next.next(Undone::Undo).map(|name| name.to_string()), Some(action.name()));
            }
            history = next;
            // Whatever it is, it is JSON, and opens again as it is.
            let saved = history.now().saved();
            let again = Draft::open(&saved);
            prop_assert_eq!(again.map(|draft| draft.saved()), Ok(saved));
        }
        let end = history.now().saved();
        for _ in 0..steps {
            history = history.step(Undone::Undo);
        }
        prop_assert_eq!(history.now().saved(), &*start);
        prop_assert!(history.next(Undone::Undo).is_none());
        for _ in 0..steps {
            history = history.step(Undone::Redo);
        }
        prop_assert_eq!(history.now().saved(), end);
        prop_assert!(history.next(Undone::Redo).is_none());
    }

    /// However it is written, and whatever else is in it.
    #[test]
    fn any_document_comes_out_as_it_went_in(
        space in "[ \n\t\r]{0,3}",
        value in json(),
        end in "[ \n]{0,2}",
    ) {
        let text = format!("{space}{{{space}\"x_own\"{space}: {value}{space},\"format\":\"standpoint/1\" }}{end}");
        let draft = Draft::open(&text).expect("it is a document");
        prop_assert_eq!(draft.exported(), &*text);
        prop_assert_eq!(draft.document(), Value::from_json(&text).expect("JSON"));
        prop_assert_eq!(Draft::open(&draft.saved()).map(|draft| draft.exported()), Ok(text));
    }
}
