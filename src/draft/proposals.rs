//! What may be a quotation: every stretch between quotation marks that nobody has marked,
//! and the name that stands nearest to a verb of saying. A proposal is stored by a person
//! or not at all.

use super::saying::{Saying, Script};
use super::text::{quotations, starts_quotation, unclosed, units};
use super::{Content, Span, joined, slice, trimmed};
use crate::article::Speaker;
use std::ops::Range;

/// Something that may be a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Where it stands: several stretches, where it is interrupted or goes on in the
    /// next paragraph.
    pub spans: Vec<Span>,
    /// Its words.
    pub text: String,
    /// Who may speak, by name.
    pub name: Option<String>,
    /// The same, where the document knows them.
    pub speaker: Option<Speaker>,
}

/// How far a quotation may be interrupted, in UTF-16 units.
const GAP: usize = 120;

/// What may be a quotation and is not marked, in the order of the text.
pub fn proposals(content: &Content, marked: &[Vec<Span>]) -> Vec<Proposal> {
    let saying = Saying::of(&content.language);
    let mut all: Vec<Proposal> = Vec::new();
    // The quotation that the last paragraph has left open.
    let mut goes_on = false;
    for (number, paragraph) in content.paragraphs.iter().enumerate() {
        if paragraph.is_out {
            continue;
        }
        let text = paragraph.text.as_str();
        let mut found = quotations(text);
        let open = unclosed(text);
        found.extend(open.map(|from| (from, units(text))));
        let outside = without(text, &found);
        let mut last: Option<(usize, usize)> = None;
        for (n, (from, to)) in found.iter().enumerate() {
            let Some((from, to)) = trimmed(text, *from, *to) else {
                continue;
            };
            let span = Span {
                paragraph: number,
                from,
                to,
            };
            let is_next = n == 0 && goes_on && starts_quotation(text);
            let is_same =
                last.is_some_and(|last| is_interrupted(text, last, from, saying.as_ref()));
            last = Some((from, to));
            if (is_next || is_same)
                && let Some(before) = all.last_mut()
            {
                before.spans.push(span);
                continue;
            }
            let name = saying
                .as_ref()
                .and_then(|saying| name(&outside, from..to, content, saying));
            all.push(Proposal {
                spans: vec![span],
                text: String::new(),
                speaker: name.as_ref().and_then(|name| known(content, name)),
                name,
            });
        }
        goes_on = open.is_some();
    }
    for one in &mut all {
        let words = one.spans.iter().map(|span| {
            let paragraph = content.paragraphs.get(span.paragraph);
            (
                *span,
                paragraph.map_or("", |one| slice(&one.text, span.from, span.to)),
            )
        });
        one.text = joined(words);
    }
    let overlaps = |one: &Span, other: &Span| {
        one.paragraph == other.paragraph && one.from < other.to && other.from < one.to
    };
    all.retain(|one| {
        let mut taken = marked.iter().flatten();
        !taken.any(|other| one.spans.iter().any(|span| overlaps(span, other)))
            && !content.waved.contains(&one.text)
    });
    all
}

/// Whether what begins there goes on with what has ended: between them somebody is only
/// said to speak, and no sentence ends.
fn is_interrupted(text: &str, last: (usize, usize), from: usize, saying: Option<&Saying>) -> bool {
    let words = slice(text, last.0, last.1);
    let ends = |text: &str| text.contains(['.', '!', '?', '…', '。', '！', '？', '؟', ':', '：']);
    let gap = slice(text, last.1, from);
    let says = saying.is_some_and(|saying| {
        let mut words = words_of(gap).into_iter();
        words.any(|(word, _)| saying.is_verb(word))
            || saying.verb_at_end(gap.trim_end_matches(is_mark)).is_some()
    });
    from - last.1 <= GAP && says && !ends(gap) && !words.ends_with(['.', '!', '?', '…', '。'])
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}

/// The text with blanks where it is quoted, as long as before.
fn without(text: &str, found: &[(usize, usize)]) -> String {
    let mut at = 0;
    let mut outside = String::with_capacity(text.len());
    for c in text.chars() {
        let is_in = found.iter().any(|(from, to)| *from <= at && at < *to);
        match is_in {
            // Of the same length in units, and no word.
            true => outside.extend(std::iter::repeat_n('\u{0}', c.len_utf16())),
            false => outside.push(c),
        }
        at += c.len_utf16();
    }
    outside
}

