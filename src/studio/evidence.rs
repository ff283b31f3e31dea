//! What a position rests on, and where it is on the scale: chosen by a letter, placed by
//! a digit.

use super::acts::{Action, field_id};
use super::env::{Env, use_env, use_ground};
use super::keys::{is_plain, key_of};
use super::listing::moved;
use crate::article::{MIXED, StatementKind};
use crate::draft::{Content, Place, Stance, Statement};
use yew::prelude::*;
use yew::virtual_dom::AttrValue;

/// Letters that choose evidence, in the order of the list. M is for mixed.
const LETTERS: &str = "ABCDEFGHIJKLNOPQRSTUVWXYZ";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChoosingProps {
    /// The how many-th entry of its cell it is.
    pub(super) n: usize,
    pub(super) party: AttrValue,
    pub(super) topic: AttrValue,
    /// The stance, once there is evidence.
    pub(super) stance: Option<usize>,
}

/// Evidence, and then the scale.
#[component]
pub(super) fn Choosing(props: &ChoosingProps) -> Html {
    let env = use_env();
    let content = env.state.content();
    let n = props.n;
    let stance = props
        .stance
        .and_then(|at| Some((at, content.stances.get(at)?)));
    let chosen: &[String] = stance.map_or(&[], |(_, one)| &one.statements);
    let offered = offered(&content, &props.party);
    let evidence = offered.iter().enumerate().map(|(at, statement)| {
        let who = statement.speaker.as_ref();
        let who = who.map(|speaker| content.name_of(speaker).to_owned());
        html! {
            <Evidence key={statement.id.clone()} id={format!("evidence-{n}-{at}")} letter={LETTERS.chars().nth(at)}
                is_stop={at == 0} statement={statement.id.clone()}
                kind={statement.kind} words={statement.text.clone()} who={who.unwrap_or_default()}
                lang={content.language.clone()} is_chosen={chosen.contains(&statement.id)}
                stance={props.stance} party={&props.party} topic={&props.topic} />
        }
    });
    let onkeydown = {
        let (env, props) = (env.clone(), props.clone());
        let ids: Vec<String> = offered.iter().map(|one| one.id.clone()).collect();
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = key_of(&event).filter(|_| is_plain(&event)) else {
                return;
            };
            if moved(&event, &key) || pressed(&env, &props, &ids, &key) {
                event.prevent_default();
            }
        })
    };
    let legend = format!("evidence-{n}");
    html! {
        <div class="choosing" {onkeydown}>
            <fieldset>
                <legend id={legend}>{env.text("cell.evidence")}</legend>
                if content.statements.is_empty() {
                    <p class="hint">{env.text("cell.no-statements")}</p>
                }
                <ul class="evidence">{for evidence}</ul>
            </fieldset>
            {scale(&env, &content, stance)}
        </div>
    }
}

/// All statements, this party's own words on top.
fn offered<'a>(content: &'a Content, party: &str) -> Vec<&'a Statement> {
    let mut offered: Vec<&Statement> = content.statements.iter().collect();
    let is_own = |one: &&Statement| {
        let speaker = one.speaker.as_ref();
        speaker.and_then(|speaker| content.party_of(speaker)) == Some(party)
    };
    offered.sort_by_key(|one| !is_own(one));
    offered
}

/// Chooses by a letter, or places by a digit; whether the key does anything.
fn pressed(env: &Env, props: &ChoosingProps, ids: &[String], key: &str) -> bool {
    let content = env.state.content();
    let step = match key {
        "M" => Some(MIXED),
        key => key.parse::<usize>().ok().and_then(|n| {
            let step = content.scale.get(n.checked_sub(1)?)?;
            Some(step.id.as_str())
        }),
    };
    if let Some(step) = step {
        // Without evidence there is no position.
        if let Some(at) = props.stance {
            env.act(Action::Place(at, step.to_owned()));
        }
        return true;
    }
    let letter = key.chars().next().filter(|_| key.len() == 1);
    let Some(id) = letter.and_then(|letter| ids.get(LETTERS.find(letter)?)) else {
        return false;
    };
    env.act(Action::Choose {
        stance: props.stance,
        party: props.party.to_string(),
        topic: props.topic.to_string(),
        statement: id.clone(),
    });
    true
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
                onclick={env.on(move |_| Action::Place(at, chosen.clone()))}>
                <span dir="auto">{label}</span><kbd>{key}</kbd>
            </button>
        }
    });
    html! {
        <div class="scale" role="group" aria-label={env.text("cell.scale")}>
            {for steps}
            if closed {
                <p class="hint">{env.text("cell.closed")}</p>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EvidenceProps {
    id: AttrValue,
    /// The letter that chooses it.
    letter: Option<char>,
    /// Whether it is the one of its list in the order of Tab.
    is_stop: bool,
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
            <input type="checkbox" id={&props.id} checked={props.is_chosen} tabindex={if props.is_stop { "0" } else { "-1" }} {onchange} />
            <label for={&props.id}>
                <span class={classes!("sign", kind)}>{ground.text(&format!("kind.{kind}.sign"))}</span>
                <span dir="auto" lang={&props.lang}>{words}</span>
                <span class="who">{&props.who}</span>
                if let Some(letter) = props.letter {
                    <kbd>{letter}</kbd>
                }
            </label>
        </li>
    }
}
