//! The comparison as a tree of Yew components: views of the state.
//!
//! A view shows what the layers before it say and tells the reducer what the
//! reader did; it holds no rule of its own. A component has few and small props,
//! which are compared in a step (places in the document, pointers), so that an
//! action renders what it changes. What never changes as long as a comparison is
//! shown, every component can ask for ([`env`]). Elements are built by the
//! functions of [`element`], and what has no life of its own is a function, not
//! a component.
//!
//! Everything here also renders natively, for prerendering, so the browser is
//! touched in effects and event handlers only. No `style` attribute is ever set:
//! a page's security policy may forbid it.

mod about;
mod app;
mod axis;
mod cell;
mod element;
mod env;
mod evidence;
mod field;
mod filters;
mod header;
mod heading;
mod in_sight;
mod jump;
mod marks;
mod matrix;
mod matrix_row;
mod moment;
mod pairs;
mod panel;
mod part;
mod party_chooser;
mod passage;
mod popover;
mod popup;
mod reply;
mod share;
mod sign;
mod spectrum;
mod spectrum_row;
mod statement;
mod statement_block;
mod statements;
mod tabs;
mod time_axis;
mod timeline;
mod toolbar;
mod topic_chooser;
mod versus;
mod versus_row;
mod view;

pub use app::{App, AppProps, Rendering};
#[cfg(debug_assertions)]
pub use element::elements_built;
pub use heading::HEADLINE;
