//! A page in a browser: opened, asked, waited for.

use crate::browser::{Browser, Session};
use crate::server::Server;
use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::TypingData;
use thirtyfour::prelude::*;

/// Where a page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From a server.
    Http,
    /// From disk.
    File,
}

/// A page in a browser.
#[derive(Debug)]
pub struct Page<'a> {
    pub(crate) session: &'a Session,
    /// What may be asked for: the build's own files and nothing else.
    allowed: String,
}

/// How long something may take that takes a moment, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(30);

/// The n-th comparison's shadow root, in scripts.
const ROOT: &str = "document.querySelectorAll('stance-comparison')[arguments[0]]?.shadowRoot";

/// A page of a newsroom's own with this in its body.
pub fn page_with(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title>\
         <link rel=\"icon\" href=\"data:,\"><body>{body}</body></html>"
    )
}

impl<'a> Page<'a> {
    /// Opens a page of the build, and waits until every comparison in it can be
    /// used.
    ///
    /// # Errors
    /// When it does not come, with what was waited for.
    pub async fn open(
        session: &'a Session,
        server: &Server,
        origin: Origin,
        name: &str,
    ) -> Result<Self> {
        let page = Self::open_only(session, server, origin, name).await?;
        page.ready().await?;
        Ok(page)
    }

