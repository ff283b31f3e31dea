//! Who speaks: two letters, Enter. A name that is new makes a person.

use super::acts::Action;
use super::env::{Env, use_env};
use super::keys::{is_plain, key_of};
use crate::article::Speaker;
use crate::draft::Content;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One of those to choose from.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    Known(Speaker),
    /// Somebody new, of that name.
    New(String),
    /// Nobody whom the article names; its words for them.
    Unnamed(String),
}

#[component]
pub(super) fn SpeakerField() -> Html {
    let env = use_env();
    let typed = use_state(String::new);
    let active = use_state(|| 0_usize);
    let content = env.state.content();
    let choices = choices(&content, &typed, env.state.last_speaker.as_ref());
    let at = (*active).min(choices.len().saturating_sub(1));
    let oninput = {
        let (typed, active) = (typed.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            typed.set(input.value());
            active.set(0);
        })
    };
    let onkeydown = {
        let (env, choices, active) = (env.clone(), choices.clone(), active.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = key_of(&event).filter(|_| is_plain(&event)) else {
                return;
            };
            match key.as_str() {
                "ArrowDown" => active.set((at + 1) % choices.len().max(1)),
                "ArrowUp" => active.set((at + choices.len().max(1) - 1) % choices.len().max(1)),
                "Enter" => {
                    if let Some(choice) = choices.get(at) {
                        choose(&env, choice);
                    }
                }
                "Escape" => env.act(Action::Focus("text".to_owned())),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let options = choices.iter().enumerate().map(|(n, choice)| {
        let onmousedown = {
            let (env, choice) = (env.clone(), choice.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                choose(&env, &choice);
            })
        };
        html! {
            <li key={n} id={format!("speaker-{n}")} role="option" aria-selected={(n == at).to_string()} {onmousedown}>
                {words(&env, &content, choice)}
            </li>
        }
    });
    let selected = (!choices.is_empty()).then(|| format!("speaker-{at}"));
    html! {
        <div class="field speaker">
            <label for="speaker">{env.text("speaker.label")}</label>
            <input id="speaker" role="combobox" autocomplete="off" dir="auto" aria-expanded={(!choices.is_empty()).to_string()}
                aria-controls="speakers" aria-activedescendant={selected} aria-describedby="speaker-hint"
                {oninput} {onkeydown} />
            <p class="hint" id="speaker-hint">{env.text("speaker.hint")}</p>
            <ul id="speakers" role="listbox" aria-label={env.text("speaker.label")}>{for options}</ul>
        </div>
    }
}

/// Those whose name has a word that begins so; the last speaker first, where nothing
/// is typed. It is an offer: nobody speaks before somebody is chosen.
fn choices(content: &Content, typed: &str, last: Option<&Speaker>) -> Vec<Choice> {
    let typed = typed.trim();
    let lower = typed.to_lowercase();
    let begins = |name: &str| {
        let name = name.to_lowercase();
        name.starts_with(&lower) || name.split_whitespace().any(|word| word.starts_with(&lower))
    };
    let people = content.people.iter().map(|one| (&one.id, &one.name));
    let parties = content.parties.iter().map(|one| (&one.id, &one.name));
    let all = people.chain(parties).filter(|(_, name)| begins(name));
    let mut known: Vec<Speaker> = all.map(|(id, _)| Speaker::Named(id.clone())).collect();
    known.sort_by_key(|one| last != Some(one));
    let is_known = |name: &str| {
        let people = content.people.iter().map(|one| &one.name);
        let parties = content.parties.iter().map(|one| &one.name);
        people
            .chain(parties)
            .any(|known| known.to_lowercase() == name.to_lowercase())
    };
    let mut choices: Vec<Choice> = known.into_iter().map(Choice::Known).collect();
    if !typed.is_empty() {
        if !is_known(typed) {
            choices.push(Choice::New(typed.to_owned()));
        }
        choices.push(Choice::Unnamed(typed.to_owned()));
    }
    choices
}

fn words(env: &Env, content: &Content, choice: &Choice) -> String {
    match choice {
        Choice::Known(speaker) => content.name_of(speaker).to_owned(),
        Choice::New(name) => env.texts.with("speaker.new", &[("name", name.into())]),
        Choice::Unnamed(words) => env
            .texts
            .with("speaker.unnamed", &[("words", words.into())]),
    }
}

fn choose(env: &Env, choice: &Choice) {
    env.act(match choice {
        Choice::Known(speaker) => Action::Store(Some(speaker.clone())),
        Choice::Unnamed(words) => Action::Store(Some(Speaker::Unnamed(words.clone()))),
        Choice::New(name) => Action::StoreNew(name.clone()),
    });
}
