//! Which way the ES modules of `static/` import: no circle among them, and from
//! other folders only what `ARCHITECTURE.md` says.

use crate::modules::{Module, target};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A folder of `static/` whose modules come into one script.
struct Folder {
    name: &'static str,
    /// The folders whose modules come into its script as well.
    may_bring: &'static [&'static str],
    /// Those of which it may know the types only.
    may_know: &'static [&'static str],
}

/// What the loader has is handed to what it loads, and of that only the types
/// are known there.
const FOLDERS: &[Folder] = &[
    Folder {
        name: "api",
        may_bring: &[],
        may_know: &[],
    },
    Folder {
        name: "common",
        may_bring: &[],
        may_know: &[],
    },
    Folder {
        name: "element",
        may_bring: &["common"],
        may_know: &["api"],
    },
    Folder {
        name: "widget",
        may_bring: &["common"],
        may_know: &["api", "element"],
    },
    Folder {
        name: "passages",
        may_bring: &["common"],
        may_know: &["api", "element"],
    },
    Folder {
        name: "export",
        may_bring: &["common"],
        may_know: &["api", "element"],
    },
    Folder {
        name: "frame",
        may_bring: &["common"],
        may_know: &["api"],
    },
    Folder {
        name: "package",
        may_bring: &["common"],
        may_know: &["api"],
    },
    Folder {
        name: "studio",
        may_bring: &["common"],
        may_know: &["api"],
    },
    Folder {
        name: "styling",
        may_bring: &["common"],
        may_know: &["api"],
    },
];

/// What modules import, by their names without endings.
#[derive(Default)]
pub(super) struct Imports(BTreeMap<String, BTreeSet<String>>);

impl Imports {
    /// Takes in a file, if it is one of the modules: what it imports and must
    /// not, each with its line.
    pub(super) fn add(&mut self, name: &str, text: &str) -> Vec<(usize, String)> {
        let Some((folder, file)) = name
            .strip_prefix("static/")
            .and_then(|rest| rest.split_once('/'))
        else {
            return Vec::new();
        };
        if !(file.ends_with(".js") || file.ends_with(".ts")) {
            return Vec::new();
        }
        let Some(folder) = FOLDERS.iter().find(|one| one.name == folder) else {
            let what = format!("static/{folder} is no folder of scripts that tidy knows");
            return vec![(1, what)];
        };
        let mut brought = Vec::new();
        if file.ends_with(".js") {
            match Module::parse(text) {
                Ok(module) => brought.extend(module.imports.into_iter().map(|one| one.from)),
                Err(error) => return vec![(1, format!("{error:#}"))],
            }
        }
        let mut findings = Vec::new();
        for (line, from) in named(text) {
            let other = target(Path::new(name), from);
            let other = other.to_string_lossy().replace('\\', "/");
            let its = other.split('/').nth(1).unwrap_or_default();
            let is_brought = brought.iter().any(|one| one == from);
            if !folder.may_import(its, is_brought) {
                let what = if is_brought { "import" } else { "know" };
                findings.push((
                    line,
                    format!("static/{} must not {what} {from}", folder.name),
                ));
            }
            self.0
                .entry(stem(name).to_owned())
                .or_default()
                .insert(stem(&other).to_owned());
        }
        findings
    }

    /// The circles, each once, as the modules that it leads through.
    pub(super) fn circles(&self) -> Vec<String> {
        let mut circles = BTreeSet::new();
        let mut done = BTreeSet::new();
        for module in self.0.keys() {
            self.follow(module, &mut Vec::new(), &mut done, &mut circles);
        }
        circles.into_iter().collect()
    }

