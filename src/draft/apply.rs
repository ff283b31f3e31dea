//! What an action does to a draft.

use super::text::normal_paragraphs;
use super::written::{object, spoken, string, targets};
use super::{Action, Content, Draft, Place};
use crate::article::{Value, paragraphs};
use crate::json::{Json, Step};
use crate::revise::text_digest;

/// Fields that a document must have: an empty text stays in its place.
const REQUIRED: [&str; 11] = [
    "headline",
    "description",
    "method",
    "name",
    "short_name",
    "classification",
    "role",
    "question",
    "language",
    "label",
    "start_date",
];

impl Draft {
    /// The draft after an action; the same where that changes nothing.
    pub fn after(&self, action: &Action) -> Self {
        self.try_after(action).unwrap_or_else(|| self.clone())
    }

    fn try_after(&self, action: &Action) -> Option<Self> {
        let content = self.content();
        let is_open = content.statements.is_empty();
        match action {
            Action::SetText(texts) => {
                let next = self.with_paragraphs(
                    normal_paragraphs(texts)
                        .iter()
                        .map(|text| object([("text", string(text))])),
                )?;
                if is_open { next.counted() } else { Some(next) }
            }
            Action::Keep(at, is_in) if is_open => self.flagged(*at, "out", !is_in)?.counted(),
            Action::Join(at) if is_open => {
                let (one, next) = (
                    content.paragraphs.get(*at)?,
                    content.paragraphs.get(at + 1)?,
                );
                let text = format!("{} {}", one.text, next.text);
                self.rewritten(*at, 2, &[text])
            }
            Action::Split(at, unit) if is_open => {
                let text = &content.paragraphs.get(*at)?.text;
                let units: Vec<u16> = text.encode_utf16().collect();
                let (one, next) = units.split_at_checked(*unit)?;
                // In the middle of a character nothing is split.
                let (one, next) = (
                    String::from_utf16(one).ok()?,
                    String::from_utf16(next).ok()?,
                );
                let parts = normal_paragraphs(&[one, next]);
                (parts.len() == 2).then(|| self.rewritten(*at, 1, &parts))?
            }
            Action::Keep(..) | Action::Join(_) | Action::Split(..) => None,
            Action::Read(at, is_read) => self.flagged(*at, "read", *is_read),
            Action::Write(place, field, text) => self.written(*place, field, text),
            Action::List(place, field, texts) => {
                let list = Value::Array(texts.iter().map(|text| string(text)).collect());
                self.with(*place, field, (!texts.is_empty()).then_some(list))
            }
            Action::Number(place, field, number) => {
                let may_go = *field != "value";
                match number.filter(|number| number.is_finite()) {
                    None if !may_go => None,
                    number => self.with(*place, field, number.map(Value::Number)),
                }
            }
            Action::SetScale(steps) => {
                let is_placed = content.stances.iter().any(|one| !one.position.is_empty());
                let mut ids: Vec<String> = Vec::new();
                let steps = steps.iter().map(|(label, value)| {
                    let id = Content::free_step(&ids, label);
                    ids.push(id.clone());
                    step(&id, label, *value)
                });
                let steps = Value::Array(steps.collect());
                (!is_placed).then(|| self.with(Place::Document, "scale", Some(steps)))?
            }
            Action::AddPosition(label, value) => {
                let known: Vec<String> = content.scale.iter().map(|one| one.id.clone()).collect();
                let id = Content::free_step(&known, label);
                self.added_to(Place::Document, "scale", step(&id, label, *value))
            }
            Action::AddEvent(name) => {
                let id = content.free_id(name, "event");
                let event = [
                    ("id", &*id),
                    ("name", name),
                    ("start_date", ""),
                    ("description", ""),
                ];
                self.added("events", event.map(|(field, text)| (field, string(text))))
            }
            Action::Adopt(other) => self.adopting(other),
            Action::AddParty(name) => {
                let id = content.free_id(name, "party");
                let party = [
                    ("id", &*id),
                    ("name", name),
                    ("short_name", name),
                    ("classification", ""),
                ];
                self.added(
                    "organizations",
                    party.map(|(field, text)| (field, string(text))),
                )
            }
            Action::AddPerson(name, party) => {
                let id = content.free_id(name, "person");
                let mut person = vec![
                    ("id", string(&id)),
                    ("name", string(name)),
                    ("role", string("")),
                ];
                person.extend(party.as_ref().map(|id| ("organization_id", string(id))));
                self.added("people", person)
            }
            Action::AddTopic(name) => {
                let id = content.free_id(name, "topic");
                let topic = [("id", &*id), ("name", name), ("question", "")];
                self.added("topics", topic.map(|(field, text)| (field, string(text))))
            }
            Action::Mark(mark) => {
                let id = content.free_id("", "s");
                let mut fields = vec![("id", string(&id))];
                fields.extend(mark.speaker.as_ref().and_then(spoken));
                fields.extend([
                    ("kind", string(mark.kind.id())),
                    ("text", string(&mark.text)),
                    ("paragraph", Value::Number(mark.paragraph.into())),
                    ("target", targets(&mark.targets)),
                ]);
                self.added("statements", fields)
            }
            Action::Rewrite(rewritten) => self.rewritten_as(rewritten),
            Action::Wave(words) => {
                let entry = string(words);
                let list = [Step::Field("waved")];
                let there = self.edited(&list, |json, layout| {
                    json.with_entry(usize::MAX, &entry, layout)
                });
                let list = Value::Array(vec![string(words)]);
                there.or_else(|| {
                    self.edited(&[], |json, layout| json.with("waved", Some(&list), layout))
                })
            }
            Action::Several(_, all) => {
                let mut next = self.clone();
                for action in all {
                    next = next.try_after(action)?;
                }
                Some(next)
            }
            Action::Voice(at, kind) => {
                let place = Place::Statement(*at);
                let next = self.written(place, "kind", kind.id())?;
                match kind.has_speaker() {
                    true => Some(next),
                    false => next.unspoken(place),
                }
            }
            Action::Speak(at, speaker) => {
                let place = Place::Statement(*at);
                let next = self.unspoken(place)?;
                match spoken(speaker) {
                    Some((field, value)) => next.with(place, field, Some(value)),
                    None => Some(next),
                }
            }
            Action::Rest {
                stance,
                party,
                topic,
                statements,
            } => self.rested(*stance, party, topic, statements),
            Action::Revise(texts, rewritten) => self.revised(texts, rewritten),
            Action::Correct(date, text) => {
                let entry = object([("date", string(date)), ("text", string(text))]);
                let next = self.added_to(Place::Review, "corrections", entry)?;
                next.with(Place::Review, "updated", Some(string(date)))
            }
            Action::KeepVersion(name, time) => self.keeping(name, time),
            Action::Restore(at) => self.restored(*at),
            Action::ForgetVersion(at) => self.forgetting(*at),
            Action::Remove(place) => self.removed(*place),
            Action::Move(place, to) => {
                let (list, at) = place.entry()?;
                self.edited(&list_way(list), |json, _| json.moved(at, *to))
            }
        }
    }

