//! Headings at the levels that the page has left for them, and what else a page by
//! itself is expected to have.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, VIEWS, dist};

/// Each heading that is there, as `level class`.
const HEADINGS: &str = "[...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) =>
    `${heading.ariaLevel ?? heading.localName[1]} ${heading.className}`).join('; ')";

async fn follow(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for (said, level) in [
        ("", 2),
        ("heading-level=\"1\"", 1),
        ("heading-level=\"3\"", 3),
        ("heading-level=\"6\"", 6),
        ("heading-level=\"0\"", 2),
        ("heading-level=\"7\"", 2),
        ("heading-level=\"first\"", 2),
    ] {
        let body = format!(
            "<h1>News</h1><stance-comparison src=\"articles/ceasefire-2025.json\" {said}></stance-comparison>{SCRIPT}"
        );
        let page = Page::with_body(&session, &server, &body).await?;
        page.wait("root?.querySelector('.about') != null").await?;
        for view in VIEWS {
            page.show(view).await?;
            page.open_cell("ukraine/ceasefire").await?;
            let headings = page.text(HEADINGS).await?;
            for heading in headings.split("; ") {
                let (at, class) = heading.split_once(' ').context("a level and a class")?;
                let at: i32 = at.parse()?;
                let below = match class {
                    "headline" => 0..1,
                    "minor-heading" => 1..3,
                    _ => 1..2,
                };
                ensure!(
                    below.contains(&(at - level)),
                    "{browser:?}, {said}, {view}: {heading} of {headings}"
                );
            }
            ensure!(headings.contains("headline") && headings.contains("evidence-heading"));
        }
    }
    // It can be changed, as any property can; what the reader looks at stays.
    page_changes(&session, &server).await
}

async fn page_changes(session: &Session, server: &Server) -> Result<()> {
    let page = Page::open(session, server, Origin::Http, "index.html").await?;
    page.show("versus").await?;
    for level in ["4", "1"] {
        page.within(0, &format!("void (root.host.headingLevel = {level})"))
            .await?;
        page.wait(&format!(
            "root.querySelector('.mount:not([hidden]) h{level}.headline') !== null
             && root.host.getAttribute('heading-level') === '{level}'
             && root.host.state.view === 'versus'"
        ))
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn headings_follow_what_the_page_says_in_chromium() -> Result<()> {
    follow(Browser::Chromium).await
}

#[tokio::test]
async fn headings_follow_what_the_page_says_in_firefox() -> Result<()> {
    follow(Browser::Firefox).await
}

#[tokio::test]
async fn headings_follow_what_the_page_says_in_webkit() -> Result<()> {
    follow(Browser::WebKit).await
}

/// One title, one place for what it is about, and a line for those who list it.
#[tokio::test]
async fn every_page_of_the_build_says_what_it_is() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for name in [
        "index.html",
        "standalone.html",
        "frame.html?built-in=yes",
        "news-page.html",
        "embed.html",
        "styling.html",
        "studio.html",
    ] {
        let page = Page::open_only(&session, &server, Origin::Http, name).await?;
        if !name.starts_with("studio") {
            page.ready().await?;
        }
        page.wait(
            "(() => { const all = (selector) => [...document.querySelectorAll('*')].flatMap((e) =>
                [e, ...e.shadowRoot?.querySelectorAll('*') ?? []]).filter((e) => e.matches(selector) && e.checkVisibility());
              return all('h1').length === 1 && all('main').length === 1
                && document.querySelector('meta[name=description]')?.content.length > 40
                && document.title.length > 5; })()",
        )
        .await
        .with_context(|| format!("{name} has no h1, no main, no title or no description"))?;
        page.is_accessible().await.context(name)?;
    }
    Ok(())
}

/// In a frame the headline is the title of that page, unless the host counts on.
#[tokio::test]
async fn a_frame_begins_where_its_address_says() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for (said, level) in [("", 1), ("&heading-level=3", 3)] {
        let name = format!("frame.html?built-in=yes{said}");
        let page = Page::open(&session, &server, Origin::Http, &name).await?;
        page.wait(&format!("root.querySelector('h{level}.headline') !== null"))
            .await?;
    }
    Ok(())
}
