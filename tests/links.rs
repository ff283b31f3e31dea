//! A choice as a link, and back.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use standpoint::article::{Document, StatementKind, Value, read};
use standpoint::state::{
    Arrangement, CellId, Choice, Direction, Only, PartyOrder, TopicOrder, View, from_link,
    link_to_cell, speakers, to_link,
};
use std::sync::LazyLock;

static CEASEFIRE: LazyLock<Document> =
    LazyLock::new(|| document(include_str!("../seeds/ceasefire-2025.json")));

fn document(json: &str) -> Document {
    let value: Value = serde_json::from_str(json).expect("JSON");
    read(&value).expect("a document without mistakes")
}

fn first() -> Choice {
    Choice::of(&CEASEFIRE)
}

#[test]
fn a_link_is_short_and_can_be_read() {
    let links = |change: fn(&mut Choice)| {
        let mut choice = first();
        change(&mut choice);
        let link = to_link(&choice, &CEASEFIRE);
        assert_eq!(from_link(&link, &CEASEFIRE), choice, "{link}");
        link
    };
    assert_eq!(links(|_| ()), "");
    assert_eq!(links(|c| c.view = View::Timeline), "view=timeline");
    assert_eq!(links(|c| c.view = View::Versus), "view=versus");
    assert_eq!(
        links(|c| {
            c.view = View::Versus;
            c.versus = vec!["russia".into(), "ukraine".into()];
            c.topics = vec!["ceasefire".into()];
        }),
        "versus=russia,ukraine&topic=ceasefire"
    );
    assert_eq!(
        links(|c| c.versus = vec!["russia".into(), "ukraine".into()]),
        "view=matrix&versus=russia,ukraine"
    );
    assert_eq!(
        links(|c| c.open = Some(CellId::new("russia", "ceasefire"))),
        "cell=russia/ceasefire"
    );
    assert_eq!(
        links(|c| {
            c.view = View::Statements;
            c.search = "peace & “truce”; 50%".into();
        }),
        "view=statements&search=peace%20%26%20%E2%80%9Ctruce%E2%80%9D%3B%2050%25"
    );
    assert_eq!(links(|c| c.topics.clear()), "topics=");
}

#[test]
fn a_cell_has_the_link_of_a_choice_that_opens_it() {
    let cell = CellId::new("russia", "ceasefire");
    let mut choice = first();
    choice.open = Some(cell.clone());
    assert_eq!(link_to_cell(&cell), to_link(&choice, &CEASEFIRE));
}

/// It may be of another version, mistyped, or of another document.
#[test]
fn what_is_not_understood_says_nothing() {
    for link in [
        "",
        "&&=&",
        "view=upside-down&kind=rumour&order=size",
        "party=atlantis&versus=atlantis,russia&cell=atlantis/ceasefire&speaker=nobody",
        "sort=for/atlantis",
        "unheard=of",
        "view",
    ] {
        let mut choice = from_link(link, &CEASEFIRE);
        // To name parties to compare is to want them compared.
        choice.view = View::Matrix;
        assert_eq!(choice, first(), "{link}");
    }
}

#[test]
fn links_that_people_write_are_understood() {
    let choice = from_link(
        "parties=russia&topics=ceasefire&search=a+b%2&view=statements",
        &CEASEFIRE,
    );
    assert_eq!(choice.parties, ["russia"]);
    assert_eq!(choice.topics, ["ceasefire"]);
    assert_eq!(choice.search, "a b%2");
    assert_eq!(choice.view, View::Statements);
}

fn some_of(all: Vec<String>) -> impl Strategy<Value = Vec<String>> {
    let length = all.len();
    proptest::sample::subsequence(all, 0..=length)
}

/// Any choice that a reader can make of the document.
fn choices() -> impl Strategy<Value = Choice> {
    let all = first();
    let party = proptest::sample::select(all.parties.clone());
    let orders = prop_oneof![
        Just(TopicOrder::Given),
        Just(TopicOrder::Clash),
        Just(TopicOrder::Silence),
        (party.clone(), any::<bool>()).prop_map(|(id, down)| TopicOrder::Party(
            id,
            if down {
                Direction::Descending
            } else {
                Direction::Ascending
            }
        )),
    ];
    let cells: Vec<Option<CellId>> = std::iter::once(None)
        .chain(
            CEASEFIRE
                .stances
                .iter()
                .map(|s| Some(CellId::new(&s.organization_id, &s.topic_id))),
        )
        .collect();
    let speakers: Vec<Option<String>> = std::iter::once(None)
        .chain(speakers(&CEASEFIRE).into_iter().map(Some))
        .collect();
    (
        proptest::sample::select(View::ALL.to_vec()),
        (
            some_of(all.parties.clone()).prop_shuffle(),
            proptest::sample::select(PartyOrder::ALL.to_vec()),
        ),
        (some_of(all.topics.clone()), orders),
        (proptest::sample::select(Only::ALL.to_vec()), any::<bool>()),
        proptest::sample::subsequence(StatementKind::ALL.to_vec(), 0..=4),
        proptest::sample::select(speakers),
        "\\PC{0,12}",
        proptest::sample::select(Arrangement::ALL.to_vec()),
        proptest::sample::subsequence(all.parties.clone(), 2..=3).prop_shuffle(),
        proptest::sample::select(cells),
    )
        .prop_map(
            |(
                view,
                (parties, party_order),
                (topics, topic_order),
                (only, grouped),
                kinds,
                speaker,
                search,
                arrangement,
                versus,
                open,
            )| {
                Choice {
                    view,
                    parties,
                    party_order,
                    topics,
                    topic_order,
                    only,
                    grouped,
                    kinds,
                    speaker,
                    search,
                    arrangement,
                    versus,
                    open,
                }
                .known_to(&CEASEFIRE)
            },
        )
}

proptest! {
    #[test]
    fn what_a_link_says_is_what_was_shown(choice in choices()) {
        let link = to_link(&choice, &CEASEFIRE);
        prop_assert_eq!(from_link(&link, &CEASEFIRE), choice, "{}", link);
        // It stands in a fragment beside those of other comparisons.
        prop_assert!(link.is_ascii());
        prop_assert!(!link.contains([';', ':', '#', ' ', '"', '<', '>']), "{}", link);
    }

    #[test]
    fn no_link_breaks_anything(link in "\\PC{0,40}") {
        let choice = from_link(&link, &CEASEFIRE);
        prop_assert_eq!(choice.clone().known_to(&CEASEFIRE), choice);
    }
}
