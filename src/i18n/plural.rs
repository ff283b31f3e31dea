//! Which plural form goes with a whole number (Unicode CLDR, cardinal rules).

/// The CLDR category of a whole number in a language.
///
/// The rules are those of the languages that the interface speaks; any other
/// is counted like English.
pub fn plural(language: &str, n: usize) -> &'static str {
    let primary = language.split('-').next().unwrap_or_default();
    let (tens, hundreds) = (n % 10, n % 100);
    match primary {
        "zh" => "other",
        "fr" if n < 2 => "one",
        "ru" | "uk" => match (tens, hundreds) {
            (1, h) if h != 11 => "one",
            (2..=4, h) if !(12..=14).contains(&h) => "few",
            _ => "many",
        },
        "ar" => match (n, hundreds) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        },
        "fr" | "es" if n != 0 && n.is_multiple_of(1_000_000) => "many",
        _ if n == 1 => "one",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn numbers_have_the_forms_of_cldr() {
        for (language, n, form) in [
            ("en", 0, "other"),
            ("en", 1, "one"),
            ("en-GB", 2, "other"),
            ("fr", 0, "one"),
            ("fr", 1_000_000, "many"),
            ("uk", 1, "one"),
            ("uk", 11, "many"),
            ("uk", 22, "few"),
            ("ru", 112, "many"),
            ("ru", 101, "one"),
            ("ar", 0, "zero"),
            ("ar", 2, "two"),
            ("ar", 103, "few"),
            ("ar", 111, "many"),
            ("ar", 100, "other"),
            ("zh", 1, "other"),
        ] {
            assert_eq!(plural(language, n), form, "{n} in {language}");
        }
    }
}
