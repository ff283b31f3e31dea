//! The page: its header with the places, and what is shown of them.

use super::acts::{Action, Said, Saved, Screen};
use super::article::ArticleScreen;
use super::browser::{Browser, Found};
use super::check::CheckScreen;
use super::desk::State;
use super::env::{Env, Ground};
use super::grid::PositionsScreen;
use super::keys::{is_command, is_plain, key_of};
use super::mark::MarkScreen;
use super::preview::Preview;
use super::publish::PublishScreen;
use super::select::Select;
use super::start::{StartScreen, found_in};
use super::words;
use crate::draft::{History, Undone};
use crate::i18n::{Texts, direction};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlElement;
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

/// What the Studio is made of.
#[derive(Clone, Properties)]
pub(super) struct AppProps {
    pub(super) browser: Browser,
    pub(super) texts: Rc<Texts>,
}

/// Neither changes while it is shown.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.texts, &other.texts)
    }
}

#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let state = use_reducer(State::new);
    let texts = use_state(|| props.texts.clone());
    let env = Env::new(props.browser.clone(), Rc::clone(&texts), state);
    let speak = {
        let (texts, browser) = (texts.clone(), props.browser.clone());
        Callback::from(move |tag: String| {
            let chosen = words::texts([tag.as_str()]);
            browser.speak(chosen.language(), direction(chosen.language()), true);
            texts.set(chosen);
        })
    };
    use_focus(&env);
    use_kept(&env);
    use_reviewed(&env);
    use_dropped(&env);
    use_keys(&env);
    let screen = env.state.screen;
    let shown = match screen {
        Screen::Start => html! { <StartScreen /> },
        Screen::Article => html! { <ArticleScreen /> },
        Screen::Mark => html! { <MarkScreen /> },
        Screen::Positions => html! { <PositionsScreen /> },
        Screen::Check => html! { <CheckScreen /> },
        Screen::Publish => html! { <PublishScreen /> },
    };
    let env_keys = env.state.keys;
    let has_draft = env.state.history.is_some();
    let language = texts.language().to_owned();
    html! {
        <ContextProvider<Ground> context={env.ground()}>
        <ContextProvider<Env> context={env}>
            <div class="studio" dir={direction(&language)} lang={language}>
                <Header {speak} />
                if env_keys {
                    <Keys />
                }
                <main id="place" class={classes!("place", screen.id())}>
                    <div class="work" data-pane={(screen != Screen::Mark).then_some("work")}>{shown}</div>
                    if has_draft {
                        <Preview />
                    }
                </main>
            </div>
        </ContextProvider<Env>>
        </ContextProvider<Ground>>
    }
}

/// Moves the focus where it is wanted, once that is there.
#[hook]
fn use_focus(env: &Env) {
    use_effect_with(env.state.focus.clone(), |focus| {
        let Some((_, id)) = focus else {
            return;
        };
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.get_element_by_id(id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // What cannot have the focus keeps it where it is.
            let _ = element.focus();
        }
    });
}

/// Has the browser keep each version: a net, in case something happens before it is
/// in a file.
#[hook]
fn use_kept(env: &Env) {
    let env = env.clone();
    use_effect_with(env.state.version, move |_| {
        let Some(draft) = env.state.draft() else {
            return;
        };
        let title = draft.content().article.headline.clone();
        let done = {
            let env = env.clone();
            Closure::once_into_js(move |kept: bool| env.act(Action::Kept(kept)))
        };
        let steps = env.state.history.as_ref().map(History::packed);
        let steps = steps.unwrap_or_default();
        env.browser
            .keep(&title, &draft.saved(), &steps, done.unchecked_ref());
    });
}

/// How long nothing changes before it is looked through.
const PAUSE: Duration = Duration::from_millis(100);

/// Has each version looked through, once nothing has changed for a moment.
#[hook]
fn use_reviewed(env: &Env) {
    let latest = use_mut_ref(|| 0);
    *latest.borrow_mut() = env.state.version;
    let (env, version) = (env.clone(), env.state.version);
    use_effect_with(version, move |_| {
        spawn_local(async move {
            sleep(PAUSE).await;
            if *latest.borrow() == version {
                env.act(Action::Review);
            }
        });
    });
}

