//! What a file of Rust names of its own crate: the paths in its imports and in
//! its code.

use super::source::{Token, is, is_name, is_separator};
use std::collections::BTreeSet;

/// A path from the crate's root, by its segments.
pub(super) type Path = Vec<String>;

/// What a module says of others.
#[derive(Default)]
pub(super) struct Imports {
    /// The modules that it declares, each a file.
    pub(super) children: Vec<String>,
    /// The names that it brings in, and what they stand for.
    pub(super) names: Vec<(String, Path)>,
    /// What it uses, with the line. To hand a name on (`pub use`) is no use of
    /// it, unless the module's own code has it too.
    pub(super) used: Vec<(usize, Path)>,
}

/// Reads a module. Its tests are left out: they may know whatever they test.
pub(super) fn read(module: &[String], tokens: &[Token<'_>]) -> Imports {
    let mut reader = Reader {
        tokens,
        inside: vec![(0, module.to_vec())],
        depth: 0,
        imports: Imports {
            children: children(tokens),
            ..Imports::default()
        },
        handed_on: Vec::new(),
        words: BTreeSet::new(),
    };
    let mut at = 0;
    while at < tokens.len() {
        at = reader.step(at);
    }
    let Reader {
        mut imports,
        handed_on,
        words,
        ..
    } = reader;
    for (line, name, path) in handed_on {
        if words.contains(name.as_str()) {
            imports.used.push((line, path));
        }
    }
    imports
}

fn children(tokens: &[Token<'_>]) -> Vec<String> {
    let declared = |at: &usize| is(tokens, *at, "mod") && is(tokens, at + 2, ";");
    let places = (0..tokens.len()).filter(declared);
    places.map(|at| tokens[at + 1].1.to_owned()).collect()
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    /// The modules around, the file's own first, with the depth of their braces.
    inside: Vec<(usize, Path)>,
    depth: usize,
    imports: Imports,
    handed_on: Vec<(usize, String, Path)>,
    words: BTreeSet<&'a str>,
}

impl<'a> Reader<'a> {
    /// Reads what stands there, and says where it goes on.
    fn step(&mut self, at: usize) -> usize {
        let (line, token) = self.tokens[at];
        match token {
            "#" if self.is_for_tests(at) => return self.after_item(at + 7),
            "{" => self.depth += 1,
            "}" => {
                self.depth = self.depth.saturating_sub(1);
                if self.inside.len() > 1 && self.inside.last().is_some_and(|m| m.0 == self.depth) {
                    self.inside.pop();
                }
            }
            "mod" if is(self.tokens, at + 2, "{") => {
                let mut path = self.module().clone();
                path.push(self.tokens[at + 1].1.to_owned());
                self.inside.push((self.depth, path));
                self.depth += 1;
                return at + 3;
            }
            "use" => return self.import(at),
            _ if is_name(token) => {
                let path = self.path(at);
                self.words.insert(token);
                if let Some(absolute) = self.absolute(&path) {
                    self.imports.used.push((line, absolute));
                }
                return at + 1 + 3 * path.len().saturating_sub(1);
            }
            _ => {}
        }
        at + 1
    }

    fn module(&self) -> &Path {
        let (_, path) = &self.inside[self.inside.len() - 1];
        path
    }

    fn is_for_tests(&self, at: usize) -> bool {
        let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
        (0..attribute.len()).all(|n| is(self.tokens, at + n, attribute[n]))
    }

    /// After the item that begins there: its block, or its semicolon.
    fn after_item(&self, from: usize) -> usize {
        let mut depth = 0;
        for at in from..self.tokens.len() {
            match self.tokens[at].1 {
                "{" => depth += 1,
                "}" if depth == 1 => return at + 1,
                "}" => depth -= 1,
                ";" if depth == 0 => return at + 1,
                _ => {}
            }
        }
        self.tokens.len()
    }

    /// The path that begins with the name there.
    fn path(&self, mut at: usize) -> Path {
        let mut path = vec![self.tokens[at].1.to_owned()];
        while is_separator(self.tokens, at + 1) {
            match self.tokens.get(at + 3) {
                Some((_, next)) if is_name(next) => path.push((*next).to_owned()),
                _ => break,
            }
            at += 3;
        }
        path
    }

    /// The same from the crate's root; `None` for what is of another crate.
    fn absolute(&self, path: &[String]) -> Option<Path> {
        // `pub(crate)` names nothing.
        let first = path.first().filter(|_| path.len() > 1)?;
        let mut from = match first.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.module().clone(),
            _ if self.imports.children.contains(first) => self.module().clone(),
            _ => return None,
        };
        let mut rest = path;
        while let [first, after @ ..] = rest {
            match first.as_str() {
                "crate" | "self" => {}
                "super" => {
                    from.pop();
                }
                _ => break,
            }
            rest = after;
        }
        from.extend(rest.iter().cloned());
        Some(from)
    }

    /// Reads an import to its semicolon.
    fn import(&mut self, at: usize) -> usize {
        let before = at.checked_sub(1).map_or("", |before| self.tokens[before].1);
        // `pub`, or the end of `pub(crate)`.
        let handed_on = before == "pub" || before == ")";
        let mut leaves = Vec::new();
        let after = self.tree(at + 1, &[], &mut leaves);
        for (line, name, path) in leaves {
            // A name of a child's may stand for itself here.
            let Some(absolute) = self.absolute(&path) else {
                continue;
            };
            if handed_on {
                self.handed_on.push((line, name.clone(), absolute.clone()));
            } else {
                self.imports.used.push((line, absolute.clone()));
            }
            // What an inner module brings in is its own.
            if self.inside.len() == 1 {
                self.imports.names.push((name, absolute));
            }
        }
        after
    }

    /// Reads a tree of imports: each leaf with its line and name.
    fn tree(
        &self,
        mut at: usize,
        before: &[String],
        leaves: &mut Vec<(usize, String, Path)>,
    ) -> usize {
        let mut path = before.to_vec();
        while let Some(&(line, token)) = self.tokens.get(at) {
            match token {
                ":" => at += 1,
                "{" => {
                    at += 1;
                    while !is(self.tokens, at, "}") && at < self.tokens.len() {
                        at = self.tree(at, &path, leaves);
                        at += usize::from(is(self.tokens, at, ","));
                    }
                    return at + 1;
                }
                "*" => {
                    leaves.push((line, "*".to_owned(), path));
                    return at + 1;
                }
                _ if is_name(token) && is_separator(self.tokens, at + 1) => {
                    path.push(token.to_owned());
                    at += 3;
                }
                _ if is_name(token) => {
                    path.push(token.to_owned());
                    if token == "self" && path.len() > 1 {
                        path.pop();
                    }
                    let mut name = path.last().cloned().unwrap_or_default();
                    at += 1;
                    if is(self.tokens, at, "as") {
                        name = self.tokens.get(at + 1).map_or("", |t| t.1).to_owned();
                        at += 2;
                    }
                    leaves.push((line, name, path));
                    return at;
                }
                _ => return at + 1,
            }
        }
        at
    }
}
