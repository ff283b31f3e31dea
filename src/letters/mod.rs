//! Letters as Unicode's tables have them: by JavaScript in a browser, whose tables
//! every reader has already, and natively by ICU4X.

use crate::anchoring::Loose;
use std::cmp::Ordering;

#[cfg_attr(target_arch = "wasm32", path = "intl.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "icu.rs")]
mod platform;

thread_local! {
    /// What letters are the same is the same in every comparison.
    static LOOSE: Loose<platform::Tables> = Loose::default();
}

/// Asks about texts as a reader searches them.
pub(crate) fn loosely<T>(ask: impl FnOnce(&Loose<platform::Tables>) -> T) -> T {
    LOOSE.with(ask)
}

/// Which of two names comes first in a list, without regard to case and accents.
pub(crate) fn compare(one: &str, other: &str) -> Ordering {
    loosely(|loose| loose.compare(one, other))
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn names_are_in_alphabetical_order() {
        let mut names = [
            "Žagar",
            "zaun",
            "Ähre",
            "Österreich",
            "apple",
            "Оля",
            "Ёлка",
            "Жук",
        ];
        names.sort_by(|one, other| compare(one, other));
        let sorted = [
            "Ähre",
            "apple",
            "Österreich",
            "Žagar",
            "zaun",
            "Ёлка",
            "Жук",
            "Оля",
        ];
        assert_eq!(names, sorted);
    }
}
