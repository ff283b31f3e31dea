//! Every statement: arranged, filtered, searched.

use super::shared::{Shared, use_shared};
use super::statement::{StatementView, kind_sign, speaker_name};
use crate::article::{Statement, StatementKind};
use crate::comparison::{occurrences, topics_of};
use crate::state::{Action, Arrangement, speaker_key, speakers};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The statements view.
#[component]
pub(super) fn Statements() -> Html {
    let shared = use_shared();
    let found = found(&shared);
    html! {
        <div class="statements-view" part="statements">
            <Filters />
            <p class="hits" role="status">{ count(&shared, &found) }</p>
            { for groups(&shared, &found).into_iter().map(|(title, group)| section(&shared, title, &group)) }
        </div>
    }
}

/// The statements that the choice leaves. Of a party that is hidden nobody is
/// heard, and what bears only on hidden topics is hidden with them.
fn found(shared: &Shared) -> Vec<&Statement> {
    let (document, choice) = (shared.document(), &shared.state.choice);
    let party_shown = |statement: &Statement| {
        let party = document.organization_of(&statement.speaker);
        party.is_none_or(|party| choice.parties.contains(&party.id))
    };
    let topic_shown = |statement: &Statement| {
        let topics = topics_of(document, &statement.id);
        topics.is_empty() || topics.iter().any(|topic| choice.topics.contains(&topic.id))
    };
    let heard = |statement: &Statement| {
        let speaker = choice.speaker.as_deref();
        speaker.is_none() || speaker_key(&statement.speaker) == speaker
    };
    let matches = |statement: &Statement| {
        let wanted = &choice.search;
        wanted.trim().is_empty()
            || !occurrences(&statement.text, wanted).is_empty()
            || !occurrences(&speaker_name(shared, &statement.speaker), wanted).is_empty()
    };
    let statements = document.statements.iter();
    statements
        .filter(|s| choice.kinds.contains(&s.kind))
        .filter(|s| party_shown(s) && topic_shown(s) && heard(s) && matches(s))
        .collect()
}

/// How many statements, and how many hits in them.
fn count(shared: &Shared, found: &[&Statement]) -> String {
    let total = shared.document().statements.len();
    let mut count = shared.texts.count("statements.count", total, &[("found", &found.len())]);
    let wanted = &shared.state.choice.search;
    if !wanted.trim().is_empty() {
        let hits: usize = found
            .iter()
            .map(|s| {
                occurrences(&s.text, wanted).len()
                    + occurrences(&speaker_name(shared, &s.speaker), wanted).len()
            })
            .sum();
        count.push(' ');
        count.push_str(&shared.texts.count("statements.hits", hits, &[]));
    }
    count
}

type Group<'a> = (Option<String>, Vec<&'a Statement>);

fn groups<'a>(shared: &'a Shared, found: &[&'a Statement]) -> Vec<Group<'a>> {
    let groups: Vec<Group<'a>> = match shared.state.choice.arrangement {
        Arrangement::Article => vec![(None, found.to_vec())],
        Arrangement::Speaker => {
            let of = |key: Option<&str>| {
                let said = found.iter().filter(|s| speaker_key(&s.speaker) == key);
                said.copied().collect::<Vec<_>>()
            };
            let named = speakers(shared.document()).into_iter().map(|key| {
                let said = of(Some(&key));
                let name = said.first().map(|s| speaker_name(shared, &s.speaker));
                (name, said)
            });
            let own = shared.texts.get("statements.article").to_owned();
            named.chain([(Some(own), of(None))]).collect()
        }
        Arrangement::Topic => {
            let document = shared.document();
            let on = |topic: Option<&str>| {
                let bears = |s: &&&Statement| {
                    let topics = topics_of(document, &s.id);
                    match topic {
                        Some(id) => topics.iter().any(|topic| topic.id == id),
                        None => topics.is_empty(),
                    }
                };
                found.iter().filter(bears).copied().collect::<Vec<_>>()
            };
            let topics = shared.topics();
            let named = topics.iter().map(|t| (Some(t.name.clone()), on(Some(&t.id))));
            let other = shared.texts.get("statements.other").to_owned();
            named.chain([(Some(other), on(None))]).collect()
        }
    };
    groups.into_iter().filter(|(_, group)| !group.is_empty()).collect()
}

