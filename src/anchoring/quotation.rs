//! The words of a passage, from end to end: whether they are those that a
//! document remembers, and those that it quotes.

use super::fold::{BLOCK, Folded, SPACE};
use super::{Anchoring, Index, Language};
use crate::article::{Selector, Target, TextQuote};
use std::ops::Range;

/// What stands in a quotation's text where words are left out between two of its
/// passages: `[…]`, folded.
const LEFT_OUT: &str = " [...] ";

/// The digest of folded words: 64-bit FNV-1a of their UTF-8, in hexadecimal. It
/// tells that words have changed, and is no measure against anybody.
pub fn digest(words: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in words.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (0..16)
        .map(|digit| char::from(b"0123456789abcdef"[(hash >> (60 - 4 * digit)) as usize & 15]))
        .collect()
}

/// Whether a quotation's folded text is these passages' folded words, one after
/// the other, with the mark between them. Before the how many-th of them there may
/// be a space instead, `may_follow` says: where nothing is left out.
pub fn is_verbatim<'a>(
    text: &str,
    passages: impl IntoIterator<Item = &'a str>,
    may_follow: impl Fn(usize) -> bool,
) -> bool {
    let mut rest = Some(text);
    for (index, words) in passages.into_iter().enumerate() {
        if index > 0 {
            rest = rest.and_then(|rest| {
                let marked = rest.strip_prefix(LEFT_OUT);
                marked.or_else(|| rest.strip_prefix(' ').filter(|_| may_follow(index)))
            });
        }
        rest = rest.and_then(|rest| rest.strip_prefix(words));
    }
    rest == Some("")
}

/// By how much, in UTF-16 units, a passage may have grown beside a half of it.
const LONGER: usize = 24;

/// The ends of folded words by which they are known when those between change:
/// three words, or, where no space parts words, a third of all; none of what is
/// too short to have ends.
fn ends(words: &str) -> Option<(&str, &str)> {
    const WORDS: usize = 3;
    const LETTERS: usize = 4;
    let spaces: Vec<usize> = words.match_indices(' ').map(|(at, _)| at).collect();
    if spaces.len() >= 2 * WORDS {
        let end = spaces[spaces.len() - WORDS] + 1;
        return Some((&words[..spaces[WORDS - 1]], &words[end..]));
    }
    let letters: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
    let third = letters.len() / 3;
    // Words of an alphabet are not cut.
    if third < LETTERS || !spaces.is_empty() || words.is_ascii() {
        return None;
    }
    Some((
        &words[..letters[third]],
        &words[letters[letters.len() - third]..],
    ))
}

/// Which passages of a quotation that is not verbatim have other words than its
/// folded text: those whose words are not in it, or else all, since then it is the
/// whole that differs.
pub fn strangers<'a>(text: &str, passages: impl IntoIterator<Item = &'a str>) -> Vec<bool> {
    let passages = passages.into_iter();
    let strange: Vec<bool> = passages.map(|words| !text.contains(words)).collect();
    let some = strange.contains(&true);
    strange.into_iter().map(|one| one || !some).collect()
}

/// The folded words of several passages as a quotation has them.
pub fn joined(passages: &[String]) -> String {
    passages.join(LEFT_OUT)
}

impl<L: Language> Index<L> {
    /// Where a target's passage stands, and whether its words are still those
    /// that the target remembers; of more than one place not more than `most`
    /// are told.
    pub fn resolve(&self, target: &Target, most: usize) -> Anchoring {
        match self.find(&target.selector, most) {
            Anchoring::Exact(place) if self.differs(target, None, place.clone()) => {
                Anchoring::Changed(place)
            }
            Anchoring::NotFound => match self.by_its_ends(&target.selector) {
                Some(place) => Anchoring::Changed(place),
                None => Anchoring::NotFound,
            },
            found => found,
        }
    }

