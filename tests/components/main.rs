//! What a reader sees and does, in a real browser: each case mounts a
//! comparison into a shadow root, as the loader does.
#![cfg(target_arch = "wasm32")]

mod about;
mod chooser;
mod costs;
mod embedding;
mod evidence;
mod harbour;
mod matrix;
mod page;
mod spectrum;
mod statements;
mod tabs;
mod take_away;
mod timeline;
mod tree;
mod versus;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
