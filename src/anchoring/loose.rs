//! The folding at a second strength: what a reader who searches takes for the
//! same letters.
//!
//! It is what Chromium's and WebKit's “find in page” do by ICU's string search:
//! letters are compared at the primary strength of CLDR's root collation. So
//! case, accents, vowel points, tatweel and the forms of one letter or digit make
//! no difference, `ß` is `ss` and `æ` is `ae`; what is a letter of its own stays
//! one: `й` is not `и` though `ё` is `е`, `ı` is not `i`, a guillemet is no
//! quotation mark. What is marked are whole letters, grapheme clusters, and never
//! half of one that stands for two. Kana are compared as they are, but for hiragana and
//! katakana: to the collation `か` and `が`, `つ` and `っ` are one, to readers
//! and to browsers they are not.

use super::Letters;
use super::seen::{Seen, is_plain};
use crate::unicode::straight;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::ops::Range;

/// What Unicode's collation and segmentation know.
pub trait Alike: Letters {
    /// Which comes first, at the primary strength of CLDR's root collation.
    fn compare(&self, one: &str, other: &str) -> Ordering;

    /// Of each character of a text, whether a grapheme cluster begins with it.
    fn begin_clusters(&self, text: &str) -> Vec<bool>;
}

/// Texts as they are searched, and what has been learned of their letters. To ask
/// whoever knows is slow, so each letter is asked about once.
#[derive(Debug, Default)]
pub struct Loose<A> {
    alike: A,
    known: RefCell<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// One of all characters that are equal, which stands for them, in the order
    /// of the collation.
    kinds: Vec<char>,
    /// By characters that are letters by themselves, what stands for them.
    singles: Vec<char>,
    /// Characters that may have joined, in order, and the letters that they are:
    /// of each as many times [`ONE`] as it has characters, what it is searched as,
    /// and its [`END`].
    stretches: Vec<(String, String)>,
}

/// A character of a letter.
const ONE: char = '\u{1}';
/// A part of a letter that can be found begins.
const PART: char = '\u{2}';
/// A letter ends.
const END: char = '\u{3}';

/// A text as it is searched.
#[derive(Debug, Default)]
pub struct Key {
    text: String,
    /// Where no letter begins, in order, and whether a part of one does.
    inner: Vec<(usize, bool)>,
    /// Where each letter ends, and where in the text it stands, in UTF-16 units.
    letters: Vec<(usize, Range<usize>)>,
}

impl Key {
    /// How often it has what is searched for.
    pub fn count(&self, wanted: &Key) -> usize {
        let mut count = 0;
        self.find(wanted, &mut |_| count += 1);
        count
    }

    /// Whether there is nothing to be searched for.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Tells of all whole letters in which it stands.
    fn find(&self, wanted: &Key, found: &mut dyn FnMut(Range<usize>)) {
        let (text, wanted) = (self.text.as_bytes(), wanted.text.as_bytes());
        let is_part = |at: usize| {
            let place = self.inner.binary_search_by_key(&at, |inner| inner.0);
            place.ok().map(|place| self.inner[place].1)
        };
        let mut start = 0;
        while !wanted.is_empty() && start < text.len() {
            let mut end = start + wanted.len();
            let is_hit = text[start] == wanted[0]
                && text[start..].starts_with(wanted)
                && is_part(start) != Some(false)
                && is_part(end) != Some(false);
            if !is_hit {
                start += 1;
                continue;
            }
            let is_inner = |at: usize| is_part(at).is_some() || !self.text.is_char_boundary(at);
            while is_inner(start) {
                start -= 1;
            }
            while end < text.len() && is_inner(end) {
                end += 1;
            }
            found(start..end);
            start = end;
        }
    }

    /// Adds a character to the last letter.
    fn push(&mut self, c: char, is_part: bool) {
        let end = self.text.len();
        if c == ' ' && matches!(self.text.as_bytes().last(), None | Some(b' ')) {
            return;
        }
        if end > self.letters.last().map_or(0, |(end, _)| *end) {
            self.inner.push((end, is_part));
        }
        self.text.push(c);
    }

