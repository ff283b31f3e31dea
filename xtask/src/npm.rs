//! What comes from npm: wasm-opt (binaryen), esbuild, axe-core, TypeScript,
//! schema.org's vocabulary (schema-dts), the fonts of the screenshots, and React,
//! Vue and Svelte, in whose pages the element is tried; in the versions that
//! `npm/package-lock.json` pins. What the bench needs, `bench/package-lock.json`
//! pins, and is installed in the same way; so are the bundlers of
//! `e2e/bundlers/package-lock.json`, with which pages are built from the packed build.

use crate::install::{announce, cache};
use crate::process::{command, output, root, run};
use crate::tools::{NODE, NPM, OLDEST_NODE};
use crate::{debian, digest};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The installed packages.
pub(crate) struct Npm {
    modules: PathBuf,
}

impl Npm {
    /// The packages, installed now if they are not yet.
    ///
    /// # Errors
    /// When there is no Node.js and none can be installed, or npm fails.
    pub(crate) fn ready() -> Result<Self> {
        let modules = modules(
            "xtask/npm",
            "binaryen, esbuild, axe-core, TypeScript, schema-dts, React, Vue, Svelte and Noto's \
             fonts from npm",
            "shrink the release, check accessibility, types and data, compare screenshots, \
             try the element in other people's pages",
        )?;
        Ok(Self { modules })
    }

    /// Binaryen's `wasm-opt`, which is a program for Node.js.
    pub(crate) fn wasm_opt(&self) -> Command {
        let mut program = command("node");
        program.arg(self.modules.join("binaryen").join("bin").join("wasm-opt"));
        program
    }

    /// esbuild.
    pub(crate) fn esbuild(&self) -> Command {
        let mut program = command("node");
        program.arg(self.modules.join("esbuild").join("bin").join("esbuild"));
        program
    }

    /// TypeScript's compiler.
    pub(crate) fn tsc(&self) -> Command {
        let mut program = command("node");
        program.arg(self.typescript());
        program
    }

    /// The script of axe-core.
    pub(crate) fn axe(&self) -> PathBuf {
        self.modules.join("axe-core").join("axe.min.js")
    }

    /// The script of TypeScript's compiler.
    pub(crate) fn typescript(&self) -> PathBuf {
        self.modules.join("typescript").join("bin").join("tsc")
    }

    /// The folder `node_modules`, in which scripts and types of packages are
    /// found by name.
    pub(crate) fn modules(&self) -> &Path {
        &self.modules
    }

    /// The folder of the fonts that screenshots are taken with.
    pub(crate) fn fonts(&self) -> PathBuf {
        self.modules.join("@expo-google-fonts")
    }
}

/// The folder `node_modules` of the bundlers.
///
/// # Errors
/// When there is no Node.js and none can be installed, or npm fails.
pub(crate) fn bundlers() -> Result<PathBuf> {
    modules(
        "e2e/bundlers",
        "Vite, webpack, Rollup and esbuild from npm",
        "build pages from the packed build, as strangers do",
    )
}

/// The folder `node_modules` of what the `package-lock.json` in a folder of ours
/// pins, installed now if it is not yet.
///
/// # Errors
/// When there is no Node.js and none can be installed, or npm fails.
pub(crate) fn modules(pins: &str, what: &str, purpose: &str) -> Result<PathBuf> {
    let place = root().join(pins);
    let lock = std::fs::read(place.join("package-lock.json"))
        .with_context(|| format!("{pins}/package-lock.json could not be read"))?;
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let digest = digest::short(&lock);
    let folder = cache()?.join(format!("{name}-{digest}"));
    node()?;
    if !folder.is_dir() {
        announce(what, purpose);
        install(pins, &folder)?;
    }
    Ok(folder.join("node_modules"))
}

/// npm works in a folder beside the right one, which it becomes at the end: an
/// interrupted installation is not taken for a whole one.
fn install(pins: &str, folder: &Path) -> Result<()> {
    let half = folder.with_extension("part");
    if half.exists() {
        std::fs::remove_dir_all(&half)
            .with_context(|| format!("{} is in the way; remove it", half.display()))?;
    }
    std::fs::create_dir_all(&half).with_context(|| format!("{} cannot be made", half.display()))?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(root().join(pins).join(file), half.join(file))
            .with_context(|| format!("{pins}/{file} could not be copied"))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut ci = Command::new(npm);
    ci.current_dir(&half)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .arg("--no-update-notifier");
    if let Err(error) = run(&mut ci, "see above") {
        bail!(
            "the packages of {pins} could not be installed ({error:#}). When the network is back, \
             run the same command again"
        );
    }
    std::fs::rename(&half, folder)
        .with_context(|| format!("{} could not be renamed", half.display()))
}

/// Node.js and npm, installed where they are missing.
fn node() -> Result<()> {
    debian::install(
        &[NODE, NPM],
        "Node.js runs wasm-opt, esbuild and TypeScript",
    )?;
    let printed = output(command("node").arg("--version")).unwrap_or_default();
    if major(&printed).is_none_or(|major| major < OLDEST_NODE) {
        bail!(
            "wasm-opt and esbuild need Node.js {OLDEST_NODE} or newer, and `node --version` says \
             “{}”. Put a newer Node.js first on PATH",
            printed.trim()
        );
    }
    Ok(())
}

/// The first number of a version such as `v20.1.0`.
fn major(version: &str) -> Option<u32> {
    let (major, _) = version.trim().strip_prefix('v')?.split_once('.')?;
    major.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_version_of_node_has_a_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("command not found"), None);
    }
}
