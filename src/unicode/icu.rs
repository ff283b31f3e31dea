//! By ICU4X.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text in Unicode's normal form KC.
pub(crate) fn nfkc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc()
        .normalize(text)
        .into_owned()
}
