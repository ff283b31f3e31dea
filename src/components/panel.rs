//! The evidence of one cell, or the background of one topic, as a popover.

use super::cell::earlier_words;
use super::element::{El, el, text_in};
use super::env::{Env, evidence_id};
use super::heading::{heading, heading_in};
use super::popover;
use super::reply::reply;
use super::sign::position;
use super::statement::{Around, statement};
use crate::comparison::{Cell, CellIx, StanceIx, Standing, StatementIx, TopicIx};
use crate::state::{Action, Passages, Reply, Wish, cell_name, cell_of_name, encode, link_to_cell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// Whose evidence.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PanelProps {
    pub(super) env: Env,
    pub(super) cell: CellIx,
    /// What stands before the parameters of a link into this comparison.
    pub(super) place: Rc<str>,
    pub(super) passages: Passages,
    /// What came of a wish that was made here.
    pub(super) reply: Option<Reply>,
}

/// The evidence around its statements.
struct Within<'a> {
    env: &'a Env,
    cell: CellIx,
    passages: &'a Passages,
}

/// One popover.
#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let (env, cell) = (&props.env, props.cell);
    let id = evidence_id(&env.index, cell);
    let heading = [&*id, ":heading"].concat();
    let close = el("button")
        .attr("type", "button")
        .class("close")
        .part("close")
        .attr("popovertarget", &id)
        .attr("popovertargetaction", "hide")
        .attr("aria-label", env.texts.get("evidence.close"))
        .child(text_in("span", "", "×").hidden_aloud());
    let panel = el("section")
        .attr("id", &id)
        .attr("popover", "auto")
        .attr("data-of", &cell_name(&env.index, cell))
        .class("evidence")
        .part("evidence")
        .attr("role", "dialog")
        .attr("aria-labelledby", &heading)
        .on(|| ListenerKind::ontoggle, follow(env, cell))
        .child(close);
    let within = Within {
        env,
        cell,
        passages: &props.passages,
    };
    let panel = match cell.party {
        Some(party) => within.of_cell(&env.index.cell(party, cell.topic), &heading, panel),
        None => within.of_topic(cell.topic, &heading, panel),
    };
    panel.child(links(props)).html()
}

