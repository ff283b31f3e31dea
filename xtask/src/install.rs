//! Programs from crates.io, compiled into a cache of the project's own.

use crate::cargo::cargo;
use crate::process::{on_path, output, root, run};
use crate::tools::Tool;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The cache of the project's own: a fresh clone finds it again, and no other
/// project is disturbed.
pub(crate) fn cache() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("STANDPOINT_TOOLS") {
        return Ok(root().join(folder));
    }
    let caches = user_caches()
        .context("there is no home directory for the tools; set STANDPOINT_TOOLS to a folder")?;
    Ok(caches.join("standpoint").join("tools"))
}

/// Where the user's programs keep what they can get again.
pub(crate) fn user_caches() -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        return Some(std::env::home_dir()?.join("Library/Caches"));
    }
    let named = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    // What is not absolute counts as not set, says the standard.
    let named = named.filter(|folder| folder.is_absolute());
    named.or_else(|| Some(std::env::home_dir()?.join(".cache")))
}

/// Says what is installed, and why.
pub(crate) fn announce(what: &str, purpose: &str) {
    eprintln!("standpoint: installing {what}: {purpose}");
}

/// Makes a folder of the cache appear at a place in the project, where programs
/// look for it.
///
/// # Errors
/// When something else is there, or the system allows no such link.
pub(crate) fn link(folder: &Path, place: &Path) -> Result<()> {
    if std::fs::read_link(place).is_ok_and(|to| to == folder) {
        return Ok(());
    }
    if place.is_symlink() {
        std::fs::remove_file(place)
            .with_context(|| format!("{} is out of date; remove it", place.display()))?;
    }
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(folder, place);
    #[cfg(windows)]
    let linked = std::os::windows::fs::symlink_dir(folder, place);
    linked.with_context(|| {
        let (place, folder) = (place.display(), folder.display());
        format!("{place} could not be made a link to {folder}; if it is there, remove it")
    })
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
        let place = cache()?.join(format!("{}-{}", self.name, self.version));
        let folder = place.join("bin");
        let program = folder.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if program.is_file() && self.is_right(&program) {
            return Ok(folder);
        }
        announce(&format!("{} {}", self.name, self.version), self.purpose);
        std::fs::create_dir_all(&place)
            .with_context(|| format!("{} cannot be made", place.display()))?;
        let what = format!("{}@{}", self.name, self.version);
        // Away from the project's own settings and its lock file.
        let mut install = cargo();
        install
            .current_dir(&place)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            // Trunk optimises itself as one whole: minutes that gain nothing here.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            // A panic ends it, and need not be compiled into every function.
            .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
            // Several may be at it at once, and none of them has the last line.
            .env("CARGO_TERM_PROGRESS_WHEN", "never")
            .args(["install", &what, "--locked", "--force", "--root"])
            .arg(&place)
            .args(self.parts);
        for name in self.optimised {
            let setting = format!("profile.release.package.{name}.opt-level=1");
            install.arg("--config").arg(setting);
        }
        if let Err(error) = run(&mut install, "see above") {
            bail!(
                "{} {} could not be installed ({error:#}). When the network is back, run the same \
                 command again, or install it yourself: cargo install {what} --locked",
                self.name,
                self.version
            );
        }
        Ok(folder)
    }

    fn is_right(&self, program: &Path) -> bool {
        let printed = output(Command::new(program).arg("--version")).unwrap_or_default();
        printed
            .split_whitespace()
            .any(|word| word.trim_start_matches('v') == self.version)
    }
}
