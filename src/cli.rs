//! The command line: `check` for whoever writes a document, `render` and
//! `export` for whoever publishes one.

mod check;
mod export;
mod input;
mod render;
mod terminal;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Standpoint: who stands where, on what, in whose words.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say everything that is wrong in a document, where, and how to mend it
    Check(check::Check),
    /// Write a document as CSV, Markdown, an HTML table or JSON-LD
    Export(export::Export),
    /// Write a document's comparison as HTML
    Render(render::Render),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Check(check) => check.run(),
        Command::Export(export) => export.run(),
        Command::Render(render) => render.run(),
    };
    result.unwrap_or_else(|error| {
        terminal::complain(&format!("{error:#}"));
        ExitCode::from(2)
    })
}
