//! What is pasted into the Studio, by the keys that copy and paste.

use super::Studio;
use anyhow::Result;
use serde_json::Value;
use thirtyfour::Key;

impl Studio<'_> {
    /// Copies this, as another program does.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn copy(&self, html: &str) -> Result<()> {
        let html = Value::from(html);
        let script = format!(
            "const field = document.body.appendChild(document.createElement('textarea'));
             field.value = 'x';
             field.select();
             field.addEventListener('copy', (event) => {{
               event.clipboardData.setData('text/html', {html});
               event.clipboardData.setData('text/plain', 'not this');
               event.preventDefault();
               setTimeout(() => field.remove());
             }}, {{ once: true }});
             window.copied = field;"
        );
        self.page.run(&script).await?;
        self.held(&[Key::Control], 'c').await?;
        self.wait("window.copied.isConnected === false").await
    }

    /// Copies this as a program does, pastes it into the field for the article's text, and
    /// tells what stands there then.
    ///
    /// # Errors
    /// When nothing is pasted.
    pub async fn paste(&self, html: &str) -> Result<String> {
        self.copy(html).await?;
        let script = "const field = document.querySelector('#field-text');
            field.value = 'x';
            field.focus();
            field.select();";
        self.page.run(script).await?;
        self.held(&[Key::Control], 'v').await?;
        self.wait("document.querySelector('#field-text').value !== 'x'")
            .await?;
        let text = self
            .page
            .run("return document.querySelector('#field-text').value")
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