    pub(super) fn with(&self, place: Place, field: &str, value: Option<Value>) -> Option<Self> {
        self.edited(&place.way(), |json, layout| {
            json.with(field, value.as_ref(), layout)
        })
    }

    fn written(&self, place: Place, field: &str, text: &str) -> Option<Self> {
        let is_kept = !text.is_empty() || REQUIRED.contains(&field);
        self.with(place, field, is_kept.then(|| string(text)))
    }

    fn unspoken(&self, place: Place) -> Option<Self> {
        let next = self.with(place, "speaker_id", None)?;
        next.with(place, "attribution_text", None)
    }

    /// With an entry more at the end of a list in a place, which may not be there yet.
    pub(super) fn added_to(&self, place: Place, list: &'static str, entry: Value) -> Option<Self> {
        let way = [&place.way()[..], &[Step::Field(list)]].concat();
        let there = self.edited(&way, |json, layout| {
            json.with_entry(usize::MAX, &entry, layout)
        });
        there.or_else(|| self.with(place, list, Some(Value::Array(vec![entry]))))
    }

    fn added<'a>(
        &self,
        list: &'static str,
        fields: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> Option<Self> {
        // A document may leave a list out that it has no use for.
        self.added_to(Place::Document, list, object(fields))
    }

    fn rested(
        &self,
        stance: Option<usize>,
        party: &str,
        topic: &str,
        statements: &[String],
    ) -> Option<Self> {
        let list = Value::Array(statements.iter().map(|id| string(id)).collect());
        match stance {
            Some(at) if statements.is_empty() => self.removed(Place::Stance(at)),
            Some(at) => self.with(Place::Stance(at), "statement_ids", Some(list)),
            None if statements.is_empty() => None,
            None => self.added(
                "stances",
                [
                    ("organization_id", string(party)),
                    ("topic_id", string(topic)),
                    ("statement_ids", list),
                ],
            ),
        }
    }

