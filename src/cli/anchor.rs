//! `standpoint anchor FILE --text ARTICLE`

use super::input::{Loaded, load_right, read_text};
use super::rewritten::Rewritten;
use super::terminal::{say, shown};
use crate::anchoring::{Anchoring, Icu, digest};
use crate::article::{StatementKind, Value};
use crate::revise::{Text, text_digest};
use anyhow::{Context, Result};
use clap::Args;
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::ExitCode;

/// Changes nothing else: order, fields of your own, numbers and white space stay
/// as they are. A passage that does not stand once in the text, or a quotation
/// with other words, is told and left as it is; the exit status is 1 then.
#[derive(Args)]
pub(super) struct Anchor {
    /// The document, a JSON file
    file: PathBuf,
    /// The article's plain text, a paragraph a line
    #[arg(long, value_name = "FILE")]
    text: PathBuf,
}

impl Anchor {
    pub(super) fn run(self) -> Result<ExitCode> {
        let Loaded {
            source, document, ..
        } = load_right(&self.file, "anchored")?;
        let text = Text::new(&read_text(&self.text)?, Icu::new(&document.language));
        let mut rewritten = Rewritten::new(&source).context("The document is no JSON")?;
        rewritten.of_article(&[
            ("paragraphs", Value::Number(text.count().into())),
            ("text_digest", Value::String(text_digest(text.paragraphs()))),
        ]);
        let (mut left, mut told) = (String::new(), String::new());
        rewritten.of_statements(|index, entry| {
            let Some(statement) = document.statements.get(index) else {
                return;
            };
            let held = text.hold(statement);
            let quotes_otherwise = statement.kind == StatementKind::DirectQuote
                && !text.quotes(&statement.text, &held);
            for (number, one) in held.iter().enumerate() {
                let why = match (&one.found, &one.words) {
                    (Anchoring::Exact(_) | Anchoring::Changed(_), Some(words))
                        if !quotes_otherwise =>
                    {
                        if number == 0 {
                            entry.set("paragraph", Value::Number(one.paragraph.into()));
                        }
                        let known = &statement.targets[number].digest;
                        if known.as_ref().is_some_and(|known| *known != digest(words)) {
                            told += &format!(
                                "/statements/{index}: written anew, though its words were others: \
                                 look whether the statement still holds.\n"
                            );
                        }
                        entry.set_in_target(number, "digest", Value::String(digest(words)));
                        continue;
                    }
                    (Anchoring::NotFound, _) => "does not stand in the text",
                    (Anchoring::Ambiguous(_), _) => "stands there more than once",
                    _ => "quotes other words than the text has",
                };
                left += &format!("/statements/{index}: left as it is: it {why}.\n");
            }
        });
        let file = shown(&self.file.display().to_string());
        let count = rewritten.count();
        if count > 0 {
            std::fs::write(&self.file, rewritten.text())
                .with_context(|| format!("{file} could not be written"))?;
        }
        let fields = if count == 1 { "field" } else { "fields" };
        say(&format!("{left}{told}{file}: {count} {fields} written\n"))?;
        Ok(ExitCode::from(u8::from(!left.is_empty())))
    }
}

/// Corrects the paragraphs of statements in a document's text, and nothing else.
pub(super) fn paragraphs_corrected(source: &str, moved: &[(usize, u32)]) -> Option<String> {
    let mut rewritten = Rewritten::new(source)?;
    let moved: HashMap<usize, u32> = moved.iter().copied().collect();
    rewritten.of_statements(|index, entry| {
        if let Some(paragraph) = moved.get(&index) {
            entry.set("paragraph", Value::Number((*paragraph).into()));
        }
    });
    Some(rewritten.text())
}
