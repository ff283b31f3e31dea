//! The lines that a reader or a newsroom copies, in pages whose editors leave
//! of them what they like.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist, page_with};

const TOWN: &str = "articles/harbour-town.json";

/// The lines that the widget gives for what it shows, here: the town's timeline
/// of two topics.
async fn lines(session: &Session, body: &str) -> Result<(Server, String)> {
    let server = Server::start(&dist())?;
    let page = Page::with_body(session, &server, &format!("{SCRIPT}{body}")).await?;
    page.ready().await?;
    page.within(
        0,
        "root.host.show({ view: 'timeline', topics: ['terminal', 'dredging'] })",
    )
    .await?;
    page.wait("root.querySelector('.timeline') !== null")
        .await?;
    let lines = page.lines_to_embed().await?;
    Ok((server, lines))
}

/// A page that has the lines far below, and no script of its own.
fn article(lines: &str) -> String {
    page_with(&format!(
        "<h1>News</h1><div style=\"height: 6000px\"></div>{lines}"
    ))
}

/// Without the elements of that name, their tags and, as with scripts and
/// frames, what is in them.
fn without(lines: &str, name: &str) -> Result<String> {
    let (before, rest) = lines
        .split_once(&format!("<{name}"))
        .with_context(|| format!("{lines} has no {name}"))?;
    let (_, after) = rest.split_once(&format!("</{name}>")).context("it ends")?;
    Ok(format!("{before}{after}"))
}

/// Without the element's tags; what is in them stays.
fn without_element(lines: &str) -> Result<String> {
    let (before, rest) = lines
        .split_once("<stance-comparison")
        .context("it is there")?;
    let (_, after) = rest.split_once('>').context("its tag ends")?;
    Ok(format!(
        "{before}{}",
        after.replace("</stance-comparison>", "")
    ))
}

const TOWN_ELEMENT: &str =
    "<stance-comparison src=\"articles/harbour-town.json\" loading=\"eager\"></stance-comparison>";

