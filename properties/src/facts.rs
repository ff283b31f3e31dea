//! What a comparison may say of a document, worked out of its JSON alone, in the
//! plainest way and every time anew.

use crate::dates::{self, Day};
use serde_json::Value;
use std::cmp::Ordering;

/// A document, to be asked.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a>(pub &'a Value);

/// Where a party stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stands<'a> {
    /// Nothing is recorded.
    Silent,
    /// On a step of the scale, with its label and value.
    At(&'a str, f64),
    /// On both sides.
    Mixed,
    /// At different places on one date.
    Contradictory,
}

impl<'a> Stands<'a> {
    /// The word for it.
    pub fn word(self) -> &'a str {
        match self {
            Self::Silent => "Not stated in this article",
            Self::At(label, _) => label,
            Self::Mixed => "Mixed",
            Self::Contradictory => "Contradictory",
        }
    }

    /// The place on the scale, where there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::At(_, value) => Some(value),
            _ => None,
        }
    }
}

/// How two or more stand to each other, the sharpest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// On opposite sides.
    Clash,
    /// One takes a side that the other does not take.
    Differ,
    /// On one side.
    Agree,
    /// Nothing can be said.
    Unclear,
}

/// The scale that stands in for a document's own.
const SCALE: [(&str, &str, f64); 5] = [
    ("against", "Against", -2.0),
    ("reserved", "Rather against", -1.0),
    ("neutral", "Neutral", 0.0),
    ("conditional", "For, with conditions", 1.0),
    ("for", "For", 2.0),
];

/// The text in a field; nothing where there is none.
pub fn text<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap_or_default()
}

/// The ids in a field.
pub fn ids<'a>(of: &'a Value, field: &str) -> Vec<&'a str> {
    let list = of[field].as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).collect()
}

