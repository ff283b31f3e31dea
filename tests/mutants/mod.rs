//! Every way to break one place of a document, or to leave it whole.

use serde_json::{Value as Json, json};

/// Texts that some field takes and others refuse, by a hair.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\t\n\u{a0}\u{3000}",
    "a",
    "A-b_9",
    "9",
    "-a",
    "_a",
    "a b",
    "a\n",
    "ä",
    "mixed",
    "narration",
    "direct_quote",
    "Narration",
    "TextQuoteSelector",
    "RangeSelector",
    "standpoint/1",
    "standpoint/1 ",
    "en",
    "zh-Hans-x-a",
    "abcdefghi",
    "en-",
    "en-abcdefghi",
    "x-a",
    "de_AT",
    "#123",
    "#12AbcD",
    "#12",
    "#1234",
    "#12345678",
    "#12g",
    "123",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
    "http://a",
    "HTTPS://a/b?c#d",
    "https://a b",
    "https:///a",
    "https://?",
    "https://#a",
    "https://",
    "https:a",
    "ftp://a",
    "javascript:alert(1)",
    "javascript://a",
    " https://a",
    "https://a\u{7}",
    "https://a\u{85}",
    "https://ä.example/ö",
    "mailto:a@b",
    "mailto:a@b@c",
    "mailto:@b",
    "mailto:a@",
    "mailto:a",
    "mailto:a b@c",
    "mailto:ä@ö",
    "MAILTO:a@b",
    "a@b",
    "2024-02-30",
    "2024",
];

/// The mutants of a document, each with what was done to it.
pub(crate) fn mutants(document: &Json, visit: &mut impl FnMut(String, &Json)) {
    let mut places = Vec::new();
    collect(document, String::new(), &mut places);
    let names = names(document);
    for place in &places {
        let found = document.pointer(place).expect("collected");
        if let Some(mutant) = without(document, place) {
            visit(format!("{place} deleted"), &mutant);
        }
        for value in replacements(found, &names) {
            visit(format!("{place} = {value}"), &with(document, place, value));
        }
    }
}

/// The document with another value at a place that is there.
pub(crate) fn with(document: &Json, place: &str, value: Json) -> Json {
    let mut mutant = document.clone();
    *mutant.pointer_mut(place).expect("a place of the document") = value;
    mutant
}

fn without(document: &Json, place: &str) -> Option<Json> {
    let (parent, name) = place.rsplit_once('/')?;
    let mut mutant = document.clone();
    match mutant.pointer_mut(parent)? {
        Json::Object(fields) => {
            fields.remove(&name.replace("~1", "/").replace("~0", "~"))?;
        }
        Json::Array(items) => {
            items.remove(name.parse().ok()?);
        }
        _ => return None,
    }
    Some(mutant)
}

fn replacements(found: &Json, names: &[String]) -> Vec<Json> {
    let mut values = vec![
        Json::Null,
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(7.5),
        json!("text"),
        json!([]),
        json!({}),
        json!([found]),
        json!({ "a": found }),
    ];
    match found {
        Json::String(_) => values.extend(TEXTS.iter().map(|text| json!(text))),
        Json::Number(_) => values.extend([
            json!(-0.0),
            json!(-1),
            json!(1.0),
            json!(-2),
            json!(2),
            json!(-2.000_000_000_000_001),
            json!(2.000_000_000_000_001),
            json!(0.1),
            json!(1e2),
            json!(4_294_967_295_u32),
            json!(4_294_967_295.5),
            json!(4_294_967_296_u64),
            json!(u64::MAX),
            json!(i64::MIN),
            json!(1e308),
        ]),
        Json::Array(items) => {
            let twice = items.iter().flat_map(|item| [item.clone(), item.clone()]);
            values.push(twice.collect());
            for other in [json!("a"), json!("a b"), json!(" "), json!(null), json!({})] {
                values.push(items.iter().cloned().chain([other]).collect());
            }
        }
        Json::Object(fields) => {
            let more = names.iter().filter(|name| !fields.contains_key(*name));
            for name in more {
                for value in [json!("a"), json!(1), json!([]), json!({}), json!(null)] {
                    let mut object = found.clone();
                    object[name] = value;
                    values.push(object);
                }
            }
        }
        _ => {}
    }
    values
}

/// Every name of a field in the document, and some that are none.
fn names(document: &Json) -> Vec<String> {
    let mut places = Vec::new();
    collect(document, String::new(), &mut places);
    let unknown = [
        "unknown", "x_own", "x_", "x", "X_own", "Id", "", "a/b~c", "$ref",
    ];
    let mut names: Vec<String> = unknown.map(str::to_owned).to_vec();
    let last = |place: &String| place.rsplit('/').next().map(str::to_owned);
    names.extend(
        places
            .iter()
            .filter_map(last)
            .filter(|name| name.parse::<usize>().is_err()),
    );
    names.sort_unstable();
    names.dedup();
    names
}

fn collect(json: &Json, place: String, places: &mut Vec<String>) {
    match json {
        Json::Object(fields) => {
            for (name, value) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(value, format!("{place}/{name}"), places);
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{place}/{index}"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}
