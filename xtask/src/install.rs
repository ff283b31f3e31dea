//! Programs from crates.io, compiled into a cache of the project's own.

use crate::process::{cargo, on_path, output, run};
use crate::tools::Tool;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cache of the project's own: a fresh clone finds it again, and no other
/// project is disturbed.
pub(crate) fn cache() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("STANDPOINT_TOOLS") {
        return std::path::absolute(folder).context("STANDPOINT_TOOLS names no folder");
    }
    let caches = match std::env::var_os("XDG_CACHE_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let home = std::env::home_dir().context(
                "there is no home directory for the tools; set STANDPOINT_TOOLS to a folder",
            )?;
            home.join(if cfg!(target_os = "macos") {
                "Library/Caches"
            } else {
                ".cache"
            })
        }
    };
    Ok(caches.join("standpoint").join("tools"))
}

/// Says what is installed, and why.
pub(crate) fn announce(what: &str, purpose: &str) {
    eprintln!("standpoint: installing {what}: {purpose}");
}

impl Tool {
    /// The folder with the program in its right version: one on PATH, one in
    /// the cache, or installed now.
    ///
    /// # Errors
    /// When it cannot be installed, with the command to try.
    pub(crate) fn folder(&self) -> Result<PathBuf> {
        if let Some(program) = on_path(self.program)
            && self.is_right(&program)
            && let Some(folder) = program.parent()
        {
            return Ok(folder.to_owned());
        }
        let root = cache()?.join(format!("{}-{}", self.name, self.version));
        let folder = root.join("bin");
        let program = folder.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if program.is_file() && self.is_right(&program) {
            return Ok(folder);
        }
        announce(&format!("{} {}", self.name, self.version), self.purpose);
        std::fs::create_dir_all(&root)
            .with_context(|| format!("{} cannot be made", root.display()))?;
        let what = format!("{}@{}", self.name, self.version);
        // Away from the project's own settings and its lock file.
        let mut install = cargo();
        install
            .current_dir(&root)
            .args(["install", &what, "--locked", "--force", "--root"])
            .arg(&root);
        run(
            &mut install,
            &format!("{} could not be installed", self.name),
        )
        .with_context(|| {
            format!(
                "without {name} {version} this cannot go on. When the network is back, run the \
                 same command again, or install it yourself: cargo install {what} --locked",
                name = self.name,
                version = self.version,
            )
        })?;
        Ok(folder)
    }

    fn is_right(&self, program: &Path) -> bool {
        let printed = output(Command::new(program).arg("--version")).unwrap_or_default();
        printed
            .split_whitespace()
            .any(|word| word.trim_start_matches('v') == self.version)
    }
}
