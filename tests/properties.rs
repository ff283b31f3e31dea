//! What must hold of the comparison of any document.
#![cfg(not(target_arch = "wasm32"))]

mod generate;
mod plain;

use generate::{documents, documents_of_distinct_dates};
use plain::{
    Accord, Cell, Obstacle, Overview, Relation, Standing, Tally, accord, cell, overview, relation,
    versus,
};
use proptest::prelude::*;
use standpoint::article::{Document, Organization, Stance, Topic};

/// No file of failures is kept: what was found belongs in a test of its own.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn parties(document: &Document) -> Vec<&Organization> {
    document.organizations.iter().collect()
}

fn topics(document: &Document) -> Vec<&Topic> {
    document.topics.iter().collect()
}

fn pairs(document: &Document) -> Vec<[&Organization; 2]> {
    let all = &document.organizations;
    all.iter()
        .flat_map(|a| all.iter().map(move |b| [a, b]))
        .collect()
}

fn cells(document: &Document) -> Vec<Cell<'_>> {
    let of_topic = |topic| {
        document
            .organizations
            .iter()
            .map(move |o| cell(document, o, topic))
    };
    document.topics.iter().flat_map(of_topic).collect()
}

/// What a reader sees of a cell; the document it comes from may be another.
type Seen = (String, Vec<Stance>, Vec<Stance>);

fn seen(cell: &Cell<'_>) -> Seen {
    let own = |stances: &[&Stance]| stances.iter().map(|stance| (*stance).clone()).collect();
    (
        format!("{:?}", cell.standing),
        own(&cell.current),
        own(&cell.earlier),
    )
}

fn rank(relation: Relation) -> u8 {
    match relation {
        Relation::Clash => 0,
        Relation::Differ => 1,
        Relation::Agree => 2,
        Relation::Incomparable(_) => 3,
    }
}

