//! Reading the fields of one JSON object, noting everything that is wrong.
//!
//! A field that cannot be read is reported and stands as an empty value, so
//! that reading goes on; the values are thrown away if anything was reported.
//! Texts are moved out of the tree, not copied.

use super::characters::to_be_shown;
use super::form::{is_id, length_over, written};
use super::limits;
use super::place::Place;
use super::problem::Fault;
use super::report::Report;
use super::value::Name;
use super::{Edtf, Value};

mod ids;
mod lists;

/// One object of the document and its place.
pub(super) struct Object<'a> {
    /// The fields that nobody has asked for yet.
    fields: Vec<(Name, Value)>,
    place: Place<'a>,
    /// Fields that were asked for and are not there.
    absent: Vec<&'static str>,
    report: &'a Report,
    /// Set where there is no object at all: that was said once, and its
    /// missing fields are not held against it.
    muted: bool,
}

impl<'a> Object<'a> {
    /// Reads a value that must be an object, with nothing in it unasked for;
    /// without one, which was said already, all is as if it were empty.
    pub(super) fn read<T>(
        value: Option<Value>,
        place: Place<'_>,
        report: &Report,
        read: impl FnOnce(&mut Object<'_>) -> T,
    ) -> T {
        let (fields, muted) = match value {
            Some(Value::Object(fields)) => (fields, false),
            Some(other) => {
                report.note(&place, || wrong_type("an object", &other));
                (Vec::new(), true)
            }
            None => (Vec::new(), true),
        };
        let mut object = Object {
            fields,
            place,
            absent: Vec::new(),
            report,
            muted,
        };
        let result = read(&mut object);
        object.finish();
        result
    }

    fn take(&mut self, field: &'static str) -> Option<Value> {
        let place = self.fields.iter().position(|(name, _)| **name == *field);
        match place {
            Some(place) => Some(self.fields.swap_remove(place).1),
            None => {
                self.absent.push(field);
                None
            }
        }
    }

    fn required(&mut self, field: &'static str) -> Option<Value> {
        let value = self.take(field);
        if value.is_none() {
            self.report_self(|| Fault::Missing { field });
        }
        value
    }

    fn note(&self, place: &Place<'_>, fault: impl FnOnce() -> Fault) {
        if !self.muted {
            self.report.note(place, fault);
        }
    }

    /// Notes a fault of a field.
    pub(super) fn report(&self, field: &str, fault: impl FnOnce() -> Fault) {
        self.note(&Place::Field(&self.place, field), fault);
    }

    /// Notes a fault of the object itself.
    pub(super) fn report_self(&self, fault: impl FnOnce() -> Fault) {
        self.note(&self.place, fault);
    }

    /// Whether there is a field of that name that has not been read.
    pub(super) fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|(name, _)| **name == *field)
    }

    /// Whether a list that has not been read is left out or has nothing in it.
    pub(super) fn is_empty_or_absent(&self, field: &str) -> bool {
        let value = self.fields.iter().find(|(name, _)| **name == *field);
        value.is_none_or(|(_, value)| matches!(value, Value::Array(items) if items.is_empty()))
    }

    /// Lets a field be there without reading it.
    pub(super) fn ignore(&mut self, field: &'static str) {
        self.take(field);
    }

    fn text_at(&self, place: &Place<'_>, value: Value, most: usize) -> Option<String> {
        match value {
            Value::String(text) if text.trim().is_empty() => self.note(place, || Fault::Blank),
            Value::String(text) => match length_over(&text, most) {
                Some(found) => self.note(place, || Fault::TooLong { found, most }),
                None => return Some(text),
            },
            other => self.note(place, || wrong_type("a string", &other)),
        }
        None
    }

    fn optional_within(&mut self, field: &'static str, most: usize) -> Option<String> {
        let value = self.take(field)?;
        self.text_at(&Place::Field(&self.place, field), value, most)
    }

    fn within(&mut self, field: &'static str, most: usize) -> String {
        let value = self.required(field);
        value
            .and_then(|value| self.text_at(&Place::Field(&self.place, field), value, most))
            .unwrap_or_default()
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, field: &'static str) -> String {
        to_be_shown(self.within(field, limits::TEXT))
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, field: &'static str) -> Option<String> {
        self.optional_within(field, limits::TEXT).map(to_be_shown)
    }

    /// A text of a line, such as a name, that must be there.
    pub(super) fn name(&mut self, field: &'static str) -> String {
        to_be_shown(self.within(field, limits::NAME))
    }

    /// A text of a line that may be left out.
    pub(super) fn optional_name(&mut self, field: &'static str) -> Option<String> {
        self.optional_within(field, limits::NAME).map(to_be_shown)
    }

    /// A text in a form of its own that must be there.
    pub(super) fn checked(
        &mut self,
        field: &'static str,
        most: usize,
        is_right: fn(&str) -> bool,
        fault: fn(String) -> Fault,
    ) -> String {
        let text = self.within(field, most);
        if !text.is_empty() && !is_right(&text) {
            self.report(field, || fault(text.clone()));
        }
        text
    }

    /// A text in a form of its own, such as a web address or a colour, that may
    /// be left out.
    pub(super) fn optional_checked(
        &mut self,
        field: &'static str,
        is_right: fn(&str) -> bool,
        fault: fn(String) -> Fault,
    ) -> Option<String> {
        let text = self.optional_within(field, limits::ADDRESS)?;
        if !is_right(&text) {
            self.report(field, || fault(text.clone()));
        }
        Some(text)
    }

    /// An id that must be there; also the reference to one.
    pub(super) fn id(&mut self, field: &'static str) -> String {
        self.checked(field, limits::ID, is_id, |found| Fault::BadId { found })
    }

    /// A date that must be there.
    pub(super) fn date(&mut self, field: &'static str) -> Edtf {
        let text = self.within(field, limits::DATE);
        self.edtf(field, text)
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&mut self, field: &'static str) -> Option<Edtf> {
        let text = self.optional_within(field, limits::DATE)?;
        Some(self.edtf(field, text))
    }

    fn edtf(&self, field: &str, text: String) -> Edtf {
        Edtf::parse(&text).unwrap_or_else(|| {
            if !text.is_empty() {
                self.report(field, || Fault::BadDate { found: text });
            }
            Edtf::unreadable()
        })
    }

    /// A number that must be there; `NaN` where it could not be read.
    pub(super) fn number(&mut self, field: &'static str) -> f64 {
        match self.required(field) {
            Some(Value::Number(number)) if number.is_finite() => return number,
            Some(other) => self.report(field, || wrong_type("a number", &other)),
            None => {}
        }
        f64::NAN
    }

    fn count_of(&self, field: &str, value: &Value) -> u32 {
        match value {
            Value::Number(n) if *n >= 1.0 && *n <= f64::from(u32::MAX) && n.fract() == 0.0 => {
                return *n as u32;
            }
            _ => {}
        }
        self.report(field, || Fault::WrongType {
            expected: "a whole number from 1",
            found: match value {
                Value::Number(n) => written(*n),
                other => other.type_name().to_owned(),
            },
        });
        0
    }

    /// A whole number from 1 that must be there; 0 where it could not be read.
    pub(super) fn count(&mut self, field: &'static str) -> u32 {
        let value = self.required(field);
        value.map_or(0, |value| self.count_of(field, &value))
    }

    /// A whole number from 1 that may be left out.
    pub(super) fn optional_count(&mut self, field: &'static str) -> Option<u32> {
        let value = self.take(field)?;
        Some(self.count_of(field, &value))
    }

    /// An object that must be there.
    pub(super) fn object<T>(
        &mut self,
        field: &'static str,
        read: impl FnOnce(&mut Object<'_>) -> T,
    ) -> T {
        let value = self.required(field);
        let place = Place::Field(&self.place, field);
        Self::read(value, place, self.report, read)
    }

    /// Notes the fields that nobody asked for: a misspelt `conditions` would
    /// else make the document say more than the article.
    fn finish(self) {
        let names = self.fields.iter().map(|(name, _)| &**name);
        let mut unknown: Vec<&str> = names.filter(|name| !name.starts_with("x_")).collect();
        // JavaScript has an order of its own for names that are numbers.
        unknown.sort_unstable();
        for name in unknown {
            if length_over(name, limits::NAME).is_some() {
                // Too long to be named whole, in the place too.
                self.note(&self.place, || Fault::UnknownField {
                    field: name.chars().take(limits::ID).chain(['…']).collect(),
                    nearest: None,
                });
                continue;
            }
            let place = Place::Field(&self.place, name);
            self.report.note(&place, || {
                let mut absent = self.absent.iter().copied();
                Fault::UnknownField {
                    field: name.to_owned(),
                    nearest: self.report.suggestions.nearest(name, &mut absent),
                }
            });
        }
    }
}

fn wrong_type(expected: &'static str, found: &Value) -> Fault {
    Fault::WrongType {
        expected,
        found: found.type_name().to_owned(),
    }
}
