//! A JSON value as it came, before anyone asked what it means.
//!
//! A derived `Deserialize` stops at the first mistake; a journalist wants all
//! of them. So a document is first read whole into this tree, from serde_json
//! natively and from `JSON.parse`'s object in the browser, and then looked at.

use serde::ser::{Serialize, Serializer};
use std::rc::Rc;

/// The name of a field.
pub type Name = Rc<str>;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number, as JavaScript has it.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, in its own order; of a key that comes twice the last counts.
    Object(Vec<(Name, Value)>),
}

impl Value {
    /// The field of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(n, _)| **n == *name).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The string that the value is.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The strings of a list; `None` for anything else.
    pub fn as_strings(&self) -> Option<Vec<String>> {
        match self {
            Self::Array(items) => items
                .iter()
                .map(|i| i.as_str().map(str::to_owned))
                .collect(),
            _ => None,
        }
    }

    /// What the value is, in the words of an error message.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            // Two is 2, not 2.0, which JavaScript knows by itself; past 2^53 whole
            // numbers are no longer exact.
            #[cfg(not(target_arch = "wasm32"))]
            Self::Number(value) if value.fract() == 0.0 && value.abs() < 9e15 => {
                serializer.serialize_i64(*value as i64)
            }
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|(k, v)| (&**k, v))),
        }
    }
}
