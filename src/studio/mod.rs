//! The Studio: the page on which documents are made. In the browser a module of its
//! own; no reader loads it.
//!
//! `State` has one reducer (`desk.rs`), and what is made is a
//! [`Draft`](crate::draft::Draft). What only a browser can do, `static/studio` does,
//! and is asked for by `Browser`.

mod acts;
mod app;
mod article;
mod bar;
mod browser;
mod cast;
mod cell;
mod check;
mod chosen;
mod desk;
mod drawn;
mod env;
mod events;
mod field;
mod grid;
mod keys;
mod lists;
mod mark;
mod marking;
mod preview;
mod proposals;
mod publish;
mod revising;
mod scale;
mod select;
mod speaker;
mod start;
mod statement;
mod text;
mod text_keys;

pub use browser::Browser;

use crate::i18n::Texts;
use app::{App, AppProps};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// The words of the interface.
const ENGLISH: &str = include_str!("words/en.txt");

/// Shows the Studio in an empty element.
#[wasm_bindgen]
pub fn start(root: Element, browser: Browser) {
    let texts = Rc::new(Texts::parse("en", ENGLISH));
    yew::Renderer::<App>::with_root_and_props(root, AppProps { browser, texts }).render();
}
