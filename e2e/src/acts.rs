//! What readers and pages do with a comparison, and what is asked of it as a
//! whole. Where a page has several, it is the first.

use crate::page::Page;
use anyhow::{Result, ensure};
use serde_json::Value;

impl Page<'_> {
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
        self.is_turned_to(view).await?;
        self.wait("root.querySelector('.evidence:popover-open') === null")
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

    /// Turns to a view by its tab, as a reader does.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn turn_to(&self, view: &str) -> Result<()> {
        self.click(&format!("[id='tab:{view}']")).await?;
        self.is_turned_to(view).await
    }

    async fn is_turned_to(&self, view: &str) -> Result<()> {
        self.wait(&format!(
            "root.getElementById('tab:{view}').ariaSelected === 'true'"
        ))
        .await
    }

    /// Gives the interface another language.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn speak(&self, language: &str) -> Result<()> {
        self.within(0, &format!("root.host.setAttribute('lang', '{language}')"))
            .await?;
        self.wait(&format!(
            "root.querySelector('.mount:not([hidden]) .comparison')?.lang === '{language}'"
        ))
        .await
    }

    /// What a promise over `host`, the element, gives, as a text.
    ///
    /// # Errors
    /// When nothing comes of it.
    pub async fn promised(&self, expression: &str) -> Result<String> {
        self.run(&format!(
            "window.given = undefined; const host = document.querySelector('stance-comparison');
             Promise.resolve({expression}).then((value) => window.given = String(value),
                 (error) => window.given = 'error: ' + (error.message ?? error))"
        ))
        .await?;
        self.wait("window.given !== undefined").await?;
        self.text("window.given").await
    }

    /// The lines to embed what is shown, as a reader gets them where nothing may
    /// be copied: to read.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn lines_to_embed(&self) -> Result<String> {
        self.run("navigator.clipboard.write = () => Promise.reject(new Error('no'))")
            .await?;
        self.click("button[popovertarget='choose:take']").await?;
        self.click("[id='choose:take'] .wishes button:nth-child(2)")
            .await?;
        let area = "root.querySelector('[id=\"choose:take\"] textarea')";
        self.wait(&format!("{area} !== null")).await?;
        self.text(&format!("{area}.value")).await
    }

    /// Holds against the comparison's own width what is in it.
    ///
    /// # Errors
    /// With what sticks out at a side.
    pub async fn is_within_its_width(&self) -> Result<()> {
        let out = self
            .text(
                "(() => { const box = root.querySelector('.comparison').getBoundingClientRect();
                  return [...root.querySelectorAll('.comparison *')].filter((e) => {
                    const r = e.getBoundingClientRect();
                    return r.width > 1 && (r.right > box.right + 5 || r.left < box.left - 5);
                  }).map((e) => e.className || e.tagName).slice(0, 5).join(); })()",
            )
            .await?;
        ensure!(out.is_empty(), "{out} sticks out");
        Ok(())
    }

    /// Has axe-core look at the page with the comparison, by its best practices, too.
    ///
    /// # Errors
    /// With what it finds wrong, or when it is not there or does not run.
    pub async fn is_accessible(&self) -> Result<()> {
        self.axe("document").await
    }

    /// The same of the comparison alone, in a page that is made for a test.
    ///
    /// # Errors
    /// As [`Self::is_accessible`].
    pub async fn is_accessible_itself(&self) -> Result<()> {
        self.axe("document.querySelector('stance-comparison')")
            .await
    }

    /// Has axe-core look at what a script names.
    async fn axe(&self, what: &str) -> Result<()> {
        self.run(&format!("{}; return true;", crate::axe()?))
            .await?;
        let script = format!(
            "const done = arguments[arguments.length - 1];
            axe.run({what}, {{ resultTypes: ['violations'] }}).then(
              (r) => done(r.violations.flatMap((v) => v.nodes.map((n) => `${{v.id}}: ${{n.target}} ${{n.failureSummary}}`))),
              (e) => done([String(e)]));"
        );
        let found = self.session.driver.execute_async(script, vec![]).await?;
        let found = found.json().as_array().cloned().unwrap_or_default();
        let found: Vec<String> = found.iter().map(Value::to_string).collect();
        ensure!(found.is_empty(), "axe-core finds {found:#?}");
        Ok(())
    }
}
