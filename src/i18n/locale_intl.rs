//! Numbers, lists, dates and plural forms in a browser, by its `Intl`
//! (ECMA-402).

use js_sys::{Array, JSON};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

// js-sys has these with a type for every option; these are smaller.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical(tag: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, n: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, n: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str) -> ListFormat;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: &Array) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;

    type Date;
    #[wasm_bindgen(constructor)]
    fn new_at(milliseconds: f64) -> Date;
    #[wasm_bindgen(method, js_name = setUTCFullYear)]
    fn set(this: &Date, year: f64, month: u8, day: u8);
}

/// The conventions of one language, perhaps of one region. What knows them takes
/// long to make, so each is made when it is first asked, and kept; all but the
/// plural forms, which are asked for at once, together with numbers.
#[derive(Debug)]
pub(super) struct Locale {
    tag: String,
    grouped: OnceCell<NumberFormat>,
    plain: OnceCell<NumberFormat>,
    plural: PluralRules,
    list: OnceCell<ListFormat>,
    /// Of a year, of a month, of a day.
    dates: [OnceCell<DateTimeFormat>; 3],
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
            plural: PluralRules::new(tag),
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
        let format = format.get_or_init(|| NumberFormat::new(&self.tag, &object(options)));
        format.format(n as f64)
    }

    /// The CLDR category of a count.
    pub(super) fn plural(&self, n: usize) -> String {
        self.plural.select(n as f64)
    }

    /// “a, b and c”.
    pub(super) fn list(&self, items: &[String]) -> String {
        let list = Array::new();
        for item in items {
            list.push(&item.into());
        }
        let format = self.list.get_or_init(|| ListFormat::new(&self.tag));
        format.format(&list)
    }

    /// A day, a month or a year of the Gregorian calendar; the year counted
    /// astronomically, so that 0 is the one before the first.
    pub(super) fn date(&self, year: i64, month: Option<u8>, day: Option<u8>) -> String {
        let date = Date::new_at(0.0);
        date.set(year as f64, month.unwrap_or(1) - 1, day.unwrap_or(1));
        let precision = usize::from(month.is_some()) + usize::from(day.is_some());
        if year > 0 {
            let format = &self.dates[precision];
            let format = format.get_or_init(|| date_format(&self.tag, precision, ""));
            format.format(&date)
        } else {
            date_format(&self.tag, precision, r#","era":"short""#).format(&date)
        }
    }
}

fn date_format(tag: &str, precision: usize, more: &str) -> DateTimeFormat {
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
    DateTimeFormat::new(tag, &object(&options.concat()))
}

/// A literal of this file.
fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::UNDEFINED)
}