fn has_stance(document: &Document, party: &Organization, topic: &Topic) -> bool {
    document
        .stances
        .iter()
        .any(|s| s.organization_id == party.id && s.topic_id == topic.id)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn swapping_two_parties_swaps_the_sides_and_nothing_else(document in documents()) {
        let topics = topics(&document);
        for [a, b] in pairs(&document) {
            let (rows, tally) = versus(&document, &[a, b], &topics);
            let (swapped, swapped_tally) = versus(&document, &[b, a], &topics);
            prop_assert_eq!(tally, swapped_tally);
            prop_assert_eq!(rows.len(), swapped.len());
            for (row, other) in rows.iter().zip(&swapped) {
                prop_assert_eq!(row.topic, other.topic);
                prop_assert_eq!(row.relation, other.relation);
                prop_assert_eq!(&row.cells[0], &other.cells[1]);
                prop_assert_eq!(&row.cells[1], &other.cells[0]);
            }
        }
    }

    #[test]
    fn hiding_a_party_never_changes_another_cell(document in documents()) {
        let (all, topics) = (parties(&document), topics(&document));
        let (rows, _) = versus(&document, &all, &topics);
        for hidden in &all {
            let shown: Vec<_> = all.iter().copied().filter(|party| party != hidden).collect();
            let (fewer, tally) = versus(&document, &shown, &topics);
            prop_assert_eq!(tally.total(), topics.len());
            for row in &rows {
                let other = fewer.iter().find(|other| other.topic == row.topic);
                let kept = row.cells.iter().filter(|cell| cell.organization != *hidden);
                let kept: Vec<_> = kept.cloned().collect();
                prop_assert_eq!(&kept, &other.expect("the topic is still there").cells);
                // The rest makes of the topic what it makes of it by itself.
                let alone: Vec<_> = shown.iter().map(|o| cell(&document, o, row.topic)).collect();
                prop_assert_eq!(accord(&kept), accord(&alone));
            }
        }
    }

    #[test]
    fn hiding_a_silent_party_changes_nothing_but_the_count_of_cells(document in documents()) {
        let (all, topics) = (parties(&document), topics(&document));
        let before = overview(&document, &all, &topics);
        for hidden in &all {
            let silent = topics.iter().all(|topic| !has_stance(&document, hidden, topic));
            let shown: Vec<_> = all.iter().copied().filter(|party| party != hidden).collect();
            let after = overview(&document, &shown, &topics);
            if silent {
                let cells = before.cells - topics.len();
                let empty_cells = before.empty_cells - topics.len();
                prop_assert_eq!(after, Overview { cells, empty_cells, ..before });
            }
        }
    }

    #[test]
    fn what_a_party_says_does_not_change_the_cells_of_others(document in documents()) {
        for muted in &document.organizations {
            let mut without = document.clone();
            without.stances.retain(|stance| stance.organization_id != muted.id);
            for (before, after) in cells(&document).iter().zip(&cells(&without)) {
                if before.organization.id == muted.id {
                    prop_assert_eq!(&after.standing, &Standing::Silent);
                } else {
                    prop_assert_eq!(seen(before), seen(after));
                }
            }
        }
    }

    #[test]
    fn a_party_is_never_in_clash_with_itself(document in documents()) {
        for party in &document.organizations {
            let (rows, tally) = versus(&document, &[party, party], &topics(&document));
            prop_assert_eq!((tally.clash, tally.differ), (0, 0));
            for row in rows {
                let at = matches!(row.cells[0].standing, Standing::At(_));
                prop_assert_eq!(row.relation == Relation::Agree, at);
            }
        }
    }

    #[test]
    fn the_counts_add_up(document in documents()) {
        let (all, topics) = (parties(&document), topics(&document));
        let o = overview(&document, &all, &topics);
        prop_assert_eq!(o.clash + o.differ + o.agree + o.unclear + o.one_voice + o.silent, o.topics);
        prop_assert_eq!((o.topics, o.cells), (topics.len(), topics.len() * all.len()));
        for pair in pairs(&document) {
            let (rows, tally) = versus(&document, &pair, &topics);
            prop_assert_eq!(tally.comparable() + tally.incomparable, topics.len());
            let count = |wanted| rows.iter().filter(|row| rank(row.relation) == wanted).count();
            let [clash, differ, agree, incomparable] = [0, 1, 2, 3].map(count);
            prop_assert_eq!(tally, Tally { clash, differ, agree, incomparable });
        }
    }

    #[test]
    fn a_relation_is_the_same_from_either_side(document in documents()) {
        let standings: Vec<_> = cells(&document).into_iter().map(|cell| cell.standing).collect();
        for a in &standings {
            for b in &standings {
                prop_assert_eq!(relation(a, b), relation(b, a));
            }
        }
    }

    #[test]
    fn versus_shows_every_topic_once_the_sharpest_first(document in documents()) {
        let topics = topics(&document);
        let place = |topic: &Topic| topics.iter().position(|t| *t == topic).expect("a topic");
        for pair in pairs(&document) {
            let (rows, _) = versus(&document, &pair, &topics);
            let order: Vec<_> = rows.iter().map(|r| (rank(r.relation), place(r.topic))).collect();
            prop_assert!(order.is_sorted());
            let mut places: Vec<_> = order.into_iter().map(|(_, place)| place).collect();
            places.sort_unstable();
            prop_assert_eq!(places, (0..topics.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn silence_is_recorded_nowhere_and_never_counts_as_neutral(document in documents()) {
        let mut empty = 0;
        for cell in cells(&document) {
            let stated = has_stance(&document, cell.organization, cell.topic);
            prop_assert_eq!(cell.standing.is_stated(), stated);
            if stated {
                prop_assert!(!cell.current.is_empty());
                continue;
            }
            empty += 1;
            prop_assert_eq!(cell.standing.value(), None);
            for other in cells(&document) {
                let obstacle = match other.standing {
                    Standing::Silent => Obstacle::BothSilent,
                    _ => Obstacle::OneSilent,
                };
                let found = relation(&cell.standing, &other.standing);
                prop_assert_eq!(found, Relation::Incomparable(obstacle));
            }
        }
        let counted = overview(&document, &parties(&document), &topics(&document));
        prop_assert_eq!(counted.empty_cells, empty);
    }

    #[test]
    fn the_history_does_not_depend_on_the_order_in_the_document(
        (document, shuffled) in documents_of_distinct_dates().prop_flat_map(shuffled)
    ) {
        for (before, after) in cells(&document).iter().zip(&cells(&shuffled)) {
            prop_assert_eq!(seen(before), seen(after));
            prop_assert!(before.current.len() <= 1);
        }
    }

    #[test]
    fn nor_does_where_a_party_stands(
        (document, shuffled) in documents().prop_flat_map(shuffled)
    ) {
        for (before, after) in cells(&document).iter().zip(&cells(&shuffled)) {
            prop_assert_eq!(&before.standing, &after.standing);
            let sorted = |stances: &[&Stance]| {
                let mut texts: Vec<_> = stances.iter().map(|s| format!("{s:?}")).collect();
                texts.sort_unstable();
                texts
            };
            prop_assert_eq!(sorted(&before.current), sorted(&after.current));
            prop_assert_eq!(sorted(&before.earlier), sorted(&after.earlier));
        }
    }

    #[test]
    fn every_stance_is_in_one_cell_once(document in documents()) {
        let shown: usize = cells(&document).iter().map(|c| c.current.len() + c.earlier.len()).sum();
        prop_assert_eq!(shown, document.stances.len());
    }

    #[test]
    fn one_more_party_never_makes_peace(document in documents()) {
        // A clash stays a clash, whoever else is looked at.
        let all = parties(&document);
        for topic in &document.topics {
            let cells: Vec<_> = all.iter().map(|o| cell(&document, o, topic)).collect();
            let clash = (1..=cells.len()).map(|n| accord(&cells[..n]) == Accord::Clash);
            prop_assert!(clash.is_sorted());
        }
    }
}

fn shuffled(document: Document) -> impl Strategy<Value = (Document, Document)> {
    let stances = Just(document.stances.clone()).prop_shuffle();
    stances.prop_map(move |stances| {
        (
            document.clone(),
            Document {
                stances,
                ..document.clone()
            },
        )
    })
}
