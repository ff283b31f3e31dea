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

/// The command line as `cargo xtask test` has built it; a plain `cargo test` has
/// cargo look whether it is there and up to date.
fn command_line() -> Command {
    let mut program = match std::env::var_os("STANDPOINT_COMMAND_LINE") {
        Some(program) => Command::new(program),
        None => {
            let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let mut run = Command::new(cargo);
            run.args(["run", "--quiet", "--package", "standpoint", "--"]);
            run
        }
    };
    program.current_dir(root());
    program
}

/// Renders a document of `seeds`, with the style sheet of the build.
///
/// # Errors
/// When the program fails, with what it says.
pub fn render(seed: &str, options: &[&str]) -> Result<Rendered> {
    let folder = TempDir::new().context("no folder for what is rendered")?;
    let mut program = command_line();
    program.arg("render").arg(format!("seeds/{seed}.json"));
    program.arg("--out").arg(folder.path()).args(options);
    let output = program
        .output()
        .context("the command line does not start")?;
    ensure!(
        output.status.success(),
        "{seed} was not rendered: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let name = seed.to_owned();
    Ok(Rendered { folder, name })
}
