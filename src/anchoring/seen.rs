//! What of a text is seen, character by character, and where it can be cut.

use crate::unicode::is_unseen;
use std::str::Chars;

/// The characters of a text that are seen, each with its place. White space is a
/// space already, and what parts two blocks is a line break.
pub(super) struct Seen<'a> {
    chars: Chars<'a>,
    ends: &'a [usize],
    at: usize,
}

impl<'a> Seen<'a> {
    /// Of a text whose blocks end at these places.
    pub(super) fn new(text: &'a str, ends: &'a [usize]) -> Self {
        let chars = text.chars();
        Self { chars, ends, at: 0 }
    }
}

impl Iterator for Seen<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.at;
            if let [end, rest @ ..] = self.ends
                && *end <= at
            {
                self.ends = rest;
                return Some((at, '\n'));
            }
            let c = self.chars.next()?;
            self.at += c.len_utf16();
            // Most characters are told at once.
            if !c.is_ascii() && is_unseen(c) {
                continue;
            }
            let is_space = (c <= ' ' || !c.is_ascii()) && c.is_whitespace();
            return Some((at, if is_space { ' ' } else { c }));
        }
    }
}

/// Stands between clusters; it joins with nothing.
pub(super) const BETWEEN: char = '\n';

/// The parts of a text that another normal form may have, each after a line
/// break: characters that are not plain, with the one before them.
pub(super) fn clusters(seen: Seen<'_>) -> String {
    let mut clusters = String::new();
    let mut last = '\n';
    for (_, c) in seen {
        if !is_plain(c) {
            if is_plain(last) {
                clusters.push(BETWEEN);
                if can_be_joined(last) {
                    clusters.push(last);
                }
            }
            clusters.push(c);
        }
        last = c;
    }
    clusters
}

/// Whether a plain character may be part of a cluster: white space is not.
pub(super) fn can_be_joined(c: char) -> bool {
    c > ' '
}

/// Whether normal form KC leaves the character as it is and never joins it with
/// what stands before it, so that a text can be cut there. Not every such
/// character, but those that the languages of most pages are written in; to
/// leave one out costs time and nothing else.
pub(super) fn is_plain(c: char) -> bool {
    matches!(
        c as u32,
        0..=0x9F
            | 0xA1..=0xA7
            | 0xA9
            | 0xAB
            | 0xAE
            | 0xB0..=0xB1
            | 0xB6..=0xB7
            | 0xBB
            | 0xBF..=0x131
            | 0x134..=0x13E
            | 0x141..=0x148
            | 0x14A..=0x17E
            | 0x391..=0x3A1
            | 0x3A3..=0x3CE
            | 0x400..=0x482
            | 0x48A..=0x52F
            | 0x5D0..=0x5EA
            | 0x620..=0x64A
            | 0x905..=0x939
            | 0xE01..=0xE30
            | 0xE32
            | 0xE40..=0xE46
            | 0x2010
            | 0x2012..=0x2016
            | 0x2018..=0x2023
            | 0x3001..=0x3029
            | 0x3041..=0x3096
            | 0x30A1..=0x30FA
            | 0x4E00..=0x9FFF
            | 0xAC00..=0xD7A3
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};

    #[test]
    fn a_text_can_be_cut_before_every_plain_character() {
        let nfkc = |text: &str| ComposingNormalizer::new_nfkc().normalize(text).into_owned();
        let nfd = |text: &str| {
            DecomposingNormalizer::new_nfd()
                .normalize(text)
                .into_owned()
        };
        let all = || ('\0'..=char::MAX).filter(|c| is_plain(*c));
        for plain in all() {
            let text = plain.to_string();
            assert_eq!(nfkc(&text), text, "{plain} ({:x})", plain as u32);
            // A mark would go before or behind another one.
            let (low, high) = (format!("{plain}\u{334}"), format!("\u{301}{plain}"));
            assert!(nfkc(&low).starts_with(plain), "{plain}");
            assert_eq!(nfkc(&high), high, "{plain} ({:x})", plain as u32);
        }
        // What a character is composed of, after its first part.
        for composed in '\0'..=char::MAX {
            let text = composed.to_string();
            if nfkc(&text) == text {
                let tail = nfd(&text).chars().skip(1).find(|c| is_plain(*c));
                assert_eq!(tail, None, "in {composed}");
            }
        }
    }
}
