//! The text of the article has changed: what has become of each passage, to be decided
//! one by one; and what readers are told of it afterwards.

use super::acts::{Action, Said};
use super::env::{Env, use_env};
use super::field::Field;
use super::looked::{Fact, Looked};
use crate::draft::{Action as Edit, Content, Decision, Difference, Fate, Found, Side};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What is said of the text once something is marked.
#[component]
pub(super) fn TextChanged() -> Html {
    let env = use_env();
    let area = use_node_ref();
    let is_open = use_state(|| false);
    if let Some(looked) = &env.state.looked {
        return html! { <Decisions looked={ByPointer(looked.clone())} /> };
    }
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let compare = {
        let (env, area) = (env.clone(), area.clone());
        Callback::from(move |_: MouseEvent| {
            let text = area.cast::<HtmlTextAreaElement>().map(|area| area.value());
            let text = text.unwrap_or_default();
            if text.trim().is_empty() {
                env.act(Action::Say(Said::Text("start.empty")));
            } else {
                env.act(Action::Compare(text));
                env.act(Action::Focus("revised-title".to_owned()));
            }
        })
    };
    let onpaste = {
        let env = env.clone();
        Callback::from(move |event: Event| env.browser.pasted(&event))
    };
    html! {
        <div class="changed">
            <button id="text-changed" aria-expanded={is_open.to_string()} {onclick}>{env.text("revise.changed")}</button>
            if *is_open {
                <div class="field">
                    <label for="field-new-text">{env.text("revise.paste")}</label>
                    <textarea id="field-new-text" ref={area} rows="8" dir="auto" {onpaste} />
                </div>
                <button id="compare" class="main" onclick={compare}>{env.text("revise.compare")}</button>
            }
        </div>
    }
}

/// What is compared by where it is kept.
#[derive(Clone)]
struct ByPointer(Looked);

impl PartialEq for ByPointer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0.revising, &other.0.revising) && self.0.decisions == other.0.decisions
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DecisionsProps {
    looked: ByPointer,
}

#[component]
fn Decisions(props: &DecisionsProps) -> Html {
    let env = use_env();
    let content = env.state.content();
    let looked = &props.looked.0;
    let revising = &looked.revising;
    let open = looked.open();
    let holds = |one: &&Found| one.fate == Fate::Holds;
    let held = revising.found.iter().filter(holds).count();
    let all = revising.found.iter().enumerate();
    let all = all.filter(|(_, one)| one.fate != Fate::Holds);
    let all = all.map(|(at, one)| found(&env, &content, looked, at, one));
    let new = revising.new.iter().filter_map(|at| {
        let paragraph = revising.paragraphs().get(*at)?;
        Some(html! { <li key={*at}>{&paragraph.text}</li> })
    });
    html! {
        <section class="revised" aria-labelledby="revised-title">
            <h2 id="revised-title" tabindex="-1">{env.texts.count("revise.open", open, &[])}</h2>
            <p class="hint">{env.texts.count("revise.held", held, &[])}</p>
            <ol class="fates">{for all}</ol>
            if !revising.new.is_empty() {
                <h3>{env.text("revise.new")}</h3>
                <ul class="new" lang={content.language.clone()} dir="auto">{for new}</ul>
            }
            <p class="row">
                <button id="take-text" class="main" disabled={open > 0} onclick={env.on(|_| Action::TakeText)}>
                    {env.text("revise.take")}
                </button>
                <button id="leave-text" onclick={env.on(|_| Action::LeaveText)}>{env.text("revise.leave")}</button>
            </p>
        </section>
    }
}

fn found(env: &Env, content: &Content, looked: &Looked, at: usize, one: &Found) -> Html {
    let Some(statement) = content.statements.get(one.statement) else {
        return Html::default();
    };
    let decision = looked.decisions.get(at).copied().flatten();
    let decide = |decision: Decision| env.on(move |_| Action::Decide(at, decision));
    let places = one.places.iter().enumerate().map(|(n, span)| {
        let pressed = (decision == Some(Decision::Stands(n))).to_string();
        let key = match (&one.fate, one.places.len()) {
            (Fate::Moved(_), _) => "revise.moves",
            (Fate::OtherWords { .. } | Fate::QuotationChanged { .. }, _) => "revise.still",
            _ => "revise.here",
        };
        let number = span.paragraph + 1;
        html! {
            <button key={n} id={format!("stands-{at}-{n}")} aria-pressed={pressed} onclick={decide(Decision::Stands(n))}>
                {env.texts.with(key, &[("n", number.into())])}
                <span class="words" dir="auto" lang={content.language.clone()}>{looked.revising.words(*span)}</span>
            </button>
        }
    });
    let gone = (decision == Some(Decision::Gone)).to_string();
    let code = one.fate.code();
    html! {
        <li key={at} class={code}>
            <p><span class="where">{env.text(&format!("fate.{code}"))}</span>
                <span dir="auto" lang={content.language.clone()}>{&statement.text}</span></p>
            {difference(&one.fate, &content.language)}
            {losing(env, content, &statement.id)}
            <div class="row">
                {for places}
                <button id={format!("gone-{at}")} aria-pressed={gone} onclick={decide(Decision::Gone)}>
                    {env.text("revise.gone")}
                </button>
            </div>
        </li>
    }
}

