//! `cargo xtask`: sets up, serves, builds and tests Standpoint. Whatever the
//! project needs and a machine lacks is installed from here, from pinned
//! versions, into a cache of the project's own.

mod bench;
mod cargo;
mod debian;
mod digest;
mod fuzz;
mod install;
mod modules;
mod npm;
mod package;
mod plain_trunk;
mod process;
mod scripts;
mod supply;
mod sysroot;
mod test;
mod tidy;
mod toolchain;
mod tools;
mod trunk;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Sets up, serves, builds and tests Standpoint.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, then show the widget at http://127.0.0.1:8080
    Serve {
        /// Where to listen
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Write the release `dist/` and print the size of every file in it
    Build,
    /// Run every check and test, or one step of them
    Test {
        /// Only this step
        #[arg(long, value_enum)]
        only: Option<test::Step>,
        /// Of that step, the tests in whose names one of these stands
        #[arg(requires = "only")]
        names: Vec<String>,
    },
    /// Take screenshots of the built pages into `target/shots`
    Shots {
        /// Passed on to the screenshot program
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Measure: beside other frameworks, in a long page, on a slow phone
    Bench {
        #[command(subcommand)]
        what: Option<bench::What>,
    },
    /// Run what must hold of any input on inputs that are looked for, target by target
    Fuzz(fuzz::Fuzz),
    /// Build what is committed in two folders, and compare every byte
    Reproduce,
    /// Install what serving, building and testing need, and do nothing else
    Setup,
    /// Turn trunk's output into the files of `dist/`; trunk calls this itself
    #[command(hide = true)]
    Package,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { port } => trunk::serve(port),
        Command::Build => trunk::build(None),
        Command::Test { only, names } => test::run(only, &names),
        Command::Shots { arguments } => test::shots(&arguments),
        Command::Bench { what } => match what {
            Some(bench::What::Compare(compare)) => compare.run(),
            Some(bench::What::Own(arguments)) => test::bench(&arguments),
            None => test::bench(&[]),
        },
        Command::Fuzz(fuzz) => fuzz.run(),
        Command::Reproduce => supply::reproduce(),
        Command::Setup => test::set_up(),
        Command::Package => package::run(),
    }
}
