//! Cargo, for this machine and for browsers.

use crate::process::{command, root};
use std::path::PathBuf;
use std::process::Command;

/// The target of everything that runs in a browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What cargo reads in addition (`include` in `.cargo/config.toml`) where
/// Debian's Rust builds for the browser, so that plain trunk and cargo use it
/// as well. Not under version control.
pub(crate) fn debian_settings() -> PathBuf {
    root().join(".cargo").join("debian.toml")
}

/// Cargo for this machine, without what cargo itself or a wasm build has put
/// into the environment: such a call must not rebuild everything another way.
pub(crate) fn cargo() -> Command {
    let mut cargo = cargo_for_browsers();
    // Debian's Rust is for browsers only: clippy reads nothing but what rustup's
    // own compiler has written.
    if debian_settings().exists() {
        cargo.env("RUSTC", "rustc");
    }
    cargo
}

/// The same for the target of the browsers.
pub(crate) fn cargo_for_browsers() -> Command {
    let mut cargo = command("cargo");
    for name in [
        "CARGO_TARGET_DIR",
        "RUSTC",
        "CARGO_UNSTABLE_BUILD_STD",
        "CARGO_UNSTABLE_BUILD_STD_FEATURES",
        "RUSTC_BOOTSTRAP",
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
    ] {
        cargo.env_remove(name);
    }
    // `cargo run` hands the project's variables on to what it runs.
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    cargo
}
