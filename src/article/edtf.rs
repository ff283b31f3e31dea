//! Dates as vague as the article's: the Extended Date/Time Format, levels 0
//! and 1 (ISO 8601-2:2019, annex A; <https://www.loc.gov/standards/datetime/>).
//!
//! A date is kept as it was written and knows the first and the last day that
//! it may mean, which is what sorting and drawing need.

use std::fmt;

/// A date or an interval in EDTF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    text: String,
    form: Form,
}

/// What an EDTF string describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One date, however precise.
    Date(Date),
    /// From one to another.
    Interval(Endpoint, Endpoint),
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endpoint {
    /// A date.
    Date(Date),
    /// `..`: no end at all.
    Open,
    /// Nothing written: there is an end, but it is not known.
    Unknown,
}

/// A calendar date with what is left open in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Astronomical year; with unspecified digits, the lowest year meant.
    pub year: i64,
    /// How many of the year's last digits are unspecified (`201X`: 1).
    pub open_digits: u8,
    /// The month or the season.
    pub month: Option<Month>,
    /// The day of the month.
    pub day: Option<Day>,
    /// `?` or `%`: the source is not sure.
    pub uncertain: bool,
    /// `~` or `%`: the source says “about”.
    pub approximate: bool,
}

/// The second part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// 1 to 12.
    Number(u8),
    /// 21 spring, 22 summer, 23 autumn, 24 winter; of the southern hemisphere, as
    /// level 2 numbers them, 29 to 32.
    Season(u8),
    /// `XX`.
    Open,
}

/// The third part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// 1 to 31, as the month allows.
    Number(u8),
    /// `XX`.
    Open,
}

/// A day of the proleptic Gregorian calendar: year, month, day.
pub type CalendarDay = (i64, u8, u8);

impl Edtf {
    /// Reads a date of level 0 or 1; `None` for anything else, and for an
    /// interval that ends before it begins.
    pub fn parse(text: &str) -> Option<Self> {
        let form = match text.split_once('/') {
            None => Form::Date(Date::parse(text)?),
            Some((start, end)) => interval(Endpoint::parse(start)?, Endpoint::parse(end)?)?,
        };
        Some(Self {
            text: text.to_owned(),
            form,
        })
    }

    /// A stand-in where a date could not be read and that has been reported.
    pub(super) fn unreadable() -> Self {
        Self {
            text: String::new(),
            form: Form::Interval(Endpoint::Unknown, Endpoint::Unknown),
        }
    }

    /// The date as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it describes.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The same date in a text from south of the equator, where a summer begins in
    /// December.
    pub(super) fn turn_season(&mut self) {
        let turn = |date: &mut Date| {
            if let Some(Month::Season(season @ ..=24)) = &mut date.month {
                *season += 8;
            }
        };
        match &mut self.form {
            Form::Date(date) => turn(date),
            Form::Interval(start, end) => {
                for end in [start, end] {
                    if let Endpoint::Date(date) = end {
                        turn(date);
                    }
                }
            }
        }
    }

    /// The first day it may mean; `None` when it has no known beginning.
    pub fn earliest(&self) -> Option<CalendarDay> {
        match self.form {
            Form::Date(date) | Form::Interval(Endpoint::Date(date), _) => Some(date.earliest()),
            Form::Interval(..) => None,
        }
    }

