//! Where a statement's passage stands in the text of the page around.

use crate::article::Value;
use crate::comparison::{Index, StatementIx};
use std::rc::Rc;
use std::str::FromStr;

/// What came of looking for a passage there. Nothing is ever guessed: one that
/// stands at two places is at neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It stands there once, and the page can show it.
    Exact,
    /// It stands there once, folded away: the page can lead to it, and open what
    /// can be opened.
    Folded,
    /// It stands there once, but with other words than the document's.
    Changed,
    /// It stands there more than once.
    Ambiguous,
    /// It does not stand there.
    NotFound,
}

impl FromStr for Passage {
    type Err = ();

    /// As the script that looks for them calls it.
    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "exact" => Ok(Self::Exact),
            "folded" => Ok(Self::Folded),
            "changed" => Ok(Self::Changed),
            "ambiguous" => Ok(Self::Ambiguous),
            "not-found" => Ok(Self::NotFound),
            _ => Err(()),
        }
    }
}

/// What a script says of the statements, by their ids; what it says of others, or
/// in words that are not known, says nothing.
pub fn found(said: Value, index: &Index) -> Vec<(StatementIx, Passage)> {
    let Value::Object(said) = said else {
        return Vec::new();
    };
    let known = said.into_iter().filter_map(|(id, state)| match state {
        Value::String(state) => Some((index.statement_of_id(&id)?, state.parse().ok()?)),
        _ => None,
    });
    known.collect()
}

/// What came of it for every statement: nothing where nothing was looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages(Rc<[Option<Passage>]>);

impl Passages {
    /// What is known of the document's statements.
    pub fn of(index: &Index, found: &[(StatementIx, Passage)]) -> Self {
        let mut passages = vec![None; index.document().statements.len()];
        for (statement, passage) in found {
            passages[statement.place()] = Some(*passage);
        }
        Self(passages.into())
    }

    /// What is known of that statement.
    pub fn of_statement(&self, statement: StatementIx) -> Option<Passage> {
        *self.0.get(statement.place())?
    }
}
