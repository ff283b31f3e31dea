//! JSON that keeps how it is written.
//!
//! A document that somebody has written by hand, or another program, comes out of
//! the Studio as it went in, but for what was changed: the order of fields, how
//! numbers are written, white space, and fields that nobody here knows. So it is
//! kept as it is written, in parts that versions share.

use super::layout::Layout;
use super::scan::Scanner;
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
    pub(super) parts: Vec<Part<T>>,
    /// The space before the bracket that closes it.
    pub(super) end: Rc<str>,
}

/// An entry or a field with the space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<T> {
    pub(super) before: Rc<str>,
    pub(super) value: T,
    /// The space before the comma.
    pub(super) after: Rc<str>,
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// With its quotation marks.
    pub(super) name: Rc<str>,
    /// The colon with the space around it.
    pub(super) colon: Rc<str>,
    pub(super) value: Json,
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
    /// Reads a text that was read as JSON before; none if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        scanner.space();
        let value = scanner.value()?;
        scanner.space();
        scanner.is_done().then_some(value)
    }

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
    pub(super) fn around(&self, name: &str) -> (&str, &str) {
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

    /// The same with something else at the end of a way; none where that leads
    /// nowhere.
    pub fn edited(
        &self,
        way: &[Step],
        change: impl FnOnce(&Self, &Layout) -> Self,
    ) -> Option<Self> {
        self.edited_in(way, &Layout::of_root(self), change)
    }

    fn edited_in(
        &self,
        way: &[Step],
        layout: &Layout,
        change: impl FnOnce(&Self, &Layout) -> Self,
    ) -> Option<Self> {
        let Some((step, rest)) = way.split_first() else {
            return Some(change(self, layout));
        };
        match (self, step) {
            (Self::Object(fields), Step::Field(name)) => {
                let at = fields.parts.iter().rposition(|p| p.value.is_called(name))?;
                let part = &fields.parts[at];
                let inner = layout.of_part(&part.before);
                let value = part.value.value.edited_in(rest, &inner, change)?;
                let mut fields = Sequence::clone(fields);
                fields.parts[at].value.value = value;
                Some(Self::Object(fields.into()))
            }
            (Self::Array(entries), Step::Entry(at)) => {
                let part = entries.parts.get(*at)?;
                let inner = layout.of_part(&part.before);
                let value = part.value.edited_in(rest, &inner, change)?;
                let mut entries = Sequence::clone(entries);
                entries.parts[*at].value = value;
                Some(Self::Array(entries.into()))
            }
            _ => None,
        }
    }

    /// An object with this value in that field, in its place or as the last one;
    /// without the field, where there is no value. Anything else stays as it is.
    pub fn with(&self, name: &str, value: Option<&Value>, layout: &Layout) -> Self {
        let Self::Object(fields) = self else {
            return self.clone();
        };
        let at = fields.parts.iter().rposition(|p| p.value.is_called(name));
        let mut fields = Sequence::clone(fields);
        match (at, value) {
            (None, None) => return self.clone(),
            (Some(at), None) => fields.remove(at),
            (Some(at), Some(value)) => {
                let part = &mut fields.parts[at];
                if part.value.value.value() == *value {
                    return self.clone();
                }
                let layout = layout.in_place_of(&part.before, &part.value.value);
                part.value.value = layout.written(value);
            }
            (None, Some(value)) => {
                let (before, colon) = layout.of_next_field(&fields);
                let field = Field {
                    name: quoted(name).into(),
                    colon,
                    value: layout.of_part(&before).written(value),
                };
                fields.insert(fields.parts.len(), before, field, layout);
            }
        }
        Self::Object(fields.into())
    }

    /// A list with one more entry there. Anything else stays as it is.
    pub fn with_entry(&self, at: usize, value: &Value, layout: &Layout) -> Self {
        let Self::Array(entries) = self else {
            return self.clone();
        };
        let mut entries = Sequence::clone(entries);
        let before = layout.of_next_entry(&entries);
        let entry = layout.of_entry(&entries, &before).written(value);
        let at = at.min(entries.parts.len());
        entries.insert(at, before, entry, layout);
        Self::Array(entries.into())
    }

    /// A list without the entries that are not kept.
    pub fn without(&self, is_kept: impl Fn(usize, &Self) -> bool) -> Self {
        let Self::Array(entries) = self else {
            return self.clone();
        };
        let mut entries = Sequence::clone(entries);
        for at in (0..entries.parts.len()).rev() {
            if !is_kept(at, &entries.parts[at].value) {
                entries.remove(at);
            }
        }
        Self::Array(entries.into())
    }

    /// A list with an entry in another place.
    pub fn moved(&self, from: usize, to: usize) -> Self {
        let Self::Array(entries) = self else {
            return self.clone();
        };
        if from.max(to) >= entries.parts.len() {
            return self.clone();
        }
        // The space stays where it is; what it is around goes.
        let mut values: Vec<Json> = self.entries().cloned().collect();
        let value = values.remove(from);
        values.insert(to, value);
        let mut entries = Sequence::clone(entries);
        for (part, value) in entries.parts.iter_mut().zip(values) {
            part.value = value;
        }
        Self::Array(entries.into())
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
    fn insert(&mut self, at: usize, before: Rc<str>, value: T, layout: &Layout) {
        if self.parts.is_empty() {
            self.end = layout.of_end(&before);
        }
        let part = Part {
            before,
            value,
            after: "".into(),
        };
        self.parts.insert(at, part);
    }

    fn remove(&mut self, at: usize) {
        let gone = self.parts.remove(at);
        // The first one of a list often stands otherwise than the others.
        if let (0, Some(first)) = (at, self.parts.first_mut()) {
            first.before = gone.before;
        }
        if self.parts.is_empty() {
            self.end = "".into();
        }
    }

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
pub(super) fn quoted(text: &str) -> String {
    // A string can always be written.
    serde_json::to_string(text).unwrap_or_default()
}

fn unquoted(written: &str) -> Name {
    let text: Option<String> = serde_json::from_str(written).ok();
    text.unwrap_or_default().into()
}
