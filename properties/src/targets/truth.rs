//! What is shown and written of any document, after whatever a reader does.

use super::indexed;
use crate::facts::Facts;
use crate::reader::{Seen, action};
use crate::{Choices, document, files, shown};
use standpoint::state::State;

/// After thirty actions the state, the page and all files say what the document does.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let json = document(&mut choices);
    let facts = Facts(&json);
    let mut state = State::new(indexed(&json));
    for _ in 0..30 {
        state = state.apply(action(&mut choices, &state.index));
        Seen::of(facts, &state).holds(&state);
    }
    let seen = Seen::of(facts, &state);
    shown::holds(&seen, &shown::rendered(&state, &state.choice));
    files::holds(&seen, &state);
}
