//! The article's text: paragraphs, and places in them. Places are counted in UTF-16
//! units, as a browser does.

use crate::article::normalize;

/// A stretch of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The paragraph of the text, from 0.
    pub paragraph: usize,
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// Paragraphs as they are kept: none is empty, white space is one space, and no line
/// breaks within one. Signs stay as they are.
pub(super) fn normal_paragraphs(texts: &[String]) -> Vec<String> {
    let lines = texts.iter().flat_map(|text| text.split(['\n', '\r']));
    let normal = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    // What is digested as nothing is nothing.
    normal.filter(|line| !normalize(line).is_empty()).collect()
}

/// How many units a text has.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What stands between two places; characters are not cut in two.
pub fn slice(text: &str, from: usize, to: usize) -> &str {
    let (mut at, mut start, mut end) = (0, text.len(), text.len());
    for (byte, c) in text.char_indices() {
        if at >= from {
            start = start.min(byte);
        }
        if at >= to {
            end = end.min(byte);
            break;
        }
        at += c.len_utf16();
    }
    &text[start.min(end)..end]
}

/// The same stretch without white space at its ends; none if that is all.
pub fn trimmed(text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
    let words = slice(text, from, to);
    let from = from + units(&words[..words.len() - words.trim_start().len()]);
    let length = units(words.trim());
    (length > 0).then_some((from, from + length))
}

/// Marks that open a quotation, with those that close it.
const MARKS: [(char, &str); 9] = [
    ('“', "”"),
    ('„', "“”"),
    ('«', "»"),
    ('»', "«"),
    ('‘', "’"),
    ('‚', "‘’"),
    ('「', "」"),
    ('『', "』"),
    ('"', "\""),
];

/// Where quotations stand in a paragraph, without their marks. An apostrophe is no
/// mark: `’` and `‘` count only where no letter is on both sides.
pub(super) fn quotations(text: &str) -> Vec<(usize, usize)> {
    stretches(text).0
}

/// Where a quotation begins that a paragraph does not close: it may go on in the next.
/// Of marks that open as they close nobody can tell.
pub(super) fn unclosed(text: &str) -> Option<usize> {
    stretches(text).1
}

/// Whether a paragraph begins with a mark that opens.
pub(super) fn starts_quotation(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|first| MARKS.iter().any(|(opening, _)| *opening == first))
}

/// Quotations that are closed, and the beginning of one that is not.
fn stretches(text: &str) -> (Vec<(usize, usize)>, Option<usize>) {
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let mut at = 0;
    for (n, c) in signs.iter().enumerate() {
        let is_letter = |other: Option<&char>| other.is_some_and(|c| c.is_alphanumeric());
        let before = n.checked_sub(1).and_then(|n| signs.get(n));
        let in_word = is_letter(before) && is_letter(signs.get(n + 1));
        match open {
            Some((from, closing)) if closing.contains(*c) && !in_word => {
                found.push((from, at));
                open = None;
            }
            Some(_) => {}
            None => {
                let mark = MARKS.iter().find(|(opening, _)| opening == c);
                open = mark
                    .filter(|_| !in_word)
                    .map(|(_, closing)| (at + c.len_utf16(), *closing));
            }
        }
        at += c.len_utf16();
    }
    let open = open.filter(|(_, closing)| !["\"", "’", "‘’"].contains(closing));
    (found, open.map(|(from, _)| from))
}

/// What is quoted at a place, without the marks around it.
pub fn quotation_around(text: &str, at: usize) -> Option<(usize, usize)> {
    let open = unclosed(text).map(|from| (from, units(text)));
    let mut all = quotations(text).into_iter().chain(open);
    // The marks themselves are of the quotation too.
    let (from, to) = all.find(|(from, to)| from - 1 <= at && at <= to + 1)?;
    trimmed(text, from, to)
}

/// The next quotation after a place, without the marks around it.
pub fn quotation_from(text: &str, at: usize) -> Option<(usize, usize)> {
    let open = unclosed(text).map(|from| (from, units(text)));
    let mut all = quotations(text).into_iter().chain(open);
    let (from, to) = all.find(|(from, _)| *from > at)?;
    trimmed(text, from, to)
}

/// A stretch without the quotation marks at its ends, where both are those of one
/// quotation, or where one is all that the stretch has.
pub fn without_marks(text: &str, from: usize, to: usize) -> (usize, usize) {
    let open = unclosed(text).map(|from| (from, units(text) + 1));
    let mut all = quotations(text).into_iter().chain(open);
    match all.find(|(start, end)| *start == from + 1 && (end + 1 == to || *end > to)) {
        Some((start, end)) => trimmed(text, start, end.min(to)).unwrap_or((from, to)),
        None => (from, to),
    }
}

/// Whether a stretch is what is quoted, or within it, from mark to mark: a fact about
/// the text, and no guess.
pub fn is_quoted(text: &str, from: usize, to: usize) -> bool {
    let open = unclosed(text).map(|from| (from, units(text)));
    let mut all = quotations(text).into_iter().chain(open);
    all.any(|(start, end)| trimmed(text, start, end) == Some((from, to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_browsers_do() {
        let text = "a🚢b c";
        assert_eq!(slice(text, 1, 3), "🚢");
        assert_eq!(slice(text, 3, 99), "b c");
        assert_eq!(slice(text, 5, 5), "");
        assert_eq!(trimmed("  ab ", 0, 5), Some((2, 4)));
        assert_eq!(trimmed("a  b", 1, 3), None);
    }

    #[test]
    fn quotations_are_found_without_their_marks() {
        for (text, at, words) in [
            ("He said: “We agree.” Then", 12, "We agree."),
            ("Er sagte: „Nein“, und", 10, "Nein"),
            ("Il a dit : « Non », et", 13, "Non"),
            ("It’s \"so\" and not ‘else’.", 20, "else"),
            ("It’s \"so\" and not ‘else’.", 6, "so"),
            ("他说：「同意」。", 4, "同意"),
        ] {
            let (from, to) = quotation_around(text, at).expect(text);
            assert_eq!(slice(text, from, to), words);
            assert!(is_quoted(text, from, to), "{text}");
        }
        assert_eq!(quotation_around("It’s the boys’ ship", 10), None);
        let (from, to) = quotation_from("“No”, she said. “Yes”.", 4).expect("the second");
        assert_eq!(slice("“No”, she said. “Yes”.", from, to), "Yes");
        assert_eq!(quotation_from("“No”, she said.", 4), None);
        assert!(!is_quoted("“We agree” today", 1, 3));
    }

    #[test]
    fn paragraphs_are_lines_that_hold_something() {
        let texts = [
            "One.\n\n  Two\u{a0}words.".to_owned(),
            "\u{ad}\u{200b}".to_owned(),
        ];
        let normal = normal_paragraphs(&texts);
        assert_eq!(normal[..2], ["One.", "Two words."]);
    }
}