    fn end_letter(&mut self, place: Range<usize>) {
        self.letters.push((self.text.len(), place));
    }
}

/// Beyond, a character stands for itself or is asked about.
const SINGLES: usize = 0x3000;

impl<A: Alike> Loose<A> {
    /// A text, or what is searched for, as it is searched.
    pub fn key(&self, text: &str) -> Key {
        let mut key = self.read(text);
        // There may be many, and few are shown.
        key.letters = Vec::new();
        key
    }

    /// Which of two texts comes first, letter by letter.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.alike.compare(one, other)
    }

    /// Where a text has what is searched for, in UTF-16 units, in order.
    pub fn occurrences(&self, text: &str, wanted: &Key) -> Vec<Range<usize>> {
        let key = self.read(text);
        let mut found = Vec::new();
        key.find(wanted, &mut |hit| {
            let letter =
                |at: usize| &key.letters[key.letters.partition_point(|(end, _)| *end < at)].1;
            found.push(letter(hit.start + 1).start..letter(hit.end).end);
        });
        found
    }

    fn read(&self, text: &str) -> Key {
        let mut key = Key::default();
        let mut known = self.known.borrow_mut();
        let mut seen = Seen::new(text, &[]);
        let mut stretch = String::new();
        let mut places: Vec<Range<usize>> = Vec::new();
        loop {
            let next = seen.next();
            if next.is_none_or(|(_, c)| begins(c)) {
                self.read_stretch(&mut known, &stretch, &places, &mut key);
                stretch.clear();
                places.clear();
            }
            let Some((at, c)) = next else {
                break;
            };
            stretch.push(straight(c));
            places.push(at..at + c.len_utf16());
        }
        if key.text.ends_with(' ') {
            key.text.pop();
        }
        key
    }

    /// Adds the letters of a stretch, of which only the first character is sure to
    /// begin one.
    fn read_stretch(
        &self,
        known: &mut Known,
        stretch: &str,
        places: &[Range<usize>],
        key: &mut Key,
    ) {
        let first = stretch.chars().next();
        if let [place] = places
            && let Some(form) = first.and_then(|c| known.single(c))
        {
            key.push(form, false);
            key.end_letter(place.clone());
            return;
        }
        let (mut from, mut to, mut is_part) = (0, 0, false);
        for c in self.letters(known, stretch).chars() {
            match c {
                ONE => to += 1,
                PART => is_part = true,
                END => {
                    key.end_letter(places[from].start..places[to - 1].end);
                    from = to;
                }
                c => {
                    key.push(c, is_part);
                    is_part = false;
                }
            }
        }
    }

    fn letters<'a>(&self, known: &'a mut Known, stretch: &str) -> &'a str {
        let place = known
            .stretches
            .binary_search_by(|(text, _)| text.as_str().cmp(stretch));
        let place = place.unwrap_or_else(|place| {
            if known.kinds.is_empty() {
                // Plain letters stand for all that are equal to them, small ones first.
                for c in (' '..='~').rev() {
                    self.kind(&mut known.kinds, c);
                }
                known.singles.resize(SINGLES, '\0');
            }
            let begin = self.alike.begin_clusters(stretch);
            let mut letters = String::new();
            let mut letter = String::new();
            let mut chars = stretch.chars().zip(&begin);
            loop {
                let next = chars.next();
                let is_other = |(c, begins): (char, &bool)| {
                    *begins && am(letter.chars().next_back(), c).is_none()
                };
                if !letter.is_empty() && next.is_none_or(is_other) {
                    self.letter(&mut known.kinds, &letter, &mut letters);
                    letter.clear();
                }
                let Some((c, _)) = next else {
                    break;
                };
                letter.push(c);
            }
            known.learn(stretch, &letters);
            known.stretches.insert(place, (stretch.to_owned(), letters));
            place
        });
        &known.stretches[place].1
    }

    /// Writes a letter.
    fn letter(&self, kinds: &mut Vec<char>, letter: &str, letters: &mut String) {
        for _ in letter.chars() {
            letters.push(ONE);
        }
        let mut last = None;
        for c in self.alike.nfkc(letter).chars() {
            // What one character has become is not to be parted.
            if letter.chars().nth(1).is_some() {
                letters.push(PART);
            }
            self.form(kinds, am(last, c).unwrap_or(c), letters);
            last = Some(c);
        }
        letters.push(END);
    }

    /// Writes what a character is searched as.
    fn form(&self, kinds: &mut Vec<char>, c: char, form: &mut String) {
        if is_itself(c) {
            form.push(hiragana(c));
            return;
        }
        let c = for_searching(c);
        if self.order("", c) == Ordering::Equal {
            return;
        }
        // What is searched as two letters comes after the first of them and before
        // what follows that.
        let mut pair = String::new();
        for _ in 0..2 {
            for last in ('a'..='z').rev() {
                pair.push(last);
                match self.order(&pair, c) {
                    Ordering::Less => break,
                    Ordering::Equal => {
                        form.push_str(&pair);
                        return;
                    }
                    Ordering::Greater => pair.pop(),
                };
            }
        }
        form.push(self.kind(kinds, c));
    }

    /// The character that stands for one and all that are equal to it.
    fn kind(&self, kinds: &mut Vec<char>, c: char) -> char {
        let order = |kind: &char| self.order(kind.encode_utf8(&mut [0; 4]), c);
        let place = kinds.binary_search_by(order).unwrap_or_else(|place| {
            kinds.insert(place, c);
            place
        });
        kinds[place]
    }

    fn order(&self, other: &str, c: char) -> Ordering {
        self.alike.compare(other, c.encode_utf8(&mut [0; 4]))
    }
}

