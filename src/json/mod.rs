//! JSON that keeps how it is written.
//!
//! A document that somebody has written by hand, or another program, comes out of
//! the Studio as it went in, but for what was changed: the order of fields, how
//! numbers are written, white space, and fields that nobody here knows. So it is
//! kept as it is written, in parts that versions share.

mod edit;
mod layout;
mod scan;

pub use layout::Layout;

use crate::article::{Name, Value};
use std::rc::Rc;

/// A JSON value as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`, a boolean, a number or a string.
    Plain(Rc<str>),
    /// A list.
    Array(Rc<Sequence<Json>>),
    /// An object.
    Object(Rc<Sequence<Field>>),
}

/// What stands between two brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence<T> {
    parts: Vec<Part<T>>,
    /// The space before the bracket that closes it.
    end: Rc<str>,
}

/// An entry or a field with the space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part<T> {
    before: Rc<str>,
    value: T,
    /// The space before the comma.
    after: Rc<str>,
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// With its quotation marks.
    name: Rc<str>,
    /// The colon with the space around it.
    colon: Rc<str>,
    value: Json,
}

/// A step into a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a field of an object.
    Field(&'static str),
    /// To an entry of a list.
    Entry(usize),
}

impl Json {
    /// A string.
    pub fn string(text: &str) -> Self {
        Self::Plain(quoted(text).into())
    }

    /// The field of an object; of a name that comes twice, the last.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        let mut fields = fields.parts.iter().rev();
        let field = fields.find(|part| part.value.is_called(name))?;
        Some(&field.value.value)
    }

    /// The space around a field's value, without that after a colon.
    pub(crate) fn around(&self, name: &str) -> (&str, &str) {
        let Self::Object(fields) = self else {
            return ("", "");
        };
        let mut parts = fields.parts.iter().rev();
        let Some(part) = parts.find(|part| part.value.is_called(name)) else {
            return ("", "");
        };
        let colon = part.value.colon.trim_start().trim_start_matches(':');
        (colon.strip_prefix(' ').unwrap_or(colon), &part.after)
    }

    /// What stands at the end of a way.
    pub fn at(&self, way: &[Step]) -> Option<&Self> {
        way.iter().try_fold(self, |json, step| match step {
            Step::Field(name) => json.get(name),
            Step::Entry(index) => json.entries().nth(*index),
        })
    }

    /// The entries of a list; none for anything else.
    pub fn entries(&self) -> impl Iterator<Item = &Self> {
        let parts = match self {
            Self::Array(entries) => entries.parts.as_slice(),
            _ => &[],
        };
        parts.iter().map(|part| &part.value)
    }

    /// The text that a string is.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Plain(written) => serde_json::from_str(written).ok(),
            _ => None,
        }
    }

    /// The number that it is.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Plain(written) => serde_json::from_str(written).ok(),
            _ => None,
        }
    }

    /// Whether it is `true`.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Plain(written) if &**written == "true")
    }

    /// What it means, for those who do not care how it is written.
    pub fn value(&self) -> Value {
        match self {
            Self::Plain(written) => match &**written {
                "null" => Value::Null,
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                _ => match self.text() {
                    Some(text) => Value::String(text),
                    None => self.number().map_or(Value::Null, Value::Number),
                },
            },
            Self::Array(_) => Value::Array(self.entries().map(Self::value).collect()),
            Self::Object(fields) => {
                let mut known: Vec<(Name, Value)> = Vec::with_capacity(fields.parts.len());
                for part in &fields.parts {
                    let name = unquoted(&part.value.name);
                    let value = part.value.value.value();
                    match known.iter_mut().find(|(other, _)| *other == name) {
                        Some(field) => field.1 = value,
                        None => known.push((name, value)),
                    }
                }
                Value::Object(known)
            }
        }
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Plain(written) => text.push_str(written),
            Self::Array(entries) => entries.write(text, ['[', ']'], Self::write),
            Self::Object(fields) => fields.write(text, ['{', '}'], |field, text| {
                text.push_str(&field.name);
                text.push_str(&field.colon);
                field.value.write(text);
            }),
        }
    }
}

/// As it is written.
impl std::fmt::Display for Json {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

impl Field {
    fn is_called(&self, name: &str) -> bool {
        let written = &self.name[1..self.name.len() - 1];
        written == name || (written.contains('\\') && *unquoted(&self.name) == *name)
    }
}

impl<T> Sequence<T> {
    fn write(&self, text: &mut String, around: [char; 2], write: impl Fn(&T, &mut String)) {
        text.push(around[0]);
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            text.push_str(&part.before);
            write(&part.value, text);
            text.push_str(&part.after);
        }
        text.push_str(&self.end);
        text.push(around[1]);
    }
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    // A string can always be written.
    serde_json::to_string(text).unwrap_or_default()
}

fn unquoted(written: &str) -> Name {
    let text: Option<String> = serde_json::from_str(written).ok();
    text.unwrap_or_default().into()
}
