//! Choosing which parties and which topics are shown.

use super::shared::{Shared, use_shared};
use crate::state::Action;
use yew::prelude::*;

/// What can be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Choosable {
    Parties,
    Topics,
}

impl Choosable {
    fn key(self) -> &'static str {
        match self {
            Self::Parties => "choose.parties",
            Self::Topics => "choose.topics",
        }
    }

    /// Id, name, and whether it is shown, of everything there is.
    fn options(self, shared: &Shared) -> Vec<(String, String, bool)> {
        let (document, choice) = (shared.document(), &shared.state.choice);
        match self {
            Self::Parties => {
                let option = |o: &crate::article::Organization| {
                    (o.id.clone(), o.name.clone(), choice.parties.contains(&o.id))
                };
                document.organizations.iter().map(option).collect()
            }
            Self::Topics => {
                let option = |t: &crate::article::Topic| {
                    (t.id.clone(), t.name.clone(), choice.topics.contains(&t.id))
                };
                document.topics.iter().map(option).collect()
            }
        }
    }

    fn toggle(self, id: String) -> Action {
        match self {
            Self::Parties => Action::ToggleParty(id),
            Self::Topics => Action::ToggleTopic(id),
        }
    }

    fn all(self) -> Action {
        match self {
            Self::Parties => Action::ShowAllParties,
            Self::Topics => Action::ShowAllTopics,
        }
    }
}

/// What [`Chooser`] chooses.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChooserProps {
    pub(super) what: Choosable,
}

/// A button that opens a list of check boxes.
#[component]
pub(super) fn Chooser(props: &ChooserProps) -> Html {
    let shared = use_shared();
    let what = props.what;
    let (lang, dir) = shared.document_language();
    let options = what.options(&shared);
    let shown = options.iter().filter(|(_, _, shown)| *shown).count();
    let total = options.len();
    let id = what.key().replace('.', ":");
    let count = shared
        .texts
        .with("choose.count", &[("n", &shown), ("total", &total)]);
    let option = |(id, name, shown): (String, String, bool)| {
        let toggle = {
            let id = id.clone();
            shared.on(move |_: Event| what.toggle(id.clone()))
        };
        html! {
            <label key={id.clone()} class="option">
                <input type="checkbox" name={id} checked={shown} onchange={toggle} />
                <span lang={lang.clone()} {dir}>{ name }</span>
            </label>
        }
    };
    html! {
        <div class="chooser">
            <button type="button" class="chooser-button" part="chooser" popovertarget={id.clone()}>
                { shared.texts.get(what.key()) }{ " " }<span class="count">{ count }</span>
            </button>
            <div {id} popover="auto" class="options" role="group" aria-label={shared.texts.get(what.key()).to_owned()}>
                { for options.into_iter().map(option) }
                <button type="button" class="link" disabled={shown == total}
                    onclick={shared.on(move |_: MouseEvent| what.all())}>
                    { shared.texts.get("choose.all") }
                </button>
            </div>
        </div>
    }
}
