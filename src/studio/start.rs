//! Where one begins: paste, open, go on.

use super::acts::{Action, Said, Screen};
use super::env::{Env, use_env};
use super::select::Select;
use crate::draft::{Action as Edit, Draft, Refused};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[component]
pub(super) fn StartScreen() -> Html {
    let env = use_env();
    let area = use_node_ref();
    let language = use_state(|| "en".to_owned());
    let onclick = {
        let (env, area, language) = (env.clone(), area.clone(), language.clone());
        Callback::from(move |_: MouseEvent| {
            let text = area.cast::<HtmlTextAreaElement>().map(|area| area.value());
            begin(&env, text.unwrap_or_default(), &language);
        })
    };
    let onopen = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| open(&env))
    };
    let chosen = language.to_string();
    let languages = LANGUAGES.map(|(tag, name)| (tag.into(), name.into()));
    let choose = Callback::from(move |tag: String| language.set(tag));
    html! {
        <section class="start" aria-labelledby="start-title">
            <h1 id="start-title">{env.text("start.title")}</h1>
            <p class="lead">{env.text("start.lead")}</p>
            <div class="ways">
                <div class="way">
                    <h2><label for="field-text">{env.text("start.paste")}</label></h2>
                    <p class="hint" id="paste-hint">{env.text("start.paste.hint")}</p>
                    <textarea id="field-text" ref={area} rows="10" dir="auto" aria-describedby="paste-hint" />
                    <div class="row">
                        <Select id="start-language" label={env.text("start.language")} value={chosen}
                            options={languages.to_vec()} on_choose={choose} />
                        <button id="begin" class="main" {onclick}>{env.text("start.begin")}</button>
                    </div>
                </div>
                <div class="way">
                    <h2>{env.text("start.open")}</h2>
                    <p class="hint">{env.text("start.open.hint")}</p>
                    <button id="open" onclick={onopen}>{env.text("start.open.file")}</button>
                </div>
            </div>
            <p class="hint">{env.text("start.kept")}</p>
        </section>
    }
}

/// Languages to choose from, by their own names; another one is written into the
/// article's field.
const LANGUAGES: [(&str, &str); 8] = [
    ("en", "English"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("zh", "中文"),
];

fn begin(env: &Env, text: String, language: &str) {
    if text.trim().is_empty() {
        env.act(Action::Say(Said::Text("start.empty")));
        env.act(Action::Focus("field-text".to_owned()));
        return;
    }
    let draft = Draft::begin(language).after(&Edit::SetText(vec![text]));
    env.act(Action::Begin(Box::new(draft), Screen::Article));
    env.act(Action::Focus("start-marking".to_owned()));
}

/// Opens a file: a project, a document, or else a text.
pub(super) fn open(env: &Env) {
    let opened = {
        let env = env.clone();
        Closure::once_into_js(move |name: String, text: String| opened(&env, &name, text))
    };
    env.browser.open(opened.unchecked_ref());
}

fn opened(env: &Env, name: &str, text: String) {
    match Draft::open(&text) {
        Ok(draft) => {
            let is_whole = draft.content().kept().next().is_some();
            let screen = if is_whole {
                Screen::Mark
            } else {
                Screen::Article
            };
            env.act(Action::Begin(Box::new(draft), screen));
        }
        // A text begins with neither bracket, as articles do.
        Err(_) if !text.trim_start().starts_with(['{', '[']) => begin(env, text, "en"),
        Err(Refused::Unreadable(problem)) => {
            let why = format!("{name}: {}", problem.fault.what());
            env.act(Action::Say(Said::Refused(why)));
        }
        Err(Refused::Unknown) => {
            let why = format!("{name}: {}", env.text("open.unknown"));
            env.act(Action::Say(Said::Refused(why)));
        }
    }
}
