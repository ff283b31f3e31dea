//! Texts and the passages that are looked for in them.

use crate::{Choices, pieced};
use standpoint::article::{Selector, TextQuote};

const PIECES: [&str; 30] = [
    "the ",
    "port ",
    "stays ",
    "open",
    " ",
    "  ",
    "\n",
    ". ",
    ", ",
    "“",
    "”",
    "\"",
    "’",
    "é",
    "e\u{301}",
    "ﬃ",
    "🙂",
    "\u{ad}",
    "\u{200f}",
    "港",
    "口",
    "开放",
    "ท่าเรือ",
    "الميناء ",
    "ß",
    "İ",
    "a",
    "a",
    "b",
    "\u{a0}",
];

/// A text in blocks, and what is asked of it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The text's language.
    pub language: &'static str,
    /// The text.
    pub blocks: Vec<String>,
    /// What is looked for.
    pub selectors: [Selector; 3],
}

/// A text that repeats itself, of several scripts, with marks and with what is not
/// seen, and passages of the same kind.
pub fn asked(choices: &mut Choices<'_>) -> Asked {
    let language = *choices.one_of(&["en", "zh", "th", "ar"]);
    let blocks = (0..choices.below(5))
        .map(|_| pieced(choices, &PIECES, 14))
        .collect();
    let mut term = || pieced(choices, &PIECES, 4);
    let quote = |exact, prefix, suffix| TextQuote {
        exact,
        prefix,
        suffix,
    };
    let selectors = [
        Selector::Quote(quote(term(), None, None)),
        Selector::Quote(quote(term(), Some(term()), Some(term()))),
        Selector::Range(quote(term(), None, None), quote(term(), None, Some(term()))),
    ];
    Asked {
        language,
        blocks,
        selectors,
    }
}
