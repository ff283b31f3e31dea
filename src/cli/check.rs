//! `standpoint check FILE…`

use crate::anchoring::{Anchoring, Icu, Index};
use crate::article::{Document, Fault, Problem, Selector, Value, limits, paragraphs, read};
use anyhow::{Context, Result};
use clap::Args;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The exit status is 0 when every document is right, 1 when one is not, and 2
/// when a file could not be read.
#[derive(Args)]
pub(super) struct Check {
    /// The documents, as JSON files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The article's plain text, a paragraph a line: every passage must stand
    /// exactly once in the paragraph that the document names
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Answer in JSON, for machines
    #[arg(long)]
    json: bool,
}

/// One line of the answer.
struct Finding {
    /// How many mistakes it stands for.
    count: usize,
    pointer: String,
    code: &'static str,
    what: String,
    mend: String,
}

impl Check {
    pub(super) fn run(self) -> Result<ExitCode> {
        let text = self.text.as_deref().map(read_file).transpose()?;
        let text = text.as_deref().map(paragraphs);
        let mut answers = Vec::new();
        for file in &self.files {
            answers.push((file, findings(file, text.as_deref())?));
        }
        if self.json {
            print_json(&answers)?;
        } else {
            print_lines(&answers);
        }
        let clean = answers.iter().all(|(_, findings)| findings.is_empty());
        Ok(if clean {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }
}

fn print_lines(answers: &[(&PathBuf, Vec<Finding>)]) {
    for (file, findings) in answers {
        let name = file.display();
        for Finding {
            pointer,
            what,
            mend,
            ..
        } in findings
        {
            let place = if pointer.is_empty() {
                "(document)"
            } else {
                pointer
            };
            println!("{name}: {place}: {what}. {mend}.");
        }
        match findings.iter().map(|finding| finding.count).sum() {
            0_usize => println!("{name}: no mistake found"),
            1 => println!("{name}: 1 mistake"),
            n => println!("{name}: {n} mistakes"),
        }
    }
}

fn print_json(answers: &[(&PathBuf, Vec<Finding>)]) -> Result<()> {
    let answer = |(file, findings): &(&PathBuf, Vec<Finding>)| {
        let problem = |f: &Finding| json!({ "pointer": f.pointer, "code": f.code, "message": f.what, "mend": f.mend });
        json!({
            "file": file.display().to_string(),
            "valid": findings.is_empty(),
            "problems": findings.iter().map(problem).collect::<Vec<_>>(),
        })
    };
    let answers: Vec<_> = answers.iter().map(answer).collect();
    println!(
        "{}",
        serde_json::to_string_pretty(&answers).context("The answer is no JSON")?
    );
    Ok(())
}

fn read_file(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// Reads a document from a file, or all the problems of it.
pub(super) fn load(path: &Path) -> Result<Result<Document, Vec<Problem>>> {
    Ok(load_both(path)?.map(|(document, _)| document))
}

/// The same, with the JSON that it was read from.
pub(super) fn load_both(path: &Path) -> Result<Result<(Document, Value), Vec<Problem>>> {
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
    let source = source.trim_start_matches('\u{feff}');
    Ok(match Value::from_json(source) {
        Ok(value) => read(&value).map(|document| (document, value)),
        Err(problem) => Err(vec![problem]),
    })
}

/// What is in a file; none if that is more than so many bytes.
fn read_within(path: &Path, most: usize) -> Result<Option<String>> {
    let unreadable = || format!("{} could not be read", path.display());
    let mut bytes = Vec::new();
    // A pipe does not say how long it is.
    let file = File::open(path).with_context(unreadable)?;
    file.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(unreadable)?;
    if bytes.len() > most {
        return Ok(None);
    }
    String::from_utf8(bytes).map(Some).with_context(unreadable)
}

fn findings(file: &Path, text: Option<&[String]>) -> Result<Vec<Finding>> {
    Ok(match load(file)? {
        Err(problems) => problems.into_iter().map(Finding::from).collect(),
        Ok(document) => text
            .map(|text| against(&document, text))
            .unwrap_or_default(),
    })
}

impl From<Problem> for Finding {
    fn from(problem: Problem) -> Self {
        let count = Problem::count(std::slice::from_ref(&problem));
        let Problem { pointer, fault } = problem;
        Self {
            count,
            pointer,
            code: fault.code(),
            what: fault.what(),
            mend: fault.mend(),
        }
    }
}

/// What of a document does not stand in its article's text.
fn against(document: &Document, text: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let count = document.article.paragraphs as usize;
    if count != text.len() {
        findings.push(Finding {
            count: 1,
            pointer: "/article/paragraphs".to_owned(),
            code: "paragraph-count",
            what: format!(
                "The document has {count} paragraphs, the text {}",
                text.len()
            ),
            mend: "Count again, or give the text one paragraph a line".to_owned(),
        });
    }
    let digest: String = Sha256::digest(text.join("\n"))
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    if document
        .article
        .text_digest
        .as_ref()
        .is_some_and(|known| !known.eq_ignore_ascii_case(&digest))
    {
        findings.push(Finding {
            count: 1,
            pointer: "/article/text_digest".to_owned(),
            code: "other-text",
            what: "The text is not the one that the document was made from".to_owned(),
            mend: format!("If the document still holds, write {digest}"),
        });
    }
    let indexed = |paragraph: &String| Index::new(paragraph, &[], Icu::new(&document.language));
    let paragraphs: Vec<Index<Icu>> = text.iter().map(indexed).collect();
    for (index, statement) in document.statements.iter().enumerate() {
        let Some(paragraph) = paragraphs.get(statement.paragraph as usize - 1) else {
            continue;
        };
        let (code, what, mend) = match paragraph.find(&statement.target, usize::MAX) {
            Anchoring::Exact(_) => continue,
            Anchoring::Ambiguous(places) => (
                "ambiguous",
                format!(
                    "The passage stands {} times in paragraph {}",
                    places.len(),
                    statement.paragraph
                ),
                "Take more words, or add `prefix` or `suffix`".to_owned(),
            ),
            Anchoring::NotFound => (
                "not-found",
                format!(
                    "The passage does not stand in paragraph {}",
                    statement.paragraph
                ),
                elsewhere(&paragraphs, &statement.target),
            ),
        };
        findings.push(Finding {
            count: 1,
            pointer: format!("/statements/{index}/target"),
            code,
            what,
            mend,
        });
    }
    findings
}

/// Where the passage does stand, if anywhere.
fn elsewhere(paragraphs: &[Index<Icu>], target: &Selector) -> String {
    let place = paragraphs
        .iter()
        .position(|p| matches!(p.find(target, 2), Anchoring::Exact(_)));
    match place {
        Some(place) => format!("It stands in paragraph {}", place + 1),
        None => "Copy the first and the last words from the text".to_owned(),
    }
}