    /// The last day it may mean; `None` when it has no known end.
    pub fn latest(&self) -> Option<CalendarDay> {
        match self.form {
            Form::Date(date) | Form::Interval(_, Endpoint::Date(date)) => Some(date.latest()),
            Form::Interval(..) => None,
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn interval(start: Endpoint, end: Endpoint) -> Option<Form> {
    let ordered = match (start, end) {
        (Endpoint::Date(a), Endpoint::Date(b)) => a.earliest() <= b.latest(),
        (Endpoint::Date(_), _) | (_, Endpoint::Date(_)) => true,
        // Without a single date it says nothing.
        _ => false,
    };
    ordered.then_some(Form::Interval(start, end))
}

impl Endpoint {
    fn parse(text: &str) -> Option<Self> {
        match text {
            ".." => Some(Self::Open),
            "" => Some(Self::Unknown),
            // An interval runs from day to day, not from hour to hour.
            _ if text.contains('T') => None,
            _ => Date::parse(text).map(Self::Date),
        }
    }
}

impl Date {
    fn parse(text: &str) -> Option<Self> {
        if !text.is_ascii() {
            return None;
        }
        if let Some((date, time)) = text.split_once('T') {
            let date = Self::parse(date)?;
            let whole = matches!(
                (date.month, date.day),
                (Some(Month::Number(_)), Some(Day::Number(_)))
            );
            return (whole
                && date.open_digits == 0
                && !date.uncertain
                && !date.approximate
                && is_time(time))
            .then_some(date);
        }
        let (text, uncertain, approximate) = match text.as_bytes().last()? {
            b'?' => (&text[..text.len() - 1], true, false),
            b'~' => (&text[..text.len() - 1], false, true),
            b'%' => (&text[..text.len() - 1], true, true),
            _ => (text, false, false),
        };
        if let Some(long) = text.strip_prefix('Y') {
            let digits = long.strip_prefix('-').unwrap_or(long);
            let long_enough = (5..=15).contains(&digits.len()) && !digits.starts_with('0');
            let year = (long_enough && all_digits(digits)).then(|| long.parse().ok())??;
            return Some(Self {
                year,
                open_digits: 0,
                month: None,
                day: None,
                uncertain,
                approximate,
            });
        }
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut parts = rest.split('-');
        let (year, open_digits) = year(parts.next()?, negative)?;
        let month = parts
            .next()
            .map(month)
            .map_or(Some(None), |m| m.map(Some))?;
        let day = parts.next().map(day).map_or(Some(None), |d| d.map(Some))?;
        if parts.next().is_some() {
            return None;
        }
        let date = Self {
            year,
            open_digits,
            month,
            day,
            uncertain,
            approximate,
        };
        date.is_consistent().then_some(date)
    }

    fn is_consistent(&self) -> bool {
        match (self.month, self.day) {
            (_, None) => self.open_digits == 0 || self.month.is_none(),
            (Some(Month::Number(month)), Some(Day::Number(day))) => {
                self.open_digits == 0 && (1..=days_in(self.year, month)).contains(&day)
            }
            (Some(Month::Number(_) | Month::Open), Some(Day::Open)) => self.open_digits == 0,
            _ => false,
        }
    }

    /// The first day that the date may mean.
    pub fn earliest(&self) -> CalendarDay {
        let (year, month) = match self.month {
            None | Some(Month::Open) => (self.year, 1),
            Some(Month::Number(month)) => (self.year, month),
            Some(Month::Season(season)) => (self.year, first_month(season)),
        };
        match self.day {
            Some(Day::Number(day)) => (year, month, day),
            _ => (year, month, 1),
        }
    }

    /// The last day that the date may mean.
    pub fn latest(&self) -> CalendarDay {
        let (year, month) = match self.month {
            None | Some(Month::Open) => (self.last_year(), 12),
            Some(Month::Number(month)) => (self.year, month),
            Some(Month::Season(season)) => match first_month(season) {
                12 => (self.year + 1, 2),
                month => (self.year, month + 2),
            },
        };
        match self.day {
            Some(Day::Number(day)) => (year, month, day),
            _ => (year, month, days_in(year, month)),
        }
    }

    fn last_year(&self) -> i64 {
        self.year + 10_i64.pow(u32::from(self.open_digits)) - 1
    }
}

/// Where a season begins, as meteorologists have it: enough to put them in order.
fn first_month(season: u8) -> u8 {
    match season {
        21 | 31 => 3,
        22 | 32 => 6,
        23 | 29 => 9,
        _ => 12,
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The lowest year meant, and how many last digits are open.
fn year(text: &str, negative: bool) -> Option<(i64, u8)> {
    if text.len() != 4 {
        return None;
    }
    let digits = text.trim_end_matches('X');
    let open = u8::try_from(4 - digits.len()).ok()?;
    if open > 2 || !all_digits(digits) {
        return None;
    }
    let scale = 10_i64.pow(u32::from(open));
    let lowest = digits.parse::<i64>().ok()? * scale;
    match negative {
        false => Some((lowest, open)),
        true if lowest == 0 && open == 0 => None,
        true => Some((-(lowest + scale - 1), open)),
    }
}

fn month(text: &str) -> Option<Month> {
    match two(text)? {
        None => Some(Month::Open),
        Some(n @ 1..=12) => Some(Month::Number(n)),
        Some(n @ 21..=24) => Some(Month::Season(n)),
        _ => None,
    }
}

fn day(text: &str) -> Option<Day> {
    match two(text)? {
        None => Some(Day::Open),
        Some(n @ 1..=31) => Some(Day::Number(n)),
        _ => None,
    }
}

/// Two digits, or `XX` as an inner `None`.
fn two(text: &str) -> Option<Option<u8>> {
    match text {
        "XX" => Some(None),
        _ if text.len() == 2 && all_digits(text) => text.parse().ok().map(Some),
        _ => None,
    }
}

/// `hh:mm:ss` with an optional `Z`, `±hh` or `±hh:mm`.
fn is_time(text: &str) -> bool {
    let Some((clock, zone)) = text.split_at_checked(8) else {
        return false;
    };
    let in_range =
        |part: Option<&str>, max: u8| part.and_then(two).flatten().is_some_and(|n| n <= max);
    let mut parts = clock.split(':');
    let clock_ok = in_range(parts.next(), 23)
        && in_range(parts.next(), 59)
        && in_range(parts.next(), 59)
        && parts.next().is_none();
    let zone_ok = match zone.strip_prefix(['+', '-']) {
        None => zone.is_empty() || zone == "Z",
        Some(offset) => {
            let mut parts = offset.split(':');
            in_range(parts.next(), 14)
                && parts
                    .next()
                    .is_none_or(|minutes| in_range(Some(minutes), 59))
                && parts.next().is_none()
        }
    };
    clock_ok && zone_ok
}

fn days_in(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests;
