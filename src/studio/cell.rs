//! An open cell: evidence first, and only then the scale.

use super::acts::{Action, field_id};
use super::env::{Env, use_env};
use super::evidence::Choosing;
use super::field::{Field, leave, lines};
use super::keys::{is_command, is_plain, key_of};
use crate::draft::{Action as Edit, Content, Place, Stance};
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

#[component]
pub(super) fn CellPanel() -> Html {
    let env = use_env();
    let content = env.state.content();
    let Some((party, topic)) = env.state.cell.clone() else {
        return Html::default();
    };
    let known = content.parties.iter().find(|one| one.id == party);
    let asked = content.topics.iter().find(|one| one.id == topic);
    let (Some(known), Some(asked)) = (known, asked) else {
        return Html::default();
    };
    let title = env.texts.with(
        "cell.title",
        &[
            ("party", known.label().into()),
            ("topic", (&asked.name).into()),
        ],
    );
    let stances: Vec<(usize, &Stance)> = content.cell(&party, &topic).collect();
    let count = stances.len();
    let told = match (count, contradicts(&stances)) {
        (0 | 1, _) => None,
        (_, true) => Some("cell.contradiction"),
        (_, false) => Some("cell.history"),
    };
    let mut shown: Vec<Option<(usize, &Stance)>> = stances.into_iter().map(Some).collect();
    if count == 0 || env.state.adding == Some(count) {
        shown.push(None);
    }
    let shown = shown
        .into_iter()
        .enumerate()
        .map(|(n, stance)| one(&env, &content, n, (&party, &topic), stance));
    let onkeydown = {
        let env = env.clone();
        Callback::from(move |event: KeyboardEvent| {
            let key = key_of(&event);
            match key.as_deref() {
                Some("Escape") if is_plain(&event) => {
                    leave();
                    close(&env);
                }
                Some("Enter") if is_command(&event) => {
                    leave();
                    env.act(Action::Done);
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let another = {
        let (party, topic) = (party.clone(), topic.clone());
        env.on(move |_| Action::Another(party.clone(), topic.clone()))
    };
    let onclose = {
        let env = env.clone();
        Callback::from(move |_: MouseEvent| close(&env))
    };
    html! {
        <section id="cell" class="cell-panel" aria-labelledby="cell-title" {onkeydown}>
            <h2 id="cell-title" dir="auto">{title}</h2>
            <p class="question" dir="auto" lang={content.language.clone()}>{&asked.question}</p>
            if let Some(told) = told {
                <p id="cell-told" class="hint">{env.text(told)}</p>
            }
            {for shown}
            if count > 0 {
                <button id="add-entry" onclick={another}>{env.text("cell.add-entry")}<kbd>{"A"}</kbd></button>
            }
            <button id="cell-done" onclick={env.on(|_| Action::Done)}>{env.text("cell.done")}<kbd>{"Ctrl ↵"}</kbd></button>
            <button id="cell-close" class="quiet" onclick={onclose}>{env.text("cell.close")}<kbd>{"Esc"}</kbd></button>
        </section>
    }
}

/// Whether two entries of a day, or two without one, are not the same position.
pub(super) fn contradicts(stances: &[(usize, &Stance)]) -> bool {
    let pairs = || stances.iter().enumerate();
    pairs().any(|(n, (_, one))| {
        let mut before = stances[..n].iter();
        before.any(|(_, other)| one.date == other.date && one.position != other.position)
    })
}

fn close(env: &Env) {
    let back = env.state.open_cell();
    env.act(Action::Open(None));
    if let Some(id) = back {
        env.act(Action::Focus(id));
    }
}

/// One entry of the cell; without one yet, its evidence to choose.
fn one(
    env: &Env,
    content: &Content,
    n: usize,
    (party, topic): (&str, &str),
    stance: Option<(usize, &Stance)>,
) -> Html {
    html! {
        <div key={n} class="stance">
            <Choosing {n} party={party.to_owned()} topic={topic.to_owned()} stance={stance.map(|(at, _)| at)} />
            if let Some((at, stance)) = stance {
                {told(env, content, at, stance)}
            }
        </div>
    }
}

fn told(env: &Env, content: &Content, at: usize, stance: &Stance) -> Html {
    let place = Place::Stance(at);
    html! {
        <>
            <Field id={field_id(place, "summary")} label={env.text("field.summary")} value={stance.summary.clone()}
                hint={AttrValue::from(env.text("field.summary.hint"))} long=true lang={content.language.clone()}
                place={(place, "summary")} />
            <Field id={field_id(place, "conditions")} label={env.text("field.conditions")} value={stance.conditions.join("\n")}
                hint={AttrValue::from(env.text("field.conditions.hint"))} long=true lang={content.language.clone()}
                on_write={env.on_do(move |text: String| Edit::List(place, "conditions", lines(&text)))} />
            <Field id={field_id(place, "date")} label={env.text("field.since")} value={stance.date.clone()}
                hint={AttrValue::from(env.text("field.date.hint"))} place={(place, "date")} />
        </>
    }
}
