//! `standpoint export FILE --format csv`

use super::input::load_right;
use super::terminal::say;
use crate::comparison::Index;
use crate::export::{Sheet, csv, csv_data, for_script, html, jsonld, markdown};
use crate::i18n::Texts;
use crate::state::Choice;
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

#[derive(Args)]
pub(super) struct Export {
    /// The document, a JSON file
    file: PathBuf,
    /// What to make of it
    #[arg(long, value_enum)]
    format: Format,
    /// The language of titles; otherwise the document's, or English
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Where to write it, instead of to the terminal
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For spreadsheets: a row for each statement behind each cell, after a byte order
    /// mark, with an apostrophe in front of what would be taken for a formula
    Csv,
    /// For programs: the same rows, every date and every word as the document has it
    CsvData,
    /// A table, then the words behind each cell
    Markdown,
    /// A table with the words in it, without scripts or style
    Html,
    /// The article and its quotations in schema.org's vocabulary
    Jsonld,
}

impl Export {
    pub(super) fn run(self) -> Result<ExitCode> {
        let document = load_right(&self.file, "exported")?.document;
        let texts = Texts::nearest(self.lang.as_deref().unwrap_or(&document.language));
        let index = Index::new(Rc::new(document));
        let sheet = Sheet::new(&index, &Choice::of(&index), &texts);
        let content = match self.format {
            // Without a byte order mark Excel takes UTF-8 for something else.
            Format::Csv => "\u{feff}".to_owned() + &csv(&sheet),
            Format::CsvData => csv_data(&sheet),
            Format::Markdown => markdown(&sheet),
            Format::Html => html(&sheet),
            Format::Jsonld => for_script(&serde_json::to_string_pretty(&jsonld(&sheet))?) + "\n",
        };
        match &self.out {
            Some(file) => std::fs::write(file, content)
                .with_context(|| format!("{} could not be written", file.display()))?,
            None => say(&content)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
