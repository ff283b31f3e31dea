//! Finding words in a text that is long, many times over.

use super::fold::{BLOCK, Folded, SPACE};
use super::seen::is_plain;
use super::{Anchoring, Language};
use crate::article::{Selector, TextQuote};
use std::ops::{Range, RangeInclusive};

/// A text that is ready to be searched.
///
/// It knows the places of every pair of units, so that words are looked for
/// only where the rarest pair in them stands. Pairs are enough: in fifty
/// thousand words the rarest one of a phrase stands some hundred times. Longer
/// ones would not serve Chinese, where two characters are a word.
#[derive(Debug)]
pub struct Index<L> {
    pub(super) text: Folded,
    /// Where in `places` those of a pair begin, by the pair's hash.
    heads: Vec<u32>,
    places: Vec<u32>,
    pub(super) language: L,
}

/// Words as they are compared.
struct Words {
    exact: Vec<u16>,
    around: Around,
    prefix: Option<Context>,
    suffix: Option<Context>,
}

/// What stands right before or right after the words.
struct Context {
    units: Vec<u16>,
    /// Whether the selector has white space between them.
    apart: bool,
}

/// How the words before and after a passage are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    /// In whole words, and within one block: as a browser does that follows a link.
    Words,
    /// Letter by letter, over the ends of blocks: as annotation tools write them,
    /// which take so many characters as they come in the page.
    Letters,
}

const PAIRS: usize = 1 << 16;

fn hash(first: u16, second: u16) -> usize {
    // Letters of one alphabet lie close together; this spreads them.
    usize::from(first.wrapping_mul(0x9E37) ^ second)
}

impl<L: Language> Index<L> {
    /// Prepares a text whose blocks end at these places, in UTF-16 units and in
    /// order.
    pub fn new(text: &str, block_ends: &[usize], language: L) -> Self {
        let text = Folded::new(text, block_ends, &language);
        let mut heads = vec![0; PAIRS + 1];
        for pair in text.units.windows(2) {
            heads[hash(pair[0], pair[1]) + 1] += 1;
        }
        let mut sum = 0;
        for head in &mut heads {
            sum += *head;
            *head = sum;
        }
        let mut next = heads.clone();
        let mut places = vec![0; sum as usize];
        for (at, pair) in (0..).zip(text.units.windows(2)) {
            let slot = &mut next[hash(pair[0], pair[1])];
            places[*slot as usize] = at;
            *slot += 1;
        }
        Self {
            text,
            heads,
            places,
            language,
        }
    }

