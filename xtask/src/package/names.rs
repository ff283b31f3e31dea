//! File names that change with the content, so that a browser may keep what it
//! has for ever.

use super::script;
use crate::digest;

/// A WebAssembly module as it is published, with the script that goes with it.
pub(super) struct Module {
    /// What the loader calls it.
    pub(super) name: &'static str,
    /// The file name of its script.
    pub(super) glue_name: String,
    /// The script, which leaves itself behind under that name.
    pub(super) glue: String,
    /// The file name of the WebAssembly.
    pub(super) wasm_name: String,
    /// The WebAssembly.
    pub(super) wasm: Vec<u8>,
}

/// Stands in a script for its own name until that is known.
pub(super) const OWN_NAME: &str = "@@OWN-NAME@@";

impl Module {
    /// A module of the script, with [`OWN_NAME`] in it, and the WebAssembly;
    /// its files are called after `stem`.
    pub(super) fn new(name: &'static str, stem: &str, glue: &str, wasm: Vec<u8>) -> Self {
        let glue_name = format!("{stem}-{}.js", digest::short(glue.as_bytes()));
        Self {
            name,
            glue: glue.replace(OWN_NAME, &glue_name),
            glue_name,
            wasm_name: format!("{stem}-{}.wasm", digest::short(&wasm)),
            wasm,
        }
    }

    /// The file name of the WebAssembly as a script, for pages opened from disk.
    pub(super) fn script_name(&self) -> String {
        format!("{}.js", self.wasm_name)
    }

    /// What is published of it, by file names.
    pub(super) fn files(&self) -> [(String, Vec<u8>); 3] {
        [
            (self.glue_name.clone(), self.glue.clone().into_bytes()),
            (self.wasm_name.clone(), self.wasm.clone()),
            (self.script_name(), self.script().into_bytes()),
        ]
    }

    /// The WebAssembly as a script.
    pub(super) fn script(&self) -> String {
        script::wasm_script(&self.wasm, &self.wasm_name)
    }
}

/// The digests of all that the loader loads, as a script of its own.
pub(super) struct Seals {
    /// The file name of the script.
    pub(super) name: String,
    /// The script.
    pub(super) script: String,
}

impl Seals {
    /// The digests of these files.
    pub(super) fn of<'a>(files: impl IntoIterator<Item = (String, &'a [u8])>) -> Self {
        let files = files.into_iter();
        let seals: serde_json::Map<_, _> = files
            .map(|(name, content)| (name, digest::whole(content).into()))
            .collect();
        let seals = serde_json::Value::from(seals);
        let short = digest::short(seals.to_string().as_bytes());
        let name = format!("standpoint-seals-{short}.js");
        Self {
            script: script::seals_script(&seals, &name),
            name,
        }
    }
}

/// The file names as the loader reads them.
pub(super) fn assets(
    modules: &[Module],
    css: &str,
    article: &str,
    texts: &Translations,
    seals: &Seals,
) -> String {
    let module = |m: &Module| {
        let files = serde_json::json!({
            "glue": m.glue_name,
            "wasm": m.wasm_name,
        });
        (m.name.to_owned(), files)
    };
    let modules: serde_json::Map<_, _> = modules.iter().map(module).collect();
    let languages: Vec<_> = texts.files().map(|(language, ..)| language).collect();
    let texts = serde_json::json!({ "hash": texts.hash, "languages": languages.join(" ") });
    let files = serde_json::json!({
        "modules": modules,
        "css": css,
        "article": article,
        "texts": texts,
        "seals": { "file": seals.name, "digest": digest::whole(seals.script.as_bytes()) },
    });
    files.to_string()
}

/// The interface's texts in every language. All their
/// names have one hash, so that the loader need not know each.
pub(super) struct Translations {
    hash: String,
    /// The texts of each language, as lines `key = text`.
    texts: Vec<(String, String)>,
}

impl Translations {
    /// The texts by their languages.
    pub(super) fn new(texts: Vec<(String, String)>) -> Self {
        let all: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
        let hash = digest::short(all.join("\n").as_bytes());
        Self { hash, texts }
    }

    /// Each language with the name of its script, under which it also leaves
    /// the texts, and the script.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, String, String)> {
        self.texts.iter().map(|(language, texts)| {
            let name = format!("standpoint-{language}-{}.js", self.hash);
            let script = script::text_script(texts, &name);
            (language.as_str(), name, script)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_its_own_content_only() {
        let module = |glue, wasm: &[u8]| Module::new("widget", "standpoint", glue, wasm.to_vec());
        let (one, two) = (module("glue", b"wasm"), module("glue", b"other"));
        assert_eq!(one.glue_name, two.glue_name);
        assert_ne!(one.wasm_name, two.wasm_name);
    }

    #[test]
    fn a_script_knows_its_name() {
        let module = Module::new(
            "export",
            "standpoint-export",
            "a = \"@@OWN-NAME@@\"",
            vec![1],
        );
        assert_eq!(module.glue, format!("a = \"{}\"", module.glue_name));
        let texts = Translations::new(vec![("uk".to_owned(), "a = b".to_owned())]);
        let seals = Seals::of([("a.css".to_owned(), &b""[..])]);
        let assets = assets(&[module], "a.css", "a.js", &texts, &seals);
        // The digest of nothing, as everybody computes it.
        let sealed = "{\"a.css\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"};";
        assert!(seals.script.contains(sealed), "{}", seals.script);
        assert!(assets.contains(&seals.name), "{assets}");
        assert!(
            assets.contains("\"export\":{\"glue\":\"standpoint-export-"),
            "{assets}"
        );
        assert!(assets.contains("\"languages\":\"uk\""), "{assets}");
        let (language, name, script) = texts.files().next().expect("one");
        assert_eq!(
            (language, name.len()),
            ("uk", "standpoint-uk-01234567.js".len())
        );
        assert!(script.contains(&name));
    }
}
