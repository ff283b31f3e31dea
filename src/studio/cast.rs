//! Who takes part and what is asked: the rest of what the grid's heads say.

use super::acts::{Action, field_id};
use super::chosen::Chosen;
use super::env::{Env, use_env};
use super::events::statements;
use super::field::Field;
use super::keys::key_of;
use super::select::Select;
use crate::draft::{Action as Edit, Person, Place};
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub(super) fn Cast() -> Html {
    let env = use_env();
    let content = env.state.content();
    let options = statements(&env);
    let topics = content.topics.iter().enumerate().map(|(at, one)| {
        let fields = [
            ("name", &one.name),
            ("question", &one.question),
            ("group", &one.group),
        ];
        entry(
            &env,
            Place::Topic(at),
            &one.id,
            &fields,
            background(&env, at, &one.statements, &options),
        )
    });
    let parties = content.parties.iter().enumerate().map(|(at, one)| {
        let fields = [
            ("name", &one.name),
            ("short_name", &one.short_name),
            ("classification", &one.classification),
            ("color", &one.color),
        ];
        entry(&env, Place::Party(at), &one.id, &fields, Html::default())
    });
    let people = content.people.iter().enumerate().map(|(at, one)| {
        let fields = [("name", &one.name), ("role", &one.role)];
        entry(
            &env,
            Place::Person(at),
            &one.id,
            &fields,
            party_of(&env, at, one),
        )
    });
    html! {
        <div class="cast">
            <h2>{env.text("cast.topics")}</h2>
            <ul>{for topics}</ul>
            <h2>{env.text("cast.parties")}</h2>
            <ul>{for parties}</ul>
            <h2>{env.text("cast.people")}</h2>
            <ul>{for people}</ul>
        </div>
    }
}

fn entry(
    env: &Env,
    place: Place,
    id: &str,
    fields: &[(&'static str, &String)],
    more: Html,
) -> Html {
    let content = env.state.content();
    let kind = place.kind();
    let fields = fields.iter().map(|&(field, value)| {
        let label = env.first_text(&[&format!("field.{kind}.{field}"), &format!("field.{field}")]);
        html! {
            <Field key={field} id={field_id(place, field)} label={label.unwrap_or_default()} value={value.clone()}
                lang={content.language.clone()}
                place={(place, field)} />
        }
    });
    // Moved within its list by Alt and an arrow.
    let onkeydown = {
        let env = env.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some((_, at)) = place.entry().filter(|_| event.alt_key()) else {
                return;
            };
            let to = match key_of(&event).as_deref() {
                Some("ArrowUp") => at.checked_sub(1),
                Some("ArrowDown") => Some(at + 1),
                _ => return,
            };
            event.prevent_default();
            if let Some(to) = to {
                env.act(Action::Do(Edit::Move(place, to)));
            }
        })
    };
    html! {
        <li key={id.to_owned()} class="entry" {onkeydown}>
            {for fields}
            {more}
            <button class="quiet" onclick={env.on_do(move |_| Edit::Remove(place))}>
                {env.text(&format!("remove.{kind}"))}
            </button>
        </li>
    }
}

/// What the article says on a topic without stating any party's position.
fn background(env: &Env, at: usize, chosen: &[String], all: &Rc<[(AttrValue, AttrValue)]>) -> Html {
    html! {
        <Chosen place={(Place::Topic(at), "statement_ids")} label={env.text("cast.background")} options={all.clone()}
            chosen={chosen.to_vec()} lang={env.state.content().language.clone()} />
    }
}

/// The party for which a person speaks.
fn party_of(env: &Env, at: usize, person: &Person) -> Html {
    let content = env.state.content();
    let options = content
        .parties
        .iter()
        .map(|one| (one.id.clone().into(), one.label().to_owned().into()));
    html! {
        <Select id={field_id(Place::Person(at), "organization_id")} label={env.text("field.person.organization_id")}
            value={person.party.clone()} options={options.collect::<Vec<_>>()}
            nothing={AttrValue::from(env.text("cast.no-party"))} lang={content.language.clone()}
            on_choose={env.on_do(move |party| Edit::Write(Place::Person(at), "organization_id", party))} />
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PersonProps {
    pub(super) id: AttrValue,
}

/// What is still to be said of somebody who has been named while marking.
#[component]
pub(super) fn NewPerson(props: &PersonProps) -> Html {
    let env = use_env();
    let content = env.state.content();
    let found = content
        .people
        .iter()
        .enumerate()
        .find(|(_, one)| *one.id == *props.id);
    let Some((at, person)) = found else {
        return Html::default();
    };
    let place = Place::Person(at);
    html! {
        <div class="person">
            <Field id={field_id(place, "role")} label={env.texts.with("person.role", &[("name", (&person.name).into())])}
                value={person.role.clone()} lang={content.language.clone()}
                place={(place, "role")} />
            if content.parties.is_empty() {
                <p class="hint">{env.text("person.no-parties")}</p>
            } else {
                {party_of(&env, at, person)}
            }
        </div>
    }
}
