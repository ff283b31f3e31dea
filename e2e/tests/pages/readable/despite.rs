//! The WebAssembly cannot be had, for whatever reason.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::json;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cause {
    /// The server does not have it.
    Missing,
    /// It comes, and is something else.
    Corrupt,
    /// The page's policy forbids it.
    Forbidden,
    /// The browser has none (Chromium only).
    Unknown,
}

impl Cause {
    async fn happen(self, server: &Server, session: &Session) -> Result<()> {
        match self {
            Self::Missing => server.lose(".wasm"),
            Self::Corrupt => server.spoil(".wasm"),
            Self::Forbidden => server.header("Content-Security-Policy", "script-src 'self'"),
            Self::Unknown => {
                let source = json!({ "source": "delete globalThis.WebAssembly" });
                session
                    .cdp("Page.addScriptToEvaluateOnNewDocument", source)
                    .await?;
            }
        }
        Ok(())
    }
}

/// A comparison that has nothing but the address of its document.
const ONLY_SRC: &str = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>x</title>
    <link rel=\"icon\" href=\"data:,\"><script src=\"standpoint.js\" async></script>
    <stance-comparison src=\"articles/harbour-town.json\"></stance-comparison>";

async fn without_webassembly(browser: Browser, cause: Cause) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    cause.happen(&server, &session).await?;

    // What was rendered stays, with one quiet line.
    let page = Page::open_only(&session, &server, Origin::Http, "index.html").await?;
    page.wait("root.querySelector('.notice') !== null").await?;
    let notice = "[...root.querySelectorAll('.notice')].map((e) => e.textContent).join('|')";
    let notice = page.text(notice).await?;
    ensure!(
        notice
            == "The interactive comparison is not running; this can be read without it.Load it again",
        "{cause:?}: {notice}"
    );
    let cells = page
        .within(0, "root.querySelectorAll('.matrix td').length")
        .await?;
    ensure!(cells == 36, "{cause:?}: {cells} cells");
    page.click("button[data-cell='russia/ceasefire']").await?;
    page.wait("root.querySelector('.evidence:popover-open') !== null")
        .await?;

    // Where nothing was rendered it is said, with the document and a way back.
    server.offer("only-src.html", ONLY_SRC);
    let page = Page::open_only(&session, &server, Origin::Http, "only-src.html").await?;
    let shown = "document.querySelector('stance-comparison').shadowRoot?.querySelector";
    page.wait(&format!("{shown}('.notice') != null")).await?;
    let first = page
        .text("root.querySelector('.notice p').textContent")
        .await?;
    ensure!(first == "The comparison could not be loaded.", "{first}");
    let link = page.text("root.querySelector('.notice a').href").await?;
    ensure!(link == format!("{}/articles/harbour-town.json", server.origin()));
    page.within(0, "(window.__notice = root.querySelector('.notice'))")
        .await?;
    server.find_all();
    page.click(".notice button").await?;
    if matches!(cause, Cause::Missing | Cause::Corrupt) {
        page.wait(
            "root.querySelector('.matrix') !== null && root.querySelector('.notice') === null",
        )
        .await
    } else {
        // The same again, once.
        page.wait(
            "root.querySelectorAll('.notice').length === 1
                && root.querySelector('.notice') !== window.__notice",
        )
        .await
    }
}

#[tokio::test]
async fn without_webassembly_the_comparison_stays_in_chromium() -> Result<()> {
    for cause in [
        Cause::Missing,
        Cause::Corrupt,
        Cause::Forbidden,
        Cause::Unknown,
    ] {
        without_webassembly(Browser::Chromium, cause).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_webassembly_the_comparison_stays_in_firefox() -> Result<()> {
    without_webassembly(Browser::Firefox, Cause::Corrupt).await
}

#[tokio::test]
async fn without_webassembly_the_comparison_stays_in_webkit() -> Result<()> {
    without_webassembly(Browser::WebKit, Cause::Missing).await
}
