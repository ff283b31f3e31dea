//! Text directives.

use crate::{Choices, pieced};
use standpoint::anchoring::{parse_directives, to_directive, to_directives};
use standpoint::article::{Selector, Target, TextQuote};

const PIECES: [&str; 22] = [
    "text=", ":~:", "#", "&", ",", ",", "-,", ",-", "-", "%2C", "%2D", "%", "%E4", "%C3%A4", "a",
    "b c", "ä", "“", "é", "🙂", "\u{301}", "_",
];

/// What is read as directives, written, is read as the same, and so is any selector
/// of which a directive can speak.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let text = match choices.once_in(4) {
        true => choices.text(),
        false => pieced(&mut choices, &PIECES, 16),
    };
    if let Ok(read) = parse_directives(&text) {
        for selector in &read {
            is_read_again(selector);
        }
        let targets: Vec<Target> = read.iter().cloned().map(Target::from).collect();
        assert_eq!(parse_directives(&to_directives(&targets)), Ok(read));
    }
    let mut term = || match pieced(&mut choices, &PIECES, 4) {
        empty if empty.is_empty() => "x".to_owned(),
        some => some,
    };
    let quote = |exact, prefix, suffix| TextQuote {
        exact,
        prefix,
        suffix,
    };
    is_read_again(&Selector::Quote(quote(term(), Some(term()), None)));
    let (start, end) = (
        quote(term(), Some(term()), None),
        quote(term(), None, Some(term())),
    );
    is_read_again(&Selector::Range(start, end));
}

fn is_read_again(selector: &Selector) {
    let directive = to_directive(selector);
    let plain = |c: char| c.is_ascii_alphanumeric() || "%,-_~".contains(c);
    assert!(
        directive.chars().all(plain),
        "{directive} is no part of a link"
    );
    let read = parse_directives(&directive);
    assert_eq!(
        read.as_deref(),
        Ok(std::slice::from_ref(selector)),
        "{directive}"
    );
}
