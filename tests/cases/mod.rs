//! The documents of `tests/documents/`, for the native tests and for those in
//! the browser, which has no folders to read. `tests/documents.rs` holds this
//! list against the folders.

#![allow(dead_code, reason = "not every test needs all of it")]

/// A document and what the reader must say of it.
pub(crate) struct Case {
    /// The file's name without its folder and ending.
    pub(crate) name: &'static str,
    /// The document.
    pub(crate) json: &'static str,
    /// The expected problems, one a line; empty for a good document.
    pub(crate) expected: &'static str,
}

macro_rules! good {
    ($($name:literal,)*) => {
        &[$(Case {
            name: $name,
            json: include_str!(concat!("../documents/good/", $name, ".json")),
            expected: "",
        }),*]
    };
}

macro_rules! bad {
    ($($name:literal,)*) => {
        &[$(Case {
            name: $name,
            json: include_str!(concat!("../documents/bad/", $name, ".json")),
            expected: include_str!(concat!("../documents/bad/", $name, ".expected.txt")),
        }),*]
    };
}

/// Documents with nothing wrong in them.
pub(crate) const GOOD: &[Case] = good![
    "arabic",
    "default-scale",
    "duplicate-key",
    "everything",
    "minimal",
    "numbers",
    "unicode",
    "x-fields",
];

/// Documents with mistakes in them, and all that is to be said of these.
pub(crate) const BAD: &[Case] = bad![
    "addresses",
    "bad-ids",
    "blank-texts",
    "dates",
    "duplicate-ids",
    "empty-lists",
    "empty-object",
    "format",
    "forms",
    "many-at-once",
    "misspelt-fields",
    "no-statement",
    "not-an-object",
    "not-one-of",
    "null-document",
    "null-is-not-missing",
    "numbers",
    "once-missing-lists",
    "once-misspelt-id",
    "once-no-objects",
    "once-paragraphs",
    "once-people",
    "once-quotation",
    "once-references",
    "once-scale",
    "paragraphs",
    "quotations",
    "repeated-ids",
    "scale",
    "speakers",
    "too-long",
    "too-many",
    "unknown-ids",
    "wrong-types",
];

/// What is not JSON, or not JSON that can be read. A browser says in words of
/// its own why.
pub(crate) const SYNTAX: &[Case] = bad![
    "syntax-byte-order-mark",
    "syntax-comment",
    "syntax-control-character",
    "syntax-curly-quotes",
    "syntax-empty",
    "syntax-endless-number",
    "syntax-not-a-number",
    "syntax-number",
    "syntax-trailing-comma",
    "syntax-truncated",
    "syntax-two-documents",
];

/// The documents that are built in.
pub(crate) const SEEDS: &[Case] = &[
    Case {
        name: "ceasefire-2025",
        json: include_str!("../../seeds/ceasefire-2025.json"),
        expected: "",
    },
    Case {
        name: "harbour-town",
        json: include_str!("../../seeds/harbour-town.json"),
        expected: "",
    },
];

/// How many mistakes are told one by one.
pub(crate) const TOLD: usize = 200;

/// The minimal document with so many mistakes in it.
pub(crate) fn full_of_mistakes(count: usize) -> String {
    let minimal = include_str!("../documents/good/minimal.json");
    let fields: String = (0..count).map(|n| format!("\"field{n}\": {n}, ")).collect();
    minimal.replacen('{', &format!("{{ {fields}"), 1)
}

/// How many objects and lists a document may have inside each other.
pub(crate) const DEPTH: usize = 120;

/// The minimal document with a field of its own that makes it `depth` deep.
pub(crate) fn nested(depth: usize) -> String {
    let minimal = include_str!("../documents/good/minimal.json");
    let (open, close) = ("[".repeat(depth - 1), "]".repeat(depth - 1));
    minimal.replacen('{', &format!("{{ \"x_deep\": {open}{close},"), 1)
}
