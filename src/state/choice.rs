//! A reader's choice: what a link, a setting or a click can say.

use crate::article::{Document, Value};
use std::fmt;
use std::str::FromStr;

/// A way to look at the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Topics by parties.
    #[default]
    Matrix,
    /// Two parties side by side.
    Versus,
}

impl View {
    /// All views, in the order of their tabs.
    pub const ALL: [Self; 2] = [Self::Matrix, Self::Versus];

    /// The name in an attribute or a link.
    pub fn id(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Versus => "versus",
        }
    }
}

impl FromStr for View {
    type Err = ();

    fn from_str(id: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|view| view.id() == id).ok_or(())
    }
}

/// A cell, by the ids of its party and its topic.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellId {
    /// The party; none for the background of a topic.
    pub organization_id: Option<String>,
    /// The topic.
    pub topic_id: String,
}

impl CellId {
    /// The cell of a party and a topic.
    pub fn new(organization_id: &str, topic_id: &str) -> Self {
        Self {
            organization_id: Some(organization_id.to_owned()),
            topic_id: topic_id.to_owned(),
        }
    }

    /// The background of a topic.
    pub fn background(topic_id: &str) -> Self {
        Self {
            organization_id: None,
            topic_id: topic_id.to_owned(),
        }
    }

    /// Reads what [`CellId`] displays as: `topic` or `party/topic`.
    pub fn parse(text: &str) -> Self {
        match text.split_once('/') {
            Some((organization, topic)) => Self::new(organization, topic),
            None => Self::background(text),
        }
    }

    /// Whether the document has such a cell.
    pub fn is_of(&self, document: &Document) -> bool {
        let party = self.organization_id.as_deref();
        document.topic(&self.topic_id).is_some()
            && party.is_none_or(|id| document.organization(id).is_some())
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.organization_id {
            Some(organization) => write!(f, "{organization}/{}", self.topic_id),
            None => f.write_str(&self.topic_id),
        }
    }
}

/// What the reader has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The way to look at it.
    pub view: View,
    /// The parties that are shown, in the order in which they are.
    pub parties: Vec<String>,
    /// The topics that are shown.
    pub topics: Vec<String>,
    /// The two parties of the versus view; the same twice in a document of one.
    pub versus: [String; 2],
    /// The cell whose evidence is open.
    pub open: Option<CellId>,
}

impl Choice {
    /// Everything of a document, as it is first shown.
    pub fn of(document: &Document) -> Self {
        let parties: Vec<String> = document
            .organizations
            .iter()
            .map(|o| o.id.clone())
            .collect();
        Self {
            view: View::default(),
            topics: document.topics.iter().map(|t| t.id.clone()).collect(),
            versus: sharpest_pair(document),
            parties,
            open: None,
        }
    }

    /// The choice as a page sees it: the element's `state`.
    pub fn to_value(&self) -> Value {
        let list = |ids: &[String]| Value::Array(ids.iter().cloned().map(Value::String).collect());
        let open = self
            .open
            .as_ref()
            .map_or(Value::Null, |cell| Value::String(cell.to_string()));
        let fields = [
            ("view", Value::String(self.view.id().to_owned())),
            ("parties", list(&self.parties)),
            ("topics", list(&self.topics)),
            ("versus", list(&self.versus)),
            ("open", open),
        ];
        Value::Object(
            fields
                .map(|(name, value)| (name.to_owned(), value))
                .to_vec(),
        )
    }

    /// The choice with what a page has said of it; what it has not said, or
    /// said in a way that is not understood, stays.
    #[must_use]
    pub fn with(mut self, said: &Value) -> Self {
        let strings = |name| said.get(name).and_then(Value::as_strings);
        if let Some(view) = said
            .get("view")
            .and_then(Value::as_str)
            .and_then(|id| id.parse().ok())
        {
            self.view = view;
        }
        if let Some(parties) = strings("parties") {
            self.parties = parties;
        }
        if let Some(topics) = strings("topics") {
            self.topics = topics;
        }
        if let Some(Ok(versus)) = strings("versus").map(TryInto::try_into) {
            self.versus = versus;
        }
        match said.get("open") {
            Some(Value::String(cell)) => self.open = Some(CellId::parse(cell)),
            Some(Value::Null) => self.open = None,
            _ => {}
        }
        self
    }

    /// The choice without what the document does not have: a link may be older
    /// than the document, or mistyped. A list of which nothing is left shows
    /// all.
    #[must_use]
    pub fn known_to(mut self, document: &Document) -> Self {
        let all = Self::of(document);
        keep_known(&mut self.parties, all.parties);
        keep_known(&mut self.topics, all.topics);
        let known = |id: &String| document.organization(id).is_some();
        if !self.versus.iter().all(known) {
            self.versus = all.versus;
        }
        self.open = self.open.filter(|cell| cell.is_of(document));
        self
    }
}

fn keep_known(ids: &mut Vec<String>, all: Vec<String>) {
    let mut kept: Vec<String> = Vec::new();
    for id in ids.drain(..) {
        if all.contains(&id) && !kept.contains(&id) {
            kept.push(id);
        }
    }
    *ids = if kept.is_empty() { all } else { kept };
}

/// The two parties that clash most, and of those the ones of which most can be
/// compared: where a reader who opens the versus view sees something.
fn sharpest_pair(document: &Document) -> [String; 2] {
    use crate::comparison::versus;
    let topics: Vec<_> = document.topics.iter().collect();
    let mut best: Option<((usize, usize), [String; 2])> = None;
    for (i, left) in document.organizations.iter().enumerate() {
        for right in &document.organizations[i + 1..] {
            let (_, tally) = versus(document, left, right, &topics);
            let score = (tally.clash, tally.comparable());
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, [left.id.clone(), right.id.clone()]));
            }
        }
    }
    best.map_or_else(
        || {
            let only = document
                .organizations
                .first()
                .map(|o| o.id.clone())
                .unwrap_or_default();
            [only.clone(), only]
        },
        |(_, pair)| pair,
    )
}
