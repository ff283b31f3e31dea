//! The Studio's page, used as somebody uses it who has a keyboard and nothing else.

pub mod author;
mod files;
mod marking;
mod pasting;
mod project;

pub use project::{project, whole_project};

use crate::{Browser, Origin, Page, Server, Session};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::cell::Cell;
use thirtyfour::Key;

/// What Firefox lets scripts see of a page is not what the page sees itself.
const PAGE: &str = "(window.wrappedJSObject ?? window)";

/// The Studio in a browser.
#[derive(Debug)]
pub struct Studio<'a> {
    /// The page that it is.
    pub page: Page<'a>,
    session: &'a Session,
    /// How many keys were pressed that are no prose.
    keys: Cell<usize>,
}

impl<'a> Studio<'a> {
    /// Opens the Studio.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(session: &'a Session, server: &Server, origin: Origin) -> Result<Self> {
        Self::open_page(session, server, origin, "studio.html").await
    }

    /// Opens it as a page of that name.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open_page(
        session: &'a Session,
        server: &Server,
        origin: Origin,
        name: &str,
    ) -> Result<Self> {
        let page = Page::open_only(session, server, origin, name).await?;
        let studio = Self {
            page,
            session,
            keys: Cell::new(0),
        };
        studio
            .wait("document.querySelector('#begin') !== null")
            .await?;
        Ok(studio)
    }

    /// The browser that it is in.
    pub fn browser(&self) -> Browser {
        self.session.browser
    }

    /// Begins with this text, as if it were pasted.
    ///
    /// # Errors
    /// When the Studio does not take it.
    pub async fn begin(&self, text: &str) -> Result<()> {
        let text = Value::from(text);
        self.page
            .run(&format!(
                "document.querySelector('#field-text').value = {text};"
            ))
            .await?;
        self.go("begin").await?;
        self.wait("document.querySelector('#start-marking') !== null")
            .await
    }

    /// Has the focus on a button, and presses it.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn go(&self, id: &str) -> Result<()> {
        self.focus(id).await?;
        self.press(&[Key::Enter]).await
    }

    /// Has the focus there.
    ///
    /// # Errors
    /// When it is not there, or cannot have it.
    pub async fn focus(&self, id: &str) -> Result<()> {
        self.wait(&format!("document.getElementById('{id}') !== null"))
            .await?;
        self.page
            .run(&format!("document.getElementById('{id}').focus()"))
            .await?;
        self.is_at(id).await
    }

    /// Waits until the focus is there.
    ///
    /// # Errors
    /// When it does not come there.
    pub async fn is_at(&self, id: &str) -> Result<()> {
        self.wait(&format!("document.activeElement?.id === '{id}'"))
            .await
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    /// When it does not become true.
    pub async fn wait(&self, expression: &str) -> Result<()> {
        self.page.settled(expression).await
    }

    /// Presses these keys one after the other: where the focus and the caret are, and
    /// nowhere else.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press<K: Clone + Into<char>>(&self, keys: &[K]) -> Result<()> {
        for key in keys {
            self.held(&[], key.clone()).await?;
        }
        Ok(())
    }

    /// Presses a key while others are held.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn held(&self, held: &[Key], key: impl Into<char>) -> Result<()> {
        let key = key.into();
        let mut chain = self.session.driver.action_chain();
        for one in held {
            chain = chain.key_down(one.clone());
        }
        chain = chain.key_down(key).key_up(key);
        for one in held.iter().rev() {
            chain = chain.key_up(one.clone());
        }
        self.keys.set(self.keys.get() + 1);
        let pressed = chain.perform().await;
        pressed.with_context(|| format!("a key cannot be pressed in {:?}", self.session.browser))
    }

    /// Types prose, which no tool takes off anybody.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn write(&self, prose: &str) -> Result<()> {
        // The key that ends a line, not the sign.
        let prose = prose.replace('\n', &char::from(Key::Enter).to_string());
        let chain = self.session.driver.action_chain().send_keys(prose);
        chain.perform().await.context("nothing can be typed")
    }

    /// How many keys were pressed since this was asked last.
    pub fn keys(&self) -> usize {
        self.keys.replace(0)
    }

    /// What is selected in the article's text.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn taken(&self) -> Result<String> {
        let taken = "return document.querySelector('#taken')?.textContent ?? ''";
        let taken = self.page.run(taken).await?;
        Ok(taken.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until these words are taken.
    ///
    /// # Errors
    /// With those that are.
    pub async fn takes(&self, words: &str) -> Result<()> {
        let script = format!(
            "(document.querySelector('#taken')?.textContent ?? '') === {}",
            Value::from(words)
        );
        let waited = self.wait(&script).await;
        let taken = self.taken().await?;
        waited.with_context(|| format!("“{taken}” is taken and not “{words}”"))
    }

    /// Nothing of what somebody else has written has run (`window.ran`), nothing but the
    /// build's files was asked for, and the console has no errors.
    ///
    /// # Errors
    /// With what is not so.
    pub async fn is_quiet(&self) -> Result<()> {
        let has_run = self
            .page
            .run(&format!("return {PAGE}.ran !== undefined"))
            .await?;
        ensure!(has_run == false, "something ran");
        let foreign = self.page.foreign_requests().await?;
        ensure!(foreign.is_empty(), "asked for {foreign:?}");
        let errors = self.page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:?}");
        Ok(())
    }

    /// Has axe-core look at all of it.
    ///
    /// # Errors
    /// With what it finds wrong.
    pub async fn is_accessible(&self, what: &str) -> Result<()> {
        self.page
            .run(&format!("{}; return true;", crate::axe()?))
            .await?;
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
              (r) => done(r.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`))),
              (e) => done([String(e)]));";
        let found = self.session.driver.execute_async(script, vec![]).await?;
        let found = found.json().as_array().cloned().unwrap_or_default();
        ensure!(found.is_empty(), "{what}: axe-core finds {found:#?}");
        Ok(())
    }
}
