//! Who agrees, who clashes, who is silent: pure functions over a document.
//!
//! This layer knows no reader, no language and no browser. It never fills a
//! gap: a party without a recorded stance is [`Standing::Silent`], which is
//! neither neutral nor mixed, and is compared with nobody.

mod cell;
mod overview;
mod relation;
mod versus;

pub use cell::{Cell, Standing, cell};
pub use overview::{Accord, Overview, accord, overview};
pub use relation::{Obstacle, Relation, relation};
pub use versus::{Row, Tally, versus};