    /// Without something, and without what cannot be without it.
    pub(super) fn removed(&self, place: Place) -> Option<Self> {
        let (list, at) = place.entry()?;
        let content = self.content();
        let mut next = self.edited(&list_way(list), |json, _| json.without(|n, _| n != at))?;
        match place {
            Place::Statement(_) => {
                let id = &content.statements.get(at)?.id;
                next = next.without_statement(id)?;
            }
            Place::Party(_) => {
                let id = &content.parties.get(at)?.id;
                next = next.without_stances(|json| is(json, "organization_id", id))?;
            }
            Place::Position(_) => {
                let id = &content.scale.get(at)?.id;
                // What stands on it would stand nowhere.
                if content.stances.iter().any(|one| one.position == *id) {
                    return None;
                }
            }
            Place::Topic(_) => {
                let id = &content.topics.get(at)?.id;
                next = next.without_stances(|json| is(json, "topic_id", id))?;
            }
            _ => {}
        }
        Some(next)
    }

    fn without_stances(&self, goes: impl Fn(&Json) -> bool) -> Option<Self> {
        if self.content().stances.is_empty() {
            return Some(self.clone());
        }
        self.edited(&list_way("stances"), |json, _| {
            json.without(|_, one| !goes(one))
        })
    }

    /// Nothing rests on a statement any more; a position that rests on nothing else
    /// goes with it.
    fn without_statement(&self, id: &str) -> Option<Self> {
        let is_it = |json: &Json| json.text().is_some_and(|text| text == id);
        let mut next = self.clone();
        for list in ["stances", "topics", "events"] {
            let way = list_way(list);
            let count = next
                .project()
                .at(&way)
                .map_or(0, |json| json.entries().count());
            for at in 0..count {
                let way = [&way[..], &[Step::Entry(at), Step::Field("statement_ids")]].concat();
                if next
                    .project()
                    .at(&way)
                    .is_some_and(|ids| ids.entries().any(is_it))
                {
                    next = next.edited(&way, |ids, _| ids.without(|_, one| !is_it(one)))?;
                }
            }
        }
        next.without_stances(|json| {
            json.get("statement_ids")
                .is_some_and(|ids| ids.entries().next().is_none())
        })
    }

    pub(super) fn with_paragraphs(&self, paragraphs: impl Iterator<Item = Value>) -> Option<Self> {
        let paragraphs = Value::Array(paragraphs.collect());
        self.edited(&[Step::Field("text")], |json, layout| {
            json.with("paragraphs", Some(&paragraphs), layout)
        })
    }

    fn flagged(&self, at: usize, flag: &str, is_set: bool) -> Option<Self> {
        let value = is_set.then_some(Value::Bool(true));
        let way = [&TEXT[..], &[Step::Entry(at)]].concat();
        self.edited(&way, |json, layout| json.with(flag, value.as_ref(), layout))
    }

    /// Other paragraphs in the place of some.
    fn rewritten(&self, at: usize, count: usize, texts: &[String]) -> Option<Self> {
        let next = self.edited(&TEXT, |json, layout| {
            let mut json = json.without(|n, _| n < at || n >= at + count);
            for (n, text) in texts.iter().enumerate() {
                json = json.with_entry(at + n, &object([("text", string(text))]), layout);
            }
            json
        })?;
        next.counted()
    }

    /// With the number of paragraphs and the digest of the text in the document.
    pub(super) fn counted(&self) -> Option<Self> {
        let kept: Vec<&str> = self.content().kept().map(|one| one.text.as_str()).collect();
        let (count, digest) = match kept.len() {
            0 => (None, None),
            n => {
                let digest = text_digest(&paragraphs(&kept.join("\n")));
                (Some(Value::Number(n as f64)), Some(string(&digest)))
            }
        };
        let next = self.with(Place::Article, "paragraphs", count)?;
        next.with(Place::Article, "text_digest", digest)
    }
}

const TEXT: [Step; 2] = [Step::Field("text"), Step::Field("paragraphs")];

fn list_way(list: &'static str) -> [Step; 2] {
    [Step::Field("document"), Step::Field(list)]
}

fn step(id: &str, label: &str, value: f64) -> Value {
    object([
        ("id", string(id)),
        ("label", string(label)),
        ("value", Value::Number(value)),
    ])
}

fn is(json: &Json, field: &str, text: &str) -> bool {
    json.get(field)
        .and_then(Json::text)
        .is_some_and(|found| found == text)
}
