//! Whatever somebody does, and whatever was opened.

use super::{every_document, with_text};
use proptest::prelude::*;
use standpoint::article::{Selector, Speaker, StatementKind, TextQuote, Value};
use standpoint::draft::{Action, Draft, History, Mark, Place, Undone};

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
            targets: vec![
                Selector::Quote(TextQuote {
                    exact: text,
                    prefix: None,
                    suffix: None,
                })
                .into()
            ],
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
        text().prop_map(Action::Wave),
        text().prop_map(Action::AddEvent),
        (text(), -3.0..3.0).prop_map(|(label, value)| Action::AddPosition(label, value)),
        prop::collection::vec((text(), -2.0..2.0), 0..3).prop_map(Action::SetScale),
        (place(), prop::collection::vec(text(), 0..3)).prop_map(|(place, all)| Action::List(
            place,
            "conditions",
            all
        )),
        (place(), prop::option::of(0.0..9.0)).prop_map(|(place, number)| Action::Number(
            place,
            "paragraph",
            number
        )),
        (text(), text()).prop_map(|(one, other)| Action::Several(
            "x",
            vec![Action::AddTopic(one), Action::AddParty(other),]
        )),
        (text(), text()).prop_map(|(date, text)| Action::Correct(date, text)),
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
