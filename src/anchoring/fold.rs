//! A text as it is compared, and the way back to the text as it stands.

use super::Language;

/// Stands between two blocks of a folded text, and nowhere else in it.
pub(super) const BLOCK: u16 = b'\n' as u16;
/// All white space of a folded text.
pub(super) const SPACE: u16 = b' ' as u16;

/// A text as it is compared, in UTF-16:
///
/// - in Unicode's normal form KC, so that any normal form is equal;
/// - without what is not seen: soft hyphens, zero width spaces and word joiners,
///   which say where a line may break, and the signs that set a direction;
/// - white space of any kind and length one space, and none at the ends of a
///   block;
/// - curly quotation marks and apostrophes straight.
///
/// Guillemets are other marks than quotation marks, and zero width joiners of
/// scripts that need them change what is read; those stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    pub(super) units: Vec<u16>,
    runs: Vec<Run>,
}

/// From this unit of the folded text on …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    folded: usize,
    /// … it came from here on, …
    source: usize,
    /// … unit by unit; or, where units cannot be told apart, as a whole from
    /// there to here.
    whole: Option<usize>,
}

impl Folded {
    /// Folds a text whose blocks end at these places, in UTF-16 units and in
    /// order.
    pub fn new(text: &str, block_ends: &[usize], language: &impl Language) -> Self {
        let mut folded = Self::default();
        let (kept, seen) = seen(text, block_ends);
        // The text as a whole, because to ask a browser for each word is slow.
        // Most words are in the normal form already; the others are found by
        // walking along both.
        let changed = !seen.chars().all(is_plain);
        let normal = if changed {
            language.nfkc(&seen)
        } else {
            String::new()
        };
        let (mut rest, mut normal) = (seen.as_str(), normal.as_str());
        let mut at = 0;
        while at < kept.len() {
            let after = &kept[at + 1..];
            let count = 1 + after.iter().take_while(|(_, c)| !is_plain(*c)).count();
            let cluster = &kept[at..at + count];
            let length: usize = cluster.iter().map(|(_, c)| c.len_utf8()).sum();
            let (text, next) = rest.split_at(length);
            // A part of a text in normal form is in normal form: what is equal
            // here was not changed.
            if !changed || normal.starts_with(text) {
                for &(source, c) in cluster {
                    folded.push(c, source);
                }
                normal = normal.get(length..).unwrap_or_default();
            } else {
                let form = language.nfkc(text);
                folded.push_changed(cluster, &form, language);
                normal = normal.get(form.len()..).unwrap_or_default();
            }
            rest = next;
            at += count;
        }
        folded.trim();
        folded
    }

    /// A selector's words, which have no blocks.
    pub(super) fn words(text: &str, language: &impl Language) -> Vec<u16> {
        Self::new(text, &[], language).units
    }

    /// Where the unit begins in the text.
    pub(super) fn start_of(&self, unit: usize) -> usize {
        let run = self.run_of(unit);
        match run.whole {
            None => run.source + (unit - run.folded),
            Some(_) => run.source,
        }
    }

    /// Where the unit ends in the text.
    pub(super) fn end_of(&self, unit: usize) -> usize {
        let run = self.run_of(unit);
        match run.whole {
            None => run.source + (unit - run.folded) + 1,
            Some(end) => end,
        }
    }

    fn run_of(&self, unit: usize) -> Run {
        let after = self.runs.partition_point(|run| run.folded <= unit);
        self.runs[after - 1]
    }

    /// A character that stands for itself.
    fn push(&mut self, c: char, source: usize) {
        let units = self.units.len();
        let follows = self
            .runs
            .last()
            .is_some_and(|run| run.whole.is_none() && run.source + (units - run.folded) == source);
        if self.append(c) && !follows {
            self.runs.push(Run {
                folded: units,
                source,
                whole: None,
            });
        }
    }