impl<'a> Facts<'a> {
    /// The items of a list.
    pub fn list(self, name: &str) -> &'a [Value] {
        self.0[name]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The item of a list that has an id.
    ///
    /// # Panics
    /// When there is none.
    pub fn item(self, list: &str, id: &str) -> &'a Value {
        let found = self.list(list).iter().find(|item| item["id"] == id);
        found.unwrap_or_else(|| panic!("nothing in {list} has the id {id}"))
    }

    /// The ids of a list.
    pub fn all(self, list: &str) -> Vec<&'a str> {
        self.list(list)
            .iter()
            .map(|item| text(item, "id"))
            .collect()
    }

    /// The scale: ids, labels, values.
    pub fn scale(self) -> Vec<(&'a str, &'a str, f64)> {
        match self.0.get("scale") {
            None => SCALE.to_vec(),
            Some(_) => {
                let step = |step: &'a Value| {
                    let value = step["value"].as_f64().expect("a value");
                    (text(step, "id"), text(step, "label"), value)
                };
                self.list("scale").iter().map(step).collect()
            }
        }
    }

    /// The label of a position.
    pub fn label(self, position: &str) -> &'a str {
        let scale = self.scale();
        let found = scale.iter().find(|(id, ..)| *id == position);
        found.map_or("Mixed", |(_, label, _)| label)
    }

    /// The stances of a cell: those of the latest date, and those before them.
    pub fn stances(self, party: &str, topic: &str) -> (Vec<&'a Value>, Vec<&'a Value>) {
        let of_cell = |s: &&Value| s["organization_id"] == party && s["topic_id"] == topic;
        let mut all: Vec<&Value> = self.list("stances").iter().filter(of_cell).collect();
        all.sort_by(|a, b| later(a, b));
        let now = all.first().copied();
        all.into_iter()
            .partition(|stance| now.is_some_and(|now| later(now, stance).is_eq()))
    }

    /// Where a party stands on a topic.
    pub fn stands(self, party: &str, topic: &str) -> Stands<'a> {
        let (now, _) = self.stances(party, topic);
        let Some(first) = now.first().map(|stance| text(stance, "position")) else {
            return Stands::Silent;
        };
        if now.iter().any(|stance| text(stance, "position") != first) {
            return Stands::Contradictory;
        }
        let scale = self.scale();
        match scale.iter().find(|(id, ..)| *id == first) {
            Some((_, label, value)) => Stands::At(label, *value),
            None => Stands::Mixed,
        }
    }

    /// The sharpest relation between any two of these parties.
    pub fn relation(self, parties: &[&str], topic: &str) -> Relation {
        let stand: Vec<_> = parties
            .iter()
            .map(|party| self.stands(party, topic))
            .collect();
        let mut sharpest = Relation::Unclear;
        for (at, a) in stand.iter().enumerate() {
            for b in &stand[at + 1..] {
                sharpest = sharpest.min(between(*a, *b));
            }
        }
        sharpest
    }

    /// How the parties stand together on a topic, in words.
    pub fn accord(self, parties: &[&str], topic: &str) -> &'static str {
        let stand = parties.iter().map(|party| self.stands(party, topic));
        let stated: Vec<_> = stand.filter(|stand| *stand != Stands::Silent).collect();
        match (stated.len(), self.relation(parties, topic)) {
            (0, _) => "No position stated",
            (1, _) => "One voice only",
            (_, Relation::Clash) => "Clash",
            (_, Relation::Differ) => "They differ",
            (_, Relation::Agree) if !stated.contains(&Stands::Contradictory) => "They agree",
            _ => "Cannot be compared",
        }
    }

    /// On how many of these topics it is stated where a party stands.
    pub fn stated(self, party: &str, topics: &[&str]) -> usize {
        let is_stated = |topic: &&&str| self.stands(party, topic) != Stands::Silent;
        topics.iter().filter(is_stated).count()
    }

    /// How many of these cells are empty.
    pub fn empty_cells(self, parties: &[&str], topics: &[&str]) -> usize {
        let silent = |topic: &&str| {
            let silent = parties
                .iter()
                .filter(|party| self.stands(party, topic) == Stands::Silent);
            silent.count()
        };
        topics.iter().map(silent).sum()
    }

    /// By how much of the scale's length, in percent, two parties are apart, and on
    /// how many topics that can be said.
    pub fn apart(self, a: &str, b: &str, topics: &[&str]) -> Option<(usize, usize)> {
        let apart = |topic: &&str| {
            let (a, b) = (
                self.stands(a, topic).value()?,
                self.stands(b, topic).value()?,
            );
            Some((a - b).abs())
        };
        let all: Vec<f64> = topics.iter().filter_map(apart).collect();
        let values: Vec<f64> = self.scale().iter().map(|(.., value)| *value).collect();
        let length = values.last()? - values.first()?;
        let mean = all.iter().sum::<f64>() / all.len() as f64 / length;
        (length > 0.0 && !all.is_empty()).then(|| ((mean * 100.0).round() as usize, all.len()))
    }

    /// The cells, as `party/topic`, that rest on a statement.
    pub fn cells_on(self, statement: &str) -> Vec<String> {
        let mut cells: Vec<String> = Vec::new();
        for stance in self.list("stances") {
            let cell = format!(
                "{}/{}",
                text(stance, "organization_id"),
                text(stance, "topic_id")
            );
            if ids(stance, "statement_ids").contains(&statement) && !cells.contains(&cell) {
                cells.push(cell);
            }
        }
        cells.sort();
        cells
    }

    /// The topics that a statement bears on.
    pub fn topics_of(self, statement: &str) -> Vec<&'a str> {
        let cells = self.cells_on(statement);
        let bears = |topic: &&Value| {
            let rests = |cell: &String| cell.ends_with(&format!("/{}", text(topic, "id")));
            ids(topic, "statement_ids").contains(&statement) || cells.iter().any(rests)
        };
        self.list("topics")
            .iter()
            .filter(bears)
            .map(|topic| text(topic, "id"))
            .collect()
    }

    /// Who makes a statement: the name, and in which office or way.
    pub fn speaker(self, statement: &'a Value) -> Option<(&'a str, &'a str)> {
        if let Some(unnamed) = statement["attribution_text"].as_str() {
            return Some((unnamed, "not named in the article"));
        }
        let id = statement["speaker_id"].as_str()?;
        match self.list("people").iter().find(|person| person["id"] == id) {
            Some(person) => Some((text(person, "name"), text(person, "role"))),
            None => Some((text(self.item("organizations", id), "name"), "")),
        }
    }

    /// The party of whoever makes a statement.
    pub fn party_of(self, statement: &'a Value) -> Option<&'a str> {
        let id = statement["speaker_id"].as_str()?;
        match self.list("people").iter().find(|person| person["id"] == id) {
            Some(person) => Some(text(person, "organization_id")),
            None => Some(id),
        }
    }
}

/// The order of two stances of a cell, the later first. One without a date is the
/// article's own and latest word.
fn later(a: &Value, b: &Value) -> Ordering {
    let since = |stance: &Value| -> (bool, Option<Day>, Option<Day>) {
        match stance["date"].as_str().map(dates::of) {
            None => (true, None, None),
            Some(known) => (false, known.earliest, known.latest),
        }
    };
    since(b).cmp(&since(a))
}

fn between(a: Stands<'_>, b: Stands<'_>) -> Relation {
    match (a, b) {
        (Stands::At(_, a), Stands::At(_, b)) if a * b < 0.0 => Relation::Clash,
        (Stands::At(_, a), Stands::At(_, b)) if (a == 0.0) != (b == 0.0) => Relation::Differ,
        (Stands::At(..), Stands::At(..)) => Relation::Agree,
        (Stands::At(..), Stands::Mixed) | (Stands::Mixed, Stands::At(..)) => Relation::Differ,
        _ => Relation::Unclear,
    }
}

/// Whether words are shown as a quotation: in marks, its own or those around it, and
/// otherwise as they are.
pub(crate) fn is_quoted(shown: &str, words: &str) -> bool {
    const MARKS: &str = "“”„«»‹›‘’‚「」『』\"'";
    let is_mark = |c: char| MARKS.contains(c);
    let within = shown
        .strip_prefix(is_mark)
        .and_then(|rest| rest.strip_suffix(is_mark));
    (shown == words && words.starts_with(is_mark))
        || within.is_some_and(|within| within.trim() == words.trim())
}
