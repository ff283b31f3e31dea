//! What stops publishing, and what is worth a look: live, each with a way there.

use super::acts::{Action, Screen};
use super::env::{Env, use_env};
use crate::draft::{Checked, Content, Place};
use yew::prelude::*;

#[component]
pub(super) fn CheckScreen() -> Html {
    let env = use_env();
    let Some(reviewed) = env.state.reviewed.clone() else {
        return Html::default();
    };
    let (stops, looks): (Vec<&Checked>, Vec<&Checked>) =
        reviewed.checked.iter().partition(|one| one.stops);
    html! {
        <section class="check" aria-labelledby="check-title">
            <h1 id="check-title" class="visually-hidden">{env.text("place.check")}</h1>
            <h2>{env.texts.count("check.stops", stops.len(), &[])}</h2>
            if stops.is_empty() {
                <p>{env.text("check.nothing")}</p>
                <button class="main" onclick={env.on(|_| Action::Go(Screen::Publish))}>{env.text("place.publish")}</button>
            }
            {list(&env, "stops", &stops)}
            <h2>{env.texts.count("check.looks", looks.len(), &[])}</h2>
            {list(&env, "looks", &looks)}
        </section>
    }
}

fn list(env: &Env, id: &str, all: &[&Checked]) -> Html {
    let content = env.state.content();
    let all = all.iter().enumerate().map(|(n, one)| {
        let (place, field) = (one.place, one.field.clone());
        html! {
            <li key={n}>
                <p>
                    <span class="where" dir="auto">{place_in_words(env, &content, place)}</span>
                    {words(env, one)}
                </p>
                <button id={format!("{id}-{n}")} onclick={env.on(move |_| Action::GoTo(place, field.clone()))}>
                    {env.text("check.go")}
                </button>
            </li>
        }
    });
    html! { <ol id={id.to_owned()} class="problems">{for all}</ol> }
}

/// What is wrong, for people who never see the format; the checker's own words where
/// there are none of ours.
fn words(env: &Env, one: &Checked) -> String {
    let field = one.field.as_deref().unwrap_or("");
    let kind = one.place.kind();
    // What is empty is missing, too.
    let code = if one.code == "blank" {
        "missing"
    } else {
        one.code
    };
    let keys = [
        format!("problem.{code}.{kind}.{field}"),
        format!("problem.{code}.{field}"),
        format!("problem.{code}"),
    ];
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let label = env.first_text(&[&format!("field.{kind}.{field}"), &format!("field.{field}")]);
    match env.first_text(&keys) {
        Some(_) => {
            let key = keys.iter().find(|key| env.texts.get(key) != **key);
            let label = label.unwrap_or_else(|| field.to_owned());
            env.texts.with(
                key.copied().unwrap_or_default(),
                &[("field", (&label).into())],
            )
        }
        None => one.what.clone(),
    }
}

/// What something is called.
fn place_in_words(env: &Env, content: &Content, place: Place) -> String {
    let name = match place {
        Place::Party(at) => content.parties.get(at).map(|one| one.name.clone()),
        Place::Person(at) => content.people.get(at).map(|one| one.name.clone()),
        Place::Topic(at) => content.topics.get(at).map(|one| one.name.clone()),
        Place::Statement(at) => content.statements.get(at).map(|one| {
            env.texts
                .with("statement.title", &[("n", one.paragraph.into())])
        }),
        Place::Stance(at) => {
            let stance = content.stances.get(at);
            stance.map(|one| env.cell_name(content, &one.party, &one.topic))
        }
        _ => None,
    };
    let name = name.filter(|name| !name.is_empty());
    name.unwrap_or_else(|| env.text(&format!("kind-of.{}", place.kind())))
}
