//! A choice as a page speaks of it: the element's `state`, a plain object.

use super::Choice;
use super::named::{cell_name, cell_of_name, party_ids, topic_ids};
use super::vocabulary::TopicOrder;
use crate::article::Value;
use crate::comparison::Index;

impl Choice {
    /// The choice as plain data.
    pub fn to_value(&self, index: &Index) -> Value {
        let text = |text: &str| Value::String(text.to_owned());
        let list = |ids: Vec<&str>| Value::Array(ids.into_iter().map(text).collect());
        let optional = |id: Option<String>| id.map_or(Value::Null, Value::String);
        let speaker = self.speaker.map(|speaker| index.key_of(speaker).to_owned());
        let fields = [
            ("view", text(self.view.id())),
            ("parties", list(party_ids(index, &self.parties))),
            ("partyOrder", text(self.party_order.id())),
            ("topics", list(topic_ids(index, &self.topics))),
            ("topicOrder", Value::String(self.topic_order.name(index))),
            ("only", text(self.only.id())),
            ("grouped", Value::Bool(self.grouped)),
            (
                "kinds",
                list(self.kinds.iter().map(|kind| kind.id()).collect()),
            ),
            ("speaker", optional(speaker)),
            ("search", text(&self.search)),
            ("arrangement", text(self.arrangement.id())),
            ("versus", list(party_ids(index, &self.versus))),
            (
                "open",
                optional(self.open.map(|cell| cell_name(index, cell))),
            ),
        ];
        Value::Object(fields.map(|(name, value)| (name.into(), value)).to_vec())
    }

    /// The choice with what a page has said of it. What it has not said, or
    /// said in a way that is not understood, stays.
    #[must_use]
    pub fn with(mut self, said: &Value, index: &Index) -> Self {
        let text = |name| said.get(name).and_then(Value::as_str);
        let strings = |name| said.get(name).and_then(Value::as_strings);
        set(&mut self.view, text("view").and_then(|id| id.parse().ok()));
        set(
            &mut self.party_order,
            text("partyOrder").and_then(|id| id.parse().ok()),
        );
        let order = text("topicOrder").and_then(|name| TopicOrder::of_name(index, name));
        if let Some(order) = order {
            self.order_topics(order);
        }
        set(
            &mut self.arrangement,
            text("arrangement").and_then(|id| id.parse().ok()),
        );
        set(&mut self.search, text("search").map(str::to_owned));
        match strings("parties") {
            Some(parties) => self.name_parties(index, &parties),
            // Said of the order alone, it is about the parties as they are.
            None if text("partyOrder").is_some() => self.arrange_parties(index),
            None => {}
        }
        if let Some(topics) = strings("topics") {
            self.name_topics(index, &topics);
        }
        if let Some(versus) = strings("versus") {
            self.name_versus(index, &versus);
        }
        if let Some(kinds) = strings("kinds") {
            self.name_kinds(&kinds);
        }
        set(&mut self.only, text("only").and_then(|id| id.parse().ok()));
        if let Some(Value::Bool(grouped)) = said.get("grouped") {
            self.grouped = *grouped;
        }
        match said.get("speaker") {
            Some(Value::String(speaker)) => self.speaker = index.whose(speaker),
            Some(Value::Null) => self.speaker = None,
            _ => {}
        }
        match said.get("open") {
            Some(Value::String(cell)) => self.open = cell_of_name(index, cell),
            Some(Value::Null) => self.open = None,
            _ => {}
        }
        self.settled(index)
    }
}

fn set<T>(field: &mut T, said: Option<T>) {
    if let Some(said) = said {
        *field = said;
    }
}
