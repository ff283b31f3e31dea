//! The comparison as Yew components: pure views of the state.
//!
//! A view shows what the layers before it say and tells the reducer what the
//! reader did; it holds no rule of its own. Most are functions of the shared
//! state; what has a life of its own (an effect, a context) is a component. Everything here also renders
//! natively, for prerendering, so the browser is touched in effects and event
//! handlers only. No `style` attribute is ever set: a page's security policy
//! may forbid it.

mod about;
mod app;
mod cell;
mod chooser;
mod element;
mod evidence;
mod header;
mod matrix;
mod pairs;
mod passage;
mod popover;
mod shared;
mod sign;
mod spectrum;
mod statement;
mod statements;
mod tabs;
mod take_away;
mod timeline;
mod versus;

pub use app::{App, AppProps};
