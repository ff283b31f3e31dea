//! The built pages, used as readers, newsrooms and machines use them. One
//! program: what is linked once starts once, and no core waits for the last test
//! of a file.
//!
//! `cargo xtask test --only end-to-end` says where the browsers are.

mod accessible;
mod address;
mod api;
mod breakdown;
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
mod hostile;
mod hosts;
mod languages;
mod left_behind;
mod lifecycle;
mod links;
mod main_job;
mod many;
mod names;
mod nobody_elses;
mod passages;
mod plain_words;
mod policy;
mod readable;
mod readers;
mod reading;
mod rewritten;
mod routers;
mod sealed;
mod search;
mod spoilt;
mod strangers;
mod studio_caret;
mod studio_copied;
mod studio_costs;
mod studio_kept;
mod studio_keys;
mod studio_killed;
mod studio_marked;
mod studio_positions;
mod studio_revised;
mod studio_seeds;
mod studio_seen;
mod studio_start;
mod studio_thread;
mod studio_touch;
mod styling;
mod together;
mod views;
mod visual;
