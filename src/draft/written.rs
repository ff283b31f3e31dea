//! What is new in a draft, as values of its document.

use super::Content;
use crate::article::{MIXED, Selector, Speaker, Target, TextQuote, Value};

pub(super) fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

pub(super) fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let fields = fields.into_iter().map(|(name, value)| (name.into(), value));
    Value::Object(fields.collect())
}

/// The field that says who speaks; none for the article itself.
pub(super) fn spoken(speaker: &Speaker) -> Option<(&'static str, Value)> {
    match speaker {
        Speaker::Named(id) => Some(("speaker_id", string(id))),
        Speaker::Unnamed(words) => Some(("attribution_text", string(words))),
        Speaker::Article => None,
    }
}

/// The passages of a statement: one, or a list of several.
pub(super) fn targets(all: &[Target]) -> Value {
    match all {
        [one] => target(one),
        all => Value::Array(all.iter().map(target).collect()),
    }
}

pub(super) fn target(target: &Target) -> Value {
    let quote = |quote: &TextQuote| {
        let mut fields = vec![
            ("type", string("TextQuoteSelector")),
            ("exact", string(&quote.exact)),
        ];
        fields.extend(quote.prefix.as_ref().map(|text| ("prefix", string(text))));
        fields.extend(quote.suffix.as_ref().map(|text| ("suffix", string(text))));
        fields
    };
    let mut fields = match &target.selector {
        Selector::Quote(one) => quote(one),
        Selector::Range(start, end) => vec![
            ("type", string("RangeSelector")),
            ("startSelector", object(quote(start))),
            ("endSelector", object(quote(end))),
        ],
    };
    fields.extend(
        target
            .digest
            .as_ref()
            .map(|digest| ("digest", string(digest))),
    );
    object(fields)
}

impl Content {
    /// An id that no step of a scale has yet.
    pub(super) fn free_step(known: &[String], label: &str) -> String {
        let scale = known.iter().map(|id| super::content::Position {
            id: id.clone(),
            ..Default::default()
        });
        let content = Self {
            scale: scale.collect(),
            ..Self::default()
        };
        content.free_id(label, "step")
    }

    /// An id that nothing has yet, made of a name's letters, or of a word and a number.
    pub(super) fn free_id(&self, name: &str, word: &str) -> String {
        let mut stem = String::new();
        for c in name.chars().flat_map(char::to_lowercase) {
            match c {
                'a'..='z' | '0'..='9' => stem.push(c),
                _ if stem.is_empty() || stem.ends_with('-') => {}
                _ => stem.push('-'),
            }
        }
        let stem = stem.trim_end_matches('-');
        let stem: String = stem.chars().take(40).collect();
        let is_taken = |id: &str| match word {
            "topic" => self.topics.iter().any(|one| one.id == id),
            // The name of standing on both sides is taken.
            "step" => id == MIXED || self.scale.iter().any(|one| one.id == id),
            "event" => self.events.iter().any(|one| one.id == id),
            "s" => self.statements.iter().any(|one| one.id == id),
            _ => {
                self.parties.iter().any(|one| one.id == id)
                    || self.people.iter().any(|one| one.id == id)
            }
        };
        if !stem.is_empty() && !is_taken(&stem) {
            return stem;
        }
        let stem = if stem.is_empty() { word } else { &stem };
        let joint = if word == "s" { "" } else { "-" };
        let mut ids = (1..).map(|n| format!("{stem}{joint}{n}"));
        // There is always one more number.
        ids.find(|id| !is_taken(id)).unwrap_or_default()
    }
}
