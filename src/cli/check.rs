//! `standpoint check FILE…`

use super::input::{Loaded, load, read_text};
use super::terminal::{complain, say, shown};
use crate::anchoring::Icu;
use crate::article::{Finding, Level, advise, characters};
use crate::revise::{Text, against};
use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value as Json, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The exit status is 0 when no document has a mistake, 1 when one has, and 2
/// when a file could not be read. What is worth a look is told, and counts as a
/// mistake with --strict.
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
    /// What is worth a look is a mistake
    #[arg(long)]
    strict: bool,
}

/// What there is to say of a file.
struct Answer {
    file: String,
    /// Nothing was checked where the file could not be read.
    is_read: bool,
    findings: Vec<Finding>,
}

impl Check {
    pub(super) fn run(self) -> Result<ExitCode> {
        let text = self.text.as_deref().map(read_text).transpose()?;
        let answer = |file| Answer::of(file, text.as_deref());
        let answers: Vec<Answer> = self.files.iter().map(|file| answer(file)).collect();
        if self.json {
            let answers: Vec<Json> = answers.iter().map(Answer::json).collect();
            let answer = serde_json::to_string_pretty(&answers);
            say(&(answer.context("The answer is no JSON")? + "\n"))?;
        } else {
            let lines: String = answers.iter().map(Answer::lines).collect();
            say(&lines)?;
        }
        let counts = |level| self.strict || level == Level::Error;
        let all = answers.iter().flat_map(|answer| &answer.findings);
        Ok(if answers.iter().any(|answer| !answer.is_read) {
            ExitCode::from(2)
        } else if all.map(|finding| finding.level).any(counts) {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        })
    }
}

impl Answer {
    /// One file that cannot be read does not end the check of the others.
    fn of(file: &Path, text: Option<&str>) -> Self {
        let (is_read, findings) = match load(file) {
            Ok(Err(problems)) => (true, problems.into_iter().map(Finding::from).collect()),
            Ok(Ok(loaded)) => (true, findings(&loaded, text)),
            Err(error) => {
                let error = format!("{error:#}");
                complain(&error);
                let mend = "Look whether it is there, and is text in UTF-8".to_owned();
                let pointer = String::new();
                let finding = Finding::error(pointer, "unreadable", shown(&error), mend);
                (false, vec![finding])
            }
        };
        Self {
            file: file.display().to_string(),
            is_read,
            findings,
        }
    }

    fn count(&self, level: Level) -> usize {
        let of_level = self.findings.iter().filter(|f| f.level == level);
        of_level.map(|finding| finding.count).sum()
    }

    fn lines(&self) -> String {
        let mut lines = String::new();
        if !self.is_read {
            return lines;
        }
        let file = shown(&self.file);
        let mut line = |rest: &str| {
            // A string takes everything.
            let _ = writeln!(lines, "{file}: {rest}");
        };
        for finding in &self.findings {
            let place = match finding.pointer.as_str() {
                "" => "(document)",
                pointer => pointer,
            };
            let level = match finding.level {
                Level::Error => "",
                Level::Warning => "warning: ",
            };
            let Finding { what, mend, .. } = finding;
            line(&shown(&format!("{place}: {level}{what}. {mend}.")));
        }
        let errors = match self.count(Level::Error) {
            0 => "no mistake found".to_owned(),
            1 => "1 mistake".to_owned(),
            n => format!("{n} mistakes"),
        };
        match self.count(Level::Warning) {
            0 => line(&errors),
            1 => line(&format!("{errors}, 1 warning")),
            n => line(&format!("{errors}, {n} warnings")),
        }
        lines
    }

    fn json(&self) -> Json {
        let problem = |f: &Finding| {
            json!({
                "pointer": f.pointer,
                "level": f.level.id(),
                "code": f.code,
                "message": f.what,
                "mend": f.mend,
            })
        };
        json!({
            "file": self.file,
            "valid": self.count(Level::Error) == 0,
            "problems": self.findings.iter().map(problem).collect::<Vec<_>>(),
        })
    }
}

fn findings(loaded: &Loaded, text: Option<&str>) -> Vec<Finding> {
    let document = &loaded.document;
    let against = |text| against(document, &Text::new(text, Icu::new(&document.language)));
    let mut findings = text.map_or_else(Vec::new, against);
    findings.extend(characters(&loaded.value));
    findings.extend(advise(document));
    findings
}
