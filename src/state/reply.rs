//! What a reader wished to take along, and what came of it.

use crate::comparison::{CellIx, StatementIx};

/// Something that goes to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// A link to what is shown.
    Link,
    /// The lines that show the same in another page.
    Code,
}

/// What a reader wishes to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To copy a link to what is shown, or the lines that show it elsewhere.
    Copy(Copied),
    /// To copy a link to one cell and nothing else.
    CopyCell(CellIx),
    /// A file in this format.
    Save(&'static str),
    /// To see the passage of this statement in the page.
    Passage(StatementIx),
}

/// What came of a wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is on the clipboard.
    Copied(Copied),
    /// The page may not use the clipboard; this is what the reader copies.
    ByHand(String),
    /// It is among the reader's files under this name.
    Saved(String),
    /// The browser was given a file of this name. Whether it may save it, the page
    /// around decides, and does not say.
    Given(String),
    /// It could not be made, for this reason.
    Failed(String),
}
