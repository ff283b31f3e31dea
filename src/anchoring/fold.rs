//! A text as it is compared, and the way back to the text as it stands.

use super::Letters;
use super::seen::{BETWEEN, Seen, can_be_joined, clusters, is_plain};
use crate::unicode::straight;

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
    pub fn new(text: &str, block_ends: &[usize], language: &impl Letters) -> Self {
        let seen = || Seen::new(text, block_ends);
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
    pub(super) fn words(text: &str, language: &impl Letters) -> Vec<u16> {
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
            // Between two blocks there is nothing.
            _ if self.units[unit] == BLOCK => self.start_of(unit),
            None => run.source + (unit - run.folded) + 1,
            Some(end) => end,
        }
    }

    /// The units that come from a stretch of the text.
    pub(super) fn units_of(&self, place: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let first = |is_after: &dyn Fn(usize) -> bool| {
            let (mut low, mut high) = (0, self.units.len());
            while low < high {
                let middle = (low + high) / 2;
                if is_after(middle) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            low
        };
        let start = first(&|unit| self.end_of(unit) > place.start);
        start..first(&|unit| self.start_of(unit) >= place.end).max(start)
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
    fn push_cluster(&mut self, cluster: &[(usize, char)], form: &str, language: &impl Letters) {
        if form.chars().eq(cluster.iter().map(|(_, c)| *c)) {
            for &(source, c) in cluster {
                self.push(c, source);
            }
            return;
        }
        // A letter and its mark, as a rule.
        if form.chars().nth(1).is_none() {
            self.push_part(cluster, form);
            return;
        }
        let mut apart = String::new();
        for (_, c) in cluster {
            apart.push(BETWEEN);
            apart.push(*c);
        }
        let apart = language.nfkc(&apart);
        let each = apart.split(BETWEEN).skip(1);
        if each.clone().flat_map(str::chars).eq(form.chars()) {
            for (part, form) in cluster.chunks(1).zip(each) {
                self.push_part(part, form);
            }
            return;
        }
        for (part, form) in parts(cluster, form, language) {
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
            c => straight(c),
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

type Part<'a> = (&'a [(usize, char)], String);

/// How many characters can have become others together. No letter of any language
/// has as many marks (Unicode's stream-safe text format allows 30), and to find
/// out where more of them part takes the square of their number.
const TOGETHER: usize = 64;

/// How far a mark is looked for that goes back over others to its letter; what
/// is farther off is not told from what stands between.
const AHEAD: usize = 8;

/// The parts of a cluster that have become others together; the whole of it,
/// where a mark has come from far off.
fn parts<'a>(cluster: &'a [(usize, char)], form: &str, language: &impl Letters) -> Vec<Part<'a>> {
    let nfkc = |part: &[(usize, char)]| {
        let text: String = part.iter().map(|(_, c)| c).collect();
        language.nfkc(&text)
    };
    let mut parts = Vec::new();
    let mut from = 0;
    for to in 1..cluster.len() {
        if to - from > TOGETHER {
            return vec![(cluster, form.to_owned())];
        }
        let ahead = cluster.len().min(to + AHEAD);
        let (part, next) = (nfkc(&cluster[from..to]), nfkc(&cluster[to..ahead]));
        if nfkc(&cluster[from..ahead]) == [part.as_str(), &next].concat() {
            parts.push((&cluster[from..to], part));
            from = to;
        }
    }
    parts.push((&cluster[from..], nfkc(&cluster[from..])));
    if parts
        .iter()
        .flat_map(|(_, part)| part.chars())
        .eq(form.chars())
    {
        return parts;
    }
    vec![(cluster, form.to_owned())]
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::anchoring::Icu;
    use crate::article::normalize;
    use proptest::prelude::*;
    use std::cell::Cell;

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

    /// Counts what is asked of it.
    struct Counting(Icu, Cell<usize>);

    impl Letters for Counting {
        fn nfkc(&self, text: &str) -> String {
            self.1.set(self.1.get() + text.chars().count());
            self.0.nfkc(text)
        }
    }

    #[test]
    fn a_letter_may_have_any_number_of_marks() {
        // Those below come before those above, in normal form.
        let marks = |count: usize| {
            let text = format!(
                "x a{}{} y",
                "\u{301}".repeat(count),
                "\u{323}".repeat(count)
            );
            let counting = Counting(Icu::new("en"), Cell::new(0));
            let folded = Folded::new(&text, &[], &counting);
            assert_eq!(folded.units.len(), 2 * count + 4);
            assert_eq!(folded.start_of(folded.units.len() - 1), 2 * count + 4);
            counting.1.get()
        };
        let (some, more) = (marks(1_000), marks(10_000));
        assert!(more < 11 * some, "{some} {more}");
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

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        /// What a document is compared and digested by is the same folding.
        #[test]
        fn a_text_is_normal_as_it_is_folded(text in "([a-cé\u{301}\u{323}\u{AD}\u{200B}\u{200E}\u{A0}\u{2003} \n\t'’ʼ“”„«½ﬁ…ＡКйİ한\u{1112}\u{1161}か\u{3099}\u{E33}שׁ🚢]){0,16}") {
            let folded = Folded::words(&text, &Icu::new("en"));
            prop_assert_eq!(normalize(&text), String::from_utf16_lossy(&folded));
        }
    }
}
