//! `cargo xtask test`: every check, in the order in which it fails fastest.

use crate::cargo::{TARGET, cargo, cargo_for_browsers};
use crate::npm::Npm;
use crate::process::{self, path_with, root, side_by_side};
use crate::tools::{
    CHROMEDRIVER, CHROMIUM, FIREFOX, GECKODRIVER, Package, SCREEN, TRUNK, WASM_BINDGEN, WEBKIT,
};
use crate::{bench, debian, scripts, tidy, toolchain, trunk};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// A step of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// Formatting
    Format,
    /// Layers, lengths, leftovers
    Tidy,
    /// Clippy, warnings as errors
    Lint,
    /// The scripts of static/ and bench/ by TypeScript's compiler
    Scripts,
    /// Everything that needs no browser
    Native,
    /// Components and the reader in a browser
    Components,
    /// The release build and its size
    Build,
    /// The built pages in Chromium, Firefox and WebKit
    EndToEnd,
}

/// Runs all steps, or one.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn run(only: Option<Step>) -> Result<()> {
    let mut times = Times::new();
    let outcome = match only {
        Some(step) => step.timed(&mut times),
        None => run_all(&mut times),
    };
    eprintln!();
    for (name, time) in &times {
        eprintln!("standpoint: {name} took {} s", time.as_secs());
    }
    outcome
}

type Times = Vec<(String, Duration)>;

fn run_all(times: &mut Times) -> Result<()> {
    // Now, so that what cannot be installed is not found out half an hour later.
    timed(times, "Setup", "cargo xtask setup", set_up)?;
    Step::value_variants()
        .iter()
        .try_for_each(|step| step.timed(times))
}

impl Step {
    fn timed(self, times: &mut Times) -> Result<()> {
        let value = self.to_possible_value();
        let only = value.as_ref().map_or("", |value| value.get_name());
        let command = format!("cargo xtask test --only {only}");
        timed(times, &format!("{self:?}"), &command, || run_step(self))
    }
}

/// Runs a step; `alone` is the command that repeats it and nothing else.
fn timed(
    times: &mut Times,
    name: &str,
    alone: &str,
    step: impl FnOnce() -> Result<()>,
) -> Result<()> {
    eprintln!("\nstandpoint: {name}");
    let start = Instant::now();
    let outcome = step();
    times.push((name.to_owned(), start.elapsed()));
    outcome.with_context(|| format!("the step {name} failed (alone: `{alone}`)"))
}

fn run_step(step: Step) -> Result<()> {
    match step {
        Step::Format => process::run(
            cargo().args(["fmt", "--all", "--check"]),
            "run `cargo fmt --all`, then look again",
        ),
        Step::Tidy => tidy::run(),
        Step::Lint => lint(),
        Step::Scripts => {
            scripts::check()?;
            bench::check()
        }
        Step::Native => {
            let test = ["test", "--workspace", "--exclude", "e2e"];
            process::run(cargo().args(test), "a native test failed")
        }
        Step::Components => components(),
        Step::Build => trunk::build(),
        Step::EndToEnd => end_to_end(),
    }
}

/// Clippy, for this machine and for the browser.
fn lint() -> Result<()> {
    let warnings = ["--", "-D", "warnings"];
    let everywhere = ["clippy", "--workspace", "--all-targets"];
    process::run(
        cargo().args(everywhere).args(warnings),
        "clippy has found something",
    )?;
    toolchain::ready()?;
    let in_browsers = ["clippy", "--all-targets", "--target", TARGET];
    process::run(
        cargo_for_browsers().args(in_browsers).args(warnings),
        "clippy has found something in what runs in browsers",
    )
}

/// The tests of `tests/browser.rs` and `tests/components`, in Chromium.
fn components() -> Result<()> {
    toolchain::ready()?;
    browsers()?;
    let mut test = cargo_for_browsers();
    test.args(["test", "--target", TARGET]);
    test.args(["--test", "browser", "--test", "components"]);
    test.env("PATH", path_with(&[WASM_BINDGEN.folder()?])?);
    test.env("CHROMEDRIVER", program(&CHROMEDRIVER)?);
    // For the whole run, not a test; its own 20 s are too few for a small machine.
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    process::run(&mut test, "a test in the browser failed")
}

fn end_to_end() -> Result<()> {
    let mut test = cargo();
    // A browser takes much of a small machine; two at once is what it bears.
    test.args(["test", "--package", "e2e", "--no-fail-fast"]);
    test.args(["--", "--test-threads=2"]);
    provide_browsers(&mut test)?;
    process::run(&mut test, "an end-to-end test failed")
}

/// Screenshots of the built pages.
///
/// # Errors
/// When something cannot be installed or the browser fails.
pub(crate) fn shots(arguments: &[String]) -> Result<()> {
    let mut shots = cargo();
    shots
        .args(["run", "--quiet", "--package", "e2e", "--bin", "shots", "--"])
        .args(arguments);
    provide_browsers(&mut shots)?;
    process::run(&mut shots, "the screenshots could not be taken")
}

/// How long the built pages take for what takes long.
///
/// # Errors
/// When something cannot be installed or the browser fails.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    let mut bench = cargo();
    bench
        .args(["run", "--quiet", "--package", "e2e", "--bin", "bench", "--"])
        .args(arguments);
    provide_browsers(&mut bench)?;
    process::run(&mut bench, "the times could not be taken")
}

/// Installs all that serving, building and testing need.
///
/// # Errors
/// When something cannot be installed.
pub(crate) fn set_up() -> Result<()> {
    toolchain::ready_for_release()?;
    let (trunk, (packages, tools)) = side_by_side(
        || TRUNK.folder(),
        || {
            side_by_side(
                || Npm::ready().and_then(|_| browsers()),
                || WASM_BINDGEN.folder().and_then(|_| GECKODRIVER.folder()),
            )
        },
    );
    trunk?;
    packages?;
    tools?;
    Ok(())
}

fn browsers() -> Result<()> {
    debian::install(
        &[CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT, SCREEN],
        "the tests use real browsers",
    )
}

/// Where a program lies that [`browsers`] has provided.
fn program(package: &Package) -> Result<PathBuf> {
    package.program().with_context(|| {
        format!(
            "{} is installed, and yet none of its programs is on PATH: {}",
            package.debian,
            package.programs.join(", ")
        )
    })
}

/// Tells the end-to-end crate where everything lies.
fn provide_browsers(command: &mut Command) -> Result<()> {
    browsers()?;
    let geckodriver = GECKODRIVER.folder()?.join(GECKODRIVER.program);
    let npm = Npm::ready()?;
    command
        .env("STANDPOINT_DIST", root().join("dist"))
        .env("STANDPOINT_AXE", npm.axe())
        .env("STANDPOINT_FONTS", npm.fonts())
        .env("STANDPOINT_TSC", npm.typescript())
        .env("STANDPOINT_MODULES", npm.modules())
        .env("STANDPOINT_CHROMIUM", program(&CHROMIUM)?)
        .env("STANDPOINT_FIREFOX", program(&FIREFOX)?)
        .env("CHROMEDRIVER", program(&CHROMEDRIVER)?)
        .env("WEBKITWEBDRIVER", program(&WEBKIT)?)
        .env("GECKODRIVER", geckodriver);
    Ok(())
}
