//! Versions that somebody has given a name, or that were published: whole, in the
//! project.

use super::written::{object, string};
use super::{Draft, Place};
use crate::article::Value;
use crate::json::{Json, Step};
use crate::revise::text_digest;

impl Draft {
    /// With the present version kept under a name; the same as the last one is not kept
    /// again.
    pub(super) fn keeping(&self, name: &str, time: &str) -> Option<Self> {
        let digest = text_digest(&[self.exported()]);
        let last = self.content().versions.last();
        if last.is_some_and(|last| last.digest == digest && last.name == name) {
            return None;
        }
        let part = |way: &[Step]| self.project().at(way).map(Json::to_string);
        let entry = object([
            ("name", string(name)),
            ("time", string(time)),
            ("digest", string(&digest)),
            // As texts: what is in them comes back as it was written.
            ("document", string(&part(&Place::Document.way())?)),
            ("text", string(&part(&[Step::Field("text")])?)),
        ]);
        let way = [Step::Field("versions")];
        let there = self.edited(&way, |json, layout| {
            json.with_entry(usize::MAX, &entry, layout)
        });
        there.or_else(|| {
            let list = Value::Array(vec![entry]);
            self.edited(&[], |json, layout| {
                json.with("versions", Some(&list), layout)
            })
        })
    }

    /// With a version that was kept in the place of the present one.
    pub(super) fn restored(&self, at: usize) -> Option<Self> {
        let part = |name: &'static str| {
            let way = [Step::Field("versions"), Step::Entry(at), Step::Field(name)];
            Json::parse(&self.project().at(&way)?.text()?)
        };
        let (document, text) = (part("document")?, part("text")?);
        let next = self.edited(&Place::Document.way(), |_, _| document)?;
        next.edited(&[Step::Field("text")], |_, _| text)
    }

    /// Without a version that was kept.
    pub(super) fn forgetting(&self, at: usize) -> Option<Self> {
        self.content().versions.get(at)?;
        self.edited(&[Step::Field("versions")], |json, _| {
            json.without(|n, _| n != at)
        })
    }
}
