//! Passages that are marked in the Studio.

use super::Studio;
use anyhow::Result;
use thirtyfour::Key;

impl Studio<'_> {
    /// Begins with this text, and has the caret where it begins.
    ///
    /// # Errors
    /// When that does not come.
    pub async fn begin_marking(&self, text: &str) -> Result<()> {
        self.begin(text).await?;
        self.go("start-marking").await?;
        self.focus("text").await?;
        self.press(&[Key::Home]).await
    }

    /// Marks the sentence at the caret, in the voice of that digit, which names nobody:
    /// as the how many-th statement, from 0. Its words are written next.
    ///
    /// # Errors
    /// When it is not stored.
    pub async fn mark_sentence(&self, voice: char, at: usize) -> Result<()> {
        self.press(&['s', voice]).await?;
        self.press(&[Key::Enter]).await?;
        self.is_at(&format!("field-statement{at}-text")).await
    }

    /// Marks the sentence at the caret, says it in other words, and is back in the text.
    ///
    /// # Errors
    /// When it is not stored.
    pub async fn mark_and_tell(&self, voice: char, at: usize, prose: &str) -> Result<()> {
        self.mark_sentence(voice, at).await?;
        self.write(prose).await?;
        self.held(&[Key::Control], Key::Enter).await?;
        self.is_at("text").await
    }
}
