//! Where a selector's words stand in a text: once, more than once, or not.
//!
//! The rules are those of the text fragment specification
//! (<https://wicg.github.io/scroll-to-text-fragment/>, called “the
//! specification” from here on), so that a passage that is found here is also
//! found by a `#:~:text=` link. We differ from it on purpose in three points:
//!
//! - It takes the first match. Here, two places that match are [ambiguous][a]:
//!   nobody said which is meant.
//! - It compares base letters only, without case and accents. Here letters are
//!   letters, because a quotation is verbatim.
//! - What only looks otherwise is the same nevertheless: [`Folded`] says what.
//!
//! The text comes as it stands in its pieces, with the places at which blocks
//! (paragraphs, list items, cells) end; [`Index`] knows nothing of where it is
//! from, and answers with places in it, in UTF-16 units, as a DOM counts. What
//! depends on a language or on Unicode's tables, [`Language`] and [`Letters`] ask whoever knows it: ECMAScript's
//! `Intl` in a browser, ICU4X natively.
//!
//! [a]: Anchoring::Ambiguous

mod describe;
mod directive;
mod fold;
#[cfg(not(target_arch = "wasm32"))]
mod icu;
mod index;
mod loose;
mod parse;
mod quotation;
mod seen;

pub use describe::{Described, Undescribable};
pub use directive::{to_directive, to_directives};
pub use fold::Folded;
#[cfg(not(target_arch = "wasm32"))]
pub use icu::Icu;
pub use index::Index;
pub use loose::{Alike, Key, Loose};
pub use parse::{Malformed, parse_directives};
pub use quotation::{digest, is_verbatim, joined, strangers};

use crate::unicode::nfkc;
use std::ops::Range;

/// What Unicode's tables know.
pub trait Letters {
    /// The text in Unicode's normal form KC.
    fn nfkc(&self, text: &str) -> String {
        nfkc(text)
    }
}

/// What a text's language knows.
pub trait Language: Letters {
    /// Whether a word may begin or end at that place of a text, which is none of
    /// its ends. Texts are given in UTF-16; one that is asked about again comes
    /// with the same number.
    fn is_word_boundary(&self, number: usize, text: &[u16], at: usize) -> bool;
}

/// What came of looking for a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchoring {
    /// It stands there once: from here to there, in UTF-16 units of the text.
    Exact(Range<usize>),
    /// So it does, but the words there are not those that the document remembers
    /// or quotes.
    Changed(Range<usize>),
    /// It stands there more than once, and nothing says which is meant.
    Ambiguous(Vec<Range<usize>>),
    /// It does not stand there.
    NotFound,
}
