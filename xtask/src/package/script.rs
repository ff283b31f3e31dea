//! JavaScript for the build: wrapped, registered, fit to stand inside HTML.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// What stands in the module's source for the addresses of the build's files.
const URLS: &str = "\"@@URLS@@\"";

/// Where the build's scripts leave what they bring, by file name.
const REGISTRY: &str = "(globalThis[Symbol.for(\"standpoint\")] ??= {})";

/// The custom element's name.
const ELEMENT: &str = "stance-comparison";

/// What stands in the loader's source for the build's file names.
const ASSETS: &str = "\"@@ASSETS@@\"";

/// A script as a function, so that no global is left of it; strict, as modules
/// are.
pub(super) fn alone(script: &str) -> String {
    format!("(() => {{\n\"use strict\";\n{script}}})();\n")
}

/// What is written otherwise in wasm-bindgen's script: from where to where, and what
/// stands there instead. What the WebAssembly exports is taken through a guard
/// (`static/common/guard.js`); and an instance is made of compiled code only, since the
/// loader fetches that itself.
const CHANGES: [(&str, &str, &str); 3] = [
    ("    let script_src;", "\n    }\n", ""),
    (
        "wasm = instance.exports;",
        "",
        "wasm = wasm_bindgen.guard(instance.exports);",
    ),
    (
        "    async function __wbg_load(",
        "    return Object.assign(__wbg_init, { initSync }, exports);",
        "    return Object.assign(async (code) => {
        __wbg_finalize_init(await WebAssembly.instantiate(code, __wbg_get_imports()), code);
    }, exports);",
    ),
];

/// Makes of wasm-bindgen's script, and our own that goes with it, a function that
/// is registered under a name. Each call of it gives them anew, for one more
/// instance of the WebAssembly.
///
/// # Errors
/// When the script is not what this version of wasm-bindgen writes.
pub(super) fn wrap_glue(glue: &str, more: &str, name: &str) -> Result<String> {
    let declaration = "let wasm_bindgen = ";
    let declarations = glue.lines().filter(|line| line.starts_with(declaration));
    is_once(declaration, declarations.count())?;
    let mut glue = glue.to_owned();
    for (from, to, instead) in CHANGES {
        is_once(from, glue.matches(from).count())?;
        let (before, rest) = glue.split_once(from).unwrap_or_default();
        let after = rest.split_once(to).map(|(_, after)| after);
        is_once(to, after.iter().len())?;
        glue = [before, instead, after.unwrap_or_default()].concat();
    }
    Ok(format!(
        "{REGISTRY}[{name:?}] = () => {{\n\"use strict\";\n{glue}\n{more}return wasm_bindgen;\n}};\n"
    ))
}

/// A script that is registered under a name, and runs at once.
pub(super) fn run(script: &str, name: &str) -> String {
    format!("{script}\n{REGISTRY}[{name:?}]();\n")
}

fn is_once(what: &str, times: usize) -> Result<()> {
    if times != 1 {
        bail!(
            "wasm-bindgen's script has “{}” {times} times, not once: it is written in another \
             way now, and this step must follow",
            what.trim()
        );
    }
    Ok(())
}

/// A script that brings the WebAssembly to a page that cannot fetch it.
pub(super) fn wasm_script(wasm: &[u8], name: &str) -> String {
    format!("{REGISTRY}[{name:?}] = {:?};\n", STANDARD.encode(wasm))
}

/// A script that brings the digests of files, by their names.
pub(super) fn seals_script(seals: &serde_json::Value, name: &str) -> String {
    format!("{REGISTRY}[{name:?}] = {seals};\n")
}

/// A script that brings a text.
pub(super) fn text_script(text: &str, name: &str) -> String {
    format!(
        "{REGISTRY}[{name:?}] = {};\n",
        serde_json::Value::from(text)
    )
}

/// The loader in a function, with the build's file names. Two articles on one page may
/// both bring the loader, and the first one stays; a server that only imports it has no
/// page to put it in.
///
/// # Errors
/// When the loader's source has no single place for the names.
pub(super) fn loader(source: &str, assets: &str) -> Result<String> {
    let source = match source.matches(ASSETS).count() {
        1 => source.replace(ASSETS, assets),
        n => bail!("static/element has {n} places for the file names, {ASSETS}, not one"),
    };
    Ok(alone(&format!(
        "if (!globalThis.document || customElements.get({ELEMENT:?})) return;\n{source}"
    )))
}

