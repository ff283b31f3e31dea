//! From a place in a text to the selector that finds it there and nowhere else:
//! the way back from [`Index::find`].

use super::fold::{BLOCK, SPACE};
use super::index::is_word;
use super::seen::Seen;
use super::{Anchoring, Index, Language};
use crate::article::{Selector, TextQuote};
use std::ops::Range;

/// A passage of no more words than that is named by all of them.
const SHORT: usize = 8;

/// So many words, where there are, name each end of a longer one, and so many of
/// those around it are taken at first.
const FEW: usize = 3;

/// A selector and what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The shortest that finds the passage and nothing else.
    pub selector: Selector,
    /// The passage, in UTF-16 units of the text: what was marked, without what is
    /// not seen at its ends.
    pub place: Range<usize>,
}

/// Why no selector finds a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undescribable {
    /// There is nothing in it that is seen.
    Empty,
    /// It begins or ends within what is one letter to a reader.
    CutsLetter,
}

/// How much of the words around is told: so many words before each of the two
/// terms and after it.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    before: usize,
    after: usize,
}

/// What is tried: the terms, and what stands around them. Without an end, the
/// start is the whole passage.
#[derive(Clone, Debug)]
struct Attempt {
    start: Range<usize>,
    end: Option<Range<usize>>,
    around_start: Around,
    around_end: Around,
}

impl<L: Language> Index<L> {
    /// The shortest selector that finds this place of the text, from which the
    /// index was made, and nothing else in it.
    ///
    /// A short passage within a block is told by its words, any other one by its
    /// ends; words around are added only where there are several such places, or
    /// where it begins or ends within a word.
    ///
    /// # Errors
    /// When no selector can find it; the reason.
    pub fn describe(&self, text: &str, place: Range<usize>) -> Result<Described, Undescribable> {
        let units = self.seen_within(&place)?;
        let place = self.text.start_of(units.start)..self.text.end_of(units.end - 1);
        let text: Vec<u16> = text.encode_utf16().collect();
        let finds = |attempt: &Attempt| {
            let selector = self.selector_of(&text, attempt);
            (self.find(&selector, 2) == Anchoring::Exact(place.clone())).then_some(selector)
        };
        let mut words = FEW;
        loop {
            let (attempt, is_all) = self.attempt(&units, words);
            for around in self.arounds(&attempt, words) {
                let found = finds(&around).map(|selector| (around.clone(), selector));
                if let Some((around, selector)) = found {
                    let selector = self.shorter(around, &finds).unwrap_or(selector);
                    return Ok(Described { selector, place });
                }
            }
            if is_all && words > self.text.units.len() {
                return Err(Undescribable::CutsLetter);
            }
            words *= 2;
        }
    }

    /// The units of a place without white space at its ends.
    fn seen_within(&self, place: &Range<usize>) -> Result<Range<usize>, Undescribable> {
        let mut units = self.text.units_of(place.clone());
        let is_blank = |at: usize| matches!(self.text.units[at], SPACE | BLOCK);
        while !units.is_empty() && is_blank(units.start) {
            units.start += 1;
        }
        while !units.is_empty() && is_blank(units.end - 1) {
            units.end -= 1;
        }
        if units.is_empty() {
            return Err(Undescribable::Empty);
        }
        let (first, last) = (self.text.units[units.start], self.text.units[units.end - 1]);
        let cuts = self.text.start_of(units.start) < place.start
            || self.text.end_of(units.end - 1) > place.end
            || (0xDC00..0xE000).contains(&first)
            || (0xD800..0xDC00).contains(&last);
        match cuts {
            true => Err(Undescribable::CutsLetter),
            false => Ok(units),
        }
    }

    /// The passage by all its words, or by so many at each end; and whether no
    /// more of it could be told.
    fn attempt(&self, units: &Range<usize>, words: usize) -> (Attempt, bool) {
        let whole = Attempt {
            start: units.clone(),
            end: None,
            around_start: Around::default(),
            around_end: Around::default(),
        };
        let mut blocks = self.text.units[units.clone()].iter();
        let first_block = units.start
            + blocks
                .position(|unit| *unit == BLOCK)
                .unwrap_or(units.len());
        let is_one_block = first_block == units.end;
        if is_one_block && self.onward(units.start, SHORT, units.end) == units.end {
            return (whole, true);
        }
        let mut blocks = self.text.units[units.clone()].iter();
        let last_block = blocks.rposition(|unit| *unit == BLOCK);
        let last_block = units.start + last_block.map_or(0, |at| at + 1);
        let start = units.start..self.onward(units.start, words, first_block);
        let end = self.back(units.end, words, last_block)..units.end;
        if is_one_block && end.start <= start.end {
            return (whole, true);
        }
        let is_all = !is_one_block && start.end == first_block && end.start == last_block;
        let attempt = Attempt {
            start,
            end: Some(end),
            ..whole
        };
        (attempt, is_all)
    }

