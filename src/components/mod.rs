//! The comparison as Yew components: pure views of the state.
//!
//! A component shows what the layers before it say and tells the reducer what
//! the reader did; it holds no rule of its own. Everything here also renders
//! natively, for prerendering, so the browser is touched in effects and event
//! handlers only. No `style` attribute is ever set: a page's security policy
//! may forbid it.

mod about;
mod app;
mod background;
mod cell_button;
mod chooser;
mod evidence;
mod header;
mod link;
mod matrix;
mod pairs;
mod party_mark;
mod popover;
mod shared;
mod sign;
mod spectrum;
mod statement;
mod statements;
mod tabs;
mod timeline;
mod versus;

pub use app::{App, AppProps};
