//! Every statement: arranged, filtered, searched.

use super::element::{El, component, el, text_in};
use super::env::{Env, use_env};
use super::filters::{Filters, FiltersProps, hits};
use super::marks;
use super::statement::Passages;
use super::statement_block::{StatementBlock, StatementBlockProps};
use crate::comparison::{Heard, Index, SpeakerIx, StatementIx, TopicIx};
use crate::state::{Arrangement, BLOCK, Selection};
use std::collections::BTreeMap;
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
        .child(hits(&env, &props.heard))
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
#[derive(PartialEq, Eq, PartialOrd, Ord)]
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
    let mut by: BTreeMap<Under, Vec<StatementIx>> = BTreeMap::new();
    for at in index.statements() {
        let mut put = |under| by.entry(under).or_default().push(at);
        match arrangement {
            Arrangement::Article => put(Under::Everything),
            Arrangement::Speaker => put(index.speaker(at).map_or(Under::Article, Under::Speaker)),
            Arrangement::Topic => match index.topics_of(at) {
                [] => put(Under::Elsewhere),
                topics => topics.iter().for_each(|topic| put(Under::Topic(*topic))),
            },
        }
    }
    let Some(topics) = topics else {
        let groups = by.into_iter();
        return groups.map(|(under, all)| group(env, under, &all)).collect();
    };
    let order = topics.iter().map(|topic| Under::Topic(*topic));
    let groups = order.chain([Under::Elsewhere]).filter_map(|under| {
        let all = by.remove(&under)?;
        Some(group(env, under, &all))
    });
    groups.collect()
}

fn group(env: &Env, under: Under, statements: &[StatementIx]) -> Group {
    let index: &Index = &env.index;
    let (key, title) = match under {
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
        blocks: statements.chunks(BLOCK).map(Rc::from).collect(),
    }
}

fn section(env: &Env, props: &StatementsProps, group: &Group, shown: usize) -> El {
    let heading = group
        .title
        .as_ref()
        .map(|title| text_in("h3", "section-heading", title).attr("dir", "auto"));
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
            search: marks::in_elements(&props.filters.search),
        };
        component::<StatementBlock>(place.to_string(), props)
    };
    el("section")
        .key(group.key.clone())
        .flag("hidden", !group.blocks.iter().any(is_left))
        .maybe(heading)
        .nodes(blocks.map(block))
}
