//! Who agrees, who clashes, who is silent: pure functions over a document.
//!
//! This layer knows no reader, no language and no browser. It never fills a
//! gap: a party without a recorded stance is [`Standing::Silent`], which is
//! neither neutral nor mixed, and is compared with nobody.

mod cell;
mod order;
mod overview;
mod relation;
mod rests_on;
mod search;
mod spectrum;
mod timeline;
mod versus;

pub use cell::{Cell, Standing, cell};
pub use order::{by_clash, by_group, by_party, by_silence, disagreements};
pub use overview::{Accord, Overview, accord, overview};
pub use relation::{Obstacle, Relation, relation};
pub use rests_on::{cells_on, topics_of};
pub use search::occurrences;
pub use spectrum::{Place, Spectrum, place, spectrum};
pub use timeline::{Entry, Moment, day_number, timeline};
pub use versus::{Distance, Row, Tally, distance, sharpest, versus};