    /// Prepares blocks of text; places count as if they stood end to end.
    pub fn of_blocks<'a>(blocks: impl IntoIterator<Item = &'a str>, language: L) -> Self {
        let (mut text, mut ends, mut units) = (String::new(), Vec::new(), 0);
        for block in blocks {
            text.push_str(block);
            units += block.encode_utf16().count();
            ends.push(units);
        }
        Self::new(&text, &ends, language)
    }

    /// Where a selector's passage stands; of more than one place not more than
    /// `most` are told.
    pub fn find(&self, selector: &Selector, most: usize) -> Anchoring {
        self.search(selector, Around::Letters, most)
    }

    /// The same for what was read from a text directive: with the words around it
    /// as a browser takes them.
    pub fn find_directive(&self, directive: &Selector, most: usize) -> Anchoring {
        self.search(directive, Around::Words, most)
    }

    fn search(&self, selector: &Selector, around: Around, most: usize) -> Anchoring {
        let mut found: Vec<Range<usize>> = match selector {
            Selector::Quote(quote) => {
                let words = self.words(quote, around);
                let length = words.exact.len();
                let places = self.places_of(&words, 0);
                places.map(|at| at..at + length).take(most).collect()
            }
            Selector::Range(start, end) => {
                let (start, end) = (self.words(start, around), self.words(end, around));
                // “Find a range from a text directive”, in its inner loop: the
                // first end after the start. Where none is left for this start,
                // none is for the next ones.
                let from_to = |from: usize| {
                    let mut ends = self.places_of(&end, from + start.exact.len());
                    ends.next().map(|to| from..to + end.exact.len())
                };
                let starts = self.places_of(&start, 0);
                starts.map_while(from_to).take(most).collect()
            }
        };
        for range in &mut found {
            *range = self.text.start_of(range.start)..self.text.end_of(range.end - 1);
        }
        match found.len() {
            0 => Anchoring::NotFound,
            1 => Anchoring::Exact(found.swap_remove(0)),
            _ => Anchoring::Ambiguous(found),
        }
    }

    fn words(&self, quote: &TextQuote, around: Around) -> Words {
        let fold = |text: &str| Folded::words(text, &self.language);
        let exact = quote.exact.as_str();
        let context = |text: Option<&str>, apart: fn(&str, &str) -> bool| {
            let text = text?;
            let (units, apart) = (fold(text), apart(text, exact));
            // What folds to nothing asks for nothing.
            (!units.is_empty()).then_some(Context { units, apart })
        };
        Words {
            prefix: context(quote.prefix.as_deref(), are_apart),
            suffix: context(quote.suffix.as_deref(), |suffix, exact| {
                are_apart(exact, suffix)
            }),
            exact: fold(exact),
            around,
        }
    }

    /// The units at which the words stand between their prefix and their
    /// suffix, from the first one that is not before `first` to the last.
    fn places_of<'a>(&'a self, words: &'a Words, first: usize) -> impl Iterator<Item = usize> + 'a {
        let units = &self.text.units;
        let exact = words.exact.as_slice();
        let pairs = exact.windows(2).enumerate().map(|(at, pair)| {
            let hash = hash(pair[0], pair[1]);
            (self.heads[hash] as usize..self.heads[hash + 1] as usize, at)
        });
        let rarest = pairs.min_by_key(|(range, _)| range.len());
        let places: Box<dyn Iterator<Item = usize>> = match rarest {
            Some((range, offset)) => {
                let places = self.places[range].iter();
                Box::new(places.filter_map(move |at| (*at as usize).checked_sub(offset)))
            }
            // One unit makes no pair, and none stands nowhere.
            None => Box::new(0..units.len() * exact.len()),
        };
        // “Find a string in range”: a term stands within one block. None has
        // what parts two blocks in it.
        places.filter(move |&at| {
            at >= first && units[at..].starts_with(exact) && self.holds(words, at)
        })
    }

    /// Whether prefix and suffix are there, and words begin and end there.
    ///
    /// “Find a range from a text directive”: a prefix begins with a word, and so
    /// does what has no prefix (`wordStartBounded`); what has one begins right
    /// after it, whatever that cuts (`matchMustBeAtBeginning`). The same holds
    /// at the end, with the suffix. A selector's own context may begin and end
    /// anywhere.
    fn holds(&self, words: &Words, from: usize) -> bool {
        let to = from + words.exact.len();
        let (before, after) = (&self.text.units[..from], &self.text.units[to..]);
        let begin = match &words.prefix {
            None => Some(from),
            Some(Context { units, apart }) => {
                let gap = gap(before.last(), *apart);
                let rest = gap.and_then(|gap| before.strip_suffix(gap));
                rest.and_then(|rest| match words.around {
                    Around::Words => rest.strip_suffix(units.as_slice()).map(<[u16]>::len),
                    Around::Letters => {
                        let met = length_of(units.iter().rev(), rest.iter().rev())?;
                        Some(rest.len() - met)
                    }
                })
            }
        };
        let end = match &words.suffix {
            None => Some(to),
            Some(Context { units, apart }) => {
                let gap = gap(after.first(), *apart);
                let rest = gap.and_then(|gap| after.strip_prefix(gap));
                rest.and_then(|rest| match words.around {
                    Around::Words => {
                        let rest = rest.strip_prefix(units.as_slice())?;
                        Some(self.text.units.len() - rest.len())
                    }
                    Around::Letters => {
                        let met = length_of(units.iter(), rest.iter())?;
                        Some(self.text.units.len() - rest.len() + met)
                    }
                })
            }
        };
        // To compare is cheap, to ask where words end is not.
        let (Some(begin), Some(end)) = (begin, end) else {
            return false;
        };
        let is_free =
            |context: &Option<Context>| words.around == Around::Letters && context.is_some();
        (is_free(&words.prefix) || self.is_word_boundary(begin))
            && (is_free(&words.suffix) || self.is_word_boundary(end))
    }

    /// “Is at a word boundary”: the ends of the text are, and what the language
    /// says. It need not be asked beside white space, nor beside punctuation that
    /// has a word on one side at most: all that joins words stands between two.
    pub(super) fn is_word_boundary(&self, at: usize) -> bool {
        let unit = |at: usize| self.text.units.get(at).copied().unwrap_or(BLOCK);
        let before = |count: usize| at.checked_sub(count).map_or(BLOCK, unit);
        let (last, first) = (before(1), unit(at));
        if matches!(first, SPACE | BLOCK) || last == BLOCK {
            return true;
        }
        // What is not plain may be a mark, which belongs to what stands before it.
        if is_plain_unit(last) && is_plain_unit(first) {
            let apart = last == SPACE
                || (is_sign(last) && !is_word(before(2)))
                || (is_sign(first) && !is_word(unit(at + 1)) && !HEBREW.contains(&last));
            if apart {
                return true;
            }
        }
        let (start, stretch) = self.stretch(at);
        self.language.is_word_boundary(start, stretch, at - start)
    }

    /// What stands around a place between white space, over which no language
    /// joins anything, and where that begins.
    fn stretch(&self, at: usize) -> (usize, &[u16]) {
        let units = self.text.units.as_slice();
        let is_cut = |at: usize| match units[at] {
            BLOCK => true,
            SPACE => units.get(at + 1).copied().is_some_and(is_plain_unit),
            _ => false,
        };
        let start = (0..at).rev().find(|at| is_cut(*at)).map_or(0, |at| at + 1);
        let end = (at..units.len()).find(|at| is_cut(*at));
        (start, &units[start..end.unwrap_or(units.len())])
    }
}

