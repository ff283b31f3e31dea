//! Standpoint: who stands where, on what, in whose words – and where the
//! article is silent.
//!
//! The crate reads in one direction, and each layer can be read without the
//! next (`ARCHITECTURE.md` is the map):
//!
//! - [`article`]: the document, its reader and its checker; knows no browser.
//! - [`anchoring`]: where a passage stands in a text, by the rules of text
//!   fragments.
//! - `letters`: which letters are the same, by whoever knows.
//! - [`comparison`]: who agrees, who clashes, who is silent; pure functions.
//! - [`state`]: what the reader has chosen, and the one reducer over it.
//! - [`i18n`]: every word of the interface.
//! - [`components`]: Yew views of the state.
//! - [`embed`]: the custom element's side in Rust; the only layer that touches
//!   the host page.
//! - [`export`]: the comparison as files; in the browser a module of its own.
//! - [`passages`]: passages in a page, in the browser a module of its own.
//! - [`json`]: JSON that keeps how it is written.
//! - [`revise`]: an article's text, or a new one, against a document.
//! - [`draft`]: a document while it is made, with the text, history, checks: pure
//!   functions.
//! - [`studio`]: the page on which documents are made, in the browser a module of
//!   its own.
//! - [`prerender`] and [`cli`]: native only, the comparison as HTML and the
//!   journalist's command line.

pub mod anchoring;
pub mod article;
pub mod comparison;
#[cfg(feature = "widget")]
pub mod components;
#[cfg(feature = "studio")]
pub mod draft;
#[cfg(feature = "widget")]
pub mod embed;
#[cfg(feature = "export")]
pub mod export;
pub mod i18n;
#[cfg(all(any(feature = "passages", feature = "studio"), target_arch = "wasm32"))]
mod intl;
#[cfg(any(feature = "studio", not(target_arch = "wasm32")))]
pub mod json;
mod letters;
#[cfg(target_arch = "wasm32")]
mod memory;
#[cfg(all(feature = "passages", target_arch = "wasm32"))]
pub mod passages;
#[cfg(all(feature = "export", target_arch = "wasm32"))]
pub mod picture;
pub mod state;
#[cfg(all(feature = "studio", target_arch = "wasm32"))]
pub mod studio;
mod unicode;

#[cfg(all(feature = "widget", not(target_arch = "wasm32")))]
pub mod cli;
#[cfg(all(feature = "widget", not(target_arch = "wasm32")))]
pub mod prerender;
#[cfg(any(feature = "studio", not(target_arch = "wasm32")))]
pub mod revise;
