//! Parties, people, topics and the scale out of another document: a newsroom's standing
//! cast.

use super::{Draft, Place};
use crate::json::{Json, Step};

impl Draft {
    /// With what another document has and this one has not, by its ids. Only a scale on
    /// which nothing is placed yet gives way.
    pub(super) fn adopting(&self, other: &Self) -> Option<Self> {
        let content = self.content();
        let mut next = self.clone();
        let mut ids: Vec<String> = Vec::new();
        ids.extend(content.parties.iter().map(|one| one.id.clone()));
        ids.extend(content.people.iter().map(|one| one.id.clone()));
        for list in ["organizations", "people", "topics"] {
            if list == "topics" {
                ids = content.topics.iter().map(|one| one.id.clone()).collect();
            }
            let way = [&Place::Document.way()[..], &[Step::Field(list)]].concat();
            let Some(entries) = other.project().at(&way) else {
                continue;
            };
            for entry in entries.entries() {
                let id = entry.get("id").and_then(Json::text).unwrap_or_default();
                if id.is_empty() || ids.contains(&id) {
                    continue;
                }
                ids.push(id);
                let mut value = entry.value();
                if let crate::article::Value::Object(fields) = &mut value {
                    // What its article says of a topic, this one does not.
                    fields.retain(|(name, _)| **name != *"statement_ids");
                }
                next = next.added_to(Place::Document, list, value)?;
            }
        }
        let is_placed = content.stances.iter().any(|one| !one.position.is_empty());
        let way = [&Place::Document.way()[..], &[Step::Field("scale")]].concat();
        if let (false, Some(scale)) = (is_placed, other.project().at(&way)) {
            next = next.with(Place::Document, "scale", Some(scale.value()))?;
        }
        Some(next)
    }
}
