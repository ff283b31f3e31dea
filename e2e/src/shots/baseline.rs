//! The pictures that are kept in `e2e/baseline`, and what is held against them.

use crate::picture::Picture;
use crate::root;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How the pictures are renewed.
const RENEW: &str = "cargo xtask shots --accept";

/// The kept pictures, during one comparison with all or some of them.
#[derive(Debug)]
pub struct Baseline {
    kept: PathBuf,
    shown: PathBuf,
    browser: String,
    browser_before: Option<String>,
    seen: BTreeSet<String>,
    findings: Vec<String>,
}

impl Baseline {
    /// Opens `e2e/baseline` for pictures that this browser takes.
    ///
    /// # Errors
    /// When a folder cannot be made.
    pub fn open(browser: &str) -> Result<Self> {
        let shown = root().join("target/shots/differences");
        Self::at(&root().join("e2e/baseline"), &shown, browser)
    }

    /// Opens the pictures of one folder, with another for what differs.
    ///
    /// # Errors
    /// When that folder cannot be made.
    pub fn at(kept: &Path, shown: &Path, browser: &str) -> Result<Self> {
        for folder in [kept, shown] {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        let before = std::fs::read_to_string(kept.join("browser.txt")).ok();
        Ok(Self {
            kept: kept.to_owned(),
            shown: shown.to_owned(),
            browser: browser.to_owned(),
            browser_before: before.map(|text| text.trim().to_owned()),
            seen: BTreeSet::new(),
            findings: Vec::new(),
        })
    }

    /// Holds a picture against the kept one.
    ///
    /// # Errors
    /// When a picture cannot be read, or what differs cannot be written.
    pub fn compare(&mut self, name: &str, png: &[u8]) -> Result<()> {
        self.seen.insert(name.to_owned());
        let now = Picture::from_png(png)?;
        let shown = self.shown.join(format!("{name}.png"));
        let file = self.file(name);
        if !file.exists() {
            now.save_png(&shown)?;
            let shown = shown.display();
            self.findings.push(format!(
                "{name}: there is none to compare with; see {shown}"
            ));
            return Ok(());
        }
        let before = std::fs::read(&file).with_context(|| format!("{}", file.display()))?;
        let before = Picture::from_webp(&before).with_context(|| format!("{}", file.display()))?;
        match before.difference(&now) {
            Some(difference) => {
                before.beside(&now).save_png(&shown)?;
                let shown = shown.display();
                self.findings
                    .push(format!("{name}: {difference}; see {shown}"));
            }
            // What an earlier run has shown is mended.
            None if shown.exists() => std::fs::remove_file(&shown)?,
            None => {}
        }
        Ok(())
    }

    /// Keeps a picture instead of the one before. One in which nobody would see
    /// a difference stays as it was, for the repository's sake.
    ///
    /// # Errors
    /// When the picture cannot be read or written.
    pub fn accept(&mut self, name: &str, png: &[u8]) -> Result<()> {
        self.seen.insert(name.to_owned());
        let now = Picture::from_png(png)?;
        let file = self.file(name);
        let before = std::fs::read(&file).ok();
        let before = before.and_then(|bytes| Picture::from_webp(&bytes).ok());
        if before.is_some_and(|before| before.difference(&now).is_none()) {
            return Ok(());
        }
        self.findings.push(name.to_owned());
        std::fs::write(&file, now.to_webp()?)
            .with_context(|| format!("{} cannot be written", file.display()))
    }

    /// Ends what [`accept`](Self::accept) has begun, and says what was renewed.
    /// Where all pictures were taken, those that nobody takes any more go.
    ///
    /// # Errors
    /// When a file cannot be written or removed.
    pub fn accepted(self, whole: bool) -> Result<String> {
        std::fs::write(self.kept.join("browser.txt"), format!("{}\n", self.browser))?;
        let mut removed = 0;
        if whole {
            for name in self.unseen() {
                std::fs::remove_file(self.file(&name))?;
                removed += 1;
            }
        }
        let (taken, renewed) = (self.seen.len(), self.findings.len());
        Ok(format!(
            "{taken} pictures taken: {renewed} renewed, {removed} removed"
        ))
    }

    /// What differs, and what to do; nothing where nothing does. Where all
    /// pictures were taken, a kept one without its like is a finding too.
    pub fn report(&self, whole: bool) -> String {
        let mut findings = self.findings.clone();
        if whole {
            let gone = |name| format!("{name}: it is kept, and no such picture is taken");
            findings.extend(self.unseen().into_iter().map(gone));
        }
        if findings.is_empty() {
            return String::new();
        }
        let mut report = findings.join("\n");
        if let Some(before) = self.browser_before.as_ref().filter(|b| **b != self.browser) {
            report += &format!(
                "\nThe kept pictures are {before}'s and these are {}'s: where letters alone \
                 differ, that may be why.",
                self.browser
            );
        }
        report += &format!("\nIf it should look like this, run `{RENEW}`.");
        report
    }

    fn unseen(&self) -> Vec<String> {
        let files = std::fs::read_dir(&self.kept).into_iter().flatten();
        let names = files.filter_map(|file| {
            let name = file.ok()?.file_name().into_string().ok()?;
            Some(name.strip_suffix(".webp")?.to_owned())
        });
        names.filter(|name| !self.seen.contains(name)).collect()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.kept.join(format!("{name}.webp"))
    }
}
