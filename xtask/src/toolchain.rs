//! The standard library for WebAssembly: from rustup where it can be had there,
//! else built from the sources that Debian has.

use crate::cargo::{TARGET, debian_settings};
use crate::install::announce;
use crate::process::{command, output, root, run};
use crate::tools::DEBIAN_RUST;
use crate::{debian, sysroot};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which Rust builds for the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The one that runs this.
    Rustup,
    /// The one in Debian's packages.
    Debian,
}

/// Whatever can build the widget, installed if need be.
///
/// # Errors
/// When there is none, with what to install.
pub(crate) fn ready() -> Result<Toolchain> {
    // Settings left behind for Debian's Rust would else answer for rustup's.
    if debian_settings().exists() {
        return debian_rust();
    }
    if has_std() {
        return Ok(Toolchain::Rustup);
    }
    announce(
        &format!("the Rust target {TARGET}"),
        "the widget runs in browsers",
    );
    let added = rustup(&["target", "add", TARGET]);
    if added.is_ok() && has_std() {
        return Ok(Toolchain::Rustup);
    }
    fall_back(&format!("rustup could not fetch the target {TARGET}"))
}

/// The same, able to build the standard library anew for the small release.
///
/// # Errors
/// When there is none, with what to install.
pub(crate) fn ready_for_release() -> Result<Toolchain> {
    let toolchain = ready()?;
    if toolchain == Toolchain::Debian || has_source() {
        return Ok(toolchain);
    }
    announce(
        "the sources of Rust's standard library",
        "the release builds a smaller one",
    );
    let added = rustup(&["component", "add", "rust-src"]);
    if added.is_ok() && has_source() {
        return Ok(Toolchain::Rustup);
    }
    fall_back("rustup could not fetch the component rust-src")
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let mut rustup = command("rustup");
    // Its own words are enough where it fails.
    rustup.args(arguments).env("RUST_BACKTRACE", "0");
    run(&mut rustup, "rustup could not")
}

fn fall_back(why: &str) -> Result<Toolchain> {
    if !debian::is_debian() {
        bail!(
            "{why}. With a network that reaches rustup's server, run: rustup target add {TARGET} \
             && rustup component add rust-src. Otherwise install a Rust with {TARGET} and the \
             sources of its standard library from your system's packages, and put it first on PATH"
        );
    }
    eprintln!("standpoint: {why}; taking Debian's Rust instead");
    debian_rust()
}

fn rustup_sysroot() -> Option<PathBuf> {
    let printed = output(command("rustc").args(["--print", "sysroot"]))?;
    Some(PathBuf::from(printed.trim()))
}

fn has_std() -> bool {
    let printed = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let folder = printed.map(|printed| PathBuf::from(printed.trim()));
    folder.is_some_and(|folder| has_rlibs(&folder))
}

fn has_rlibs(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

fn has_source() -> bool {
    rustup_sysroot().is_some_and(|folder| folder.join("lib/rustlib/src/rust/library/std").is_dir())
}

/// Debian's Rust with a standard library for the browser, made once.
fn debian_rust() -> Result<Toolchain> {
    debian::install(&DEBIAN_RUST, "a Rust that can build for browsers")?;
    let version = output(Command::new("/usr/bin/rustc").arg("--version")).context(
        "/usr/bin/rustc does not run; reinstall it: apt-get install --reinstall rustc-web",
    )?;
    let sysroot = sysroot::ready(&version)?;
    let written = format!(
        "# Written by xtask: Debian's Rust builds for the browser here. Remove this file to go\n\
         # back to rustup's.\n\
         [build]\nrustc = \"/usr/bin/rustc\"\n\n\
         [target.{TARGET}]\nlinker = \"wasm-ld-22\"\nrustflags = [{:?}]\n",
        format!("--sysroot={}", sysroot.display()),
    );
    let settings = debian_settings();
    if fs::read_to_string(&settings).ok().as_ref() != Some(&written) {
        fs::write(&settings, written)
            .with_context(|| format!("{} could not be written", settings.display()))?;
    }
    Ok(Toolchain::Debian)
}

/// Sets a command up to build the small release: a standard library made for
/// size, and panics that stop at once and carry no message.
pub(crate) fn make_small(toolchain: Toolchain, command: &mut Command) {
    command
        // Beside the ordinary build, which would else be made anew each time.
        .env("CARGO_TARGET_DIR", root().join("target").join("small"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "RUSTFLAGS",
            "-Cpanic=immediate-abort -Zunstable-options -Zlocation-detail=none -Zfmt-debug=none",
        );
    if toolchain == Toolchain::Debian {
        command.env_remove("RUSTUP_TOOLCHAIN");
    }
}
