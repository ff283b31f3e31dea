//! The document of the news page: the built-in one, with the places where its
//! statements stand on that page.

use super::{BUILT_IN, Package, read_text};
use crate::process::{command, root, run as run_command};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

impl Package {
    /// The news page's document, checked like any other.
    pub(super) fn news_page(&self) -> Result<()> {
        let (seed, changes) = (format!("seeds/{BUILT_IN}.json"), "static/news-page.json");
        let document = read_text(&root().join(&seed))?;
        let changes = read_text(&root().join(changes))?;
        let document = changed(&document, &changes)
            .context("static/news-page.json does not go with the built-in document")?;
        let name = "articles/news-page.json";
        self.put(name, document.as_bytes())?;
        let mut check = command(&self.command_line);
        check.arg("check").arg(self.staging.join(name));
        run_command(&mut check, "the news page's document has mistakes")
    }
}

/// Puts into a document what `changes` says: fields of its objects, and of the
/// entries of its lists by their ids. `null` takes a field out (RFC 7396, but for
/// the lists).
///
/// # Errors
/// When either is no JSON object, or an id has no entry.
pub(super) fn changed(document: &str, changes: &str) -> Result<String> {
    let mut document: Map<String, Value> = serde_json::from_str(document)?;
    let changes: Map<String, Value> = serde_json::from_str(changes)?;
    for (field, change) in changes {
        let place = document
            .get_mut(&field)
            .with_context(|| format!("the document has no `{field}` to change"))?;
        match (place, change) {
            (Value::Object(object), Value::Object(fields)) => put(object, fields),
            (Value::Array(entries), Value::Object(by_id)) => {
                for (id, fields) in by_id {
                    let entry = entries.iter_mut().find(|entry| entry["id"] == *id);
                    let (Some(Value::Object(entry)), Value::Object(fields)) = (entry, fields)
                    else {
                        bail!("`{field}` has no entry of the id “{id}” to change");
                    };
                    put(entry, fields);
                }
            }
            _ => bail!("`{field}` can only be changed field by field"),
        }
    }
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn put(object: &mut Map<String, Value>, fields: Map<String, Value>) {
    for (name, value) in fields {
        if value.is_null() {
            object.remove(&name);
        } else {
            object.insert(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn fields_are_changed_where_they_are() {
        let document = r#"{"a": {"b": 1, "c": 2}, "l": [{"id": "x", "n": 1}, {"id": "y"}]}"#;
        let changes = r#"{"a": {"b": null, "d": 3}, "l": {"x": {"n": 2}}}"#;
        let after = changed(document, changes).expect("it is changed");
        let after: serde_json::Value = serde_json::from_str(&after).expect("JSON");
        assert_eq!(
            after,
            serde_json::json!({"a": {"c": 2, "d": 3}, "l": [{"id": "x", "n": 2}, {"id": "y"}]})
        );
    }

    #[test]
    fn a_change_of_what_is_not_there_stops_the_build() {
        let document = r#"{"l": [{"id": "x"}], "t": "text"}"#;
        for changes in [r#"{"m": {}}"#, r#"{"l": {"z": {}}}"#, r#"{"t": "other"}"#] {
            assert!(changed(document, changes).is_err(), "{changes}");
        }
    }
}