/// The words of a text, with their places in units.
fn words_of(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut all = Vec::new();
    let mut start: Option<(usize, usize)> = None;
    let mut at = 0;
    for (byte, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_word = c.is_alphanumeric() || (start.is_some() && "'’-‑.".contains(c));
        match (is_word, start) {
            (true, None) => start = Some((byte, at)),
            (false, Some((from, place))) => {
                let word = text[from..byte].trim_end_matches(['\'', '’', '-', '‑', '.']);
                all.push((word, place..place + units(word)));
                start = None;
            }
            _ => {}
        }
        at += c.len_utf16();
    }
    all
}

fn distance(one: &Range<usize>, other: &Range<usize>) -> usize {
    one.start
        .saturating_sub(other.end)
        .max(other.start.saturating_sub(one.end))
}

/// The name nearest to the verb of saying that is nearest to a quotation.
fn name(outside: &str, place: Range<usize>, content: &Content, saying: &Saying) -> Option<String> {
    if saying.script == Script::BeforeVerb {
        return before_verb(outside, place.start, content, saying);
    }
    let words = words_of(outside);
    let verbs = words
        .iter()
        .enumerate()
        .filter(|(_, (word, _))| saying.is_verb(word));
    let (at, (_, verb)) = verbs.min_by_key(|(_, (_, verb))| distance(verb, &place))?;
    if saying.script == Script::AfterVerb {
        let after: Vec<&str> = words[at + 1..]
            .iter()
            .take(2)
            .map(|(word, _)| *word)
            .collect();
        let after = after.join(" ");
        let all = named(content).find(|(_, name)| after.contains(name.as_str()));
        return all
            .map(|(_, name)| name)
            .or((!after.is_empty()).then_some(after));
    }
    let mut names: Vec<(String, Range<usize>)> = Vec::new();
    for (n, (word, place)) in words.iter().enumerate() {
        let is_verb = saying.is_verb(word);
        if is_verb || !saying.is_name(word) {
            continue;
        }
        let follows = n > 0
            && names
                .last()
                .is_some_and(|(_, last)| last.end + 1 == place.start)
            && words[n - 1].1.end + 1 == place.start;
        match names.last_mut().filter(|_| follows) {
            Some((name, last)) => {
                name.push(' ');
                name.push_str(word);
                last.end = place.end;
            }
            None => names.push(((*word).to_owned(), place.clone())),
        }
    }
    let nearest = names
        .into_iter()
        .min_by_key(|(_, name)| distance(name, verb));
    nearest.map(|(name, _)| name)
}

/// Where no space parts words: what stands before the verb that leads to a quotation.
fn before_verb(outside: &str, from: usize, content: &Content, saying: &Saying) -> Option<String> {
    let before = slice(outside, 0, from).trim_end_matches(is_mark);
    let verb = saying.verb_at_end(before)?;
    let before = &before[..before.len() - verb.len()];
    let start = before.rfind(is_mark).map_or(0, |at| {
        at + before[at..].chars().next().map_or(1, char::len_utf8)
    });
    let own = &before[start..];
    let known = named(content).find(|(_, name)| own.ends_with(name.as_str()));
    known
        .map(|(_, name)| name)
        .or((!own.is_empty()).then(|| own.to_owned()))
}

/// Everybody whom a document knows, with their names.
fn named(content: &Content) -> impl Iterator<Item = (&str, String)> {
    let people = content
        .people
        .iter()
        .map(|one| (one.id.as_str(), one.name.clone()));
    let parties = content
        .parties
        .iter()
        .flat_map(|one| [&one.name, &one.short_name].map(|name| (one.id.as_str(), name.clone())));
    people.chain(parties).filter(|(_, name)| !name.is_empty())
}

/// Whom a document knows by a name, or by the last word of it.
fn known(content: &Content, name: &str) -> Option<Speaker> {
    let same = |other: &str| other.to_lowercase() == name.to_lowercase();
    let last = |other: &str| other.split_whitespace().last().is_some_and(same);
    let found = named(content).find(|(_, other)| same(other));
    let found = found.or_else(|| named(content).find(|(_, other)| last(other)));
    found.map(|(id, _)| Speaker::Named(id.to_owned()))
}
