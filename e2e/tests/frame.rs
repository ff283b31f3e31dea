//! The page for frames, the script beside it, and lines that a page's editor
//! has taken parts out of.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::{Value, json};

const TOWN: &str = "articles/harbour-town.json";

/// A host page that holds a frame, and notes what it hears of it.
fn host(frames: &Server, frame: &str, more: &str) -> String {
    let base = frames.origin();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title>\
         <style>body {{ margin: 0 }} iframe {{ box-sizing: border-box; border: 3px solid; padding: 5px }}</style>\
         <script>window.heard = [];\
         for (const name of ['ready', 'change', 'evidence', 'error']) document.addEventListener(\
         'stance-' + name, (e) => heard.push({{ name, detail: e.detail, on: e.target.localName }}));\
         window.view = () => heard.findLast((e) => e.name === 'change')?.detail.view;</script>\
         <iframe src=\"{base}/{frame}\" title=\"Comparison\" width=\"100%\" height=\"300\"></iframe>\
         {more}<script src=\"{base}/standpoint-frame.js\" async></script>"
    )
}

/// Runs something inside of the n-th frame.
async fn inside<T>(
    session: &Session,
    nth: u16,
    what: impl AsyncFnOnce() -> Result<T>,
) -> Result<T> {
    session.driver.enter_frame(nth).await?;
    let result = what().await;
    session.driver.enter_default_frame().await?;
    result
}

/// Waits until the frame is just as high as what it shows, and says how high.
async fn fitted(session: &Session, page: &Page<'_>) -> Result<f64> {
    inside(session, 0, async || {
        page.wait(
            "document.documentElement.matches('.followed')
                && innerHeight === Math.ceil(document.body.getBoundingClientRect().height)",
        )
        .await?;
        let height = page.run("return innerHeight").await?;
        height.as_f64().context("a height is a number")
    })
    .await
}

async fn show(page: &Page<'_>, state: Value) -> Result<()> {
    page.run(&format!(
        "document.querySelector('iframe').dispatchEvent(
             new CustomEvent('stance-show', {{ detail: {state} }}))"
    ))
    .await?;
    Ok(())
}

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
    page.run("location.hash = '#stance:view=timeline'").await?;
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
    let silent = host(&frames, "frame.html", "")
        .replace("<iframe", "<iframe referrerpolicy=\"no-referrer\"");
    let (alone, _) = silent.rsplit_once("<script").context("it ends so")?;
    news.offer("host.html", alone);
    for browser in [Browser::Chromium, Browser::Firefox] {
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
    let listen = "<script>addEventListener('message', (e) => window.done = e.data === 'the stranger is done')</script>";
    news.offer("host.html", &host(&frames, "frame.html", listen));
    // Of the frame's origin, and not the frame.
    frames.offer("stranger.html", STRANGER);
    // In the frame's place, and not of its origin.
    news.offer("stranger.html", STRANGER);
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    page.wait("heard.length === 1").await?;
    let height = fitted(&session, &page).await?;
    inside(&session, 0, async || page.run(
        "window.views = []; document.addEventListener('stance-change', (e) => views.push(e.detail.view));
         addEventListener('message', (e) => window.done = e.data === 'the stranger is done')",
    ).await).await?;
    page.run(&format!(
        "const frame = document.createElement('iframe');
         frame.src = '{}/stranger.html';
         document.body.append(frame);",
        frames.origin()
    ))
    .await?;
    page.wait("window.done === true").await?;
    inside(&session, 0, async || {
        page.wait("window.done === true").await
    })
    .await?;
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
        "window.done = false; window.before = document.querySelector('iframe').style.height;
         frames[0].location = '{}/stranger.html'",
        news.origin()
    ))
    .await?;
    page.wait("window.done === true").await?;
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
    let frame = format!("frame.html?origin={}", news.origin());
    news.offer("host.html", &host(&frames, &frame, ""));
    let page = Page::open_only(&session, &news, Origin::Http, "host.html").await?;
    page.wait("heard.length === 1").await?;
    let other = host(&frames, "frame.html?origin=https://other.example", "");
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
