//! Passages: the text, what is selected, and the statement that is looked at.

use super::acts::Action;
use super::bar::Bar;
use super::env::{Env, use_env};
use super::proposals::Proposals;
use super::statement::StatementPanel;
use super::text::Text;
use crate::draft::Statement;
use yew::prelude::*;

#[component]
pub(super) fn MarkScreen() -> Html {
    let env = use_env();
    let content = env.state.content();
    let all = content.statements.iter().enumerate();
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, one)| one.paragraph);
    let all = all.into_iter().map(|(at, one)| listed(&env, at, one));
    html! {
        <section class="mark" aria-labelledby="mark-title">
            <h1 id="mark-title" class="visually-hidden">{env.text("place.mark")}</h1>
            <div class="reading" data-pane="text">
                <Text />
                <p id="text-keys" class="hint">{env.text("text.keys")}</p>
            </div>
            <div class="panel" data-pane="panel">
                <Bar />
                <Proposals />
                <StatementPanel />
                <h2>{env.texts.count("passages.title", content.statements.len(), &[])}</h2>
                <ul class="passages">{for all}</ul>
            </div>
        </section>
    }
}

/// One of the list, which is the text's equal for those who do not see it.
fn listed(env: &Env, at: usize, one: &Statement) -> Html {
    let kind = one.kind.map_or("", |kind| kind.id());
    let speaker = one
        .speaker
        .as_ref()
        .map(|speaker| env.state.content().name_of(speaker).to_owned());
    let words = match one.text.as_str() {
        "" => env.text("statement.open"),
        text => text.to_owned(),
    };
    let current = (env.state.statement == Some(at)).then_some("true");
    html! {
        <li key={one.id.clone()}>
            <button class={classes!("passage", kind)} aria-current={current}
                onclick={env.on(move |_| Action::Look(Some(at)))}>
                <span class="sign" title={env.text(&format!("kind.{kind}"))}>{env.text(&format!("kind.{kind}.sign"))}</span>
                <span class="words" dir="auto">{words}</span>
                <span class="who">{speaker.unwrap_or_default()}</span>
            </button>
        </li>
    }
}
