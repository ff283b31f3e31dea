//! A text as it is compared, and the way back to the text as it stands.

use super::Language;
use std::str::Chars;

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
        let seen = || Seen {
            chars: text.chars(),
            ends: block_ends,
            at: 0,
        };
        // A browser is asked once for all, because to ask is slow.
        let clusters = clusters(seen());
        let forms = if clusters.is_empty() {
            clusters
        } else {
            language.nfkc(&clusters)
        };
        let mut forms = forms.split(BETWEEN).skip(1);
        let mut folded = Self {
            units: Vec::with_capacity(text.len() + block_ends.len()),
            runs: Vec::new(),
        };
        let mut cluster: Vec<(usize, char)> = Vec::new();
        let mut last = None;
        for (at, c) in seen() {
            if !is_plain(c) {
                if cluster.is_empty() && last.is_some_and(|(_, base)| can_be_joined(base)) {
                    folded.pop();
                    cluster.extend(last);
                }
                cluster.push((at, c));
                continue;
            }
            if !cluster.is_empty() {
                folded.push_cluster(&cluster, forms.next().unwrap_or_default(), language);
                cluster.clear();
            }
            last = Some((at, c));
            folded.push(c, at);
        }
        if !cluster.is_empty() {
            folded.push_cluster(&cluster, forms.next().unwrap_or_default(), language);
        }
        folded.trim();
        if folded.units.last() == Some(&BLOCK) {
            folded.units.pop();
        }
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
        let folded = self.units.len();
        if self.append(c) && !self.follows(folded, source) {
            self.runs.push(Run {
                folded,
                source,
                whole: None,
            });
        }
    }

    /// Whether the unit comes from there, as the last run has it.
    fn follows(&self, unit: usize, source: usize) -> bool {
        let run = self.runs.last();
        run.is_some_and(|run| run.whole.is_none() && source + run.folded == run.source + unit)
    }

    /// Takes back the last character, which is plain and stood for itself.
    fn pop(&mut self) {
        self.units.pop();
        if self.runs.last().map(|run| run.folded) == Some(self.units.len()) {
            self.runs.pop();
        }
    }

    /// Characters that stand for themselves, or have become others; these in the
    /// smallest parts in which they did so by themselves.
    fn push_cluster(&mut self, cluster: &[(usize, char)], form: &str, language: &impl Language) {
        if form.chars().eq(cluster.iter().map(|(_, c)| *c)) {
            for &(source, c) in cluster {
                self.push(c, source);
            }
            return;
        }
        let nfkc = |part: &[(usize, char)]| {
            let text: String = part.iter().map(|(_, c)| c).collect();
            language.nfkc(&text)
        };
        let mut parts = Vec::new();
        let mut from = 0;
        for to in 1..cluster.len() {
            let (part, next) = (nfkc(&cluster[from..to]), nfkc(&cluster[to..=to]));
            if nfkc(&cluster[from..=to]) == [part.as_str(), &next].concat() {
                parts.push((&cluster[from..to], part));
                from = to;
            }
        }
        let together: String = parts.iter().map(|(_, part)| part.as_str()).collect();
        // What is left; everything, where a mark has gone further than that.
        match form.strip_prefix(&together) {
            Some(rest) if nfkc(&cluster[from..]) == rest => {
                parts.push((&cluster[from..], rest.to_owned()));
            }
            _ => parts = vec![(cluster, form.to_owned())],
        }
        for (part, form) in parts {
            self.push_part(part, &form);
        }
    }

    fn push_part(&mut self, part: &[(usize, char)], form: &str) {
        let (Some(&(source, first)), Some(&(last_source, last))) = (part.first(), part.last())
        else {
            return;
        };
        if part.len() == 1 && form.chars().eq([first]) {
            self.push(first, source);
            return;
        }
        let run = Run {
            folded: self.units.len(),
            source,
            whole: Some(last_source + last.len_utf16()),
        };
        self.runs.push(run);
        for c in form.chars() {
            self.append(c);
        }
    }

    /// Writes a character, unless it is white space after white space.
    fn append(&mut self, c: char) -> bool {
        let is_first = matches!(self.units.last(), None | Some(&(SPACE | BLOCK)));
        let c = match c {
            ' ' if is_first => return false,
            '\n' => {
                self.trim();
                if matches!(self.units.last(), None | Some(&BLOCK)) {
                    return false;
                }
                c
            }
            '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
            '“' | '”' | '„' | '‟' => '"',
            c => c,
        };
        match u16::try_from(c as u32) {
            Ok(unit) => self.units.push(unit),
            Err(_) => self.units.extend_from_slice(c.encode_utf16(&mut [0; 2])),
        }
        true
    }

    fn trim(&mut self) {
        if self.units.last() == Some(&SPACE) {
            self.units.pop();
        }
    }
}

/// The characters of a text that are seen, each with its place. White space is a
/// space already, and what parts two blocks is a line break.
struct Seen<'a> {
    chars: Chars<'a>,
    ends: &'a [usize],
    at: usize,
}

impl Iterator for Seen<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.at;
            if let [end, rest @ ..] = self.ends
                && *end <= at
            {
                self.ends = rest;
                return Some((at, '\n'));
            }
            let c = self.chars.next()?;
            self.at += c.len_utf16();
            // Most characters are told at once.
            if !c.is_ascii() && is_unseen(c) {
                continue;
            }
            let is_space = (c <= ' ' || !c.is_ascii()) && c.is_whitespace();
            return Some((at, if is_space { ' ' } else { c }));
        }
    }
}

/// Stands between clusters; it joins with nothing.
const BETWEEN: char = '\n';

/// The parts of a text that another normal form may have, each after a line
/// break: characters that are not plain, with the one before them.
fn clusters(seen: Seen<'_>) -> String {
    let mut clusters = String::new();
    let mut last = '\n';
    for (_, c) in seen {
        if !is_plain(c) {
            if is_plain(last) {
                clusters.push(BETWEEN);
                if can_be_joined(last) {
                    clusters.push(last);
                }
            }
            clusters.push(c);
        }
        last = c;
    }
    clusters
}

/// Whether a plain character may be part of a cluster: white space is not.
fn can_be_joined(c: char) -> bool {
    c > ' '
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
