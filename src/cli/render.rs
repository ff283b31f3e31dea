//! `standpoint render FILE… --out DIR`

use super::input::{Loaded, load_right};
use crate::article::Value;
use crate::comparison::Index;
use crate::components::HEADLINE;
use crate::export::{Sheet, html};
use crate::i18n::Texts;
use crate::prerender::{Rendering, Source, Style, Theme};
use crate::state::Choice;
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

/// The document that is built into the widget.
const BUILT_IN: &str = include_str!("../../seeds/ceasefire-2025.json");

/// Writes three files for each document: `<name>.fragment.html`, the comparison
/// to be put into a page; `<name>.page.html`, a page of its own; and
/// `<name>.table.html`, a plain table for feeds and old readers. The same
/// document gives the same bytes every time.
#[derive(Args)]
pub(super) struct Render {
    /// The documents, as JSON files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where to write the files
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
    /// A style sheet to put into the HTML
    #[arg(long, value_name = "FILE")]
    inline_style: Option<PathBuf>,
    /// The language of the interface; otherwise the document's, or English
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Light, dark, or as the reader prefers
    #[arg(long, value_enum, default_value = "auto")]
    theme: Colours,
    /// The address of the loader, which makes the page come alive
    #[arg(long, value_name = "URL", default_value = "standpoint.js")]
    loader: String,
    /// No loader: the page stays as it is
    #[arg(long, conflicts_with = "loader")]
    no_loader: bool,
    /// The address of the document, which is otherwise put into the HTML, so
    /// that it is the one that comes alive
    #[arg(long, value_name = "URL", conflicts_with = "built_in")]
    src: Option<String>,
    /// Come alive as soon as the page is there, not when a reader is near: for a
    /// comparison that is the first thing seen
    #[arg(long)]
    eager: bool,
    /// The level of the headline among the headings of the page that the fragment
    /// and the table are put into
    #[arg(long, value_name = "1-6", default_value_t = HEADLINE,
          value_parser = clap::value_parser!(u8).range(1..=6))]
    heading_level: u8,
    /// The document is the one that is built into the widget, and need not be in
    /// the HTML
    #[arg(long)]
    built_in: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colours {
    Light,
    Dark,
    Auto,
}

impl Render {
    pub(super) fn run(self) -> Result<ExitCode> {
        if let (Some(src), true) = (&self.src, self.files.len() > 1) {
            bail!("--src {src} is the address of one document: render the files one by one");
        }
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
            let rendering = self.rendering(file, style.clone())?;
            let loader = (!self.no_loader).then_some(&*self.loader);
            let fragment = runtime.block_on(rendering.fragment());
            self.write(file, "fragment", &fragment)?;
            let page = runtime.block_on(rendering.page(loader));
            self.write(file, "page", &page)?;
            let choice = Choice::of(&rendering.index);
            let sheet = Sheet::new(&rendering.index, &choice, &rendering.texts)
                .with_headline(self.heading_level);
            self.write(file, "table", &html(&sheet))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn rendering(&self, file: &Path, style: Style) -> Result<Rendering> {
        let Loaded {
            document, value, ..
        } = load_right(file, "rendered")?;
        let language = self.lang.as_deref().unwrap_or(&document.language);
        Ok(Rendering {
            texts: Rc::new(Texts::nearest(language)),
            style,
            theme: match self.theme {
                Colours::Light => Theme::Light,
                Colours::Dark => Theme::Dark,
                Colours::Auto => Theme::Auto,
            },
            source: self.source(file, value)?,
            eager: self.eager,
            headline: self.heading_level,
            index: Rc::new(Index::new(Rc::new(document))),
        })
    }

    /// Where the widget is to find what is rendered here.
    fn source(&self, file: &Path, content: Value) -> Result<Source> {
        if let Some(src) = &self.src {
            return Ok(Source::At(src.clone()));
        }
        if !self.built_in {
            return Ok(Source::Within(content));
        }
        let built_in: serde_json::Value = serde_json::from_str(BUILT_IN)?;
        if serde_json::to_value(&content)? != built_in {
            let file = file.display();
            bail!("{file} is not the document that is built in: leave --built-in out");
        }
        Ok(Source::BuiltIn)
    }

    fn write(&self, file: &Path, what: &str, content: &str) -> Result<()> {
        let stem = file
            .file_stem()
            .with_context(|| format!("{} has no name", file.display()))?;
        let path = self
            .out
            .join(format!("{}.{what}.html", stem.to_string_lossy()));
        std::fs::write(&path, content)
            .with_context(|| format!("{} could not be written", path.display()))
    }
}
