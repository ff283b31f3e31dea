//! What there is to say of a document: mistakes, and what is worth a look.

use super::problem::Problem;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The document is wrong, or says what the article does not.
    Error,
    /// It may be right, and somebody should look.
    Warning,
}

impl Level {
    /// The name that programs read.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One thing that is said of a document, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it is a mistake.
    pub level: Level,
    /// How many such there are: of very many, some are only counted.
    pub count: usize,
    /// JSON Pointer (RFC 6901) of the place; empty for the whole document.
    pub pointer: String,
    /// A stable name, for machines.
    pub code: &'static str,
    /// What is so.
    pub what: String,
    /// What would be right.
    pub mend: String,
}

impl Finding {
    /// A mistake.
    pub fn error(pointer: String, code: &'static str, what: String, mend: String) -> Self {
        Self {
            level: Level::Error,
            count: 1,
            pointer,
            code,
            what,
            mend,
        }
    }

    /// Something that is worth a look.
    pub fn warning(pointer: String, code: &'static str, what: String, mend: String) -> Self {
        Self {
            level: Level::Warning,
            ..Self::error(pointer, code, what, mend)
        }
    }
}

impl From<Problem> for Finding {
    fn from(problem: Problem) -> Self {
        let count = Problem::count(std::slice::from_ref(&problem));
        let Problem { pointer, fault } = problem;
        Self {
            count,
            ..Self::error(pointer, fault.code(), fault.what(), fault.mend())
        }
    }
}
