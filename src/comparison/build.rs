//! Making the parts of an [`Index`](super::Index): what is looked up in it.

use super::cell::{Since, Standing, since};
use super::ids::{CellIx, PartyIx, PositionIx, SpeakerIx, StanceIx, StatementIx, TopicIx};
use super::relation::Side;
use crate::article::{Document, MIXED, Speaker, Statement, Topic};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The place of each id in its list.
pub(super) type Places = HashMap<String, u32>;

/// A cell, and where its stances are in the history.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) standing: Standing,
    pub(super) side: Side,
    pub(super) start: u32,
    /// So many are of the latest date.
    pub(super) current: u32,
    pub(super) end: u32,
}

pub(super) const EMPTY: Place = Place {
    standing: Standing::Silent,
    side: Side::Silent,
    start: 0,
    current: 0,
    end: 0,
};

/// Somebody who makes statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The first statement, which says who it is.
    pub first: StatementIx,
    /// The party that they speak for, where there is one.
    pub party: Option<PartyIx>,
    /// The person, by the place in `people`.
    pub(super) person: Option<u32>,
}

/// Lists of a few things for each of many, in one.
pub(super) struct Lists<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Lists<T> {
    pub(super) fn new(lists: impl IntoIterator<Item = impl IntoIterator<Item = T>>) -> Self {
        let (mut ends, mut items) = (Vec::new(), Vec::new());
        for list in lists {
            items.extend(list);
            ends.push(items.len() as u32);
        }
        Self { ends, items }
    }

    pub(super) fn of(&self, place: usize) -> &[T] {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[place] as usize]
    }
}

pub(super) fn places<'a>(ids: impl Iterator<Item = &'a str>) -> Places {
    let mut places = Places::new();
    for (at, id) in ids.enumerate() {
        places.entry(id.to_owned()).or_insert(at as u32);
    }
    places
}

pub(super) fn find<T>(places: &Places, id: &str, at: fn(usize) -> T) -> Option<T> {
    places.get(id).map(|place| at(*place as usize))
}

/// Groups are numbered from 1, in the order of their first topics.
pub(super) fn groups(document: &Document) -> Vec<u32> {
    let mut known = Places::new();
    let number = |topic: &Topic| {
        let Some(name) = &topic.group else {
            return 0;
        };
        let next = known.len() as u32 + 1;
        *known.entry(name.clone()).or_insert(next)
    };
    document.topics.iter().map(number).collect()
}

pub(super) fn standing(position: &str, positions: &Places) -> Standing {
    match find(positions, position, PositionIx::at) {
        Some(step) => Standing::At(step),
        None if position == MIXED => Standing::Mixed,
        // A checked document has no other position than those of its scale.
        None => Standing::Silent,
    }
}

pub(super) fn side(standing: Standing, document: &Document) -> Side {
    match standing {
        Standing::Silent => Side::Silent,
        Standing::Mixed => Side::Mixed,
        Standing::Contradictory => Side::Contradictory,
        Standing::At(step) => Side::of(document.scale[step.place()].value),
    }
}

/// Every cell, and the stances that they point into.
pub(super) fn cells(
    document: &Document,
    of_cells: &[Option<CellIx>],
    stood: &[Standing],
) -> (Vec<Place>, Vec<StanceIx>) {
    let width = document.organizations.len();
    let mut sorted: Vec<(usize, Reverse<Since>, StanceIx)> = Vec::new();
    for (at, (stance, cell)) in document.stances.iter().zip(of_cells).enumerate() {
        if let Some(CellIx {
            topic,
            party: Some(party),
        }) = cell
        {
            let place = topic.place() * width + party.place();
            sorted.push((place, Reverse(since(stance)), StanceIx::at(at)));
        }
    }
    // The latest first, and the document's order within a date.
    sorted.sort_unstable();
    let mut cells = vec![EMPTY; width * document.topics.len()];
    let mut start = 0;
    for of_cell in sorted.chunk_by(|a, b| a.0 == b.0) {
        let current = of_cell.iter().take_while(|other| other.1 == of_cell[0].1);
        let current = current.count();
        let stood = |at: usize| stood[of_cell[at].2.place()];
        let one = (1..current).all(|at| stood(at) == stood(0));
        let standing = if one {
            stood(0)
        } else {
            Standing::Contradictory
        };
        cells[of_cell[0].0] = Place {
            standing,
            side: side(standing, document),
            start,
            current: current as u32,
            end: start + of_cell.len() as u32,
        };
        start += of_cell.len() as u32;
    }
    let history = sorted.into_iter().map(|(.., stance)| stance).collect();
    (cells, history)
}

/// From the statements back to what rests on them: the cells, and the topics.
pub(super) fn carried(
    document: &Document,
    of_cells: &[Option<CellIx>],
    rests_on: &Lists<StatementIx>,
    background: &Lists<StatementIx>,
) -> (Lists<CellIx>, Lists<TopicIx>) {
    let mut cells: Vec<Vec<CellIx>> = vec![Vec::new(); document.statements.len()];
    for (stance, cell) in of_cells.iter().enumerate() {
        for statement in cell.iter().flat_map(|_| rests_on.of(stance)) {
            cells[statement.place()].extend(cell);
        }
    }
    let mut topics: Vec<Vec<TopicIx>> = vec![Vec::new(); document.statements.len()];
    for (statement, cells) in cells.iter_mut().enumerate() {
        cells.sort_unstable();
        cells.dedup();
        topics[statement].extend(cells.iter().map(|cell| cell.topic));
    }
    for topic in TopicIx::all(document.topics.len()) {
        for statement in background.of(topic.place()) {
            topics[statement.place()].push(topic);
        }
    }
    for topics in &mut topics {
        topics.sort_unstable();
        topics.dedup();
    }
    (Lists::new(cells), Lists::new(topics))
}

pub(super) fn speakers(
    document: &Document,
    parties: &Places,
) -> (Vec<Voice>, Vec<Option<SpeakerIx>>) {
    let people = places(document.people.iter().map(|person| &*person.id));
    let mut known = Places::new();
    let mut voices = Vec::new();
    let speaker = |(at, statement): (usize, &Statement)| {
        let key = speaker_key(&statement.speaker)?;
        if let Some(speaker) = find(&known, key, SpeakerIx::at) {
            return Some(speaker);
        }
        let is_named = matches!(statement.speaker, Speaker::Named(_));
        let person = people.get(key).copied().filter(|_| is_named);
        let party = person.map_or(key, |person| {
            &document.people[person as usize].organization_id
        });
        let party = find(parties, party, PartyIx::at).filter(|_| is_named);
        known.insert(key.to_owned(), voices.len() as u32);
        voices.push(Voice {
            first: StatementIx::at(at),
            party,
            person,
        });
        Some(SpeakerIx::at(voices.len() - 1))
    };
    let spoken_by = document
        .statements
        .iter()
        .enumerate()
        .map(speaker)
        .collect();
    (voices, spoken_by)
}

pub(super) fn speaker_key(speaker: &Speaker) -> Option<&str> {
    match speaker {
        Speaker::Named(key) | Speaker::Unnamed(key) => Some(key),
        Speaker::Article => None,
    }
}
