//! Who agrees, who clashes and who is silent, on small documents.
#![cfg(not(target_arch = "wasm32"))]

mod generate;
mod plain;

use generate::{DATES, STEPS, Short};
use plain::{
    Accord, Cell, Obstacle, Overview, Relation, Standing, Tally, accord, cell, overview, relation,
    versus,
};
use standpoint::article::{Document, MIXED};

/// A document, of which the index says what the plain definitions say.
fn document(parties: &[&str], topics: &[&str], stances: &[Short<'_>]) -> Document {
    let document = generate::document(parties, topics, stances);
    plain::same(&document);
    document
}

fn the_cell<'a>(document: &'a Document, party: &str, topic: &str) -> Cell<'a> {
    let party = document.organization(party).expect("a party");
    cell(document, party, document.topic(topic).expect("a topic"))
}

/// The cell of a party that has these positions at these dates.
fn history(stances: &[(&str, &str)]) -> (String, Vec<String>, Vec<String>) {
    let stances: Vec<Short<'_>> = stances
        .iter()
        .map(|&(position, date)| ("a", "t", position, date))
        .collect();
    let document = document(&["a"], &["t"], &stances);
    let cell = the_cell(&document, "a", "t");
    let positions = |stances: &[&standpoint::article::Stance]| {
        stances
            .iter()
            .map(|stance| stance.position.clone())
            .collect()
    };
    (
        name(&cell.standing),
        positions(&cell.current),
        positions(&cell.earlier),
    )
}

