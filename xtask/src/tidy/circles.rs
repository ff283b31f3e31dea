//! Modules that import each other in a circle: none of them can be read, or
//! tested, without the others.
//!
//! Looked at are modules that stand side by side, each with all that is in it. A
//! module and those inside of it are one thing: these use what it has for all
//! of them, and it hands on what they have.

use super::imports::{self, Imports, Path};
use super::source::tokens;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A module that is a file.
struct Module<'a> {
    file: &'a str,
    imports: Imports,
}

type Modules<'a> = BTreeMap<Path, Module<'a>>;

/// For each module the modules beside it that it uses, with the place of the
/// first use: a file, a line, and the file that is used.
type Uses<'a> = BTreeMap<Path, BTreeMap<Path, (&'a str, usize, &'a str)>>;

/// The circles of all crates among these files (name and text), each told once
/// with the lines that close it.
pub(super) fn check(files: &[(String, String)]) -> Vec<String> {
    let mut crates: BTreeMap<&str, Modules<'_>> = BTreeMap::new();
    for (name, text) in files {
        if let Some((folder, path)) = place(name) {
            let imports = imports::read(&path, &tokens(text));
            let module = Module {
                file: name,
                imports,
            };
            crates.entry(folder).or_default().insert(path, module);
        }
    }
    crates.values().flat_map(|of| circles(&uses(of))).collect()
}

/// The folder of a crate's sources, and the module's path in the crate. What
/// stands in `bin` is a crate of its own.
fn place(name: &str) -> Option<(&str, Path)> {
    let rest = name.strip_suffix(".rs")?;
    let at = match rest.find("/src/") {
        Some(at) => at + "/src/".len(),
        None if rest.starts_with("src/") => "src/".len(),
        None => return None,
    };
    let (folder, inside) = rest.split_at(at);
    if inside.starts_with("bin/") {
        return None;
    }
    let mut path: Path = inside.split('/').map(str::to_owned).collect();
    match path.last().map(String::as_str) {
        Some("lib" | "main") if path.len() == 1 => path.clear(),
        Some("mod") => {
            path.pop();
        }
        _ => {}
    }
    Some((folder, path))
}

fn uses<'a>(modules: &Modules<'a>) -> Uses<'a> {
    let mut all = Uses::new();
    for (path, module) in modules {
        for (line, named) in &module.imports.used {
            let Some((used, file)) = resolve(modules, named, 0) else {
                continue;
            };
            let shared = path.iter().zip(used).take_while(|(a, b)| a == b).count();
            if shared < path.len().min(used.len()) {
                let side = |path: &[String]| path[..=shared].to_vec();
                let uses = all.entry(side(path)).or_default();
                let place = (module.file, *line, file);
                uses.entry(side(used)).or_insert(place);
            }
        }
    }
    all
}

/// How often a name may be handed on before it is taken for endless.
const HANDED_ON: usize = 16;

/// The module in which what a path names is at home, and its file: the deepest
/// on the way, through the names that modules on the way hand on.
fn resolve<'m, 'a>(
    modules: &'m Modules<'a>,
    path: &[String],
    depth: usize,
) -> Option<(&'m Path, &'a str)> {
    let mut prefixes = (0..=path.len()).rev().map(|end| &path[..end]);
    let (home, module) = prefixes.find_map(|prefix| modules.get_key_value(prefix))?;
    let Some(name) = path.get(home.len()).filter(|_| depth < HANDED_ON) else {
        return Some((home, module.file));
    };
    let mut names = module.imports.names.iter();
    match names.find(|(known, target)| known == name && target != path) {
        Some((_, target)) => {
            let further: Path = target
                .iter()
                .chain(&path[home.len() + 1..])
                .cloned()
                .collect();
            resolve(modules, &further, depth + 1)
        }
        None => Some((home, module.file)),
    }
}

/// One circle, the shortest, of each group of modules that use each other.
fn circles(uses: &Uses<'_>) -> Vec<String> {
    let mut told: BTreeSet<&Path> = BTreeSet::new();
    let mut findings = Vec::new();
    for module in uses.keys() {
        if told.contains(module) {
            continue;
        }
        let Some(circle) = shortest(uses, module) else {
            continue;
        };
        let with = reached(uses, module);
        told.extend(
            with.iter()
                .filter(|other| reached(uses, other).contains(module)),
        );
        findings.push(tell(uses, &circle));
    }
    findings
}

/// The modules that a module uses, by way of others too.
fn reached<'u>(uses: &'u Uses<'_>, from: &Path) -> BTreeSet<&'u Path> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        for other in uses.get(module).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(other) {
                open.push(other);
            }
        }
    }
    reached
}

