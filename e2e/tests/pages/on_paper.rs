//! What is printed of a page that holds comparisons.

use crate::framed::{fitted, host, inside};
use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, page_with};
use thirtyfour::common::print::PrintParameters;

const FRAME: &str = "frame.html?src=articles/harbour-town.json";

/// Notes what a page holds when it is printed, after all others that want to know that
/// it is.
const NOTED: &str = "<script>addEventListener('load', () => addEventListener('beforeprint', () => {
    const paper = document.querySelector('div[data-standpoint-printed]')?.shadowRoot;
    window.paper = paper?.textContent;
    window.rows = paper?.querySelectorAll('.matrix tr[data-topic]').length;
    window.words = paper?.querySelectorAll('.evidence figure .words').length;
})); addEventListener('afterprint', () => window.after = (window.after ?? 0) + 1)</script>";

/// Prints. WebKit's driver cannot, so its page is told what a printer would tell.
async fn print(session: &Session, page: &Page<'_>) -> Result<()> {
    if session.browser == Browser::WebKit {
        page.run("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
            .await?;
    } else {
        let how = PrintParameters::default();
        session.driver.print_page(how).await?;
    }
    Ok(())
}

/// A frame is printed as text that flows from page to page: all topics, all evidence.
async fn whole(browser: Browser) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let wrapper = "<div style=\"aspect-ratio: 16 / 9; overflow: hidden\">";
    let session = Session::start(browser, Look::default()).await?;
    for around in ["", wrapper] {
        let page_of = host(&frames, FRAME, &format!("</div>{NOTED}"));
        news.offer(
            "host.html",
            &page_of.replace("<iframe", &format!("{around}<iframe")),
        );
        let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
        page.wait("heard.some((e) => e.name === 'ready')").await?;
        let (rows, words) = inside(&session, 0, async || {
            let count = async |what: &str| {
                page.within(0, &format!("root.querySelectorAll('{what}').length"))
                    .await
            };
            page.wait("root.querySelectorAll('.evidence').length > 10")
                .await?;
            Ok((
                count(".matrix tr[data-topic]").await?,
                count(".evidence figure .words").await?,
            ))
        })
        .await?;
        ensure!(
            rows.as_i64() > Some(5) && words.as_i64() > Some(10),
            "{browser:?}: {rows}, {words}"
        );
        // It is told when the page around is at rest.
        let told = format!(
            "(dispatchEvent(new Event('beforeprint')), dispatchEvent(new Event('afterprint')),
            window.rows === {rows} && window.words === {words})"
        );
        page.wait(&told).await.context("in the frame's place")?;
        page.run("delete window.rows; delete window.after").await?;
        print(&session, &page).await?;
        page.wait("window.rows !== undefined && window.after === 1")
            .await?;
        let printed = page.run("return [rows, words]").await?;
        ensure!(
            printed[0] == rows && printed[1] == words,
            "{browser:?}: {printed} are printed"
        );
        // Nothing of it stays.
        let rest = page
            .run("return document.querySelectorAll('[data-standpoint-printed]').length")
            .await?;
        ensure!(rest == 0, "{browser:?}: {rest} are left");
        if browser != Browser::Chromium {
            continue;
        }
        // On paper one of the two is there, in all its height.
        session.emulate("print", &[]).await?;
        page.wait(
            "document.querySelector('div[data-standpoint-printed]')?.checkVisibility() === true
            && !document.querySelector('iframe').checkVisibility()",
        )
        .await?;
        let cut = page.run("const paper = document.querySelector('div[data-standpoint-printed]');
            const end = paper.getBoundingClientRect().bottom;
            const parts = [...paper.shadowRoot.querySelectorAll('.evidence, tr[data-topic]')];
            return parts.filter((e) => !e.checkVisibility() || e.getBoundingClientRect().bottom > end + 1).length
                + (paper.closest('[style]') ? 100 : 0)").await?;
        ensure!(cut == 0, "{cut} parts are cut off");
        session.emulate("", &[]).await?;
        page.wait("document.querySelector('div[data-standpoint-printed]') === null")
            .await?;
        fitted_or_held(&session, &page, around.is_empty()).await?;
    }
    Ok(())
}

async fn fitted_or_held(session: &Session, page: &Page<'_>, is_free: bool) -> Result<()> {
    if is_free {
        fitted(session, page).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_is_printed_whole_in_chromium() -> Result<()> {
    whole(Browser::Chromium).await
}

#[tokio::test]
async fn a_frame_is_printed_whole_in_firefox() -> Result<()> {
    whole(Browser::Firefox).await
}

#[tokio::test]
async fn a_frame_is_printed_whole_in_webkit() -> Result<()> {
    whole(Browser::WebKit).await
}

/// Whoever prints has not scrolled to everything.
async fn fetched(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    server.offer(
        "mine.html",
        &page_with(
            "<script src=\"standpoint.js\" async></script><p style=\"height: 20000px\">News</p>
             <stance-comparison built-in></stance-comparison>",
        ),
    );
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
    page.wait("customElements.get('stance-comparison') !== undefined")
        .await?;
    print(&session, &page).await?;
    page.wait("root?.querySelector('.matrix') != null").await
}

#[tokio::test]
async fn to_print_loads_what_is_far_away_in_chromium() -> Result<()> {
    fetched(Browser::Chromium).await
}

#[tokio::test]
async fn to_print_loads_what_is_far_away_in_firefox() -> Result<()> {
    fetched(Browser::Firefox).await
}

#[tokio::test]
async fn to_print_loads_what_is_far_away_in_webkit() -> Result<()> {
    fetched(Browser::WebKit).await
}
