//! What a new text of the article does to a draft, once it is decided.

use super::text::normal_paragraphs;
use super::written::{object, string, targets};
use super::{Draft, Place, Rewritten};
use crate::article::Value;

impl Draft {
    /// With that text, and with what was decided of the passages: one step.
    pub(super) fn revised(&self, texts: &[String], rewritten: &[Rewritten]) -> Option<Self> {
        let mut next = self.clone();
        for one in rewritten.iter().filter(|one| !one.targets.is_empty()) {
            next = next.rewritten_as(one)?;
        }
        // From the last on, so that places stay what they are.
        for one in rewritten.iter().rev().filter(|one| one.targets.is_empty()) {
            next = next.removed(Place::Statement(one.statement))?;
        }
        // What stands there word for word was read.
        let known = &self.content().paragraphs;
        let paragraphs = normal_paragraphs(texts).into_iter().map(|text| {
            let read = known.iter().any(|one| {
                let has_passage = self.content().passages_in(one.number) > 0;
                one.text == text && !one.is_out && (one.is_read || has_passage)
            });
            let mut fields = vec![("text", string(&text))];
            fields.extend(read.then_some(("read", Value::Bool(true))));
            object(fields)
        });
        next.with_paragraphs(paragraphs)?.counted()
    }

    /// With other passages of a statement.
    pub(super) fn rewritten_as(&self, one: &Rewritten) -> Option<Self> {
        let place = Place::Statement(one.statement);
        let mut next = self.clone();
        if next.targets(one.statement) != one.targets {
            next = next.with(place, "target", Some(targets(&one.targets)))?;
        }
        let paragraph = Value::Number(one.paragraph.into());
        next = next.with(place, "paragraph", Some(paragraph))?;
        match &one.text {
            Some(text) => next.with(place, "text", Some(string(text))),
            None => Some(next),
        }
    }
}
