//! The command line: `check`, `anchor` and `revise` for whoever writes a document,
//! `render` and
//! `export` for whoever publishes one.

mod anchor;
mod check;
mod export;
mod input;
mod render;
mod revise;
mod rewritten;
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
    /// Write into a document what its passages remember of the article's text
    Anchor(anchor::Anchor),
    /// Say everything that is wrong in a document, where, and how to mend it
    Check(check::Check),
    /// Write a document as CSV, Markdown, an HTML table or JSON-LD
    Export(export::Export),
    /// Write a document's comparison as HTML
    Render(render::Render),
    /// Say what a new text of the article does to a document's passages
    Revise(revise::Revise),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Anchor(anchor) => anchor.run(),
        Command::Check(check) => check.run(),
        Command::Export(export) => export.run(),
        Command::Render(render) => render.run(),
        Command::Revise(revise) => revise.run(),
    };
    result.unwrap_or_else(|error| {
        terminal::complain(&format!("{error:#}"));
        ExitCode::from(2)
    })
}
