//! How large a document may be: the numbers, in one place.
//!
//! They are promises in both directions. What lies within them is taken, in a
//! page as by the checker, and what lies beyond is refused before anything is
//! spent on it. `docs/format.md` and the JSON Schema name the same numbers;
//! `tests/limits.rs` holds them against each other.
//!
//! They leave room above the largest trackers (200 parties, 1,000 topics,
//! 50,000 statements), and keep a hostile document from costing a reader's
//! device more than a large one does.

/// Parties.
pub const ORGANIZATIONS: usize = 250;
/// People who speak.
pub const PEOPLE: usize = 5_000;
/// Topics.
pub const TOPICS: usize = 1_000;
/// Steps of the scale.
pub const SCALE: usize = 20;
/// Statements.
pub const STATEMENTS: usize = 50_000;
/// Stances, earlier ones counted.
pub const STANCES: usize = 100_000;
/// Events.
pub const EVENTS: usize = 5_000;
/// Ids in one list of an entry, such as the statements of a stance.
pub const IDS: usize = 250;
/// Texts in one list of an entry, such as the conditions of a stance; also
/// corrections.
pub const TEXTS: usize = 250;

/// Characters of an id.
pub const ID: usize = 100;
/// Characters of a date, or of a language's tag.
pub const DATE: usize = 100;
/// Characters of what stands in a line: names, labels, headings.
pub const NAME: usize = 300;
/// Characters of an address.
pub const ADDRESS: usize = 2_000;
/// Characters of any other text.
pub const TEXT: usize = 10_000;

/// Objects and lists inside each other. Past it a hostile document would exhaust
/// the stack.
pub const DEPTH: u8 = 120;
/// Values of all kinds in all: texts, numbers, lists, objects.
pub const VALUES: usize = 4_000_000;
/// Bytes of the file; in a page, of all texts in it.
pub const BYTES: usize = 64_000_000;

/// Problems that are told one by one; of the others only their number.
pub(super) const PROBLEMS: usize = 200;
/// How many known words are compared with mistyped ones, to suggest what was
/// meant.
pub(super) const COMPARISONS: usize = 1_000_000;
