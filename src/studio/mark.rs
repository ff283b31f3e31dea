//! Passages: the text, what is selected, and the statement that is looked at.

use super::acts::Action;
use super::bar::Bar;
use super::env::{use_env, use_ground};
use super::proposals::Proposals;
use super::statement::StatementPanel;
use super::text::Text;
use crate::article::StatementKind;
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

#[component]
pub(super) fn MarkScreen() -> Html {
    let env = use_env();
    let content = env.state.content();
    let all = content.statements.iter().enumerate();
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, one)| one.paragraph);
    let all = all.into_iter().map(|(at, one)| {
        let who = one
            .speaker
            .as_ref()
            .map(|speaker| content.name_of(speaker).to_owned());
        html! {
            <Listed key={one.id.clone()} {at} kind={one.kind} words={one.text.clone()}
                who={who.unwrap_or_default()} is_current={env.state.statement == Some(at)} />
        }
    });
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

#[derive(Clone, PartialEq, Properties)]
struct ListedProps {
    at: usize,
    kind: Option<StatementKind>,
    words: AttrValue,
    who: AttrValue,
    is_current: bool,
}

/// One of the list, which is the text's equal for those who do not see it.
#[component]
fn Listed(props: &ListedProps) -> Html {
    let ground = use_ground();
    let at = props.at;
    let kind = props.kind.map_or("", |kind| kind.id());
    let words = match props.words.as_str() {
        "" => ground.text("statement.open").into(),
        _ => props.words.clone(),
    };
    html! {
        <li>
            <button class={classes!("passage", kind)} aria-current={props.is_current.then_some("true")}
                onclick={ground.on(move |_| Action::Look(Some(at)))}>
                <span class="sign" title={ground.text(&format!("kind.{kind}"))}>{ground.text(&format!("kind.{kind}.sign"))}</span>
                <span class="words" dir="auto">{words}</span>
                <span class="who">{&props.who}</span>
            </button>
        </li>
    }
}
