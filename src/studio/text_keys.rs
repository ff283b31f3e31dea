//! What keys do in the article's text.

use super::acts::Action;
use super::browser::Surface;
use super::env::Env;
use super::keys::{is_command, is_plain, key_of};
use crate::article::StatementKind;
use crate::draft::{self, Span, quotation_around, trimmed, units};
use yew::KeyboardEvent;

/// What a key does in the text; whether it does anything.
pub(super) fn pressed(env: &Env, surface: &Surface, event: &KeyboardEvent) -> bool {
    let Some(key) = key_of(event) else {
        return false;
    };
    // The letter of a place to go to is none of the text's.
    if env.state.goes {
        return false;
    }
    surface.tell();
    if is_command(event) && key == "Enter" {
        store(env);
        return true;
    }
    if event.alt_key() && matches!(key.as_str(), "ArrowLeft" | "ArrowRight") {
        nudge(env, surface, event.shift_key(), key == "ArrowRight");
        return true;
    }
    if !is_plain(event) {
        return false;
    }
    let shift = event.shift_key();
    match key.as_str() {
        "S" => sentence(env, surface, shift),
        "Q" => take(env, surface, quotation_around),
        "P" => take(env, surface, |text, _| Some((0, units(text)))),
        "1" | "2" | "3" | "4" => {
            let at = key.parse::<usize>().unwrap_or(1) - 1;
            env.act(Action::Voice(StatementKind::ALL[at]));
        }
        "Enter" => store(env),
        "N" => passage(env, surface, shift),
        "U" => unread(env, surface),
        "R" => read(env),
        "O" => other(env),
        "A" => env.act(Action::Hold),
        "E" => env.act(Action::Extend),
        "J" => env.act(Action::Propose),
        "Y" => env.act(Action::Accept),
        "C" => env.act(Action::Change),
        "X" => env.act(Action::Wave),
        "Delete" | "Backspace" => remove(env),
        "Escape" => escape(env, surface),
        _ => return false,
    }
    true
}

fn take(env: &Env, surface: &Surface, find: impl Fn(&str, usize) -> Option<(usize, usize)>) {
    let content = env.state.content();
    let (paragraph, at) = env.state.caret;
    let text = content
        .paragraphs
        .get(paragraph)
        .map_or("", |one| &one.text);
    if let Some((from, to)) = find(text, at).and_then(|(from, to)| trimmed(text, from, to)) {
        surface.select(paragraph as u32, from as u32, paragraph as u32, to as u32);
    }
}

/// The sentence at the caret; what is a sentence already, one more or one fewer.
fn sentence(env: &Env, surface: &Surface, fewer: bool) {
    let content = env.state.content();
    let pending = selected(env);
    let paragraph = pending.map_or(env.state.caret.0, |span| span.paragraph);
    let text = content
        .paragraphs
        .get(paragraph)
        .map_or("", |one| &one.text);
    let ends = env.browser.sentences(text, &content.language);
    let all: Vec<(usize, usize)> = ends
        .chunks_exact(2)
        .map(|one| (one[0] as usize, one[1] as usize))
        .collect();
    let around = |at: usize| {
        all.iter()
            .position(|(_, end)| at <= *end)
            .unwrap_or(all.len().saturating_sub(1))
    };
    let chosen = match pending {
        Some(Span { from, to, .. }) => {
            let (first, last) = (around(from + 1), around(to));
            let is_whole = all.get(first).map(|one| one.0) == Some(from)
                && all.get(last).map(|one| one.1) == Some(to);
            match (is_whole, fewer) {
                (true, false) => (first, (last + 1).min(all.len() - 1)),
                (true, true) => (first, last.saturating_sub(1).max(first)),
                (false, _) => (first, last),
            }
        }
        None => {
            // At the end of a sentence the next one begins.
            let at = env.state.caret.1;
            let next = all
                .iter()
                .position(|(_, end)| at < *end)
                .unwrap_or(all.len().saturating_sub(1));
            (next, next)
        }
    };
    if let (Some((from, _)), Some((_, to))) = (all.get(chosen.0), all.get(chosen.1)) {
        surface.select(paragraph as u32, *from as u32, paragraph as u32, *to as u32);
    }
}

