//! A comparison in a frame and its reader: where links lead, what opens where they
//! look.

use crate::framed::{fitted, host, inside};
use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::Value;
use thirtyfour::Key;

const TOWN: &str = "articles/harbour-town.json";
const FRAME: &str = "frame.html?src=articles/harbour-town.json";

/// The town's dispute with a page to report to and an address of its own.
fn linked(frames: &Server, news: &Server) -> Result<()> {
    let town = std::fs::read_to_string(dist().join(TOWN))?;
    let mut town: Value = serde_json::from_str(&town)?;
    town["review"]["contact"] = format!("{}/report.html", news.origin()).into();
    town["article"]["url"] = format!("{}/story.html", news.origin()).into();
    frames.offer("articles/linked.json", &town.to_string());
    for page in ["report.html", "story.html"] {
        news.offer(page, "<!DOCTYPE html><title>News</title><p>Here you are.");
    }
    Ok(())
}

/// Presses the link to report a mistake, in a frame held so.
async fn report<'a>(
    session: &'a Session,
    news: &Server,
    frames: &Server,
    sandbox: &str,
) -> Result<Page<'a>> {
    let page_of = host(frames, "frame.html?src=articles/linked.json", "");
    news.offer(
        "host.html",
        &page_of.replace("<iframe", &format!("<iframe {sandbox}")),
    );
    let page = Page::open_only(session, news, Origin::Http, "host.html").await?;
    page.wait("heard.some((e) => e.name === 'ready')").await?;
    fitted(session, &page).await?;
    inside(session, 0, async || {
        page.within(0, "root.querySelector('.about').open = true")
            .await
    })
    .await?;
    fitted(session, &page).await?;
    // Not every driver brings what is in a frame into the window.
    page.run("document.querySelector('iframe').scrollIntoView({ block: 'end' })")
        .await?;
    inside(session, 0, async || page.click(".about a").await).await?;
    Ok(page)
}

/// Waits until some pictures have been drawn.
async fn drawn(page: &Page<'_>) -> Result<()> {
    page.run("window.drawn = 0").await?;
    page.wait("(requestAnimationFrame(() => window.drawn++), window.drawn > 3)")
        .await
}

/// Waits until what is open has come to rest.
async fn rests(page: &Page<'_>) -> Result<()> {
    page.wait(
        "(() => { const { top, height } = root.querySelector(':popover-open').getBoundingClientRect();
            const rests = String([top, height]) === window.before && root.getAnimations().length === 0;
            window.before = String([top, height]);
            return rests; })()",
    )
    .await
}

async fn lead_out(browser: Browser) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    linked(&frames, &news)?;
    let session = Session::start(browser, Look::default()).await?;
    // The whole page goes there.
    let page = report(&session, &news, &frames, "").await?;
    page.wait("location.pathname === '/report.html' && top === window")
        .await?;

    // A sandbox forbids that, and lets another tab be opened.
    let may = "sandbox=\"allow-scripts allow-same-origin allow-popups\"";
    let page = report(&session, &news, &frames, may).await?;
    let first = session.driver.window().await?;
    let mut all = session.driver.windows().await?;
    for _ in 0..100 {
        if all.len() > 1 {
            break;
        }
        drawn(&page).await?;
        all = session.driver.windows().await?;
    }
    let second = all.into_iter().find(|tab| *tab != first);
    let second = second.with_context(|| format!("{browser:?}: no tab was opened"))?;
    session.driver.switch_to_window(second).await?;
    page.wait("location.pathname === '/report.html'").await?;
    session.driver.close_window().await?;
    session.driver.switch_to_window(first).await?;

    // It forbids everything: the address is told.
    let may = "sandbox=\"allow-scripts allow-same-origin\"";
    let page = report(&session, &news, &frames, may).await?;
    inside(&session, 0, async || {
        page.wait(
            "document.querySelector('.refused:popover-open')?.textContent.includes('/report.html') === true",
        )
        .await
    })
    .await
}

#[tokio::test]
async fn links_lead_out_of_it_in_chromium() -> Result<()> {
    lead_out(Browser::Chromium).await
}

#[tokio::test]
async fn links_lead_out_of_it_in_firefox() -> Result<()> {
    lead_out(Browser::Firefox).await
}

#[tokio::test]
async fn links_lead_out_of_it_in_webkit() -> Result<()> {
    lead_out(Browser::WebKit).await
}

/// The permanent link of a cell, as the evidence has it.
async fn permanent(session: &Session, page: &Page<'_>, cell: &str) -> Result<String> {
    inside(session, 0, async || {
        page.wait("root?.querySelector('.matrix') != null").await?;
        page.click(&format!("button[data-cell='{cell}']")).await?;
        let link = format!("root.querySelector('[data-of=\"{cell}\"] .cell-footer a')?.href");
        page.wait(&format!("{link} !== undefined")).await?;
        page.text(&link).await
    })
    .await
}

