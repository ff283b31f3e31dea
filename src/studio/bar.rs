//! What is selected, in its exact words, before it is stored: in whose voice it is,
//! and who speaks.

use super::acts::{Action, End};
use super::browser::Surface;
use super::env::{Env, use_env};
use super::speaker::SpeakerField;
use super::taking::{nudge, quotation, sentence, whole};
use crate::article::StatementKind;
use crate::draft::slice;
use yew::prelude::*;

#[component]
pub(super) fn Bar() -> Html {
    let env = use_env();
    let Some(pending) = env.state.pending.clone() else {
        return html! {
            <section class="bar empty" aria-label={env.text("bar.take")}>
                <p>{env.text("bar.empty")}</p>
                {taking(&env)}
            </section>
        };
    };
    let kind = pending.kind;
    let content = env.state.content();
    let spans = pending.spans();
    // One where there is one, so that what is taken can be read off.
    let taken = spans.iter().enumerate().map(|(n, span)| {
        let paragraph = content.paragraphs.get(span.paragraph);
        let words = paragraph.map_or("", |one| slice(&one.text, span.from, span.to));
        html! { <span key={n}>{words.to_owned()}</span> }
    });
    let taken: Html = taken.collect();
    let looked = env
        .state
        .statement
        .filter(|at| *at < content.statements.len());
    let voices = (1..).zip(StatementKind::ALL).map(|(number, one)| {
        let pressed = (kind == Some(one)).to_string();
        html! {
            <button key={one.id()} class={classes!("voice", one.id())} aria-pressed={pressed}
                onclick={env.on(move |_| Action::Voice(one))}>
                {env.text(&format!("kind.{}", one.id()))}<kbd>{number}</kbd>
            </button>
        }
    });
    html! {
        <section class="bar" aria-labelledby="bar-title">
            <h2 id="bar-title">{env.text("bar.title")}</h2>
            <blockquote id="taken" lang={content.language.clone()} dir="auto">{taken}</blockquote>
            {taking(&env)}
            <div class="row ends" role="group" aria-label={env.text("bar.ends")}>{ends(&env)}</div>
            <div class="voices" role="group" aria-label={env.text("bar.voice")}>{for voices}</div>
            <div class="row">
                <button id="hold" class="quiet" disabled={pending.selected.is_empty()} onclick={env.on(|_| Action::Hold)}>
                    {env.text("bar.hold")}<kbd>{"A"}</kbd>
                </button>
                if let Some(at) = looked {
                    <button id="extend" class="quiet" onclick={env.on(|_| Action::Extend)}>
                        {env.texts.with("bar.extend", &[("n", content.statements[at].paragraph.into())])}<kbd>{"E"}</kbd>
                    </button>
                }
            </div>
            if kind.is_none() {
                <p class="hint">{env.text("bar.voice.missing")}</p>
            } else if kind.is_some_and(StatementKind::has_speaker) {
                <SpeakerField />
            } else {
                <button id="store" class="main" onclick={env.on(|_| Action::Store(None))}>
                    {env.text("bar.store")}<kbd>{"↵"}</kbd>
                </button>
            }
        </section>
    }
}

/// A callback that does something with the text.
fn with_text(env: &Env, take: impl Fn(&Env, &Surface) + 'static) -> Callback<MouseEvent> {
    let env = env.clone();
    Callback::from(move |_| {
        let surface = env.surface.borrow().clone();
        if let Some(surface) = surface {
            take(&env, &surface);
        }
    })
}

/// What the keys take, for a finger.
fn taking(env: &Env) -> Html {
    let one = |id: &str, key: &'static str, onclick| {
        let words = env.text(&format!("bar.{id}"));
        html! { <button id={format!("take-{id}")} {onclick}>{words}<kbd>{key}</kbd></button> }
    };
    html! {
        <div class="row taking" role="group" aria-label={env.text("bar.take")}>
            {one("sentence", "S", with_text(env, |env, surface| sentence(env, surface, false)))}
            {one("quotation", "Q", with_text(env, quotation))}
            {one("paragraph", "P", with_text(env, whole))}
        </div>
    }
}

/// Its beginning and its end, by a word.
fn ends(env: &Env) -> Html {
    let all = [
        ("from-back", "⇤", End::From, false),
        ("from-on", "⇥", End::From, true),
        ("to-back", "⇤", End::To, false),
        ("to-on", "⇥", End::To, true),
    ];
    let one = |(id, sign, end, forward): (&'static str, &'static str, End, bool)| {
        let onclick = with_text(env, move |env, surface| nudge(env, surface, end, forward));
        html! {
            <button key={id} id={id} aria-label={env.text(&format!("bar.{id}"))} title={env.text(&format!("bar.{id}"))}
                {onclick}>{sign}</button>
        }
    };
    all.map(one).into_iter().collect()
}
