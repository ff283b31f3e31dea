//! Changes to a JSON text that leave every byte alone but those that change.

use std::ops::Range;

/// Where a value stands in the text, and what it has in it. The text was read as
/// JSON before.
#[derive(Debug)]
struct Node {
    span: Range<usize>,
    fields: Vec<Field>,
    entries: Vec<Node>,
}

#[derive(Debug)]
struct Field {
    /// With its quotation marks.
    name: Range<usize>,
    value: Node,
}

/// A JSON text that is being changed.
#[derive(Debug)]
pub(super) struct Edited<'a> {
    text: &'a str,
    root: Node,
    /// What comes in the place of what; in no order.
    changes: Vec<(Range<usize>, String)>,
}

impl<'a> Edited<'a> {
    /// Looks where everything stands; none if it is no JSON.
    pub(super) fn new(text: &'a str) -> Option<Self> {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let root = Scanner { text, at: start }.value()?;
        Some(Self {
            text,
            root,
            changes: Vec::new(),
        })
    }

    /// Writes a value, which is JSON, into a field of the object at that place:
    /// over the one that is there, or behind the last field, spaced as it is.
    /// Whether there is such an object.
    pub(super) fn set(&mut self, place: &[Step<'_>], name: &str, value: String) -> bool {
        let Some(object) = self.find(place) else {
            return false;
        };
        let change = match (object.field(self.text, name), object.fields.last()) {
            (Some(known), _) if self.text[known.span.clone()] == value => return true,
            (Some(known), _) => (known.span.clone(), value),
            (None, None) => return false,
            (None, Some(last)) => {
                let before = &self.text[object.span.start + 1..last.name.start];
                let space = &before[before.trim_end().len()..];
                let colon = &self.text[last.name.end..last.value.span.start];
                let end = last.value.span.end;
                (end..end, format!(",{space}\"{name}\"{colon}{value}"))
            }
        };
        self.changes.push(change);
        true
    }

    fn find(&self, place: &[Step<'_>]) -> Option<&Node> {
        place.iter().try_fold(&self.root, |node, step| match step {
            Step::Field(name) => node.field(self.text, name),
            Step::Entry(index) => node.entries.get(*index),
        })
    }

    /// Whether a list stands at that place.
    pub(super) fn is_list(&self, place: &[Step<'_>]) -> bool {
        let node = self.find(place);
        node.is_some_and(|node| self.text[node.span.clone()].starts_with('['))
    }

    /// How much was changed.
    pub(super) fn count(&self) -> usize {
        self.changes.len()
    }

    /// The text with all changes in it.
    pub(super) fn text(mut self) -> String {
        self.changes.sort_by_key(|(span, _)| span.start);
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for (span, value) in self.changes {
            text += &self.text[at..span.start];
            text += &value;
            at = span.end;
        }
        text + &self.text[at..]
    }
}

/// A step into a document.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    Field(&'a str),
    Entry(usize),
}

impl Node {
    /// Of a name that comes twice, the last.
    fn field(&self, text: &str, name: &str) -> Option<&Self> {
        let is_it = |field: &&Field| {
            let written = serde_json::from_str::<String>(&text[field.name.clone()]);
            written.is_ok_and(|written| written == name)
        };
        self.fields
            .iter()
            .rev()
            .find(is_it)
            .map(|field| &field.value)
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<u8> {
        let rest = &self.text[self.at..];
        self.at = self.text.len() - rest.trim_start().len();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether the sign comes next, which is passed then.
    fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.next() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn string(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut escaped = true;
        for (offset, byte) in self.text.as_bytes()[start..].iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    self.at = start + offset + 1;
                    return Some(start..self.at);
                }
                _ => {}
            }
        }
        None
    }

    fn value(&mut self) -> Option<Node> {
        let first = self.next()?;
        let start = self.at;
        let (mut fields, mut entries) = (Vec::new(), Vec::new());
        match first {
            b'"' => {
                self.string()?;
            }
            b'{' => {
                self.at += 1;
                while !self.takes(b'}') {
                    self.takes(b',');
                    self.next()?;
                    let name = self.string()?;
                    self.takes(b':');
                    let value = self.value()?;
                    fields.push(Field { name, value });
                }
            }
            b'[' => {
                self.at += 1;
                while !self.takes(b']') {
                    self.takes(b',');
                    entries.push(self.value()?);
                }
            }
            _ => {
                let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
                let rest = &self.text[start..];
                self.at = start + rest.find(is_end).unwrap_or(rest.len());
            }
        }
        Some(Node {
            span: start..self.at,
            fields,
            entries,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_but_what_is_set() {
        let text = "\u{feff}{ \"a\" :1.50, \"l\":[ {\"x\": \"]}\\\"\",\n  \"y\": 1e2 }, {} ], \"a\": 2 }\n";
        let mut edited = Edited::new(text).expect("JSON");
        let entry = [Step::Field("l"), Step::Entry(0)];
        assert!(edited.set(&entry, "new", "\"z\"".to_owned()));
        assert!(edited.set(&[], "a", "3".to_owned()));
        assert!(edited.set(&entry, "y", "1e2".to_owned()));
        assert!(!edited.set(&[Step::Field("no")], "a", "3".to_owned()));
        assert_eq!(edited.count(), 2);
        let expected = "\u{feff}{ \"a\" :1.50, \"l\":[ {\"x\": \"]}\\\"\",\n  \"y\": 1e2,\n  \"new\": \"z\" }, {} ], \"a\": 3 }\n";
        assert_eq!(edited.text(), expected);
    }
}
