//! Documents: what is JSON and what is none, broken in one place or in several.

use crate::{Choices, broken, document};
use serde_json::Value as Json;
use standpoint::article::{Problem, Value, advise, characters, read};

/// A document, whole or broken, or the bytes themselves, are read without a panic;
/// mistakes name places that are there, and what is read is read again the same.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let source = match choices.below(3) {
        0 => choices.text(),
        _ => {
            let mut made = document(&mut choices);
            for _ in 0..choices.below(4) {
                broken::one(&mut made, &mut choices);
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
