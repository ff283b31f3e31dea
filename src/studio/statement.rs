//! The statement that is looked at: its words, who makes it, and what rests on it.

use super::acts::{Action, field_id};
use super::cast::NewPerson;
use super::env::{Env, use_env};
use super::field::Field;
use super::select::Select;
use crate::article::{Speaker, StatementKind};
use crate::draft::{Action as Edit, Content, Place, Statement};
use yew::prelude::*;

#[component]
pub(super) fn StatementPanel() -> Html {
    let env = use_env();
    let content = env.state.content();
    let found = env
        .state
        .statement
        .and_then(|at| Some((at, content.statements.get(at)?)));
    let Some((at, statement)) = found else {
        return Html::default();
    };
    let place = Place::Statement(at);
    let is_quotation = statement.kind == Some(StatementKind::DirectQuote);
    let key = if is_quotation {
        "statement.quotation"
    } else {
        "statement.summary"
    };
    let hint = (!is_quotation).then(|| AttrValue::from(env.text("statement.summary.hint")));
    let onkeydown = {
        let env = env.clone();
        Callback::from(move |event: KeyboardEvent| {
            let back = event.key() == "Escape"
                || (event.key() == "Enter" && super::keys::is_command(&event));
            if back && !event.is_composing() {
                event.prevent_default();
                env.act(Action::Focus("text".to_owned()));
            }
        })
    };
    html! {
        <section id="statement" class="statement" tabindex="-1" aria-labelledby="statement-title" {onkeydown}>
            <h2 id="statement-title">{env.texts.with("statement.title", &[("n", statement.paragraph.into())])}</h2>
            <Field key={format!("{}-text", statement.id)} id={field_id(place, "text")} label={env.text(key)}
                value={statement.text.clone()} {hint} long=true locked={is_quotation} lang={content.language.clone()}
                place={(place, "text")} />
            <Field key={format!("{}-date", statement.id)} id={field_id(place, "date")} label={env.text("field.date")}
                value={statement.date.clone()} hint={AttrValue::from(env.text("field.date.hint"))}
                place={(place, "date")} />
            {voice(&env, at, statement)}
            {speaker(&env, at, statement)}
            if let Some(id) = unfinished(&content, statement) {
                <NewPerson {id} />
            }
            <Shows {at} />
            <button class="quiet" onclick={env.on_do(move |_| Edit::Remove(place))}>
                {env.text("statement.remove")}<kbd>{env.text("key.delete")}</kbd>
            </button>
        </section>
    }
}

/// The person who speaks, of whom something is still to be said.
fn unfinished(content: &Content, statement: &Statement) -> Option<AttrValue> {
    let Some(Speaker::Named(id)) = &statement.speaker else {
        return None;
    };
    let person = content.people.iter().find(|one| one.id == *id)?;
    (person.role.is_empty() || person.party.is_empty()).then(|| person.id.clone().into())
}

fn voice(env: &Env, at: usize, statement: &Statement) -> Html {
    let options = StatementKind::ALL.map(|kind| {
        (
            kind.id().into(),
            env.text(&format!("kind.{}", kind.id())).into(),
        )
    });
    let value = statement.kind.map_or("", StatementKind::id);
    html! {
        <Select id={field_id(Place::Statement(at), "kind")} label={env.text("bar.voice")} {value}
            options={options.to_vec()}
            on_choose={env.on_do(move |chosen: String| {
                let kind = StatementKind::ALL.into_iter().find(|kind| kind.id() == chosen);
                Edit::Voice(at, kind.unwrap_or(StatementKind::Narration))
            })} />
    }
}

