//! What the Studio gives to somebody, looked at before it goes.

use super::{PAGE, Studio};
use anyhow::{Context, Result};
use thirtyfour::Key;

impl Studio<'_> {
    /// The file that a button gives.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub async fn saved(&self, button: &str) -> Result<String> {
        self.look_at_files().await?;
        self.go(button).await?;
        let given = self.given().await;
        given.with_context(|| format!("{button} gives nothing"))
    }

    /// The file that a key gives.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub async fn saved_by(&self, held: &[Key], key: char) -> Result<String> {
        self.look_at_files().await?;
        self.held(held, key).await?;
        self.given().await.context("the key gives nothing")
    }

    /// What is given to somebody is a blob: it is looked at before it goes.
    async fn look_at_files(&self) -> Result<()> {
        let script = format!(
            "const page = {PAGE}; page.given = undefined; const make = page.URL.createObjectURL;
             page.URL.createObjectURL = (blob) => {{
               blob.text().then((text) => {{ page.given = text; }});
               page.URL.createObjectURL = make;
               return make.call(page.URL, blob);
             }};"
        );
        self.page.run(&script).await.map(drop)
    }

    async fn given(&self) -> Result<String> {
        self.wait(&format!("{PAGE}.given !== undefined")).await?;
        let given = self.page.run(&format!("return {PAGE}.given")).await?;
        Ok(given.as_str().unwrap_or_default().to_owned())
    }
}
