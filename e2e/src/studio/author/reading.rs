//! Reading: paragraph by paragraph, each passage marked where it stands.

use super::Author;
use super::passages::Paragraph;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use standpoint::anchoring::Icu;
use standpoint::article::{Speaker, Statement, StatementKind};
use standpoint::draft::{Action, Draft, Passages, Span, is_quoted, slice, units};
use thirtyfour::Key;

/// Sentences and words of the text, as the browser parts it.
const PARTED: &str = "const parts = (granularity) => (text) =>
    [...new Intl.Segmenter(LANGUAGE, { granularity }).segment(text)]
      .filter((one) => granularity === 'sentence' ? one.segment.trim() : one.isWordLike)
      .map(({ segment, index }) => {
        const trimmed = segment.trim();
        const from = index + segment.indexOf(trimmed);
        return [from, from + trimmed.length];
      });
  return [...document.querySelectorAll('#text > p')].map((p) =>
    ({ text: p.textContent, sentences: parts('sentence')(p.textContent), words: parts('word')(p.textContent) }));";

/// Where each statement of a document has its first passage in a text, even with other
/// words between its ends.
///
/// # Errors
/// When one has none.
pub fn places(statements: &[Statement], language: &str, text: &str) -> Result<Vec<Span>> {
    let lines = text.lines().map(str::to_owned).collect();
    let draft = Draft::begin(language).after(&Action::SetText(lines));
    let passages = Passages::new(draft.content(), Icu::new(language));
    let places = statements.iter().map(|one| {
        let target = one.targets.first();
        let place = target.and_then(|target| passages.changed(target));
        place.with_context(|| format!("{} has no passage in the text", one.id))
    });
    places.collect()
}