impl Known {
    fn single(&self, c: char) -> Option<char> {
        if is_itself(c) {
            return Some(hiragana(c));
        }
        let form = self.singles.get(c as usize).copied();
        form.filter(|form| *form != '\0')
    }

    /// Notes what stands for a character, if one does.
    fn learn(&mut self, stretch: &str, letters: &str) {
        let (mut chars, mut letters) = (stretch.chars(), letters.chars());
        if let (Some(c), None, Some(ONE), Some(form), Some(END)) = (
            chars.next(),
            chars.next(),
            letters.next(),
            letters.next(),
            letters.next(),
        ) && let Some(single) = self.singles.get_mut(c as usize)
        {
            *single = form;
        }
    }
}

/// Whether a character is sure to begin a letter. Those of Devanagari join with
/// the ones before them, and so does the second half of [am].
fn begins(c: char) -> bool {
    is_plain(c) && !matches!(c, '\u{900}'..='\u{97F}' | '\u{E32}')
}

/// The vowel *am* of Thai or Lao, one letter, of its halves in normal form KC.
fn am(first: Option<char>, second: char) -> Option<char> {
    match (first?, second) {
        ('\u{E4D}', '\u{E32}') => Some('\u{E33}'),
        ('\u{ECD}', '\u{EB2}') => Some('\u{EB3}'),
        _ => None,
    }
}

/// Whether a character is compared as it is: kana, ideographs, Hangul; and a sign
/// that the collation has for another with a stroke, but not when searching.
fn is_itself(c: char) -> bool {
    matches!(c, '≠' | '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// Forms of Arabic letters that readers type for each other. It is what CLDR's
/// tailoring of the root for searching (`common/collation/root.xml`) says of
/// letters; Chromium and WebKit have that, Firefox and ICU4X have the root alone.
fn for_searching(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        'ة' => 'ه',
        c => c,
    }
}

/// Katakana as hiragana: Unicode has both in the same order.
fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        c => c,
    }
}
