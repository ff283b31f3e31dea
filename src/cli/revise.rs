//! `standpoint revise FILE --text NEW`

use super::anchor::paragraphs_corrected;
use super::input::{Loaded, load_right, read_text};
use super::terminal::{say, shown};
use crate::anchoring::Icu;
use crate::article::Document;
use crate::revise::{Difference, Fate, Near, Revised, Revision, Side, Text, revise};
use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value as Json, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// Nothing is anchored anew: a passage holds, or you are told what to look at.
/// The exit status is 0 when every passage stands somewhere with its words, and
/// 1 when one does not.
#[derive(Args)]
pub(super) struct Revise {
    /// The document, a JSON file
    file: PathBuf,
    /// The article's new plain text, a paragraph a line
    #[arg(long, value_name = "FILE")]
    text: PathBuf,
    /// The old text, if you have it: then the words that stood at a passage are
    /// known, and every paragraph
    #[arg(long, value_name = "FILE")]
    before: Option<PathBuf>,
    /// Answer in JSON, for machines
    #[arg(long)]
    json: bool,
    /// Correct the numbers of paragraphs in the document, and nothing else
    #[arg(long)]
    write: bool,
}

impl Revise {
    pub(super) fn run(self) -> Result<ExitCode> {
        let loaded = load_right(&self.file, "revised")?;
        let Loaded {
            source, document, ..
        } = &loaded;
        let text = Text::new(&read_text(&self.text)?, Icu::new(&document.language));
        let before = self.before.as_deref().map(read_text).transpose()?;
        let before = before.map(|text| Text::new(&text, Icu::new(&document.language)));
        let revision = revise(document, before.as_ref(), &text);
        let moved = revision.passages.iter().filter_map(|one| match one.fate {
            Fate::Moved(paragraph) => Some((one.statement, paragraph)),
            _ => None,
        });
        let moved: Vec<(usize, u32)> = moved.collect();
        if self.write && !moved.is_empty() {
            let corrected = paragraphs_corrected(source, &moved);
            let corrected = corrected.context("The document is no JSON")?;
            let file = shown(&self.file.display().to_string());
            std::fs::write(&self.file, corrected)
                .with_context(|| format!("{file} could not be written"))?;
        }
        if self.json {
            let answer = serde_json::to_string_pretty(&answer(document, &revision))?;
            say(&(answer + "\n"))?;
        } else {
            say(&lines(document, &revision))?;
        }
        let is_well = |one: &Revised| matches!(one.fate, Fate::Holds | Fate::Moved(_));
        Ok(ExitCode::from(u8::from(
            !revision.passages.iter().all(is_well),
        )))
    }
}

fn place(document: &Document, one: &Revised) -> String {
    match document.statements[one.statement].targets.len() {
        1 => format!("/statements/{}/target", one.statement),
        _ => format!("/statements/{}/target/{}", one.statement, one.target),
    }
}

fn lines(document: &Document, revision: &Revision) -> String {
    let mut lines = String::new();
    for one in &revision.passages {
        let fate = match &one.fate {
            Fate::Holds => "holds".to_owned(),
            Fate::Moved(paragraph) => format!("moved to paragraph {paragraph}"),
            Fate::OtherWords { was: None, now } => format!("same ends, other words: now “{now}”"),
            Fate::OtherWords {
                was: Some(was),
                now,
            } => format!("same ends, other words: {}", Difference::of(was, now)),
            Fate::QuotationChanged { was, now } => {
                format!("quotation changed: {}", Difference::of(was, now))
            }
            Fate::Twice(places) => format!("twice now, in paragraphs {}", list(places)),
            Fate::Gone(near) if near.is_empty() => "gone".to_owned(),
            Fate::Gone(near) => {
                let places = near
                    .iter()
                    .map(|Near { paragraph, words }| format!("paragraph {paragraph}, “{words}”"));
                let places: Vec<String> = places.collect();
                format!("gone; nearest: {}", places.join("; "))
            }
        };
        let id = &document.statements[one.statement].id;
        lines += &shown(&format!("{} ({id}): {fate}", place(document, one)));
        lines.push('\n');
    }
    if !revision.new_paragraphs.is_empty() {
        lines += &format!("new paragraphs: {}\n", list(&revision.new_paragraphs));
    }
    lines
}

fn list(numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    numbers.join(", ")
}

/// Stretches of words, each `[in, words]`, in `both` or in one.
fn stretches(was: &str, now: &str) -> Json {
    let difference = Difference::of(was, now);
    let stretches = difference.stretches().iter();
    let stretches = stretches.map(|(side, words)| {
        let side = match side {
            Side::Both => "both",
            Side::First => "was",
            Side::Second => "now",
        };
        json!([side, words])
    });
    stretches.collect()
}

fn answer(document: &Document, revision: &Revision) -> Json {
    let passages = revision.passages.iter().map(|one| {
        let mut passage = json!({
            "pointer": place(document, one),
            "statement": document.statements[one.statement].id,
            "state": one.fate.code(),
            "paragraph": one.paragraph,
        });
        match &one.fate {
            Fate::OtherWords { was: None, now } => passage["now"] = json!(now),
            Fate::OtherWords {
                was: Some(was),
                now,
            }
            | Fate::QuotationChanged { was, now } => {
                passage["was"] = json!(was);
                passage["now"] = json!(now);
                passage["difference"] = stretches(was, now);
            }
            Fate::Twice(places) => passage["paragraphs"] = json!(places),
            Fate::Gone(near) => {
                let near = near.iter().map(
                    |Near { paragraph, words }| json!({ "paragraph": paragraph, "words": words }),
                );
                passage["nearest"] = near.collect();
            }
            Fate::Holds | Fate::Moved(_) => {}
        }
        passage
    });
    json!({
        "passages": passages.collect::<Vec<_>>(),
        "new_paragraphs": revision.new_paragraphs,
    })
}