fn name(standing: &Standing<'_>) -> String {
    match standing {
        Standing::Silent => "silent".to_owned(),
        Standing::Mixed => "both".to_owned(),
        Standing::Contradictory => "contradictory".to_owned(),
        Standing::At(position) => position.id.clone(),
    }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn without_a_stance_a_party_is_silent_and_not_neutral() {
    let document = document(
        &["a", "b"],
        &["t", "u"],
        &[("a", "t", "neutral", ""), ("b", "u", "yes", "")],
    );
    let silent = the_cell(&document, "b", "t");
    assert_eq!(silent.standing, Standing::Silent);
    assert!(silent.current.is_empty() && silent.earlier.is_empty());
    assert!(!silent.standing.is_stated() && silent.standing.value().is_none());
    let neutral = the_cell(&document, "a", "t");
    assert!(neutral.standing.is_stated());
    assert_eq!(neutral.standing.value(), Some(0.0));
    assert_ne!(neutral.standing, silent.standing);
}

#[test]
fn the_latest_stance_is_where_a_party_stands() {
    let expected = (
        "yes".to_owned(),
        strings(&["yes"]),
        strings(&["neutral", "no"]),
    );
    assert_eq!(
        history(&[("no", "2020"), ("neutral", "2022"), ("yes", "2024")]),
        expected
    );
    assert_eq!(
        history(&[("yes", "2024"), ("no", "2020"), ("neutral", "2022")]),
        expected
    );
}

#[test]
fn a_stance_without_a_date_is_the_latest_word() {
    let expected = ("no".to_owned(), strings(&["no"]), strings(&["yes"]));
    assert_eq!(history(&[("no", ""), ("yes", "2024")]), expected);
    assert_eq!(history(&[("yes", "2024"), ("no", "")]), expected);
}

#[test]
fn vague_dates_are_put_in_order_by_the_days_that_they_may_mean() {
    for (earlier, later) in [
        ("/2018", "-0044-03-15"),
        ("../2030", "2024"),
        ("202X", "2024"),
        ("2024", "2024-06"),
        ("2024-01", "2024"),
        ("2024-21", "2024-22"),
        ("2024-03~", "2024-03-02"),
        ("2024-03-01", "2024-03"),
    ] {
        let expected = ("yes".to_owned(), strings(&["yes"]), strings(&["no"]));
        assert_eq!(
            history(&[("no", earlier), ("yes", later)]),
            expected,
            "{earlier}, {later}"
        );
        assert_eq!(
            history(&[("yes", later), ("no", earlier)]),
            expected,
            "{later}, {earlier}"
        );
    }
}

#[test]
fn different_positions_of_one_date_contradict_each_other() {
    let (standing, current, earlier) =
        history(&[("no", "2024-03"), ("yes", "2024-03"), ("no", "2020")]);
    assert_eq!(standing, "contradictory");
    assert_eq!(
        (current, earlier),
        (strings(&["no", "yes"]), strings(&["no"]))
    );
    // Also where one is mixed, where no date is given, or the same is written otherwise.
    assert_eq!(
        history(&[(MIXED, "2024"), ("yes", "2024")]).0,
        "contradictory"
    );
    assert_eq!(history(&[("no", ""), ("yes", "")]).0, "contradictory");
    assert_eq!(
        history(&[("no", "2024-02"), ("yes", "2024-02-01/2024-02-29")]).0,
        "contradictory"
    );
}

#[test]
fn one_position_twice_is_one_position() {
    let twice = history(&[("yes", "2024"), ("yes", "2024")]);
    assert_eq!(
        twice,
        ("yes".to_owned(), strings(&["yes", "yes"]), strings(&[]))
    );
    assert_eq!(history(&[(MIXED, ""), (MIXED, "")]).0, "both");
    // What contradicts itself in the past is past.
    assert_eq!(
        history(&[("yes", "2024"), ("no", "2020"), ("yes", "2020")]).0,
        "yes"
    );
}

#[test]
fn every_pair_of_standings_relates_as_it_should() {
    use Obstacle::{BothMixed, BothSilent, Contradictory, OneSilent};
    use Relation::{Agree, Clash, Differ, Incomparable};
    let document = document(
        &[
            "silent", "no", "hardly", "neutral", "perhaps", "yes", "both", "torn",
        ],
        &["t"],
        &[
            ("no", "t", "no", ""),
            ("hardly", "t", "hardly", ""),
            ("neutral", "t", "neutral", ""),
            ("perhaps", "t", "perhaps", ""),
            ("yes", "t", "yes", ""),
            ("both", "t", MIXED, ""),
            ("torn", "t", "no", ""),
            ("torn", "t", "yes", ""),
        ],
    );
    let (one, none, both, torn) = (
        Incomparable(OneSilent),
        Incomparable(BothSilent),
        Incomparable(BothMixed),
        Incomparable(Contradictory),
    );
    let expected = [
        ("silent", [none, one, one, one, one, one, one, one]),
        (
            "no",
            [one, Agree, Agree, Differ, Clash, Clash, Differ, torn],
        ),
        (
            "hardly",
            [one, Agree, Agree, Differ, Clash, Clash, Differ, torn],
        ),
        (
            "neutral",
            [one, Differ, Differ, Agree, Differ, Differ, Differ, torn],
        ),
        (
            "perhaps",
            [one, Clash, Clash, Differ, Agree, Agree, Differ, torn],
        ),
        (
            "yes",
            [one, Clash, Clash, Differ, Agree, Agree, Differ, torn],
        ),
        (
            "both",
            [one, Differ, Differ, Differ, Differ, Differ, both, torn],
        ),
        ("torn", [one, torn, torn, torn, torn, torn, torn, torn]),
    ];
    for (a, row) in expected {
        for (b, wanted) in document.organizations.iter().zip(row) {
            let (left, right) = (the_cell(&document, a, "t"), the_cell(&document, &b.id, "t"));
            assert_eq!(
                relation(&left.standing, &right.standing),
                wanted,
                "{a}, {}",
                b.id
            );
        }
    }
}

fn accord_of(positions: &[&str]) -> Accord {
    let parties = ["a", "b", "c", "d"];
    let stances: Vec<Short<'_>> = parties
        .iter()
        .zip(positions)
        .flat_map(|(party, positions)| {
            positions
                .split_whitespace()
                .map(move |p| (*party, "t", p, ""))
        })
        .collect();
    let document = document(&parties[..positions.len()], &["t"], &stances);
    let cells: Vec<_> = document
        .organizations
        .iter()
        .map(|o| cell(&document, o, &document.topics[0]))
        .collect();
    accord(&cells)
}

#[test]
fn a_topic_is_what_its_parties_make_of_it() {
    assert_eq!(accord_of(&["", "", ""]), Accord::Silent);
    assert_eq!(accord_of(&["", "yes", ""]), Accord::OneVoice);
    assert_eq!(accord_of(&["", "no yes", ""]), Accord::OneVoice);
    assert_eq!(accord_of(&["yes", "perhaps", ""]), Accord::Agree);
    assert_eq!(accord_of(&["neutral", "neutral"]), Accord::Agree);
    assert_eq!(accord_of(&["yes", "neutral", "perhaps"]), Accord::Differ);
    assert_eq!(accord_of(&["yes", "mixed"]), Accord::Differ);
    assert_eq!(accord_of(&["yes", "mixed", "no", "neutral"]), Accord::Clash);
    assert_eq!(accord_of(&["mixed", "mixed"]), Accord::Unclear);
    assert_eq!(accord_of(&["yes no", "yes"]), Accord::Unclear);
}

#[test]
fn one_that_contradicts_itself_is_not_counted_among_those_who_agree() {
    assert_eq!(accord_of(&["yes", "yes", "yes no"]), Accord::Unclear);
    assert_eq!(accord_of(&["yes", "neutral", "yes no"]), Accord::Differ);
    assert_eq!(accord_of(&["yes", "no", "yes no"]), Accord::Clash);
}

const MANY: [Short<'static>; 10] = [
    ("a", "agree", "yes", ""),
    ("b", "agree", "perhaps", ""),
    ("a", "clash", "yes", ""),
    ("b", "clash", "no", ""),
    ("a", "differ", "yes", ""),
    ("b", "differ", "neutral", ""),
    ("a", "one", "yes", ""),
    ("a", "mixed", MIXED, ""),
    ("b", "mixed", MIXED, ""),
    ("b", "clash-2", "no", ""),
];

#[test]
fn the_overview_counts_topics_and_cells() {
    let topics = ["none", "one", "mixed", "agree", "differ", "clash"];
    let document = document(&["a", "b", "c"], &topics, &MANY[..9]);
    let (parties, topics): (Vec<_>, Vec<_>) = (
        document.organizations.iter().collect(),
        document.topics.iter().collect(),
    );
    let expected = Overview {
        topics: 6,
        clash: 1,
        differ: 1,
        agree: 1,
        unclear: 1,
        one_voice: 1,
        silent: 1,
        empty_cells: 9,
        cells: 18,
    };
    assert_eq!(overview(&document, &parties, &topics), expected);
    let expected = Overview {
        topics: 2,
        one_voice: 2,
        empty_cells: 2,
        cells: 4,
        ..Overview::default()
    };
    assert_eq!(
        overview(&document, &[parties[0], parties[2]], &topics[4..]),
        expected
    );
    assert_eq!(overview(&document, &[], &[]), Overview::default());
}

#[test]
fn clashes_come_first_and_what_cannot_be_compared_last() {
    let topics = [
        "none", "agree", "one", "clash", "differ", "clash-2", "mixed",
    ];
    let mut stances = MANY.to_vec();
    stances.push(("a", "clash-2", "hardly", ""));
    stances.push(("a", "clash-2", "perhaps", "2010"));
    stances.push(("b", "clash-2", "yes", ""));
    stances.retain(|stance| *stance != ("b", "clash-2", "no", ""));
    let document = document(&["a", "b"], &topics, &stances);
    let parties: Vec<_> = document.organizations.iter().collect();
    let topics: Vec<_> = document.topics.iter().collect();
    let (rows, tally) = versus(&document, &parties, &topics);
    let order: Vec<&str> = rows.iter().map(|row| row.topic.id.as_str()).collect();
    assert_eq!(
        order,
        [
            "clash", "clash-2", "differ", "agree", "none", "one", "mixed"
        ]
    );
    assert_eq!(
        tally,
        Tally {
            clash: 2,
            differ: 1,
            agree: 1,
            incomparable: 3
        }
    );
    assert_eq!((tally.comparable(), tally.total()), (4, 7));
}

/// The properties rest on this.
#[test]
fn the_dates_of_the_generator_span_different_days() {
    let spans = DATES.map(|text| {
        let date = generate::date(text).expect("a date");
        (date.earliest(), date.latest())
    });
    for (index, span) in spans.iter().enumerate() {
        assert!(!spans[..index].contains(span), "{}", DATES[index]);
    }
    assert!(STEPS.is_sorted_by(|a, b| a.1 < b.1));
}
