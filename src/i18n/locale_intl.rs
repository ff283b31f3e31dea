//! Numbers, lists, dates and plural forms in a browser, by its `Intl`
//! (ECMA-402).
//!
//! A browser may have it in part, and a page may have put something else in its
//! place: what it does not say is said plainly, without a language.

use js_sys::{Array, JSON};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

// js-sys has these with a type for every option; these are smaller.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical(tag: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Intl, js_name = Locale)]
    type Tag;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = Locale, catch)]
    fn new(tag: &str) -> Result<Tag, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn maximize(this: &Tag) -> Result<Tag, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn script(this: &Tag) -> Option<String>;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &PluralRules, n: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<ListFormat, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;

    /// Any of those that format something.
    type Format;
    #[wasm_bindgen(method, structural, catch)]
    fn format(this: &Format, what: &JsValue) -> Result<String, JsValue>;

    type Date;
    #[wasm_bindgen(constructor)]
    fn new_at(milliseconds: f64) -> Date;
    #[wasm_bindgen(method, js_name = setUTCFullYear)]
    fn set(this: &Date, year: f64, month: u8, day: u8);
    #[wasm_bindgen(method, js_name = toISOString)]
    fn iso(this: &Date) -> String;

    #[wasm_bindgen(js_name = String)]
    fn plain(n: f64) -> String;
}

/// The script that a text of a BCP 47 tag is most likely in, by CLDR's likely subtags.
pub(super) fn script(tag: &str) -> Option<String> {
    Tag::new(tag).ok()?.maximize().ok()?.script()
}

/// The conventions of one language, perhaps of one region. What knows them takes
/// long to make, so each is made when it is first asked, and kept; all but the
/// plural forms, which are asked for at once, together with numbers.
#[derive(Debug)]
pub(super) struct Locale {
    tag: String,
    grouped: OnceCell<Option<NumberFormat>>,
    plain: OnceCell<Option<NumberFormat>>,
    plural: Option<PluralRules>,
    list: OnceCell<Option<ListFormat>>,
    /// Of a year, of a month, of a day.
    dates: [OnceCell<Option<DateTimeFormat>>; 3],
}

impl Locale {
    /// The conventions of a BCP 47 tag; of English, if it is none.
    pub(super) fn new(tag: &str) -> Self {
        // Every `Intl` constructor throws for the same tags.
        let known = canonical(tag).is_ok();
        let tag = if known { tag } else { "en" };
        Self {
            tag: tag.to_owned(),
            grouped: OnceCell::new(),
            plain: OnceCell::new(),
            plural: PluralRules::new(tag).ok(),
            list: OnceCell::new(),
            dates: Default::default(),
        }
    }

    /// A whole number, with or without its digits in groups.
    pub(super) fn number(&self, n: i64, grouped: bool) -> String {
        let (format, options) = if grouped {
            (&self.grouped, "{}")
        } else {
            (&self.plain, r#"{"useGrouping":false}"#)
        };
        let format = format.get_or_init(|| NumberFormat::new(&self.tag, &object(options)).ok());
        said(format.as_ref(), &JsValue::from(n as f64)).unwrap_or_else(|| plain(n as f64))
    }

    /// The CLDR category of a count.
    pub(super) fn plural(&self, n: usize) -> String {
        let select = |rules: &PluralRules| rules.select(n as f64).ok();
        let simple = if n == 1 { "one" } else { "other" };
        let said = self.plural.as_ref().and_then(select);
        said.unwrap_or_else(|| simple.to_owned())
    }

    /// “a, b and c”.
    pub(super) fn list(&self, items: &[String]) -> String {
        let list = Array::new();
        for item in items {
            list.push(&item.into());
        }
        let format = self.list.get_or_init(|| ListFormat::new(&self.tag).ok());
        said(format.as_ref(), &list).unwrap_or_else(|| items.join(", "))
    }

    /// A day, a month or a year of the Gregorian calendar; the year counted
    /// astronomically, so that 0 is the one before the first.
    pub(super) fn date(&self, year: i64, month: Option<u8>, day: Option<u8>) -> String {
        let date = Date::new_at(0.0);
        date.set(year as f64, month.unwrap_or(1) - 1, day.unwrap_or(1));
        let precision = usize::from(month.is_some()) + usize::from(day.is_some());
        let said = if year > 0 {
            let format = &self.dates[precision];
            let format = format.get_or_init(|| date_format(&self.tag, precision, ""));
            said(format.as_ref(), &date)
        } else {
            let format = date_format(&self.tag, precision, r#","era":"short""#);
            said(format.as_ref(), &date)
        };
        said.unwrap_or_else(|| {
            let mut iso = date.iso();
            // Beyond four digits, a year has a sign and six.
            let digits = if iso.starts_with(['+', '-']) { 7 } else { 4 };
            iso.truncate(digits + 3 * precision);
            iso
        })
    }
}

/// What a format says of something, if there is one and it says anything.
fn said(format: Option<&impl JsCast>, what: &JsValue) -> Option<String> {
    let format = format?.unchecked_ref::<Format>();
    format.format(what).ok()
}

fn date_format(tag: &str, precision: usize, more: &str) -> Option<DateTimeFormat> {
    let fields = [
        "",
        r#","month":"long""#,
        r#","month":"long","day":"numeric""#,
    ];
    let options = [
        r#"{"calendar":"gregory","timeZone":"UTC","year":"numeric""#,
        fields[precision],
        more,
        "}",
    ];
    DateTimeFormat::new(tag, &object(&options.concat())).ok()
}

/// A literal of this file.
fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::UNDEFINED)
}
