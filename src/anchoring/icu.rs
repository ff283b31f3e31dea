//! Unicode's tables natively, by ICU4X.

use super::{Language, Letters};
use icu_locale_core::LanguageIdentifier;
use icu_segmenter::options::WordBreakOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use std::cell::RefCell;

/// A language as ICU4X knows it: as in browsers with dictionaries for Chinese,
/// Japanese, Thai and others that put no space between words. `Intl.Segmenter`
/// in Firefox is the same code, and in the other browsers its elder brother.
#[derive(Debug)]
pub struct Icu {
    words: WordSegmenter,
    /// The text that was asked about last, and its boundaries.
    last: RefCell<Option<(usize, Vec<usize>)>>,
}

impl Icu {
    /// The language of a BCP 47 tag; of one that is none, what holds for all.
    pub fn new(tag: &str) -> Self {
        let locale: Option<LanguageIdentifier> = tag.parse().ok();
        let mut options = WordBreakOptions::default();
        options.content_locale = locale.as_ref();
        let words = WordSegmenter::try_new_dictionary(options);
        Self {
            words: words.unwrap_or_else(|_| default_words().static_to_owned()),
            last: RefCell::default(),
        }
    }
}

fn default_words() -> WordSegmenterBorrowed<'static> {
    WordSegmenter::new_dictionary(Default::default())
}

impl Letters for Icu {}

impl Language for Icu {
    fn is_word_boundary(&self, number: usize, text: &[u16], at: usize) -> bool {
        let mut last = self.last.borrow_mut();
        let known = last.take().filter(|(of, _)| *of == number);
        let (_, boundaries) = last.insert(known.unwrap_or_else(|| {
            let words = self.words.as_borrowed().segment_utf16(text);
            (number, words.collect())
        }));
        boundaries.binary_search(&at).is_ok()
    }
}