impl Author<'_> {
    /// Marks every passage.
    pub(super) async fn mark(&self, text: &str) -> Result<()> {
        let places = places(&self.wanted.statements, &self.wanted.language, text)?;
        self.go("mark").await?;
        self.pane("text").await?;
        self.studio.held(&[Key::Control], Key::Home).await?;
        let paragraphs = self.paragraphs().await?;
        let mut caret = (0, 0);
        for (paragraph, parted) in paragraphs.iter().enumerate() {
            let here = self.wanted.statements.iter().zip(&places).enumerate();
            let here: Vec<_> = here
                .filter(|(_, (_, place))| place.paragraph == paragraph)
                .collect();
            if here.is_empty() {
                if caret.0 != paragraph {
                    self.studio.press(&['u']).await?;
                }
                self.studio.press(&['r']).await?;
                caret = (paragraph, 0);
                self.tally.borrow_mut().reading += self.studio.keys();
            }
            for (at, (statement, place)) in here {
                let is_there = caret.0 == paragraph;
                let is_next = caret.0 + 1 == paragraph;
                let is_over = paragraphs[caret.0]
                    .words
                    .iter()
                    .all(|word| word.1 <= caret.1);
                if !is_there {
                    if !(is_next && is_over) {
                        self.studio.press(&['u']).await?;
                    }
                    caret = (paragraph, 0);
                }
                self.statement(at, statement, place, parted, caret.1)
                    .await
                    .with_context(|| statement.id.clone())?;
                caret = (paragraph, place.to);
                let keys = self.studio.keys();
                self.tally.borrow_mut().statements.push(keys);
            }
        }
        Ok(())
    }

    async fn paragraphs(&self) -> Result<Vec<Paragraph>> {
        let language = Value::from(self.wanted.language.as_str()).to_string();
        let parted = self.ask(&PARTED.replace("LANGUAGE", &language)).await?;
        let pairs = |all: &Value| -> Vec<(usize, usize)> {
            let all: Vec<(usize, usize)> = serde_json::from_value(all.clone()).unwrap_or_default();
            all
        };
        let all = parted.as_array().cloned().unwrap_or_default();
        ensure!(!all.is_empty(), "there is no text");
        let all = all.iter().map(|one| Paragraph {
            text: one["text"].as_str().unwrap_or_default().to_owned(),
            sentences: pairs(&one["sentences"]),
            words: pairs(&one["words"]),
        });
        Ok(all.collect())
    }

    /// Marks a passage of the paragraph in which the caret is, and is back in the text.
    async fn statement(
        &self,
        at: usize,
        wanted: &Statement,
        place: &Span,
        paragraph: &Paragraph,
        caret: usize,
    ) -> Result<()> {
        let passage = (place.from, place.to);
        let words = slice(&paragraph.text, place.from, place.to);
        let keys = paragraph.keys(caret, passage);
        for one in keys.with_context(|| format!("no keys take “{words}”"))? {
            self.studio.held(&one.held, one.key).await?;
        }
        self.studio.takes(words).await?;
        let is_quotation = wanted.kind == StatementKind::DirectQuote;
        if !is_quotation || !is_quoted(&paragraph.text, place.from, place.to) {
            let kind = StatementKind::ALL
                .iter()
                .position(|one| *one == wanted.kind);
            let digit = char::from_digit(u32::try_from(kind.unwrap_or(0) + 1)?, 10);
            self.studio.press(&[digit.context("a digit")?]).await?;
        }
        self.studio.press(&[Key::Enter]).await?;
        if wanted.kind.has_speaker() {
            self.studio.is_at("speaker").await?;
            self.speaker(at, &wanted.speaker).await?;
        }
        if is_quotation {
            self.studio.is_at("text").await?;
            if wanted.date.is_some() {
                self.studio.press(&['d']).await?;
            }
        } else {
            self.studio
                .is_at(&format!("field-statement{at}-text"))
                .await?;
            self.write(&wanted.text).await?;
            if wanted.date.is_some() {
                self.studio.press(&[Key::Tab]).await?;
            }
        }
        if let Some(date) = &wanted.date {
            self.studio
                .is_at(&format!("field-statement{at}-date"))
                .await?;
            self.write(&date.to_string()).await?;
        }
        if !is_quotation || wanted.date.is_some() {
            self.studio.held(&[Key::Control], Key::Enter).await?;
        }
        self.studio.is_at("text").await
    }

    /// Says who speaks: by as few letters of a name as there can be.
    async fn speaker(&self, at: usize, wanted: &Speaker) -> Result<()> {
        let id = match wanted {
            Speaker::Named(id) => id,
            Speaker::Unnamed(words) => {
                self.write(words).await?;
                return self.studio.press(&[Key::Down, Key::Enter]).await;
            }
            Speaker::Article => anyhow::bail!("the article is not asked who speaks"),
        };
        let people = self.wanted.people.iter().map(|one| (&one.id, &one.name));
        let parties = self
            .wanted
            .organizations
            .iter()
            .map(|one| (&one.id, &one.name));
        let known: Vec<_> = people.chain(parties).collect();
        let before = self.wanted.statements[..at].iter().rev();
        let mut last = before.map(|one| &one.speaker);
        let last = last.find(|one| **one != Speaker::Article);
        let offered = |typed: &str| {
            let begins = |name: &str| {
                let name = name.to_lowercase();
                name.starts_with(typed) || name.split_whitespace().any(|w| w.starts_with(typed))
            };
            let mut all: Vec<_> = known.iter().filter(|(_, name)| begins(name)).collect();
            all.sort_by_key(|one| last != Some(&Speaker::Named(one.0.clone())));
            all.iter().position(|one| one.0 == id)
        };
        let name = known.iter().find(|one| one.0 == id);
        let (_, name) = name.context("a speaker that there is")?;
        let name = name.to_lowercase();
        let beginnings = name
            .split_whitespace()
            .flat_map(|word| (1..4).map(|n| word.chars().take(n).collect::<String>()));
        let ways = [String::new()].into_iter().chain(beginnings);
        let ways = ways.filter_map(|typed| Some((offered(&typed)?, typed)));
        let way = ways.min_by_key(|(downs, typed)| downs + units(typed));
        let (downs, typed) = way.context("a name")?;
        for letter in typed.chars() {
            self.studio.press(&[letter]).await?;
        }
        for _ in 0..downs {
            self.studio.press(&[Key::Down]).await?;
        }
        self.studio.press(&[Key::Enter]).await
    }
}
