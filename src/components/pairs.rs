//! All pairs at a glance: how far each is apart, and on how many topics that
//! can be said.

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::heading::heading_in;
use super::part::component;
use crate::comparison::{Distance, PartyIx, TopicIx};
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

/// On which topics, and which pair is looked at.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PairsProps {
    pub(super) topics: Rc<[TopicIx]>,
    pub(super) chosen: Option<(PartyIx, PartyIx)>,
}

/// The table of pairs; a pair opens in the versus view. Nothing is in it for two
/// parties, which are the only pair there is.
#[component]
pub(super) fn Pairs(props: &PairsProps) -> Html {
    let env = use_env();
    let parties: Vec<PartyIx> = env.index.parties().collect();
    let Some((_, columns)) = parties.split_last().filter(|(_, rest)| rest.len() > 1) else {
        return el("section").flag("hidden", true).html();
    };
    let row = |party: &PartyIx| {
        let chosen = props.chosen.filter(|(a, b)| a == party || b == party);
        let props = PairsRowProps {
            env: env.clone(),
            topics: props.topics.clone(),
            chosen,
            party: *party,
        };
        component::<PairsRow>(env.index.party(*party).id.clone(), props)
    };
    let head = el("tr")
        .child(el("td"))
        .each(columns.iter().map(|party| name(&env, *party, "col")));
    let table = el("table")
        .child(el("thead").child(head))
        .child(el("tbody").nodes(parties.iter().skip(1).map(row)));
    let title = env.texts.get("pairs.title");
    let title = heading_in(&env, 1, "section-heading", title).attr("id", "pairs");
    el("section")
        .class(if columns.len() > MANY {
            "pairs many"
        } else {
            "pairs"
        })
        .part("pairs")
        .attr("aria-labelledby", "pairs")
        .child(title)
        .child(text_in("p", "label", env.texts.get("pairs.about")))
        .child(table)
        .html()
}

fn name(env: &Env, party: PartyIx, scope: &'static str) -> El {
    let name = &env.index.party(party).short_name;
    el("th").attr("scope", scope).own(env, name)
}

/// More columns than these are scrolled to.
const MANY: usize = 6;

/// One party, with all that come before it.
#[derive(Clone, PartialEq, Properties)]
struct PairsRowProps {
    env: Env,
    topics: Rc<[TopicIx]>,
    /// The pair that is looked at, if this party is of it.
    chosen: Option<(PartyIx, PartyIx)>,
    party: PartyIx,
}

/// Each pair once: below the diagonal.
#[component]
fn PairsRow(props: &PairsRowProps) -> Html {
    let (env, party) = (&props.env, props.party);
    let all = env.document().organizations.len();
    let cells = env.index.parties().take(all - 1).map(|other| {
        let is_chosen =
            props.chosen == Some((other, party)) || props.chosen == Some((party, other));
        let is_below = other < party;
        el("td").maybe(is_below.then(|| pair(env, other, party, &props.topics, is_chosen)))
    });
    el("tr").child(name(env, party, "row")).each(cells).html()
}

fn pair(env: &Env, a: PartyIx, b: PartyIx, topics: &[TopicIx], is_chosen: bool) -> El {
    let Distance {
        mean,
        topics: measured,
    } = env.index.distance(a, b, topics);
    let texts = &env.texts;
    let percent = mean.map(|mean| (mean * 100.0 + 0.5) as usize);
    let (apart, of) = match percent {
        Some(percent) => (
            texts.with("pairs.apart", &[("percent", percent.into())]),
            texts.count("pairs.of", topics.len(), &[("measured", measured.into())]),
        ),
        None => (texts.get("pairs.unknown").to_owned(), String::new()),
    };
    let level = match percent {
        None => "unknown",
        Some(75..) => "far",
        Some(25..) => "some",
        Some(_) => "near",
    };
    el("button")
        .attr("type", "button")
        .classes(&["pair", level])
        .truth("aria-pressed", is_chosen)
        .press(env, Action::Pair(a, b))
        .child(text_in("span", "apart", &apart))
        .child(text_in("span", "of", &of))
}
