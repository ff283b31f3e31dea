//! Numbers, lists, dates and plural forms natively, by ICU4X: from the same
//! CLDR as a browser's `Intl`.

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::options::YearStyle;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale::{LocaleCanonicalizer, LocaleExpander};
use icu_locale_core::{Locale as Tag, locale};
use icu_plurals::{PluralCategory, PluralRules};

/// The canonical form of a BCP 47 tag, as browsers have it; nothing for what is none.
pub(super) fn canonical(tag: &str) -> Option<String> {
    let mut tag: Tag = tag.replace('_', "-").parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut tag);
    Some(tag.to_string())
}

/// The script that a text of a BCP 47 tag is most likely in, by CLDR's likely subtags.
pub(super) fn script(tag: &str) -> Option<String> {
    let mut tag: Tag = canonical(tag)?.parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut tag.id);
    tag.id.script.map(|script| script.to_string())
}

/// The conventions of one language, perhaps of one region.
#[derive(Debug)]
pub(super) struct Locale(Tag);

impl Locale {
    /// The conventions of a BCP 47 tag; of English, if it is none.
    pub(super) fn new(tag: &str) -> Self {
        Self(tag.parse().unwrap_or(locale!("en")))
    }

    /// A whole number, with or without its digits in groups.
    pub(super) fn number(&self, n: i64, grouped: bool) -> String {
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(match grouped {
            true => GroupingStrategy::Auto,
            false => GroupingStrategy::Never,
        });
        match DecimalFormatter::try_new((&self.0).into(), options) {
            Ok(formatter) => formatter.format(&Decimal::from(n)).to_string(),
            Err(_) => n.to_string(),
        }
    }

    /// The CLDR category of a count.
    pub(super) fn plural(&self, n: usize) -> String {
        let rules = PluralRules::try_new_cardinal((&self.0).into());
        match rules.map(|rules| rules.category_for(n)) {
            Ok(PluralCategory::Zero) => "zero",
            Ok(PluralCategory::One) => "one",
            Ok(PluralCategory::Two) => "two",
            Ok(PluralCategory::Few) => "few",
            Ok(PluralCategory::Many) => "many",
            Ok(PluralCategory::Other) | Err(_) => "other",
        }
        .to_owned()
    }

    /// “a, b and c”.
    pub(super) fn list(&self, items: &[String]) -> String {
        let options = ListFormatterOptions::default();
        match ListFormatter::try_new_and((&self.0).into(), options) {
            Ok(formatter) => formatter.format(items.iter()).to_string(),
            Err(_) => items.join(", "),
        }
    }

    /// A day, a month or a year of the Gregorian calendar; the year counted
    /// astronomically, so that 0 is the one before the first.
    pub(super) fn date(&self, year: i64, month: Option<u8>, day: Option<u8>) -> String {
        self.formatted(year, month, day)
            .unwrap_or_else(|| year.to_string())
    }

    fn formatted(&self, year: i64, month: Option<u8>, day: Option<u8>) -> Option<String> {
        let style = match year {
            1.. => YearStyle::NoEra,
            _ => YearStyle::WithEra,
        };
        let year = i32::try_from(year).ok()?;
        let date = Date::try_new_gregorian(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        // The three formatters are three types.
        macro_rules! format {
            ($fields:ident) => {{
                let fields = $fields::long().with_year_style(style);
                let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(
                    (&self.0).into(),
                    fields,
                );
                formatter.ok()?.format(&date).to_string()
            }};
        }
        Some(match (month, day) {
            (Some(_), Some(_)) => format!(YMD),
            (Some(_), None) => format!(YM),
            _ => format!(Y),
        })
    }
}
