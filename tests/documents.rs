//! The reader on good and bad documents: what it says, all of it, in order.
//!
//! The expected words stand beside each bad document. After a change of words,
//! `BLESS=1 cargo test --test documents` writes them anew, to be read in the
//! diff before they are committed.
#![cfg(not(target_arch = "wasm32"))]

mod cases;

use cases::{BAD, Case, DEPTH, GOOD, SEEDS, SYNTAX, TOLD, full_of_mistakes, nested};
use standpoint::article::{Document, Fault, Problem, Value, default_scale, read};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn read_text(text: &str) -> Result<Document, Vec<Problem>> {
    let value = Value::from_json(text).map_err(|problem| vec![problem])?;
    read(&value)
}

fn problems(text: &str) -> Vec<Problem> {
    read_text(text).err().unwrap_or_default()
}

fn lines(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/documents")
        .join(name)
}

fn good(name: &str) -> Document {
    let case = GOOD
        .iter()
        .find(|case| case.name == name)
        .expect("a good document of that name");
    read_text(case.json).expect("a good document")
}

#[test]
fn a_good_document_has_no_problem() {
    for case in GOOD.iter().chain(SEEDS) {
        assert_eq!(lines(&problems(case.json)), "", "{}", case.name);
    }
}

#[test]
fn a_bad_document_is_told_all_that_is_wrong_in_it() {
    let mut wrong = String::new();
    for case in BAD.iter().chain(SYNTAX) {
        let found = lines(&problems(case.json));
        if std::env::var_os("BLESS").is_some() {
            let path = folder("bad").join(format!("{}.expected.txt", case.name));
            fs::write(path, &found).expect("the folder can be written to");
        } else if found != case.expected {
            let Case { name, expected, .. } = case;
            wrong += &format!("{name}: expected\n{expected}but found\n{found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_not_json_is_a_syntax_error_and_nothing_else() {
    for case in SYNTAX {
        let found = problems(case.json);
        assert!(
            matches!(
                found.as_slice(),
                [Problem {
                    fault: Fault::Syntax { .. },
                    ..
                }]
            ),
            "{}",
            case.name
        );
    }
}

#[test]
fn the_list_of_cases_is_what_the_folders_hold() {
    let listed = |cases: &[&[Case]]| -> BTreeSet<String> {
        cases
            .iter()
            .flat_map(|cases| cases.iter())
            .map(|case| case.name.to_owned())
            .collect()
    };
    let held = |name| -> BTreeSet<String> {
        let entries = fs::read_dir(folder(name)).expect("the folder is there");
        entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("UTF-8")
            })
            .filter_map(|file| file.strip_suffix(".json").map(str::to_owned))
            .collect()
    };
    assert_eq!(listed(&[GOOD]), held("good"));
    assert_eq!(listed(&[BAD, SYNTAX]), held("bad"));
}

#[test]
fn a_document_may_be_so_deep_and_no_deeper() {
    assert_eq!(lines(&problems(&nested(DEPTH))), "");
    for depth in [DEPTH + 1, 10_000] {
        let found = lines(&problems(&nested(depth)));
        let words = "The document has more than 120 objects and lists inside each other, the most \
                     that is taken. Leave something out, or make several documents.\n";
        assert_eq!(found, format!("/x_deep{}: {words}", "/0".repeat(DEPTH - 1)));
    }
}

#[test]
fn of_a_document_full_of_mistakes_so_many_are_told_and_the_others_counted() {
    let told = |count| problems(&full_of_mistakes(count));
    assert_eq!(told(TOLD).len(), TOLD);
    for more in [1, 1_234] {
        let found = told(TOLD + more);
        assert_eq!(found.len(), TOLD + 1);
        assert_eq!(
            found.last().map(|p| &p.fault),
            Some(&Fault::More { count: more })
        );
        assert_eq!(Problem::count(&found), TOLD + more);
    }
    let last = told(TOLD + 1_234).pop().map(|problem| problem.to_string());
    let words = "(document): 1,234 more mistakes were found. Mend those above and check again.";
    assert_eq!(last.as_deref(), Some(words));
}

/// Names every variant: a new one does not compile until it is listed here,
/// and does not pass until a bad document shows it.
macro_rules! faults {
    ($($variant:ident),* $(,)?) => {
        const FAULTS: &[&str] = &[$(stringify!($variant)),*];

        fn variant(fault: &Fault) -> &'static str {
            match fault {
                $(Fault::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

faults![
    Syntax,
    Missing,
    WrongType,
    UnknownField,
    Blank,
    EmptyList,
    NotOneOf,
    BadFormat,
    BadId,
    DuplicateId,
    UnknownId,
    BadDate,
    EndBeforeStart,
    BadUrl,
    BadContact,
    BadLanguage,
    BadColor,
    BadDigest,
    BadPassageDigest,
    NoSuchParagraph,
    OffScale,
    ScaleOrder,
    ReservedPosition,
    NoSpeaker,
    TwoSpeakers,
    SpeakerOfOwnVoice,
    NoStatement,
    QuoteDiffers,
    RepeatedId,
    TooLong,
    TooMany,
    TooLarge,
    More,
];

#[test]
fn every_fault_has_a_bad_document_and_a_code_of_its_own() {
    let found: Vec<Problem> = BAD
        .iter()
        .chain(SYNTAX)
        .map(|case| case.json.to_owned())
        .chain([nested(DEPTH + 1), full_of_mistakes(TOLD + 1)])
        .flat_map(|json| problems(&json))
        .collect();
    let shown: BTreeSet<&str> = found
        .iter()
        .map(|problem| variant(&problem.fault))
        .collect();
    let codes: BTreeSet<&str> = found.iter().map(|problem| problem.fault.code()).collect();
    let all: BTreeSet<&str> = FAULTS.iter().copied().collect();
    assert_eq!(shown, all);
    assert_eq!(codes.len(), all.len());
    let page = include_str!("../docs/format.md");
    for code in codes {
        assert!(
            page.contains(&format!("`{code}`")),
            "{code} is not explained"
        );
    }
}

#[test]
fn every_pointer_leads_to_a_place_in_the_document() {
    for case in BAD {
        let json: serde_json::Value = serde_json::from_str(case.json).expect("JSON");
        for problem in problems(case.json) {
            assert!(
                json.pointer(&problem.pointer).is_some(),
                "{}: {problem}",
                case.name
            );
        }
    }
}

#[test]
fn no_problem_is_said_twice() {
    for case in BAD {
        let found = problems(case.json);
        for (index, problem) in found.iter().enumerate() {
            assert!(
                !found[..index].contains(problem),
                "{}: {problem}",
                case.name
            );
        }
    }
}

#[test]
fn every_problem_is_a_sentence_and_says_what_would_be_right() {
    for case in BAD.iter().chain(SYNTAX) {
        for line in lines(&problems(case.json)).lines() {
            let end = line.trim_end_matches(['.', '?']);
            assert_eq!(line.len() - end.len(), 1, "{}: {line}", case.name);
        }
    }
}

#[test]
fn what_is_left_out_is_empty_and_the_scale_stands_in() {
    let minimal = good("minimal");
    assert_eq!(minimal.scale, default_scale());
    assert!(minimal.people.is_empty() && minimal.stances.is_empty() && minimal.events.is_empty());
    assert_eq!(good("everything").scale.len(), 3);
}

#[test]
fn a_field_of_ones_own_changes_nothing() {
    let case = GOOD
        .iter()
        .find(|case| case.name == "x-fields")
        .expect("listed");
    let mut json: serde_json::Value = serde_json::from_str(case.json).expect("JSON");
    strip(&mut json);
    assert_eq!(read_text(&json.to_string()), read_text(case.json));
}

fn strip(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(fields) => {
            fields.retain(|name, _| !name.starts_with("x_"));
            fields.values_mut().for_each(strip);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

#[test]
fn of_a_key_that_comes_twice_the_last_counts() {
    let document = good("duplicate-key");
    assert_eq!(document.article.headline, "A bridge is closed");
    assert_eq!(document.organizations[0].id, "city");
}

#[test]
fn of_a_key_that_comes_twice_among_many_the_last_counts() {
    let fields = |order: &[usize]| -> String {
        let field = |(at, n): (usize, &usize)| format!("\"field{n}\": {at}, ");
        order.iter().enumerate().map(field).collect()
    };
    let order: Vec<usize> = (0..40).chain([7, 39, 7]).collect();
    let text = format!("{{ {} \"last\": null }}", fields(&order));
    let Ok(Value::Object(read)) = Value::from_json(&text) else {
        panic!("{text}")
    };
    assert_eq!(read.len(), 41);
    for (at, (name, value)) in read.iter().take(40).enumerate() {
        let last = order.iter().rposition(|n| *n == at).expect("it is there");
        assert_eq!(**name, *format!("field{at}"));
        assert_eq!(*value, Value::Number(last as f64));
    }
}

/// A summer of a text from south of the equator is not June to August.
#[test]
fn seasons_are_those_of_where_the_text_is_from() {
    let town = include_str!("../seeds/harbour-town.json");
    let built = |language: &str, date: &str| {
        let text = town
            .replace(
                "\"language\": \"en\"",
                &format!("\"language\": \"{language}\""),
            )
            .replace("\"189X\"", &format!("\"{date}\""));
        let document = read_text(&text).expect("a document without mistakes");
        let date = document.events[0].start_date.clone();
        assert_eq!(date.as_str(), date.to_string());
        (date.earliest(), date.latest())
    };
    let south = (Some((2024, 12, 1)), Some((2025, 2, 28)));
    let north = (Some((2024, 6, 1)), Some((2024, 8, 31)));
    for language in ["en-AU", "es-AR", "en-ZA", "pt-BR", "mi-Latn-NZ"] {
        assert_eq!(built(language, "2024-22"), south, "{language}");
    }
    for language in ["en", "en-GB", "es-MX", "de-AT"] {
        assert_eq!(built(language, "2024-22"), north, "{language}");
    }
    for (date, first, last) in [
        ("2024-21~", (2024, 9, 1), (2024, 11, 30)),
        ("2024-23", (2024, 3, 1), (2024, 5, 31)),
        ("2024-23/2024-24", (2024, 3, 1), (2024, 8, 31)),
    ] {
        assert_eq!(built("en-AU", date), (Some(first), Some(last)), "{date}");
    }
}