    /// Opens a page and waits for nothing but its markup.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open_only(
        session: &'a Session,
        server: &Server,
        origin: Origin,
        name: &str,
    ) -> Result<Self> {
        let allowed = match origin {
            Origin::Http => format!("{}/", server.origin()),
            Origin::File => format!("file://{}/", crate::dist().display()),
        };
        if session.browser == Browser::Chromium {
            // Its own first page has asked for things; they are not this one's.
            session.log("performance").await?;
        }
        session.driver.goto(format!("{allowed}{name}")).await?;
        Ok(Self { session, allowed })
    }

    /// Opens a page of somebody else's server.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn at(session: &'a Session, address: &str) -> Result<Self> {
        session.driver.goto(address).await?;
        let allowed = address.to_owned();
        Ok(Self { session, allowed })
    }

    /// Goes to another page.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn go(&self, address: &str) -> Result<()> {
        Ok(self.session.driver.goto(address).await?)
    }

    /// Gives a file to a field of the page's for files, hidden or not.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn upload(&self, selector: &str, file: &Path) -> Result<()> {
        let field = self.session.driver.find(By::Css(selector)).await?;
        field.send_keys(file.display().to_string()).await?;
        Ok(())
    }

    /// Opens a page of a newsroom's own that has this in its body, as `mine.html`
    /// of the build's folder, and waits for nothing but its markup.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn with_body(session: &'a Session, server: &Server, body: &str) -> Result<Self> {
        server.offer("mine.html", &page_with(body));
        Self::open_only(session, server, Origin::Http, "mine.html").await
    }

    /// Waits until every comparison is alive. One that is far down the page
    /// waits to be seen, so each is shown once.
    ///
    /// # Errors
    /// When one of them fails or does not come.
    pub async fn ready(&self) -> Result<()> {
        let script = "for (const e of document.querySelectorAll('stance-comparison')) {
                if (window.__ready === undefined) window.__ready = new Map();
                if (!e.ready || window.__ready.has(e)) continue;
                e.scrollIntoView();
                window.__ready.set(e, 'waiting');
                e.ready.then(() => window.__ready.set(e, 'ready'), (x) => window.__ready.set(e, String(x)));
            }
            const all = [...document.querySelectorAll('stance-comparison')];
            return all.map((e) => window.__ready.get(e) ?? 'undefined').join() || 'none';";
        self.until(script, "every comparison is ready", |state| {
            state
                .as_str()
                .is_some_and(|s| s.split(',').all(|one| one == "ready"))
        })
        .await?;
        self.run("scrollTo(0, 0)").await?;
        Ok(())
    }

    /// Runs a script.
    ///
    /// # Errors
    /// When it throws.
    pub async fn run(&self, script: &str) -> Result<Value> {
        let result = self.session.driver.execute(script, vec![]).await;
        let result = result.with_context(|| format!("in {:?}: {script}", self.session.browser))?;
        Ok(result.json().clone())
    }

    /// Runs an expression in which `root` is the n-th comparison's shadow root.
    ///
    /// # Errors
    /// When it throws.
    pub async fn within(&self, nth: usize, expression: &str) -> Result<Value> {
        let script = format!("const root = {ROOT}; return {expression};");
        let result = self.session.driver.execute(script, vec![nth.into()]).await;
        let result =
            result.with_context(|| format!("in {:?}: {expression}", self.session.browser))?;
        Ok(result.json().clone())
    }

    /// The same as a text.
    ///
    /// # Errors
    /// When it throws or gives no text.
    pub async fn text(&self, expression: &str) -> Result<String> {
        let value = self.within(0, expression).await?;
        value
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| anyhow!("{expression} is {value}, no text"))
    }

    /// Waits until an expression over the first comparison's `root` is true.
    ///
    /// # Errors
    /// When it does not become true.
    pub async fn wait(&self, expression: &str) -> Result<()> {
        let script = format!(
            "const root = {}; return {expression};",
            ROOT.replace("arguments[0]", "0")
        );
        self.until(&script, expression, |value| value == &Value::Bool(true))
            .await
    }

    /// Waits until an expression over the n-th comparison's `root` gives that.
    ///
    /// # Errors
    /// When it does not come to give it.
    pub async fn until_is(&self, nth: usize, expression: &str, wanted: Value) -> Result<()> {
        let root = ROOT.replace("arguments[0]", &nth.to_string());
        let script = format!("const root = {root}; return {expression};");
        self.until(&script, expression, |value| *value == wanted)
            .await
    }

    /// Waits until an expression is true, or a function of the first comparison's
    /// shadow root gives that. There need not be a comparison yet, or any more.
    ///
    /// # Errors
    /// When it does not become true.
    pub async fn settled(&self, expression: &str) -> Result<()> {
        let script = format!(
            "const it = ({expression});
             if (typeof it !== 'function') return it;
             const root = document.querySelector('stance-comparison')?.shadowRoot;
             return root?.querySelector('.mount:not([hidden])') ? it(root) : false;"
        );
        self.until(&script, expression, |value| value == &Value::Bool(true))
            .await
    }

    async fn until(&self, script: &str, what: &str, holds: impl Fn(&Value) -> bool) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let value = self.run(script).await?;
            if holds(&value) {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!(
                    "{:?} waited for: {what}; last it was {value}",
                    self.session.browser
                );
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// What a CSS selector finds in the first comparison.
    ///
    /// # Errors
    /// When it finds nothing.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let script = format!("return {ROOT}.querySelector(arguments[1])");
        let found = self
            .session
            .driver
            .execute(script, vec![0.into(), selector.into()])
            .await?;
        found
            .element()
            .with_context(|| format!("nothing is {selector}"))
    }

    /// Clicks on what a selector finds, as a person does.
    ///
    /// # Errors
    /// When it is not there or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        let clicked = element.click().await;
        clicked
            .with_context(|| format!("{selector} cannot be clicked in {:?}", self.session.browser))
    }

    /// Presses a key, or types, into whatever has the focus.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn key(&self, keys: impl Into<TypingData>) -> Result<()> {
        let script = "let e = document.activeElement ?? document.body;
            while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
            return e;";
        let focused = self
            .session
            .driver
            .execute(script, vec![])
            .await?
            .element()?;
        let pressed = focused.send_keys(keys).await;
        pressed.with_context(|| format!("a key cannot be pressed in {:?}", self.session.browser))
    }

    /// What of the whole page was asked for and is none of the build's files.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn foreign_requests(&self) -> Result<Vec<String>> {
        let asked: Vec<String> = match self.session.browser {
            Browser::Chromium => requests(&self.session.log("performance").await?),
            _ => {
                let script = "return performance.getEntriesByType('resource').map((e) => e.name)";
                let names = self.run(script).await?;
                let names = names.as_array().cloned().unwrap_or_default();
                names
                    .iter()
                    .filter_map(|name| name.as_str().map(str::to_owned))
                    .collect()
            }
        };
        let foreign = |url: &String| {
            !url.starts_with(&self.allowed)
                && !url.starts_with("data:")
                && !url.starts_with("blob:")
        };
        Ok(asked.into_iter().filter(foreign).collect())
    }

    /// Errors on the console (Chromium only).
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        if self.session.browser != Browser::Chromium {
            return Ok(Vec::new());
        }
        let entries = self.session.log("browser").await?;
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(severe.map(|entry| entry["message"].to_string()).collect())
    }

    /// Saves what is seen.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        Ok(self.session.driver.screenshot(file).await?)
    }
}

/// The addresses in Chromium's performance log.
fn requests(entries: &[Value]) -> Vec<String> {
    let url = |entry: &Value| {
        let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let message = &message["message"];
        if message["method"] != "Network.requestWillBeSent" {
            return None;
        }
        message["params"]["request"]["url"]
            .as_str()
            .map(str::to_owned)
    };
    entries.iter().filter_map(url).collect()
}
