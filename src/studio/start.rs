//! Where one begins: paste, open, go on.

use super::acts::{Action, Known, Said, Screen};
use super::browser::Found;
use super::env::{Env, use_env};
use super::select::Select;
use crate::draft::{Action as Edit, Draft, History, Refused, Source};
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
    let onfinished = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(draft) = finished() {
                env.browser.begin();
                go_on(&env, History::new(draft));
            }
        })
    };
    let onpaste = {
        let env = env.clone();
        Callback::from(move |event: Event| env.browser.pasted(&event))
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
                    <textarea id="field-text" ref={area} rows="10" dir="auto" aria-describedby="paste-hint" {onpaste} />
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
            <p><button id="finished" class="quiet" onclick={onfinished}>{env.text("start.finished")}</button></p>
            <p class="hint">{env.text("start.kept")}</p>
        </section>
    }
}

/// A document that is finished, with its text read: our own, about a made-up town.
fn finished() -> Option<Draft> {
    const DOCUMENT: &str = include_str!("../../seeds/harbour-town.json");
    // The text that the document is held against.
    const TEXT: &str = include_str!("../../tests/documents/harbour-town.txt");
    let draft = Draft::open(DOCUMENT).ok()?;
    let lines = TEXT.lines().map(str::to_owned).collect();
    let draft = draft.after(&Edit::SetText(lines));
    let count = draft.content().paragraphs.len();
    Some((0..count).fold(draft, |draft, at| draft.after(&Edit::Read(at, true))))
}

/// Languages to choose from, by their own names; another one is written into the
/// article's field.
const LANGUAGES: [(&str, &str); 9] = [
    ("en", "English"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("zh", "中文（简体）"),
    ("zh-Hant", "中文（繁體）"),
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
        Closure::once_into_js(
            move |project: Option<String>, steps: String| match project {
                Some(project) => match Draft::open(&project) {
                    Ok(draft) => go_on(&env, History::unpacked(draft, &steps)),
                    Err(_) => env.act(Action::Say(Said::Text("start.gone"))),
                },
                None => env.act(Action::Say(Said::Text("start.gone"))),
            },
        )
    };
    env.browser.take(id, then.unchecked_ref());
}

fn begin(env: &Env, text: String, language: &str) {
    if text.trim().is_empty() {
        env.act(Action::Say(Said::Text("start.empty")));
        env.act(Action::Focus("field-text".to_owned()));
        return;
    }
    // What is pasted may be a whole page, or a document.
    let found = env.browser.read_text("", &text);
    found_in(env, &found, language);
}

/// Opens a file, whatever it is.
pub(super) fn open(env: &Env) {
    let found = {
        let env = env.clone();
        Closure::once_into_js(move |found: Found| found_in(&env, &found, "en"))
    };
    env.browser.open(found.unchecked_ref());
}

/// Goes on with what was found in a file; what cannot be read changes nothing.
pub(super) fn found_in(env: &Env, found: &Found, language: &str) {
    let name = found.name().unwrap_or_default();
    match found.kind().as_str() {
        "text" => opened(env, &name, &found.text(), language),
        "markdown" => start_with(env, &Source::markdown(&found.text()), language, "markdown"),
        "article" => {
            let source = Source {
                headline: found.headline().unwrap_or_default(),
                url: found.url().unwrap_or_default(),
                publisher: found.publisher().unwrap_or_default(),
                date: found.date().unwrap_or_default(),
                language: found.language().unwrap_or_default(),
                paragraphs: found.paragraphs().unwrap_or_default(),
                beside: found.beside().map(places).unwrap_or_default(),
            };
            let from = found.source().unwrap_or_default();
            start_with(env, &source, language, &from);
        }
        _ => {
            let why = env.text(&format!("open.{}", found.text()));
            return refuse(env, &name, &why);
        }
    }
    let notes = found.notes().unwrap_or_default();
    if !notes.is_empty() {
        let notes: Vec<String> = notes
            .iter()
            .map(|note| env.text(&format!("note.{note}")))
            .collect();
        env.act(Action::Say(Said::Words(notes.join(" "))));
    }
}

fn places(all: Vec<u32>) -> Vec<usize> {
    all.into_iter().map(|at| at as usize).collect()
}

fn refuse(env: &Env, name: &str, why: &str) {
    let why = match name {
        "" => why.to_owned(),
        name => format!("{name}: {why}"),
    };
    env.act(Action::Say(Said::Refused(why)));
}

fn start_with(env: &Env, source: &Source, language: &str, from: &str) {
    let draft = Draft::begin_with(source, language);
    if draft.content().paragraphs.is_empty() {
        return refuse(env, "", &env.text("open.no-text"));
    }
    env.browser.begin();
    env.act(Action::Begin(
        Box::new(History::new(draft)),
        Screen::Article,
    ));
    let known = source.known();
    let known = known.iter().filter(|(_, text)| !text.is_empty());
    let known = known.map(|(field, text)| (*field, (*text).to_owned()));
    env.act(Action::Known(Known {
        from: from.to_owned(),
        fields: known.collect(),
    }));
    env.act(Action::Focus("start-marking".to_owned()));
}

/// Opens a text: a project, a document, or else an article.
fn opened(env: &Env, name: &str, text: &str, language: &str) {
    match Draft::open(text) {
        Ok(draft) => {
            env.browser.begin();
            go_on(env, History::new(draft));
        }
        // A text begins with neither bracket, as articles do.
        Err(_) if !text.trim_start().starts_with(['{', '[']) => {
            start_with(env, &Source::plain(text), language, "");
        }
        Err(Refused::Unreadable(problem)) => refuse(env, name, &problem.fault.what()),
        Err(Refused::Unknown) => refuse(env, name, &env.text("open.unknown")),
    }
}

/// Goes on with a draft where most of it is done.
fn go_on(env: &Env, history: History) {
    let is_whole = history.now().content().kept().next().is_some();
    let screen = if is_whole {
        Screen::Mark
    } else {
        Screen::Article
    };
    env.act(Action::Begin(Box::new(history), screen));
}
