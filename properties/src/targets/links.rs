//! Links to what is shown.

use super::indexed;
use crate::reader::action;
use crate::{Choices, document, pieced};
use standpoint::state::{State, from_link, to_link};

const PIECES: [&str; 34] = [
    "view=",
    "matrix",
    "versus",
    "spectrum",
    "timeline",
    "statements",
    "party=",
    "topic=",
    "parties=",
    "topics=",
    "kind=",
    "direct_quote",
    "speaker=",
    "search=",
    "sort=",
    "order=",
    "only=",
    "clash",
    "grouped=",
    "cell=",
    "p0",
    "p1",
    "t0",
    "t1",
    "s0",
    "w0",
    "/",
    ",",
    "&",
    "=",
    "%20",
    "%",
    "for/",
    "ä",
];

/// What a link is read as, written as a link, is read as the same; and so is whatever
/// a reader has chosen.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let index = indexed(&document(&mut choices));
    let mut state = State::new(index.clone());
    for _ in 0..choices.below(30) {
        state = state.apply(action(&mut choices, &index));
        let link = to_link(&state.choice, &index);
        let read = from_link(&link, &index);
        // A choice that nobody can tell from the first one may be given as that.
        assert_eq!(to_link(&read, &index), link);
        assert_eq!(read.view, state.choice.view, "{link}");
        assert_eq!(read.search, state.choice.search, "{link}");
        assert_eq!(read.only, state.choice.only, "{link}");
    }
    let link = match choices.once_in(3) {
        true => choices.text(),
        false => pieced(&mut choices, &PIECES, 40),
    };
    let read = from_link(&link, &index);
    let written = to_link(&read, &index);
    assert_eq!(from_link(&written, &index), read, "{link} as {written}");
}
