//! The page: its header with the places, and what is shown of them.

use super::acts::{Action, Screen};
use super::article::ArticleScreen;
use super::browser::{Browser, Found};
use super::check::CheckScreen;
use super::desk::State;
use super::env::{Env, Ground};
use super::grid::PositionsScreen;
use super::header::Header;
use super::keys::{are_letters, is_command, is_plain, key_of};
use super::mark::MarkScreen;
use super::preview::Preview;
use super::publish::PublishScreen;
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
    let surface = use_mut_ref(|| None);
    let env = Env::new(props.browser.clone(), Rc::clone(&texts), state, surface);
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
    use_effect_with(env.state.version, move |version| {
        let version = *version;
        let Some(draft) = env.state.draft() else {
            return;
        };
        let title = draft.content().article.headline.clone();
        let done = {
            let env = env.clone();
            Closure::once_into_js(move |kept: bool| env.act(Action::Kept(version, kept)))
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
    let on_letters = {
        let env = env.clone();
        Callback::from(move |_: Event| {
            let are_keys = !are_letters();
            env.browser.set_letters(are_keys);
            env.act(Action::Letters(are_keys));
        })
    };
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
            <p class="row">
                <input type="checkbox" id="letter-keys" checked={are_letters()} onchange={on_letters} />
                <label for="letter-keys">{env.text("keys.letters")}</label>
            </p>
            <button id="keys-close" onclick={env.on(|_| Action::Keys(false))}>{env.text("keys.close")}<kbd>{"Esc"}</kbd></button>
        </section>
    }
}
