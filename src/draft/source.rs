//! Where a draft begins: an article, and what is known of it.

use super::{Action, Draft, Place};

/// An article, as it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// What its headline is.
    pub headline: String,
    /// Where it stands.
    pub url: String,
    /// Who has published it.
    pub publisher: String,
    /// When, as a date.
    pub date: String,
    /// BCP 47 tag of its language; empty where nothing tells it.
    pub language: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Those of them, from 0, that stand beside it and are no part of it.
    pub beside: Vec<usize>,
}

impl Source {
    /// A plain text, a paragraph a line.
    pub fn plain(text: &str) -> Self {
        Self {
            paragraphs: vec![text.to_owned()],
            ..Self::default()
        }
    }

    /// What it tells of the article, by the fields of a document.
    pub fn known(&self) -> [(&'static str, &str); 4] {
        [
            ("headline", &self.headline),
            ("url", &self.url),
            ("publisher", &self.publisher),
            ("date_published", &self.date),
        ]
    }
}

impl Draft {
    /// Begins with an article, in its language or, where nothing tells it, in that
    /// one.
    pub fn begin_with(source: &Source, language: &str) -> Self {
        let own = source.language.trim().replace('_', "-");
        let language = if own.is_empty() { language } else { &own };
        let mut draft = Self::begin(language);
        // Each paragraph for itself: what is one of them says which is beside.
        let mut paragraphs = Vec::new();
        let mut beside = Vec::new();
        for (at, text) in source.paragraphs.iter().enumerate() {
            let own = super::text::normal_paragraphs(std::slice::from_ref(text));
            if source.beside.contains(&at) {
                beside.extend(paragraphs.len()..paragraphs.len() + own.len());
            }
            paragraphs.extend(own);
        }
        draft = draft.after(&Action::SetText(paragraphs));
        for at in beside {
            draft = draft.after(&Action::Keep(at, false));
        }
        for (field, text) in source.known() {
            if !text.is_empty() {
                draft = draft.after(&Action::Write(Place::Article, field, text.to_owned()));
            }
        }
        draft
    }
}
