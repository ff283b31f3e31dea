//! What no compiler checks: that layers depend one way and modules import each
//! other in no circle, that files stay small, that nothing is left over.

mod circles;
mod imports;
mod layers;
mod modules;
mod source;

use crate::process::{output, root};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// How long a file of code may be, in lines.
const LONGEST: usize = 400;

/// Files that may be longer, each with the reason.
const LONGER: &[(&str, &str)] = &[
    ("src/article/mod.rs", "the format in one place"),
    (
        "static/api/standpoint.d.ts",
        "the types of a package, in one place",
    ),
];

/// What must not stand in code that is called done. Spelt in pieces, so that
/// this file does not hold it.
const LEFTOVERS: &[(&str, &str)] = &[
    ("TO", "DO"),
    ("FIX", "ME"),
    ("todo", "!("),
    ("unimplemented", "!("),
    ("#[ign", "ore"),
];

/// Folders that are somebody's, and lead nowhere on another machine.
const PLACES: &[(&str, &str)] = &[
    ("/ho", "me/"),
    ("/ro", "ot/"),
    ("/Us", "ers/"),
    ("/wo", "rk/"),
    ("C:\\", "Users"),
];

/// Checks every file that git knows, or would add.
///
/// # Errors
/// With every finding at once.
pub(crate) fn run() -> Result<()> {
    let listed = output(Command::new("git").current_dir(root()).args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))
    .context("tidy asks git for the files, and git did not answer; is this a git checkout?")?;
    // What git knows may be gone; what is no text is not read.
    let read = |name: &str| {
        Some((
            name.to_owned(),
            std::fs::read_to_string(root().join(name)).ok()?,
        ))
    };
    let files: Vec<(String, String)> = listed.lines().filter_map(read).collect();
    let mut findings: Vec<String> = files
        .iter()
        .flat_map(|(name, text)| check(name, text))
        .collect();
    findings.extend(circles::check(&files));
    let mut modules = modules::Imports::default();
    for (name, text) in &files {
        for (line, what) in modules.add(name, text) {
            findings.push(format!("{name}:{line}: {what} (ARCHITECTURE.md)"));
        }
    }
    findings.extend(modules.circles());
    if findings.is_empty() {
        return Ok(());
    }
    bail!("\n{}", findings.join("\n"))
}

fn check(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let code = [".rs", ".js", ".ts"]
        .iter()
        .any(|ending| name.ends_with(ending));
    let lines = text.lines().count();
    if code && lines > LONGEST && !LONGER.iter().any(|(file, _)| *file == name) {
        findings.push(format!(
            "{name}: {lines} lines, more than {LONGEST}. Split it, or give a reason in LONGER of \
             xtask/src/tidy/mod.rs"
        ));
    }
    for (number, line) in text.lines().enumerate() {
        let mut find = |what: String| findings.push(format!("{name}:{}: {what}", number + 1));
        for leftover in LEFTOVERS.iter().filter(|_| code).map(joined) {
            if line.contains(&leftover) {
                find(format!(
                    "“{leftover}” is left over. Finish it, or remove it"
                ));
            }
        }
        for place in PLACES.iter().map(joined) {
            if names_place(line, &place) {
                find(format!(
                    "“{place}” is a place on one machine; say it in another way"
                ));
            }
        }
    }
    for (line, what) in layers::check(name, text) {
        findings.push(format!("{name}:{line}: {what} (ARCHITECTURE.md)"));
    }
    // npm writes the server that it asked, unless told not to.
    if name.ends_with("package-lock.json") && text.contains("\"resolved\"") {
        findings.push(format!(
            "{name}: names the server of the packages. Write it anew: npm install \
             --package-lock-only --omit-lockfile-registry-resolved"
        ));
    }
    findings
}

fn joined((a, b): &(&str, &str)) -> String {
    format!("{a}{b}")
}

/// Whether the line names the place itself, and not a part of an address or of
/// another path.
fn names_place(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !"./_-}*~".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_are_found() {
        assert_eq!(check("src/x.rs", &"\n".repeat(LONGEST + 1)).len(), 1);
        assert!(check("src/x.rs", &"\n".repeat(LONGEST)).is_empty());
        assert!(check("src/x.txt", &"\n".repeat(LONGEST + 1)).is_empty());
    }

    #[test]
    fn leftovers_are_found() {
        let line = format!("// {}{}: later", "TO", "DO");
        let found = check("src/x.rs", &line);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("src/x.rs:1: "), "{found:?}");
    }

    #[test]
    fn places_on_one_machine_are_found() {
        let place = format!("{}{}", "/ho", "me/");
        assert_eq!(check("x.md", &format!("cd {place}me")).len(), 1);
        assert!(check("x.md", &format!("https://example.org{place}")).is_empty());
        assert!(check("x.md", &format!("~{place}")).is_empty());
    }

    #[test]
    fn a_lock_file_names_no_server() {
        let text = "{ \"resolved\": \"https://example.org/a.tgz\" }";
        assert_eq!(check("xtask/npm/package-lock.json", text).len(), 1);
    }

    #[test]
    fn exceptions_are_of_files_that_are_there() {
        for (file, reason) in LONGER {
            assert!(root().join(file).is_file(), "{file} is gone");
            assert!(!reason.is_empty(), "{file} has no reason");
        }
    }
}