    /// The same with more and more around it.
    fn arounds(&self, attempt: &Attempt, words: usize) -> Vec<Attempt> {
        let end = attempt.end.as_ref().unwrap_or(&attempt.start).end;
        // What begins within a word is found only behind the beginning of that.
        let before = usize::from(!self.is_word_boundary(attempt.start.start));
        let after = usize::from(!self.is_word_boundary(end));
        let with = |start: [usize; 2], end: [usize; 2]| {
            let around = |[before, after]: [usize; 2]| Around { before, after };
            Attempt {
                around_start: around(start),
                around_end: around(end),
                ..attempt.clone()
            }
        };
        let more = |least: usize| least.max(words);
        match attempt.end {
            None => vec![
                with([before, after], [0, 0]),
                with([before, more(after)], [0, 0]),
                with([more(before), after], [0, 0]),
                with([more(before), more(after)], [0, 0]),
            ],
            Some(_) => vec![
                with([before, 0], [0, after]),
                with([before, 0], [0, more(after)]),
                with([more(before), 0], [0, after]),
                with([more(before), 0], [0, more(after)]),
                with([more(before), words], [words, more(after)]),
            ],
        }
    }

    /// With as few words around it as will do.
    fn shorter(
        &self,
        mut attempt: Attempt,
        finds: &impl Fn(&Attempt) -> Option<Selector>,
    ) -> Option<Selector> {
        let counts: [fn(&mut Attempt) -> &mut usize; 4] = [
            |attempt| &mut attempt.around_start.before,
            |attempt| &mut attempt.around_start.after,
            |attempt| &mut attempt.around_end.before,
            |attempt| &mut attempt.around_end.after,
        ];
        let mut best = None;
        for count in counts {
            // The least that will do lies above `low`, which will not.
            let (mut low, mut high) = (0, *count(&mut attempt));
            while high > low + 1 {
                let middle = low + (high - low) / 2;
                let mut fewer = attempt.clone();
                *count(&mut fewer) = middle;
                match finds(&fewer) {
                    Some(selector) => {
                        best = Some(selector);
                        high = middle;
                    }
                    None => low = middle,
                }
            }
            *count(&mut attempt) = high;
        }
        best
    }

    fn selector_of(&self, text: &[u16], attempt: &Attempt) -> Selector {
        let quote = |term: &Range<usize>, around: Around| {
            let before = self.back(term.start, around.before, 0);
            let after = self.onward(term.end, around.after, self.text.units.len());
            let some = |words: String| (!words.is_empty()).then_some(words);
            TextQuote {
                exact: self.words_as_written(text, term.clone()),
                prefix: some(self.words_as_written(text, before..term.start)),
                suffix: some(self.words_as_written(text, term.end..after)),
            }
        };
        let start = quote(&attempt.start, attempt.around_start);
        match &attempt.end {
            None => Selector::Quote(start),
            Some(end) => Selector::Range(start, quote(end, attempt.around_end)),
        }
    }

    /// The units' words as they stand in the text, but for what is not seen; white
    /// space, and the end of a block, is one space.
    fn words_as_written(&self, text: &[u16], units: Range<usize>) -> String {
        let mut words = String::new();
        let mut at = units.start;
        while at < units.end {
            let mut rest = self.text.units[at..units.end].iter();
            let end = at
                + rest
                    .position(|unit| *unit == BLOCK)
                    .unwrap_or(units.end - at);
            if end > at {
                let written = &text[self.text.start_of(at)..self.text.end_of(end - 1)];
                for (_, c) in Seen::new(&String::from_utf16_lossy(written), &[]) {
                    if c != ' ' || !words.ends_with(' ') {
                        words.push(c);
                    }
                }
            }
            if end < units.end && !words.ends_with(' ') {
                words.push(' ');
            }
            at = end + 1;
        }
        words
    }

    /// Where so many words end, from a place on; none of them beyond `most`.
    fn onward(&self, from: usize, words: usize, most: usize) -> usize {
        let units = &self.text.units;
        let mut at = from;
        for _ in 0..words {
            while at < most && !is_word(units[at]) {
                at += 1;
            }
            if at >= most {
                break;
            }
            at += 1;
            while at < most && !self.is_word_boundary(at) {
                at += 1;
            }
        }
        at
    }

    /// Where so many words begin that end at a place; none of them before `least`.
    fn back(&self, to: usize, words: usize, least: usize) -> usize {
        let units = &self.text.units;
        let mut at = to;
        for _ in 0..words {
            while at > least && !is_word(units[at - 1]) {
                at -= 1;
            }
            if at <= least {
                break;
            }
            at -= 1;
            while at > least && !self.is_word_boundary(at) {
                at -= 1;
            }
        }
        at
    }
}
