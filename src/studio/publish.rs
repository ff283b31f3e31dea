//! Files: the document and the lines for a page, and the project to go on with.

use super::acts::{Action, Said, Saved, Screen};
use super::adding::Adding;
use super::env::{Env, use_env};
use super::trying::Trying;
use crate::draft::Action as Edit;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::prelude::*;

const HTML: &str = "text/html;charset=utf-8";
const JSON: &str = "application/json;charset=utf-8";

/// What a page has to have.
const LINES: &str = "<script src=\"standpoint.js\" async></script>\n<stance-comparison src=\"@@\"></stance-comparison>";

#[component]
pub(super) fn PublishScreen() -> Html {
    let env = use_env();
    let Some(reviewed) = env.state.reviewed.clone() else {
        return Html::default();
    };
    let stops = reviewed.stops();
    let name = format!("{}.json", stem(&env));
    let lines = LINES.replace("@@", &name);
    let document = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(draft) = env.state.draft() {
                env.browser
                    .save(&format!("{}.json", stem(&env)), JSON, &draft.exported());
                let name = env.text("version.published");
                env.act(Action::Do(Edit::KeepVersion(name, env.browser.stamp())));
            }
        })
    };
    let project = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| save_project(&env))
    };
    let given = {
        let env = env.clone();
        move |ending: &'static str, refused: &'static str| {
            let env = env.clone();
            Closure::once_into_js(move |page: Option<String>| match page {
                Some(page) => env
                    .browser
                    .save(&format!("{}{ending}", stem(&env)), HTML, &page),
                None => env.act(Action::Say(Said::Text(refused))),
            })
        }
    };
    let whole = {
        let (env, given) = (env.clone(), given.clone());
        let draft = env.state.draft().cloned();
        Callback::from(move |_: MouseEvent| {
            if let Some(draft) = &draft {
                let title = &draft.content().article.headline;
                let then = given(".html", "publish.whole.refused");
                env.browser
                    .whole(&draft.exported(), title, then.unchecked_ref());
            }
        })
    };
    let table = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| {
            let then = given("-table.html", "publish.table.refused");
            env.browser.table(then.unchecked_ref());
        })
    };
    html! {
        <section class="publish" aria-labelledby="publish-title">
            <h1 id="publish-title" class="visually-hidden">{env.text("place.publish")}</h1>
            <div class="way">
                <h2>{env.text("publish.page")}</h2>
                <p>{env.text("publish.page.about")}</p>
                if stops > 0 {
                    <p class="stopped">{env.texts.count("publish.stopped", stops, &[])}</p>
                    <button id="publish-check" onclick={env.on(|_| Action::Go(Screen::Check))}>{env.text("publish.check")}</button>
                } else {
                    <button id="save-document" class="main" onclick={document}>
                        {env.texts.with("publish.save", &[("file", (&name).into())])}
                    </button>
                    <div class="field">
                        <label for="lines">{env.text("publish.lines")}</label>
                        <textarea id="lines" rows="3" readonly=true value={lines} />
                    </div>
                }
            </div>
            if stops == 0 {
                <div class="way">
                    <h2>{env.text("publish.whole")}</h2>
                    <p>{env.text("publish.whole.about")}</p>
                    <button id="save-whole" onclick={whole}>
                        {env.texts.with("publish.save", &[("file", (&format!("{}.html", stem(&env))).into())])}
                    </button>
                </div>
                <div class="way">
                    <h2>{env.text("publish.table")}</h2>
                    <p>{env.text("publish.table.about")}</p>
                    <button id="save-table" onclick={table}>
                        {env.texts.with("publish.save", &[("file", (&format!("{}-table.html", stem(&env))).into())])}
                    </button>
                </div>
            }
            <div class="way">
                <h2>{env.text("publish.project")}</h2>
                <p>{env.text("publish.project.about")}</p>
                <button id="save-project" onclick={project}>
                    {env.texts.with("publish.save", &[("file", (&project_name(&env)).into())])}
                </button>
            </div>
            <Trying />
            <Versions />
        </section>
    }
}

/// Versions in the project: those that were published, and those with a name.
#[component]
fn Versions() -> Html {
    let env = use_env();
    let content = env.state.content();
    let all = content.versions.iter().enumerate().map(|(at, one)| {
        let names = [("name", (&one.name).into()), ("time", (&one.time).into())];
        html! {
            <li key={at} class="row">
                <span dir="auto">{env.texts.with("version.told", &names)}</span>
                <button id={format!("version-{at}")} onclick={env.on_do(move |_| Edit::Restore(at))}>{env.text("version.restore")}</button>
                <button class="quiet" onclick={env.on_do(move |_| Edit::ForgetVersion(at))}>{env.text("version.forget")}</button>
            </li>
        }
    });
    let keep = {
        let env = env.clone();
        Callback::from(move |name| {
            env.act(Action::Do(Edit::KeepVersion(name, env.browser.stamp())));
        })
    };
    html! {
        <div class="way">
            <h2>{env.text("version.title")}</h2>
            <p>{env.text("version.about")}</p>
            <ul class="versions">{for all}</ul>
            <Adding id="add-version" label={env.text("version.name")} on_add={keep} />
        </div>
    }
}

/// What files are called: after the headline, in letters that every system takes.
fn stem(env: &Env) -> String {
    let content = env.state.content();
    let mut stem = String::new();
    for c in content
        .article
        .headline
        .chars()
        .flat_map(char::to_lowercase)
    {
        match c {
            'a'..='z' | '0'..='9' => stem.push(c),
            _ if stem.is_empty() || stem.ends_with('-') => {}
            _ => stem.push('-'),
        }
    }
    let stem: String = stem.chars().take(40).collect();
    match stem.trim_end_matches('-') {
        "" => "comparison".to_owned(),
        stem => stem.to_owned(),
    }
}

fn project_name(env: &Env) -> String {
    format!("{}.standpoint-project.json", stem(env))
}

/// Saves the project, which is the work.
pub(super) fn save_project(env: &Env) {
    if let Some(draft) = env.state.draft() {
        env.browser.save(&project_name(env), JSON, &draft.saved());
        env.act(Action::Saved(Saved::InFile(
            env.browser.now(env.texts.language()),
        )));
    }
}
