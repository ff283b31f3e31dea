//! `cargo xtask bench compare`: Standpoint beside its peers, by the scripts of
//! `bench/`.

use crate::cargo::cargo;
use crate::npm::{self, Npm};
use crate::process::{command, root, run};
use crate::tools::CHROMIUM;
use crate::{debian, install};
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

/// What can be measured.
#[derive(Subcommand)]
pub(crate) enum What {
    /// Standpoint beside other frameworks, a page made by hand, and libraries for
    /// tables; bench/README.md says how
    Compare(Compare),
    /// `passages`, how long it takes to find them in a long page, `pace`, how long
    /// a slow phone is held up, or `studio`, how long the Studio takes to answer
    #[command(external_subcommand)]
    Own(Vec<String>),
}

#[derive(Args)]
pub(crate) struct Compare {
    /// The sizes of the documents: S is 4 parties by 9 topics, M 12 by 40, K 20 by
    /// 100, L 40 by 250
    #[arg(long, value_enum, value_delimiter = ',', ignore_case = true, default_values = ["S", "M"])]
    sizes: Vec<Size>,
    /// What to measure; without it, everything
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Measure>,
    /// How often, everybody in turn
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Beside whom; without it, beside all
    #[arg(long, value_enum, value_delimiter = ',')]
    peers: Vec<Peer>,
    /// How many seconds are waited for one thing before it counts as too slow
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// The build to measure; otherwise dist/
    #[arg(long, value_name = "DIR", env = "STANDPOINT_DIST")]
    dist: Option<PathBuf>,
    /// Another build of Standpoint, measured beside as “before”
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
    /// Where to write the tables, as Markdown, beside to the terminal
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Sizes are named by capitals.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "UPPER")]
enum Size {
    S,
    M,
    K,
    L,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Measure {
    /// What an action costs
    Actions,
    /// How long a page takes until it can be used
    Load,
    /// Documents rendered to HTML in a second
    Render,
    /// What stays in memory
    Memory,
    /// What is sent
    Bytes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Peer {
    Preact,
    React,
    Svelte,
    Solid,
    /// A page written by hand
    Dom,
    /// The table alone
    Tabulator,
    /// The table alone
    Gridjs,
}

impl Compare {
    /// Installs what is missing and measures.
    ///
    /// # Errors
    /// When there is no build, something cannot be installed, or a page does not
    /// show what it must.
    pub(crate) fn run(&self) -> Result<()> {
        let dist = built(self.dist.as_deref().unwrap_or(Path::new("dist")))?;
        let against = self.against.as_deref().map(built).transpose()?;
        let only = names(or_all(&self.only));
        debian::install(&[CHROMIUM], "the bench measures in Chromium")?;
        let chromium = CHROMIUM
            .program()
            .context("Chromium is installed, and yet not on PATH")?;
        check()?;
        // What is rendered ahead, our own program renders.
        let rendered = ["load", "render", "bytes"];
        let program = if only.iter().any(|what| rendered.contains(&&**what)) {
            Some(program()?)
        } else {
            None
        };
        let settings = json!({
            "dist": dist,
            "against": against,
            "program": program,
            "chromium": chromium,
            "work": root().join("target").join("bench"),
            "sizes": self.sizes.iter().map(|size| format!("{size:?}")).collect::<Vec<_>>(),
            "only": only,
            "rounds": self.rounds,
            "peers": names(or_all(&self.peers)),
            "limit": self.limit * 1000,
            "out": self.out.as_ref().map(|file| root().join(file)),
        });
        let mut node = command("node");
        node.arg(root().join("bench").join("compare.js"))
            .arg(settings.to_string());
        run(&mut node, "Standpoint could not be compared")
    }
}

/// A folder of a build.
fn built(folder: &Path) -> Result<PathBuf> {
    let folder = root().join(folder);
    if !folder.join("standpoint.js").is_file() {
        bail!(
            "{} holds no build of Standpoint. Make one with `cargo xtask build`, or name another \
             folder with --dist or STANDPOINT_DIST",
            folder.display()
        );
    }
    Ok(folder)
}

/// Holds the bench's scripts against their types and tests: figures of a script
/// that is wrong are worth nothing.
///
/// # Errors
/// When something cannot be installed, or is found.
pub(crate) fn check() -> Result<()> {
    let modules = npm::modules(
        "bench",
        "Preact, React, Svelte, Solid, Tabulator, Grid.js and Playwright from npm",
        "Standpoint is measured beside them",
    )?;
    let folder = root().join("bench");
    install::link(&modules, &folder.join("node_modules"))?;
    let mut tsc = Npm::ready()?.tsc();
    run(
        tsc.arg("--project").arg(&folder),
        "TypeScript has found something in bench/",
    )?;
    let mut test = command("node");
    // A line a test: what went well need not be told.
    test.args(["--test", "--test-reporter", "dot"])
        .arg(folder.join("bench.test.js"));
    run(&mut test, "a test of bench/ failed")
}

/// Our own program for the terminal, made for speed as it is released.
fn program() -> Result<PathBuf> {
    let build = ["build", "--release", "--bin", "standpoint"];
    run(cargo().args(build), "the program could not be built")?;
    let name = format!("standpoint{}", std::env::consts::EXE_SUFFIX);
    Ok(root().join("target").join("release").join(name))
}

fn or_all<T: ValueEnum>(chosen: &[T]) -> &[T] {
    if chosen.is_empty() {
        T::value_variants()
    } else {
        chosen
    }
}

fn names<T: ValueEnum>(values: &[T]) -> Vec<String> {
    let name = |value: &T| Some(value.to_possible_value()?.get_name().to_owned());
    values.iter().filter_map(name).collect()
}
