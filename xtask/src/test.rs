//! `cargo xtask test`: every check, in the order in which it fails fastest.

use crate::npm::Npm;
use crate::process::{self, cargo, on_path, path_with, root};
use crate::tools::{GECKODRIVER, WASM_BINDGEN};
use crate::{debian, tidy, toolchain, trunk};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// The browsers of the tests, as Debian packs them.
const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
];

/// A step of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// Formatting
    Format,
    /// Layers, lengths, leftovers
    Tidy,
    /// Clippy, warnings as errors
    Lint,
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
    let steps = match &only {
        Some(step) => std::slice::from_ref(step),
        None => Step::value_variants(),
    };
    let mut times: Vec<(Step, Duration)> = Vec::new();
    for step in steps {
        eprintln!("\nstandpoint: {step:?}");
        let start = Instant::now();
        run_step(*step).with_context(|| {
            let name = step
                .to_possible_value()
                .map(|v| v.get_name().to_owned())
                .unwrap_or_default();
            format!("the step {step:?} failed; to run it alone: cargo xtask test --only {name}")
        })?;
        times.push((*step, start.elapsed()));
    }
    eprintln!();
    for (step, time) in &times {
        eprintln!("standpoint: {step:?} passed in {} s", time.as_secs());
    }
    Ok(())
}

fn run_step(step: Step) -> Result<()> {
    match step {
        Step::Format => process::run(
            cargo().args(["fmt", "--all", "--check"]),
            "run `cargo fmt --all`, then look again",
        ),
        Step::Tidy => tidy::run(),
        Step::Lint => {
            let clippy = [
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ];
            process::run(cargo().args(clippy), "clippy has found something")
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

/// The tests of `tests/browser*.rs`, in Chromium.
fn components() -> Result<()> {
    toolchain::ready()?;
    browsers()?;
    let mut test = cargo();
    test.args(["test", "--target", toolchain::TARGET, "--test", "browser"]);
    test.env("PATH", path_with(&[WASM_BINDGEN.folder()?])?);
    test.env("CHROMEDRIVER", driver("chromedriver"));
    process::run(&mut test, "a test in the browser failed")
}

fn end_to_end() -> Result<()> {
    let mut test = cargo();
    // A browser takes much of a small machine; two at once is what it bears.
    test.args(["test", "--package", "e2e", "--", "--test-threads=2"]);
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

/// Installs all that serving, building and testing need.
///
/// # Errors
/// When something cannot be installed.
pub(crate) fn set_up() -> Result<()> {
    toolchain::ready_for_release()?;
    crate::tools::TRUNK.folder()?;
    WASM_BINDGEN.folder()?;
    GECKODRIVER.folder()?;
    Npm::ready()?;
    browsers()
}

fn browsers() -> Result<()> {
    debian::install(&BROWSERS, "the tests use real browsers")
}

fn driver(program: &str) -> PathBuf {
    on_path(program).unwrap_or_else(|| PathBuf::from(program))
}

/// Tells the end-to-end crate where everything lies.
fn provide_browsers(command: &mut Command) -> Result<()> {
    browsers()?;
    let geckodriver = GECKODRIVER.folder()?.join(GECKODRIVER.program);
    command
        .env("STANDPOINT_DIST", root().join("dist"))
        .env("STANDPOINT_AXE", Npm::ready()?.axe())
        .env("STANDPOINT_CHROMIUM", driver("chromium"))
        .env("STANDPOINT_FIREFOX", driver("firefox-esr"))
        .env("CHROMEDRIVER", driver("chromedriver"))
        .env("WEBKITWEBDRIVER", driver("WebKitWebDriver"))
        .env("GECKODRIVER", geckodriver);
    Ok(())
}
