//! JavaScript for the build: wrapped, registered, fit to stand inside HTML.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Where the build's scripts leave what they bring, by file name.
const REGISTRY: &str = "(globalThis.__standpoint ??= {})";

/// What stands in the loader's source for the build's file names.
const ASSETS: &str = "\"@@ASSETS@@\"";

/// Puts wasm-bindgen's script into a function, so that a page can hold two
/// builds, and registers it under a name.
///
/// # Errors
/// When the script is not what this version of wasm-bindgen writes.
pub(super) fn wrap_glue(glue: &str, name: &str) -> Result<String> {
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
    Ok(format!(
        "(() => {{\n{glue}\n{REGISTRY}[{name:?}] = wasm_bindgen;\n}})();\n"
    ))
}

/// Numbers in the place of the sixteen random digits that wasm-bindgen puts at
/// the end of each import's name, in the script and the WebAssembly alike: what
/// is random cannot be compressed, and there are some 130 of them on both
/// sides. The names keep their length, so nothing moves.
pub(super) fn number_imports(glue: &str, wasm: &[u8]) -> (String, Vec<u8>) {
    let (mut glue, mut wasm) = (glue.to_owned(), wasm.to_vec());
    let mut plain = Vec::new();
    for (number, name) in import_names(&glue).into_iter().enumerate() {
        let stem = &name[..name.len() - DIGITS];
        let numbered = format!("{stem}{number:0DIGITS$x}");
        glue = glue.replace(&name, &numbered);
        plain.push((name, numbered));
    }
    // Once over the WebAssembly: before it is shrunk it has some megabytes.
    let mut at = 0;
    while let Some(found) = wasm[at..]
        .windows(PREFIX.len())
        .position(|window| window == PREFIX.as_bytes())
    {
        at += found;
        let known = plain
            .iter()
            .find(|(name, _)| wasm[at..].starts_with(name.as_bytes()));
        if let Some((name, numbered)) = known {
            wasm[at..at + name.len()].copy_from_slice(numbered.as_bytes());
        }
        at += PREFIX.len();
    }
    (glue, wasm)
}

/// How every import's name begins.
const PREFIX: &str = "__wbg_";

/// How many random digits there are.
const DIGITS: usize = 16;

/// Every name of the form `__wbg_something_0123456789abcdef`, each once.
fn import_names(glue: &str) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut names: Vec<String> = Vec::new();
    for word in glue
        .split(|c| !is_name(c))
        .filter(|word| word.starts_with(PREFIX))
    {
        let digits = word.rsplit('_').next().unwrap_or_default();
        let random = digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit());
        if random && !names.iter().any(|known| known == word) {
            names.push(word.to_owned());
        }
    }
    names
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

/// The loader with the build's file names in it.
///
/// # Errors
/// When the loader's source has no single place for them.
pub(super) fn loader(source: &str, assets: &str) -> Result<String> {
    match source.matches(ASSETS).count() {
        1 => Ok(source.replace(ASSETS, assets)),
        n => bail!("static/standpoint.js has {n} places for the file names, {ASSETS}, not one"),
    }
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
        let wrapped = wrap_glue(glue, "standpoint-0.js").expect("it is wrapped");
        assert!(wrapped.starts_with("(() => {\n"));
        assert!(wrapped.contains("[\"standpoint-0.js\"] = wasm_bindgen;"));
    }

    #[test]
    fn glue_of_another_form_stops_the_build() {
        assert!(wrap_glue("export default init;", "x.js").is_err());
        assert!(wrap_glue("let wasm_bindgen = 1;\nlet wasm_bindgen = 2;", "x.js").is_err());
    }

    #[test]
    fn imports_are_numbered_on_both_sides() {
        let glue = "__wbg_a_0123456789abcdef: f, __wbg_a_fedcba9876543210: g, __wbg_get: h";
        let wasm = b"\0__wbg_a_fedcba9876543210\0__wbg_a_0123456789abcdef\0__wbg_get";
        let (glue, wasm) = number_imports(glue, wasm);
        assert_eq!(
            glue,
            "__wbg_a_0000000000000000: f, __wbg_a_0000000000000001: g, __wbg_get: h"
        );
        let expected = b"\0__wbg_a_0000000000000001\0__wbg_a_0000000000000000\0__wbg_get";
        assert_eq!(wasm, expected);
    }

    #[test]
    fn the_loader_has_one_place_for_names() {
        let loaded = loader("const A = \"@@ASSETS@@\";", "{}").expect("one place");
        assert_eq!(loaded, "const A = {};");
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
    fn texts_and_bytes_are_registered_by_name() {
        assert!(wasm_script(&[0, 97, 115, 109], "s.wasm").contains("[\"s.wasm\"] = \"AGFzbQ==\""));
        assert!(text_script("a\"b\n", "s.css").contains(r#"["s.css"] = "a\"b\n""#));
    }
}
