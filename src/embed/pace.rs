//! How fast a comparison grows: as much at a time as the machine can take without
//! keeping its reader waiting.

use js_sys::Date;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// A turn that took less than this, in milliseconds, is followed by a longer one,
const SHORT: f64 = 8.0;
/// and one that took more by a shorter one.
const LONG: f64 = 20.0;
/// So many pieces are added in one turn at most.
const MOST: usize = 64;

/// The pace of one comparison.
#[derive(Default)]
pub(super) struct Pace {
    pieces: Cell<usize>,
    /// When the last turn began, in milliseconds; 0 when there was none.
    began: Cell<f64>,
}

impl Pace {
    /// Calls `add` with how many pieces to add, when the browser has done what waits.
    /// Called again when those are there.
    pub(super) fn next(&self, add: impl FnOnce(usize) + 'static) {
        let now = Date::now();
        let pieces = match (self.began.get(), self.pieces.get()) {
            (0.0, _) | (_, 0) => 1,
            (began, pieces) if now - began < SHORT => (pieces * 2).min(MOST),
            (began, pieces) if now - began > LONG => (pieces / 2).max(1),
            (_, pieces) => pieces,
        };
        self.pieces.set(pieces);
        // The time until then is the browser's.
        self.began.set(0.0);
        let add = Closure::once_into_js(move || add(pieces));
        let wait =
            web_sys::window().map(|window| window.set_timeout_with_callback(add.unchecked_ref()));
        if let Some(Err(error)) = wait {
            web_sys::console::error_1(&error);
        }
    }

    /// A turn begins.
    pub(super) fn begin(&self) {
        self.began.set(Date::now());
    }

    /// There is nothing to add for the time being.
    pub(super) fn rest(&self) {
        self.began.set(0.0);
        self.pieces.set(0);
    }
}
