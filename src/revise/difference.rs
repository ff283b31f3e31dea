//! Where two texts differ, word by word.

use similar::{ChangeTag, TextDiff};
use std::fmt;

/// How many words are shown beside what differs.
const AROUND: usize = 3;

/// Whether words stand in both texts, or in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In both.
    Both,
    /// In the first.
    First,
    /// In the second.
    Second,
}

/// Two texts as stretches of words that are in one of them or in both, in order.
/// Written out, what is in the first only is `[-so-]`, what is in the second only
/// `{+so+}`, as `wdiff` and `git diff --word-diff` have it, and of what is in both
/// a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference(Vec<(Side, String)>);

impl Difference {
    /// Compares two texts, both of which are folded.
    pub fn of(first: &str, second: &str) -> Self {
        let diff = TextDiff::from_unicode_words(first, second);
        let mut all: Vec<(Side, String)> = Vec::new();
        for change in diff.iter_all_changes() {
            let side = match change.tag() {
                ChangeTag::Equal => Side::Both,
                ChangeTag::Delete => Side::First,
                ChangeTag::Insert => Side::Second,
            };
            match all.last_mut() {
                Some((last, words)) if *last == side => words.push_str(change.value()),
                _ => all.push((side, change.value().to_owned())),
            }
        }
        Self(whole_words(all))
    }

    /// The stretches.
    pub fn stretches(&self) -> &[(Side, String)] {
        &self.0
    }

    /// Each text for itself, with a few words around what differs.
    pub fn excerpts(&self) -> (String, String) {
        let (mut first, mut second) = (String::new(), String::new());
        for (side, words) in self.shortened() {
            if side != Side::Second {
                first.push_str(&words);
            }
            if side != Side::First {
                second.push_str(&words);
            }
        }
        (first.trim().to_owned(), second.trim().to_owned())
    }

    /// The same, of what is in both only what stands beside something else.
    fn shortened(&self) -> Vec<(Side, String)> {
        let last = self.0.len().saturating_sub(1);
        let shorter = |(at, (side, words)): (usize, &(Side, String))| {
            let words = match side {
                Side::Both => beginning_and_end(words, at > 0, at < last),
                _ => words.clone(),
            };
            (*side, words)
        };
        self.0.iter().enumerate().map(shorter).collect()
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (side, words) in self.shortened() {
            match side {
                Side::Both => f.write_str(&words)?,
                Side::First => write!(f, "[-{}-]{}", words.trim_end(), space_after(&words))?,
                Side::Second => write!(f, "{{+{}+}}{}", words.trim_end(), space_after(&words))?,
            }
        }
        Ok(())
    }
}

fn space_after(words: &str) -> &str {
    &words[words.trim_end().len()..]
}

/// A space alone that both have is no reason to break what differs in two.
fn whole_words(all: Vec<(Side, String)>) -> Vec<(Side, String)> {
    let mut whole: Vec<(Side, String)> = Vec::new();
    let (mut first, mut second) = (String::new(), String::new());
    let flush = |whole: &mut Vec<(Side, String)>, first: &mut String, second: &mut String| {
        for (side, words) in [(Side::First, first), (Side::Second, second)] {
            if !words.is_empty() {
                whole.push((side, std::mem::take(words)));
            }
        }
    };
    let count = all.len();
    for (at, (side, words)) in all.into_iter().enumerate() {
        let is_between = !first.is_empty() && !second.is_empty() && at + 1 < count;
        match side {
            Side::First => first.push_str(&words),
            Side::Second => second.push_str(&words),
            Side::Both if words.trim().is_empty() && is_between => {
                first.push_str(&words);
                second.push_str(&words);
            }
            Side::Both => {
                flush(&mut whole, &mut first, &mut second);
                whole.push((side, words));
            }
        }
    }
    flush(&mut whole, &mut first, &mut second);
    whole
}

/// A few words of a stretch: of its beginning, if something else stands before,
/// and of its end, if something stands behind.
fn beginning_and_end(stretch: &str, beginning: bool, end: bool) -> String {
    let (space, rest) = stretch.split_at(stretch.len() - stretch.trim_start().len());
    let words: Vec<&str> = rest.split_inclusive(' ').collect();
    let from = if beginning { AROUND } else { 0 };
    let to = words.len().saturating_sub(if end { AROUND } else { 0 });
    if from >= to {
        return stretch.to_owned();
    }
    let left_out = if end { "… " } else { "…" };
    [
        space,
        &words[..from].concat(),
        left_out,
        &words[to..].concat(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(first: &str, second: &str) -> String {
        Difference::of(first, second).to_string()
    }

    #[test]
    fn what_differs_has_a_few_words_around_it() {
        let text =
            |word: &str| format!("said the president will {word}instruct all of the members");
        assert_eq!(
            shown(&text("never "), &text("")),
            "… the president will [-never-] instruct all of …"
        );
        let difference = Difference::of(&text("never "), &text(""));
        let (first, second) = difference.excerpts();
        assert_eq!(first, "… the president will never instruct all of …");
        assert_eq!(second, "… the president will instruct all of …");
    }

    #[test]
    fn each_difference_is_told_for_itself() {
        let (first, second) = (
            "one two three four five six seven eight nine ten eleven",
            "one 2 three four five six seven eight nine 10 eleven",
        );
        assert_eq!(
            shown(first, second),
            "one [-two-]{+2+} three four five … seven eight nine [-ten-]{+10+} eleven"
        );
        assert_eq!(shown("a b c", "x y c"), "[-a b-]{+x y+} c");
    }

    #[test]
    fn where_no_space_parts_words_it_is_told_as_well() {
        assert_eq!(
            shown("他们同意停火", "他们不同意停火"),
            "他们{+不+}同意停火"
        );
    }
}
