//! The window, and what its reader prefers.

/// What a reader has in front of them.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The window's width in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Whether the reader prefers dark pages (Chromium only).
    pub dark: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 900,
            dark: false,
        }
    }
}

impl Look {
    /// An ordinary window of that width.
    pub fn of_width(width: u32) -> Self {
        Self {
            width,
            ..Self::default()
        }
    }
}
