//! What no compiler checks: that layers depend one way, that files stay small,
//! that nothing is left over.

use crate::process::{output, root};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// A layer of `src`, what it may use of the crate, and what it may not use of
/// others. `ARCHITECTURE.md` says why.
struct Layer {
    folder: &'static str,
    may_use: &'static [&'static str],
    must_not_use: &'static [&'static str],
}

const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "serde_wasm_bindgen"];
const BROWSER_AND_VIEWS: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "serde_wasm_bindgen",
    "yew",
];

const LAYERS: &[Layer] = &[
    Layer {
        folder: "article",
        may_use: &[],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        folder: "comparison",
        may_use: &["article"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        folder: "i18n",
        may_use: &["article"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    // Yew's `Reducible`, and nothing else of it.
    Layer {
        folder: "state",
        may_use: &["article", "comparison"],
        must_not_use: BROWSER,
    },
    Layer {
        folder: "components",
        may_use: &["article", "comparison", "i18n", "state"],
        must_not_use: &["serde_wasm_bindgen"],
    },
    Layer {
        folder: "embed",
        may_use: &["article", "comparison", "i18n", "state", "components"],
        must_not_use: &[],
    },
];

/// How long a file of code may be, in lines.
const LONGEST: usize = 400;

/// Files that may be longer, each with the reason.
const LONGER: &[(&str, &str)] = &[("src/article/mod.rs", "the format in one place")];

/// What must not stand in code that is called done. Spelt in pieces, so that
/// this file does not hold it.
const LEFTOVERS: &[(&str, &str)] = &[
    ("TO", "DO"),
    ("FIX", "ME"),
    ("todo", "!("),
    ("unimplemented", "!("),
    ("#[ign", "ore"),
];

/// Checks every file that git knows.
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
    let mut findings = Vec::new();
    for name in listed
        .lines()
        .filter(|name| name.ends_with(".rs") || name.ends_with(".js"))
    {
        // A file that git knows may be gone.
        if let Ok(text) = std::fs::read_to_string(root().join(name)) {
            findings.extend(check(name, &text));
        }
    }
    if findings.is_empty() {
        return Ok(());
    }
    bail!("{}", findings.join("\n"))
}

fn check(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let lines = text.lines().count();
    if lines > LONGEST && !LONGER.iter().any(|(file, _)| *file == name) {
        findings.push(format!(
            "{name}: {lines} lines, more than {LONGEST}. Split it, or give a reason in LONGER of \
             xtask/src/tidy.rs"
        ));
    }
    let layer = LAYERS
        .iter()
        .find(|layer| name.starts_with(&format!("src/{}/", layer.folder)));
    for (number, line) in text.lines().enumerate() {
        let place = format!("{name}:{}", number + 1);
        for (a, b) in LEFTOVERS {
            if line.contains(&format!("{a}{b}")) {
                findings.push(format!(
                    "{place}: “{a}{b}” is left over. Finish it, or remove it"
                ));
            }
        }
        if let Some(layer) = layer {
            findings.extend(against_layer(layer, line).map(|what| format!("{place}: {what}")));
        }
    }
    findings
}

fn against_layer(layer: &Layer, line: &str) -> Option<String> {
    let code = line.split("//").next().unwrap_or_default();
    let others = LAYERS
        .iter()
        .map(|other| other.folder)
        .chain(["cli", "prerender"]);
    for other in others.filter(|other| *other != layer.folder && !layer.may_use.contains(other)) {
        if code.contains(&format!("crate::{other}")) {
            return Some(format!(
                "`{}` must not know `{other}` (ARCHITECTURE.md)",
                layer.folder
            ));
        }
    }
    let foreign = layer
        .must_not_use
        .iter()
        .find(|name| code.contains(&format!("{name}::")))?;
    Some(format!(
        "`{}` must not use {foreign} (ARCHITECTURE.md)",
        layer.folder
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_that_looks_ahead_is_found() {
        let found = check("src/article/x.rs", "use crate::state::State;\n");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("src/article/x.rs:1: "));
        assert!(check("src/components/x.rs", "use crate::state::State;").is_empty());
        assert_eq!(
            check("src/components/x.rs", "use crate::embed::mount;").len(),
            1
        );
        assert_eq!(
            check("src/comparison/x.rs", "use web_sys::Element;").len(),
            1
        );
        assert!(check("src/comparison/x.rs", "// as web_sys::Element would").is_empty());
    }

    #[test]
    fn long_files_and_leftovers_are_found() {
        assert_eq!(check("src/x.rs", &"\n".repeat(LONGEST + 1)).len(), 1);
        assert!(check("src/x.rs", &"\n".repeat(LONGEST)).is_empty());
        assert_eq!(
            check("src/x.rs", &format!("// {}{}: later", "TO", "DO")).len(),
            1
        );
    }

    #[test]
    fn every_layer_has_its_folder() {
        for layer in LAYERS {
            assert!(
                root().join("src").join(layer.folder).is_dir(),
                "{}",
                layer.folder
            );
        }
    }
}
