//! The fewest keys that take a passage, found on the text as the Studio sees it.

use standpoint::draft::{quotation_around, quotation_from, trimmed, units, without_marks};
use std::collections::{BTreeMap, BTreeSet};
use thirtyfour::Key;

/// A paragraph with where its sentences and words begin and end.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) sentences: Vec<(usize, usize)>,
    pub(super) words: Vec<(usize, usize)>,
}

/// A key, with those that are held.
#[derive(Clone, Debug)]
pub(super) struct Press {
    pub(super) held: Vec<Key>,
    pub(super) key: char,
}

fn press(held: &[Key], key: impl Into<char>) -> Vec<Press> {
    vec![Press {
        held: held.to_vec(),
        key: key.into(),
    }]
}

/// What is selected of a paragraph; nothing, at the caret.
type Taken = Option<(usize, usize)>;

impl Paragraph {
    /// The fewest keys from the caret to a passage.
    pub(super) fn keys(&self, caret: usize, passage: (usize, usize)) -> Option<Vec<Press>> {
        let mut found: BTreeMap<Taken, Vec<Press>> = BTreeMap::new();
        let mut open: BTreeSet<(usize, Taken)> = BTreeSet::from([(0, None)]);
        found.insert(None, Vec::new());
        while let Some((cost, taken)) = open.pop_first() {
            let way = found.get(&taken)?.clone();
            if way.len() < cost {
                continue;
            }
            if taken == Some(passage) {
                return Some(way);
            }
            for (next, keys) in self.steps(caret, taken) {
                let next = Some(self.settled(next));
                let way = [&way[..], &keys[..]].concat();
                if found.get(&next).is_none_or(|known| known.len() > way.len()) {
                    open.insert((way.len(), next));
                    found.insert(next, way);
                }
            }
        }
        None
    }

    /// What one key, or a key and a letter, selects.
    fn steps(&self, caret: usize, taken: Taken) -> Vec<((usize, usize), Vec<Press>)> {
        match taken {
            None => self.first(caret),
            Some(taken) => self.further(taken),
        }
    }

    fn first(&self, caret: usize) -> Vec<((usize, usize), Vec<Press>)> {
        let mut all = Vec::new();
        let next = self.words.iter().find(|word| word.1 > caret);
        let around = |at: usize| self.sentences.iter().find(|(_, end)| at < *end);
        if let Some(sentence) = next.and_then(|word| around(word.1 - 1)) {
            all.push((*sentence, press(&[], 's')));
        }
        let text = &self.text;
        if let Some(found) = quotation_around(text, caret).or(quotation_from(text, caret)) {
            all.push((found, press(&[], 'q')));
        }
        if let Some(found) = trimmed(text, 0, units(text)) {
            all.push((found, press(&[], 'p')));
        }
        let mut letters = BTreeSet::new();
        for word in self.words.iter().filter(|word| word.0 >= caret) {
            let letter = self.letter(word.0);
            if let (true, Some(sentence)) = (letters.insert(letter), around(word.0)) {
                let keys = [press(&[], 'f'), press(&[], letter)].concat();
                all.push(((word.0, sentence.1), keys));
            }
        }
        all
    }

    fn further(&self, (from, to): (usize, usize)) -> Vec<((usize, usize), Vec<Press>)> {
        let mut all = Vec::new();
        let last = self.sentences.len() - 1;
        let around = |at: usize| {
            let mut all = self.sentences.iter();
            all.position(|(_, end)| at <= *end).unwrap_or(last)
        };
        let (first, end) = (around(from + 1), around(to));
        let is_whole = self.sentences[first].0 == from && self.sentences[end].1 == to;
        let more = if is_whole { (end + 1).min(last) } else { end };
        all.push((
            (self.sentences[first].0, self.sentences[more].1),
            press(&[], 's'),
        ));
        let (alt, both) = ([Key::Alt], [Key::Alt, Key::Shift]);
        let begins = || self.words.iter().map(|word| word.0);
        let ends = || self.words.iter().map(|word| word.1);
        let moved = [
            begins()
                .find(|at| *at > from)
                .map(|at| ((at, to), press(&alt, Key::Right))),
            begins()
                .rfind(|at| *at < from)
                .map(|at| ((at, to), press(&alt, Key::Left))),
            ends()
                .find(|at| *at > to)
                .map(|at| ((from, at), press(&both, Key::Right))),
            ends()
                .rfind(|at| *at < to)
                .map(|at| ((from, at), press(&both, Key::Left))),
        ];
        all.extend(
            moved
                .into_iter()
                .flatten()
                .filter(|((from, to), _)| from < to),
        );
        let mut letters = BTreeSet::new();
        for word in self
            .words
            .iter()
            .filter(|word| word.0 > from && word.0 < to)
        {
            let letter = self.letter(word.0);
            if letters.insert(letter) {
                let keys = [press(&[], 'f'), press(&[], letter)].concat();
                all.push(((word.0, to), keys));
            }
        }
        let mut letters = BTreeSet::new();
        for word in self
            .words
            .iter()
            .rev()
            .filter(|word| word.0 >= from && word.1 < to)
        {
            let letter = self.letter(word.0);
            if letters.insert(letter) {
                let keys = [press(&[], 't'), press(&[], letter)].concat();
                all.push(((from, word.1), keys));
            }
        }
        all
    }

    /// The small letter with which a word begins.
    fn letter(&self, at: usize) -> char {
        let rest: Vec<u16> = self.text.encode_utf16().skip(at).take(2).collect();
        let letter = char::decode_utf16(rest).next().and_then(Result::ok);
        letter
            .and_then(|letter| letter.to_lowercase().next())
            .unwrap_or(' ')
    }

    /// What the Studio makes of what is selected: whole words, without the space and the
    /// quotation marks around them.
    fn settled(&self, (from, to): (usize, usize)) -> (usize, usize) {
        let (from, to) = trimmed(&self.text, from, to).unwrap_or((from, to));
        without_marks(&self.text, from, to)
    }
}