/// The one stretch that is selected, if it is one.
fn selected(env: &Env) -> Option<Span> {
    match env.state.pending.as_ref()?.selected.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Moves the end, or the beginning, by a word.
fn nudge(env: &Env, surface: &Surface, end: bool, forward: bool) {
    let Some(span) = selected(env) else {
        return;
    };
    let content = env.state.content();
    let text = content
        .paragraphs
        .get(span.paragraph)
        .map_or("", |one| &one.text);
    let words = env.browser.words(text, &content.language);
    let (from, to) = nudged(&words, (span.from, span.to), end, forward);
    if from < to {
        let paragraph = span.paragraph as u32;
        surface.select(paragraph, from as u32, paragraph, to as u32);
    }
}

/// Stores what is selected; where nothing is, opens the passage at the caret.
fn store(env: &Env) {
    let state = &env.state;
    match &state.pending {
        None => {
            if let Some(at) = state.at_caret().first() {
                env.act(Action::Look(Some(*at)));
                env.act(Action::Focus("statement".to_owned()));
            }
        }
        Some(pending) if pending.kind.is_some_and(StatementKind::has_speaker) => {
            env.act(Action::Focus("speaker".to_owned()));
        }
        Some(_) => env.act(Action::Store(None)),
    }
}

/// The next passage, or the one before, from the caret on.
fn passage(env: &Env, surface: &Surface, back: bool) {
    let state = &env.state;
    let Some(drawn) = &state.drawn else {
        return;
    };
    let firsts = drawn
        .spans
        .iter()
        .enumerate()
        .filter_map(|(at, spans)| Some((*spans.first()?, at)));
    let mut all: Vec<(Span, usize)> = firsts.collect();
    all.sort_by_key(|(span, _)| (span.paragraph, span.from));
    let place = |span: &Span| (span.paragraph, span.from);
    let found = match back {
        false => all.iter().find(|(span, _)| place(span) > state.caret),
        true => all.iter().rev().find(|(span, _)| place(span) < state.caret),
    };
    if let Some((span, at)) = found {
        surface.select(
            span.paragraph as u32,
            span.from as u32,
            span.paragraph as u32,
            span.from as u32,
        );
        env.act(Action::Look(Some(*at)));
    }
}

/// The caret at the next paragraph that nobody has read.
fn unread(env: &Env, surface: &Surface) {
    let content = env.state.content();
    let here = env.state.caret.0;
    let is_unread = |at: &usize| {
        let one = &content.paragraphs[*at];
        !one.is_out && !one.is_read && content.passages_in(one.number) == 0
    };
    let count = content.paragraphs.len();
    let found = (here + 1..count)
        .chain(0..(here + 1).min(count))
        .find(is_unread);
    if let Some(at) = found {
        surface.select(at as u32, 0, at as u32, 0);
    }
}

/// The paragraph at the caret was read, or was not.
fn read(env: &Env) {
    let at = env.state.caret.0;
    let content = env.state.content();
    if let Some(paragraph) = content.paragraphs.get(at) {
        env.act(Action::Do(draft::Action::Read(at, !paragraph.is_read)));
    }
}

/// The next of the passages that overlap at the caret.
fn other(env: &Env) {
    let here = env.state.at_caret();
    let known = env
        .state
        .statement
        .and_then(|at| here.iter().position(|one| *one == at));
    let next = known.map_or(0, |at| at + 1);
    if let Some(at) = here.get(next % here.len().max(1)) {
        env.act(Action::Look(Some(*at)));
    }
}

fn remove(env: &Env) {
    let here = env.state.at_caret();
    let looked = env.state.statement.filter(|at| here.contains(at));
    if let Some(at) = looked.or(here.first().copied()) {
        env.act(Action::Do(draft::Action::Remove(draft::Place::Statement(
            at,
        ))));
        env.act(Action::Look(None));
    }
}

fn escape(env: &Env, surface: &Surface) {
    let (paragraph, at) = env.state.caret;
    surface.select(paragraph as u32, at as u32, paragraph as u32, at as u32);
    env.act(Action::Drop);
    env.act(Action::Look(None));
}

/// A stretch of which an end is a word further on or back.
fn nudged(words: &[u32], (from, to): (usize, usize), end: bool, forward: bool) -> (usize, usize) {
    let words = words
        .chunks_exact(2)
        .map(|one| (one[0] as usize, one[1] as usize));
    let place = |forward: bool, at: usize, of: fn((usize, usize)) -> usize| {
        let places = words.clone().map(of);
        match forward {
            true => places.clone().find(|place| *place > at),
            false => places.filter(|place| *place < at).max(),
        }
    };
    match end {
        true => (from, place(forward, to, |word| word.1).unwrap_or(to)),
        false => (place(forward, from, |word| word.0).unwrap_or(from), to),
    }
}
