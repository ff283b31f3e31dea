//! What a mistyped word most likely stands for.

use super::limits::COMPARISONS;
use std::cell::Cell;

/// How many letters a mistyped word may be away from what was meant.
const FAR: usize = 2;

/// How many letters a word has at least that may be another one mistyped.
const LONG: usize = 4;

/// Suggests what was meant, until a document full of mistakes has cost enough.
pub(super) struct Suggestions {
    left: Cell<usize>,
}

impl Default for Suggestions {
    fn default() -> Self {
        Self {
            left: Cell::new(COMPARISONS),
        }
    }
}

impl Suggestions {
    /// The known word that a mistyped one most likely stands for: at most two
    /// letters away and fewer than half of it changed, or written in capitals.
    /// Known words are field names and ids, which are ASCII.
    pub(super) fn nearest(
        &self,
        word: &str,
        known: &mut dyn Iterator<Item = &str>,
    ) -> Option<String> {
        let letters = word.chars().count();
        let mut best: Option<(usize, &str)> = None;
        for candidate in known.filter(|known| known.len().abs_diff(letters) <= FAR) {
            let left = self.left.get().checked_sub(1)?;
            self.left.set(left);
            let Some(distance) = distance(word, candidate) else {
                continue;
            };
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate.to_owned())
    }
}

fn distance(word: &str, candidate: &str) -> Option<usize> {
    if candidate.eq_ignore_ascii_case(word) {
        let pairs = candidate.bytes().zip(word.bytes());
        return Some(pairs.filter(|(a, b)| a != b).count());
    }
    changes(word, candidate, FAR).filter(|changed| changed * 2 < candidate.len())
}

/// A name as names are compared: its words without capitals and signs.
pub(super) struct Name {
    words: Vec<String>,
    joined: String,
}

impl Name {
    pub(super) fn new(name: &str) -> Self {
        let lower = name.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let words: Vec<String> = words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let joined = words.concat();
        Self { words, joined }
    }

    /// Whether two names are one but for capitals, signs, or a letter of one
    /// word. Numbers and letters that stand alone tell parties apart.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        if self.joined == other.joined {
            return true;
        }
        if self.words.len() != other.words.len() {
            return false;
        }
        let pairs = self.words.iter().zip(&other.words);
        let mut differing = pairs.filter(|(one, other)| one != other);
        let (Some((word, another)), None) = (differing.next(), differing.next()) else {
            return false;
        };
        let is_word =
            |word: &str| word.chars().count() >= LONG && !word.contains(|c: char| c.is_numeric());
        is_word(word) && is_word(another) && changes(word, another, 1).is_some()
    }
}

/// Levenshtein distance, as far as it is not above `most`.
fn changes(a: &str, b: &str, most: usize) -> Option<usize> {
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        let (here, there) = (a.as_str(), b.as_str());
        match (a.next(), b.next()) {
            (None, None) => return Some(0),
            (Some(x), Some(y)) if x == y => {}
            (x, y) => {
                let most = most.checked_sub(1)?;
                let exchanged = x.and(y).and_then(|_| changes(a.as_str(), b.as_str(), most));
                let left_out = x.and_then(|_| changes(a.as_str(), there, most));
                let put_in = y.and_then(|_| changes(here, b.as_str(), most));
                let least = [exchanged, left_out, put_in].into_iter().flatten().min();
                return least.map(|least| least + 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(word: &str, known: &[&str]) -> Option<String> {
        Suggestions::default().nearest(word, &mut known.iter().copied())
    }

    #[test]
    fn a_typo_is_recognised_and_another_word_is_not() {
        let known = ["conditions", "summary", "date"];
        assert_eq!(nearest("conditons", &known), Some("conditions".to_owned()));
        assert_eq!(nearest("sumary", &known), Some("summary".to_owned()));
        assert_eq!(nearest("SUMMARY", &known), Some("summary".to_owned()));
        assert_eq!(nearest("weather", &known), None);
        assert_eq!(nearest("xyz", &known), None);
        assert_eq!(nearest("dät", &known), None);
        assert_eq!(nearest("däte", &known), Some("date".to_owned()));
    }

    #[test]
    fn of_two_that_are_as_near_it_is_the_first() {
        assert_eq!(
            nearest("abcde", &["abcdx", "abcdy"]).as_deref(),
            Some("abcdx")
        );
        assert_eq!(
            nearest("abcde", &["abcxx", "abcdy"]).as_deref(),
            Some("abcdy")
        );
    }

    #[test]
    fn a_document_full_of_mistakes_is_helped_only_so_far() {
        let suggestions = Suggestions { left: Cell::new(5) };
        let known = ["statement"; 3];
        let ask = || suggestions.nearest("statemnt", &mut known.into_iter());
        assert_eq!(ask().as_deref(), Some("statement"));
        assert_eq!(ask(), None);
    }

    #[test]
    fn names_are_near_that_differ_in_nothing_a_reader_would_say() {
        for (one, other) in [
            ("The Town Council", "the Town  Council"),
            ("Residents’ Group", "Residents' Group"),
            ("Costal Union", "Coastal Union"),
            ("Партія миру", "Партія мира"),
        ] {
            assert!(Name::new(one).is_near(&Name::new(other)), "{one} {other}");
        }
        for (one, other) in [
            ("Party A", "Party B"),
            ("District 5", "District 6"),
            ("The Town", "The Ferry"),
            ("Northern League", "Southern League"),
            ("Labour", "Labour Students"),
            ("US", "UK"),
        ] {
            assert!(!Name::new(one).is_near(&Name::new(other)), "{one} {other}");
        }
    }

    /// Held against the plain table of Levenshtein's.
    #[test]
    fn changes_are_levenshtein_s() {
        let table = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
            for i in 0..=a.len() {
                for j in 0..=b.len() {
                    rows[i][j] = match (i, j) {
                        (0, n) | (n, 0) => n,
                        _ => (rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                            .min(rows[i - 1][j] + 1)
                            .min(rows[i][j - 1] + 1),
                    };
                }
            }
            rows[a.len()][b.len()]
        };
        let mut words = vec![String::new()];
        for length in 0..5 {
            for at in 0..words.len() {
                if words[at].chars().count() == length {
                    words.extend(["a", "b", "ö"].map(|letter| words[at].clone() + letter));
                }
            }
        }
        for (index, a) in words.iter().enumerate() {
            // A few hundred partners each, spread over all.
            for b in words.iter().skip(index % 3).step_by(3) {
                let distance = table(a, b);
                let expected = (distance <= FAR).then_some(distance);
                assert_eq!(changes(a, b, FAR), expected, "{a} {b}");
            }
        }
    }
}
