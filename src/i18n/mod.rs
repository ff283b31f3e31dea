//! Every word of the interface.
//!
//! Texts are looked up by key in a plain list of `key = text` lines, so that a
//! translator needs no programmer. This layer knows no view and no browser.

mod date;
#[cfg_attr(target_arch = "wasm32", path = "locale_intl.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "locale_icu.rs")]
mod locale;
mod quotation;

pub use date::date;
pub use quotation::quotation_marks;

use crate::unicode::isolated;
use locale::Locale;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// The texts of one language, and how it writes numbers, lists and dates.
#[derive(Debug)]
pub struct Texts {
    language: String,
    locale: Locale,
    is_rtl: bool,
    /// In the order of the source.
    entries: Vec<(String, String)>,
    /// Where each key is among them; of one that stands twice, the first.
    places: HashMap<String, u32>,
    /// Dates in words: a document has few of them many times, and it takes long to
    /// make one.
    dates: RefCell<HashMap<String, String>>,
}

/// What is put into a text.
#[derive(Clone, Copy, Debug)]
pub enum Word<'a> {
    /// Somebody's words, which keep their direction to themselves.
    Text(&'a str),
    /// Words of this language.
    Own(&'a str),
    /// In the digits of the language.
    Number(i64),
}

impl<'a> From<&'a str> for Word<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Word<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Word<'_> {
    fn from(n: usize) -> Self {
        Self::Number(n as i64)
    }
}

impl From<u32> for Word<'_> {
    fn from(n: u32) -> Self {
        Self::Number(n.into())
    }
}

/// Chinese in traditional characters, which are no other font: words are others, too.
const TRADITIONAL: &str = "zh-Hant";

/// Under which tag there are texts for a canonical one, if there are any: its language,
/// in the script that it is most likely written in (`zh-TW` is `zh-Hant`).
pub fn written(tag: &str) -> &str {
    let language = tag.split('-').next().unwrap_or_default();
    let is_traditional = || locale::script(tag).as_deref() == Some("Hant");
    if language.eq_ignore_ascii_case("zh") && is_traditional() {
        TRADITIONAL
    } else {
        language
    }
}

const ENGLISH: &str = include_str!("en.txt");

/// The texts of every language, by its BCP 47 tag. In a browser none of them is
/// built in: the page loads the one that it needs.
#[cfg(not(target_arch = "wasm32"))]
pub const LANGUAGES: [(&str, &str); 9] = [
    ("en", ENGLISH),
    ("uk", include_str!("uk.txt")),
    ("ru", include_str!("ru.txt")),
    ("de", include_str!("de.txt")),
    ("fr", include_str!("fr.txt")),
    ("es", include_str!("es.txt")),
    ("ar", include_str!("ar.txt")),
    ("zh", include_str!("zh.txt")),
    (TRADITIONAL, include_str!("zh-Hant.txt")),
];