/// The words of before and now, word by word.
fn difference(fate: &Fate, language: &str) -> Html {
    let (was, now) = match fate {
        Fate::QuotationChanged { was, now } => (was, now),
        Fate::OtherWords {
            was: Some(was),
            now,
        } => (was, now),
        _ => return Html::default(),
    };
    let difference = Difference::of(was, now);
    let all = difference.stretches().iter().enumerate();
    let all = all.map(|(n, (side, words))| match side {
        Side::Both => html! { <span key={n}>{words}</span> },
        Side::First => html! { <del key={n}>{words}</del> },
        Side::Second => html! { <ins key={n}>{words}</ins> },
    });
    html! { <p class="difference" dir="auto" lang={language.to_owned()}>{for all}</p> }
}

/// The cells that would be empty without a statement.
fn losing(env: &Env, content: &Content, id: &str) -> Html {
    let only = |one: &&crate::draft::Stance| one.statements.iter().all(|other| other == id);
    let all = content
        .stances
        .iter()
        .filter(|one| !one.statements.is_empty());
    let cells: Vec<String> = all
        .filter(only)
        .map(|one| env.cell_name(content, &one.party, &one.topic))
        .collect();
    if cells.is_empty() {
        return Html::default();
    }
    let cells = env.texts.list(&cells);
    html! { <p class="hint">{env.texts.with("revise.losing", &[("cells", (&cells).into())])}</p> }
}

/// What readers are told that was wrong. The facts are laid beside it; the sentence is
/// somebody's own.
#[component]
pub(super) fn Correcting() -> Html {
    let env = use_env();
    let (date, text) = (use_state(String::new), use_state(String::new));
    let content = env.state.content();
    let facts = env.state.facts.iter().enumerate();
    let facts =
        facts.map(|(n, fact)| html! { <li key={n} dir="auto">{told(fact, &env, &content)}</li> });
    let known = content.review.corrections.iter().enumerate();
    let known =
        known.map(|(n, (date, text))| html! { <li key={n}>{format!("{date}: {text}")}</li> });
    let write = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |typed: String| state.set(typed.trim().to_owned()))
    };
    let (on_date, on_text) = (write(&date), write(&text));
    let onclick = {
        let (env, date, text) = (env.clone(), date.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            env.act(Action::Do(Edit::Correct(
                date.to_string(),
                text.to_string(),
            )));
            date.set(String::new());
            text.set(String::new());
        })
    };
    html! {
        <section class="correcting" aria-labelledby="correcting-title">
            <h2 id="correcting-title">{env.text("correct.title")}</h2>
            <p class="hint">{env.text("correct.about")}</p>
            <ul class="facts">{for facts}</ul>
            <ul lang={content.language.clone()}>{for known}</ul>
            <Field id="correct-date" label={env.text("correct.date")} value={date.to_string()}
                hint={AttrValue::from(env.text("field.date_published.hint"))} on_write={on_date} />
            <Field id="correct-text" label={env.text("correct.text")} value={text.to_string()} long=true
                lang={content.language.clone()} on_write={on_text} />
            <p class="row">
                <button id="correct" disabled={date.is_empty() || text.is_empty()} {onclick}>{env.text("correct.add")}</button>
            </p>
        </section>
    }
}

/// A fact in words.
fn told(fact: &Fact, env: &Env, content: &Content) -> String {
    match fact {
        Fact::Gone(text) => env.texts.with("fact.gone", &[("text", text.into())]),
        Fact::Quoted(was, now) => env
            .texts
            .with("fact.quoted", &[("was", was.into()), ("now", now.into())]),
        Fact::Empty(party, topic) => {
            let cell = env.cell_name(content, party, topic);
            env.texts.with("fact.empty", &[("cell", (&cell).into())])
        }
    }
}
