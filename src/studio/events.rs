//! What happened, and when.

use super::acts::field_id;
use super::adding::Adding;
use super::chosen::Chosen;
use super::env::{Env, use_env};
use super::field::Field;
use crate::draft::{Action as Edit, Event, Place};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

#[component]
pub(super) fn Events() -> Html {
    let env = use_env();
    let content = env.state.content();
    let options = statements(&env);
    let all = content.events.iter().enumerate();
    let all = all.map(|(at, one)| event(&env, at, one, &options));
    html! {
        <section class="events" aria-labelledby="events-title">
            <h2 id="events-title">{env.text("events.title")}</h2>
            <ul>{for all}</ul>
            <Adding id="add-events" label={env.text("add.event")} on_add={env.on_do(Edit::AddEvent)} />
        </section>
    }
}

fn event(env: &Env, at: usize, one: &Event, all: &Rc<[(AttrValue, AttrValue)]>) -> Html {
    let content = env.state.content();
    let place = Place::Event(at);
    let paragraph = match one.paragraph {
        0 => String::new(),
        n => n.to_string(),
    };
    let field = |name: &'static str, value: &str, long: bool| {
        let label = env.first_text(&[&format!("field.event.{name}"), &format!("field.{name}")]);
        let hint = env.first_text(&[&format!("field.event.{name}.hint")]);
        html! {
            <Field key={name} id={field_id(place, name)} label={label.unwrap_or_default()} value={value.to_owned()} {long}
                hint={hint.map(AttrValue::from)} lang={content.language.clone()}
                place={(place, name)} />
        }
    };
    let parties = content
        .parties
        .iter()
        .map(|one| (one.id.clone().into(), one.label().to_owned().into()));
    html! {
        <li key={one.id.clone()} class="entry">
            {field("name", &one.name, false)}
            {field("start_date", &one.start_date, false)}
            {field("end_date", &one.end_date, false)}
            {field("description", &one.description, true)}
            <Field id={field_id(place, "paragraph")} label={env.text("field.event.paragraph")} value={paragraph}
                on_write={env.on_do(move |text: String| Edit::Number(place, "paragraph", text.trim().parse().ok()))} />
            <Chosen place={(place, "organization_ids")} label={env.text("events.parties")} options={parties.collect::<Rc<[_]>>()}
                chosen={one.parties.clone()} lang={content.language.clone()} />
            <Chosen place={(place, "statement_ids")} label={env.text("events.statements")} options={all.clone()}
                chosen={one.statements.clone()} lang={content.language.clone()} />
            <button class="quiet" onclick={env.on_do(move |_| Edit::Remove(place))}>{env.text("remove.event")}</button>
        </li>
    }
}

/// Every statement, to choose from.
pub(super) fn statements(env: &Env) -> Rc<[(AttrValue, AttrValue)]> {
    let content = env.state.content();
    let all = content.statements.iter().map(|one| {
        let words = match one.text.as_str() {
            "" => env.text("statement.open"),
            text => text.to_owned(),
        };
        (one.id.clone().into(), words.into())
    });
    all.collect()
}
