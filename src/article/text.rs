//! Plain text: what is digested and compared within a document.

use crate::unicode::{is_unseen, nfkc, straight};

/// The text as it is compared and digested: in Unicode's normal form KC, white space
/// of any kind and length one space, curly quotation marks straight, without what is
/// not seen. It is what `anchoring` folds, without the way back to a place.
pub fn normalize(text: &str) -> String {
    let seen: String = text.chars().filter(|&c| !is_unseen(c)).collect();
    let seen = if seen.is_ascii() { seen } else { nfkc(&seen) };
    let mut normal = String::with_capacity(seen.len());
    for c in seen.chars().map(straight) {
        match c {
            c if !c.is_whitespace() => normal.push(c),
            _ if normal.is_empty() || normal.ends_with(' ') => {}
            _ => normal.push(' '),
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// The paragraphs of a plain text: its lines that hold something. A line may end
/// as on any system, and a byte order mark at the beginning is no part of it.
pub fn paragraphs(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.split(['\n', '\r'])
        .map(normalize)
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_spaces_and_soft_hyphens_make_no_difference() {
        assert_eq!(
            normalize("  “It’s\u{a0}over”,\n he\u{ad}re "),
            "\"It's over\", here"
        );
    }

    #[test]
    fn lines_end_as_on_any_system() {
        let expected = ["One.", "Two."];
        for text in [
            "One.\nTwo.",
            "One.\r\nTwo.\r\n",
            "One.\rTwo.\r",
            "\u{feff}One.\r\r\n\nTwo.",
        ] {
            assert_eq!(paragraphs(text), expected, "{text:?}");
        }
    }
}
