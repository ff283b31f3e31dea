//! The words of the Studio, in each of its languages.

use crate::i18n::{Texts, written};
use std::rc::Rc;

/// The languages: a tag, how it calls itself, and its words.
pub(super) const LANGUAGES: [(&str, &str, &str); 9] = [
    ("en", "English", include_str!("words/en.txt")),
    ("uk", "Українська", include_str!("words/uk.txt")),
    ("ru", "Русский", include_str!("words/ru.txt")),
    ("de", "Deutsch", include_str!("words/de.txt")),
    ("fr", "Français", include_str!("words/fr.txt")),
    ("es", "Español", include_str!("words/es.txt")),
    ("ar", "العربية", include_str!("words/ar.txt")),
    ("zh", "中文（简体）", include_str!("words/zh.txt")),
    ("zh-Hant", "中文（繁體）", include_str!("words/zh-Hant.txt")),
];

/// The words of the first of these languages that there is; else the English ones.
pub(super) fn texts<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Rc<Texts> {
    let mut wanted = wanted.into_iter();
    let found = wanted.find_map(|tag| {
        let tag = tag.replace('_', "-");
        let written = written(&tag).to_ascii_lowercase();
        LANGUAGES
            .iter()
            .find(|(tag, ..)| tag.eq_ignore_ascii_case(&written))
    });
    let (tag, _, words) = found.unwrap_or(&LANGUAGES[0]);
    Rc::new(Texts::parse(tag, words))
}
