//! What a cell rests on: one popover for each, opened by any button that names
//! it, in every view.

use super::popover;
use super::shared::{Shared, evidence_id, use_shared};
use super::sign::{Sign, tone};
use super::statement::StatementView;
use crate::article::{Stance, Topic};
use crate::comparison::{Cell, Standing, cell};
use crate::i18n::date;
use crate::state::{Action, CellId};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The evidence of every cell and the background of every topic, in the order
/// of the topics; on paper they follow the table.
#[component]
pub(super) fn AllEvidence() -> Html {
    let shared = use_shared();
    let document = shared.document();
    let mut ids = Vec::new();
    for topic in &document.topics {
        for party in &document.organizations {
            if cell(document, party, topic).standing.is_stated() {
                ids.push(CellId::new(&party.id, &topic.id));
            }
        }
        if !topic.statement_ids.is_empty() {
            ids.push(CellId::background(&topic.id));
        }
    }
    let panel = |id: CellId| {
        let open = shared.state.choice.open.as_ref() == Some(&id);
        let key = id.to_string();
        html! { <Panel {key} {id} {open} /> }
    };
    html! { <div class="all-evidence">{ for ids.into_iter().map(panel) }</div> }
}

#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    id: CellId,
    open: bool,
}

#[component]
fn Panel(props: &PanelProps) -> Html {
    let shared = use_shared();
    let panel = use_node_ref();
    {
        let panel = panel.clone();
        use_effect_with(props.open, move |open| {
            if let Some(panel) = panel.cast::<HtmlElement>() {
                popover::set_open(&panel, *open);
            }
        });
    }
    let ontoggle = {
        let (dispatcher, id) = (shared.state.dispatcher(), props.id.clone());
        Callback::from(move |event: Event| {
            let Some(panel) = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlElement>().ok())
            else {
                return;
            };
            if popover::is_open(&panel) {
                dispatcher.dispatch(Action::Open(id.clone()));
                // To the heading: the words come next, and Escape brings the focus back.
                if let Ok(Some(heading)) = panel.query_selector("h3")
                    && let Ok(heading) = heading.dyn_into::<HtmlElement>()
                {
                    let _ = heading.focus();
                }
            } else {
                dispatcher.dispatch(Action::Close(id.clone()));
            }
        })
    };
    let Some(topic) = shared.document().topic(&props.id.topic_id) else {
        return Html::default();
    };
    let id = evidence_id(&props.id);
    let heading = format!("{id}:heading");
    let party = props.id.organization_id.as_deref();
    let content = match party.and_then(|party| shared.document().organization(party)) {
        Some(party) => of_cell(&shared, &cell(shared.document(), party, topic), &heading),
        None => of_topic(&shared, topic, &heading),
    };
    html! {
        <section ref={panel} id={id.clone()} popover="auto" class="evidence" part="evidence"
            role="dialog" aria-labelledby={heading} {ontoggle}>
            <button type="button" class="close" part="close" popovertarget={id} popovertargetaction="hide"
                aria-label={shared.texts.get("evidence.close").to_owned()}>
                <span aria-hidden="true">{ "×" }</span>
            </button>
            { content }
        </section>
    }
}

fn of_cell(shared: &Shared, cell: &Cell<'_>, heading: &str) -> Html {
    let (lang, dir) = shared.document_language();
    let tone = tone(shared.document(), &cell.standing);
    let word = shared.standing_label(&cell.standing);
    html! {
        <>
            <p class="evidence-topic" lang={lang.clone()} {dir}>{ cell.topic.name.clone() }</p>
            <h3 class="evidence-heading" id={heading.to_owned()} tabindex="-1">
                <span lang={lang.clone()} {dir}>{ cell.organization.name.clone() }</span>
                <span class={classes!("evidence-position", tone)}>
                    <Sign {tone} /><span class="word" lang={lang.clone()} {dir}>{ word }</span>
                </span>
            </h3>
            <p class="question" lang={lang.clone()} {dir}>{ cell.topic.question.clone() }</p>
            { for cell.current.iter().map(|s| stance(shared, s, cell.standing == Standing::Contradictory)) }
            { for cell.earlier.iter().map(|s| earlier(shared, s)) }
        </>
    }
}

/// A stance that held before, under a heading that says so.
fn earlier(shared: &Shared, earlier: &Stance) -> Html {
    let heading = match &earlier.date {
        Some(when) => {
            let when = date(&shared.texts, when);
            shared
                .texts
                .with("stance.earlier.dated", &[("date", &when)])
        }
        None => shared.texts.get("stance.earlier").to_owned(),
    };
    html! {
        <section class="earlier">
            <h4>{ heading }</h4>
            { stance(shared, earlier, true) }
        </section>
    }
}

/// A stance, with its position named where the heading does not.
fn stance(shared: &Shared, stance: &Stance, name_position: bool) -> Html {
    let (lang, dir) = shared.document_language();
    let texts = &shared.texts;
    let position = name_position.then(|| {
        let standing = match shared.document().position(&stance.position) {
            Some(position) => Standing::At(position),
            None => Standing::Mixed,
        };
        let tone = tone(shared.document(), &standing);
        html! {
            <p class={classes!("position", tone)}>
                <Sign {tone} />
                <span class="word" lang={lang.clone()} {dir}>{ shared.standing_label(&standing) }</span>
            </p>
        }
    });
    let conditions = (!stance.conditions.is_empty()).then(|| {
        let item =
            |condition: &String| html! { <li lang={lang.clone()} {dir}>{ condition.clone() }</li> };
        html! {
            <div class="conditions">
                <p class="label">{ texts.get("evidence.conditions") }</p>
                <ul>{ for stance.conditions.iter().map(item) }</ul>
            </div>
        }
    });
    let count = stance.statement_ids.len();
    html! {
        <div class="stance">
            { for position }
            <p class="summary" lang={lang.clone()} {dir}>{ stance.summary.clone() }</p>
            { for conditions }
            <p class="label">{ texts.count("evidence.rests-on", count, &[]) }</p>
            { statements(&stance.statement_ids, &CellId::new(&stance.organization_id, &stance.topic_id)) }
        </div>
    }
}

fn of_topic(shared: &Shared, topic: &Topic, heading: &str) -> Html {
    let (lang, dir) = shared.document_language();
    html! {
        <>
            <p class="evidence-topic">{ shared.texts.get("matrix.background") }</p>
            <h3 class="evidence-heading" id={heading.to_owned()} tabindex="-1" lang={lang.clone()} {dir}>
                { topic.name.clone() }
            </h3>
            <p class="question" {lang} {dir}>{ topic.question.clone() }</p>
            <p class="label">{ shared.texts.get("evidence.background") }</p>
            { statements(&topic.statement_ids, &CellId::background(&topic.id)) }
        </>
    }
}

/// The statements, each with the other cells that rest on it.
fn statements(ids: &[String], within: &CellId) -> Html {
    let item = |id: &String| {
        html! {
            <li key={id.clone()}><StatementView id={id.clone()} cells=true within={within.clone()} /></li>
        }
    };
    html! { <ul class="statements">{ for ids.iter().map(item) }</ul> }
}
