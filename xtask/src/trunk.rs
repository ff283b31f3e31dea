//! `cargo xtask serve` and `cargo xtask build`: trunk, with everything it needs.

use crate::cargo::{
    COMMAND_LINE, TARGET, command_line, compile_release_tools, for_release, without_own_variables,
};
use crate::npm::Npm;
use crate::package::MODULES;
use crate::process::{command, path_with, root, run, side_by_side};
use crate::tools::{TRUNK, WASM_BINDGEN};
use crate::{plain_trunk, toolchain};
use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Serves the widget, built anew with every change.
///
/// # Errors
/// When the port is taken, something cannot be installed, or trunk fails.
pub(crate) fn serve(port: u16) -> Result<()> {
    // Now, and not after minutes of compiling.
    if let Err(error) = TcpListener::bind(("127.0.0.1", port)) {
        let other = port.checked_add(1).unwrap_or(8080).max(1024);
        let why = match error.kind() {
            ErrorKind::AddrInUse => "is taken by another program: stop it, or take".to_owned(),
            _ => format!("cannot be listened at ({error}). Take"),
        };
        bail!("port {port} {why} another port: cargo xtask serve --port {other}");
    }
    toolchain::ready()?;
    // Trunk takes longest to compile, and one core of two idles for a part of it.
    let (has_trunk, has_wasm_bindgen) = side_by_side(
        || TRUNK.folder(),
        || {
            let folder = WASM_BINDGEN.folder();
            if !root().join("target").join(TARGET).is_dir() {
                compile_ahead();
            }
            folder
        },
    );
    has_trunk?;
    has_wasm_bindgen?;
    let mut trunk = trunk()?;
    trunk.args([
        "serve",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    eprintln!("standpoint: serving at http://127.0.0.1:{port}");
    run(&mut trunk, "trunk stopped")
}

/// Writes the release `dist/` in its small form, and holds it to its size. What
/// renders the article into the page may have been built already.
///
/// # Errors
/// When something cannot be installed or built, or the result is too large.
pub(crate) fn build(ready: Option<&Path>) -> Result<()> {
    let toolchain = toolchain::ready_for_release()?;
    let mut trunk = trunk()?;
    trunk.args(["build", "--release"]);
    toolchain::make_small(toolchain, &mut trunk);
    let mut folders = bins()?;
    if toolchain == toolchain::Toolchain::Debian {
        // Its own cargo: that goes with the standard library's sources.
        folders.insert(0, PathBuf::from("/usr/bin"));
    }
    trunk.env("PATH", path_with(&folders)?);
    if let Some(program) = ready {
        trunk.env(COMMAND_LINE, program);
    }
    Npm::ready()?;
    // A release is compiled as one whole, by one core. What the hook will run is
    // for this machine, and in another folder.
    let (built, ahead) = side_by_side(
        || run(&mut trunk, "trunk could not build the release"),
        || {
            compile_release_tools()?;
            ready.map_or_else(|| command_line().map(drop), |_| Ok(()))
        },
    );
    built?;
    ahead?;
    let mut sizes = for_release("sizes");
    run(sizes.arg(root().join("dist")), "the release is too large")
}

/// Builds for the first time what trunk and its hook will ask for. They would
/// start several cargos at once, which wait for each other; and as yet there may
/// be no trunk. What does not compile, trunk says as well.
fn compile_ahead() {
    for (feature, program) in MODULES {
        let mut build = command("cargo");
        without_own_variables(&mut build);
        build.args(["build", "--target", TARGET, "--no-default-features"]);
        build.args(["--features", feature, "--bin", program]);
        if run(&mut build, "see above").is_err() {
            return;
        }
    }
    // An error is said again by trunk's hook.
    let _ = command_line();
}

fn bins() -> Result<Vec<PathBuf>> {
    Ok(vec![TRUNK.folder()?, WASM_BINDGEN.folder()?])
}

/// Trunk, with the right programs before all others.
fn trunk() -> Result<Command> {
    let folders = bins()?;
    plain_trunk::provide(&folders[0], &folders[1])?;
    let mut trunk = command(folders[0].join(TRUNK.program));
    let this = std::env::current_exe().context("this program does not know where it lies")?;
    without_own_variables(&mut trunk);
    trunk
        .env("PATH", path_with(&folders)?)
        // Trunk asks crates.io for a newer trunk; the version is pinned here.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // The hook of Trunk.toml then need not build xtask another way.
        .env("STANDPOINT_XTASK", this);
    Ok(trunk)
}
