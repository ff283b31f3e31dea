//! Our reader of EDTF against the crate `edtf`, which was written from the same
//! specification by others (<https://www.loc.gov/standards/datetime/>, levels 0
//! and 1). Both must take the same strings and mean the same by them, save for
//! the differences that are named and justified here.
#![cfg(not(target_arch = "wasm32"))]

use edtf::level_1::{Certainty, Date as TheirDate, Edtf as Theirs, Precision, Season, Terminal};
use proptest::prelude::*;
use standpoint::article::Edtf;
use standpoint::article::edtf::{Date, Day, Endpoint, Form, Month};

/// Where the two differ on purpose.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Difference {
    /// We take `Y17000~` and `Y17000/..`. The specification lets a qualifier
    /// follow any date and makes intervals of dates, and a year with `Y` is one.
    YearWithYIsADate,
    /// We take `-00XX`, the century before year 0. The specification forbids
    /// nothing about unspecified digits in a negative year.
    FirstNegativeYears,
    /// We take a time in a negative year; level 1 lets years be negative.
    TimeInNegativeYear,
    /// They take `23:59:60`. No article dates anything by a leap second, and a
    /// stray 60 is a slip of the pen.
    LeapSecond,
    /// They take shifts from UTC of up to 23:59. There is none beyond +14:00.
    ShiftBeyondAnyZone,
    /// They take an interval that ends before it begins. ISO 8601-1 knows an
    /// interval by its start and its end, in this order.
    EndsBeforeItBegins,
    /// They take `2001-21-XX`, an unspecified day of a spring. The specification
    /// puts a season into a year-and-month string, and has `XX` for the day only
    /// where a month is; theirs looks like an oversight, for `2001-21-05` they
    /// refuse.
    DayOfSeason,
    /// They take a year of up to 18 digits, we of up to 15.
    BeyondAllYears,
}

/// Finds the difference that explains why only one of the two takes a text.
fn difference(text: &str, ours: bool) -> Option<Difference> {
    use Difference::*;
    let has_long_year = text.contains('Y');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if ours {
        return match text {
            _ if has_long_year && text.contains(['?', '~', '%', '/']) => Some(YearWithYIsADate),
            _ if text.contains("-00XX") || text.contains("-000X") => Some(FirstNegativeYears),
            _ if text.starts_with('-') && text.contains('T') => Some(TimeInNegativeYear),
            _ => None,
        };
    }
    match text {
        _ if has_long_year && digits > 15 => Some(BeyondAllYears),
        _ if text.contains("T23:59:60") => Some(LeapSecond),
        _ if shift_hours(text).is_some_and(|hours| (15..=23).contains(&hours)) => {
            Some(ShiftBeyondAnyZone)
        }
        _ if has_day_of_season(text) => Some(DayOfSeason),
        _ if is_reversed(text) => Some(EndsBeforeItBegins),
        _ => None,
    }
}

fn shift_hours(text: &str) -> Option<u8> {
    let (_, time) = text.split_once('T')?;
    let at = time.find(['+', '-'])?;
    time.get(at + 1..at + 3)?.parse().ok()
}

fn has_day_of_season(text: &str) -> bool {
    text.split('/').any(|date| {
        let date = date
            .trim_start_matches('-')
            .trim_end_matches(['?', '~', '%']);
        matches!(
            date.split('-').collect::<Vec<_>>()[..],
            [_, "21" | "22" | "23" | "24", "XX"]
        )
    })
}

fn is_reversed(text: &str) -> bool {
    let Some((start, end)) = text.split_once('/') else {
        return false;
    };
    let (Some(start), Some(end)) = (Edtf::parse(start), Edtf::parse(end)) else {
        return false;
    };
    start.earliest() > end.latest()
}

/// What they mean, in our words.
fn meaning(theirs: &Theirs) -> Form {
    let end = |terminal: Terminal| match terminal {
        Terminal::Open => Endpoint::Open,
        Terminal::Unknown => Endpoint::Unknown,
    };
    match *theirs {
        Theirs::Date(date) => Form::Date(date_of(date)),
        Theirs::DateTime(moment) => Form::Date(date_of(TheirDate::from_complete(moment.date()))),
        Theirs::YYear(year) => Form::Date(plain(year.year(), 0, None, None)),
        Theirs::Interval(start, stop) => Form::Interval(
            Endpoint::Date(date_of(start)),
            Endpoint::Date(date_of(stop)),
        ),
        Theirs::IntervalFrom(start, stop) => {
            Form::Interval(Endpoint::Date(date_of(start)), end(stop))
        }
        Theirs::IntervalTo(start, stop) => {
            Form::Interval(end(start), Endpoint::Date(date_of(stop)))
        }
    }
}

