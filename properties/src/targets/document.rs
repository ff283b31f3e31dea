//! Documents: what is JSON and what is none, broken in one place or in several.

use super::pieced;
use crate::{Choices, document};
use serde_json::{Value as Json, json};
use standpoint::article::{Problem, Value, advise, characters, read};

/// What may come in a value's place.
const TEXTS: [&str; 8] = [
    "",
    " ",
    "p0",
    "mixed",
    "\u{202e}",
    "2024-02-30",
    "http://a",
    "\u{0}",
];

/// A document, whole or broken, or the bytes themselves, are read without a panic;
/// mistakes name places that are there, and what is read is read again the same.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let source = match choices.below(3) {
        0 => choices.text(),
        _ => {
            let mut made = document(&mut choices);
            for _ in 0..choices.below(4) {
                break_one(&mut made, &mut choices);
            }
            made.to_string()
        }
    };
    let Ok(value) = Value::from_json(&source) else {
        return;
    };
    is_kept(source.trim_matches([' ', '\n', '\r', '\t']));
    characters(&value);
    match read(&value) {
        Ok(document) => {
            assert_eq!(read(&value).as_ref(), Ok(&document));
            advise(&document);
        }
        Err(problems) => are_told(&problems, &source),
    }
}

/// JSON that is kept as it is written comes out byte for byte.
fn is_kept(source: &str) {
    let kept = standpoint::json::Json::parse(source);
    assert_eq!(kept.map(|kept| kept.to_string()).as_deref(), Some(source));
}

/// Each mistake has a place that is in the document, or would be in what is there,
/// and says something.
fn are_told(problems: &[Problem], source: &str) {
    assert!(!problems.is_empty());
    let json: Json = serde_json::from_str(source).expect("it was JSON before");
    for Problem { pointer, fault } in problems {
        let around = pointer.rsplit_once('/').map_or("", |(around, _)| around);
        let is_there = json.pointer(pointer).is_some() || json.pointer(around).is_some();
        assert!(is_there, "{pointer} is no place");
        assert!(!fault.what().is_empty() && !fault.code().is_empty());
        fault.mend();
    }
}

/// Breaks one place: takes it out, or puts something else into it.
fn break_one(json: &mut Json, choices: &mut Choices<'_>) {
    let mut place = json;
    loop {
        let count = match &*place {
            Json::Object(fields) => fields.len(),
            Json::Array(items) => items.len(),
            _ => 0,
        };
        if count == 0 || choices.once_in(6) {
            break;
        }
        let at = choices.below(count);
        let out = choices.once_in(9);
        place = match place {
            Json::Object(fields) => {
                let name = fields.keys().nth(at).cloned().unwrap_or_default();
                if out {
                    fields.remove(&name);
                    return;
                }
                &mut fields[&name]
            }
            Json::Array(items) => {
                if out {
                    items.remove(at);
                    return;
                }
                &mut items[at]
            }
            _ => return,
        };
    }
    *place = match choices.below(9) {
        0 => Json::Null,
        1 => json!(choices.byte()),
        2 => json!(-0.5),
        3 => json!(u64::MAX),
        4 => json!([place.clone(), place.clone()]),
        5 => json!({ "id": place.clone() }),
        6 => json!(true),
        _ => json!(pieced(choices, &TEXTS, 3)),
    };
}
