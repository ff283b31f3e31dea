//! A choice as a link, and back.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use standpoint::article::{StatementKind, Value, read};
use standpoint::comparison::{CellIx, Index, PartyIx, TopicIx, Whose};
use standpoint::state::{
    Action, Arrangement, Choice, Direction, Only, PartyOrder, State, TopicOrder, View,
    cell_of_name, from_link, link_to_cell, to_link,
};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Read once for every test of a thread.
fn ceasefire() -> Rc<Index> {
    thread_local!(static CEASEFIRE: Rc<Index> =
        Rc::new(indexed(include_str!("../seeds/ceasefire-2025.json"))));
    CEASEFIRE.with(Rc::clone)
}

fn parties(ids: &[&str]) -> Vec<PartyIx> {
    let find = |id: &&str| ceasefire().party_of_id(id).expect("a party");
    ids.iter().map(find).collect()
}

fn topics(ids: &[&str]) -> Vec<TopicIx> {
    let find = |id: &&str| ceasefire().topic_of_id(id).expect("a topic");
    ids.iter().map(find).collect()
}

fn cell(name: &str) -> CellIx {
    cell_of_name(&ceasefire(), name).expect("a cell")
}

fn indexed(json: &str) -> Index {
    let value: Value = serde_json::from_str(json).expect("JSON");
    Index::new(Rc::new(read(&value).expect("a document without mistakes")))
}

fn first() -> Choice {
    Choice::of(&ceasefire())
}

