//! Every statement: arranged, filtered, searched.

use super::element::{El, el};
use super::env::{Env, use_env};
use super::filters::{Filters, FiltersProps, hits};
use super::heading::heading_in;
use super::marks;
use super::part::component;
use super::statement_block::{StatementBlock, StatementBlockProps};
use crate::comparison::{Heard, SpeakerIx, StatementIx, TopicIx, arrange};
use crate::state::{Arrangement, BLOCK, Passages, Selection};
use std::rc::Rc;
use yew::prelude::*;

/// What is heard, and how it is arranged.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StatementsProps {
    pub(super) filters: FiltersProps,
    pub(super) arrangement: Arrangement,
    pub(super) selection: Rc<Selection>,
    pub(super) heard: Rc<Heard>,
    pub(super) passages: Passages,
    /// How many blocks are there.
    pub(super) blocks: usize,
}

/// The list. What is filtered out is hidden and stays in its place, so that a
/// letter typed costs what it changes.
#[component]
pub(super) fn Statements(props: &StatementsProps) -> Html {
    let env = use_env();
    let order = (props.arrangement == Arrangement::Topic).then(|| props.selection.topics.clone());
    let groups = use_memo((props.arrangement, order), {
        let env = env.clone();
        move |(arrangement, order)| groups(&env, *arrangement, order.as_deref())
    });
    use_effect_with(props.filters.search.clone(), {
        let env = env.clone();
        move |search| env.marks.search(&env.index, search)
    });
    let mut left = props.blocks;
    let sections = groups.iter().map_while(|group| {
        (left > 0).then(|| {
            let shown = left.min(group.blocks.len());
            left -= shown;
            section(&env, props, group, shown)
        })
    });
    el("div")
        .class("statements-view")
        .part("statements")
        .node(component::<Filters>(":filters", props.filters.clone()))
        .child(hits(&env, (props.heard.count, props.heard.hits)))
        .each(sections)
        .html()
}

/// Statements under a title.
#[derive(PartialEq)]
struct Group {
    key: String,
    title: Option<String>,
    blocks: Vec<Rc<[StatementIx]>>,
}

/// What statements are put together by.
#[derive(Clone, Copy, PartialEq)]
enum Under {
    Everything,
    Speaker(SpeakerIx),
    Topic(TopicIx),
    /// Nobody but the article.
    Article,
    /// No topic.
    Elsewhere,
}

fn groups(env: &Env, arrangement: Arrangement, topics: Option<&[TopicIx]>) -> Vec<Group> {
    let index = &env.index;
    let mut all: Vec<(Under, StatementIx)> = Vec::new();
    for at in index.statements() {
        match arrangement {
            Arrangement::Article => all.push((Under::Everything, at)),
            Arrangement::Speaker => {
                let under = index.speaker(at).map_or(Under::Article, Under::Speaker);
                all.push((under, at));
            }
            Arrangement::Topic => match index.topics_of(at) {
                [] => all.push((Under::Elsewhere, at)),
                on => all.extend(on.iter().map(|topic| (Under::Topic(*topic), at))),
            },
        }
    }
    let mut places = vec![usize::MAX; env.document().topics.len()];
    for (place, topic) in topics.unwrap_or_default().iter().enumerate() {
        places[topic.place()] = place;
    }
    if topics.is_some() {
        // What is shown of the topics, in their order.
        all.retain(|(under, _)| match under {
            Under::Topic(topic) => places[topic.place()] != usize::MAX,
            _ => true,
        });
    }
    let place = |(under, _): &(Under, StatementIx)| match under {
        Under::Everything => 0,
        Under::Speaker(speaker) => speaker.place(),
        Under::Topic(topic) => places[topic.place()],
        Under::Article | Under::Elsewhere => usize::MAX,
    };
    arrange(&mut all, |a, b| place(a).cmp(&place(b)));
    let groups = all.chunk_by(|(a, _), (b, _)| a == b);
    groups.map(|those| group(env, those)).collect()
}

fn group(env: &Env, those: &[(Under, StatementIx)]) -> Group {
    let index = &env.index;
    let (key, title) = match those[0].0 {
        Under::Everything => (":all".to_owned(), None),
        Under::Speaker(speaker) => (
            ["by ", index.speaker_key(speaker)].concat(),
            Some(index.speaker_name(speaker).to_owned()),
        ),
        Under::Topic(topic) => (
            ["on ", &index.topic(topic).id].concat(),
            Some(index.topic(topic).name.clone()),
        ),
        Under::Article => (
            ":article".to_owned(),
            Some(env.texts.get("statements.article").to_owned()),
        ),
        Under::Elsewhere => (
            ":other".to_owned(),
            Some(env.texts.get("statements.elsewhere").to_owned()),
        ),
    };
    Group {
        key,
        title,
        blocks: those
            .chunks(BLOCK)
            .map(|block| block.iter().map(|(_, at)| *at).collect())
            .collect(),
    }
}

fn section(env: &Env, props: &StatementsProps, group: &Group, shown: usize) -> El {
    let heading = group
        .title
        .as_ref()
        .map(|title| heading_in(env, 1, "section-heading", title).attr("dir", "auto"));
    let is_left = |block: &Rc<[StatementIx]>| block.iter().any(|at| props.heard.has(*at));
    let blocks = group.blocks.iter().take(shown).enumerate();
    let block = |(place, statements): (usize, &Rc<[StatementIx]>)| {
        let shown = statements.iter().enumerate().fold(0, |mask, (place, at)| {
            mask | u64::from(props.heard.has(*at)) << place
        });
        let props = StatementBlockProps {
            env: env.clone(),
            statements: statements.clone(),
            shown,
            passages: props.passages.clone(),
            is_far: env.document().statements.len() > BLOCK,
            search: marks::in_elements(&props.filters.search),
        };
        component::<StatementBlock>(place.to_string(), props)
    };
    let section = el("section")
        .key(group.key.clone())
        .flag("hidden", !group.blocks.iter().any(is_left))
        .maybe(heading)
        .nodes(blocks.map(block));
    match group.key.strip_prefix("on ") {
        Some(topic) => section.attr("data-topic", topic),
        None => section,
    }
}
