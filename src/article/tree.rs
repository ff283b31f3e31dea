//! From any format that serde reads to a tree of [`Value`]s, within limits.

use super::budget::{Budget, Node, TooLarge};
use super::packed::{Refused, unpack};
use super::problem::Problem;
use super::value::{Name, Value};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Node::root(&Budget::default()).deserialize(deserializer)
    }
}

impl Value {
    /// Reads a tree, or says why there is none.
    ///
    /// # Errors
    /// When the source is none of its format, or larger than a document may be.
    pub fn parse<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, Problem> {
        let budget = Budget::default();
        let value = Node::root(&budget).deserialize(deserializer);
        value.map_err(|error| match budget.exceeded.into_inner() {
            Some(problem) => problem,
            None => Problem::syntax(error.to_string()),
        })
    }

    /// Reads a tree that a page has packed (`static/widget/pack.js`), which comes
    /// into WebAssembly in one piece.
    ///
    /// # Errors
    /// As those of [`Value::parse`].
    pub fn unpack(bytes: &[u8]) -> Result<Self, Problem> {
        let budget = Budget::default();
        let value = unpack(bytes, &Node::root(&budget));
        value.map_err(|_| {
            let exceeded = budget.exceeded.into_inner();
            exceeded
                .unwrap_or_else(|| Problem::syntax("it is not packed as it should be".to_owned()))
        })
    }

    /// Reads JSON.
    ///
    /// # Errors
    /// As those of [`Value::parse`].
    #[cfg(any(feature = "studio", not(target_arch = "wasm32")))]
    pub fn from_json(text: &str) -> Result<Self, Problem> {
        let mut json = serde_json::Deserializer::from_str(text);
        let value = Self::parse(&mut json)?;
        match json.end() {
            Ok(()) => Ok(value),
            Err(error) => Err(Problem::syntax(error.to_string())),
        }
    }
}

/// What serde is told of a tree that is too large. Nobody reads it: the budget
/// has a problem with better words.
fn too_large<E: Error>(_: TooLarge) -> E {
    E::custom("the document is too large")
}

fn leaf<E: Error>(node: Node<'_>, value: Value) -> Result<Value, E> {
    node.pay().map_err(too_large)?;
    Ok(value)
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        leaf(self, Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        leaf(self, Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        leaf(self, Value::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        leaf(self, Value::Number(value as f64))
    }

    /// serde_json refuses a number past all bounds, `JSON.parse` makes it
    /// infinite; and the two differ in whether `-0` keeps its sign.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        if !value.is_finite() {
            return Err(E::custom("number out of range"));
        }
        leaf(self, Value::Number(value + 0.0))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        leaf(self, Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        leaf(self, Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        self.open().map_err(too_large)?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self.entry(items.len()))? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        self.open().map_err(too_large)?;
        let mut fields = Vec::new();
        while let Some(name) = map.next_key_seed(FieldName)? {
            let value = map.next_value_seed(self.field(&name))?;
            fields.push((name, value));
        }
        Ok(Value::Object(unique(fields)))
    }

    /// No format of trees has bytes; they are what `static/widget` packs one
    /// into, which crosses into WebAssembly in one step.
    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Value, E> {
        unpack(bytes, &self).map_err(|refused| match refused {
            Refused::TooLarge(refused) => too_large(refused),
            Refused::Malformed => E::custom("a value that JSON does not have"),
        })
    }
}

struct FieldName;

impl<'de> DeserializeSeed<'de> for FieldName {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FieldName {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(name.into())
    }
}

/// Fields without doubles: of a name that comes twice the last value counts, in
/// the place of the first.
fn unique(fields: Vec<(Name, Value)>) -> Vec<(Name, Value)> {
    // JavaScript's objects have none.
    if cfg!(target_arch = "wasm32") {
        return fields;
    }
    let names = || fields.iter().map(|(name, _)| &**name);
    // Of a few it takes less to compare all.
    let few = fields.len() < 32;
    if few && !(1..fields.len()).any(|at| names().take(at).any(|name| *name == *fields[at].0)) {
        return fields;
    }
    let mut firsts: HashMap<&str, usize> = HashMap::new();
    let first_of_each: Vec<usize> = names()
        .map(|name| {
            let next = firsts.len();
            *firsts.entry(name).or_insert(next)
        })
        .collect();
    let mut unique: Vec<(Name, Value)> = Vec::with_capacity(firsts.len());
    for ((name, value), first) in fields.into_iter().zip(first_of_each) {
        match unique.get_mut(first) {
            Some(field) => field.1 = value,
            None => unique.push((name, value)),
        }
    }
    unique
}