fn section(shared: &Shared, title: Option<String>, group: &[&Statement]) -> Html {
    let key = title.clone().unwrap_or_default();
    let item = |s: &&Statement| {
        html! {
            <li key={s.id.clone()}>
                <StatementView id={s.id.clone()} cells=true search={shared.state.choice.search.clone()} />
            </li>
        }
    };
    let heading = title.map(|title| html! { <h3 class="section-heading" dir="auto">{ title }</h3> });
    html! {
        <section {key}>
            { for heading }
            <ul class="statements">{ for group.iter().map(item) }</ul>
        </section>
    }
}

/// Search, kinds, speaker and arrangement.
#[component]
fn Filters() -> Html {
    let shared = use_shared();
    let texts = &shared.texts;
    let choice = &shared.state.choice;
    let oninput = {
        let dispatcher = shared.state.dispatcher();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatcher.dispatch(Action::Search(input.value()));
            }
        })
    };
    let kind = |kind: StatementKind| {
        let shown = choice.kinds.contains(&kind);
        html! {
            <label key={kind.id()} class="option">
                <input type="checkbox" name={kind.id()} checked={shown}
                    onchange={shared.on(move |_: Event| Action::ToggleKind(kind))} />
                <span>{ kind_sign(kind) }{ " " }{ texts.get(&format!("kind.{}", kind.id())) }</span>
            </label>
        }
    };
    html! {
        <div class="filters" role="search">
            <label class="field search">
                <span class="label">{ texts.get("statements.search") }</span>
                <input type="search" part="search" value={choice.search.clone()} {oninput} autocomplete="off" />
            </label>
            { speaker_select(&shared) }
            { arrangement_select(&shared) }
            <fieldset class="kinds">
                <legend class="label">{ texts.get("about.kinds") }</legend>
                { for StatementKind::ALL.into_iter().map(kind) }
            </fieldset>
        </div>
    }
}

fn speaker_select(shared: &Shared) -> Html {
    let chosen = shared.state.choice.speaker.clone();
    let document = shared.document();
    let onchange = on_select(shared, |value| Action::Hear((!value.is_empty()).then_some(value)));
    let option = |key: String| {
        let statement = document.statements.iter().find(|s| speaker_key(&s.speaker) == Some(&key));
        let name = statement.map(|s| speaker_name(shared, &s.speaker)).unwrap_or_default();
        html! { <option key={key.clone()} value={key.clone()} selected={chosen.as_ref() == Some(&key)}>{ name }</option> }
    };
    html! {
        <label class="field">
            <span class="label">{ shared.texts.get("statements.speaker") }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ shared.texts.get("statements.everybody") }</option>
                { for speakers(document).into_iter().map(option) }
            </select>
        </label>
    }
}

fn arrangement_select(shared: &Shared) -> Html {
    let chosen = shared.state.choice.arrangement;
    let onchange = on_select(shared, |value| Action::Arrange(value.parse().unwrap_or_default()));
    let option = |arrangement: Arrangement| {
        let text = shared.texts.get(&format!("statements.by.{}", arrangement.id())).to_owned();
        html! {
            <option key={arrangement.id()} value={arrangement.id()} selected={arrangement == chosen}>{ text }</option>
        }
    };
    html! {
        <label class="field">
            <span class="label">{ shared.texts.get("statements.by") }</span>
            <select {onchange}>{ for Arrangement::ALL.into_iter().map(option) }</select>
        </label>
    }
}

/// Does what the chosen option's value says.
pub(super) fn on_select(
    shared: &Shared,
    action: impl Fn(String) -> Action + 'static,
) -> Callback<Event> {
    let dispatcher = shared.state.dispatcher();
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            dispatcher.dispatch(action(select.value()));
        }
    })
}
