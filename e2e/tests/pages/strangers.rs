//! What a frame and its host page do not listen to.

use crate::framed::{fitted, host, inside, show};
use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::json;

/// What says such things to its parent, its first sibling and itself.
const STRANGER: &str = "<!DOCTYPE html><title>Stranger</title><script>
    for (const message of [
        { standpoint: 'hello' },
        { standpoint: 'height', height: 7 },
        { standpoint: 'event', name: 'stance-ready', detail: 'forged' },
        { standpoint: 'show', state: { view: 'timeline' } },
        { standpoint: 'follow', link: 'view=timeline' },
    ]) {
        parent.postMessage(message, '*');
        parent.frames[0].postMessage(message, '*');
    }
    parent.postMessage('the stranger is done', '*');
    parent.frames[0].postMessage('the stranger is done', '*');
</script>";

async fn strangers_are_ignored(browser: Browser) -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let listen = "<script>window.done = 0; addEventListener('message', (e) => e.data === 'the stranger is done' && window.done++)</script>";
    news.offer(
        "host.html",
        &host(&frames, "frame.html?built-in=yes", listen),
    );
    // Of the frame's origin, and not the frame.
    frames.offer("stranger.html", STRANGER);
    // Of the host's origin, and not the host; later in the frame's place, and
    // not of its origin.
    news.offer("stranger.html", STRANGER);
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    page.wait("heard.length === 1").await?;
    let height = fitted(&session, &page).await?;
    inside(&session, 0, async || page.run(
        "window.done = 0; window.views = []; document.addEventListener('stance-change', (e) => views.push(e.detail.view));
         addEventListener('message', (e) => e.data === 'the stranger is done' && window.done++)",
    ).await).await?;
    for origin in [frames.origin(), news.origin()] {
        page.run(&format!(
            "const frame = document.createElement('iframe');
             frame.src = '{origin}/stranger.html';
             document.body.append(frame);"
        ))
        .await?;
    }
    page.wait("window.done === 2").await?;
    inside(&session, 0, async || page.wait("window.done === 2").await).await?;
    // What the true host asks for afterwards is the first that comes of it.
    show(&page, json!({ "view": "spectrum" })).await?;
    page.wait("view() === 'spectrum'").await?;
    inside(&session, 0, async || {
        let views = page.run("return views.join()").await?;
        ensure!(views == "spectrum", "{browser:?}: it showed {views}");
        Ok(())
    })
    .await?;
    ensure!(fitted(&session, &page).await? > 7.0 && height > 7.0);

    page.run(&format!(
        "window.done = 0; window.before = document.querySelector('iframe').style.height;
         frames[0].location = '{}/stranger.html'",
        news.origin()
    ))
    .await?;
    page.wait("window.done === 1").await?;
    ensure!(
        page.run("return document.querySelector('iframe').style.height === before")
            .await?
            == true
    );
    let forged = page
        .run("return heard.filter((e) => e.detail === 'forged').length")
        .await?;
    ensure!(
        forged == 0,
        "{browser:?}: {forged} forged events were passed on"
    );
    Ok(())
}

#[tokio::test]
async fn strangers_are_ignored_on_both_sides_in_chromium() -> Result<()> {
    strangers_are_ignored(Browser::Chromium).await
}

#[tokio::test]
async fn strangers_are_ignored_on_both_sides_in_firefox() -> Result<()> {
    strangers_are_ignored(Browser::Firefox).await
}

#[tokio::test]
async fn strangers_are_ignored_on_both_sides_in_webkit() -> Result<()> {
    strangers_are_ignored(Browser::WebKit).await
}

/// With `origin` a frame speaks with pages of that origin and no other.
#[tokio::test]
async fn a_frame_for_one_origin_tells_no_other() -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let frame = format!("frame.html?built-in=yes&origin={}", news.origin());
    news.offer("host.html", &host(&frames, &frame, ""));
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    page.wait("heard.length === 1").await?;
    let other = host(
        &frames,
        "frame.html?built-in=yes&origin=https://other.example",
        "",
    );
    news.offer("other.html", &other);
    let page = Page::open_only(&session, &news, Origin::Http, "other.html").await?;
    inside(&session, 0, async || {
        page.wait("root?.querySelector('.matrix') != null").await
    })
    .await?;
    inside(&session, 0, async || {
        page.run("addEventListener('message', (e) => window.greeted = e.data.standpoint)")
            .await
    })
    .await?;
    page.run("frames[0].postMessage({ standpoint: 'hello' }, '*')")
        .await?;
    inside(&session, 0, async || {
        page.wait("window.greeted === 'hello'").await
    })
    .await?;
    ensure!(
        page.run("return heard.length + document.querySelector('iframe').style.height")
            .await?
            == "0"
    );
    Ok(())
}

/// From the right window, of the right origin, and yet no message.
const NONSENSE: &str = "for (const message of [
        null, 7, 'height', [], {}, { standpoint: 7 }, { standpoint: 'toString' },
        { standpoint: 'constructor' }, { standpoint: 'height' }, { standpoint: 'height', height: 'tall' },
        { standpoint: 'height', height: -1 }, { standpoint: 'height', height: 1e9 },
        { standpoint: 'height', height: NaN }, { standpoint: 'event', name: 'click', detail: 1 },
        { standpoint: 'show' }, { standpoint: 'show', state: 'versus' }, { standpoint: 'show', state: null },
        { standpoint: 'follow' }, { standpoint: 'follow', link: {} },
    ]) target.postMessage(message, '*');";

#[tokio::test]
async fn what_means_nothing_does_nothing() -> Result<()> {
    let (news, frames) = (Server::start(&dist())?, Server::start(&dist())?);
    let listen = "<script>window.clicked = false; addEventListener('click', () => window.clicked = true)</script>";
    news.offer(
        "host.html",
        &host(&frames, "frame.html?built-in=yes", listen),
    );
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    page.wait("heard.length === 1").await?;
    let before = fitted(&session, &page).await?;
    page.run(&format!("const target = frames[0]; {NONSENSE}"))
        .await?;
    inside(&session, 0, async || {
        page.run(&format!("const target = parent; {NONSENSE}"))
            .await
    })
    .await?;
    // What means something comes after it, on the same way.
    show(&page, json!({ "parties": ["russia"] })).await?;
    page.wait("heard.at(-1).name === 'change'").await?;
    let heard = page.run("return heard.length + String(clicked)").await?;
    ensure!(heard == "2false", "{heard}");
    show(&page, json!("")).await?;
    page.wait("heard.length === 3").await?;
    let after = fitted(&session, &page).await?;
    ensure!(before == after, "{before} and {after}");
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}