    /// Where a passage whose words are all known begins and ends as it did, once,
    /// in one block and at about its length: its words have changed.
    fn by_its_ends(&self, selector: &Selector) -> Option<Range<usize>> {
        let Selector::Quote(quote) = selector else {
            return None;
        };
        let known = self.fold(&quote.exact);
        let (start, end) = ends(&known)?;
        let term = |exact: &str| TextQuote {
            exact: exact.to_owned(),
            prefix: None,
            suffix: None,
        };
        let (mut start, mut end) = (term(start), term(end));
        start.prefix.clone_from(&quote.prefix);
        end.suffix.clone_from(&quote.suffix);
        let Anchoring::Exact(place) = self.find(&Selector::Range(start, end), 2) else {
            return None;
        };
        let units = &self.text.units[self.text.units_of(place.clone())];
        let longest = known.encode_utf16().count() * 3 / 2 + LONGER;
        (!units.contains(&BLOCK) && units.len() <= longest).then_some(place)
    }

    /// Whether the words at a place are others than those that a target remembers,
    /// or than a direct quotation's text has.
    pub fn differs(&self, target: &Target, quotation: Option<&str>, place: Range<usize>) -> bool {
        if target.digest.is_none() && quotation.is_none() {
            return false;
        }
        let words = self.words_at(place);
        let is_known = |known: &String| known.eq_ignore_ascii_case(&digest(&words));
        !target.digest.as_ref().is_none_or(is_known)
            || quotation.is_some_and(|text| self.fold(text) != words)
    }

    /// The same of all the passages of a statement, in order; with a direct
    /// quotation's text, whether its words stand there from end to end.
    pub fn resolve_all(
        &self,
        targets: &[Target],
        quotation: Option<&str>,
        most: usize,
    ) -> Vec<Anchoring> {
        let resolve = |target| self.resolve(target, most);
        let mut found: Vec<Anchoring> = targets.iter().map(resolve).collect();
        let words = found.iter().map(|found| match found {
            Anchoring::Exact(place) | Anchoring::Changed(place) => {
                Some(self.words_at(place.clone()))
            }
            _ => None,
        });
        let words: Option<Vec<String>> = words.collect();
        let (Some(text), Some(words)) = (quotation, words) else {
            return found;
        };
        let text = self.fold(text);
        if is_verbatim(&text, words.iter().map(String::as_str), |_| true) && are_in_order(&found) {
            return found;
        }
        let strange = strangers(&text, words.iter().map(String::as_str));
        for (found, is_strange) in found.iter_mut().zip(strange) {
            if let Anchoring::Exact(place) = found
                && is_strange
            {
                *found = Anchoring::Changed(place.clone());
            }
        }
        found
    }

    /// The words that stand at a place, folded; the end of a block is a space.
    pub fn words_at(&self, place: Range<usize>) -> String {
        let units = self.text.units_of(place);
        let units = self.text.units[units].iter();
        let units: Vec<u16> = units
            .map(|unit| if *unit == BLOCK { SPACE } else { *unit })
            .collect();
        String::from_utf16_lossy(&units)
    }

    /// A text of its own, folded as this one is.
    pub fn fold(&self, text: &str) -> String {
        String::from_utf16_lossy(&Folded::words(text, &self.language))
    }
}

/// Whether each passage begins where the one before it has ended.
fn are_in_order(found: &[Anchoring]) -> bool {
    let place = |found: &Anchoring| match found {
        Anchoring::Exact(place) | Anchoring::Changed(place) => Some(place.clone()),
        _ => None,
    };
    found.windows(2).all(|pair| {
        let (Some(one), Some(next)) = (place(&pair[0]), place(&pair[1])) else {
            return true;
        };
        one.end <= next.start
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn words_at_the_beginning_of_a_block_are_no_others() {
        let index = Index::of_blocks(["One.", "Two."], crate::anchoring::Icu::new("en"));
        assert_eq!(index.words_at(4..8), "Two.");
        assert_eq!(index.words_at(0..8), "One. Two.");
    }

    #[test]
    fn the_digest_is_fnv_1a() {
        // From the specification's own list of test vectors.
        assert_eq!(digest(""), "cbf29ce484222325");
        assert_eq!(digest("a"), "af63dc4c8601ec8c");
        assert_eq!(digest("foobar"), "85944171f73967e8");
    }
}