/// Tells the reducer what the browser has opened or closed by itself: by Escape,
/// by a tap outside.
fn follow(env: &Env, cell: CellIx) -> Rc<dyn Fn(Event)> {
    let env = env.clone();
    Rc::new(move |event: Event| {
        let target = event.target();
        let Some(panel) = target.and_then(|t| t.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let open = popover::is_open(&panel);
        if open {
            env.reported.replace(Some(cell));
        } else {
            env.reported.borrow_mut().take_if(|of| *of == cell);
        }
        match popover::news(&panel) {
            Some(true) => env.dispatcher.dispatch(Action::Open(cell)),
            Some(false) => {
                env.dispatcher.dispatch(Action::Close(cell));
                // What it was opened from is what is open now.
                let under = popover::under(&panel);
                if let Some(under) = under.and_then(|name| cell_of_name(&env.index, &name)) {
                    env.dispatcher.dispatch(Action::Open(under));
                }
            }
            None => {}
        }
        if open {
            // Told twice, the focus is in the panel by the second time.
            let known = env
                .opened_by
                .borrow()
                .as_ref()
                .is_some_and(|(of, _)| *of == cell);
            if let (false, Some(opener)) = (known, popover::opener(&panel)) {
                env.opened_by.replace(Some((cell, opener)));
            }
            // To the heading: the words come next, and Escape brings the focus back.
            if let Ok(Some(heading)) = panel.query_selector(".evidence-heading")
                && let Ok(heading) = heading.dyn_into::<HtmlElement>()
            {
                popover::focus_in(&heading);
            }
        } else {
            let opener = env.opened_by.borrow_mut().take_if(|(of, _)| *of == cell);
            popover::give_focus_back(&panel, opener.as_ref().map(|(_, button)| button));
        }
    })
}

fn heading_of(env: &Env, id: &str) -> El {
    heading(env, 1)
        .class("evidence-heading")
        .attr("id", id)
        .attr("tabindex", "-1")
}

impl Within<'_> {
    fn of_cell(&self, cell: &Cell<'_>, heading: &str, into: El) -> El {
        let env = self.env;
        let topic = env.index.topic(cell.topic);
        let contradictory = cell.standing == Standing::Contradictory;
        let name = el("span").own(env, &env.index.party(cell.party).name);
        let heading = heading_of(env, heading)
            .child(name)
            .text(" ")
            .child(position(env, "span", cell.standing));
        let current = cell.current.iter();
        into.child(el("p").class("evidence-topic").own(env, &topic.name))
            .child(heading)
            .child(el("p").class("question").own(env, &topic.question))
            .each(current.map(|at| self.stance(*at, contradictory)))
            .each(cell.earlier.iter().map(|at| self.earlier(*at)))
    }

    fn of_topic(&self, at: TopicIx, heading: &str, into: El) -> El {
        let (env, texts) = (self.env, &self.env.texts);
        let topic = env.index.topic(at);
        let label = text_in("p", "evidence-topic", texts.get("matrix.background"));
        into.child(label)
            .child(heading_of(env, heading).own(env, &topic.name))
            .child(el("p").class("question").own(env, &topic.question))
            .child(text_in("p", "label", texts.get("evidence.background")))
            .child(self.list(env.index.background(at)))
    }

    /// A stance that held before, under a heading that says so.
    fn earlier(&self, earlier: StanceIx) -> El {
        el("section")
            .class("earlier")
            .child(heading_in(
                self.env,
                2,
                "minor-heading",
                &earlier_words(self.env, earlier),
            ))
            .child(self.stance(earlier, true))
    }

    /// A stance, with its position named where the heading does not.
    fn stance(&self, at: StanceIx, name_position: bool) -> El {
        let (env, texts) = (self.env, &self.env.texts);
        let stance = env.index.stance(at);
        let position = name_position.then(|| position(env, "p", env.index.standing_of(at)));
        let conditions = (!stance.conditions.is_empty()).then(|| {
            let items = stance.conditions.iter().map(|c| el("li").own(env, c));
            el("div")
                .class("conditions")
                .child(text_in("p", "label", texts.get("evidence.conditions")))
                .child(el("ul").each(items))
        });
        let statements = env.index.rests_on(at);
        let count = texts.count("evidence.rests-on", statements.len(), &[]);
        el("div")
            .class("stance")
            .maybe(position)
            .child(el("p").class("summary").own(env, &stance.summary))
            .maybe(conditions)
            .child(text_in("p", "label", &count))
            .child(self.list(statements))
    }

    /// The statements, each with the other cells that rest on it.
    fn list(&self, statements: &[StatementIx]) -> El {
        let around = Around {
            within: Some(self.cell),
            passages: self.passages,
            search: "",
        };
        let item = |at: &StatementIx| {
            el("li")
                .key(self.env.index.statement(*at).id.clone())
                .child(statement(self.env, *at, &around))
        };
        el("ul")
            .class("statements")
            .each(statements.iter().map(item))
    }
}

/// The permanent link of a cell, and where to report a mistake in it.
fn links(props: &PanelProps) -> El {
    let (env, cell) = (&props.env, props.cell);
    let texts = &env.texts;
    let address = [&*props.place, &link_to_cell(&env.index, cell)].concat();
    let report = env.document().review.contact.as_ref().map(|contact| {
        el("a")
            .attr("href", &report_address(contact, &address))
            .attr("rel", "noopener")
            .text(texts.get("about.report"))
    });
    el("div")
        .class("cell-footer")
        .child(
            el("a")
                .attr("href", &address)
                .wish(env, Wish::CopyCell(cell))
                .text(texts.get("take.cell")),
        )
        .maybe(report)
        .child(reply(env, props.reply.as_ref()))
}

/// With the cell's address in the letter, where it is an address for letters
/// (RFC 6068).
fn report_address(contact: &str, cell: &str) -> String {
    match contact.strip_prefix("mailto:") {
        Some(to) => {
            let more = if to.contains('?') { "&" } else { "?" };
            let mut address = [contact, more, "body="].concat();
            encode(cell, &mut address);
            address
        }
        None => contact.to_owned(),
    }
}
