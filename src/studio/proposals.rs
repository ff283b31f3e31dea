//! What stands between quotation marks and is not marked yet: one after the other, each
//! taken, changed or waved away by a key.

use super::acts::Action;
use super::env::use_env;
use yew::prelude::*;

#[component]
pub(super) fn Proposals() -> Html {
    let env = use_env();
    let content = env.state.content();
    let (Some(drawn), Some(one)) = (&env.state.drawn, env.state.proposed()) else {
        return Html::default();
    };
    let count = drawn.proposals.len();
    let who = match (&one.speaker, &one.name) {
        (Some(speaker), _) => Some(content.name_of(speaker).to_owned()),
        (None, name) => name.clone(),
    };
    let who = match who {
        Some(name) => env.texts.with("proposal.who", &[("name", (&name).into())]),
        None => env.text("proposal.nobody"),
    };
    let button = |id: &'static str, key: &'static str, action: fn() -> Action| {
        html! {
            <button {id} onclick={env.on(move |_| action())}>
                {env.text(&format!("proposal.{id}"))}<kbd>{key}</kbd>
            </button>
        }
    };
    html! {
        <section class="proposal" aria-labelledby="proposal-title">
            <h2 id="proposal-title">{env.texts.count("proposal.title", count, &[])}</h2>
            <blockquote id="proposed" lang={content.language.clone()} dir="auto">{&one.text}</blockquote>
            <p class="who" dir="auto">{who}</p>
            <div class="row">
                {button("accept", "Y", || Action::Accept)}
                {button("change", "C", || Action::Change)}
                {button("wave", "X", || Action::Wave)}
                if count > 1 {
                    {button("next", "J", || Action::Propose)}
                }
            </div>
        </section>
    }
}
