//! The built pages, used as readers, newsrooms and machines use them. One
//! program: what is linked once starts once, and no core waits for the last test
//! of a file.
//!
//! `cargo xtask test --only end-to-end` says where the browsers are.

mod accessible;
mod address;
mod api;
mod asked;
mod breakdown;
mod bundlers;
mod changed;
mod dates;
mod differential;
mod element;
mod embed_code;
mod embedding;
mod export;
mod folded;
mod following;
#[path = "../../../tests/found/mod.rs"]
mod found;
mod found_in_page;
mod frame;
mod framed;
mod frameworks;
mod guide;
mod headings;
mod held_frame;
mod hostile;
mod hosts;
mod in_frame;
mod languages;
mod left_behind;
mod lifecycle;
mod links;
mod loaded;
mod main_job;
mod many;
mod names;
mod nobody_elses;
mod nonce;
mod on_paper;
mod passages;
mod plain_words;
mod policy;
mod printed;
mod quotations;
mod readable;
mod readers;
mod reading;
mod rewritten;
mod routers;
mod sealed;
mod search;
mod sheet;
mod spoilt;
mod strangers;
mod studio_caret;
mod studio_costs;
mod studio_kept;
mod studio_keys;
mod studio_marked;
mod studio_positions;
mod studio_revised;
mod studio_seen;
mod studio_start;
mod studio_thread;
mod styling;
mod together;
mod translated;
mod views;
mod visual;
mod wordpress;