/// The loader as it may be put among others: into one file with them, behind a comment
/// without an end or a call without a semicolon; and into a bundler, which is to leave
/// alone what it imports as it runs. Minifiers take out the words for that.
///
/// # Errors
/// When the loader has no single such import.
pub(super) fn among_others(loader: &str) -> Result<String> {
    let import = "await import(";
    match loader.matches(import).count() {
        1 => Ok(format!(
            "\n;{}",
            loader.replace(
                import,
                &format!("{import}/*webpackIgnore:true*//*@vite-ignore*/")
            )
        )),
        n => bail!("static/element has {n} times “{import}”, not once"),
    }
}

/// The module that is imported, with an address for each of the build's files. They are
/// written out, since that is what bundlers look for.
///
/// # Errors
/// When the module's source has no single place for the addresses.
pub(super) fn importable<'a>(
    source: &str,
    files: impl IntoIterator<Item = &'a str>,
) -> Result<String> {
    let urls: String = files
        .into_iter()
        .map(|name| {
            format!(
                "\n  {name:?}: new URL({:?}, import.meta.url).href,",
                format!("./{name}")
            )
        })
        .collect();
    match source.matches(URLS).count() {
        1 => Ok(format!(
            "import \"./standpoint.js\";\n\n{}",
            source.replace(URLS, &format!("{{{urls}\n}}"))
        )),
        n => bail!("static/package has {n} places for the files' addresses, {URLS}, not one"),
    }
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

    const GLUE: &str = "let wasm_bindgen = (function(exports) {
    let script_src;
    if (1) {
        script_src = 1;
    }
    function __wbg_finalize_init(instance, module) {
        wasm = instance.exports;
    }
    async function __wbg_load(module, imports) {}
    return Object.assign(__wbg_init, { initSync }, exports);
})({});";

    #[test]
    fn the_glue_is_made_anew_for_each_instance() {
        let wrapped = wrap_glue(GLUE, "", "standpoint-0.js").expect("it is wrapped");
        assert!(wrapped.contains("[\"standpoint-0.js\"] = () => {\n"));
        assert!(wrapped.ends_with("return wasm_bindgen;\n};\n"));
        assert!(wrapped.contains("wasm = wasm_bindgen.guard(instance.exports);"));
        assert!(wrapped.contains("    }, exports);\n})({});"));
        for gone in ["script_src", "__wbg_load", "initSync"] {
            assert!(!wrapped.contains(gone), "{gone}: {wrapped}");
        }
    }

    #[test]
    fn glue_of_another_form_stops_the_build() {
        assert!(wrap_glue("export default init;", "", "x.js").is_err());
        assert!(wrap_glue(&format!("{GLUE}\nlet wasm_bindgen = 2;"), "", "x.js").is_err());
        for (from, ..) in CHANGES {
            let other = GLUE.replace(from, "something else");
            assert!(wrap_glue(&other, "", "x.js").is_err(), "{from}");
        }
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
    fn the_loader_may_stand_among_others() {
        let loader = among_others("(async () => { await import(a) })();").expect("one import");
        assert_eq!(
            format!("first() // its end{loader}"),
            "first() // its end\n;(async () => { \
             await import(/*webpackIgnore:true*//*@vite-ignore*/a) })();"
        );
        assert!(among_others("(() => {})();").is_err());
    }

    #[test]
    fn the_module_writes_every_address_out() {
        let module = importable("const U = \"@@URLS@@\";", ["a.js", "b.wasm"]).expect("one place");
        let expected = "import \"./standpoint.js\";\n\nconst U = {\n  \
            \"a.js\": new URL(\"./a.js\", import.meta.url).href,\n  \
            \"b.wasm\": new URL(\"./b.wasm\", import.meta.url).href,\n};";
        assert_eq!(module, expected);
        assert!(importable("nothing", []).is_err());
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
