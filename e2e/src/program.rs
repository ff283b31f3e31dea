//! The journalist's command line, run as a program.

use crate::root;
use anyhow::{Context, Result, ensure};
use std::process::Command;
use tempfile::TempDir;

/// A document's files as `standpoint render` has written them; gone when dropped.
#[derive(Debug)]
pub struct Rendered {
    folder: TempDir,
    name: String,
}

impl Rendered {
    /// The content of `<name>.<what>.html`.
    ///
    /// # Errors
    /// When it was not written.
    pub fn read(&self, what: &str) -> Result<String> {
        let file = self
            .folder
            .path()
            .join(format!("{}.{what}.html", self.name));
        std::fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))
    }
}

/// Renders a document of `seeds`, with the style sheet of the build.
///
/// # Errors
/// When the program fails, with what it says.
pub fn render(seed: &str, options: &[&str]) -> Result<Rendered> {
    let folder = TempDir::new().context("no folder for what is rendered")?;
    let mut program = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    program
        .current_dir(root())
        .args(["run", "--quiet", "--package", "standpoint", "--"]);
    program.arg("render").arg(format!("seeds/{seed}.json"));
    program.arg("--out").arg(folder.path()).args(options);
    let output = program.output().context("cargo does not start")?;
    ensure!(
        output.status.success(),
        "{seed} was not rendered: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let name = seed.to_owned();
    Ok(Rendered { folder, name })
}
