//! `cargo xtask serve` and `cargo xtask build`: trunk, with everything it needs.

use crate::npm::Npm;
use crate::process::{command, path_with, root, run};
use crate::tools::{TRUNK, WASM_BINDGEN};
use crate::{plain_trunk, sizes, toolchain};
use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::PathBuf;
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

/// Writes the release `dist/` in its small form, and holds it to its size.
///
/// # Errors
/// When something cannot be installed or built, or the result is too large.
pub(crate) fn build() -> Result<()> {
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
    Npm::ready()?;
    run(&mut trunk, "trunk could not build the release")?;
    sizes::report(&root().join("dist"))
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
    trunk
        .env("PATH", path_with(&folders)?)
        // Trunk asks crates.io for a newer trunk; the version is pinned here.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // The hook of Trunk.toml then need not build xtask another way.
        .env("STANDPOINT_XTASK", this);
    Ok(trunk)
}
