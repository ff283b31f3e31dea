//! Programs from npm: wasm-opt (binaryen), esbuild and axe-core, in the
//! versions that `npm/package-lock.json` pins.

use crate::debian;
use crate::process::{command, on_path, root, run};
use crate::tools::{announce, cache};
use anyhow::{Context, Result};
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
        let pins = root().join("xtask").join("npm");
        let lock = std::fs::read(pins.join("package-lock.json"))
            .context("xtask/npm/package-lock.json could not be read")?;
        let digest = crate::package::names::hash(&lock);
        let folder = cache()?.join(format!("npm-{digest}"));
        node()?;
        if !folder.is_dir() {
            announce(
                "binaryen, esbuild and axe-core from npm",
                "shrink the release, check accessibility",
            );
            install(&pins, &folder)?;
        }
        Ok(Self {
            modules: folder.join("node_modules"),
        })
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

    /// The script of axe-core.
    pub(crate) fn axe(&self) -> PathBuf {
        self.modules.join("axe-core").join("axe.min.js")
    }
}

/// npm works in a folder beside the right one, which it becomes at the end: an
/// interrupted installation is not taken for a whole one.
fn install(pins: &Path, folder: &Path) -> Result<()> {
    let half = folder.with_extension("part");
    if half.exists() {
        std::fs::remove_dir_all(&half)
            .with_context(|| format!("{} is in the way; remove it", half.display()))?;
    }
    std::fs::create_dir_all(&half).with_context(|| format!("{} cannot be made", half.display()))?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(pins.join(file), half.join(file))
            .with_context(|| format!("xtask/npm/{file} could not be copied"))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut ci = Command::new(npm);
    ci.current_dir(&half)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    run(&mut ci, "npm could not install the packages of xtask/npm")
        .context("when the network is back, run the same command again")?;
    std::fs::rename(&half, folder)
        .with_context(|| format!("{} could not be renamed", half.display()))
}

fn node() -> Result<()> {
    if on_path("node").is_some() && (on_path("npm").is_some() || on_path("npm.cmd").is_some()) {
        return Ok(());
    }
    debian::install(&["nodejs", "npm"], "Node.js runs wasm-opt and esbuild")
}
