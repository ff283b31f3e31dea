//! Changes to JSON: what is not changed stays as it is written, and what is new is
//! written as what stands around it.

use super::layout::Layout;
use super::{Field, Json, Part, Sequence, Step, quoted};
use crate::article::Value;
use std::rc::Rc;

impl Json {
    /// The same with something else at the end of a way; none where that leads
    /// nowhere.
    pub fn edited(
        &self,
        way: &[Step],
        change: impl FnOnce(&Self, &Layout) -> Self,
    ) -> Option<Self> {
        self.edited_in(way, &Layout::of_root(self), change)
    }

    /// The same of a value within another one, in which things are laid out so.
    pub fn edited_in(
        &self,
        way: &[Step],
        layout: &Layout,
        change: impl FnOnce(&Self, &Layout) -> Self,
    ) -> Option<Self> {
        let Some((step, rest)) = way.split_first() else {
            return Some(change(self, layout));
        };
        match (self, step) {
            (Self::Object(fields), Step::Field(name)) => {
                let at = fields.parts.iter().rposition(|p| p.value.is_called(name))?;
                let part = &fields.parts[at];
                let inner = layout.of_part(&part.before);
                let value = part.value.value.edited_in(rest, &inner, change)?;
                let mut fields = Sequence::clone(fields);
                fields.parts[at].value.value = value;
                Some(Self::Object(fields.into()))
            }
            (Self::Array(entries), Step::Entry(at)) => {
                let part = entries.parts.get(*at)?;
                let inner = layout.of_part(&part.before);
                let value = part.value.edited_in(rest, &inner, change)?;
                let mut entries = Sequence::clone(entries);
                entries.parts[*at].value = value;
                Some(Self::Array(entries.into()))
            }
            _ => None,
        }
    }

    /// An object with this value in that field, in its place or as the last one;
    /// without the field, where there is no value. Anything else stays as it is.
    pub fn with(&self, name: &str, value: Option<&Value>, layout: &Layout) -> Self {
        let Self::Object(fields) = self else {
            return self.clone();
        };
        let at = fields.parts.iter().rposition(|p| p.value.is_called(name));
        let mut fields = Sequence::clone(fields);
        match (at, value) {
            (None, None) => return self.clone(),
            (Some(at), None) => fields.remove(at),
            (Some(at), Some(value)) => {
                let part = &mut fields.parts[at];
                if part.value.value.value() == *value {
                    return self.clone();
                }
                let layout = layout.in_place_of(&part.before, &part.value.value);
                part.value.value = layout.written(value);
            }
            (None, Some(value)) => {
                let (before, colon) = layout.of_next_field(&fields);
                let field = Field {
                    name: quoted(name).into(),
                    colon,
                    value: layout.of_part(&before).written(value),
                };
                fields.insert(fields.parts.len(), before, field, layout);
            }
        }
        Self::Object(fields.into())
    }

    /// A list with one more entry there. Anything else stays as it is.
    pub fn with_entry(&self, at: usize, value: &Value, layout: &Layout) -> Self {
        let Self::Array(entries) = self else {
            return self.clone();
        };
        let mut entries = Sequence::clone(entries);
        let before = layout.of_next_entry(&entries);
        let entry = layout.of_entry(&entries, &before).written(value);
        let at = at.min(entries.parts.len());
        entries.insert(at, before, entry, layout);
        Self::Array(entries.into())
    }

    /// A list with each of its entries changed. Anything else stays as it is.
    pub fn mapped(
        &self,
        layout: &Layout,
        mut change: impl FnMut(usize, &Self, &Layout) -> Self,
    ) -> Self {
        let Self::Array(entries) = self else {
            return self.clone();
        };
        let mut entries = Sequence::clone(entries);
        for (at, part) in entries.parts.iter_mut().enumerate() {
            part.value = change(at, &part.value, &layout.of_part(&part.before));
        }
        Self::Array(entries.into())
    }

    /// A list without the entries that are not kept.
    pub fn without(&self, is_kept: impl Fn(usize, &Self) -> bool) -> Self {
        let Self::Array(entries) = self else {
            return self.clone();
        };
        let mut entries = Sequence::clone(entries);
        for at in (0..entries.parts.len()).rev() {
            if !is_kept(at, &entries.parts[at].value) {
                entries.remove(at);
            }
        }
        Self::Array(entries.into())
    }

    /// A list with an entry in another place.
    pub fn moved(&self, from: usize, to: usize) -> Self {
        let Self::Array(entries) = self else {
            return self.clone();
        };
        if from.max(to) >= entries.parts.len() {
            return self.clone();
        }
        // The space stays where it is; what it is around goes.
        let mut values: Vec<Json> = self.entries().cloned().collect();
        let value = values.remove(from);
        values.insert(to, value);
        let mut entries = Sequence::clone(entries);
        for (part, value) in entries.parts.iter_mut().zip(values) {
            part.value = value;
        }
        Self::Array(entries.into())
    }
}

impl<T> Sequence<T> {
    fn insert(&mut self, at: usize, before: Rc<str>, value: T, layout: &Layout) {
        if self.parts.is_empty() {
            self.end = layout.of_end(&before);
        }
        let part = Part {
            before,
            value,
            after: "".into(),
        };
        self.parts.insert(at, part);
    }

    fn remove(&mut self, at: usize) {
        let gone = self.parts.remove(at);
        // The first one of a list often stands otherwise than the others.
        if let (0, Some(first)) = (at, self.parts.first_mut()) {
            first.before = gone.before;
        }
        if self.parts.is_empty() {
            self.end = "".into();
        }
    }
}
