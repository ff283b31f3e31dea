//! A frame and the page around it: held lower than what it shows, without an origin,
//! light and dark.

use crate::framed::{fitted, host, inside};
use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};

const FRAME: &str = "frame.html?src=articles/harbour-town.json";

/// Whatever holds a frame lower than what it shows, the rest can be scrolled to, and
/// that is seen.
async fn held(browser: Browser) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let session = Session::start(browser, Look::default()).await?;
    let wide = "width: 800px; overflow: hidden;";
    let fill = "position: absolute; inset: 0; width: 100%; height: 100%";
    for (name, wrapper, frame) in [
        ("16:9", format!("{wide} aspect-ratio: 16 / 9"), ""),
        (
            "16:9 and filled",
            format!("{wide} aspect-ratio: 16 / 9; position: relative"),
            fill,
        ),
        (
            "padded",
            format!("{wide} height: 0; padding-bottom: 30%; position: relative"),
            fill,
        ),
        ("low", String::new(), "max-height: 420px"),
        ("important", String::new(), "height: 400px !important"),
    ] {
        let style =
            format!("<style>.wrapper {{ {wrapper} }} .wrapper iframe {{ {frame} }}</style>");
        let page_of = host(&frames, FRAME, "</div>")
            .replace("<iframe", &format!("{style}<div class=\"wrapper\"><iframe"));
        news.offer("host.html", &page_of);
        let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
        page.wait("heard.some((e) => e.name === 'ready')").await?;
        inside(&session, 0, async || {
            page.wait(
                "!document.documentElement.matches('.followed') && innerHeight > 300 && innerHeight < 460
                    && document.documentElement.scrollHeight > innerHeight + 100
                    && (innerWidth > document.documentElement.clientWidth
                        || document.querySelector('.bar').checkVisibility())",
            )
            .await
            .context(name)?;
            page.run("scrollTo(0, 100000)").await?;
            page.wait(
                "root.querySelector('.comparison').getBoundingClientRect().bottom <= innerHeight + 1",
            )
            .await
        })
        .await?;
        let over = page
            .run("const bottom = (e) => e.getBoundingClientRect().bottom;
                return bottom(document.querySelector('iframe')) - bottom(document.querySelector('.wrapper'))")
            .await?;
        ensure!(
            over.as_f64() <= Some(1.0),
            "{browser:?} {name}: {over} px are cut off"
        );
        // What holds it lets go.
        if name == "16:9" {
            page.run("document.querySelector('.wrapper').style.aspectRatio = 'auto'")
                .await?;
            fitted(&session, &page).await?;
            inside(&session, 0, async || {
                page.wait("document.querySelector('.bar').hidden").await
            })
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_that_is_held_scrolls_and_shows_it_in_chromium() -> Result<()> {
    held(Browser::Chromium).await
}

#[tokio::test]
async fn a_frame_that_is_held_scrolls_and_shows_it_in_firefox() -> Result<()> {
    held(Browser::Firefox).await
}

#[tokio::test]
async fn a_frame_that_is_held_scrolls_and_shows_it_in_webkit() -> Result<()> {
    held(Browser::WebKit).await
}

async fn without_origin(browser: Browser) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let session = Session::start(browser, Look::default()).await?;
    for (frame, can) in [
        ("frame.html?built-in=yes", true),
        (FRAME, false),
        (FRAME, true),
    ] {
        if can && frame == FRAME {
            frames.header("Access-Control-Allow-Origin", "*");
        }
        let page_of =
            host(&frames, frame, "").replace("<iframe", "<iframe sandbox=\"allow-scripts\"");
        news.offer("host.html", &page_of);
        let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
        let outcome = if can { "ready" } else { "error" };
        page.wait(&format!("heard.some((e) => e.name === '{outcome}')"))
            .await?;
        fitted(&session, &page).await?;
        inside(&session, 0, async || {
            let said = "document.querySelector('.notice')?.textContent ?? ''";
            let reason = page
                .run(&format!("return ({said}).includes('allow-same-origin')"))
                .await?;
            ensure!(
                reason != can,
                "{browser:?} {frame}: the reason is told: {reason}"
            );
            anyhow::Ok(())
        })
        .await?;
        if can {
            inside(&session, 0, async || page.click("button[data-cell]").await).await?;
            page.wait("heard.some((e) => e.name === 'evidence')")
                .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_sandbox_without_an_origin_is_served_or_told_of_in_chromium() -> Result<()> {
    without_origin(Browser::Chromium).await
}

#[tokio::test]
async fn a_sandbox_without_an_origin_is_served_or_told_of_in_firefox() -> Result<()> {
    without_origin(Browser::Firefox).await
}

#[tokio::test]
async fn a_sandbox_without_an_origin_is_served_or_told_of_in_webkit() -> Result<()> {
    without_origin(Browser::WebKit).await
}

/// Light in a light page, dark in a dark one, whatever its reader prefers elsewhere.
async fn dressed(browser: Browser, dark: bool) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    news.offer(
        "host.html",
        &host(&frames, FRAME, "").replace(
            "<style>",
            "<style>.night { background: #101418; color: #eee } ",
        ),
    );
    let session = Session::start(
        browser,
        Look {
            dark,
            ..Look::default()
        },
    )
    .await?;
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    fitted(&session, &page).await?;
    let is = async |paper: &str| {
        inside(&session, 0, async || {
            page.wait(&format!(
                "getComputedStyle(root.querySelector('.comparison')).backgroundColor === '{paper}'"
            ))
            .await
        })
        .await
    };
    is("rgb(255, 255, 255)").await?;
    page.run("document.body.className = 'night'").await?;
    is("rgb(21, 23, 27)").await?;
    page.run("document.body.className = ''").await?;
    is("rgb(255, 255, 255)").await
}

#[tokio::test]
async fn it_is_as_light_or_dark_as_the_page_around_in_chromium() -> Result<()> {
    dressed(Browser::Chromium, true).await
}

#[tokio::test]
async fn it_is_as_light_or_dark_as_the_page_around_in_firefox() -> Result<()> {
    dressed(Browser::Firefox, true).await
}

#[tokio::test]
async fn it_is_as_light_or_dark_as_the_page_around_in_webkit() -> Result<()> {
    dressed(Browser::WebKit, false).await
}
