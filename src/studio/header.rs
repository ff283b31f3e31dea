//! What stands above every place: where the draft is, the last step, the places.

use super::acts::{Action, Said, Saved, Screen};
use super::env::{Env, use_env};
use super::select::Select;
use super::words;
use crate::draft::Undone;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HeaderProps {
    /// Called with the language that is chosen for the page.
    pub(super) speak: Callback<String>,
}

#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let env = use_env();
    let state = &env.state;
    let content = state.content();
    let title = match content.article.headline.as_str() {
        "" => env.text("header.untitled"),
        headline => headline.to_owned(),
    };
    let places = Screen::ALL
        .into_iter()
        .filter(|one| *one == Screen::Start || state.history.is_some());
    let places = places.map(|screen| {
        let current = (screen == state.screen).then_some("page");
        let count = count(&env, screen);
        html! {
            <li key={screen.id()}>
                <button id={format!("go-{}", screen.id())} aria-current={current}
                    onclick={env.on(move |_| Action::Go(screen))}>
                    {env.text(&format!("place.{}", screen.id()))}
                    if let Some(count) = count {
                        <span class="count">{count}</span>
                    }
                </button>
            </li>
        }
    });
    let keys = {
        let are_shown = state.keys;
        env.on(move |_| Action::Keys(!are_shown))
    };
    let said = state.said.as_ref().map(|(number, said)| {
        html! { <span key={*number}>{told(&env, said)}</span> }
    });
    html! {
        <header class="header">
            <div class="about">
                <p class="name">{env.text("header.name")}</p>
                if state.history.is_some() {
                    <p class="title">{title}</p>
                    <SavedState />
                    {step_button(&env, Undone::Undo)}
                    {step_button(&env, Undone::Redo)}
                }
            </div>
            <nav data-pane="places" aria-label={env.text("header.places")}>
                <ul>{for places}</ul>
                if state.history.is_some() {
                    <button id="show-keys" class="step" aria-expanded={state.keys.to_string()}
                        onclick={keys}>
                        {env.text("keys.title")}<kbd>{"?"}</kbd>
                    </button>
                }
                <Select id="interface" label={env.text("header.language")} value={env.texts.language().to_owned()}
                    options={words::LANGUAGES.map(|(tag, name, _)| (tag.into(), name.into())).to_vec()}
                    on_choose={&props.speak} />
            </nav>
            <p class="said" role="status">{said}</p>
        </header>
    }
}

/// What is missing in a place, to be seen on its tab.
fn count(env: &Env, screen: Screen) -> Option<String> {
    let content = env.state.content();
    let count = match screen {
        Screen::Mark => content.unread(),
        Screen::Check => env.state.reviewed.as_ref()?.stops(),
        _ => 0,
    };
    let key = format!("place.{}.count", screen.id());
    (count > 0).then(|| env.texts.count(&key, count, &[]))
}

fn step_button(env: &Env, which: Undone) -> Html {
    let history = env.state.history.as_ref();
    let name = history.and_then(|history| history.next(which));
    let key = match which {
        Undone::Undo => "undo",
        Undone::Redo => "redo",
    };
    let label = match name {
        Some(name) => {
            let step = env.step_name(name);
            env.texts
                .with(&format!("{key}.step"), &[("step", (&step).into())])
        }
        None => env.text(key),
    };
    html! {
        <button id={key} class="step" disabled={name.is_none()}
            onclick={env.on(move |_| Action::Step(which))}>{label}</button>
    }
}

#[component]
fn SavedState() -> Html {
    let env = use_env();
    let (class, text) = match &env.state.saved {
        Saved::InFile(at) => ("file", env.texts.with("saved.file", &[("time", at.into())])),
        Saved::InBrowser => ("browser", env.text("saved.browser")),
        Saved::Unsaved => ("unsaved", env.text("saved.unsaved")),
        Saved::Refused => ("refused", env.text("saved.refused")),
    };
    let save = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| super::publish::save_project(&env))
    };
    html! {
        <>
            <p id="saved" class={classes!("saved", class)} data-saved={class}>{text}</p>
            if env.state.is_due() {
                <button id="save-now" class="step" onclick={save}>
                    {env.texts.count("saved.due", env.state.unsaved.0, &[])}<kbd>{"Ctrl S"}</kbd>
                </button>
            }
        </>
    }
}

fn told(env: &Env, said: &Said) -> String {
    match said {
        Said::Stepped(which, name) => {
            let step = env.step_name(name);
            let key = match which {
                Undone::Undo => "undo.done",
                Undone::Redo => "redo.done",
            };
            env.texts.with(key, &[("step", (&step).into())])
        }
        Said::Nothing => String::new(),
        Said::Text(key) => env.text(key),
        Said::Words(words) => words.clone(),
        Said::Refused(why) => env.texts.with("open.refused", &[("why", why.into())]),
    }
}
