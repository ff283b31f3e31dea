//! The Studio: the page on which documents are made. In the browser a module of its
//! own; no reader loads it.
//!
//! `State` has one reducer (`desk.rs`), and what is made is a
//! [`Draft`](crate::draft::Draft). What only a browser can do, `static/studio` does,
//! and is asked for by `Browser`.

mod acts;
mod adding;
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
mod evidence;
mod field;
mod going;
mod grid;
mod header;
mod keys;
mod listing;
mod lists;
mod looked;
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
mod taking;
mod text;
mod text_keys;
mod trying;
mod words;

pub use browser::Browser;
pub use env::rendered;

use crate::i18n::direction;
use app::{App, AppProps};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Shows the Studio in an empty element.
#[wasm_bindgen]
pub fn start(root: Element, browser: Browser) {
    let wanted = browser.languages();
    keys::set_letters(browser.letters());
    let texts = words::texts(wanted.iter().map(String::as_str));
    browser.speak(texts.language(), direction(texts.language()), false);
    yew::Renderer::<App>::with_root_and_props(root, AppProps { browser, texts }).render();
}
