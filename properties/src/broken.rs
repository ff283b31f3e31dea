//! Documents with something wrong in them.

use crate::{Choices, pieced};
use serde_json::{Value as Json, json};

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

/// Breaks one place: takes it out, or puts something else into it.
pub fn one(json: &mut Json, choices: &mut Choices<'_>) {
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
