//! The system's packages: browsers for the tests, and a second Rust where rustup
//! cannot fetch what is needed. Debian's are installed; elsewhere they are named.

use crate::install::announce;
use crate::process::{on_path, output, run};
use crate::tools::Package;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

impl Package {
    /// Where its program lies on PATH.
    pub(crate) fn program(&self) -> Option<PathBuf> {
        self.programs.iter().find_map(|program| on_path(program))
    }

    fn is_here(&self) -> bool {
        self.program().is_some() || is_installed(self.debian)
    }
}

/// Installs packages that are missing.
///
/// # Errors
/// On a system without `apt-get`, without the right to install, or when a
/// package cannot be fetched; each time with the command or the names.
pub(crate) fn install(packages: &[Package], purpose: &str) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .filter(|package| !package.is_here())
        .map(|package| package.debian)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_debian() {
        bail!(
            "{purpose}: this needs what Debian calls {names}. Install your system's packages of \
             that kind and run the command again"
        );
    }
    announce(&names, purpose);
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new(if root { "apt-get" } else { "sudo" });
        if !root {
            // Without a question, which nobody may be there to answer.
            apt.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    // The lists of packages may be missing, or older than the packages. Where
    // they cannot be had anew, the old ones may still do.
    if let Err(error) = run(
        &mut apt(&["update"]),
        "the lists of packages stay as they are",
    ) {
        eprintln!("standpoint: {error:#}");
    }
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(&missing);
    if let Err(error) = run(&mut apt(&arguments), "the packages were not installed") {
        bail!(
            "{purpose}: {error:#}. Install them with: \
             sudo apt-get update && sudo apt-get install -y {names}"
        );
    }
    Ok(())
}

/// Whether there is `apt-get`.
pub(crate) fn is_debian() -> bool {
    on_path("apt-get").is_some()
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["-W", "-f=${Status}", package]);
    output(&mut query).is_some_and(|status| status.ends_with("install ok installed"))
}
