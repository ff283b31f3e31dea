//! A standard library for browsers, built once from the sources that Debian
//! brings with its Rust: its packages have the sources and not the library.

use crate::cargo::TARGET;
use crate::digest;
use crate::install::{announce, cache};
use crate::process::run;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What of it is built; `test` is for the tests in a browser.
const LIBRARIES: &str = "std,panic_abort,test";

/// How: what a release optimises as one whole must be there as bitcode too.
const FLAGS: &str = "-Cembed-bitcode=yes";

/// A folder for rustc's `--sysroot`, made if it is not there yet for this
/// version of Debian's rustc.
///
/// # Errors
/// When the library does not compile or the cache cannot be written.
pub(crate) fn ready(version: &str) -> Result<PathBuf> {
    let mark = digest::short(format!("{version}{LIBRARIES}{FLAGS}").as_bytes());
    let sysroot = cache()?.join(format!("sysroot-{mark}"));
    if !sysroot.is_dir() {
        announce(
            "a standard library for WebAssembly",
            "built from Debian's sources, a minute",
        );
        // Made beside its place, so that half a library is not taken for one.
        let half = sysroot.with_extension("part");
        build(&half).with_context(|| {
            format!(
                "the standard library for WebAssembly could not be built in {}",
                half.display()
            )
        })?;
        fs::rename(&half, &sysroot)
            .with_context(|| format!("{} could not be renamed", half.display()))?;
    }
    Ok(sysroot)
}

/// Builds an empty crate with a standard library of its own, and keeps only the
/// library.
fn build(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let (source, target) = (folder.join("src"), folder.join("target"));
    fs::create_dir_all(&source)?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"sysroot\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n",
    )?;
    fs::write(source.join("lib.rs"), "#![no_std]\n")?;
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .current_dir(folder)
        .args(["build", "--release", "--target", TARGET])
        .env("RUSTC", "/usr/bin/rustc")
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTFLAGS", FLAGS)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", LIBRARIES);
    for name in ["CARGO_ENCODED_RUSTFLAGS", "RUSTUP_TOOLCHAIN"] {
        cargo.env_remove(name);
    }
    run(&mut cargo, "see above")?;
    let library = folder.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&library)?;
    for entry in fs::read_dir(target.join(TARGET).join("release/deps"))? {
        let file = entry?.path();
        if let (Some("rlib"), Some(name)) =
            (file.extension().and_then(|e| e.to_str()), file.file_name())
        {
            fs::copy(&file, library.join(name))?;
        }
    }
    fs::remove_dir_all(target)?;
    Ok(())
}
