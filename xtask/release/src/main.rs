//! What only a release needs. A program of its own, for what it is made of takes
//! longer to compile than the rest of `xtask`, and `cargo xtask serve` can do
//! without it.

mod plugin;
mod shorten;
mod sizes;

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[PathBuf]) -> Result<()> {
    let [task, files @ ..] = arguments else {
        bail!("say what to do: shorten, plugin, or sizes");
    };
    match (task.to_str(), files) {
        (Some("shorten"), [glue, wasm]) => shorten_files(glue, wasm),
        (Some("plugin"), [own, build, archive]) => plugin::pack(own, build, archive),
        (Some("sizes"), [dist]) => sizes::report(dist),
        _ => bail!(
            "there is `shorten SCRIPT WASM`, `plugin SOURCE BUILD ARCHIVE`, and `sizes FOLDER`"
        ),
    }
}

/// Puts both into the place of what they were.
fn shorten_files(glue_file: &Path, wasm_file: &Path) -> Result<()> {
    let missing = |file: &Path| format!("{} could not be read", file.display());
    let glue = fs::read_to_string(glue_file).with_context(|| missing(glue_file))?;
    let wasm = fs::read(wasm_file).with_context(|| missing(wasm_file))?;
    let (glue, wasm) = shorten::shorten(&glue, &wasm)?;
    let locked = |file: &Path| format!("{} cannot be written", file.display());
    fs::write(glue_file, glue).with_context(|| locked(glue_file))?;
    fs::write(wasm_file, wasm).with_context(|| locked(wasm_file))
}
