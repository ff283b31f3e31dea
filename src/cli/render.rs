//! `standpoint render FILE… --out DIR`

use super::check::load;
use crate::i18n::Texts;
use crate::prerender::{Style, fragment};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

#[derive(Args)]
pub(super) struct Render {
    /// The documents, as JSON files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where to write `<name>.fragment.html`
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The address of the style sheet
    #[arg(
        long,
        value_name = "URL",
        default_value = "standpoint.css",
        conflicts_with = "inline_style"
    )]
    stylesheet: String,
    /// The language of the interface; otherwise the document's, or English
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// A style sheet to put into the HTML
    #[arg(long, value_name = "FILE")]
    inline_style: Option<PathBuf>,
}

impl Render {
    pub(super) fn run(self) -> Result<ExitCode> {
        let style = match &self.inline_style {
            None => Style::Linked(self.stylesheet.clone()),
            Some(file) => Style::Inline(
                std::fs::read_to_string(file)
                    .with_context(|| format!("{} could not be read", file.display()))?,
            ),
        };
        std::fs::create_dir_all(&self.out)
            .with_context(|| format!("{} could not be made", self.out.display()))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .context("No runtime to render in")?;
        for file in &self.files {
            let document = match load(file)? {
                Ok(document) => document,
                Err(problems) => {
                    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
                    bail!(
                        "{} cannot be rendered:\n{}",
                        file.display(),
                        lines.join("\n")
                    );
                }
            };
            let language = self.lang.as_deref().unwrap_or(&document.language);
            let texts = Rc::new(Texts::nearest(language));
            let html = runtime.block_on(fragment(Rc::new(document), texts, &style));
            let path = self.out.join(name_of(file)?);
            std::fs::write(&path, html)
                .with_context(|| format!("{} could not be written", path.display()))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn name_of(file: &Path) -> Result<String> {
    let stem = file
        .file_stem()
        .with_context(|| format!("{} has no name", file.display()))?;
    Ok(format!("{}.fragment.html", stem.to_string_lossy()))
}
