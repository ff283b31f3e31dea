//! What is selected, in its exact words, before it is stored: in whose voice it is,
//! and who speaks.

use super::acts::Action;
use super::env::use_env;
use super::speaker::SpeakerField;
use crate::article::StatementKind;
use crate::draft::slice;
use yew::prelude::*;

#[component]
pub(super) fn Bar() -> Html {
    let env = use_env();
    let Some(pending) = env.state.pending.clone() else {
        return html! { <p class="bar empty">{env.text("bar.empty")}</p> };
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
