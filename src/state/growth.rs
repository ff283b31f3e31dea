//! How much of a comparison is there. It comes piece by piece, so that a page
//! answers its reader in between, on a slow phone and in a large document.

/// The pieces that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Growth {
    /// Nothing but its frame.
    Frame,
    /// The headline.
    Header,
    /// The bar of tabs as well.
    Toolbar,
    /// The view as well, so many [`BLOCK`]s of it.
    View(usize),
    /// All of it.
    Whole,
}

/// How many cells or statements, about, are one block of a view: what a page can
/// take in one go without the reader's noticing.
pub const BLOCK: usize = 48;

impl Growth {
    /// What there is with so many more pieces of a view that has `blocks`.
    #[must_use]
    pub(super) fn more(self, pieces: usize, blocks: usize) -> Self {
        match self {
            Self::Frame => Self::Header,
            Self::Header => Self::Toolbar,
            Self::Toolbar => Self::View(1),
            Self::View(there) if there < blocks => Self::View(there + pieces.max(1)),
            Self::View(_) | Self::Whole => Self::Whole,
        }
    }

    /// How many blocks of the view are there; none is left out where the number is
    /// larger than that of all.
    pub fn blocks(self) -> usize {
        match self {
            Self::Frame | Self::Header | Self::Toolbar => 0,
            Self::View(there) => there,
            Self::Whole => usize::MAX,
        }
    }
}
