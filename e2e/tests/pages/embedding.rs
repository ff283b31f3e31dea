//! The element in other people's pages, and what happens when something is
//! missing.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, root};
use serde_json::json;

async fn news_page(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "news-page.html").await?;
    let headline = "root.querySelector('.headline').textContent";
    let (first, second) = (
        page.within(0, headline).await?,
        page.within(1, headline).await?,
    );
    ensure!(first != second, "both show {first}");
    ensure!(
        second.as_str().is_some_and(|h| h.contains("Fiction")),
        "{second}"
    );
    // The page's own rules stop at the shadow root, and ours at its outside.
    for (what, wanted) in [
        (
            "getComputedStyle(root.querySelector('button.tab')).textTransform",
            "none",
        ),
        (
            "getComputedStyle(root.querySelector('button.tab')).borderTopWidth",
            "0px",
        ),
        (
            "getComputedStyle(root.querySelector('td')).borderTopWidth",
            "0px",
        ),
        (
            "getComputedStyle(root.querySelector('.comparison')).fontSize",
            "16px",
        ),
        (
            "getComputedStyle(root.querySelector('.headline')).textTransform",
            "none",
        ),
        (
            "getComputedStyle(document.querySelector('h1')).fontSize",
            "36px",
        ),
        ("getComputedStyle(document.body).fontSize", "18px"),
    ] {
        let found = page.within(0, what).await?;
        ensure!(
            found == wanted,
            "{browser:?}: {what} is {found}, not {wanted}"
        );
    }
    // One opens, the other stays as it is.
    page.within(0, "root.host.show({ view: 'versus' })").await?;
    page.wait("root.querySelector('.versus') !== null").await?;
    ensure!(
        page.within(1, "root.querySelector('.versus') === null")
            .await?
            == true,
        "both turned"
    );
    // One module serves both; another one finds the passages of the first.
    let asked = server.asked();
    let modules: Vec<_> = asked
        .iter()
        .filter(|path| path.ends_with(".wasm"))
        .collect();
    let widget = |path: &&&String| !path.contains("passages");
    ensure!(
        modules.iter().filter(widget).count() == 1 && modules.len() <= 2,
        "{modules:?} were loaded"
    );
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "asked for {foreign:?}");
    Ok(())
}

#[tokio::test]
async fn two_instances_in_a_news_page_in_chromium() -> Result<()> {
    news_page(Browser::Chromium).await
}

#[tokio::test]
async fn two_instances_in_a_news_page_in_firefox() -> Result<()> {
    news_page(Browser::Firefox).await
}

#[tokio::test]
async fn two_instances_in_a_news_page_in_webkit() -> Result<()> {
    news_page(Browser::WebKit).await
}

#[tokio::test]
async fn a_document_that_does_not_come_is_explained_and_can_be_asked_for_again() -> Result<()> {
    let server = Server::start(&dist())?;
    server.lose("harbour-town.json");
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "news-page.html").await?;
    page.run("document.querySelectorAll('stance-comparison')[1].scrollIntoView()")
        .await?;
    let second = "document.querySelectorAll('stance-comparison')[1].shadowRoot?.querySelector";
    page.wait(&format!("{second}('.notice') != null")).await?;
    let link = page
        .run(&format!("return {second}('.notice a').href"))
        .await?;
    ensure!(
        link.as_str()
            .is_some_and(|l| l.ends_with("articles/harbour-town.json")),
        "{link}"
    );
    server.find_all();
    page.run(&format!("{second}('.notice button').click()"))
        .await?;
    page.wait(&format!(
        "{second}('.matrix') != null && {second}('.notice') == null"
    ))
    .await?;
    Ok(())
}

#[tokio::test]
async fn a_document_with_mistakes_is_explained_place_by_place() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.run(
        "window.__heard = [];
         const element = document.createElement('stance-comparison');
         element.addEventListener('stance-error', (e) => window.__heard.push(e.detail));
         element.setAttribute('loading', 'eager');
         element.data = { format: 'standpoint/1', language: 'en', topics: [] };
         document.body.prepend(element);",
    )
    .await?;
    page.wait("window.__heard.length === 1").await?;
    let pointers = page
        .run("return window.__heard[0].problems.map((p) => p.pointer + ' ' + p.code)")
        .await?;
    for expected in ["/topics empty-list", " missing"] {
        ensure!(
            pointers
                .as_array()
                .is_some_and(|all| all.contains(&json!(expected))),
            "{pointers}"
        );
    }
    let shown = page
        .text("root.querySelector('.notice').textContent")
        .await?;
    ensure!(shown.contains("`article` is missing"), "{shown}");
    Ok(())
}

#[tokio::test]
async fn an_element_can_be_moved_removed_and_put_back() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.within(0, "root.host.show({ view: 'timeline' })")
        .await?;
    page.wait("root.querySelector('.timeline') !== null")
        .await?;
    // A move keeps everything, even the nodes.
    page.run(
        "const e = document.querySelector('stance-comparison');
         window.__node = e.shadowRoot.querySelector('.timeline');
         document.body.append(e);",
    )
    .await?;
    page.wait("root.querySelector('.timeline') === window.__node")
        .await?;
    // Taken out and put back it shows what it showed.
    page.run(
        "const e = document.querySelector('stance-comparison');
         e.remove(); window.__element = e;",
    )
    .await?;
    page.run("document.body.append(window.__element)").await?;
    page.wait(
        "root.querySelector('.timeline') !== null && root.querySelectorAll('.mount').length === 1",
    )
    .await?;
    ensure!(page.console_errors().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn coming_alive_moves_nothing() -> Result<()> {
    let server = Server::start(&dist())?;
    for width in [360, 768, 1280] {
        let look = Look::of_width(width);
        let session = Session::start(Browser::Chromium, look).await?;
        let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
        let shift = "return new Promise((done) => new PerformanceObserver((list) =>
            done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
            .observe({ type: 'layout-shift', buffered: true })
            || requestAnimationFrame(() => requestAnimationFrame(() => done(0))))";
        let shift = page.run(shift).await?;
        ensure!(shift == 0, "at {width} px the page moved by {shift}");
    }
    Ok(())
}

#[tokio::test]
async fn the_unbuilt_page_says_how_to_build_it() -> Result<()> {
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    session
        .driver
        .goto(format!("file://{}/index.html", root().display()))
        .await?;
    let text = session
        .driver
        .execute("return document.body.innerText", vec![])
        .await?;
    let text = text.json().as_str().unwrap_or_default().trim().to_owned();
    ensure!(
        text.contains("cargo xtask build") && text.lines().count() == 1,
        "{text}"
    );
    Ok(())
}
