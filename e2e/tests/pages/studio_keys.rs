//! Keys that lead through the Studio, undo after the page has come anew, and versions.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::Value;
use thirtyfour::Key;

async fn keys(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio
        .begin_marking("The harbour is full. It is so.\nNobody asked.")
        .await?;
    // A letter goes to a place only behind another one, and never while somebody types.
    studio.press(&['g', 'p']).await?;
    studio.is_at("go-positions").await?;
    studio.focus("add-organizations").await?;
    studio.write("Gp?").await?;
    studio.press(&[Key::Enter]).await?;
    studio
        .wait("document.querySelector('#field-party0-name')?.value === 'Gp?'")
        .await?;
    studio.go("go-mark").await?;
    studio.focus("text").await?;
    studio.press(&['?']).await?;
    studio.is_at("keys").await?;
    studio.is_accessible("keys").await?;
    studio.press(&[Key::Escape]).await?;
    studio
        .wait("document.querySelector('#keys') === null")
        .await?;
    // From pane to pane, and back.
    studio.focus("text").await?;
    for pane in ["panel", "preview"] {
        studio.press(&[Key::F6]).await?;
        let there = "document.activeElement.closest('[data-pane]')?.dataset.pane";
        studio.wait(&format!("{there} === '{pane}'")).await?;
    }
    studio.held(&[Key::Shift], Key::F6).await?;
    studio.held(&[Key::Shift], Key::F6).await?;
    studio.is_at("text").await?;

    // A version with a name, changed and gone back to.
    studio.go("go-publish").await?;
    studio.focus("add-version").await?;
    studio.write("First").await?;
    studio.press(&[Key::Enter]).await?;
    studio
        .wait("document.querySelector('#version-0') !== null")
        .await?;
    studio.go("go-positions").await?;
    studio.focus("add-topics").await?;
    studio.write("Closing").await?;
    studio.press(&[Key::Enter]).await?;
    studio.go("go-publish").await?;
    studio.go("version-0").await?;
    studio
        .wait("document.querySelector('#undo').textContent.includes('go back to a version')")
        .await?;
    studio
        .wait("document.querySelector('#saved').dataset.saved === 'browser'")
        .await?;

    // The page comes anew: what was done can still be undone.
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.go("kept-0").await?;
    studio
        .wait("document.querySelector('#undo')?.textContent.includes('go back to a version')")
        .await
        .context("undo after a reload")?;
    studio.go("undo").await?;
    studio.go("go-positions").await?;
    studio
        .wait("document.querySelector('#field-topic0-name')?.value === 'Closing'")
        .await?;
    for _ in 0..3 {
        studio.go("undo").await?;
    }
    let project = studio.saved_by(&[Key::Control], 's').await?;
    let project: Value = serde_json::from_str(&project)?;
    ensure!(
        project["document"]["organizations"]
            .as_array()
            .map(Vec::len)
            == Some(0),
        "{project}"
    );
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_is_led_by_keys_in_chromium() -> Result<()> {
    keys(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_is_led_by_keys_in_firefox() -> Result<()> {
    keys(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_is_led_by_keys_in_webkit() -> Result<()> {
    keys(Browser::WebKit).await
}
