//! Layers depend one way: what each may know, and whether it keeps to that.

use super::source::{Token, is, is_separator, tokens};

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
        // ECMAScript's strings, which are no part of a page.
        folder: "unicode",
        may_use: &[],
        must_not_use: &["web_sys", "serde_wasm_bindgen", "yew"],
    },
    Layer {
        folder: "article",
        may_use: &["unicode"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        folder: "anchoring",
        may_use: &["article", "unicode"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        // ECMAScript's strings and `Intl`, which are no part of a page.
        folder: "letters",
        may_use: &["anchoring"],
        must_not_use: &["web_sys", "serde_wasm_bindgen", "yew"],
    },
    Layer {
        folder: "comparison",
        may_use: &["article", "anchoring", "letters"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        // ECMAScript's `Intl`, which is no part of a page.
        folder: "i18n",
        may_use: &["article", "unicode"],
        must_not_use: &["web_sys", "serde_wasm_bindgen", "yew"],
    },
    // Yew's `Reducible`, and nothing else of it.
    Layer {
        folder: "state",
        may_use: &["article", "comparison"],
        must_not_use: BROWSER,
    },
    Layer {
        folder: "export",
        may_use: &["article", "comparison", "i18n", "state"],
        must_not_use: &["web_sys", "yew"],
    },
    Layer {
        folder: "passages",
        may_use: &["article", "anchoring"],
        must_not_use: &["web_sys", "yew", "serde_wasm_bindgen"],
    },
    Layer {
        folder: "revise",
        may_use: &["article", "anchoring"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        folder: "json",
        may_use: &["article"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        folder: "draft",
        may_use: &["article", "anchoring", "json", "revise"],
        must_not_use: BROWSER_AND_VIEWS,
    },
    Layer {
        folder: "studio",
        may_use: &["article", "anchoring", "draft", "i18n", "json"],
        must_not_use: &["serde_wasm_bindgen"],
    },
    Layer {
        folder: "picture",
        may_use: &[],
        must_not_use: &["yew", "serde_wasm_bindgen"],
    },
    Layer {
        folder: "components",
        may_use: &["article", "anchoring", "comparison", "i18n", "state"],
        must_not_use: &["serde_wasm_bindgen"],
    },
    Layer {
        folder: "embed",
        may_use: &["article", "comparison", "i18n", "state", "components"],
        must_not_use: &[],
    },
];

/// Modules beside the layers, which none of them may know.
const NATIVE_ONLY: [&str; 2] = ["cli", "prerender"];

/// What a file of a layer uses and must not, each with its line.
pub(super) fn check(name: &str, text: &str) -> Vec<(usize, String)> {
    let of_this = |layer: &&Layer| name.starts_with(&format!("src/{}/", layer.folder));
    let Some(layer) = LAYERS.iter().find(of_this) else {
        return Vec::new();
    };
    let tokens = tokens(text);
    let mut findings = Vec::new();
    for at in 0..tokens.len() {
        let (line, word) = tokens[at];
        if layer.must_not_use.contains(&word) && is_path(&tokens, at) {
            findings.push((line, format!("`{}` must not use {word}", layer.folder)));
        }
        for (line, other) in of_the_crate(&tokens[at..]) {
            if layer.forbids_layer(other) {
                findings.push((line, format!("`{}` must not know `{other}`", layer.folder)));
            }
        }
    }
    findings
}

impl Layer {
    fn forbids_layer(&self, other: &str) -> bool {
        let exists = LAYERS.iter().any(|layer| layer.folder == other);
        other != self.folder
            && (exists || NATIVE_ONLY.contains(&other))
            && !self.may_use.contains(&other)
    }
}

/// Whether a path begins with this word: `web_sys::Element`, `use web_sys as w`.
fn is_path(tokens: &[Token<'_>], at: usize) -> bool {
    is_separator(tokens, at + 1) || at.checked_sub(1).is_some_and(|b| is(tokens, b, "use"))
}

/// What stands after `crate::` (or `super::`, which from a layer's `mod.rs` is
/// the same): a name, or names in braces, of which only the outermost count.
fn of_the_crate<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let root = is(tokens, 0, "crate") || is(tokens, 0, "super");
    if !root || !is_separator(tokens, 1) {
        return Vec::new();
    }
    let rest = &tokens[3..];
    if !is(rest, 0, "{") {
        return rest.first().copied().into_iter().collect();
    }
    let mut found = Vec::new();
    let mut depth = 0;
    for (at, (_, token)) in rest.iter().enumerate() {
        match *token {
            "{" => depth += 1,
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            _ if depth == 1 && (is(rest, at - 1, "{") || is(rest, at - 1, ",")) => {
                found.push(rest[at]);
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::root;

    fn finds(name: &str, code: &str) -> usize {
        check(name, code).len()
    }

    #[test]
    fn a_layer_that_looks_ahead_is_found() {
        let found = check("src/article/x.rs", "\nuse crate::state::State;\n");
        assert_eq!(found, [(2, "`article` must not know `state`".to_owned())]);
        assert_eq!(finds("src/components/x.rs", "use crate::state::State;"), 0);
        assert_eq!(finds("src/components/x.rs", "crate::embed::mount();"), 1);
        assert_eq!(finds("src/state/mod.rs", "use super::components::App;"), 1);
        assert_eq!(finds("src/embed/mod.rs", "use crate::prerender;"), 1);
        assert_eq!(finds("src/prerender.rs", "use crate::embed;"), 0);
    }

    #[test]
    fn names_in_braces_are_found() {
        let code = "use crate::{\n article::{state, Date},\n components::App,\n embed,\n};";
        let lines: Vec<usize> = check("src/state/x.rs", code).iter().map(|f| f.0).collect();
        assert_eq!(lines, [3, 4]);
    }

    #[test]
    fn a_browser_in_a_pure_layer_is_found() {
        assert_eq!(finds("src/comparison/x.rs", "use web_sys::Element;"), 1);
        assert_eq!(finds("src/comparison/x.rs", "use web_sys as browser;"), 1);
        assert_eq!(finds("src/comparison/x.rs", "fn f(e: &js_sys::Array)"), 1);
        assert_eq!(
            finds("src/comparison/x.rs", "// as web_sys::Element would"),
            0
        );
        assert_eq!(finds("src/comparison/x.rs", "let yew = tree();"), 0);
    }

    #[test]
    fn every_layer_has_its_folder() {
        for layer in LAYERS {
            let folder = root().join("src").join(layer.folder);
            assert!(folder.is_dir(), "{}", layer.folder);
        }
    }
}
