//! Every word of the interface.
//!
//! Texts are looked up by key in a plain list of `key = text` lines, so that a
//! translator needs no programmer. This layer knows no view and no browser.

mod date;
mod plural;

pub use date::date;
pub use plural::plural;

use std::fmt::Display;

/// The texts of one language.
#[derive(Debug, PartialEq)]
pub struct Texts {
    language: String,
    /// In the order of the source; there are too few for anything cleverer.
    entries: Vec<(String, String)>,
}

const ENGLISH: &str = include_str!("en.txt");

impl Texts {
    /// The interface in English, which is built in.
    pub fn english() -> Self {
        Self::parse("en", ENGLISH)
    }

    /// Reads `key = text` lines; empty lines and those with a `#` in front are
    /// for translators.
    pub fn parse(language: &str, source: &str) -> Self {
        let entry = |line: &str| {
            let (key, text) = line.split_once('=')?;
            Some((key.trim().to_owned(), text.trim().to_owned()))
        };
        let lines = source
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with('#'));
        Self {
            language: language.to_owned(),
            entries: lines.filter_map(entry).collect(),
        }
    }

    /// The BCP 47 tag of the texts.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The keys, for those who check them.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(key, _)| key.as_str())
    }

    fn find(&self, key: &str) -> Option<&str> {
        let found = self.entries.iter().find(|(known, _)| known == key);
        found.map(|(_, text)| text.as_str())
    }

    /// A text. A key that is missing shows itself, which no test lets pass.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// A text with its `{name}`s filled in.
    pub fn with(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        fill(self.get(key), values)
    }

    /// The form of a text that goes with a number; `{n}` is the number.
    pub fn count(&self, key: &str, n: usize, values: &[(&str, &dyn Display)]) -> String {
        let form = format!("{key}.{}", plural(&self.language, n));
        let text = self.find(&form).unwrap_or_else(|| self.get(key));
        let mut values = values.to_vec();
        values.push(("n", &n));
        fill(text, &values)
    }

    /// A list in a sentence: “a, b and c”.
    pub fn list(&self, items: &[String]) -> String {
        self.join(items, "list.comma", "list.and")
    }

    /// A list whose items are clauses of their own: “a; b; c”.
    pub fn clauses(&self, items: &[String]) -> String {
        self.join(items, "list.semicolon", "list.semicolon")
    }

    fn join(&self, items: &[String], between: &str, last: &str) -> String {
        let mut joined = String::new();
        for (index, item) in items.iter().enumerate() {
            joined = match index {
                0 => item.clone(),
                _ => {
                    let key = if index + 1 == items.len() {
                        last
                    } else {
                        between
                    };
                    self.with(key, &[("a", &joined), ("b", item)])
                }
            };
        }
        joined
    }
}

/// The writing direction of a language, as `dir` names it.
pub fn direction(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default() {
        "ar" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}

/// Puts values in place of `{name}`, in one pass: what is filled in is not
/// looked at again.
fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(&value.to_string()),
            None => filled.push_str(name),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        assert_eq!(fill("{a} of {b}", &[("a", &"{b}"), ("b", &2)]), "{b} of 2");
    }

    #[test]
    fn the_number_chooses_the_form() {
        let texts = Texts::english();
        assert_eq!(texts.count("overview.topics", 1, &[]), "1 topic");
        assert_eq!(texts.count("overview.topics", 9, &[]), "9 topics");
    }

    #[test]
    fn lists_read_as_a_sentence() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(Texts::english().list(&items), "a, b and c");
        assert_eq!(Texts::english().list(&items[..1]), "a");
        assert_eq!(Texts::english().clauses(&items), "a; b; c");
    }
}
