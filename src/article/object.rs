//! Reading the fields of one JSON object, noting everything that is wrong.
//!
//! A field that cannot be read is reported and stands as an empty value, so
//! that reading goes on; the values are thrown away if anything was reported.

use super::problem::{Fault, Problem, nearest};
use super::{Edtf, Value};
use std::cell::RefCell;

/// Where problems are gathered while a document is read.
pub(super) type Problems = RefCell<Vec<Problem>>;

/// One object of the document and its place.
pub(super) struct Object<'a> {
    fields: &'a [(String, Value)],
    pointer: String,
    asked: Vec<&'static str>,
    problems: &'a Problems,
    /// Set where there is no object at all: that was said once, and its
    /// missing fields are not held against it.
    muted: bool,
}

impl<'a> Object<'a> {
    pub(super) fn new(value: &'a Value, pointer: String, problems: &'a Problems) -> Self {
        let mut object = Self {
            fields: &[],
            pointer,
            asked: Vec::new(),
            problems,
            muted: false,
        };
        match value {
            Value::Object(fields) => object.fields = fields,
            other => {
                object.report_at(String::new(), wrong_type("an object", other));
                object.muted = true;
            }
        }
        object
    }

    fn get(&mut self, field: &'static str) -> Option<&'a Value> {
        self.asked.push(field);
        self.fields
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, value)| value)
    }

    fn required(&mut self, field: &'static str) -> Option<&'a Value> {
        let value = self.get(field);
        if value.is_none() {
            self.report_at(String::new(), Fault::Missing { field });
        }
        value
    }

    fn report_at(&self, suffix: String, fault: Fault) {
        if !self.muted {
            let pointer = format!("{}{suffix}", self.pointer);
            self.problems.borrow_mut().push(Problem { pointer, fault });
        }
    }

    /// Notes a fault of a field.
    pub(super) fn report(&self, field: &str, fault: Fault) {
        self.report_at(format!("/{field}"), fault);
    }

    /// Notes a fault of the object itself.
    pub(super) fn report_self(&self, fault: Fault) {
        self.report_at(String::new(), fault);
    }

    /// Whether there is a field of that name.
    pub(super) fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|(name, _)| name == field)
    }

    /// Whether a list is left out or has nothing in it.
    pub(super) fn is_empty_or_absent(&self, field: &str) -> bool {
        let value = self.fields.iter().find(|(name, _)| name == field);
        value.is_none_or(|(_, value)| matches!(value, Value::Array(items) if items.is_empty()))
    }

    /// Lets a field be there without reading it.
    pub(super) fn ignore(&mut self, field: &'static str) {
        self.asked.push(field);
    }

    fn text_of(&self, place: &str, value: &Value) -> Option<String> {
        match value {
            Value::String(text) if text.trim().is_empty() => {
                self.report(place, Fault::Blank);
                None
            }
            Value::String(text) => Some(text.clone()),
            other => {
                self.report(place, wrong_type("a string", other));
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, field: &'static str) -> String {
        let value = self.required(field);
        value
            .and_then(|value| self.text_of(field, value))
            .unwrap_or_default()
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, field: &'static str) -> Option<String> {
        let value = self.get(field)?;
        self.text_of(field, value)
    }

    /// A text in a form of its own: a web address, a colour.
    pub(super) fn optional_checked(
        &mut self,
        field: &'static str,
        is_right: fn(&str) -> bool,
        fault: fn(String) -> Fault,
    ) -> Option<String> {
        let text = self.optional_text(field)?;
        if !is_right(&text) {
            self.report(field, fault(text.clone()));
        }
        Some(text)
    }

    /// An id that must be there; also the reference to one.
    pub(super) fn id(&mut self, field: &'static str) -> String {
        let text = self.text(field);
        if !text.is_empty() && !is_id(&text) {
            self.report(
                field,
                Fault::BadId {
                    found: text.clone(),
                },
            );
        }
        text
    }

    /// A date that must be there.
    pub(super) fn date(&mut self, field: &'static str) -> Edtf {
        let text = self.text(field);
        self.edtf(field, &text)
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&mut self, field: &'static str) -> Option<Edtf> {
        let text = self.optional_text(field)?;
        Some(self.edtf(field, &text))
    }

    fn edtf(&self, field: &str, text: &str) -> Edtf {
        Edtf::parse(text).unwrap_or_else(|| {
            if !text.is_empty() {
                self.report(
                    field,
                    Fault::BadDate {
                        found: text.to_owned(),
                    },
                );
            }
            Edtf::unreadable()
        })
    }

    fn number_of(&self, field: &str, value: &Value) -> Option<f64> {
        match value {
            Value::Number(number) if number.is_finite() => Some(*number),
            other => {
                self.report(field, wrong_type("a number", other));
                None
            }
        }
    }

    /// A number that must be there; `NaN` where it could not be read.
    pub(super) fn number(&mut self, field: &'static str) -> f64 {
        let value = self.required(field);
        value
            .and_then(|value| self.number_of(field, value))
            .unwrap_or(f64::NAN)
    }

    fn count_of(&self, field: &str, value: &Value) -> u32 {
        match value {
            Value::Number(n) if *n >= 1.0 && *n <= f64::from(u32::MAX) && n.fract() == 0.0 => {
                *n as u32
            }
            Value::Number(n) => {
                let found = written(*n);
                self.report(
                    field,
                    Fault::WrongType {
                        expected: COUNT,
                        found,
                    },
                );
                0
            }
            other => {
                self.report(field, wrong_type(COUNT, other));
                0
            }
        }
    }

    /// A whole number from 1 that must be there; 0 where it could not be read.
    pub(super) fn count(&mut self, field: &'static str) -> u32 {
        let value = self.required(field);
        value.map_or(0, |value| self.count_of(field, value))
    }

    /// A whole number from 1 that may be left out.
    pub(super) fn optional_count(&mut self, field: &'static str) -> Option<u32> {
        let value = self.get(field)?;
        Some(self.count_of(field, value))
    }

    /// An object that must be there.
    pub(super) fn object<T>(
        &mut self,
        field: &'static str,
        read: impl FnOnce(&mut Object<'_>) -> T,
    ) -> T {
        let (value, missing) = match self.required(field) {
            Some(value) => (value, false),
            None => (&Value::Null, true),
        };
        let pointer = format!("{}/{field}", self.pointer);
        if missing {
            // Said already, by `required`.
            let silence = Problems::default();
            return read(&mut Object::new(value, pointer, &silence));
        }
        Self::read(value, pointer, self.problems, read)
    }

    /// Reads a value that must be an object, with nothing in it unasked for.
    pub(super) fn read<T>(
        value: &Value,
        pointer: String,
        problems: &Problems,
        read: impl FnOnce(&mut Object<'_>) -> T,
    ) -> T {
        let mut object = Object::new(value, pointer, problems);
        let result = read(&mut object);
        object.finish();
        result
    }

    fn items(&mut self, field: &'static str, value: Option<&'a Value>) -> &'a [Value] {
        match value {
            None => &[],
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.report(field, wrong_type("a list", other));
                &[]
            }
        }
    }

    /// A list of objects that may be left out. Every entry keeps its index.
    pub(super) fn list<T>(
        &mut self,
        field: &'static str,
        read: impl Fn(&mut Object<'_>) -> T,
    ) -> Vec<T> {
        let value = self.get(field);
        let items = self.items(field, value);
        let read_item = |(index, item)| {
            Self::read(
                item,
                format!("{}/{field}/{index}", self.pointer),
                self.problems,
                &read,
            )
        };
        items.iter().enumerate().map(read_item).collect()
    }

    /// A list of objects that must be there and hold something.
    pub(super) fn filled_list<T>(
        &mut self,
        field: &'static str,
        noun: &'static str,
        read: impl Fn(&mut Object<'_>) -> T,
    ) -> Vec<T> {
        if let Some(Value::Array(items)) = self.required(field)
            && items.is_empty()
        {
            self.report(field, Fault::EmptyList { noun });
        }
        self.list(field, read)
    }

    /// A list of texts that may be left out. Every entry keeps its index.
    pub(super) fn texts(&mut self, field: &'static str) -> Vec<String> {
        let value = self.get(field);
        let items = self.items(field, value);
        let text = |(index, item)| {
            self.text_of(&format!("{field}/{index}"), item)
                .unwrap_or_default()
        };
        items.iter().enumerate().map(text).collect()
    }

    /// A list of ids, none of them twice.
    pub(super) fn ids(&mut self, field: &'static str) -> Vec<String> {
        let ids = self.texts(field);
        for (index, id) in ids.iter().enumerate().filter(|(_, id)| !id.is_empty()) {
            let place = format!("{field}/{index}");
            if !is_id(id) {
                self.report(&place, Fault::BadId { found: id.clone() });
            } else if ids[..index].contains(id) {
                self.report(&place, Fault::RepeatedId { id: id.clone() });
            }
        }
        ids
    }

    /// Notes the fields that nobody asked for: a misspelt `conditions` would
    /// else make the document say more than the article.
    fn finish(self) {
        let known = |name: &str| self.asked.contains(&name) || name.starts_with("x_");
        let names = self.fields.iter().map(|(name, _)| name);
        let mut unknown: Vec<&String> = names.filter(|name| !known(name)).collect();
        // JavaScript has an order of its own for names that are numbers.
        unknown.sort_unstable();
        for name in unknown {
            let unasked = self.asked.iter().copied().filter(|field| !self.has(field));
            let nearest = nearest(name, unasked);
            let place = name.replace('~', "~0").replace('/', "~1");
            self.report(
                &place,
                Fault::UnknownField {
                    field: name.clone(),
                    nearest,
                },
            );
        }
    }
}

const COUNT: &str = "a whole number from 1";

fn wrong_type(expected: &'static str, found: &Value) -> Fault {
    Fault::WrongType {
        expected,
        found: found.type_name().to_owned(),
    }
}

/// A number as a person would write it, where a person would write it.
pub(super) fn written(number: f64) -> String {
    if number == 0.0 || (1e-6..1e16).contains(&number.abs()) {
        return number.to_string();
    }
    "a number out of all range".to_owned()
}

/// Ids stand in URLs and in element ids, so they are plain.
pub(super) fn is_id(text: &str) -> bool {
    text.bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && text
            .bytes()
            .next()
            .is_some_and(|b| b.is_ascii_alphanumeric())
}
