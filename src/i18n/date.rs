//! A date of EDTF in words, no more precise than it is.

use super::Texts;
use crate::article::Edtf;
use crate::article::edtf::{Date, Day, Endpoint, Form, Month};

/// The date as a reader would say it.
pub fn date(texts: &Texts, edtf: &Edtf) -> String {
    if let Some(known) = texts.dates.borrow().get(edtf.as_str()) {
        return known.clone();
    }
    let words = in_words(texts, edtf);
    let mut dates = texts.dates.borrow_mut();
    dates.insert(edtf.as_str().to_owned(), words.clone());
    words
}

fn in_words(texts: &Texts, edtf: &Edtf) -> String {
    match edtf.form() {
        Form::Date(date) => single(texts, date),
        Form::Interval(Endpoint::Date(from), Endpoint::Date(to)) => texts.with(
            "date.between",
            &[
                ("from", (&single(texts, from)).into()),
                ("to", (&single(texts, to)).into()),
            ],
        ),
        Form::Interval(Endpoint::Date(from), end) => {
            let key = if end == Endpoint::Open {
                "date.since"
            } else {
                "date.from"
            };
            texts.with(key, &[("date", (&single(texts, from)).into())])
        }
        Form::Interval(start, Endpoint::Date(to)) => {
            let key = if start == Endpoint::Open {
                "date.until-open"
            } else {
                "date.until"
            };
            texts.with(key, &[("date", (&single(texts, to)).into())])
        }
        Form::Interval(..) => edtf.to_string(),
    }
}

fn single(texts: &Texts, date: Date) -> String {
    let plain = plain(texts, date);
    let key = match (date.uncertain, date.approximate) {
        (false, false) => return plain,
        (false, true) => "date.about",
        (true, false) => "date.uncertain",
        (true, true) => "date.uncertain-about",
    };
    texts.with(key, &[("date", (&plain).into())])
}

fn plain(texts: &Texts, date: Date) -> String {
    match (date.month, date.day) {
        _ if date.open_digits > 0 => years(texts, date),
        (Some(Month::Number(month)), Some(Day::Number(day))) => {
            gregorian(texts, date.year, Some(month), Some(day))
        }
        (Some(Month::Number(month)), _) => gregorian(texts, date.year, Some(month), None),
        (Some(Month::Season(season)), _) => {
            let season = texts.get(SEASONS[usize::from(season - 21) % 4]);
            let year = gregorian(texts, date.year, None, None);
            texts.with(
                "date.season",
                &[("season", season.into()), ("year", (&year).into())],
            )
        }
        _ => gregorian(texts, date.year, None, None),
    }
}

pub(super) fn year(texts: &Texts, year: i64) -> String {
    gregorian(texts, year, None, None)
}

/// No calendar of a browser goes further than some 270,000 years.
fn gregorian(texts: &Texts, year: i64, month: Option<u8>, day: Option<u8>) -> String {
    if (-200_000..=200_000).contains(&year) {
        texts.locale.date(year, month, day)
    } else {
        texts.locale.number(year, false)
    }
}

/// By their numbers in EDTF, from 21 on.
const SEASONS: [&str; 4] = ["season.21", "season.22", "season.23", "season.24"];

/// A year whose last digits are open.
fn years(texts: &Texts, date: Date) -> String {
    let number = |year| texts.locale.number(year, false);
    if date.open_digits == 1 && date.year > 0 {
        return texts.with("date.decade", &[("year", (&number(date.year)).into())]);
    }
    let last = date.year + 10_i64.pow(u32::from(date.open_digits)) - 1;
    // Before the first year each is named by its era, as a single one is.
    let (key, from, to) = if date.year > 0 {
        ("date.century", number(date.year), number(last))
    } else {
        ("date.between", year(texts, date.year), year(texts, last))
    };
    texts.with(key, &[("from", (&from).into()), ("to", (&to).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vague_date_stays_vague() {
        let texts = Texts::english("en-GB");
        for (edtf, words) in [
            ("2025-03-11", "11 March 2025"),
            ("2025-03-11~", "about 11 March 2025"),
            ("2025-02~", "about February 2025"),
            ("2024-06", "June 2024"),
            ("2022", "2022"),
            ("2022?", "perhaps 2022"),
            ("201X", "the 2010s"),
            ("19XX", "the years 1900 to 1999"),
            ("2004-XX", "2004"),
            ("2001-21", "spring 2001"),
            ("-0043", "44 BC"),
            ("-004X", "50 BC to 41 BC"),
            ("-03XX", "400 BC to 301 BC"),
            ("-00XX", "100 BC to 1 BC"),
            ("000X", "1 BC to 9"),
            ("Y170000002", "170000002"),
            ("/2025-03-11", "until 11 March 2025, beginning unknown"),
            ("../2025", "until 2025"),
            ("2022/..", "since 2022"),
            ("2022/", "from 2022, end unknown"),
            ("2022/2024-06", "2022 to June 2024"),
        ] {
            let parsed = Edtf::parse(edtf).expect(edtf);
            assert_eq!(date(&texts, &parsed), words, "{edtf}");
        }
    }
}
