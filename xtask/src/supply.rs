//! What the project is made of, and that the same is made of it everywhere.

use crate::cargo::cargo;
use crate::digest;
use crate::process::{command, output, path_with, root, run};
use crate::tools::CARGO_DENY;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Holds the crates against `deny.toml`: licences, crates that are there twice, and
/// where they are from.
///
/// # Errors
/// When one of them may not be depended on.
pub(crate) fn check() -> Result<()> {
    let folder = CARGO_DENY.folder()?;
    let path = path_with(&[folder])?;
    // What fuzzes is compiled for nobody else; that something is there twice is no matter.
    let checks: [(&str, &[&str]); 2] = [
        ("Cargo.toml", &["licenses", "bans", "sources"]),
        ("fuzz/Cargo.toml", &["licenses", "sources"]),
    ];
    for (manifest, checks) in checks {
        let mut deny = cargo();
        deny.env("PATH", &path)
            .args(["deny", "--locked", "--workspace", "--config"])
            .arg(root().join("deny.toml"))
            .arg("--manifest-path")
            .arg(root().join(manifest))
            .args(["check", "--hide-inclusion-graph"])
            .args(checks);
        run(&mut deny, "deny.toml says what may be depended on, and why")?;
    }
    Ok(())
}

/// Builds what is committed in two folders, and compares what comes of it.
///
/// # Errors
/// When a build fails, or a file is not the same in both.
pub(crate) fn reproduce() -> Result<()> {
    let work = root().join("target/reproduce");
    let mut builds = Vec::new();
    for name in ["one", "a-folder-of-another-name"] {
        let folder = work.join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)
                .with_context(|| format!("{} cannot be removed", folder.display()))?;
        }
        std::fs::create_dir_all(&work)
            .with_context(|| format!("{} cannot be made", work.display()))?;
        let mut clone = Command::new("git");
        clone.args(["clone", "--quiet", "--no-hardlinks"]);
        run(
            clone.arg(root()).arg(&folder),
            "git cannot copy the project",
        )?;
        let mut build = command("cargo");
        build.current_dir(&folder).args(["xtask", "build"]);
        // Each its own: nothing of one is to be found in the other.
        build.env_remove("CARGO_TARGET_DIR");
        run(&mut build, "it does not build there")?;
        let mut files = BTreeMap::new();
        collect(&folder.join("dist"), "", &mut files)?;
        builds.push(files);
    }
    let commit = output(
        Command::new("git")
            .current_dir(root())
            .args(["rev-parse", "HEAD"]),
    );
    let [one, other] = &builds[..] else {
        bail!("there are not two builds");
    };
    let names = one.keys().chain(other.keys());
    let mut differing: Vec<&String> = names
        .filter(|name| one.get(*name) != other.get(*name))
        .collect();
    differing.sort();
    differing.dedup();
    if !differing.is_empty() {
        bail!("these files are not the same in both folders: {differing:?}");
    }
    println!(
        "{} files of {} are the same, byte for byte, in both folders",
        one.len(),
        commit.unwrap_or_default().trim()
    );
    Ok(())
}

/// The digest of every file under a folder.
fn collect(folder: &Path, within: &str, into: &mut BTreeMap<String, String>) -> Result<()> {
    let entries = folder
        .read_dir()
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{within}/{name}");
        if path.is_dir() {
            collect(&path, &name, into)?;
        } else {
            let content = std::fs::read(&path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            into.insert(name, digest::whole(&content));
        }
    }
    Ok(())
}
