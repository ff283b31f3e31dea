//! What the end-to-end tests are made of: real browsers, a server that knows
//! what was asked of it, and a page in the words of those who use it.

mod acts;
mod alone;
pub mod article;
mod browser;
mod capabilities;
mod fonts;
mod look;
mod page;
pub mod picture;
mod program;
mod server;
pub mod shots;
pub mod studio;
pub mod word_press;

pub use alone::Alone;
pub use browser::{Browser, Session};
pub use look::Look;
pub use page::{Origin, Page, page_with};
pub use program::{Rendered, render};
pub use server::{Server, Spoilt};
pub use studio::Studio;
pub use word_press::WordPress;

use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// What a page writes to have the element.
pub const SCRIPT: &str = "<script src=\"standpoint.js\" async></script>";

/// The views, by the names that a page uses.
pub const VIEWS: [&str; 5] = ["matrix", "versus", "spectrum", "timeline", "statements"];

/// The built pages; `cargo xtask test` says where, and a plain `cargo test`
/// takes the checkout's own.
pub fn dist() -> PathBuf {
    match std::env::var_os("STANDPOINT_DIST") {
        Some(folder) => PathBuf::from(folder),
        None => root().join("dist"),
    }
}

/// The checkout.
pub fn root() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().map(PathBuf::from).unwrap_or(manifest)
}

/// The only file of the build whose name begins and ends so.
///
/// # Errors
/// When there is none, or several.
pub fn built(beginning: &str, ending: &str) -> Result<String> {
    let folder = dist();
    let entries = std::fs::read_dir(&folder)
        .with_context(|| format!("{} is missing; run `cargo xtask build`", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(beginning) && name.ends_with(ending) {
            found.push(name);
        }
    }
    match found.as_slice() {
        [name] => Ok(name.clone()),
        _ => bail!("of {beginning}…{ending} the build has {found:?}, not one"),
    }
}

/// The script of axe-core.
///
/// # Errors
/// When `STANDPOINT_AXE` does not name it.
pub fn axe() -> Result<String> {
    let file = std::env::var_os("STANDPOINT_AXE")
        .context("STANDPOINT_AXE names no file; run `cargo xtask test --only end-to-end`")?;
    std::fs::read_to_string(&file).with_context(|| format!("{} is missing", file.to_string_lossy()))
}
