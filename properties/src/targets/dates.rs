//! Dates of EDTF.

use crate::{Choices, pieced};
use standpoint::article::Edtf;
use standpoint::article::edtf::CalendarDay;
use standpoint::comparison::day_number;
use standpoint::i18n::{LANGUAGES, Texts, date};

const PIECES: [&str; 30] = [
    "2024", "19", "20", "0", "1", "2", "3", "9", "-", "-", "-", "-02", "-12", "-31", "-29", "-21",
    "X", "XX", "/", "..", "?", "~", "%", "Y", "T23:59", ":00", "Z", "+14:00", "-0001", "٤",
];

thread_local!(static TEXTS: Vec<Texts> = LANGUAGES.iter().map(|(tag, _)| Texts::nearest(tag)).collect());

/// What is read is kept as it was written, is read again the same, begins no later
/// than it ends, on days that there are, and has words in every language.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let text = match choices.once_in(4) {
        true => choices.text(),
        false => pieced(&mut choices, &PIECES, 12),
    };
    let Some(read) = Edtf::parse(&text) else {
        return;
    };
    assert_eq!(read.as_str(), text);
    assert_eq!(Edtf::parse(&read.to_string()).as_ref(), Some(&read));
    let days = [read.earliest(), read.latest()];
    days.into_iter().flatten().for_each(is_a_day);
    if let [Some(earliest), Some(latest)] = days {
        assert!(earliest <= latest, "{text}: {earliest:?} to {latest:?}");
        assert!(day_number(earliest) <= day_number(latest), "{text}");
    }
    TEXTS.with(|texts| {
        for texts in texts {
            assert!(
                !date(texts, &read).trim().is_empty(),
                "{text} in {}",
                texts.language()
            );
        }
    });
}

fn is_a_day((year, month, day): CalendarDay) {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    assert!((1..=days).contains(&day), "{year}-{month}-{day}");
}
