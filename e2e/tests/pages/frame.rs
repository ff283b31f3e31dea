//! The page for frames and the script beside it: height, state, whose documents.

use crate::framed::{fitted, host, inside, show};
use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::{Value, json};

const TOWN: &str = "articles/harbour-town.json";

/// Two ports are two origins.
async fn both_ways(browser: Browser) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let frame = format!("frame.html?src={TOWN}&topics=terminal,dredging&theme=dark");
    news.offer("host.html", &host(&frames, &frame, ""));
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    page.wait(
        "heard.some((e) => e.name === 'ready' && e.on === 'iframe' && e.detail.view === 'matrix')",
    )
    .await?;
    let at_first = fitted(&session, &page).await?;
    // The host shows something: the frame grows, and shrinks again.
    show(&page, json!({ "view": "statements" })).await?;
    page.wait("heard.some((e) => e.name === 'change' && e.detail.view === 'statements')")
        .await?;
    inside(&session, 0, async || {
        page.wait("root.querySelector('.statements') !== null")
            .await
    })
    .await?;
    let statements = fitted(&session, &page).await?;
    show(&page, json!("versus=mayor,fishers&topic=terminal")).await?;
    page.wait("view() === 'versus'").await?;
    let versus = fitted(&session, &page).await?;
    ensure!(
        versus < statements && at_first != statements,
        "{browser:?}: {at_first}, {statements}, {versus}"
    );
    // Its border and padding are the host's and come on top.
    let outside = page
        .run("return document.querySelector('iframe').offsetHeight")
        .await?;
    ensure!(outside == versus + 16.0, "{outside} around {versus}");
    // The reader does something in the frame: the host hears it.
    show(&page, json!({ "view": "matrix" })).await?;
    page.wait("view() === 'matrix'").await?;
    inside(&session, 0, async || page.click("button[data-cell]").await).await?;
    page.wait("heard.some((e) => e.name === 'evidence' && typeof e.detail.open === 'string')")
        .await?;
    // A link in the host's own address leads into the frame.
    page.run("location.hash = '#stance__view_is_timeline'")
        .await?;
    page.wait("view() === 'timeline'").await?;
    page.run("history.back()").await?;
    page.wait("view() === 'matrix'").await?;
    let ready = page
        .run("return heard.filter((e) => e.name === 'ready').length")
        .await?;
    ensure!(ready == 1, "{browser:?}: it was ready {ready} times");
    let own: Vec<_> = news
        .asked()
        .into_iter()
        .filter(|path| path.contains("standpoint") || path.contains(TOWN))
        .collect();
    ensure!(
        own.is_empty(),
        "the host's own server was asked for {own:?}"
    );
    Ok(())
}

#[tokio::test]
async fn height_and_state_go_both_ways_in_chromium() -> Result<()> {
    both_ways(Browser::Chromium).await
}

#[tokio::test]
async fn height_and_state_go_both_ways_in_firefox() -> Result<()> {
    both_ways(Browser::Firefox).await
}

#[tokio::test]
async fn height_and_state_go_both_ways_in_webkit() -> Result<()> {
    both_ways(Browser::WebKit).await
}

/// Whoever comes late is told all the same; who is asked first waits.
#[tokio::test]
async fn either_side_may_be_late() -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    // No greeting of the frame's: it is not told where it stands.
    let silent = host(&frames, "frame.html?built-in=yes", "")
        .replace("<iframe", "<iframe referrerpolicy=\"no-referrer\"");
    let (alone, _) = silent.rsplit_once("<script").context("it ends so")?;
    news.offer("host.html", alone);
    for browser in Browser::ALL {
        let session = Session::start(browser, Look::default()).await?;
        let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
        inside(&session, 0, async || {
            page.wait("root?.querySelector('.matrix') != null").await
        })
        .await?;
        ensure!(page.run("return heard.length").await? == 0);
        page.run(&format!(
            "const script = document.createElement('script');
             script.src = '{}/standpoint-frame.js';
             document.head.append(script)",
            frames.origin()
        ))
        .await?;
        page.wait("heard.length === 1 && heard[0].detail.view === 'matrix'")
            .await?;
        fitted(&session, &page).await?;

        // The frame is the late one, and there is a second.
        frames.hold("frame.js");
        page.run(
            "const frame = document.querySelector('iframe').cloneNode();
             frame.src = frame.src + '?lang=uk';
             document.body.prepend(frame);
             frame.dispatchEvent(new CustomEvent('stance-show', { detail: { view: 'spectrum' } }))",
        )
        .await?;
        frames.release();
        page.wait("heard.length === 2 && heard[1].detail.view === 'spectrum'")
            .await?;
        fitted(&session, &page).await?;
    }
    Ok(())
}

/// Nobody's words come under a site's name that it has not let in.
#[tokio::test]
async fn documents_of_other_origins_are_not_shown_unless_named() -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    news.header("Access-Control-Allow-Origin", "*");
    let elsewhere = format!("{}/{TOWN}", news.origin());
    // Also not by way of an address of its own.
    frames.redirect("moved.json", &elsewhere);
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for (src, said) in [
        (&*elsewhere, news.origin()),
        ("moved.json", news.origin()),
        ("javascript:alert(1)", "is no address of a document"),
        ("data:application/json,{}", "is no address of a document"),
        ("//", "is no address of a document"),
    ] {
        news.offer(
            "host.html",
            &host(&frames, &format!("frame.html?src={src}"), ""),
        );
        let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
        page.wait("heard.length === 1 && heard[0].name === 'error'")
            .await?;
        let message = page.text("heard[0].detail.message").await?;
        ensure!(message.contains(said), "{src}: {message}");
        fitted(&session, &page).await?;
        inside(&session, 0, async || {
            let seen = page.text("(document.querySelector('.notice') ?? root.querySelector('.notice')).innerText").await?;
            ensure!(seen.contains(said), "{src}: {seen}");
            let shown = page.within(0, "root?.querySelector('.matrix') ?? null").await?;
            ensure!(shown == Value::Null, "{src} is shown");
            let script = page.run("return document.querySelector('a[href^=javascript]')").await?;
            ensure!(script == Value::Null);
            Ok(())
        })
        .await?;
    }
    // The one that was led on to is asked for before it can be refused.
    let asked = news
        .asked()
        .iter()
        .filter(|path| path.ends_with(TOWN))
        .count();
    ensure!(asked == 1, "the document was asked for {asked} times");

    let own = std::fs::read_to_string(dist().join("frame.html"))?;
    let named = format!("content=\"https://a.example {}\"", news.origin());
    let open = own.replace(
        "standpoint-origins\" content=\"\"",
        &format!("standpoint-origins\" {named}"),
    );
    ensure!(open != own, "frame.html names no origins");
    frames.offer(
        "open/frame.html",
        &open.replace("<head>", "<head><base href=\"/\">"),
    );
    for src in [&*elsewhere, "moved.json"] {
        let frame = format!("open/frame.html?src={src}");
        let page_of = host(&frames, &frame, "").replace("<iframe", "<iframe data-standpoint");
        news.offer("host.html", &page_of);
        let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
        page.wait("heard.length === 1 && heard[0].name === 'ready'")
            .await?;
    }
    Ok(())
}
