//! Cargo, for this machine and for browsers.

use crate::process::{command, root, run};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::{Command, Stdio};

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
    without_own_variables(&mut cargo);
    cargo
}

/// Takes out of a command's environment what `cargo run` has told this program
/// of itself.
pub(crate) fn without_own_variables(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
}

/// A task of what only a release needs (`xtask/release`).
pub(crate) fn for_release(task: &str) -> Command {
    let mut program = cargo();
    program.args(["run", "--quiet", "--package", "xtask-release", "--", task]);
    program
}

/// Compiles what [`for_release`] runs.
///
/// # Errors
/// When it does not compile; cargo has said why.
pub(crate) fn compile_release_tools() -> Result<()> {
    run(
        cargo().args(["build", "--package", "xtask-release"]),
        "what shrinks the release does not compile",
    )
}

/// What the native tests are compiled and run with. End-to-end tests come later;
/// what only a release needs has dependencies that would change the others'.
pub(crate) const TESTS: [&str; 6] = [
    "test",
    "--workspace",
    "--exclude",
    "e2e",
    "--exclude",
    "xtask-release",
];

/// Tells a program where the command line lies that is built already.
pub(crate) const COMMAND_LINE: &str = "STANDPOINT_COMMAND_LINE";

/// The journalist's command line: where it lies, built for this machine.
///
/// # Errors
/// When it does not compile; cargo has said why.
pub(crate) fn command_line() -> Result<PathBuf> {
    match std::env::var_os(COMMAND_LINE) {
        Some(program) => Ok(PathBuf::from(program)),
        None => built(&["build", "--package", "standpoint", "--bin", "standpoint"]),
    }
}

/// The same as the native tests have built it.
///
/// # Errors
/// As of [`command_line`].
pub(crate) fn command_line_of_tests() -> Result<PathBuf> {
    built(&[&TESTS[..], &["--no-run"]].concat())
}

/// Where cargo puts the command line when it is called so.
fn built(arguments: &[&str]) -> Result<PathBuf> {
    let mut build = cargo();
    build
        .args(arguments)
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit());
    let built = build.output().context("cargo does not start")?;
    if !built.status.success() {
        bail!("the command line, which renders documents, does not compile");
    }
    let mut lines = built.stdout.split(|byte| *byte == b'\n');
    lines
        .find_map(command_line_in)
        .context("cargo does not say where it has put the command line")
}

/// The command line's file, if this is what cargo says when it has built that.
fn command_line_in(message: &[u8]) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_slice(message).ok()?;
    let is_program = message["target"]["name"] == "standpoint"
        && message["target"]["kind"] == serde_json::json!(["bin"])
        && message["profile"]["test"] == false;
    message["executable"]
        .as_str()
        .filter(|_| is_program)
        .map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::command_line_in;

    #[test]
    fn the_command_line_is_found_among_what_is_built() {
        let message = |kind: &str, test: bool| {
            format!(
                r#"{{"target":{{"name":"standpoint","kind":["{kind}"]}},"profile":{{"test":{test}}},"executable":"/x"}}"#
            )
        };
        let found = |message: String| command_line_in(message.as_bytes());
        assert_eq!(found(message("bin", false)), Some("/x".into()));
        assert_eq!(found(message("bin", true)), None);
        assert_eq!(found(message("lib", false)), None);
        assert_eq!(found("no JSON".to_owned()), None);
    }
}
