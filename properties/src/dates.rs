//! A few dates, with what they mean, written by hand: nothing here asks the
//! product's own reader of EDTF.

/// A day of the calendar.
pub type Day = (i64, u8, u8);

/// A date that documents are made with.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// As a document has it.
    pub edtf: &'static str,
    /// The first day that it may mean.
    pub earliest: Option<Day>,
    /// The last day that it may mean.
    pub latest: Option<Day>,
    /// In English.
    pub words: &'static str,
}

const fn known(
    edtf: &'static str,
    earliest: Option<Day>,
    latest: Option<Day>,
    words: &'static str,
) -> Known {
    Known {
        edtf,
        earliest,
        latest,
        words,
    }
}

/// The dates; some mean the same days.
pub const DATES: [Known; 12] = [
    known(
        "2024-01-05",
        Some((2024, 1, 5)),
        Some((2024, 1, 5)),
        "January 5, 2024",
    ),
    known("2020", Some((2020, 1, 1)), Some((2020, 12, 31)), "2020"),
    known(
        "2020?",
        Some((2020, 1, 1)),
        Some((2020, 12, 31)),
        "perhaps 2020",
    ),
    known(
        "2020-02",
        Some((2020, 2, 1)),
        Some((2020, 2, 29)),
        "February 2020",
    ),
    known(
        "2021-03-04",
        Some((2021, 3, 4)),
        Some((2021, 3, 4)),
        "March 4, 2021",
    ),
    known(
        "2021~",
        Some((2021, 1, 1)),
        Some((2021, 12, 31)),
        "about 2021",
    ),
    known(
        "2022/2023",
        Some((2022, 1, 1)),
        Some((2023, 12, 31)),
        "2022 to 2023",
    ),
    known("2023/..", Some((2023, 1, 1)), None, "since 2023"),
    known("../2019", None, Some((2019, 12, 31)), "until 2019"),
    known(
        "/2018",
        None,
        Some((2018, 12, 31)),
        "until 2018, beginning unknown",
    ),
    known(
        "201X",
        Some((2010, 1, 1)),
        Some((2019, 12, 31)),
        "the 2010s",
    ),
    known(
        "2024-01-05T12:00:00Z",
        Some((2024, 1, 5)),
        Some((2024, 1, 5)),
        "January 5, 2024",
    ),
];

/// What is known of a date.
///
/// # Panics
/// When it is none of [`DATES`].
pub fn of(edtf: &str) -> &'static Known {
    let found = DATES.iter().find(|known| known.edtf == edtf);
    found.unwrap_or_else(|| panic!("{edtf} is none of the dates that are known"))
}
