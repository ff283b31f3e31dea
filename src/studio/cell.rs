//! An open cell: evidence first, and only then the scale.

use super::acts::{Action, field_id};
use super::env::{Env, use_env, use_ground};
use super::field::Field;
use super::keys::{is_plain, key_of};
use crate::article::{MIXED, StatementKind};
use crate::draft::{Action as Edit, Content, Place, Stance, Statement};
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

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
        let who = statement.speaker.as_ref();
        let who = who.map(|speaker| content.name_of(speaker).to_owned());
        html! {
            <Evidence key={statement.id.clone()} id={format!("evidence-{n}-{at}")} statement={statement.id.clone()}
                kind={statement.kind} words={statement.text.clone()} who={who.unwrap_or_default()}
                lang={content.language.clone()} is_chosen={chosen.contains(&statement.id)}
                stance={stance.map(|(at, _)| at)} party={names.0.to_owned()} topic={names.1.to_owned()} />
        }
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

#[derive(Clone, PartialEq, Properties)]
struct EvidenceProps {
    id: AttrValue,
    statement: AttrValue,
    kind: Option<StatementKind>,
    words: AttrValue,
    who: AttrValue,
    lang: AttrValue,
    is_chosen: bool,
    stance: Option<usize>,
    party: AttrValue,
    topic: AttrValue,
}

#[component]
fn Evidence(props: &EvidenceProps) -> Html {
    let ground = use_ground();
    let onchange = {
        let props = props.clone();
        ground.on(move |_| Action::Choose {
            stance: props.stance,
            party: props.party.to_string(),
            topic: props.topic.to_string(),
            statement: props.statement.to_string(),
        })
    };
    let words = match props.words.as_str() {
        "" => ground.text("statement.open").into(),
        _ => props.words.clone(),
    };
    let kind = props.kind.map_or("", |kind| kind.id());
    html! {
        <li>
            <input type="checkbox" id={&props.id} checked={props.is_chosen} {onchange} />
            <label for={&props.id}>
                <span class={classes!("sign", kind)}>{ground.text(&format!("kind.{kind}.sign"))}</span>
                <span dir="auto" lang={&props.lang}>{words}</span>
                <span class="who">{&props.who}</span>
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

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