    /// Characters that have become others, in the smallest parts in which they
    /// did so by themselves.
    fn push_changed(&mut self, cluster: &[(usize, char)], form: &str, language: &impl Language) {
        let mut parts: Vec<(&[(usize, char)], String)> = Vec::new();
        let mut from = 0;
        for to in 1..=cluster.len() {
            let part = language.nfkc(&text_of(&cluster[from..to]));
            let apart = cluster.get(to).is_none_or(|&(_, next)| {
                let next = next.to_string();
                language.nfkc(&[text_of(&cluster[from..to]), next.clone()].concat())
                    == [part.as_str(), &language.nfkc(&next)].concat()
            });
            if apart {
                parts.push((&cluster[from..to], part));
                from = to;
            }
        }
        let together: String = parts.iter().map(|(_, part)| part.as_str()).collect();
        if together != form {
            parts = vec![(cluster, form.to_owned())];
        }
        for (part, form) in parts {
            let (Some(&(source, first)), Some(&(last_source, last))) = (part.first(), part.last())
            else {
                continue;
            };
            if form.chars().eq([first]) && part.len() == 1 {
                self.push(first, source);
                continue;
            }
            let run = Run {
                folded: self.units.len(),
                source,
                whole: Some(last_source + last.len_utf16()),
            };
            let mut appended = false;
            for c in form.chars() {
                appended |= self.append(c);
            }
            if appended {
                self.runs.push(run);
            }
        }
    }

    /// Writes a character, unless it is white space after white space.
    fn append(&mut self, c: char) -> bool {
        let last = self.units.last().copied();
        let c = match c {
            '\n' => {
                self.trim();
                if self.units.is_empty() || self.units.last() == Some(&BLOCK) {
                    return false;
                }
                c
            }
            ' ' if last.is_none_or(|last| last == SPACE || last == BLOCK) => return false,
            '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
            '“' | '”' | '„' | '‟' => '"',
            c => c,
        };
        self.units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
        true
    }

    fn trim(&mut self) {
        if self.units.last() == Some(&SPACE) {
            self.units.pop();
        }
    }
}

/// The characters that are seen, each with its place, and as a text. White space
/// is a space already, and what parts two blocks is a line break.
fn seen(text: &str, block_ends: &[usize]) -> (Vec<(usize, char)>, String) {
    let mut kept = Vec::with_capacity(text.len());
    let mut seen = String::with_capacity(text.len());
    let mut ends = block_ends.iter().copied().peekable();
    let mut at = 0;
    for c in text.chars() {
        while ends.next_if(|end| *end <= at).is_some() {
            kept.push((at, '\n'));
            seen.push('\n');
        }
        if !is_unseen(c) {
            let c = if c.is_whitespace() { ' ' } else { c };
            kept.push((at, c));
            seen.push(c);
        }
        at += c.len_utf16();
    }
    (kept, seen)
}

fn text_of(cluster: &[(usize, char)]) -> String {
    cluster.iter().map(|(_, c)| c).collect()
}

/// Soft hyphen, zero width space, word joiner, zero width no-break space; marks
/// and controls of direction.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchoring::Icu;
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

    #[test]
    fn every_place_leads_back() {
        let text = "  a\u{AD}b\u{a0}\n c½ “d”";
        let folded = Folded::new(text, &[], &Icu::new("en"));
        assert_eq!(String::from_utf16_lossy(&folded.units), "ab c1⁄2 \"d\"");
        let places: Vec<_> = (0..folded.units.len())
            .map(|unit| (folded.start_of(unit), folded.end_of(unit)))
            .collect();
        assert_eq!(
            places,
            [
                (2, 3),
                (4, 5),
                (5, 6),
                (8, 9),
                (9, 10),
                (9, 10),
                (9, 10),
                (10, 11),
                (11, 12),
                (12, 13),
                (13, 14)
            ]
        );
    }

    #[test]
    fn blocks_are_parted_once_and_have_no_space_at_their_ends() {
        let folded = |text: &str, ends: &[usize]| {
            let folded = Folded::new(text, ends, &Icu::new("en"));
            String::from_utf16_lossy(&folded.units)
        };
        assert_eq!(folded(" a  b ", &[0, 3, 3, 4]), "a\nb");
        assert_eq!(folded("ab", &[1, 2, 9]), "a\nb");
        assert_eq!(folded("", &[0]), "");
    }
}
