//! File names that change with the content, so that a browser may keep what it
//! has for ever.

use super::script;
use sha2::{Digest, Sha256};

/// The hashed names of one build.
pub(crate) struct Names {
    /// The JavaScript that goes with the WebAssembly.
    pub(crate) glue: String,
    /// The WebAssembly.
    pub(crate) wasm: String,
    /// The same as a script, for pages opened from disk.
    pub(crate) wasm_script: String,
    /// The style sheet.
    pub(crate) css: String,
}

/// Stands in the glue for its own name until that is known.
pub(crate) const OWN_NAME: &str = "@@OWN-NAME@@";

impl Names {
    /// The names of these contents, each as it is published; the glue still
    /// with [`OWN_NAME`] in it.
    pub(crate) fn of(glue: &str, wasm: &[u8], css: &str) -> Self {
        let wasm = format!("standpoint-{}.wasm", hash(wasm));
        Self {
            glue: format!("standpoint-{}.js", hash(glue.as_bytes())),
            wasm_script: format!("{wasm}.js"),
            css: format!("standpoint-{}.css", hash(css.as_bytes())),
            wasm,
        }
    }

    /// The names as the loader reads them.
    pub(super) fn to_json(&self, texts: &[Translation]) -> String {
        let texts: serde_json::Map<_, _> = texts
            .iter()
            .map(|text| (text.language.clone(), text.name.clone().into()))
            .collect();
        serde_json::json!({
            "glue": self.glue,
            "wasm": self.wasm,
            "wasmScript": self.wasm_script,
            "css": self.css,
            "texts": texts,
        })
        .to_string()
    }
}

/// The interface's texts in one language, as a script.
pub(super) struct Translation {
    language: String,
    /// The script's file name, under which it also leaves the texts.
    pub(super) name: String,
    /// What that file holds.
    pub(super) script: String,
}

impl Translation {
    /// The texts of a language, as lines `key = text`.
    pub(super) fn new(language: &str, texts: &str) -> Self {
        let name = format!("standpoint-{language}-{}.js", hash(texts.as_bytes()));
        Self {
            language: language.to_owned(),
            script: script::text_script(texts, &name),
            name,
        }
    }
}

/// Twelve hexadecimal digits of the content's SHA-256.
pub(crate) fn hash(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_its_own_content_only() {
        let one = Names::of("glue", b"wasm", "css");
        let two = Names::of("glue", b"wasm", "other css");
        assert_eq!((&one.glue, &one.wasm), (&two.glue, &two.wasm));
        assert_ne!(one.css, two.css);
        assert_eq!(hash(b""), "e3b0c44298fc");
    }
}
