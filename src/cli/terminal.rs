//! What is written to the terminal. Documents and the names of files are written
//! by others, and a terminal obeys what it is told.

use crate::article::is_of_direction;
use crate::unicode::is_rtl;
use std::io::{ErrorKind, Result, Write, stderr, stdout};

/// A text with what a terminal would obey written out, and in one line. What is
/// written from right to left keeps its direction to itself, with the spaces and
/// signs between its letters: what stands around stays where it is.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    // Where the last letter from right to left ends, as long as no other has come.
    let mut end = None;
    for c in text.chars() {
        if is_rtl(c) {
            if end.is_none() {
                shown.push('\u{2068}');
            }
            shown.push(c);
            end = Some(shown.len());
            continue;
        }
        if c.is_alphabetic()
            && let Some(end) = end.take()
        {
            shown.insert(end, '\u{2069}');
        }
        if c.is_control() || is_of_direction(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    if let Some(end) = end {
        shown.insert(end, '\u{2069}');
    }
    shown
}

/// Writes to the terminal. Who reads it may have seen enough and gone (`| head`):
/// that is no mistake.
///
/// # Errors
/// When it cannot be written for another reason.
pub(super) fn say(text: &str) -> Result<()> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Says what went wrong, to whoever may be listening.
pub(super) fn complain(text: &str) {
    let lines: Vec<String> = text.split('\n').map(shown).collect();
    let _ = writeln!(stderr(), "error: {}", lines.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn nothing_that_is_shown_can_be_obeyed() {
        assert_eq!(shown("a\u{1b}[2Jb\nc"), "a\\u{1b}[2Jb\\nc");
        assert_eq!(shown("a\u{202e}b\u{85}"), "a\\u{202e}b\\u{85}");
        assert_eq!(
            shown("“حزب ٣ كبير” 12 “x”"),
            "“\u{2068}حزب ٣ كبير\u{2069}” 12 “x”"
        );
        assert_eq!(shown("Ґанок “x” 👩‍🚀"), "Ґанок “x” 👩‍🚀");
    }
}
