//! `cargo xtask test`: every check, in the order in which it fails fastest.

use crate::cargo::{
    COMMAND_LINE, TARGET, TESTS, cargo, cargo_for_browsers, command_line, command_line_of_tests,
};
use crate::npm::{Npm, bundlers};
use crate::process::{self, path_with, root, side_by_side};
use crate::tools::{
    CARGO_DENY, CHROMEDRIVER, CHROMIUM, DATABASE, FIREFOX, GECKODRIVER, PHP, Package, SCREEN,
    TRUNK, WASM_BINDGEN, WEBKIT, WORDPRESS,
};
use crate::{bench, debian, scripts, supply, tidy, toolchain, trunk};
use anyhow::{Context, Result, bail};
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
    /// Licences, crates that are there twice, where they are from
    Dependencies,
    /// Everything that needs no browser
    Native,
    /// Components and the reader in a browser
    Components,
    /// The release build and its size
    Build,
    /// The built pages in Chromium, Firefox and WebKit
    EndToEnd,
}

impl Step {
    fn has_names(self) -> bool {
        matches!(self, Self::Native | Self::Components | Self::EndToEnd)
    }
}

/// Runs all steps, or one; of that the tests in whose names one of these stands,
/// if there are any.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn run(only: Option<Step>, names: &[String]) -> Result<()> {
    let mut run = Run {
        names,
        ..Run::default()
    };
    let outcome = match only {
        Some(step) => run.step(step),
        None => run.all(),
    };
    eprintln!();
    for (name, time) in &run.times {
        eprintln!("standpoint: {name} took {} s", time.as_secs());
    }
    outcome
}

/// What a run is told, and finds on its way.
#[derive(Default)]
struct Run<'a> {
    names: &'a [String],
    times: Vec<(String, Duration)>,
    /// The command line, once the native tests have built it.
    command_line: Option<PathBuf>,
}

impl Run<'_> {
    fn all(&mut self) -> Result<()> {
        // Now, so that what cannot be installed is not found out half an hour later.
        self.timed("Setup", "cargo xtask setup", |_| set_up())?;
        for step in Step::value_variants() {
            self.step(*step)?;
            if *step == Step::Native {
                self.command_line = Some(command_line_of_tests()?);
            }
        }
        Ok(())
    }

    fn step(&mut self, step: Step) -> Result<()> {
        let value = step.to_possible_value();
        let only = value.as_ref().map_or("", |value| value.get_name());
        if !self.names.is_empty() && !step.has_names() {
            bail!("the step {only} has no tests to choose by name");
        }
        let alone = format!("cargo xtask test --only {only}");
        self.timed(&format!("{step:?}"), &alone, |run| run.take(step))
    }

    /// Runs a step; `alone` is the command that repeats it and nothing else.
    fn timed(
        &mut self,
        name: &str,
        alone: &str,
        step: impl FnOnce(&Self) -> Result<()>,
    ) -> Result<()> {
        eprintln!("\nstandpoint: {name}");
        let start = Instant::now();
        let outcome = step(self);
        self.times.push((name.to_owned(), start.elapsed()));
        outcome.with_context(|| format!("the step {name} failed (alone: `{alone}`)"))
    }

    fn take(&self, step: Step) -> Result<()> {
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
            Step::Dependencies => supply::check(),
            Step::Native => self.native(),
            Step::Components => self.components(),
            Step::Build => trunk::build(self.command_line.as_deref()),
            Step::EndToEnd => self.end_to_end(),
        }
    }

    fn native(&self) -> Result<()> {
        for packages in [&TESTS[..], &["test", "--package", "xtask-release"]] {
            let mut test = cargo();
            test.args(packages).arg("--").args(self.names);
            process::run(&mut test, "a native test failed")?;
        }
        Ok(())
    }

    /// The tests of `tests/browser.rs` and `tests/components`, in Chromium.
    fn components(&self) -> Result<()> {
        toolchain::ready()?;
        browsers()?;
        let mut test = cargo_for_browsers();
        test.args(["test", "--target", TARGET]);
        test.args(["--test", "browser", "--test", "components", "--"]);
        test.args(self.names);
        test.env("PATH", path_with(&[WASM_BINDGEN.folder()?])?);
        test.env("CHROMEDRIVER", program(&CHROMEDRIVER)?);
        // For the whole run, not a test; its own 20 s are too few for a small machine.
        test.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        process::run(&mut test, "a test in the browser failed")
    }

    fn end_to_end(&self) -> Result<()> {
        let program = match &self.command_line {
            Some(program) => program.clone(),
            None => command_line()?,
        };
        let mut test = cargo();
        test.env(COMMAND_LINE, program);
        // A browser takes much of a small machine; two at once is what it bears.
        test.args(["test", "--package", "e2e", "--no-fail-fast"]);
        test.args(["--", "--test-threads=2"]).args(self.names);
        provide_browsers(&mut test)?;
        test.env("STANDPOINT_BUNDLERS", bundlers()?);
        wordpress()?;
        if let Some(program) = DATABASE.program() {
            test.env("STANDPOINT_MARIADB", program);
        }
        process::run(&mut test, "an end-to-end test failed")
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
                || {
                    Npm::ready()
                        .and_then(|_| bundlers())
                        .and_then(|_| browsers())
                        .and_then(|_| browsers())
                        .and_then(|()| wordpress())
                },
                || {
                    WASM_BINDGEN
                        .folder()
                        .and_then(|_| GECKODRIVER.folder())
                        .and_then(|_| CARGO_DENY.folder())
                },
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

/// WordPress, unless somebody has put one somewhere (`STANDPOINT_WORDPRESS`).
fn wordpress() -> Result<()> {
    let purpose = "the plugin is tried in WordPress itself";
    debian::install(&[PHP, DATABASE], purpose)?;
    if std::env::var_os("STANDPOINT_WORDPRESS").is_none() {
        debian::install(&WORDPRESS, purpose)?;
    }
    Ok(())
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
