//! Small tools that the standard library has in a larger form: what a widget
//! links, every reader loads.

/// Percent-encodes a text (RFC 3986, section 2.1), but for letters, digits and
/// the bytes that are to be kept.
pub(crate) fn percent_encode(text: &str, kept: &[u8], into: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(DIGITS[usize::from(byte >> 4)]));
            into.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

/// Sorts stably by insertion. The lists of a document have a few dozen entries,
/// and each kind of list that the library's sort is used for costs half a
/// kilobyte of WebAssembly.
pub(crate) fn sort_by<T>(items: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && is_before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// A letter in lower case, in the scripts that have case: Latin, Greek,
/// Cyrillic, Armenian. Of letters whose lower case is several letters, and of
/// historic scripts, nothing is changed; the library's tables for all of them
/// weigh 12 KB.
pub(crate) fn lower(letter: char) -> char {
    let code = letter as u32;
    let is_even = code.is_multiple_of(2);
    let lower = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => {
            code + 32
        }
        0x400..=0x40F => code + 80,
        0x531..=0x556 => code + 48,
        0x178 => 0xFF,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E..=0x38F => code + 63,
        0x4C0 => 0x4CF,
        0x139..=0x148 | 0x179..=0x17E | 0x4C1..=0x4CE if !is_even => code + 1,
        0x139..=0x148 | 0x179..=0x17E | 0x4C1..=0x4CE => code,
        // These two have a lower case of another kind.
        0x130 | 0x138 => code,
        0x100..=0x177
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF
            if is_even =>
        {
            code + 1
        }
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_is_stable() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by(&mut items, |a, b| a.0 < b.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn lower_case_is_the_library_s_wherever_it_is_changed() {
        for letter in (0..0x2_0000).filter_map(char::from_u32) {
            let ours = lower(letter);
            let library: Vec<char> = letter.to_lowercase().collect();
            assert!(
                ours == letter || library == [ours],
                "{letter} ({:x})",
                letter as u32
            );
        }
    }

    #[test]
    fn the_alphabets_of_europe_are_all_known() {
        for letter in (0..0x530)
            .filter_map(char::from_u32)
            .filter(|c| c.is_alphabetic())
        {
            // Latin Extended-B has letters of African and historic alphabets.
            if (0x180..0x1DE).contains(&(letter as u32))
                || (0x1F0..0x250).contains(&(letter as u32))
            {
                continue;
            }
            let library: Vec<char> = letter.to_lowercase().collect();
            let single = library.len() == 1
                && !(0x370..0x388).contains(&(letter as u32))
                && !(0x3CF..0x400).contains(&(letter as u32));
            assert!(
                !single || library == [lower(letter)],
                "{letter} ({:x})",
                letter as u32
            );
        }
    }
}
