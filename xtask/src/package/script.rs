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

/// Where wasm-bindgen's script gets hold of what the WebAssembly exports, and where
/// it gets that from instead: `static/common/guard.js`.
const EXPORTS: (&str, &str) = (
    "wasm = instance.exports;",
    "wasm = wasm_bindgen.guard(instance.exports);",
);

/// Makes of wasm-bindgen's script, and our own that goes with it, a function that
/// is registered under a name. Each call of it gives them anew, for one more
/// instance of the WebAssembly; what enters that is guarded.
///
/// # Errors
/// When the script is not what this version of wasm-bindgen writes.
pub(super) fn wrap_glue(glue: &str, more: &str, name: &str) -> Result<String> {
    let declarations = glue
        .lines()
        .filter(|line| line.starts_with("let wasm_bindgen = "))
        .count();
    for (what, times) in [
        (
            "declares `wasm_bindgen` at the start of a line",
            declarations,
        ),
        (
            "takes the exports by `wasm = instance.exports;`",
            glue.matches(EXPORTS.0).count(),
        ),
    ] {
        if times != 1 {
            bail!(
                "wasm-bindgen's script {what} {times} times, not once: it is written in another \
                 way now, and this step must follow"
            );
        }
    }
    let glue = glue.replace(EXPORTS.0, EXPORTS.1);
    Ok(format!(
        "{REGISTRY}[{name:?}] = () => {{\n\"use strict\";\n{glue}\n{more}return wasm_bindgen;\n}};\n"
    ))
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
        let glue = "let wasm_bindgen = (function() { wasm = instance.exports; })();";
        let wrapped = wrap_glue(glue, "", "standpoint-0.js").expect("it is wrapped");
        assert!(wrapped.contains("[\"standpoint-0.js\"] = () => {\n"));
        assert!(wrapped.contains("wasm = wasm_bindgen.guard(instance.exports);"));
        assert!(wrapped.ends_with("return wasm_bindgen;\n};\n"));
    }

    #[test]
    fn glue_of_another_form_stops_the_build() {
        assert!(wrap_glue("export default init;", "", "x.js").is_err());
        let exports = EXPORTS.0;
        for beginning in ["", "let wasm_bindgen = 1;\nlet wasm_bindgen = 2;\n"] {
            assert!(wrap_glue(&format!("{beginning}{exports}"), "", "x.js").is_err());
        }
        assert!(wrap_glue("let wasm_bindgen = 1;", "", "x.js").is_err());
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
