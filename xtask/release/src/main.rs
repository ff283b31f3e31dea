//! What only a release needs. A program of its own, for what it is made of takes
//! longer to compile than the rest of `xtask`, and `cargo xtask serve` can do
//! without it.

mod sizes;

use anyhow::{Result, bail};
use std::path::PathBuf;
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
    match arguments {
        [task, dist] if task.to_str() == Some("sizes") => sizes::report(dist),
        _ => bail!("there is `sizes FOLDER`"),
    }
}