    fn follow<'a>(
        &'a self,
        module: &'a str,
        way: &mut Vec<&'a str>,
        done: &mut BTreeSet<&'a str>,
        circles: &mut BTreeSet<String>,
    ) {
        if let Some(at) = way.iter().position(|one| *one == module) {
            let circle = [&way[at..], &[module]].concat();
            circles.insert(format!("{} import each other", circle.join(" → ")));
            return;
        }
        if done.contains(module) {
            return;
        }
        way.push(module);
        for other in self.0.get(module).into_iter().flatten() {
            self.follow(other, way, done, circles);
        }
        way.pop();
        done.insert(module);
    }
}

impl Folder {
    fn may_import(&self, other: &str, is_brought: bool) -> bool {
        other == self.name
            || self.may_bring.contains(&other)
            || (!is_brought && self.may_know.contains(&other))
    }
}

/// The other modules that a text names in imports, of types as well, with the
/// lines where it does.
fn named(text: &str) -> Vec<(usize, &str)> {
    let mut named = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for before in ["from \"", "import(\""] {
            for (at, _) in line.match_indices(before) {
                let from = line[at + before.len()..].split('"').next();
                named.extend(from.filter(|f| f.starts_with('.')).map(|f| (index + 1, f)));
            }
        }
    }
    named
}

/// A file's name without its ending: of a script and of its declarations alike.
fn stem(name: &str) -> &str {
    let name = name
        .strip_suffix(".js")
        .or_else(|| name.strip_suffix(".ts"));
    let name = name.unwrap_or_default();
    name.strip_suffix(".d").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::root;

    fn finds(name: &str, text: &str) -> usize {
        Imports::default().add(name, text).len()
    }

    #[test]
    fn what_a_folder_must_not_import_is_found() {
        let code = "import { a } from \"../element/files.js\";\n";
        let found = Imports::default().add("static/widget/x.js", code);
        let told = "static/widget must not import ../element/files.js";
        assert_eq!(found, [(1, told.to_owned())]);
        let types = "/** @import {A} from \"../element/contract.js\" */\n";
        assert_eq!(finds("static/widget/x.js", types), 0);
        assert_eq!(
            finds("static/element/x.js", &types.replace("element", "widget")),
            1
        );
        assert_eq!(finds("static/common/x.js", types), 1);
        assert_eq!(
            finds(
                "static/element/x.js",
                "/** @type {import(\"../widget/x.js\").A} */"
            ),
            1
        );
        assert_eq!(
            finds("static/widget/x.js", "import { a } from \"./y.js\";"),
            0
        );
        assert_eq!(
            finds(
                "static/export/x.js",
                "import {\n  a,\n} from \"../common/y.js\";"
            ),
            0
        );
        assert_eq!(
            finds(
                "static/export/x.js",
                "import {\n  a,\n} from \"../element/y.js\";"
            ),
            1
        );
        assert_eq!(
            finds(
                "static/api/x.d.ts",
                "import type { A } from \"../element/y.js\";"
            ),
            1
        );
    }

    #[test]
    fn modules_in_no_known_folder_or_form_are_found() {
        assert_eq!(finds("static/other/x.js", ""), 1);
        assert_eq!(finds("static/widget/x.js", "import a from \"./y.js\";"), 1);
        assert_eq!(finds("static/page.css", ""), 0);
        assert_eq!(finds("src/x.rs", ""), 0);
    }

    #[test]
    fn circles_are_found() {
        let mut imports = Imports::default();
        imports.add("static/widget/a.js", "import { b } from \"./b.js\";");
        imports.add("static/widget/b.js", "import { c } from \"./c.js\";");
        assert!(imports.circles().is_empty());
        imports.add("static/widget/c.d.ts", "import type { A } from \"./a.js\";");
        let (a, b, c) = ("static/widget/a", "static/widget/b", "static/widget/c");
        let told = format!("{a} → {b} → {c} → {a} import each other");
        assert_eq!(imports.circles(), [told]);
    }

    #[test]
    fn every_folder_is_there() {
        for folder in FOLDERS {
            assert!(
                root().join("static").join(folder.name).is_dir(),
                "{}",
                folder.name
            );
        }
    }
}
