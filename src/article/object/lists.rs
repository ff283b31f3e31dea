//! Lists. What is the same for entries of every type is there once, and what is of
//! one type alone is its `read`.

use super::{Object, wrong_type};
use crate::article::Value;
use crate::article::characters::to_be_shown;
use crate::article::limits;
use crate::article::place::Place;
use crate::article::problem::Fault;

impl Object<'_> {
    /// The entries of a list, none where it cannot be read. What refers to a list
    /// of the document that cannot be read may be right.
    fn items(&mut self, field: &'static str, value: Option<Value>, most: usize) -> Vec<Value> {
        match value {
            None => return Vec::new(),
            Some(Value::Array(items)) if items.len() <= most => return items,
            Some(Value::Array(items)) => {
                let found = items.len();
                self.report(field, || Fault::TooMany { found, most });
            }
            Some(other) => self.report(field, || wrong_type("a list", &other)),
        }
        self.doubt(field);
        Vec::new()
    }

    fn doubt(&self, field: &'static str) {
        if let Place::Document = self.place {
            self.report.doubt(field);
        }
    }

    fn each<T>(
        &self,
        field: &'static str,
        items: Vec<Value>,
        read: impl Fn(&mut Object<'_>) -> T,
    ) -> Vec<T> {
        let mut all = Vec::with_capacity(items.len());
        self.go_through(field, items, &mut |o| all.push(read(o)));
        all
    }

    /// What is the same for entries of every type, and therefore there once.
    fn go_through(
        &self,
        field: &'static str,
        items: Vec<Value>,
        read: &mut dyn FnMut(&mut Object<'_>),
    ) {
        let list = Place::Field(&self.place, field);
        for (index, item) in items.into_iter().enumerate() {
            let place = Place::Entry(&list, index);
            Self::read(Some(item), place, self.report, &mut *read);
        }
    }

    /// A list of objects that may be left out. Every entry keeps its index.
    pub(in crate::article) fn list<T>(
        &mut self,
        field: &'static str,
        most: usize,
        read: impl Fn(&mut Object<'_>) -> T,
    ) -> Vec<T> {
        let items = self.listed(field, most);
        self.each(field, items, read)
    }

    fn listed(&mut self, field: &'static str, most: usize) -> Vec<Value> {
        let value = self.take(field);
        self.items(field, value, most)
    }

    /// A list of objects that must be there and hold something.
    pub(in crate::article) fn filled_list<T>(
        &mut self,
        field: &'static str,
        most: usize,
        noun: &'static str,
        read: impl Fn(&mut Object<'_>) -> T,
    ) -> Vec<T> {
        let items = self.filled(field, most, noun);
        self.each(field, items, read)
    }

    fn filled(&mut self, field: &'static str, most: usize, noun: &'static str) -> Vec<Value> {
        let value = self.required(field);
        match &value {
            None => self.doubt(field),
            Some(Value::Array(items)) if items.is_empty() => {
                self.report(field, || Fault::EmptyList { noun });
                self.doubt(field);
            }
            Some(_) => {}
        }
        self.items(field, value, most)
    }

    /// An object that must be there, or a list of such, which holds something.
    pub(in crate::article) fn one_or_more<T>(
        &mut self,
        field: &'static str,
        most: usize,
        noun: &'static str,
        read: impl Fn(&mut Object<'_>) -> T,
    ) -> Vec<T> {
        if !self.is_list(field) {
            return vec![self.object(field, read)];
        }
        self.filled_list(field, most, noun, read)
    }

    /// Whether a field that has not been read is a list.
    fn is_list(&self, field: &str) -> bool {
        let mut fields = self.fields.iter();
        fields.any(|(name, value)| **name == *field && matches!(value, Value::Array(_)))
    }

    /// A list of texts that may be left out. Every entry keeps its index.
    pub(in crate::article) fn texts(&mut self, field: &'static str) -> Vec<String> {
        let texts = self.texts_within(field, limits::TEXTS, limits::TEXT);
        texts.into_iter().map(to_be_shown).collect()
    }

    pub(super) fn texts_within(
        &mut self,
        field: &'static str,
        most: usize,
        length: usize,
    ) -> Vec<String> {
        let items = self.listed(field, most);
        let list = Place::Field(&self.place, field);
        let text = |(index, item)| {
            self.text_at(&Place::Entry(&list, index), item, length)
                .unwrap_or_default()
        };
        items.into_iter().enumerate().map(text).collect()
    }
}
