//! Plain `trunk serve` and `trunk build` work too, from a shell that knows
//! nothing of the project's cache.
//!
//! Trunk is linked into cargo's own folder of programs where no trunk is on
//! PATH, and wasm-bindgen into trunk's cache, under the name and version that
//! trunk itself would have put it there. Nothing that is there is replaced. This
//! trunk downloads nothing (`tools.rs`); whoever wants it for other projects
//! installs one in its place: `cargo install trunk --force`.

use crate::install::user_caches;
use crate::process::on_path;
use crate::tools::{TRUNK, WASM_BINDGEN};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Makes the links that are missing.
///
/// # Errors
/// When a folder or a link cannot be made.
pub(crate) fn provide(trunk: &Path, wasm_bindgen: &Path) -> Result<()> {
    if on_path(TRUNK.program).is_none()
        && let Some(folder) = cargo_bin()
    {
        link(
            &trunk.join(exe(TRUNK.program)),
            &folder.join(exe(TRUNK.program)),
        )?;
        if on_path(TRUNK.program).is_none() {
            eprintln!(
                "standpoint: {} is not on PATH; with it there, plain `trunk serve` works too",
                folder.display()
            );
        }
    }
    if let Some(cache) = trunk_cache() {
        let folder = cache.join(format!("{}-{}", WASM_BINDGEN.program, WASM_BINDGEN.version));
        let name = exe(WASM_BINDGEN.program);
        link(&wasm_bindgen.join(&name), &folder.join(&name))?;
    }
    Ok(())
}

fn exe(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}

fn cargo_bin() -> Option<PathBuf> {
    let home = match std::env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => std::env::home_dir()?.join(".cargo"),
    };
    Some(home.join("bin"))
}

/// Where trunk keeps what it downloads (the crate `directories` decides so).
fn trunk_cache() -> Option<PathBuf> {
    if cfg!(windows) {
        let local = PathBuf::from(std::env::var_os("LOCALAPPDATA")?);
        return Some(local.join("trunkrs").join("trunk").join("cache"));
    }
    let name = if cfg!(target_os = "macos") {
        "dev.trunkrs.trunk"
    } else {
        "trunk"
    };
    Some(user_caches()?.join(name))
}

/// A link, or a copy where links are not allowed; a link that leads nowhere any
/// more is made again.
fn link(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        return Ok(());
    }
    if to.is_symlink() {
        fs::remove_file(to)
            .with_context(|| format!("{} leads nowhere; remove it", to.display()))?;
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink(from, to);
    #[cfg(not(unix))]
    let made = fs::copy(from, to).map(|_| ());
    made.with_context(|| format!("{} could not be linked", to.display()))?;
    eprintln!("standpoint: linked {} to {}", to.display(), from.display());
    Ok(())
}
