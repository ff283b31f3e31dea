//! A page, in the words of those who use it.

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
    session: &'a Session,
    /// What may be asked for: the build's own files and nothing else.
    allowed: String,
}

/// How long something may take that takes a moment, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(30);

/// The n-th comparison's shadow root, in scripts.
const ROOT: &str = "document.querySelectorAll('stance-comparison')[arguments[0]]?.shadowRoot";

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

    /// Shows a view, with nothing open.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn show(&self, view: &str) -> Result<()> {
        self.within(
            0,
            &format!("root.host.show({{ view: '{view}', open: null }})"),
        )
        .await?;
        self.wait(&format!(
            "root.getElementById('tab:{view}').ariaSelected === 'true'
                && root.querySelector('.evidence:popover-open') === null"
        ))
        .await
    }

    /// Opens a cell's evidence, `party/topic`, and closes what else is open. There
    /// is none of it in the page before.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open_cell(&self, cell: &str) -> Result<()> {
        self.within(0, &format!("root.host.show({{ open: '{cell}' }})"))
            .await?;
        self.wait(&format!(
            "root.querySelector('.evidence:popover-open')?.dataset.of === '{cell}'"
        ))
        .await
    }

    /// Prints, or nearly so: the page is laid out for paper, and all that the
    /// overview has buttons for is written out (Chromium only).
    ///
    /// # Errors
    /// When it is not.
    pub async fn print(&self) -> Result<()> {
        self.session.emulate("print", &[]).await?;
        self.wait(
            "(() => { const named = (s, key) => [...root.querySelectorAll(s)].map((e) => e.dataset[key]);
                const there = new Set(named('.evidence', 'of'));
                const wanted = named('.matrix [data-cell]', 'cell');
                return wanted.length > 0 && wanted.every((cell) => there.has(cell)); })()",
        )
        .await
    }

    /// Waits until the page is drawn as it will stay: fonts are there, nothing
    /// moves, two frames have passed.
    ///
    /// # Errors
    /// When that does not come.
    pub async fn settle(&self) -> Result<()> {
        let script = "const done = arguments[arguments.length - 1];
            document.fonts.ready.then(() =>
              requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        self.session.driver.execute_async(script, vec![]).await?;
        self.wait("root.getAnimations().length === 0").await
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

    /// What axe-core finds wrong, each on a line.
    ///
    /// # Errors
    /// When axe-core is not there or does not run.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.run(&format!("{}; return true;", crate::axe()?))
            .await?;
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document.querySelector('stance-comparison'), { resultTypes: ['violations'] }).then(
              (r) => done(r.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`))),
              (e) => done([String(e)]));";
        let found = self.session.driver.execute_async(script, vec![]).await?;
        let found = found.json().as_array().cloned().unwrap_or_default();
        Ok(found.iter().map(Value::to_string).collect())
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