fn speaker(env: &Env, at: usize, statement: &Statement) -> Html {
    if !statement.kind.is_some_and(StatementKind::has_speaker) {
        return Html::default();
    }
    let content = env.state.content();
    let people = content.people.iter().map(|one| (&one.id, &one.name));
    let parties = content.parties.iter().map(|one| (&one.id, &one.name));
    let options = people
        .chain(parties)
        .map(|(id, name)| (id.clone().into(), name.clone().into()));
    let value = match &statement.speaker {
        Some(Speaker::Named(id)) => id.clone(),
        _ => String::new(),
    };
    let nothing = match &statement.speaker {
        Some(Speaker::Unnamed(words)) => words.clone(),
        _ => env.text("speaker.nobody"),
    };
    html! {
        <Select id={field_id(Place::Statement(at), "speaker_id")} label={env.text("speaker.label")} {value}
            options={options.collect::<Vec<_>>()} nothing={AttrValue::from(nothing)} lang={content.language.clone()}
            on_choose={env.on_do(move |id| Edit::Speak(at, Speaker::Named(id)))} />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ShowsProps {
    at: usize,
}

/// What the statement shows, while one reads.
#[component]
fn Shows(props: &ShowsProps) -> Html {
    let env = use_env();
    let (party, topic) = (use_state(String::new), use_state(String::new));
    let content = env.state.content();
    let Some(statement) = content.statements.get(props.at) else {
        return Html::default();
    };
    let own = statement
        .speaker
        .as_ref()
        .and_then(|speaker| content.party_of(speaker));
    let serves = content
        .stances
        .iter()
        .filter(|one| one.statements.contains(&statement.id));
    let serves = serves.map(|one| {
        let topic = content.topics.iter().find(|topic| topic.id == one.topic);
        let party = content.parties.iter().find(|party| party.id == one.party);
        let (party, topic) = (party.map_or("", |one| one.label()), topic.map_or("", |one| &one.name));
        let key = format!("{} {}", one.party, one.topic);
        html! { <li {key}>{env.texts.with("shows.cell", &[("party", party.into()), ("topic", topic.into())])}</li> }
    });
    let chosen = |known: &UseStateHandle<String>, all: &[String]| match all.contains(known) {
        true => known.to_string(),
        false => all.first().cloned().unwrap_or_default(),
    };
    let parties: Vec<String> = content.parties.iter().map(|one| one.id.clone()).collect();
    let topics: Vec<String> = content.topics.iter().map(|one| one.id.clone()).collect();
    // The speaker's own party is on offer.
    let party_at = match (party.is_empty(), own) {
        (true, Some(own)) => own.to_owned(),
        _ => chosen(&party, &parties),
    };
    let topic_at = chosen(&topic, &topics);
    let onclick = {
        let (env, content, id) = (env.clone(), content.clone(), statement.id.clone());
        let (party, topic) = (party_at.clone(), topic_at.clone());
        Callback::from(move |_: MouseEvent| {
            let last = content.cell(&party, &topic).last();
            let mut statements = last
                .map(|(_, one)| one.statements.clone())
                .unwrap_or_default();
            if statements.contains(&id) {
                return;
            }
            statements.push(id.clone());
            env.act(Action::Do(Edit::Rest {
                stance: last.map(|(at, _)| at),
                party: party.clone(),
                topic: topic.clone(),
                statements,
            }));
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |id: String| state.set(id))
    };
    let (choose_party, choose_topic) = (set(&party), set(&topic));
    let party_options = content
        .parties
        .iter()
        .map(|one| (one.id.clone().into(), one.label().to_owned().into()));
    let topic_options = content
        .topics
        .iter()
        .map(|one| (one.id.clone().into(), one.name.clone().into()));
    let can = !content.parties.is_empty() && !content.topics.is_empty();
    html! {
        <div class="shows">
            <h3>{env.text("shows.title")}</h3>
            <ul>{for serves}</ul>
            if can {
                <div class="row">
                    <Select id="shows-party" label={env.text("shows.party")} value={party_at}
                        options={party_options.collect::<Vec<_>>()} on_choose={choose_party} />
                    <Select id="shows-topic" label={env.text("shows.topic")} value={topic_at}
                        options={topic_options.collect::<Vec<_>>()} on_choose={choose_topic} />
                    <button id="shows-add" {onclick}>{env.text("shows.add")}</button>
                </div>
            } else {
                <p class="hint">{env.text("shows.none")}</p>
            }
        </div>
    }
}
