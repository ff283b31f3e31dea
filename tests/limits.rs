//! How large a document may be: what is within the limits is taken, what is
//! beyond is refused with one clear problem, by the reader as by the schema.
#![cfg(not(target_arch = "wasm32"))]

mod cases;

use cases::GOOD;
use jsonschema::Validator;
use serde_json::{Value as Json, json};
use standpoint::article::{Fault, Problem, Value, limits, read_owned};

const SCHEMA: &str = include_str!("../static/schema/standpoint-1.json");

/// Every list of the format, as it stands in the document `everything`, and how
/// many entries it may have.
const LISTS: [(&str, usize); 14] = [
    ("/review/notes", limits::TEXTS),
    ("/review/corrections", limits::TEXTS),
    ("/organizations", limits::ORGANIZATIONS),
    ("/people", limits::PEOPLE),
    ("/topics", limits::TOPICS),
    ("/topics/0/statement_ids", limits::IDS),
    ("/scale", limits::SCALE),
    ("/statements", limits::STATEMENTS),
    ("/stances", limits::STANCES),
    ("/stances/0/conditions", limits::TEXTS),
    ("/stances/0/statement_ids", limits::IDS),
    ("/events", limits::EVENTS),
    ("/events/0/organization_ids", limits::IDS),
    ("/events/0/statement_ids", limits::IDS),
];

fn everything() -> Json {
    let case = GOOD.iter().find(|case| case.name == "everything");
    serde_json::from_str(case.expect("listed").json).expect("JSON")
}

fn validator() -> Validator {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is a schema")
}

fn problems(document: &Json) -> Vec<Problem> {
    let value: Value = serde_json::from_value(document.clone()).expect("a tree");
    read_owned(value).err().unwrap_or_default()
}

/// What the schema holds of a document that the reader has nothing to say of but
/// what lies beyond a schema: ids that are none of the document's.
fn refuses_for_size(document: &Json) -> bool {
    let is_of_size = |p: &Problem| matches!(p.fault, Fault::TooLong { .. } | Fault::TooMany { .. });
    problems(document).iter().any(is_of_size)
}

/// A list of so many entries, which differ in their ids where they have any.
fn filled(list: &Json, count: usize) -> Json {
    let first = &list[0];
    let entry = |n: usize| match first {
        Json::String(_) => json!(format!("id{n}")),
        _ => {
            let mut entry = first.clone();
            if let Some(id) = entry.get_mut("id") {
                *id = json!(format!("id{n}"));
            }
            entry
        }
    };
    (0..count).map(entry).collect()
}

#[test]
fn a_list_may_be_so_long_and_no_longer() {
    let validator = validator();
    for (place, most) in LISTS {
        let mut document = everything();
        let list = document.pointer(place).expect("the document has all lists");
        let (full, over) = (filled(list, most), filled(list, most + 1));
        *document.pointer_mut(place).expect("there") = full;
        assert!(!refuses_for_size(&document), "{place} is full");
        assert!(validator.is_valid(&document), "{place} is full");
        *document.pointer_mut(place).expect("there") = over;
        let found = problems(&document);
        let expected = Problem {
            pointer: place.to_owned(),
            fault: Fault::TooMany {
                found: most + 1,
                most,
            },
        };
        assert_eq!(found, [expected], "{place}");
        assert!(!validator.is_valid(&document), "{place} is too long");
    }
}

/// How long the text of a field may be.
fn most_of(place: &str) -> usize {
    let field = place.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
    let entry_of_list = field.len() < place.len();
    match field.rsplit('/').next().unwrap_or_default() {
        "id" | "organization_id" | "topic_id" | "speaker_id" | "position" => limits::ID,
        "statement_ids" | "organization_ids" if entry_of_list => limits::ID,
        "language" | "date" | "date_published" | "updated" | "start_date" | "end_date" => {
            limits::DATE
        }
        "headline" | "publisher" | "name" | "short_name" | "classification" | "role" | "group"
        | "label" | "attribution_text" => limits::NAME,
        "url" | "contact" => limits::ADDRESS,
        "description" | "method" | "notes" | "text" | "question" | "exact" | "prefix"
        | "suffix" | "summary" | "conditions" => limits::TEXT,
        other => panic!("{other} at {place}: say how long it may be"),
    }
}

