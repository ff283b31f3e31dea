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
            <KeptDrafts />
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

/// The drafts that this browser keeps; and, before the first key, that it keeps none.
#[component]
fn KeptDrafts() -> Html {
    let env = use_env();
    let kept = use_state(|| Some(Vec::<String>::new()));
    let asked = use_state(|| 0_u32);
    {
        let (env, set) = (env.clone(), kept.setter());
        use_effect_with(*asked, move |_| {
            let then = Closure::once_into_js(move |all: Option<Vec<String>>| set.set(all));
            let language = env.texts.language().to_owned();
            env.browser.kept(&language, then.unchecked_ref());
        });
    }
    let Some(all) = &*kept else {
        return html! { <p id="kept-refused" class="stopped" role="status">{env.text("saved.refused")}</p> };
    };
    if all.is_empty() {
        return Html::default();
    }
    let drafts = all.chunks_exact(3).enumerate().map(|(n, one)| {
        let (id, title, time) = (one[0].clone(), one[1].clone(), one[2].clone());
        let title = if title.is_empty() { env.text("header.untitled") } else { title };
        let take = {
            let (env, id) = (env.clone(), id.clone());
            Callback::from(move |_: MouseEvent| take(&env, &id))
        };
        let forget = {
            let (env, id, asked) = (env.clone(), id.clone(), asked.clone());
            Callback::from(move |_: MouseEvent| {
                let asked = asked.clone();
                let then = Closure::once_into_js(move || asked.set(*asked + 1));
                env.browser.forget(&id, then.unchecked_ref());
            })
        };
        html! {
            <li key={id}>
                <button id={format!("kept-{n}")} onclick={take}>
                    {env.texts.with("start.go-on", &[("title", (&title).into()), ("time", (&time).into())])}
                </button>
                <button class="quiet" onclick={forget}>
                    {env.texts.with("start.forget", &[("title", (&title).into())])}
                </button>
            </li>
        }
    });
    html! {
        <div class="way kept">
            <h2>{env.text("start.drafts")}</h2>
            <ul>{for drafts}</ul>
        </div>
    }
}

fn take(env: &Env, id: &str) {
    let then = {
        let env = env.clone();
        Closure::once_into_js(move |project: Option<String>| match project {
            Some(project) => opened(&env, "", project, false),
            None => env.act(Action::Say(Said::Text("start.gone"))),
        })
    };
    env.browser.take(id, then.unchecked_ref());
}

fn begin(env: &Env, text: String, language: &str) {
    if text.trim().is_empty() {
        env.act(Action::Say(Said::Text("start.empty")));
        env.act(Action::Focus("field-text".to_owned()));
        return;
    }
    env.browser.begin();
    let draft = Draft::begin(language).after(&Edit::SetText(vec![text]));
    env.act(Action::Begin(Box::new(draft), Screen::Article));
    env.act(Action::Focus("start-marking".to_owned()));
}

/// Opens a file: a project, a document, or else a text.
pub(super) fn open(env: &Env) {
    let opened = {
        let env = env.clone();
        Closure::once_into_js(move |name: String, text: String| opened(&env, &name, text, true))
    };
    env.browser.open(opened.unchecked_ref());
}

/// Opens a text; a draft that was kept goes on where it is kept.
fn opened(env: &Env, name: &str, text: String, is_new: bool) {
    match Draft::open(&text) {
        Ok(draft) => {
            if is_new {
                env.browser.begin();
            }
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