#[test]
fn a_link_is_short_and_can_be_read() {
    let links = |change: fn(&mut Choice)| {
        let mut choice = first();
        change(&mut choice);
        let link = to_link(&choice, &ceasefire());
        assert_eq!(from_link(&link, &ceasefire()), choice, "{link}");
        link
    };
    assert_eq!(links(|_| ()), "");
    assert_eq!(links(|c| c.view = View::Timeline), "view=timeline");
    assert_eq!(links(|c| c.view = View::Versus), "view=versus");
    assert_eq!(
        links(|c| {
            c.view = View::Versus;
            c.versus = parties(&["russia", "ukraine"]);
            c.topics = topics(&["ceasefire"]);
        }),
        "versus=russia,ukraine&topic=ceasefire"
    );
    assert_eq!(
        links(|c| c.versus = parties(&["russia", "ukraine"])),
        "view=matrix&versus=russia,ukraine"
    );
    assert_eq!(
        links(|c| c.open = Some(cell("russia/ceasefire"))),
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

/// Who says least, where they agree, what one party's people say, and four side by
/// side: each is a link that can be read.
#[test]
fn what_readers_ask_is_a_link() {
    let index = ceasefire();
    let asked = |link: &str| {
        let choice = from_link(link, &index);
        assert_eq!(to_link(&choice, &index), link);
        choice
    };
    let ids = |of: &[PartyIx]| -> Vec<String> {
        let id = |party: &PartyIx| index.party(*party).id.clone();
        of.iter().map(id).collect()
    };
    let least = asked("order=silence");
    assert_eq!(
        ids(&least.parties),
        ["europe-nato", "united-states", "ukraine", "russia"]
    );
    // It is counted on the topics that are chosen.
    let least = asked("order=silence&topics=ceasefire,aid");
    assert_eq!(
        ids(&least.parties),
        ["europe-nato", "russia", "united-states", "ukraine"]
    );
    let agreed = State::new(index.clone()).apply(Action::Restore(asked("only=agreement")));
    let topics = agreed.selection().topics.clone();
    let topics: Vec<&str> = topics.iter().map(|at| &*index.topic(*at).id).collect();
    assert_eq!(topics, ["aid"]);
    let russia = asked("view=statements&speaker=russia");
    let state = State::new(index.clone()).apply(Action::Restore(russia));
    let said = index.statements().filter(|at| state.heard().has(*at));
    let speakers: BTreeSet<&str> = said
        .filter_map(|at| Some(index.speaker_name(index.speaker(at)?)))
        .collect();
    assert_eq!(
        Vec::from_iter(speakers),
        [
            "Konstantin Kosachev",
            "Russia",
            "Sergey Lavrov",
            "Vladimir Putin"
        ]
    );
    let four = asked("versus=russia,ukraine,united-states,europe-nato");
    assert_eq!(four.versus.len(), 4);
}

/// Places are taken from the first on, and nobody stands in two of them.
#[test]
fn up_to_four_stand_side_by_side() {
    let index = ceasefire();
    let [us, ukraine, russia, europe] = index.parties().collect::<Vec<_>>()[..] else {
        panic!("four parties");
    };
    let mut state = State::new(index.clone());
    for (action, versus) in [
        (Action::Face(2, Some(ukraine)), vec![us, russia, ukraine]),
        (
            Action::Face(3, Some(europe)),
            vec![us, russia, ukraine, europe],
        ),
        (Action::Face(3, Some(us)), vec![europe, russia, ukraine, us]),
        (Action::Face(2, None), vec![europe, russia, us]),
        (Action::Face(3, None), vec![europe, russia, us]),
        (Action::Face(1, None), vec![europe, russia, us]),
        (Action::FaceShown, vec![us, ukraine, russia, europe]),
        (Action::ToggleParty(us), vec![us, ukraine, russia, europe]),
        (Action::FaceShown, vec![ukraine, russia, europe]),
    ] {
        state = state.apply(action.clone());
        assert_eq!(state.choice.versus, versus, "{action:?}");
    }
    state = [ukraine, russia].into_iter().fold(state, |state, party| {
        state.apply(Action::ToggleParty(party))
    });
    // One alone is put beside nobody.
    let alone = state.apply(Action::FaceShown);
    assert_eq!(alone.choice.versus, state.choice.versus);
}

#[test]
fn a_cell_has_the_link_of_a_choice_that_opens_it() {
    let cell = cell("russia/ceasefire");
    let mut choice = first();
    choice.open = Some(cell);
    assert_eq!(to_link(&choice, &ceasefire()), "cell=russia/ceasefire");
    // As it stands in an address: nothing of it is a sign to a selector.
    assert_eq!(
        link_to_cell(&ceasefire(), cell),
        "cell_is_russia_on_ceasefire"
    );
    let named = include_str!("../seeds/ceasefire-2025.json").replace("\"ceasefire\"", "\"a_b\"");
    let named = indexed(&named);
    let cell = cell_of_name(&named, "russia/a_b").expect("a cell");
    assert_eq!(link_to_cell(&named, cell), "cell_is_russia_on_a_5fb");
    let cell = CellIx::background(cell.topic);
    assert_eq!(link_to_cell(&named, cell), "cell_is_a_5fb");
}

#[test]
fn nobody_is_compared_who_was_not_named() {
    for link in [
        "versus=russia,atlantis",
        "versus=ukrai,russia",
        "versus=russia",
        "versus=russia,russia",
        "versus=russia,ukraine,atlantis",
        "view=versus&versus=russia,atlantis",
        "versus=",
    ] {
        assert_eq!(from_link(link, &ceasefire()), first(), "{link}");
    }
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
        assert_eq!(from_link(link, &ceasefire()), first(), "{link}");
    }
}

#[test]
fn links_that_people_write_are_understood() {
    let choice = from_link(
        "parties=russia&topics=ceasefire&search=a+b%2&view=statements",
        &ceasefire(),
    );
    assert_eq!(choice.parties, parties(&["russia"]));
    assert_eq!(choice.topics, topics(&["ceasefire"]));
    assert_eq!(choice.search, "a b%2");
    assert_eq!(choice.view, View::Statements);
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
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
        (party, any::<bool>()).prop_map(|(party, down)| TopicOrder::Party(
            party,
            if down {
                Direction::Descending
            } else {
                Direction::Ascending
            }
        )),
    ];
    let index = ceasefire();
    let of_topic = |topic| {
        let parties = ceasefire().parties();
        parties
            .map(move |party| CellIx::new(party, topic))
            .chain([CellIx::background(topic)])
    };
    let cells = index.topics().flat_map(of_topic);
    let cells = cells.filter(|cell| index.has_evidence(*cell)).map(Some);
    let cells: Vec<Option<CellIx>> = cells.chain([None]).collect();
    // A party that speaks itself is the party.
    let others = index.speakers().filter(|at| !index.is_party(*at));
    let parties = index.parties().map(Whose::Party);
    let speakers = others.map(Whose::Speaker).chain(parties).map(Some);
    let speakers: Vec<Option<Whose>> = speakers.chain([None]).collect();
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
        proptest::sample::subsequence(all.parties.clone(), 2..=4).prop_shuffle(),
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
                .settled(&ceasefire())
            },
        )
}

proptest! {
    #[test]
    fn what_a_link_says_is_what_was_shown(choice in choices()) {
        let link = to_link(&choice, &ceasefire());
        prop_assert_eq!(from_link(&link, &ceasefire()), choice, "{}", link);
        // It stands in a fragment beside those of other comparisons.
        prop_assert!(link.is_ascii());
        prop_assert!(!link.contains([';', ':', '#', ' ', '"', '<', '>']), "{}", link);
    }

    #[test]
    fn no_link_breaks_anything(link in "\\PC{0,40}") {
        let choice = from_link(&link, &ceasefire());
        prop_assert_eq!(choice.clone().settled(&ceasefire()), choice);
    }
}
