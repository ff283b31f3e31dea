//! `cargo xtask fuzz`: the bodies of `properties/src/targets` under libFuzzer. The
//! stable compiler has all that it takes but the permission, and no sanitizer is
//! asked for: there is no unsafe code of ours.

use crate::cargo::cargo;
use crate::debian;
use crate::process::{path_with, root, run};
use crate::tools::{CARGO_FUZZ, COMPILER};
use anyhow::{Context, Result, bail};

/// What to fuzz, and for how long.
#[derive(clap::Args)]
pub(crate) struct Fuzz {
    /// Only this target
    target: Option<String>,
    /// How long each target runs
    #[arg(long, default_value_t = 1)]
    minutes: u32,
}

impl Fuzz {
    /// Fuzzes each target in turn; what is found new is kept under `target/`.
    ///
    /// # Errors
    /// When a target finds something, with how to keep it, or something cannot be
    /// installed.
    pub(crate) fn run(&self) -> Result<()> {
        let all = targets()?;
        let chosen: Vec<&String> = match &self.target {
            None => all.iter().collect(),
            Some(target) => all.iter().filter(|known| *known == target).collect(),
        };
        if chosen.is_empty() {
            bail!("there is no such target, only {}", all.join(", "));
        }
        debian::install(&[COMPILER], "libFuzzer is C++")?;
        let folder = CARGO_FUZZ.folder()?;
        for target in chosen {
            eprintln!("\nstandpoint: {target}, {} min", self.minutes);
            let found = root().join("target/fuzz/corpus").join(target);
            std::fs::create_dir_all(&found)
                .with_context(|| format!("{} cannot be made", found.display()))?;
            let mut fuzz = cargo();
            fuzz.env("PATH", path_with(std::slice::from_ref(&folder))?)
                .env("RUSTC_BOOTSTRAP", "1")
                .args(["fuzz", "run", "--sanitizer", "none", "--target-dir"])
                .arg(root().join("target/fuzz"))
                .arg(target)
                // Into the first folder goes what is new.
                .arg(found)
                .arg(root().join("fuzz/corpus").join(target))
                .arg("--")
                .arg(format!("-max_total_time={}", u64::from(self.minutes) * 60))
                .args(["-max_len=2048", "-timeout=20", "-rss_limit_mb=4096"]);
            let mend = format!(
                "copy the input that is named above from fuzz/artifacts/{target} to \
                 fuzz/corpus/{target}, where the tests find it, then mend what it has found"
            );
            run(&mut fuzz, &mend)?;
        }
        Ok(())
    }
}

/// The targets, in alphabetical order.
fn targets() -> Result<Vec<String>> {
    let folder = root().join("fuzz/fuzz_targets");
    let entries = folder
        .read_dir()
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let path = entry?.path();
        names.extend(
            path.file_stem()
                .and_then(|name| name.to_str())
                .map(str::to_owned),
        );
    }
    names.sort();
    Ok(names)
}
