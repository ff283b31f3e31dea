//! Where a statement's passage stands in the text of the page around.

use std::str::FromStr;

/// What came of looking for a passage there. Nothing is ever guessed: one that
/// stands at two places is at neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It stands there once, and the page can show it.
    Exact,
    /// It stands there more than once.
    Ambiguous,
    /// It does not stand there.
    NotFound,
}

impl FromStr for Passage {
    type Err = ();

    /// As the element's `resolve` calls it.
    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "exact" => Ok(Self::Exact),
            "ambiguous" => Ok(Self::Ambiguous),
            "not-found" => Ok(Self::NotFound),
            _ => Err(()),
        }
    }
}
