//! A date of EDTF in words, no more precise than it is.

use super::Texts;
use crate::article::Edtf;
use crate::article::edtf::{Date, Day, Endpoint, Form, Month};

/// The date as a reader would say it.
pub fn date(texts: &Texts, edtf: &Edtf) -> String {
    match edtf.form() {
        Form::Date(date) => single(texts, date),
        Form::Interval(Endpoint::Date(from), Endpoint::Date(to)) => texts.with(
            "date.between",
            &[("from", &single(texts, from)), ("to", &single(texts, to))],
        ),
        Form::Interval(Endpoint::Date(from), end) => {
            let key = if end == Endpoint::Open {
                "date.since"
            } else {
                "date.from"
            };
            texts.with(key, &[("date", &single(texts, from))])
        }
        Form::Interval(start, Endpoint::Date(to)) => {
            let key = if start == Endpoint::Open {
                "date.until-open"
            } else {
                "date.until"
            };
            texts.with(key, &[("date", &single(texts, to))])
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
    texts.with(key, &[("date", &plain)])
}

fn plain(texts: &Texts, date: Date) -> String {
    let year = year(texts, date);
    match (date.month, date.day) {
        (Some(Month::Number(month)), Some(Day::Number(day))) => {
            let month = texts.get(&format!("month.{month}")).to_owned();
            texts.with(
                "date.day",
                &[("day", &day), ("month", &month), ("year", &year)],
            )
        }
        (Some(Month::Number(month)), _) => {
            let month = texts.get(&format!("month.{month}")).to_owned();
            texts.with("date.month", &[("month", &month), ("year", &year)])
        }
        (Some(Month::Season(season)), _) => {
            let season = texts.get(&format!("season.{season}")).to_owned();
            texts.with("date.season", &[("season", &season), ("year", &year)])
        }
        _ => year,
    }
}

fn year(texts: &Texts, date: Date) -> String {
    match (date.open_digits, date.year) {
        // There is no year 0: astronomical 0 is 1 BCE.
        (0, year) if year <= 0 => texts.with("date.bce", &[("year", &(1 - year))]),
        (1, year) if year > 0 => texts.with("date.decade", &[("year", &year)]),
        (0, year) => texts.with("date.year", &[("year", &year)]),
        (digits, from) => {
            let to = from + 10_i64.pow(u32::from(digits)) - 1;
            texts.with("date.century", &[("from", &from), ("to", &to)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vague_date_stays_vague() {
        let texts = Texts::english();
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
            ("-0043", "44 BCE"),
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