fn is_plain_unit(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(is_plain)
}

/// Letters that keep an apostrophe behind them.
const HEBREW: RangeInclusive<u16> = 0x5D0..=0x5EA;

/// Punctuation and symbols of ASCII, without the low line, which is a letter to
/// word boundaries.
fn is_sign(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|c| c.is_ascii_punctuation() && c != b'_')
}

/// What may be part of a word: anything but white space and [signs](is_sign).
pub(super) fn is_word(unit: u16) -> bool {
    !is_sign(unit) && !matches!(unit, SPACE | BLOCK)
}

/// What stands between a term and its context: “the next non-whitespace
/// position”, be it in the next block. Folded, that is one unit or none; none is
/// too little for what must be apart.
fn gap(neighbour: Option<&u16>, apart: bool) -> Option<&'static [u16]> {
    match neighbour {
        Some(&SPACE) => Some(&[SPACE]),
        Some(&BLOCK) => Some(&[BLOCK]),
        _ => (!apart).then_some(&[]),
    }
}

/// How many units of a text a context takes, if the text begins with it: where a
/// block ends, a context has white space or nothing.
fn length_of<'a>(
    context: impl Iterator<Item = &'a u16>,
    text: impl Iterator<Item = &'a u16>,
) -> Option<usize> {
    let (mut text, mut length) = (text.copied().peekable(), 0);
    for &unit in context {
        if text.peek() == Some(&BLOCK) {
            text.next();
            length += 1;
            if unit == SPACE {
                continue;
            }
        }
        if text.next() != Some(unit) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

fn are_apart(first: &str, second: &str) -> bool {
    first.ends_with(char::is_whitespace) || second.starts_with(char::is_whitespace)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::anchoring::Icu;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// What is answered without asking, and what is asked about a part of a
        /// block only, is what the language says of the whole block.
        #[test]
        fn words_end_where_the_language_ends_them(
            text in "([a-cé1-3]{0,3}[ .,:;'\"“’_(/-]{0,2}[\u{301}\u{200D}שא的停火ทำ🚢👩ｶ]?){1,8}",
        ) {
            let index = Index::new(&text, &[], Icu::new("en"));
            let units = &index.text.units;
            let all = Icu::new("en");
            for at in 1..units.len() {
                let expected = all.is_word_boundary(0, units, at);
                let shown = String::from_utf16_lossy(units);
                prop_assert_eq!(index.is_word_boundary(at), expected, "at {} of {:?}", at, shown);
            }
        }
    }
}
