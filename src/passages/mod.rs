//! Passages in a page: in the browser a module of its own.
//!
//! Its script, `static/passages`, reads the page's text and makes ranges of what
//! is found; what lies between, [`anchoring`](crate::anchoring) does. The page is
//! walked in JavaScript because each of its nodes would have to cross into
//! WebAssembly and back; so there is one text that crosses.

mod intl;
mod selector;

use crate::anchoring::{Anchoring, Index};
use intl::Intl;
use wasm_bindgen::prelude::*;

/// Of a passage that stands at more places, so many are told.
const MOST: usize = 10;

/// A page's text, ready to be searched.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PageText(Index<Intl>);

#[wasm_bindgen]
impl PageText {
    /// Prepares a text, in that language, whose blocks end at these places, in
    /// the units that JavaScript counts, and in order.
    ///
    /// # Errors
    /// When the browser cannot tell words apart.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, block_ends: &[usize], language: &str) -> Result<PageText, JsValue> {
        let language = Intl::new(language)?;
        Ok(Self(Index::new(text, block_ends, language)))
    }

    /// Where a selector's passage stands: the beginning and the end of each
    /// place, one after the other.
    ///
    /// # Errors
    /// When it is no selector and no text directive: a `TypeError` that says
    /// what is wrong with it.
    pub fn find(&self, selector: &JsValue) -> Result<Vec<usize>, JsValue> {
        let selector = selector::read(selector)?;
        let places = match self.0.find(&selector, MOST) {
            Anchoring::Exact(place) => vec![place],
            Anchoring::Ambiguous(places) => places,
            Anchoring::NotFound => Vec::new(),
        };
        Ok(places.iter().flat_map(|p| [p.start, p.end]).collect())
    }
}
