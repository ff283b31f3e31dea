//! What is selected, in its exact words, before it is stored: in whose voice it is,
//! and who speaks.

use super::acts::{Action, Pending};
use super::env::use_env;
use super::speaker::SpeakerField;
use crate::article::StatementKind;
use crate::draft::slice;
use yew::prelude::*;

#[component]
pub(super) fn Bar() -> Html {
    let env = use_env();
    let Some(Pending { span, kind }) = env.state.pending.clone() else {
        return html! { <p class="bar empty">{env.text("bar.empty")}</p> };
    };
    let content = env.state.content();
    let text = content
        .paragraphs
        .get(span.paragraph)
        .map_or("", |one| &one.text);
    let words = slice(text, span.from, span.to).to_owned();
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
            <blockquote id="taken" lang={content.language.clone()} dir="auto">{words}</blockquote>
            <div class="voices" role="group" aria-label={env.text("bar.voice")}>{for voices}</div>
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
