//! What the commands read: documents, and plain texts.

use super::terminal::shown;
use crate::article::{Document, Fault, Problem, Value, limits, read};
use anyhow::{Context, Result};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// A document as it was read, and as the tree that it was read from.
pub(super) struct Loaded {
    /// The file, letter by letter.
    pub(super) source: String,
    pub(super) value: Value,
    pub(super) document: Document,
}

/// Reads a document from a file, or all the problems of it.
pub(super) fn load(path: &Path) -> Result<Result<Loaded, Vec<Problem>>> {
    let Some(source) = read_within(path, limits::BYTES)? else {
        return Ok(Err(vec![Problem {
            pointer: String::new(),
            fault: Fault::TooLarge {
                measure: "bytes",
                most: limits::BYTES,
            },
        }]));
    };
    // Editors on some systems put a byte order mark in front.
    Ok(
        match Value::from_json(source.trim_start_matches('\u{feff}')) {
            Ok(value) => read(&value).map(|document| Loaded {
                source,
                value,
                document,
            }),
            Err(problem) => Err(vec![problem]),
        },
    )
}

/// The same, where a document with mistakes is of no use.
pub(super) fn load_right(path: &Path, what_for: &str) -> Result<Loaded> {
    load(path)?.map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        let file = shown(&path.display().to_string());
        anyhow::anyhow!("{file} cannot be {what_for}:\n{}", lines.join("\n"))
    })
}

/// Reads a text.
pub(super) fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| unreadable(path))
}

/// What is in a file; none if that is more than so many bytes.
fn read_within(path: &Path, most: usize) -> Result<Option<String>> {
    let mut bytes = Vec::new();
    // A pipe does not say how long it is.
    let file = File::open(path).with_context(|| unreadable(path))?;
    file.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(|| unreadable(path))?;
    if bytes.len() > most {
        return Ok(None);
    }
    String::from_utf8(bytes)
        .map(Some)
        .with_context(|| unreadable(path))
}

fn unreadable(path: &Path) -> String {
    format!("{} could not be read", shown(&path.display().to_string()))
}
