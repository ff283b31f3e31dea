//! A file of JSON with some of its fields written anew; every other byte of it
//! stays as it is.

use crate::article::Value;
use crate::json::{Json, Layout, Step};
use std::cell::Cell;

/// A document's text that is being changed.
pub(super) struct Rewritten<'a> {
    /// What stands before the JSON, a byte order mark as a rule, and after it.
    around: (&'a str, &'a str),
    json: Json,
    count: Cell<usize>,
}

impl<'a> Rewritten<'a> {
    /// Reads it; none if it is no JSON.
    pub(super) fn new(source: &'a str) -> Option<Self> {
        let is_outside = |c: char| c.is_whitespace() || c == '\u{feff}';
        let start = source.len() - source.trim_start_matches(is_outside).len();
        let end = source.trim_end().len().max(start);
        Some(Self {
            around: (&source[..start], &source[end..]),
            json: Json::parse(&source[start..end])?,
            count: Cell::new(0),
        })
    }

    /// Writes fields of the article.
    pub(super) fn of_article(&mut self, fields: &[(&str, Value)]) {
        let set = |json: &Json, layout: &Layout| {
            let with = |json: Json, (name, value): &(&str, Value)| {
                set(&json, name, value.clone(), layout, &self.count)
            };
            fields.iter().fold(json.clone(), with)
        };
        let next = self.json.edited(&[Step::Field("article")], set);
        self.json = next.unwrap_or_else(|| self.json.clone());
    }

    /// Changes statement after statement: what is given the how many-th it is, and
    /// sets fields in it.
    pub(super) fn of_statements(&mut self, mut change: impl FnMut(usize, &mut Entry<'_>)) {
        let each = |list: &Json, layout: &Layout| {
            list.mapped(layout, |at, json, layout| {
                let mut entry = Entry {
                    json: json.clone(),
                    layout,
                    count: &self.count,
                };
                change(at, &mut entry);
                entry.json
            })
        };
        let next = self.json.edited(&[Step::Field("statements")], each);
        self.json = next.unwrap_or_else(|| self.json.clone());
    }

    /// How many fields were written.
    pub(super) fn count(&self) -> usize {
        self.count.get()
    }

    /// The text with all changes in it.
    pub(super) fn text(&self) -> String {
        let (before, after) = self.around;
        [before, &self.json.to_string(), after].concat()
    }
}

/// One entry of a list.
pub(super) struct Entry<'a> {
    json: Json,
    layout: &'a Layout,
    count: &'a Cell<usize>,
}

impl Entry<'_> {
    /// Writes a field of it.
    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.json = set(&self.json, name, value, self.layout, self.count);
    }

    /// Writes a field of its how many-th passage.
    pub(super) fn set_in_target(&mut self, target: usize, name: &str, value: Value) {
        let way = [Step::Field("target"), Step::Entry(target)];
        let is_list = self.json.at(&way).is_some();
        let way = if is_list { &way[..] } else { &way[..1] };
        let change = |json: &Json, layout: &Layout| set(json, name, value, layout, self.count);
        let next = self.json.edited_in(way, self.layout, change);
        self.json = next.unwrap_or_else(|| self.json.clone());
    }
}

/// The object with a field of that value, which is counted if it is another one.
fn set(json: &Json, name: &str, value: Value, layout: &Layout, count: &Cell<usize>) -> Json {
    if json.get(name).map(Json::value) == Some(value.clone()) {
        return json.clone();
    }
    count.set(count.get() + 1);
    json.with(name, Some(&value), layout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_but_what_is_set() {
        let text = "\u{feff} { \"article\" :{ \"n\" :1.50 }, \"statements\":[ {\"target\": [ { \"x\": \"]}\\\"\" } ],\n  \"y\": 1e2 }, {\"target\":{}} ] }\n\n";
        let mut rewritten = Rewritten::new(text).expect("JSON");
        assert_eq!(rewritten.text(), text);
        rewritten.of_article(&[("n", Value::Number(1.5))]);
        rewritten.of_statements(|at, entry| {
            entry.set("y", Value::Number(100.0));
            if at == 0 {
                entry.set_in_target(0, "x", Value::String("z".to_owned()));
            }
        });
        assert_eq!(rewritten.count(), 2);
        let expected = text
            .replace("\"]}\\\"\"", "\"z\"")
            .replace("{\"target\":{}}", "{\"target\":{},\"y\": 100}");
        let written = rewritten.text();
        let squeezed = |text: &str| text.replace([' ', '\n'], "");
        assert_eq!(squeezed(&written), squeezed(&expected));
        // Where nothing was set, byte for byte.
        let before = |text: &str| text.split("{\"target\":{}").next().map(str::to_owned);
        assert_eq!(before(&written), before(&expected));
        assert!(written.ends_with(" ] }\n\n"));
    }
}
