//! A choice as a page speaks of it: the element's `state`, a plain object.

use super::{CellId, Choice, TopicOrder};
use crate::article::{Document, StatementKind, Value};

impl Choice {
    /// The choice as plain data.
    pub fn to_value(&self) -> Value {
        let text = |text: &str| Value::String(text.to_owned());
        let list = |ids: &[String]| Value::Array(ids.iter().map(|id| text(id)).collect());
        let optional = |id: Option<String>| id.map_or(Value::Null, Value::String);
        let kinds = self.kinds.iter().map(|kind| text(kind.id())).collect();
        let fields = [
            ("view", text(self.view.id())),
            ("parties", list(&self.parties)),
            ("partyOrder", text(self.party_order.id())),
            ("topics", list(&self.topics)),
            ("topicOrder", Value::String(self.topic_order.id())),
            ("only", text(self.only.id())),
            ("grouped", Value::Bool(self.grouped)),
            ("kinds", Value::Array(kinds)),
            ("speaker", optional(self.speaker.clone())),
            ("search", text(&self.search)),
            ("arrangement", text(self.arrangement.id())),
            ("versus", list(&self.versus)),
            ("open", optional(self.open.as_ref().map(CellId::name))),
        ];
        Value::Object(fields.map(|(name, value)| (name.into(), value)).to_vec())
    }

    /// The choice with what a page has said of it. What it has not said, or
    /// said in a way that is not understood, stays.
    #[must_use]
    pub fn with(mut self, said: &Value, document: &Document) -> Self {
        let text = |name| said.get(name).and_then(Value::as_str);
        let strings = |name| said.get(name).and_then(Value::as_strings);
        set(&mut self.view, text("view").and_then(|id| id.parse().ok()));
        set(
            &mut self.party_order,
            text("partyOrder").and_then(|id| id.parse().ok()),
        );
        if let Some(Ok(order)) = text("topicOrder").map(str::parse::<TopicOrder>) {
            self.order_topics(order);
        }
        set(
            &mut self.arrangement,
            text("arrangement").and_then(|id| id.parse().ok()),
        );
        set(&mut self.search, text("search").map(str::to_owned));
        match strings("parties") {
            Some(parties) => self.parties = parties,
            // Said of the order alone, it is about the parties as they are.
            None if text("partyOrder").is_some() => self.arrange_parties(document),
            None => {}
        }
        set(&mut self.topics, strings("topics"));
        set(&mut self.versus, strings("versus"));
        set(&mut self.kinds, strings("kinds").map(|ids| kinds(&ids)));
        set(&mut self.only, text("only").and_then(|id| id.parse().ok()));
        if let Some(Value::Bool(grouped)) = said.get("grouped") {
            self.grouped = *grouped;
        }
        match said.get("speaker") {
            Some(Value::String(speaker)) => self.speaker = Some(speaker.clone()),
            Some(Value::Null) => self.speaker = None,
            _ => {}
        }
        match said.get("open") {
            Some(Value::String(cell)) => self.open = Some(CellId::parse(cell)),
            Some(Value::Null) => self.open = None,
            _ => {}
        }
        self
    }
}

fn set<T>(field: &mut T, said: Option<T>) {
    if let Some(said) = said {
        *field = said;
    }
}

/// The kinds of these ids, in their own order; all, when not one is known.
pub(super) fn kinds(ids: &[String]) -> Vec<StatementKind> {
    let named = |kind: &&StatementKind| ids.iter().any(|id| id == kind.id());
    let all = StatementKind::ALL;
    let known: Vec<_> = all.iter().filter(named).copied().collect();
    if known.is_empty() && !ids.is_empty() {
        all.to_vec()
    } else {
        known
    }
}
