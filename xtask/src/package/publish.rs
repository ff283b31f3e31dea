//! What makes of the build's folder a package, which npm packs and a bundler finds its
//! way in.

use super::{Package, read_text, script};
use crate::process::root;
use anyhow::{Result, bail};

/// What is published beside the files that the loader loads.
const BESIDE: [&str; 11] = [
    "custom-elements.json",
    "frame.css",
    "frame.html",
    "frame.js",
    "index.d.ts",
    "index.js",
    "schema/standpoint-1.json",
    "standpoint-frame.js",
    "standpoint.d.ts",
    "standpoint.js",
    "standpoint.react.d.ts",
];

/// The version of the whole workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Package {
    /// Writes what a package has besides; `loaded` are the files that the loader loads.
    pub(super) fn publish(&self, loaded: &[&str]) -> Result<()> {
        let source = |name: &str| read_text(&root().join("static/package").join(name));
        let bundled = loaded.iter().copied().filter(|name| is_bundled(name));
        let module = script::importable(&source("index.js")?, bundled)?;
        self.put("index.js", module.as_bytes())?;
        self.put("README.md", source("README.md")?.as_bytes())?;
        let manifest = manifest(&source("package.json")?, loaded)?;
        self.put("package.json", manifest.as_bytes())
    }
}

/// Whether a bundler has to know of a file: not of what only pages on a disk load, or
/// pages that hold the loader against its digest.
fn is_bundled(name: &str) -> bool {
    !name.ends_with(".wasm.js") && !name.starts_with("standpoint-seals-")
}

/// The package's manifest with its version and its files, which are named one by one:
/// the folder has pages in it as well.
fn manifest(template: &str, loaded: &[&str]) -> Result<String> {
    let mut files = [&BESIDE, loaded].concat();
    files.sort_unstable();
    let lines: Vec<String> = files.iter().map(|name| format!("    {name:?}")).collect();
    let mut manifest = template.to_owned();
    for (place, content) in [
        ("@@VERSION@@", VERSION.to_owned()),
        ("\"@@FILES@@\"", format!("[\n{}\n  ]", lines.join(",\n"))),
    ] {
        if manifest.matches(place).count() != 1 {
            bail!("static/package/package.json has no single {place}, to know where that goes");
        }
        manifest = manifest.replace(place, &content);
    }
    Ok(manifest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;
    use serde_json::Value;

    fn template() -> String {
        read_text(&root().join("static/package/package.json")).expect("it is there")
    }

    #[test]
    fn the_manifest_names_every_file_once_and_in_order() {
        let manifest = manifest(&template(), &["standpoint-1.wasm", "a.css"]).expect("it is made");
        let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
        let files = manifest["files"].as_array().expect("a list");
        let mut sorted: Vec<_> = files.iter().filter_map(Value::as_str).collect();
        sorted.dedup();
        assert_eq!(sorted.len(), BESIDE.len() + 2);
        assert!(sorted.is_sorted() && sorted[0] == "a.css");
        assert_eq!(manifest["version"], VERSION);
        assert!(super::manifest("{}", &[]).is_err());
    }

    /// Whoever publishes it, publishes it under the project's terms.
    #[test]
    fn the_package_is_called_and_licensed_as_the_project() -> Result<()> {
        let cargo = read_text(&root().join("Cargo.toml"))?;
        let of_cargo = |field: &str| {
            let begin = format!("{field} = \"");
            let line = cargo.lines().find_map(|line| line.strip_prefix(&begin));
            line.map(|rest| rest.trim_end_matches('"'))
        };
        let ours: Value = serde_json::from_str(&template().replace("\"@@FILES@@\"", "[]"))?;
        for field in ["name", "description"] {
            assert_eq!(ours[field], of_cargo(field).context(field)?);
        }
        // What npm calls a package whose licence nobody has given.
        assert_eq!(ours["license"], of_cargo("license").unwrap_or("UNLICENSED"));
        Ok(())
    }

    #[test]
    fn a_bundler_is_not_given_what_it_cannot_use() {
        for (name, expected) in [
            ("standpoint-1.wasm", true),
            ("standpoint-1.css.js", true),
            ("standpoint-1.wasm.js", false),
            ("standpoint-seals-1.js", false),
        ] {
            assert_eq!(is_bundled(name), expected, "{name}");
        }
    }
}
