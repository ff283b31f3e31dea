//! Somebody who makes a document in the Studio and has a keyboard and nothing else:
//! what they want is a document that there is, and what they press is counted.
//!
//! Prose is theirs, and so is a date or a name that the Studio cannot know; everything
//! else is a key.

mod cast;
mod passages;
mod positions;
mod reading;

pub use reading::places;

use super::Studio;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use standpoint::article::Document;
use std::cell::RefCell;
use std::fmt;
use thirtyfour::Key;

/// How often Tab is pressed at most on the way to something.
const MOST: usize = 400;

/// How many stops of Tab lie between the focus and what has an id.
const STOPS: &str = "const all = [...document.querySelectorAll(
      'button, input, textarea, select, summary, [tabindex]')]
    .filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility());
  const [from, to] = [document.activeElement, document.getElementById('ID')].map((one) => all.indexOf(one));
  return from < 0 || to < 0 ? 0 : to - from;";

/// Somebody at the keyboard.
#[derive(Debug)]
pub struct Author<'a> {
    studio: &'a Studio<'a>,
    /// What the document is to say.
    wanted: &'a Document,
    tally: RefCell<Tally>,
}

/// How many keys were pressed.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// For each statement.
    pub statements: Vec<usize>,
    /// For each stance.
    pub stances: Vec<usize>,
    /// For paragraphs that hold nothing, and on the way to the text.
    pub reading: usize,
    /// For parties, people, topics, the scale, the background and events.
    pub cast: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |what: &str, all: &[usize]| {
            let sum: usize = all.iter().sum();
            let mean = sum as f64 / all.len().max(1) as f64;
            let most = all.iter().max().copied().unwrap_or_default();
            write!(
                f,
                "{} {what}: {sum} keys, {mean:.1} each, {most} at most; ",
                all.len()
            )
        };
        line("statements", &self.statements)?;
        line("stances", &self.stances)?;
        write!(f, "reading {}, cast and events {}", self.reading, self.cast)
    }
}

impl<'a> Author<'a> {
    /// Sits down before the Studio.
    pub fn new(studio: &'a Studio<'a>, wanted: &'a Document) -> Self {
        Self {
            studio,
            wanted,
            tally: RefCell::default(),
        }
    }

    /// Makes all of the document of this text, and tells what it took.
    ///
    /// # Errors
    /// When something cannot be made.
    pub async fn make(&self, text: &str) -> Result<Tally> {
        self.begin(text).await.context("the beginning")?;
        self.tell_of_article().await.context("the article")?;
        self.cast().await.context("the cast")?;
        self.mark(text).await.context("the passages")?;
        self.place().await.context("the positions")?;
        self.tell_of_events().await.context("the events")?;
        self.correct().await.context("the corrections")?;
        Ok(self.tally.borrow().clone())
    }

    /// Presses Tab, or Shift and Tab, until the focus is on what has that id.
    async fn tab_to(&self, id: &str) -> Result<()> {
        let at = format!("return document.activeElement?.id === '{id}'");
        let mut pressed = 0;
        while pressed < MOST {
            if self.studio.page.run(&at).await? == true {
                return Ok(());
            }
            // As often as there are stops in between, by the look of it.
            let stops = self.studio.page.run(&STOPS.replace("ID", id)).await?;
            let stops = stops.as_i64().filter(|stops| *stops != 0).unwrap_or(1);
            let held: &[Key] = if stops < 0 { &[Key::Shift] } else { &[] };
            for _ in 0..stops.unsigned_abs() {
                self.studio.held(held, Key::Tab).await?;
                pressed += 1;
            }
        }
        let last = "return document.activeElement?.outerHTML.slice(0, 200)";
        let last = self.studio.page.run(last).await?;
        anyhow::bail!("Tab does not lead to {id}; last it led to {last}")
    }

