//! An open cell: evidence first, and only then the scale.

use super::acts::{Action, field_id};
use super::env::{Env, use_env};
use super::field::Field;
use super::keys::{is_plain, key_of};
use crate::article::MIXED;
use crate::draft::{Action as Edit, Content, Place, Stance, Statement};
use yew::prelude::*;

#[component]
pub(super) fn CellPanel() -> Html {
    let env = use_env();
    // How many entries there were when one more was wanted.
    let adding = use_state(|| None::<usize>);
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
    if count == 0 || *adding == Some(count) {
        shown.push(None);
    }
    let shown = shown
        .into_iter()
        .enumerate()
        .map(|(n, stance)| one(&env, &content, n, (&party, &topic), stance));
    let onkeydown = {
        let env = env.clone();
        Callback::from(move |event: KeyboardEvent| {
            if key_of(&event).as_deref() == Some("Escape") && is_plain(&event) {
                event.prevent_default();
                close(&env);
            }
        })
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
                <button id="add-entry" onclick={move |_| adding.set(Some(count))}>{env.text("cell.add-entry")}</button>
            }
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
    names: (&str, &str),
    stance: Option<(usize, &Stance)>,
) -> Html {
    let (party, _) = names;
    let chosen: &[String] = stance.map_or(&[], |(_, one)| &one.statements);
    let mut offered: Vec<&Statement> = content.statements.iter().collect();
    // This party's own words on top.
    let is_own = |one: &&Statement| {
        let of = one
            .speaker
            .as_ref()
            .and_then(|speaker| content.party_of(speaker));
        of == Some(party)
    };
    offered.sort_by_key(|one| !is_own(one));
    let evidence = offered.iter().enumerate().map(|(at, statement)| {
        evidence(
            env,
            content,
            (n, at),
            names,
            stance.map(|(at, _)| at),
            chosen,
            statement,
        )
    });
    let legend = format!("evidence-{n}");
    html! {
        <div key={n} class="stance">
            <fieldset>
                <legend id={legend}>{env.text("cell.evidence")}</legend>
                if content.statements.is_empty() {
                    <p class="hint">{env.text("cell.no-statements")}</p>
                }
                <ul class="evidence">{for evidence}</ul>
            </fieldset>
            {scale(env, content, stance)}
            if let Some((at, stance)) = stance {
                {told(env, content, at, stance)}
            }
        </div>
    }
}

fn evidence(
    env: &Env,
    content: &Content,
    (n, at): (usize, usize),
    (party, topic): (&str, &str),
    stance: Option<usize>,
    chosen: &[String],
    statement: &Statement,
) -> Html {
    let is_chosen = chosen.contains(&statement.id);
    let id = format!("evidence-{n}-{at}");
    let statements: Vec<String> = match is_chosen {
        true => chosen
            .iter()
            .filter(|one| **one != statement.id)
            .cloned()
            .collect(),
        false => chosen.iter().chain([&statement.id]).cloned().collect(),
    };
    let (party, topic) = (party.to_owned(), topic.to_owned());
    let onchange = env.on_do(move |_| Edit::Rest {
        stance,
        party: party.clone(),
        topic: topic.clone(),
        statements: statements.clone(),
    });
    let who = statement
        .speaker
        .as_ref()
        .map(|speaker| content.name_of(speaker).to_owned());
    let words = match statement.text.as_str() {
        "" => env.text("statement.open"),
        text => text.to_owned(),
    };
    let kind = statement.kind.map_or("", |kind| kind.id());
    html! {
        <li key={statement.id.clone()}>
            <input type="checkbox" id={id.clone()} checked={is_chosen} {onchange} />
            <label for={id}>
                <span class={classes!("sign", kind)}>{env.text(&format!("kind.{kind}.sign"))}</span>
                <span dir="auto" lang={content.language.clone()}>{words}</span>
                <span class="who">{who.unwrap_or_default()}</span>
            </label>
        </li>
    }
}

/// The scale: closed, with the reason, until there is evidence.
fn scale(env: &Env, content: &Content, stance: Option<(usize, &Stance)>) -> Html {
    let at = stance.map_or(0, |(at, _)| at);
    let position = stance.map_or("", |(_, one)| &one.position);
    let place = Place::Stance(at);
    let closed = stance.is_none();
    let steps = content
        .scale
        .iter()
        .map(|step| (step.id.clone(), step.label.clone()));
    let mixed = (MIXED.to_owned(), env.text("cell.mixed"));
    let steps = steps.chain([mixed]).enumerate().map(|(n, (id, label))| {
        let pressed = (position == id).to_string();
        let key = if id == MIXED {
            "M".to_owned()
        } else {
            (n + 1).to_string()
        };
        let focus = (n == 0).then(|| field_id(place, "position"));
        let chosen = id.clone();
        html! {
            <button key={id} id={focus} disabled={closed} aria-pressed={pressed}
                onclick={env.on_do(move |_| Edit::Write(place, "position", chosen.clone()))}>
                <span dir="auto">{label}</span><kbd>{key}</kbd>
            </button>
        }
    });
    let onkeydown = {
        let (env, ids) = (
            env.clone(),
            content
                .scale
                .iter()
                .map(|step| step.id.clone())
                .collect::<Vec<_>>(),
        );
        Callback::from(move |event: KeyboardEvent| {
            let key = key_of(&event).filter(|_| is_plain(&event) && !closed);
            let id = match key.as_deref() {
                Some("M") => Some(MIXED),
                Some(key) => key
                    .parse::<usize>()
                    .ok()
                    .and_then(|n| ids.get(n.wrapping_sub(1)))
                    .map(String::as_str),
                None => None,
            };
            if let Some(id) = id {
                event.prevent_default();
                env.act(Action::Do(Edit::Write(place, "position", id.to_owned())));
            }
        })
    };
    html! {
        <div class="scale" role="group" aria-label={env.text("cell.scale")} {onkeydown}>
            {for steps}
            if closed {
                <p class="hint">{env.text("cell.closed")}</p>
            }
        </div>
    }
}

fn told(env: &Env, content: &Content, at: usize, stance: &Stance) -> Html {
    let place = Place::Stance(at);
    let write = |field: &'static str| {
        env.on_do(move |text: String| Edit::Write(place, field, text.trim().to_owned()))
    };
    html! {
        <>
            <Field id={field_id(place, "summary")} label={env.text("field.summary")} value={stance.summary.clone()}
                hint={AttrValue::from(env.text("field.summary.hint"))} long=true lang={content.language.clone()}
                on_write={write("summary")} />
            <Field id={field_id(place, "conditions")} label={env.text("field.conditions")} value={stance.conditions.join("\n")}
                hint={AttrValue::from(env.text("field.conditions.hint"))} long=true lang={content.language.clone()}
                on_write={env.on_do(move |text: String| Edit::List(place, "conditions", lines(&text)))} />
            <Field id={field_id(place, "date")} label={env.text("field.since")} value={stance.date.clone()}
                hint={AttrValue::from(env.text("field.date.hint"))} on_write={write("date")} />
        </>
    }
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
