//! Letters without regard to case: by JavaScript in a browser, whose tables every
//! reader has already, and by the standard library natively.

/// A text in lower case (Unicode, default case conversion); the two forms of the
/// small sigma are one.
pub(crate) fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    platform::lower(text).replace('ς', "σ")
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    pub(super) fn lower(text: &str) -> String {
        text.to_lowercase()
    }
}

#[cfg(target_arch = "wasm32")]
mod platform {
    pub(super) fn lower(text: &str) -> String {
        js_sys::JsString::from(text).to_lower_case().into()
    }
}

#[cfg(test)]
mod tests {
    use super::lower;

    #[test]
    fn every_script_that_has_case_has_it() {
        assert_eq!(lower("PeAcE"), "peace");
        assert_eq!(lower("МИР Ґ"), "мир ґ");
        assert_eq!(lower("ΟΔΟΣ"), "οδοσ");
    }
}