fn date_of(theirs: TheirDate) -> Date {
    let (precision, certainty) = theirs.precision_certainty();
    let month = |month: u32| Some(Month::Number(u8::try_from(month).expect("a month")));
    let date = match precision {
        Precision::Century(year) => plain(lowest(year, 100), 2, None, None),
        Precision::Decade(year) => plain(lowest(year, 10), 1, None, None),
        Precision::Year(year) => plain(year.into(), 0, None, None),
        Precision::Season(year, season) => {
            let season = match season {
                Season::Spring => 21,
                Season::Summer => 22,
                Season::Autumn => 23,
                Season::Winter => 24,
            };
            plain(year.into(), 0, Some(Month::Season(season)), None)
        }
        Precision::Month(year, m) => plain(year.into(), 0, month(m), None),
        Precision::Day(year, m, day) => {
            let day = Day::Number(u8::try_from(day).expect("a day"));
            plain(year.into(), 0, month(m), Some(day))
        }
        Precision::MonthOfYear(year) => plain(year.into(), 0, Some(Month::Open), None),
        Precision::DayOfYear(year) => plain(year.into(), 0, Some(Month::Open), Some(Day::Open)),
        Precision::DayOfMonth(year, m) => plain(year.into(), 0, month(m), Some(Day::Open)),
    };
    Date {
        uncertain: matches!(
            certainty,
            Certainty::Uncertain | Certainty::ApproximateUncertain
        ),
        approximate: matches!(
            certainty,
            Certainty::Approximate | Certainty::ApproximateUncertain
        ),
        ..date
    }
}

/// They name a decade by its digits, we by its lowest year.
fn lowest(year: i32, years: i64) -> i64 {
    let year = i64::from(year);
    if year < 0 { year - (years - 1) } else { year }
}

fn plain(year: i64, open_digits: u8, month: Option<Month>, day: Option<Day>) -> Date {
    Date {
        year,
        open_digits,
        month,
        day,
        uncertain: false,
        approximate: false,
    }
}

fn compare(text: &str) -> Result<(), TestCaseError> {
    match (Edtf::parse(text), Theirs::parse(text)) {
        (Some(ours), Ok(theirs)) => {
            prop_assert_eq!(ours.form(), meaning(&theirs), "{}", text);
            prop_assert_eq!(ours.as_str(), text);
        }
        (None, Err(_)) => {}
        (ours, _) => {
            let ours = ours.is_some();
            prop_assert!(
                difference(text, ours).is_some(),
                "{text}: do we take it? {ours}"
            );
        }
    }
    Ok(())
}