/// Every text of the document, but those of which only a few words are taken.
fn texts(json: &Json, place: String, found: &mut Vec<String>) {
    match json {
        Json::Object(fields) => {
            for (name, value) in fields {
                let closed = [
                    "$schema",
                    "format",
                    "type",
                    "kind",
                    "color",
                    "text_digest",
                    "digest",
                ];
                if !closed.contains(&name.as_str()) && !name.starts_with("x_") {
                    texts(value, format!("{place}/{name}"), found);
                }
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, format!("{place}/{index}"), found);
            }
        }
        Json::String(_) => found.push(place),
        _ => {}
    }
}

/// A text of so many characters that is right in its form, as far as a schema
/// can tell.
fn long(place: &str, length: usize) -> String {
    let start = match place {
        "/article/url" | "/review/contact" => "https://a/",
        "/language" => {
            return format!("en{}", "-a".repeat(length))
                .chars()
                .take(length)
                .collect();
        }
        _ => "",
    };
    // Where any letter may stand, one of four bytes: characters are counted.
    let letter = if most_of(place) == limits::ID {
        "a"
    } else {
        "𝔞"
    };
    start.to_owned() + &letter.repeat(length - start.len())
}

#[test]
fn a_text_may_be_so_long_and_no_longer() {
    let validator = validator();
    let document = everything();
    let mut places = Vec::new();
    texts(&document, String::new(), &mut places);
    assert!(places.len() > 100);
    for place in places {
        let most = most_of(&place);
        let with = |length| {
            let mut document = document.clone();
            *document.pointer_mut(&place).expect("collected") = json!(long(&place, length));
            document
        };
        let full = with(most);
        assert!(!refuses_for_size(&full), "{place} is full");
        assert!(validator.is_valid(&full), "{place} is full");
        let over = with(most + 1);
        let expected = Problem {
            pointer: place.clone(),
            fault: Fault::TooLong {
                found: most + 1,
                most,
            },
        };
        assert_eq!(problems(&over), [expected], "{place}");
        assert!(!validator.is_valid(&over), "{place} is too long");
    }
}

/// A document that is full in every list that stands by itself.
fn full() -> Json {
    let mut document = everything();
    let ids = |list: &str, most: usize| -> Vec<String> {
        (0..most).map(|n| format!("{list}{n}")).collect()
    };
    let parties = ids("party", limits::ORGANIZATIONS);
    let topics = ids("topic", limits::TOPICS);
    let statements = ids("statement", limits::STATEMENTS);
    let named = |list: &Json, id: &str| {
        let mut entry = list[0].clone();
        entry["id"] = json!(id);
        entry
    };
    let list = |place: &str, ids: &[String]| -> Json {
        ids.iter().map(|id| named(&document[place], id)).collect()
    };
    let organizations = list("organizations", &parties);
    let mut all_topics = list("topics", &topics);
    for topic in all_topics.as_array_mut().expect("a list") {
        topic["statement_ids"] = json!([]);
    }
    let mut people = list("people", &ids("person", limits::PEOPLE));
    for person in people.as_array_mut().expect("a list") {
        person["organization_id"] = json!(parties[0]);
    }
    let scale: Json = (0..limits::SCALE)
        .map(|n| json!({ "id": format!("p{n}"), "label": "p", "value": n as f64 / 10.0 - 2.0 }))
        .collect();
    let narration = json!({
        "kind": "narration", "text": "It is so.", "paragraph": 1,
        "target": { "type": "TextQuoteSelector", "exact": "so it is" },
    });
    let all_statements: Json = statements
        .iter()
        .map(|id| {
            let mut statement = narration.clone();
            statement["id"] = json!(id);
            statement
        })
        .collect();
    let stance = |n: usize| {
        json!({
            "organization_id": parties[n % parties.len()],
            "topic_id": topics[n / parties.len() % topics.len()],
            "position": "mixed",
            "summary": "Both.",
            "statement_ids": [statements[n % statements.len()]],
        })
    };
    let stances: Json = (0..limits::STANCES).map(stance).collect();
    let mut events = list("events", &ids("event", limits::EVENTS));
    for event in events.as_array_mut().expect("a list") {
        event["organization_ids"] = json!(parties);
        event["statement_ids"] = json!([]);
    }
    for (field, value) in [
        ("organizations", organizations),
        ("topics", all_topics),
        ("people", people),
        ("scale", scale),
        ("statements", all_statements),
        ("stances", stances),
        ("events", events),
    ] {
        document[field] = value;
    }
    document
}