/// A link that a reader takes along leads to where the reader has been.
#[tokio::test]
async fn what_is_taken_along_names_the_page_around() -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    linked(&frames, &news)?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let frame = "frame.html?src=articles/linked.json";
    let page_of = host(&frames, frame, "").replace("<iframe", "<iframe id=\"ferry\"");
    news.offer("host.html", &page_of);
    let page = Page::open_only(
        &session,
        &news,
        Origin::Http,
        "host.html?from=feed#comments",
    )
    .await?;
    fitted(&session, &page).await?;
    let link = permanent(&session, &page, "mayor/terminal").await?;
    let address = format!("{}/host.html?from=feed#stance-ferry__", news.origin());
    ensure!(link.starts_with(&address), "{link} and not {address}");
    // The page has become another since.
    page.run(
        "history.pushState(null, '', 'later.html'); document.querySelector('iframe').dispatchEvent(
        new CustomEvent('stance-show', { detail: { view: 'matrix', open: null } }))",
    )
    .await?;
    inside(&session, 0, async || {
        page.wait("root.querySelector(':popover-open') === null")
            .await
    })
    .await?;
    page.wait("heard.findLast((e) => e.name === 'evidence')?.detail.open === null")
        .await?;
    let link = permanent(&session, &page, "norlund/dredging").await?;
    let address = format!("{}/later.html#stance-ferry__", news.origin());
    ensure!(link.starts_with(&address), "{link} and not {address}");

    // Nobody says where the frame stands: the article is somewhere.
    let (alone, _) = page_of.rsplit_once("<script").context("it ends so")?;
    news.offer("alone.html", alone);
    let page = Page::open_only(&session, &news, Origin::Http, "alone.html").await?;
    inside(&session, 0, async || {
        page.wait("document.querySelector('stance-comparison')?.place !== undefined")
            .await
    })
    .await?;
    let link = permanent(&session, &page, "mayor/terminal").await?;
    let address = format!("{}/story.html#stance__", news.origin());
    ensure!(link.starts_with(&address), "{link} and not {address}");
    Ok(())
}

/// Opens evidence where the reader has scrolled to, some way down the window: it is in
/// the window, and the page around stands still.
async fn seen(browser: Browser, look: Look) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let above = "<style>.above, .below { height: 1100px }</style><div class=\"above\"></div>";
    let page_of = host(&frames, FRAME, "<div class=\"below\"></div>");
    news.offer(
        "host.html",
        &page_of.replace("<iframe", &format!("{above}<iframe")),
    );
    let session = Session::start(browser, look).await?;
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    page.run("scrollTo(0, 1000)").await?;
    page.wait("heard.some((e) => e.name === 'ready')").await?;
    fitted(&session, &page).await?;
    let cells = "[...root.querySelectorAll('.matrix button[data-cell]')]";
    let count = inside(&session, 0, async || {
        page.within(0, &format!("{cells}.length")).await
    })
    .await?
    .as_u64()
    .context("a count")?;
    let top = "document.querySelector('iframe').getBoundingClientRect().top + 8";
    for (nth, share) in [
        (0, 0.3),
        (count / 4, 0.9),
        (count / 2, 0.15),
        (count - 2, 0.9),
        (count - 1, 0.5),
    ] {
        let cell = format!("{cells}[{nth}]");
        let middle = inside(&session, 0, async || {
            page.within(
                0,
                &format!(
                    "(() => {{ const r = {cell}.getBoundingClientRect();
                return r.top + r.height / 2; }})()"
                ),
            )
            .await
        })
        .await?;
        page.run(&format!(
            "scrollBy(0, {top} + {middle} - innerHeight * {share})"
        ))
        .await?;
        drawn(&page).await?;
        let before = page.run("return scrollY").await?;
        inside(&session, 0, async || {
            page.within(0, &format!("{cell}.setAttribute('data-wanted', '')"))
                .await?;
            page.click("[data-wanted]").await?;
            page.within(
                0,
                "root.querySelector('[data-wanted]').removeAttribute('data-wanted')",
            )
            .await?;
            page.wait("root.activeElement?.matches(':popover-open .evidence-heading') === true")
                .await?;
            rests(&page).await
        })
        .await?;
        let rect = inside(&session, 0, async || {
            page.within(
                0,
                "(({ top, bottom, left, right }) => [top, bottom, left, innerWidth - right])(
                root.querySelector(':popover-open').getBoundingClientRect())",
            )
            .await
        })
        .await?;
        let found = page
            .run(&format!(
                "const [top, bottom] = {rect}.map((y) => y + {top});
            return [scrollY, top, bottom, innerHeight]"
            ))
            .await?;
        let number = |at: usize| found[at].as_f64().unwrap_or(f64::NAN);
        ensure!(
            found[0] == before,
            "{browser:?} {look:?}, cell {nth}: the page jumped from {before} to {found}"
        );
        ensure!(
            number(1) >= -0.5 && number(2) <= number(3) + 0.5 && number(2) - number(1) > 150.0,
            "{browser:?} {look:?}, cell {nth}: the evidence is at {found}"
        );
        ensure!(
            rect[2].as_f64() >= Some(0.0) && rect[3].as_f64() >= Some(0.0),
            "{rect}"
        );
        inside(&session, 0, async || {
            page.key(Key::Escape).await?;
            page.wait("root.querySelector(':popover-open') === null")
                .await
        })
        .await?;
        fitted(&session, &page).await?;
        let after = page.run("return scrollY").await?;
        ensure!(
            after == before,
            "{browser:?} {look:?}, cell {nth}: closed, it jumped from {before} to {after}"
        );
    }
    Ok(())
}

const PHONE: Look = Look {
    width: 360,
    height: 640,
    dark: false,
};

#[tokio::test]
async fn evidence_opens_where_the_reader_looks_in_chromium() -> Result<()> {
    seen(Browser::Chromium, Look::default()).await?;
    seen(Browser::Chromium, PHONE).await
}

#[tokio::test]
async fn evidence_opens_where_the_reader_looks_in_firefox() -> Result<()> {
    seen(Browser::Firefox, Look::default()).await?;
    seen(
        Browser::Firefox,
        Look {
            width: 500,
            ..PHONE
        },
    )
    .await
}

#[tokio::test]
async fn evidence_opens_where_the_reader_looks_in_webkit() -> Result<()> {
    seen(Browser::WebKit, Look::default()).await?;
    seen(Browser::WebKit, PHONE).await
}
