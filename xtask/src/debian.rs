//! Debian's packages: browsers for the tests, and a second Rust where rustup
//! cannot fetch what is needed.

use crate::process::{output, run};
use crate::tools::announce;
use anyhow::{Result, bail};
use std::process::Command;

/// Installs packages that are missing.
///
/// # Errors
/// On a system without `apt-get`, without the right to install, or when a
/// package cannot be fetched; each time with the command or the names.
pub(crate) fn install(packages: &[&str], purpose: &str) -> Result<()> {
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|p| !is_installed(p))
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
    let mend = format!("sudo apt-get update && sudo apt-get install -y {names}");
    let elevated = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let apt = |arguments: &[&str]| {
        let mut apt = if elevated {
            Command::new("apt-get")
        } else {
            Command::new("sudo")
        };
        if !elevated {
            apt.args(["-n", "apt-get"]);
        }
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    let install = |arguments: &[&str]| {
        let mut all = vec!["install", "-y", "--no-install-recommends"];
        all.extend(arguments);
        run(&mut apt(&all), purpose)
    };
    // The lists of packages may be missing, or older than the packages.
    if run(&mut apt(&["update"]), purpose)
        .and_then(|()| install(&missing))
        .is_err()
    {
        bail!("{purpose}: {names} could not be installed. Try: {mend}");
    }
    Ok(())
}

/// Whether there is `apt-get`.
pub(crate) fn is_debian() -> bool {
    crate::process::on_path("apt-get").is_some()
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["-W", "-f=${Status}", package]);
    output(&mut query).is_some_and(|status| status.ends_with("install ok installed"))
}