    /// Goes to a place by the row of places above.
    async fn go(&self, place: &str) -> Result<()> {
        let in_nav = "return document.activeElement?.closest('nav') !== null
            && document.activeElement !== document.body";
        for _ in 0..6 {
            if self.studio.page.run(in_nav).await? == true {
                break;
            }
            self.studio.press(&[Key::F6]).await?;
        }
        self.tab_to(&format!("go-{place}")).await?;
        self.studio.press(&[Key::Enter]).await
    }

    /// Goes to a pane by F6.
    async fn pane(&self, name: &str) -> Result<()> {
        let here = format!(
            "return document.activeElement?.closest('[data-pane]')?.dataset.pane === '{name}'"
        );
        for _ in 0..6 {
            if self.studio.page.run(&here).await? == true {
                return Ok(());
            }
            self.studio.press(&[Key::F6]).await?;
        }
        anyhow::bail!("F6 does not lead to {name}")
    }

    /// Has prose written, at once, as somebody dictates it: what is counted are keys.
    async fn write(&self, prose: &str) -> Result<()> {
        let prose = Value::from(prose);
        let is_field = "document.activeElement?.matches('input, textarea')";
        let script = format!(
            "return {is_field} ? document.execCommand('insertText', false, {prose}) : null"
        );
        match self.studio.page.run(&script).await? {
            Value::Bool(true) => Ok(()),
            // A list of choices takes letters.
            _ => self.studio.write(prose.as_str().unwrap_or_default()).await,
        }
    }

    /// Goes to a field and writes there, in the place of what there was.
    async fn fill(&self, id: &str, prose: &str) -> Result<()> {
        self.tab_to(id).await?;
        self.studio.held(&[Key::Control], 'a').await?;
        self.write(prose).await
    }

    /// The same, where there is something to write.
    async fn fill_some(&self, id: &str, prose: Option<&str>) -> Result<()> {
        match prose {
            Some(prose) if !prose.is_empty() => self.fill(id, prose).await,
            _ => Ok(()),
        }
    }

    /// Pastes the text, and begins.
    async fn begin(&self, text: &str) -> Result<()> {
        let lines = text.lines().map(|line| format!("<p>{line}</p>"));
        self.studio.copy(&lines.collect::<String>()).await?;
        self.tab_to("field-text").await?;
        self.studio.held(&[Key::Control], 'v').await?;
        self.tab_to("begin").await?;
        self.studio.press(&[Key::Enter]).await?;
        self.studio.is_at("start-marking").await
    }

    /// What is known of the article, and how the document is made.
    async fn tell_of_article(&self) -> Result<()> {
        let (article, review) = (&self.wanted.article, &self.wanted.review);
        let date = article.date_published.as_ref().map(ToString::to_string);
        let all = [
            ("field-article-headline", Some(article.headline.as_str())),
            ("field-article-description", Some(&article.description)),
            ("field-article-url", article.url.as_deref()),
            ("field-article-publisher", article.publisher.as_deref()),
            ("field-article-date_published", date.as_deref()),
            ("field-review-method", Some(&review.method)),
            ("field-review-updated", Some(&review.updated.to_string())),
            ("field-review-contact", review.contact.as_deref()),
            ("field-review-notes", Some(&review.notes.join("\n"))),
        ];
        for (id, prose) in all {
            self.fill_some(id, prose).await.context(id)?;
        }
        self.studio.keys();
        Ok(())
    }

    async fn correct(&self) -> Result<()> {
        let corrections = &self.wanted.review.corrections;
        if corrections.is_empty() {
            return Ok(());
        }
        self.go("article").await?;
        for one in corrections {
            self.fill("correct-date", &one.date.to_string()).await?;
            self.fill("correct-text", &one.text).await?;
            self.tab_to("correct").await?;
            self.studio.press(&[Key::Enter]).await?;
        }
        Ok(())
    }

    /// What the page gives, as it is.
    async fn ask(&self, script: &str) -> Result<Value> {
        let given = self.studio.page.run(script).await?;
        ensure!(!given.is_null(), "nothing is given by {script}");
        Ok(given)
    }
}
