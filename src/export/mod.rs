//! The comparison as files: CSV, Markdown, an HTML table, JSON-LD.
//!
//! Pure functions of a document and of what of it is chosen. In the browser
//! they are a WebAssembly module of their own, which is loaded when a reader
//! wants a file; `browser` is its way in. JSON is the document itself and needs
//! no function.

#[cfg(target_arch = "wasm32")]
pub mod browser;
mod csv;
mod html;
mod jsonld;
mod markdown;
mod sheet;

pub use csv::{csv, csv_data};
pub use html::html;
pub use jsonld::{for_script, jsonld};
pub use markdown::markdown;
pub use sheet::Sheet;