/// A file that is dropped anywhere is opened.
#[hook]
fn use_dropped(env: &Env) {
    let latest = use_mut_ref(|| env.clone());
    *latest.borrow_mut() = env.clone();
    let browser = env.browser.clone();
    use_effect_with((), move |()| {
        let then: Closure<dyn FnMut(Found)> = Closure::new(move |found: Found| {
            let env = latest.borrow().clone();
            found_in(&env, &found, "en");
        });
        // The page listens as long as there is one.
        browser.dropped(then.into_js_value().unchecked_ref());
    });
}

/// Keys work wherever the focus is, even where nothing has it.
#[hook]
fn use_keys(env: &Env) {
    let latest = use_mut_ref(|| env.clone());
    *latest.borrow_mut() = env.clone();
    use_effect_with((), move |()| {
        let then: Closure<dyn FnMut(KeyboardEvent)> = Closure::new(move |event: KeyboardEvent| {
            let env = latest.borrow().clone();
            pressed(&env, &event);
        });
        if let Some(window) = web_sys::window() {
            // As long as there is a page.
            let then = then.into_js_value();
            let _ = window.add_event_listener_with_callback("keydown", then.unchecked_ref());
        }
    });
}

/// What works everywhere.
fn pressed(env: &Env, event: &KeyboardEvent) {
    let Some(key) = key_of(event) else {
        return;
    };
    if key == "F6" {
        event.prevent_default();
        env.browser.pane(if event.shift_key() { -1 } else { 1 });
        return;
    }
    if !is_command(event) {
        plain(env, event, &key);
        return;
    }
    let which = match (key.as_str(), event.shift_key()) {
        ("Z", false) => Undone::Undo,
        ("Z", true) | ("Y", _) => Undone::Redo,
        ("O", _) => {
            event.prevent_default();
            super::start::open(env);
            return;
        }
        ("S", _) => {
            event.prevent_default();
            super::publish::save_project(env);
            return;
        }
        _ => return,
    };
    // What is typed and is no step yet, the field undoes itself.
    if env.browser.is_typing() {
        return;
    }
    event.prevent_default();
    env.act(Action::Step(which));
}

/// Keys that are letters: only where none is awaited.
fn plain(env: &Env, event: &KeyboardEvent, key: &str) {
    if !is_plain(event) || event.default_prevented() {
        return;
    }
    let is_open = env.state.keys;
    if is_open && key == "Escape" {
        event.prevent_default();
        return env.act(Action::Keys(false));
    }
    if !env.browser.is_reading() || env.state.history.is_none() {
        return;
    }
    let goes = match key {
        "A" => Some(Screen::Article),
        "M" => Some(Screen::Mark),
        "P" => Some(Screen::Positions),
        "C" => Some(Screen::Check),
        "E" => Some(Screen::Publish),
        _ => None,
    };
    match (env.state.goes, key, goes) {
        (true, _, Some(screen)) => {
            env.act(Action::Go(screen));
            env.act(Action::Focus(format!("go-{}", screen.id())));
        }
        (true, ..) => return env.act(Action::Goes(false)),
        (false, "G", _) => env.act(Action::Goes(true)),
        (false, "?", _) => env.act(Action::Keys(!is_open)),
        _ => return,
    }
    event.prevent_default();
}

/// The keys of the place.
#[component]
fn Keys() -> Html {
    let env = super::env::use_env();
    let place = env.state.screen.id();
    let list = |key: &str| {
        let text = env.first_text(&[key]).unwrap_or_default();
        let all: Vec<String> = text.split(" · ").map(str::to_owned).collect();
        let all = all.into_iter().filter(|one| !one.is_empty());
        all.map(|one| html! { <li key={one.clone()}>{one}</li> })
            .collect::<Html>()
    };
    html! {
        <section id="keys" class="keys" role="dialog" aria-labelledby="keys-title" tabindex="-1">
            <h2 id="keys-title">{env.text("keys.title")}</h2>
            <ul>{list("keys.everywhere")}{list(&format!("keys.{place}"))}</ul>
            <button id="keys-close" onclick={env.on(|_| Action::Keys(false))}>{env.text("keys.close")}<kbd>{"Esc"}</kbd></button>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HeaderProps {
    /// Called with the language that is chosen for the page.
    speak: Callback<String>,
}

#[component]
fn Header(props: &HeaderProps) -> Html {
    let env = super::env::use_env();
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
    let env = super::env::use_env();
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
