//! What keys do in the article's text.

use super::acts::{Action, End, field_id};
use super::browser::Surface;
use super::env::Env;
use super::keys::{is_command, is_plain, key_of, sign_of};
use super::taking::{nudge, quotation, sentence, to_letter, whole};
use crate::article::StatementKind;
use crate::draft::{self, Span};
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
    if let Some(end) = env.state.letter {
        if matches!(key.as_str(), "Shift" | "AltGraph") {
            return false;
        }
        env.act(Action::Letter(None));
        if let Some(sign) = sign_of(event).filter(|_| is_plain(event)) {
            to_letter(env, surface, end, sign);
            return true;
        }
    }
    if is_command(event) && key == "Enter" {
        store(env);
        return true;
    }
    if event.alt_key() && matches!(key.as_str(), "ArrowLeft" | "ArrowRight") {
        let end = if event.shift_key() {
            End::To
        } else {
            End::From
        };
        nudge(env, surface, end, key == "ArrowRight");
        return true;
    }
    if !is_plain(event) {
        return false;
    }
    let shift = event.shift_key();
    match key.as_str() {
        "S" => sentence(env, surface, shift),
        "Q" => quotation(env, surface),
        "P" => whole(env, surface),
        "F" => env.act(Action::Letter(Some(End::From))),
        "T" => env.act(Action::Letter(Some(End::To))),
        "D" => date(env),
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

/// When what is looked at, or what stands at the caret, was said.
fn date(env: &Env) {
    let state = &env.state;
    let looked = state.statement.or(state.at_caret().first().copied());
    if let Some(at) = looked {
        env.act(Action::Look(Some(at)));
        env.act(Action::Focus(field_id(draft::Place::Statement(at), "date")));
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