#[test]
fn a_document_that_is_full_throughout_is_taken() {
    let document = full();
    assert_eq!(problems(&document), []);
    assert!(validator().is_valid(&document));
    assert!(document.to_string().len() < limits::BYTES);
}

/// Nothing in the schema is without an end, but what is read no further.
#[test]
fn every_list_and_text_of_the_schema_has_an_end() {
    fn walk(json: &Json, path: &str, endless: &mut Vec<String>) {
        let Some(fields) = json.as_object() else {
            return;
        };
        let is = |kind| fields.get("type") == Some(&json!(kind));
        let has = |word| fields.contains_key(word);
        // Digests and colours have so many digits.
        let counted = ["/text_digest", "/digest", "/color"]
            .iter()
            .any(|end| path.ends_with(end));
        // A question about a type is no list.
        let counted = counted || path.ends_with("/if");
        if is("array") && !has("maxItems") && !counted
            || is("string") && !has("maxLength") && !counted
        {
            endless.push(path.to_owned());
        }
        for (name, value) in fields {
            walk(value, &format!("{path}/{name}"), endless);
        }
    }
    let schema: Json = serde_json::from_str(SCHEMA).expect("JSON");
    let mut endless = Vec::new();
    walk(&schema, "", &mut endless);
    assert_eq!(endless, Vec::<String>::new());
}

#[test]
fn a_document_may_hold_so_many_values_and_no_more() {
    // What is a field of one's own is read no further, but it is there.
    let with = |more: usize| {
        let mut text = String::from(r#"{ "x_many": [0"#);
        text.push_str(&",0".repeat(more));
        text.push_str("] }");
        Value::from_json(&text).map(|_| ())
    };
    // The object, the list and the first 0 are values as well.
    assert_eq!(with(limits::VALUES - 3), Ok(()));
    let refused = with(limits::VALUES - 2).expect_err("it is too large");
    let words = "/x_many/3999998: The document has more than 4,000,000 values, the most that is \
                 taken. Leave something out, or make several documents.";
    assert_eq!(refused.to_string(), words);
}

/// A document without bounds costs no more than its bytes: what is wrong in it
/// is told so often and no more, and at length so long.
#[test]
fn what_is_told_of_a_document_is_bounded() {
    let mut document = full();
    for (list, field) in [
        ("stances", "topic_id"),
        ("statements", "kind"),
        ("people", "role"),
    ] {
        for entry in document[list].as_array_mut().expect("a list") {
            entry[field] = json!("topyc".repeat(1_000));
        }
    }
    let found = problems(&document);
    let told: usize = found.iter().map(|problem| problem.to_string().len()).sum();
    assert!(
        found.len() <= 201 && told < 40_000,
        "{} {told}",
        found.len()
    );
    let wrong = limits::STANCES + limits::STATEMENTS + limits::PEOPLE;
    assert_eq!(Problem::count(&found), wrong);
}
