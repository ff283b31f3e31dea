//! By ECMAScript.

use js_sys::JsString;

/// The text in Unicode's normal form KC.
pub(crate) fn nfkc(text: &str) -> String {
    JsString::from(text).normalize("NFKC").into()
}
