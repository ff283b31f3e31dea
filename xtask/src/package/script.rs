//! JavaScript for the build: wrapped, registered, fit to stand inside HTML.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Where the build's scripts leave what they bring, by file name.
const REGISTRY: &str = "(globalThis.__standpoint ??= {})";

/// The custom element's name.
const ELEMENT: &str = "stance-comparison";

/// What stands in the loader's source for the build's file names.
const ASSETS: &str = "\"@@ASSETS@@\"";

/// A script as a function, so that no global is left of it; strict, as modules
/// are.
pub(super) fn alone(script: &str) -> String {
    format!("(() => {{\n\"use strict\";\n{script}}})();\n")
}

/// Puts wasm-bindgen's script, and our own that goes with it, into a function,
/// so that a page can hold two builds, and registers it under a name.
///
/// # Errors
/// When the script is not what this version of wasm-bindgen writes.
pub(super) fn wrap_glue(glue: &str, more: &str, name: &str) -> Result<String> {
    let declarations = glue
        .lines()
        .filter(|line| line.starts_with("let wasm_bindgen = "))
        .count();
    if declarations != 1 {
        bail!(
            "wasm-bindgen's script declares `wasm_bindgen` {declarations} times at the start of a \
             line, not once: it is written in another way now, and this step must follow"
        );
    }
    Ok(alone(&format!(
        "{glue}\n{more}{REGISTRY}[{name:?}] = wasm_bindgen;\n"
    )))
}

/// A script that brings the WebAssembly to a page that cannot fetch it.
pub(super) fn wasm_script(wasm: &[u8], name: &str) -> String {
    format!("{REGISTRY}[{name:?}] = {:?};\n", STANDARD.encode(wasm))
}

/// A script that brings a text.
pub(super) fn text_script(text: &str, name: &str) -> String {
    format!(
        "{REGISTRY}[{name:?}] = {};\n",
        serde_json::Value::from(text)
    )
}

/// The loader in a function, with the build's file names. Two articles on one page may both bring the loader;
/// the first one stays.
///
/// # Errors
/// When the loader's source has no single place for the names.
pub(super) fn loader(source: &str, assets: &str) -> Result<String> {
    let source = match source.matches(ASSETS).count() {
        1 => source.replace(ASSETS, assets),
        n => bail!("static/element has {n} places for the file names, {ASSETS}, not one"),
    };
    Ok(alone(&format!(
        "if (customElements.get({ELEMENT:?})) return;\n{source}"
    )))
}

/// Texts without what is for translators.
pub(super) fn without_comments(texts: &str) -> String {
    let lines = texts.lines().map(str::trim);
    let kept: Vec<_> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    kept.join("\n")
}

/// A script inside of HTML: nothing in it may end the element, or begin what
/// the HTML parser takes for a comment in it. Both can only stand in strings,
/// where the backslash changes nothing.
pub(super) fn inline(script: &str) -> String {
    let mut safe = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('<') {
        let (before, after) = (&rest[..=at], &rest[at + 1..]);
        safe.push_str(before);
        if begins(after, "/script") || begins(after, "!--") {
            safe.push('\\');
        }
        rest = after;
    }
    safe.push_str(rest);
    format!("<script>{safe}</script>")
}

/// HTML knows no case.
fn begins(text: &str, what: &str) -> bool {
    text.get(..what.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_leaves_no_global_of_its_own() {
        let glue = "let wasm_bindgen = (function() {})();";
        let wrapped = wrap_glue(glue, "", "standpoint-0.js").expect("it is wrapped");
        assert!(wrapped.starts_with("(() => {\n"));
        assert!(wrapped.contains("[\"standpoint-0.js\"] = wasm_bindgen;"));
    }

    #[test]
    fn glue_of_another_form_stops_the_build() {
        assert!(wrap_glue("export default init;", "", "x.js").is_err());
        assert!(wrap_glue("let wasm_bindgen = 1;\nlet wasm_bindgen = 2;", "", "x.js").is_err());
    }

    #[test]
    fn the_loader_has_one_place_for_names() {
        let loaded = loader("const A = \"@@ASSETS@@\";", "{}").expect("one place");
        assert!(loaded.contains("\nconst A = {};"));
        assert!(loaded.starts_with("(() => {\n") && loaded.ends_with("})();\n"));
        assert!(loader("nothing", "{}").is_err());
        assert!(loader("\"@@ASSETS@@\" \"@@ASSETS@@\"", "{}").is_err());
    }

    #[test]
    fn an_inline_script_cannot_end_early() {
        let html = inline("a = '</script><script>'; b = '<!--'; c = '</ScRipt>'; d = e<f;");
        assert_eq!(html.to_lowercase().matches("</script").count(), 1);
        assert!(!html.contains("<!--"));
        assert!(html.contains(r"'<\/script>") && html.contains("e<f"));
    }

    #[test]
    fn notes_for_translators_are_not_published() {
        let texts = "# note\n\na = b # c\n  d = e  \n";
        assert_eq!(without_comments(texts), "a = b # c\nd = e");
    }

    #[test]
    fn texts_and_bytes_are_registered_by_name() {
        assert!(wasm_script(&[0, 97, 115, 109], "s.wasm").contains("[\"s.wasm\"] = \"AGFzbQ==\""));
        assert!(text_script("a\"b\n", "s.css").contains(r#"["s.css"] = "a\"b\n""#));
    }
}
