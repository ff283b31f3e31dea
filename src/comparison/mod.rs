//! Who agrees, who clashes, who is silent: one [`Index`] of a document, and the
//! questions that can be asked of it.
//!
//! This layer knows no reader, no language and no browser. It never fills a
//! gap: a party without a recorded stance is [`Standing::Silent`], which is
//! neither neutral nor mixed, and is compared with nobody.
//!
//! What is asked more than once is computed once. `tests/plain` has the same
//! questions answered in the plainest way there is, and `tests/index.rs` holds
//! the two against each other.

mod build;
mod cell;
mod heard;
mod ids;
mod index;
mod moment;
mod order;
mod overview;
mod relation;
mod search;
mod spectrum;
mod timeline;
mod versus;

pub use build::Voice;
pub use cell::{Cell, Standing};
pub use heard::{Filter, Heard, Whose};
pub use ids::{CellIx, EventIx, PartyIx, PositionIx, SpeakerIx, StanceIx, StatementIx, TopicIx};
pub use index::Index;
pub use moment::{Entry, Moment};
pub(crate) use order::arrange;
pub use overview::Overview;
pub use relation::{Accord, Obstacle, Relation};
pub use search::occurrences;
pub use spectrum::{Spectrum, Spot};
pub use timeline::{day_number, gap};
pub use versus::{Distance, Row, Tally};