async fn alive(browser: Browser) -> Result<()> {
    let session = Session::start(browser, Look::default()).await?;
    let (server, lines) = lines(&session, TOWN_ELEMENT).await?;
    ensure!(
        lines.starts_with(&format!(
            "<script src=\"{}/standpoint.js\" integrity=\"sha384-",
            server.origin()
        )),
        "{lines}"
    );
    // Pasted by itself, into a paragraph, and by an editor that makes paragraphs
    // of everything between two blocks (as WordPress does).
    let paragraphs = lines
        .replacen("<div>", "<p><div>", 1)
        .replacen("<details", "</p>\n<details", 1)
        .replacen("</stance-comparison>", "<p></stance-comparison>", 1);
    for (name, pasted) in [
        ("plain.html", lines.clone()),
        ("inline.html", format!("<p>See: {lines}</p>")),
        ("paragraphs.html", paragraphs),
    ] {
        server.offer(name, &article(&pasted));
        let before = server.asked().len();
        let page = Page::open(&session, &server, Origin::Http, name).await?;
        let state = page
            .within(0, "root.host.state.view + root.host.state.topics")
            .await?;
        ensure!(
            state == "timelineterminal,dredging",
            "{browser:?} {name}: {state}"
        );
        for fallback in ["iframe", "details", "table"] {
            let seen = page
                .run(&format!(
                    "const e = document.querySelector('stance-comparison {fallback}');
                     return e === null ? 'elsewhere' : e.checkVisibility()"
                ))
                .await?;
            ensure!(seen == false, "{browser:?} {name}: {fallback} is {seen}");
        }
        page.run("scrollTo(0, document.body.scrollHeight)").await?;
        page.settle().await?;
        let asked = server.asked().split_off(before);
        ensure!(
            !asked.iter().any(|path| path.contains("frame")),
            "{browser:?} {name}: a frame was loaded: {asked:?}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn alive_nothing_of_the_rest_is_seen_or_loaded_in_chromium() -> Result<()> {
    alive(Browser::Chromium).await
}

#[tokio::test]
async fn alive_nothing_of_the_rest_is_seen_or_loaded_in_firefox() -> Result<()> {
    alive(Browser::Firefox).await
}

#[tokio::test]
async fn alive_nothing_of_the_rest_is_seen_or_loaded_in_webkit() -> Result<()> {
    alive(Browser::WebKit).await
}

async fn taken_apart(browser: Browser) -> Result<()> {
    let session = Session::start(browser, Look::default()).await?;
    let (server, lines) = lines(&session, TOWN_ELEMENT).await?;
    let scriptless = without(&lines, "script")?;
    let bare = without_element(&scriptless)?;
    // A loader that is not the one of the lines does not run.
    let sealed = lines.replacen("sha384-", "sha384-AAAA", 1);
    for (name, left) in [
        ("scriptless.html", &scriptless),
        ("bare.html", &bare),
        ("sealed.html", &sealed),
    ] {
        server.offer(name, &article(left));
        let page = Page::open_only(&session, &server, Origin::Http, name).await?;
        let frame = page
            .run(
                "const e = document.querySelector('iframe'); e.scrollIntoView();
                 return [e.checkVisibility(), e.loading, e.title, e.clientHeight, e.clientWidth > 600].join()",
            )
            .await?;
        let title = frame.as_str().unwrap_or_default();
        ensure!(
            title.starts_with("true,lazy,")
                && title.contains("Fiction")
                && title.ends_with(",640,true"),
            "{browser:?} {name}: {frame}"
        );
        session.driver.enter_frame(0).await?;
        page.ready().await?;
        let state = page
            .within(0, "root.host.state.view + root.host.state.topics")
            .await?;
        session.driver.enter_default_frame().await?;
        ensure!(
            state == "timelineterminal,dredging",
            "{browser:?} {name}: {state}"
        );
    }
    // No frames either: the table, of what was shown.
    server.offer("table.html", &article(&without(&bare, "iframe")?));
    let page = Page::open_only(&session, &server, Origin::Http, "table.html").await?;
    page.run("document.querySelector('summary').click()")
        .await?;
    page.wait("document.querySelector('table').checkVisibility()")
        .await?;
    let rows = page
        .run("return document.querySelectorAll('tbody th[scope=row]').length")
        .await?;
    ensure!(rows == 2, "{rows} rows");
    let read = page.run("return document.body.innerText").await?;
    let said = page
        .run("return document.querySelector('blockquote').innerText")
        .await?;
    let (read, said) = (
        read.as_str().unwrap_or_default(),
        said.as_str().unwrap_or_default(),
    );
    ensure!(!said.is_empty() && read.contains(said), "{read}");
    Ok(())
}

#[tokio::test]
async fn what_an_editor_leaves_is_read_in_chromium() -> Result<()> {
    taken_apart(Browser::Chromium).await
}

#[tokio::test]
async fn what_an_editor_leaves_is_read_in_firefox() -> Result<()> {
    taken_apart(Browser::Firefox).await
}

#[tokio::test]
async fn what_an_editor_leaves_is_read_in_webkit() -> Result<()> {
    taken_apart(Browser::WebKit).await
}

/// In pages of other origins the element needs the build's server to let them
/// in; where it does not the frame is shown, which needs nothing.
#[tokio::test]
async fn pages_of_other_origins_show_it_too() -> Result<()> {
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let (server, lines) = lines(&session, TOWN_ELEMENT).await?;
    let news = Server::start(&dist())?;
    news.offer("news.html", &article(&lines));
    let page = Page::open_only(&session, &news, Origin::Http, "news.html").await?;
    page.run("document.querySelector('iframe').scrollIntoView()")
        .await?;
    session.driver.enter_frame(0).await?;
    page.ready().await?;
    session.driver.enter_default_frame().await?;

    server.header("Access-Control-Allow-Origin", "*");
    session
        .cdp("Network.clearBrowserCache", serde_json::json!({}))
        .await?;
    let page = Page::open(&session, &news, Origin::Http, "news.html").await?;
    let view = page.within(0, "root.host.state.view").await?;
    ensure!(view == "timeline", "{view}");
    Ok(())
}

/// A comparison that cannot be loaded leaves the table.
#[tokio::test]
async fn a_comparison_that_fails_leaves_the_table() -> Result<()> {
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let (server, lines) = lines(&session, TOWN_ELEMENT).await?;
    server.lose(".wasm");
    server.offer("failing.html", &article(&lines));
    let page = Page::open_only(&session, &server, Origin::Http, "failing.html").await?;
    session
        .cdp("Network.clearBrowserCache", serde_json::json!({}))
        .await?;
    page.run("document.querySelector('stance-comparison').scrollIntoView()")
        .await?;
    page.wait("root?.querySelector('.notice') != null").await?;
    ensure!(
        page.run("return document.querySelector('details').checkVisibility()")
            .await?
            == true
    );
    server.find_all();
    page.click(".notice button").await?;
    // Not the one that is still coming.
    page.wait("root.querySelector('.mount:not([hidden]) .timeline') !== null")
        .await?;
    ensure!(
        page.run("return document.querySelector('details').checkVisibility()")
            .await?
            == false
    );
    Ok(())
}

/// A document that has no address goes along; there is no frame for it.
#[tokio::test]
async fn a_document_without_an_address_goes_along() -> Result<()> {
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let town = std::fs::read_to_string(dist().join(TOWN))?;
    let body = format!(
        "<stance-comparison><script type=\"application/json\">{town}</script></stance-comparison>"
    );
    let (server, lines) = lines(&session, &body).await?;
    ensure!(!lines.contains("<iframe"), "{lines}");
    server.offer("theirs.html", &article(&lines));
    let page = Page::open(&session, &server, Origin::Http, "theirs.html").await?;
    let headline = page
        .text("root.querySelector('.headline').textContent")
        .await?;
    ensure!(headline.contains("Fiction"), "{headline}");
    Ok(())
}

/// The page of the build that has such lines: its text works when it is copied,
/// and the widget's own are sealed alike.
#[tokio::test]
async fn the_ready_made_lines_work() -> Result<()> {
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let (server, own) = lines(&session, TOWN_ELEMENT).await?;
    let page = Page::open(&session, &server, Origin::Http, "embed.html").await?;
    let text = page
        .run("return document.querySelector('#element').value")
        .await?;
    let text = text.as_str().unwrap_or_default();
    let seal = |lines: &str| {
        let (_, rest) = lines.split_once("integrity=\"")?;
        rest.split_once('"').map(|(seal, _)| seal.to_owned())
    };
    ensure!(seal(text).is_some() && seal(text) == seal(&own), "{text}");
    let mine = text.replace(
        "https://your.example/standpoint/",
        &format!("{}/", server.origin()),
    );
    server.offer("copied.html", &article(&mine));
    let page = Page::open(&session, &server, Origin::Http, "copied.html").await?;
    ensure!(
        page.within(0, "root.querySelectorAll('.matrix td').length > 0")
            .await?
            == true
    );

    let page = Page::open(&session, &server, Origin::Http, "embed.html").await?;
    let text = page
        .run("return document.querySelector('#frame').value")
        .await?;
    let text = text.as_str().unwrap_or_default();
    let mine = text.replace(
        "https://your.example/standpoint/",
        &format!("{}/", server.origin()),
    );
    server.offer("framed.html", &article(&mine));
    let page = Page::open_only(&session, &server, Origin::Http, "framed.html").await?;
    page.run("document.querySelector('iframe').scrollIntoView()")
        .await?;
    page.wait("document.querySelector('iframe').style.height !== ''")
        .await?;
    Ok(())
}

/// From disk nobody has an origin that could be named, and nothing can be
/// fetched; the two find each other all the same.
async fn from_disk(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::File, "embed.html").await?;
    page.run("document.querySelectorAll('iframe')[1].scrollIntoView()")
        .await?;
    page.wait("document.querySelectorAll('iframe')[1].style.height !== ''")
        .await?;
    session.driver.enter_frame(1).await?;
    page.wait("innerHeight === Math.ceil(document.body.getBoundingClientRect().height)")
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_frame_from_disk_in_chromium() -> Result<()> {
    from_disk(Browser::Chromium).await
}

#[tokio::test]
async fn a_frame_from_disk_in_firefox() -> Result<()> {
    from_disk(Browser::Firefox).await
}

#[tokio::test]
async fn a_frame_from_disk_in_webkit() -> Result<()> {
    from_disk(Browser::WebKit).await
}