/// The shortest way from a module back to itself.
fn shortest<'u>(uses: &'u Uses<'_>, from: &'u Path) -> Option<Vec<&'u Path>> {
    let mut seen = BTreeSet::new();
    let mut open = VecDeque::from([vec![from]]);
    while let Some(way) = open.pop_front() {
        let used = uses.get(way[way.len() - 1]);
        for other in used.into_iter().flat_map(BTreeMap::keys) {
            if other == from {
                return Some(way);
            }
            if seen.insert(other) {
                open.push_back(way.iter().copied().chain([other]).collect());
            }
        }
    }
    None
}

fn tell(uses: &Uses<'_>, circle: &[&Path]) -> String {
    let mut told = "modules import each other in a circle; put what several of them need into one \
                    below them"
        .to_owned();
    for (at, module) in circle.iter().enumerate() {
        let next = circle[(at + 1) % circle.len()];
        let (file, line, used) = uses[*module][next];
        told.push_str(&format!("\n  {file}:{line} uses {used}"));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::check;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        check(&files.iter().map(owned).collect::<Vec<_>>())
    }

    #[test]
    fn a_circle_is_told_with_its_lines() {
        let found = found(&[
            ("src/lib.rs", "mod a; mod b; mod c; mod d;"),
            ("src/a.rs", "\nuse crate::{b::B, d};\nstruct A;"),
            ("src/b.rs", "fn b() { crate::c::c() }"),
            ("src/c.rs", "use super::a::A as Other;"),
            ("src/d.rs", ""),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        let steps: Vec<_> = found[0].lines().skip(1).map(str::trim).collect();
        assert_eq!(
            steps,
            [
                "src/a.rs:2 uses src/b.rs",
                "src/b.rs:1 uses src/c.rs",
                "src/c.rs:1 uses src/a.rs",
            ]
        );
    }

    #[test]
    fn the_same_names_in_two_crates_are_no_circle() {
        let found = found(&[
            ("src/a.rs", "use crate::b;"),
            ("src/b.rs", ""),
            ("xtask/src/a.rs", ""),
            ("xtask/src/b.rs", "use crate::a;"),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_name_that_is_handed_on_is_at_home_where_it_comes_from() {
        let root = ("src/lib.rs", "mod m;");
        let facade = "mod a; mod b; pub use a::{A, other}; pub use b::B;";
        let (a, b) = (("src/m/a.rs", "use super::B;"), ("src/m/b.rs", ""));
        assert!(found(&[root, ("src/m/mod.rs", facade), a, b]).is_empty());
        let user = format!("{facade} fn f() -> A {{ A }}");
        assert!(found(&[root, ("src/m/mod.rs", &user), a, b]).is_empty());
        let back = ("src/m/b.rs", "fn f() { crate::m::other() }");
        assert_eq!(found(&[root, ("src/m/mod.rs", facade), a, back]).len(), 1);
    }

    #[test]
    fn modules_are_seen_with_all_that_is_in_them() {
        let files = |below| {
            [
                ("src/lib.rs", "mod m; mod n;"),
                (
                    "src/m/mod.rs",
                    "mod a; mod b; pub struct S; fn g() { a::f(S) }",
                ),
                ("src/m/a.rs", "fn f(s: super::S) {}"),
                ("src/m/b.rs", "use crate::n::N;"),
                ("src/n.rs", below),
            ]
        };
        assert!(found(&files("struct N;")).is_empty());
        let found = found(&files("use crate::m::a::f;"));
        assert_eq!(found.len(), 1, "{found:?}");
        let steps: Vec<_> = found[0].lines().skip(1).map(str::trim).collect();
        assert_eq!(
            steps,
            ["src/m/b.rs:1 uses src/n.rs", "src/n.rs:1 uses src/m/a.rs"]
        );
    }

    #[test]
    fn tests_texts_and_inner_modules_make_no_circle() {
        let b = ("src/b.rs", "use crate::a::A;");
        for a in [
            "#[cfg(test)]\nmod tests { use crate::b; fn f() { {} } }",
            "// use crate::b;\nconst C: &str = \"use crate::b;\";",
            "mod inner { use super::A; use self::b::B; } use other::b;",
        ] {
            let found = found(&[("src/lib.rs", "mod a; mod b;"), ("src/a.rs", a), b]);
            assert!(found.is_empty(), "{a}: {found:?}");
        }
        let a = "#[cfg(test)]\nuse other::x;\nmod inner { use super::super::b; }";
        let found = found(&[("src/lib.rs", "mod a; mod b;"), ("src/a.rs", a), b]);
        assert_eq!(found.len(), 1);
    }
}
