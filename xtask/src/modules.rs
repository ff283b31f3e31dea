//! The ES modules of `static/`: what they import, and how a folder's become one
//! script. esbuild does that in a release; here it is done for `cargo xtask
//! serve`, which needs no Node.js.
//!
//! Of the language's ways to import and export ours use one each, a name by its
//! own name, so that to join modules is to put one after the other:
//!
//! ```js
//! import { a, b } from "./other.js";
//! export const c = a + b;
//! ```

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// How a declaration at the top of a module begins.
const DECLARATIONS: [&str; 5] = ["const ", "let ", "class ", "function ", "async function "];

/// A module as it is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Module {
    /// What it imports.
    pub(crate) imports: Vec<Import>,
    /// The names that it declares at the top, exported or not.
    names: Vec<String>,
    /// Those that it exports.
    exports: Vec<String>,
    /// Its code without imports and without the word `export`.
    code: String,
}

/// An import of other modules' names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Import {
    /// Its line, counted from 1.
    line: usize,
    /// The other module, as it is written.
    pub(crate) from: String,
    names: Vec<String>,
}

impl Module {
    /// Reads a module's source.
    ///
    /// # Errors
    /// When it imports or exports in a way that is not one of ours.
    pub(crate) fn parse(source: &str) -> Result<Self> {
        let mut module = Self::default();
        let mut lines = source.lines().enumerate();
        while let Some((index, line)) = lines.next() {
            if line.starts_with("import ") {
                let mut statement = line.to_owned();
                while !statement.ends_with(';') {
                    let (_, next) = lines.next().context("an import has no end, a `;`")?;
                    statement.push(' ');
                    statement.push_str(next.trim());
                }
                module.imports.push(import(index + 1, &statement)?);
                continue;
            }
            let (exported, line) = match line.strip_prefix("export ") {
                Some(rest) => (true, rest),
                None => (false, line),
            };
            let declared = DECLARATIONS.iter().find_map(|d| line.strip_prefix(d));
            match declared.map(name) {
                Some("") | None if exported => bail!(
                    "line {}: only `export` before a declaration of one name is understood here",
                    index + 1
                ),
                Some(name) if !name.is_empty() => {
                    module.names.push(name.to_owned());
                    if exported {
                        module.exports.push(name.to_owned());
                    }
                }
                _ => {}
            }
            module.code.push_str(line);
            module.code.push('\n');
        }
        Ok(module)
    }
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
    &text[..end.unwrap_or(text.len())]
}

/// Reads an import, which stands in one line here.
fn import(line: usize, statement: &str) -> Result<Import> {
    let parts = statement
        .strip_prefix("import {")
        .and_then(|rest| rest.split_once("} from \""));
    let from = parts.and_then(|(names, rest)| Some((names, rest.strip_suffix("\";")?)));
    let Some((names, from)) = from else {
        bail!("line {line}: only `import {{ a, b }} from \"./other.js\";` is understood here");
    };
    let names = names.split(',').map(str::trim).filter(|n| !n.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    if names.iter().any(|one| name(one) != one) {
        bail!("line {line}: a name is imported by its own name, not `as` another one");
    }
    if !from.starts_with('.') || !from.ends_with(".js") {
        bail!("line {line}: “{from}” is no module beside this one; write its way, and its `.js`");
    }
    Ok(Import {
        line,
        from: from.to_owned(),
        names,
    })
}

/// Where an import of the module `file` leads.
pub(crate) fn target(file: &Path, from: &str) -> PathBuf {
    let mut path = file.parent().unwrap_or(Path::new("")).to_owned();
    for part in Path::new(from).components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::CurDir => {}
            other => path.push(other),
        }
    }
    path
}

/// A module and all that it imports, as one script: each after those that it
/// imports.
///
/// # Errors
/// When a module is missing or has no such name, when two have one name, or when
/// imports go round in a circle.
pub(crate) fn joined(entry: &Path) -> Result<String> {
    let mut joined = Joined::default();
    joined.add(entry)?;
    Ok(joined.code)
}

#[derive(Default)]
struct Joined {
    code: String,
    /// The exports of the modules that are in; none of one that is on its way.
    exports: BTreeMap<PathBuf, Option<Vec<String>>>,
    /// Who has declared a name.
    names: BTreeMap<String, PathBuf>,
}

