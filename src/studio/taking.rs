//! What a key takes of the article's text: a sentence, a quotation, a paragraph; and
//! where that begins and ends.

use super::acts::End;
use super::browser::Surface;
use super::env::Env;
use crate::draft::{Content, Span, quotation_around, quotation_from, trimmed, units};

/// Selects a stretch.
fn select(surface: &Surface, span: Span) {
    let paragraph = span.paragraph as u32;
    surface.select(paragraph, span.from as u32, paragraph, span.to as u32);
}

fn text_of(content: &Content, paragraph: usize) -> &str {
    let one = content.paragraphs.get(paragraph);
    one.map_or("", |one| &one.text)
}

/// The next paragraph that is part of the article.
fn next(content: &Content, paragraph: usize) -> Option<usize> {
    let rest = content.paragraphs.iter().enumerate().skip(paragraph + 1);
    rest.filter(|(_, one)| !one.is_out).map(|(at, _)| at).next()
}

/// The one stretch that is selected, if it is one.
fn selected(env: &Env) -> Option<Span> {
    match env.state.pending.as_ref()?.selected.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The whole paragraph at the caret.
pub(super) fn whole(env: &Env, surface: &Surface) {
    let content = env.state.content();
    let paragraph = env.state.caret.0;
    let text = text_of(&content, paragraph);
    if let Some((from, to)) = trimmed(text, 0, units(text)) {
        select(
            surface,
            Span {
                paragraph,
                from,
                to,
            },
        );
    }
}

/// The quotation at the caret, or the next one.
pub(super) fn quotation(env: &Env, surface: &Surface) {
    let content = env.state.content();
    let (paragraph, at) = env.state.caret;
    let mut here = Some(paragraph);
    while let Some(paragraph) = here {
        let text = text_of(&content, paragraph);
        let at = if paragraph == env.state.caret.0 {
            at
        } else {
            0
        };
        if let Some((from, to)) = quotation_around(text, at).or(quotation_from(text, at)) {
            return select(
                surface,
                Span {
                    paragraph,
                    from,
                    to,
                },
            );
        }
        here = next(&content, paragraph);
    }
}

fn pairs(ends: &[u32]) -> impl Iterator<Item = (usize, usize)> + Clone {
    ends.chunks_exact(2)
        .map(|one| (one[0] as usize, one[1] as usize))
}

/// The sentence at the caret, or the next one where no more of it follows; what is a
/// sentence already, one more or one fewer.
pub(super) fn sentence(env: &Env, surface: &Surface, fewer: bool) {
    let found = match selected(env) {
        Some(span) => widened(env, span, fewer),
        None => sentence_from(env, env.state.caret),
    };
    if let Some(span) = found {
        select(surface, span);
    }
}

/// The sentences of a paragraph.
fn sentences(env: &Env, content: &Content, paragraph: usize) -> Vec<(usize, usize)> {
    let text = text_of(content, paragraph);
    pairs(&env.browser.sentences(text, &content.language)).collect()
}

/// The first sentence that has a word after a place, in this paragraph or the next.
fn sentence_from(env: &Env, (paragraph, at): (usize, usize)) -> Option<Span> {
    let content = env.state.content();
    let (mut paragraph, mut at) = (paragraph, at);
    loop {
        let words = env
            .browser
            .words(text_of(&content, paragraph), &content.language);
        let mut words = pairs(&words).filter(|(_, end)| *end > at);
        let all = sentences(env, &content, paragraph);
        let found = words.next().and_then(|(_, end)| {
            let mut all = all.iter();
            all.find(|(from, to)| *from < end && end <= *to).copied()
        });
        // A text in which nothing is a word has sentences all the same.
        let found = found.or_else(|| {
            all.iter()
                .find(|(_, to)| at < *to)
                .copied()
                .filter(|_| at == 0)
        });
        if let Some((from, to)) = found {
            return Some(Span {
                paragraph,
                from,
                to,
            });
        }
        (paragraph, at) = (next(&content, paragraph)?, 0);
    }
}

/// Sentences, one more or one fewer; of what is none, the sentences that it is in.
fn widened(env: &Env, span: Span, fewer: bool) -> Option<Span> {
    let content = env.state.content();
    let all = sentences(env, &content, span.paragraph);
    let last = all.len().checked_sub(1)?;
    let around = |at: usize| all.iter().position(|(_, end)| at <= *end).unwrap_or(last);
    let (from, to) = (around(span.from + 1), around(span.to));
    let is_whole = all[from].0 == span.from && all[to].1 == span.to;
    let to = match (is_whole, fewer) {
        (true, false) => (to + 1).min(last),
        (true, true) => to.saturating_sub(1).max(from),
        (false, _) => to,
    };
    Some(Span {
        from: all[from].0,
        to: all[to].1,
        ..span
    })
}

/// Moves the end, or the beginning, by a word.
pub(super) fn nudge(env: &Env, surface: &Surface, end: End, forward: bool) {
    let Some(span) = selected(env) else {
        return;
    };
    let content = env.state.content();
    let text = text_of(&content, span.paragraph);
    let words = env.browser.words(text, &content.language);
    let (from, to) = nudged(&words, (span.from, span.to), end, forward);
    if from < to {
        select(surface, Span { from, to, ..span });
    }
}

/// Has what is selected begin with the next word of that first letter, or end with the
/// last one before its end. Where nothing is selected, the rest of a sentence is.
pub(super) fn to_letter(env: &Env, surface: &Surface, end: End, letter: char) {
    let content = env.state.content();
    let text_at = selected(env).map_or(env.state.caret.0, |span| span.paragraph);
    let found = match (selected(env), end) {
        (Some(span), _) => within(env, &content, span, end, letter),
        (None, End::From) => {
            let mut here = Some((text_at, env.state.caret.1));
            let mut found = None;
            while let (Some((paragraph, at)), None) = (here, found) {
                let rest = Span {
                    paragraph,
                    from: at,
                    to: units(text_of(&content, paragraph)),
                };
                found = begun(env, &content, rest, letter, true).and_then(|from| {
                    let mut all = sentences(env, &content, paragraph).into_iter();
                    let (_, to) = all.find(|(_, to)| from < *to)?;
                    Some(Span {
                        paragraph,
                        from,
                        to,
                    })
                });
                here = next(&content, paragraph).map(|paragraph| (paragraph, 0));
            }
            found
        }
        (None, End::To) => None,
    };
    if let Some(span) = found {
        select(surface, span);
    }
}

/// A stretch from or to the word of that letter.
fn within(env: &Env, content: &Content, span: Span, end: End, letter: char) -> Option<Span> {
    match end {
        End::From => begun(env, content, span, letter, false).map(|from| Span { from, ..span }),
        End::To => {
            let text = text_of(content, span.paragraph);
            let words = env.browser.words(text, &content.language);
            let mut its = pairs(&words).filter(|word| {
                word.0 >= span.from && word.1 < span.to && begins(text, word.0, letter)
            });
            let mut to = None;
            for word in its.by_ref() {
                to = Some(word.1);
            }
            to.map(|to| Span { to, ..span })
        }
    }
}

/// Where the next word of that letter begins in a stretch; its first word counts too,
/// where it may.
fn begun(env: &Env, content: &Content, span: Span, letter: char, first: bool) -> Option<usize> {
    let text = text_of(content, span.paragraph);
    let words = env.browser.words(text, &content.language);
    let is_in = |from: usize| from < span.to && (from > span.from || (first && from == span.from));
    let mut its = pairs(&words).map(|word| word.0);
    its.find(|from| is_in(*from) && begins(text, *from, letter))
}

/// Whether a word at a place, in UTF-16 units, begins with a letter, large or small.
fn begins(text: &str, at: usize, letter: char) -> bool {
    let mut units = 0;
    let sign = text.chars().find(|sign| {
        let is_there = units == at;
        units += sign.len_utf16();
        is_there
    });
    sign.is_some_and(|sign| sign.to_lowercase().eq(letter.to_lowercase()))
}

/// A stretch of which an end is a word further on or back.
fn nudged(words: &[u32], (from, to): (usize, usize), end: End, forward: bool) -> (usize, usize) {
    let place = |at: usize, of: fn((usize, usize)) -> usize| {
        let mut places = pairs(words).map(of);
        match forward {
            true => places.find(|place| *place > at),
            false => places.filter(|place| *place < at).max(),
        }
    };
    match end {
        End::To => (from, place(to, |word| word.1).unwrap_or(to)),
        End::From => (place(from, |word| word.0).unwrap_or(from), to),
    }
}
