//! What must hold of Standpoint whatever it is given.
//!
//! Everything begins with bytes: [`Choices`] makes documents, texts and a reader's
//! actions of them, so that the native tests, the fuzzer and the comparison of
//! WebAssembly with this machine all speak of the same things. [`facts`] works out
//! of the JSON alone, in the plainest way, what a comparison may say; [`shown`] and
//! [`files`] read what it does say.

pub mod broken;
mod choices;
pub mod dates;
mod document;
pub mod facts;
pub mod files;
pub mod passages;
pub mod reader;
pub mod shown;
pub mod targets;

pub use choices::Choices;
pub use document::document;

/// A text made of pieces that mean something to somebody.
fn pieced(choices: &mut Choices<'_>, pieces: &[&str], most: usize) -> String {
    let many = choices.below(most + 1);
    (0..many).map(|_| *choices.one_of(pieces)).collect()
}
