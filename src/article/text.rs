//! Plain text: what is digested and compared within a document.

/// The text as it is digested: white space of any kind and length is one space,
/// curly quotation marks are straight, soft hyphens are gone. Passages are found
/// with more patience than that, by `anchoring`; but a digest that is written
/// into documents stays as it is.
pub fn normalize(text: &str) -> String {
    let straight = text.chars().filter(|&c| c != '\u{AD}').map(|c| match c {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    let mut normal = String::with_capacity(text.len());
    for c in straight {
        if c != ' ' || !(normal.is_empty() || normal.ends_with(' ')) {
            normal.push(c);
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
