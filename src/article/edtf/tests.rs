//! What a date may mean, and what is none.

use super::*;

fn span(text: &str) -> (Option<CalendarDay>, Option<CalendarDay>) {
    let date = Edtf::parse(text).unwrap_or_else(|| panic!("{text} is EDTF"));
    (date.earliest(), date.latest())
}

#[test]
fn a_date_spans_the_days_that_it_may_mean() {
    for (text, first, last) in [
        ("2025-03-11", (2025, 3, 11), (2025, 3, 11)),
        ("2025-02~", (2025, 2, 1), (2025, 2, 28)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2022", (2022, 1, 1), (2022, 12, 31)),
        ("202X", (2020, 1, 1), (2029, 12, 31)),
        ("19XX?", (1900, 1, 1), (1999, 12, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30)),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
        ("2001-21", (2001, 3, 1), (2001, 5, 31)),
        ("2001-24", (2001, 12, 1), (2002, 2, 28)),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 15)),
        ("-019X", (-199, 1, 1), (-190, 12, 31)),
        ("Y17000002", (17_000_002, 1, 1), (17_000_002, 12, 31)),
        ("2025-03-11T10:00:00Z", (2025, 3, 11), (2025, 3, 11)),
        ("2022/2024-06", (2022, 1, 1), (2024, 6, 30)),
    ] {
        assert_eq!(span(text), (Some(first), Some(last)), "{text}");
    }
    assert_eq!(span("2022/.."), (Some((2022, 1, 1)), None));
    assert_eq!(span("/2022"), (None, Some((2022, 12, 31))));
}

#[test]
fn what_is_no_edtf_of_level_0_or_1_is_refused() {
    for text in [
        "",
        "yesterday",
        "11.03.2025",
        "2025-3-11",
        "2025-13",
        "2025-02-30",
        "25",
        "2025-03-",
        "2XXX",
        "2025-20",
        "2025-25",
        "201X-03",
        "2025-XX-11",
        "2024/2022",
        "..",
        "/",
        "../..",
        "2025-03-11T25:00:00",
        "2025-03T10:00:00",
        "Y2025",
        "-0000",
        "2025-03-11-01",
        "٢٠٢٥",
        "2022/2023/2024",
        "2025??",
        "[2024,2025]",
    ] {
        assert_eq!(Edtf::parse(text), None, "{text}");
    }
}

#[test]
fn doubt_and_approximation_are_kept() {
    let Form::Date(date) = Edtf::parse("2025-02%").expect("EDTF").form() else {
        panic!("a date")
    };
    assert!(date.uncertain && date.approximate);
}
