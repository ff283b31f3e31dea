//! How what is new is written: as what stands around it.

use super::{Field, Json, Part, Sequence, quoted};
use crate::article::Value;
use std::rc::Rc;

/// How a value is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The line break and the indentation before the line that the value stands in;
    /// none where all stands in one line.
    line: Option<Rc<str>>,
    /// One more step of indentation.
    unit: Rc<str>,
}

/// Whether a line breaks in a space.
fn breaks(space: &str) -> bool {
    space.contains('\n')
}

impl Layout {
    /// How a whole text is laid out.
    pub(crate) fn of_root(json: &Json) -> Self {
        let first = match json {
            Json::Object(fields) => fields.parts.first().map(|part| &part.before),
            Json::Array(entries) => entries.parts.first().map(|part| &part.before),
            Json::Plain(_) => None,
        };
        let unit = first.and_then(|before| before.rsplit_once('\n'));
        Self {
            line: first.filter(|before| breaks(before)).map(|_| "\n".into()),
            unit: unit.map_or("  ", |(_, unit)| unit).into(),
        }
    }

    /// Of lines that are indented by two, from the left.
    pub fn plain() -> Self {
        Self {
            line: Some("\n".into()),
            unit: "  ".into(),
        }
    }

    /// How what follows this space is laid out: what follows no line break stands
    /// in the line of what holds it, all of it.
    pub(super) fn of_part(&self, before: &Rc<str>) -> Self {
        Self {
            line: breaks(before).then(|| before.clone()),
            unit: self.unit.clone(),
        }
    }

    /// How something else is laid out in the place of a value after this space.
    pub(super) fn in_place_of(&self, before: &Rc<str>, value: &Json) -> Self {
        let in_one_line = match value {
            Json::Array(entries) => !entries.parts.is_empty() && !breaks(&entries.end),
            Json::Object(fields) => !fields.parts.is_empty() && !breaks(&fields.end),
            Json::Plain(_) => false,
        };
        match in_one_line {
            true => self.inline(),
            false => self.of_part(before),
        }
    }

    fn inline(&self) -> Self {
        Self {
            line: None,
            unit: self.unit.clone(),
        }
    }

    fn deeper(&self) -> Rc<str> {
        match &self.line {
            Some(line) => format!("{line}{}", self.unit).into(),
            None => " ".into(),
        }
    }

    /// The space before an object's next field, and its colon.
    pub(super) fn of_next_field(&self, fields: &Sequence<Field>) -> (Rc<str>, Rc<str>) {
        match fields.parts.last() {
            // Where the first and others share lines, as the others.
            Some(part) => (part.before.clone(), part.value.colon.clone()),
            None => (self.deeper(), ": ".into()),
        }
    }

    /// The space before a list's next entry.
    pub(super) fn of_next_entry(&self, entries: &Sequence<Json>) -> Rc<str> {
        match entries.parts.last() {
            // `[1]` has no space that a second entry could have.
            Some(part) if entries.parts.len() == 1 && part.before.is_empty() => " ".into(),
            Some(part) => part.before.clone(),
            None => self.deeper(),
        }
    }

    /// How a list's next entry is laid out: as the last one is.
    pub(super) fn of_entry(&self, entries: &Sequence<Json>, before: &Rc<str>) -> Self {
        let other = entries.parts.last().map(|part| &part.value);
        match other {
            Some(Json::Object(fields)) if breaks(&fields.end) => self.of_part(&fields.end),
            Some(_) => self.inline(),
            None => self.of_part(before),
        }
    }

    /// The space before the bracket that closes what begins after this space.
    pub(super) fn of_end(&self, before: &Rc<str>) -> Rc<str> {
        match &self.line {
            Some(line) if breaks(before) => line.clone(),
            _ => before.clone(),
        }
    }

    /// A value as it is written here.
    pub fn written(&self, value: &Value) -> Json {
        let inner = self.of_part(&self.deeper());
        match value {
            Value::Null => Json::Plain("null".into()),
            Value::Bool(value) => Json::Plain(value.to_string().into()),
            Value::Number(value) => Json::Plain(value.to_string().into()),
            Value::String(text) => Json::Plain(quoted(text).into()),
            Value::Array(entries) => {
                let written = entries.iter().map(|entry| inner.written(entry));
                let mut sequence = self.sequence(written);
                if self.line.is_none() {
                    // `[1, 2]`, and not `[ 1, 2 ]`.
                    sequence.end = "".into();
                    if let Some(first) = sequence.parts.first_mut() {
                        first.before = "".into();
                    }
                }
                Json::Array(sequence.into())
            }
            Value::Object(fields) => {
                let written = fields.iter().map(|(name, value)| Field {
                    name: quoted(name).into(),
                    colon: ": ".into(),
                    value: inner.written(value),
                });
                Json::Object(self.sequence(written).into())
            }
        }
    }

    fn sequence<T>(&self, values: impl Iterator<Item = T>) -> Sequence<T> {
        let before = self.deeper();
        let part = |value| Part {
            before: before.clone(),
            value,
            after: "".into(),
        };
        let parts: Vec<Part<T>> = values.map(part).collect();
        let end = match parts.is_empty() {
            true => "".into(),
            false => self.of_end(&before),
        };
        Sequence { parts, end }
    }
}
