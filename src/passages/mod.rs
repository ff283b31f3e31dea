//! Passages in a page: in the browser a module of its own.
//!
//! Its script, `static/passages`, reads the page's text and makes ranges of what
//! is found; what lies between, [`anchoring`](crate::anchoring) does. The page is
//! walked in JavaScript because each of its nodes would have to cross into
//! WebAssembly and back; so there is one text that crosses.

mod selector;

use crate::anchoring::{Anchoring, Index};
use crate::intl::Intl;
use selector::Asked;
use std::ops::Range;
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

    /// Where the passage of a selector, or those of a list, stand: the state, then
    /// the beginning and the end of each place, one after the other. With a direct
    /// quotation's text, its words are compared from end to end. The states are 0
    /// not found, 1 exact, 2 ambiguous, 3 changed; of several the first in the
    /// order 0, 2, 3, 1.
    ///
    /// # Errors
    /// When it is no selector and no text directive: a `TypeError` that says
    /// what is wrong with it.
    pub fn find(&self, selector: &JsValue, text: Option<String>) -> Result<Vec<usize>, JsValue> {
        let found = match selector::read(selector)? {
            Asked::Targets(all) => self.0.resolve_all(&all, text.as_deref(), MOST),
            Asked::Directives(all) => {
                let find = |one| self.0.find_directive(one, MOST);
                all.iter().map(find).collect()
            }
        };
        let state = |found: &Anchoring| match found {
            Anchoring::NotFound => 0,
            Anchoring::Exact(_) => 1,
            Anchoring::Ambiguous(_) => 2,
            Anchoring::Changed(_) => 3,
        };
        let states = || found.iter().map(state);
        let worst = [0, 2, 3]
            .into_iter()
            .find(|bad| states().any(|one| one == *bad));
        let state = worst.unwrap_or(1);
        let mut answer = vec![state];
        let mut push = |place: &Range<usize>| answer.extend([place.start, place.end]);
        for one in &found {
            match one {
                // Of several, a place means one only where all are found.
                Anchoring::Exact(place) | Anchoring::Changed(place) if state % 2 == 1 => {
                    push(place)
                }
                Anchoring::Ambiguous(places) if state == 2 => places.iter().for_each(&mut push),
                _ => {}
            }
        }
        Ok(answer)
    }

    /// Whether the words at a place are others than those that the selector's
    /// digest, or a direct quotation's text, has. Of a list, nothing is known.
    ///
    /// # Errors
    /// As [`find`](Self::find).
    pub fn differs(
        &self,
        selector: &JsValue,
        text: Option<String>,
        from: usize,
        to: usize,
    ) -> Result<bool, JsValue> {
        Ok(match selector::read(selector)? {
            Asked::Targets(all) if all.len() == 1 => {
                self.0.differs(&all[0], text.as_deref(), from..to)
            }
            _ => false,
        })
    }
}