impl Texts {
    /// The interface in the language of a tag; in English, where there is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn nearest(tag: &str) -> Self {
        let tag = locale::canonical(tag).unwrap_or_default();
        let written = written(&tag);
        match LANGUAGES.iter().find(|(language, _)| *language == written) {
            Some((_, texts)) => Self::parse(&tag, texts),
            None => Self::english("en"),
        }
    }

    /// The interface in English; numbers and dates as a region has them.
    pub fn english(tag: &str) -> Self {
        Self::parse(tag, ENGLISH)
    }

    /// Reads `key = text` lines; empty lines and those with a `#` in front are
    /// for translators.
    ///
    /// `language` is the BCP 47 tag that numbers and dates go by: `en-GB` has
    /// the words of English and the dates of Britain.
    pub fn parse(language: &str, source: &str) -> Self {
        let entry = |line: &str| {
            let (key, text) = line.split_once('=')?;
            Some((key.trim().to_owned(), text.trim().to_owned()))
        };
        let lines = source
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with('#'));
        let entries: Vec<(String, String)> = lines.filter_map(entry).collect();
        let mut places = HashMap::with_capacity(entries.len());
        for (place, (key, _)) in entries.iter().enumerate() {
            places.entry(key.clone()).or_insert(place as u32);
        }
        Self {
            language: language.to_owned(),
            locale: Locale::new(language),
            is_rtl: direction(language) == "rtl",
            entries,
            places,
            dates: RefCell::default(),
        }
    }

    /// The BCP 47 tag of the texts.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The keys, for those who check them.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries().map(|(key, _)| key)
    }

    /// Every key with its text.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()))
    }

    fn find(&self, key: &str) -> Option<&str> {
        let place = self.places.get(key)?;
        Some(&self.entries[*place as usize].1)
    }

    /// A text. A key that is missing shows itself, which no test lets pass.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// A text of another's that is to stand in one of these, such as a name.
    pub fn isolated<'a>(&self, text: &'a str) -> Cow<'a, str> {
        isolated(text, self.is_rtl)
    }

    /// A text with its `{name}`s filled in.
    pub fn with(&self, key: &str, values: &[(&str, Word<'_>)]) -> String {
        self.fill(self.get(key), values)
    }

    /// The form of a text that goes with a number; `{n}` is the number.
    pub fn count(&self, key: &str, n: usize, values: &[(&str, Word<'_>)]) -> String {
        let form = |category: &str| self.find(&[key, ".", category].concat());
        let text = form(&self.locale.plural(n))
            .or_else(|| form("other"))
            .unwrap_or_else(|| self.get(key));
        let mut values = values.to_vec();
        values.push(("n", n.into()));
        self.fill(text, &values)
    }

    /// A year of the Gregorian calendar, 0 being the one before the first.
    pub fn year(&self, year: i64) -> String {
        date::year(self, year)
    }

    /// A list in a sentence: “a, b and c”.
    pub fn list(&self, items: &[String]) -> String {
        let items: Vec<String> = items
            .iter()
            .map(|item| self.isolated(item).into())
            .collect();
        self.locale.list(&items)
    }

    /// Texts that follow each other, as the language joins them: the key is one
    /// of `list.comma`, `list.semicolon`, `list.colon` and `list.sentence`.
    pub fn join(&self, key: &str, items: &[String]) -> String {
        let mut items = items.iter();
        let first = items.next().map(|first| self.isolated(first));
        items.fold(first.unwrap_or_default().into(), |a, b| {
            // What is joined already is not isolated as a whole.
            let (a, b) = (Word::Own(&a), b.into());
            self.with(key, &[("a", a), ("b", b)])
        })
    }

    /// Puts values in place of `{name}`, in one pass: what is filled in is not
    /// looked at again.
    fn fill(&self, text: &str, values: &[(&str, Word<'_>)]) -> String {
        let mut filled = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, Word::Text(text))) => filled.push_str(&self.isolated(text)),
                Some((_, Word::Own(text))) => filled.push_str(text),
                Some((_, Word::Number(n))) => filled.push_str(&self.locale.number(*n, true)),
                None => filled.push_str(name),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// The scripts that are written from right to left.
const FROM_THE_RIGHT: &str = "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi";

/// The writing direction of a language, as `dir` names it: that of the script which
/// its whole tag stands for.
pub fn direction(language: &str) -> &'static str {
    match locale::script(language) {
        Some(script) if FROM_THE_RIGHT.contains(&script) => "rtl",
        // Of a browser that does not know, Arabic at least is known.
        None if language.starts_with("ar") => "rtl",
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        let values = [("a", "{b}".into()), ("b", 2_u32.into())];
        assert_eq!(Texts::english("en").fill("{a} of {b}", &values), "{b} of 2");
    }

    #[test]
    fn what_is_filled_in_keeps_its_direction_to_itself() {
        let english = Texts::english("en");
        let values = [("a", "حزب".into()), ("b", 2_u32.into())];
        assert_eq!(english.fill("{a} {b}", &values), "\u{2068}حزب\u{2069} 2");
        let items = ["حزب", "Party", "2 May"].map(str::to_owned);
        let joined = "\u{2068}حزب\u{2069}, Party, 2 May";
        assert_eq!(english.join("list.comma", &items), joined);
        assert!(
            english
                .list(&items)
                .starts_with("\u{2068}حزب\u{2069}, Party")
        );
        let arabic = Texts::parse("ar", include_str!("ar.txt"));
        assert_eq!(
            arabic.fill("{a}", &[("a", "Party".into())]),
            "\u{2068}Party\u{2069}"
        );
        assert_eq!(arabic.fill("{a}", &[("a", "حزب (2)".into())]), "حزب (2)");
    }

    #[test]
    fn the_whole_tag_says_where_a_text_begins() {
        for tag in [
            "ar", "AR", "ar-EG", "he", "iw", "fa", "ur", "yi", "ckb", "az-Arab", "az-IR",
            "ku-Arab", "pa-PK", "pa-Arab", "uz-AF", "syr", "nqo", "dv", "ff-Adlm", "ps", "sd",
            "ks", "ug", "en-Hebr",
        ] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in [
            "en",
            "ar-Latn",
            "AR-latn",
            "az",
            "ku",
            "pa",
            "pa-IN",
            "uz",
            "sd-Deva",
            "zh-Hant",
            "uk",
            "",
            "not a tag",
            "he-Latn",
        ] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn a_tag_is_meant_in_its_canonical_form() {
        for (tag, language, word) in [
            ("DE", "de", "Überblick"),
            ("de_AT", "de-AT", "Überblick"),
            ("UK", "uk", "Огляд"),
            ("zh-TW", "zh-TW", "總覽"),
            ("zh-HK", "zh-HK", "總覽"),
            ("zh-MO", "zh-MO", "總覽"),
            ("zh_Hant", "zh-Hant", "總覽"),
            ("ZH-HANT-CN", "zh-Hant-CN", "總覽"),
            ("zh-Hans-TW", "zh-Hans-TW", "总览"),
            ("zh-SG", "zh-SG", "总览"),
            ("zh", "zh", "总览"),
            ("cmn", "zh", "总览"),
            ("xx", "en", "Overview"),
            ("?", "en", "Overview"),
        ] {
            let texts = Texts::nearest(tag);
            let found = (texts.language(), texts.get("view.matrix"));
            assert_eq!(found, (language, word), "{tag}");
        }
    }

    #[test]
    fn the_number_chooses_the_form() {
        let texts = Texts::english("en");
        assert_eq!(texts.count("overview.topics", 1, &[]), "1 topic");
        assert_eq!(texts.count("overview.topics", 9, &[]), "9 topics");
    }

    #[test]
    fn lists_read_as_a_sentence() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(Texts::english("en").list(&items), "a, b, and c");
        assert_eq!(Texts::english("en").list(&items[..1]), "a");
        assert_eq!(
            Texts::english("en").join("list.semicolon", &items),
            "a; b; c"
        );
    }
}
