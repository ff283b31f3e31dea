//! Characters that nobody sees and that change what is seen.

use super::{Finding, Value};

/// Whether a character turns the direction of what stands beside it, over the end
/// of a name as well: embeddings, overrides and isolates.
pub fn is_of_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text without what may not be shown: what turns a direction, and what no text
/// has, controls and non-characters.
pub(super) fn to_be_shown(text: String) -> String {
    if !text.contains(is_dropped) {
        return text;
    }
    text.replace(is_dropped, "")
}

fn is_dropped(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || is_of_direction(c)
        || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// Whether a character is not seen, though it is there: two names may differ in
/// nothing else. Soft hyphens, the joiners that scripts need and the marks of
/// direction that Arabic and Hebrew are written with are not meant.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'
            | '\u{2060}'..='\u{2064}' | '\u{2028}' | '\u{2029}' | '\u{206A}'..='\u{206F}'
            | '\u{2800}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0001}'
    )
}

/// The characters of a document's texts that are not seen: a mistake where they
/// turn a direction, since they let words seem to be another's, and otherwise
/// worth a look. A replacement character stands for what could not be read.
pub fn characters(document: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    walk(document, &mut String::new(), &mut findings);
    findings
}

fn walk(value: &Value, pointer: &mut String, findings: &mut Vec<Finding>) {
    let length = pointer.len();
    match value {
        Value::String(text) => findings.extend(of_text(text, pointer)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointer.push_str(&format!("/{index}"));
                walk(item, pointer, findings);
                pointer.truncate(length);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                walk(item, pointer, findings);
                pointer.truncate(length);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What there is to say of one text, once of each kind.
fn of_text(text: &str, pointer: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if text.is_ascii() && !text.contains(is_dropped) {
        return findings;
    }
    let first = |is_it: fn(char) -> bool| {
        let found = text.chars().enumerate().find(|(_, c)| is_it(*c));
        found.map(|(at, c)| (at + 1, format!("U+{:04X}", u32::from(c))))
    };
    if let Some((at, name)) = first(is_of_direction) {
        findings.push(Finding::error(
            pointer.to_owned(),
            "turned-direction",
            format!(
                "Character {at} of the text, {name}, turns the direction of what stands around"
            ),
            "Take it out: each text has its own direction without it".to_owned(),
        ));
    }
    if let Some((at, name)) = first(|c| is_dropped(c) && !is_of_direction(c)) {
        findings.push(Finding::warning(
            pointer.to_owned(),
            "unseen-character",
            format!("Character {at} of the text, {name}, is a control character and is left out"),
            "Take it out".to_owned(),
        ));
    }
    if let Some((at, name)) = first(is_unseen) {
        findings.push(Finding::warning(
            pointer.to_owned(),
            "unseen-character",
            format!("Character {at} of the text, {name}, is not seen"),
            "Take it out, if nothing needs it".to_owned(),
        ));
    }
    if let Some((at, _)) = first(|c| c == char::REPLACEMENT_CHARACTER) {
        findings.push(Finding::warning(
            pointer.to_owned(),
            "unreadable-character",
            format!("Character {at} of the text stands for one that could not be read"),
            "Write the one that is meant".to_owned(),
        ));
    }
    findings
}