impl Joined {
    fn add(&mut self, file: &Path) -> Result<()> {
        let shown = file.display();
        match self.exports.get(file) {
            Some(Some(_)) => return Ok(()),
            Some(None) => bail!("{shown} imports itself by way of others"),
            None => self.exports.insert(file.to_owned(), None),
        };
        let source =
            fs::read_to_string(file).with_context(|| format!("{shown} could not be read"))?;
        let module = Module::parse(&source).with_context(|| format!("in {shown}"))?;
        for Import { from, names, line } in &module.imports {
            let other = target(file, from);
            self.add(&other)
                .with_context(|| format!("imported by {shown}, line {line}"))?;
            let exports = self.exports.get(&other).and_then(Option::as_ref);
            let missing = names
                .iter()
                .find(|name| exports.is_none_or(|all| !all.contains(name)));
            if let Some(name) = missing {
                bail!("{shown}:{line}: {from} exports no `{name}`");
            }
        }
        for name in &module.names {
            if let Some(other) = self.names.insert(name.clone(), file.to_owned()) {
                bail!(
                    "{} and {shown} both have a `{name}` at the top; give one of them another \
                     name, since they come into one script",
                    other.display()
                );
            }
        }
        self.code.push_str(&module.code);
        self.exports.insert(file.to_owned(), Some(module.exports));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(source: &str) -> Module {
        Module::parse(source).expect("it is one of ours")
    }

    fn refused(source: &str) -> String {
        let error = Module::parse(source).expect_err("it is none of ours");
        format!("{error:#}")
    }

    #[test]
    fn imports_and_exports_are_read() {
        let module = parsed(
            "// About.\nimport { a,\n  b } from \"./x.js\";\n\nexport const c = a;\nlet d = b;\n  const e = 1;\n",
        );
        assert_eq!(module.imports.len(), 1);
        assert_eq!(module.imports[0].line, 2);
        assert_eq!(module.imports[0].names, ["a", "b"]);
        assert_eq!(module.names, ["c", "d"]);
        assert_eq!(module.exports, ["c"]);
        assert_eq!(
            module.code,
            "// About.\n\nconst c = a;\nlet d = b;\n  const e = 1;\n"
        );
    }

    #[test]
    fn what_would_be_joined_wrongly_is_refused() {
        for source in [
            "import a from \"./x.js\";",
            "import * as a from \"./x.js\";",
            "import { a as b } from \"./x.js\";",
            "import { a } from \"./x\";",
            "import { a } from \"package\";",
            "import { a",
            "export default a;",
            "export { a };",
            "export const { a } = b;",
            "export * from \"./x.js\";",
        ] {
            assert!(!refused(source).is_empty(), "{source}");
        }
    }

    #[test]
    fn every_script_of_the_build_can_be_joined() {
        for entry in ["element/index.js", "frame/inside.js", "frame/outside.js"]
            .into_iter()
            .chain(["widget/index.js", "passages/index.js", "export/index.js"])
            .chain(["styling/index.js", "studio/index.js"])
        {
            let file = crate::process::root().join("static").join(entry);
            let code = joined(&file).unwrap_or_else(|error| panic!("{entry}: {error:#}"));
            assert!(!code.contains("\nimport ") && !code.contains("\nexport "));
        }
    }

    #[test]
    fn a_path_is_followed() {
        let file = Path::new("static/widget/show.js");
        let at = |from| target(file, from).to_string_lossy().into_owned();
        assert_eq!(at("./glue.js"), "static/widget/glue.js");
        assert_eq!(at("../common/make.js"), "static/common/make.js");
    }

    /// Joins modules of these sources; the first is the entry.
    fn join(test: &str, modules: &[(&str, &str)]) -> Result<String> {
        let folder = std::env::temp_dir().join(format!("standpoint-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        for (name, source) in modules {
            fs::write(folder.join(name), source)?;
        }
        let code = joined(&folder.join(modules[0].0));
        fs::remove_dir_all(folder)?;
        code
    }

    #[test]
    fn modules_come_after_what_they_import_and_once() {
        let modules = [
            (
                "a.js",
                "import { b } from \"./b.js\";\nimport { c } from \"./c.js\";\nb + c;",
            ),
            ("b.js", "import { c } from \"./c.js\";\nexport const b = c;"),
            ("c.js", "export const c = 1;"),
        ];
        let code = join("order", &modules).expect("they can be joined");
        assert_eq!(code, "const c = 1;\nconst b = c;\nb + c;\n");
    }

    #[test]
    fn what_cannot_be_joined_is_told() {
        let circle = [
            ("a.js", "import { b } from \"./b.js\";\nexport const a = 1;"),
            ("b.js", "import { a } from \"./a.js\";\nexport const b = 1;"),
        ];
        let missing = [
            ("a.js", "import { b } from \"./b.js\";"),
            ("b.js", "const b = 1;"),
        ];
        let twice = [
            ("a.js", "import { b } from \"./b.js\";\nconst c = b;"),
            ("b.js", "export const b = 1;\nconst c = 2;"),
        ];
        let nowhere = [("a.js", "import { b } from \"./gone.js\";")];
        for (test, modules, told) in [
            ("circle", &circle[..], "imports itself"),
            ("missing", &missing[..], "exports no `b`"),
            ("twice", &twice[..], "both have a `c`"),
            ("nowhere", &nowhere[..], "could not be read"),
        ] {
            let error = join(test, modules).expect_err(test);
            assert!(format!("{error:#}").contains(told), "{error:#}");
        }
    }
}
