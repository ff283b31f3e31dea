//! What somebody has done in the Studio is there again when the page comes anew, and
//! two tabs do not write over each other.

use anyhow::Result;
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use thirtyfour::Key;

const TEXT: &str = "The harbour is full. It is so.\nThe fishers do not agree.";

async fn is_kept(studio: &Studio<'_>) -> Result<()> {
    studio
        .wait("document.querySelector('#saved')?.dataset.saved === 'browser'")
        .await
}

/// Goes on with the draft that was kept last.
async fn go_on(studio: &Studio<'_>) -> Result<()> {
    studio.go("kept-0").await?;
    studio
        .wait("document.querySelectorAll('#text > p').length === 2")
        .await
}

async fn kept(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.begin_marking(TEXT).await?;
    studio
        .mark_and_tell('3', 0, "The harbour has no room.")
        .await?;
    is_kept(&studio).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    go_on(&studio).await?;
    let list = "document.querySelector('.passages').textContent";
    studio
        .wait(&format!("{list}.includes('The harbour has no room.')"))
        .await?;

    // Another tab goes on with the same draft; each keeps what it has done.
    let first = session.driver.window().await?;
    let second = session.driver.new_tab().await?;
    session.driver.switch_to_window(second).await?;
    let other = Studio::open(&session, &server, Origin::Http).await?;
    go_on(&other).await?;
    other.focus("text").await?;
    other.press(&['u', 'r']).await?;
    is_kept(&other).await?;
    session.driver.switch_to_window(first).await?;
    studio.focus("text").await?;
    studio.press(&['u', 's', '3']).await?;
    studio.press(&[Key::Enter]).await?;
    is_kept(&studio).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio
        .wait("document.querySelectorAll('.kept li').length === 2")
        .await?;
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_keeps_what_is_done_in_chromium() -> Result<()> {
    kept(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_keeps_what_is_done_in_firefox() -> Result<()> {
    kept(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_keeps_what_is_done_in_webkit() -> Result<()> {
    kept(Browser::WebKit).await
}