fn pick(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(texts).prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = String> {
    let years = &[
        "0000", "-0000", "-0001", "0004", "1900", "-0400", "99X", "XXXX", "2XXX",
    ];
    let year = prop_oneof![
        4 => "(19|20)[0-9]{2}",
        2 => "-?[0-9]{4}",
        1 => "-?[0-9]{3}X|-?[0-9]{2}XX",
        1 => "Y-?[0-9]{3,18}",
        1 => pick(years),
    ];
    let month = prop_oneof![
        2 => Just(String::new()),
        4 => "-(0[1-9]|1[0-2])",
        2 => "-2[0-5]",
        1 => pick(&["-00", "-13", "-XX", "-X1", "-1X", "-1"]),
    ];
    let day = prop_oneof![
        3 => Just(String::new()),
        3 => "-(0[1-9]|[12][0-9]|3[01])",
        1 => pick(&["-00", "-28", "-29", "-30", "-31", "-32", "-XX", "-1X", "-5"]),
    ];
    let mark = pick(&["", "", "", "?", "~", "%", "??", "?~"]);
    (year, month, day, mark).prop_map(|(y, m, d, q)| y + &m + &d + &q)
}

fn moment() -> impl Strategy<Value = String> {
    let clock = prop_oneof![
        3 => "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]",
        1 => pick(&["23:59:60", "22:59:60", "24:00:00", "12:60:00", "12:00", "12:00:61", "1:02:03"]),
    ];
    let zone = prop_oneof![
        2 => pick(&["", "Z"]),
        2 => "[+-](0[0-9]|1[0-9]|2[0-4])",
        2 => "[+-](0[0-9]|1[0-9]|2[0-4]):[0-6][0-9]",
        1 => pick(&["z", "+", "+4", "+0430", "Z?", "+14:30", "-00:00"]),
    ];
    (date(), clock, zone).prop_map(|(date, clock, zone)| format!("{date}T{clock}{zone}"))
}

fn interval() -> impl Strategy<Value = String> {
    let end = || {
        prop_oneof![
            6 => date(),
            1 => pick(&["", "..", ".", "...", "open", "unknown", "X", "*"]),
            1 => moment(),
        ]
    };
    (end(), end()).prop_map(|(start, end)| format!("{start}/{end}"))
}

/// No file of failures is kept: what was found belongs in a test of its own.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn text() -> impl Strategy<Value = String> {
    let whole = prop_oneof![4 => date(), 2 => moment(), 4 => interval()];
    // A slip of the pen: a character more, less or other.
    let slip = (
        any::<prop::sample::Index>(),
        0..4_u8,
        "[-0-9X/.?~%TZ:+YE \u{660}é\\[{}]",
    );
    (whole, prop::option::of(slip)).prop_map(|(text, slip)| {
        let Some((index, how, other)) = slip else {
            return text;
        };
        let mut characters: Vec<char> = text.chars().collect();
        let other = other.chars().next().expect("one");
        let at = index.index(characters.len() + 1);
        match how {
            0 if at < characters.len() => drop(characters.remove(at)),
            1 if at < characters.len() => characters[at] = other,
            _ => characters.insert(at, other),
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn both_take_the_same_dates_and_mean_the_same(text in text()) {
        compare(&text)?;
    }

    #[test]
    fn a_span_begins_before_it_ends(text in text()) {
        if let Some(date) = Edtf::parse(&text)
            && let (Some(first), Some(last)) = (date.earliest(), date.latest())
        {
            prop_assert!(first <= last, "{text}");
        }
    }
}

#[test]
fn both_know_the_calendar() {
    for year in (1895..1905)
        .chain(1999..2009)
        .chain(2099..2101)
        .chain([0, 4, 100, 400])
    {
        for month in 0..=26 {
            compare(&format!("{year:04}-{month:02}")).expect("the same");
            for day in 0..=32 {
                compare(&format!("{year:04}-{month:02}-{day:02}")).expect("the same");
                compare(&format!("-{year:04}-{month:02}-{day:02}%")).expect("the same");
            }
        }
    }
}

#[test]
fn the_differences_are_these_and_no_others() {
    use Difference::*;
    for (text, ours, expected) in [
        ("Y17000~", true, YearWithYIsADate),
        ("Y-17000/..", true, YearWithYIsADate),
        ("-00XX", true, FirstNegativeYears),
        ("-000X?", true, FirstNegativeYears),
        ("-0044-03-15T10:00:00", true, TimeInNegativeYear),
        ("2016-12-31T23:59:60Z", false, LeapSecond),
        ("2016-12-31T12:00:00+15:00", false, ShiftBeyondAnyZone),
        ("2016-12-31T12:00:00-23", false, ShiftBeyondAnyZone),
        ("2024/2022", false, EndsBeforeItBegins),
        ("2001-21-XX", false, DayOfSeason),
        ("Y1234567890123456", false, BeyondAllYears),
    ] {
        assert_eq!(Edtf::parse(text).is_some(), ours, "{text}");
        assert_eq!(Theirs::parse(text).is_ok(), !ours, "{text}");
        assert_eq!(difference(text, ours), Some(expected), "{text}");
    }
}

/// The examples of the specification, levels 0 and 1; and some of level 2,
/// which a document may not use.
#[test]
fn the_examples_of_the_specification() {
    const TAKEN: &str = "1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z \
        1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 \
        2004-02-01/2005-02 2004-02-01/2005 2005/2006-02 Y170000002 Y-170000002 2001-21 1984? \
        2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX 1985-04-12/.. 1985-04/.. \
        1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 \
        /1985 1984~/2004-06 1984/2004-06~ 1984~/2004~ 1984?/2004% 1984-06-02?/2004-08-08~ -1985";
    const REFUSED: &str = "Y-17E7 1950S2 2001-34 [1667,1668] {1960,1961-12} 2004-06-~11 \
        ?2004-06 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 2004-06-~01/2004-06-~20";
    for text in TAKEN.split_whitespace() {
        assert!(Edtf::parse(text).is_some(), "{text}");
        compare(text).expect("the same");
    }
    for text in REFUSED.split_whitespace() {
        assert!(Edtf::parse(text).is_none(), "{text}");
        compare(text).expect("the same");
    }
}
