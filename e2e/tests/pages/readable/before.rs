//! The script comes late: what the reader has done by then stays.

use super::{MOUNT, open_rendered, styled};
use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::{Value, json};

/// All that could move, flash or be lost.
fn everything() -> String {
    format!(
        "(() => {{
            const mount = {MOUNT};
            // Of evidence there may be more in one than in the other.
            const around = root.activeElement?.closest('.evidence');
            const all = [...mount.querySelectorAll(around ? `[id='${{around.id}}'] *` : ':not(.all-evidence *)')];
            const about = mount.querySelector('.about');
            const place = (e) => {{
                const {{ x, y, width, height }} = e.getBoundingClientRect();
                return [x, y, width, height].map(Math.round).join();
            }};
            return {{
                open: [...mount.querySelectorAll('.evidence:popover-open')].map((e) =>
                    [e.id, Math.round(e.scrollTop), place(e), getComputedStyle(e).opacity].join(' ')).sort(),
                about: [about.open, place(about)].join(' '),
                focus: [around?.id, all.indexOf(root.activeElement)].join(' '),
                matrix: place(mount.querySelector('.matrix')),
                scrolled: Math.round(scrollY),
            }};
        }})()"
    )
}

/// A page of which the WebAssembly does not come before it is let go.
async fn held<'a>(session: &'a Session, server: &Server) -> Result<Page<'a>> {
    server.hold(".wasm");
    let page = Page::open_only(session, server, Origin::Http, "index.html").await?;
    styled(&page).await?;
    if session.browser == Browser::WebKit {
        // It can leave what has moved at where it came from, until it is drawn anew.
        let still = "(() => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync('[popover] { animation: none !important; }');
                root.adoptedStyleSheets.push(sheet);
            })()";
        page.within(0, still).await?;
    }
    Ok(page)
}

/// What is noted of the page, but for how far down the open panels are.
fn without_top(noted: &Value) -> Value {
    let mut noted = noted.clone();
    for panel in noted["open"].as_array_mut().into_iter().flatten() {
        let said = panel.as_str().unwrap_or_default();
        let kept: Vec<&str> = said
            .split(',')
            .enumerate()
            .filter(|(at, _)| *at != 1)
            .map(|(_, part)| part)
            .collect();
        *panel = kept.join(",").into();
    }
    noted
}

/// Lets the WebAssembly go and looks at every frame until the comparison is
/// alive, with `open` open, and stands still.
async fn come_alive(page: &Page<'_>, server: &Server, open: Value) -> Result<Vec<Value>> {
    page.settle().await?;
    let before = page.within(0, &everything()).await?;
    let watch = format!(
        "const root = document.querySelector('stance-comparison').shadowRoot;
         window.__seen = new Set();
         window.__shift = 0;
         new PerformanceObserver((list) => list.getEntries().forEach((e) => window.__shift += e.value))
             .observe({{ type: 'layout-shift' }});
         const look = () => {{
             window.__seen.add(JSON.stringify({}));
             requestAnimationFrame(look);
         }};
         look();",
        everything()
    );
    page.run(&watch).await?;
    ensure!(
        page.within(0, "root.querySelector('.inert') !== null")
            .await?
            == true,
        "it is alive already"
    );
    server.release();
    page.wait(&format!(
        "root.host.state != null && root.host.state.open == {open}
            && root.querySelector('.inert') === null"
    ))
    .await?;
    page.settle().await?;
    ensure!(page.run("return window.__shift").await? == 0);
    let seen = page
        .run("return [...window.__seen].map((e) => JSON.parse(e))")
        .await?;
    let after = page.within(0, &everything()).await?;
    ensure!(after == before, "{before}\nhas become\n{after}");
    let seen: Vec<Value> = serde_json::from_value(seen)?;
    // Firefox draws what it has just placed in the middle of the window once as far off
    // as the page is scrolled.
    let firefox = page.run("return 'mozInnerScreenX' in window").await? == true;
    ensure!(
        seen.iter()
            .all(|frame| *frame == before || firefox && without_top(frame) == without_top(&before)),
        "in between there was {seen:?}"
    );
    Ok(seen)
}

async fn nothing_is_lost(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    // So low that the evidence does not fit in, wherever it opens.
    let look = Look {
        height: 440,
        ..Look::default()
    };
    let session = Session::start(browser, look).await?;
    if browser == Browser::Chromium {
        session
            .emulate("", &[("prefers-reduced-motion", "no-preference")])
            .await?;
    }
    let page = held(&session, &server).await?;
    page.click(".about > summary").await?;
    page.wait("root.querySelector('.about').open").await?;
    page.run("scrollTo(0, 40)").await?;
    page.click("button[data-cell='russia/ceasefire']").await?;
    page.wait("root.querySelector('.evidence:popover-open') !== null")
        .await?;
    // Not every browser gives the focus to what is clicked.
    let cell = "root.querySelector(\"button[data-cell='russia/ceasefire']\")";
    page.within(0, &format!("{cell}.focus({{ preventScroll: true }})"))
        .await?;
    // How high it is the browser knows when it has placed it.
    let panel = "root.querySelector('.evidence:popover-open')";
    page.wait(&format!(
        "({panel}.scrollTop = 70, {panel}.scrollTop === 70)"
    ))
    .await?;
    come_alive(&page, &server, json!("russia/ceasefire")).await?;
    // It has not only stayed: it is the widget's own by now.
    page.within(0, "root.host.show({ open: null })").await?;
    page.wait("root.querySelector('.evidence:popover-open') === null")
        .await
}

#[tokio::test]
async fn nothing_is_lost_in_chromium() -> Result<()> {
    nothing_is_lost(Browser::Chromium).await
}

#[tokio::test]
async fn nothing_is_lost_in_firefox() -> Result<()> {
    nothing_is_lost(Browser::Firefox).await
}

#[tokio::test]
async fn nothing_is_lost_in_webkit() -> Result<()> {
    nothing_is_lost(Browser::WebKit).await
}

/// One evidence was opened from another, and the focus is in the first.
async fn one_over_another(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = held(&session, &server).await?;
    // Whichever comes first in the page.
    for later in [true, false] {
        let link = format!(
            "[...root.querySelectorAll('.evidence .cell-link')].find((link) => {{
                const from = link.closest('.evidence');
                const to = root.getElementById(link.getAttribute('popovertarget'));
                return Boolean(from.compareDocumentPosition(to) & 4) === {later};
            }})"
        );
        let ids = format!("[{link}.closest('.evidence').dataset.of, {link}.dataset.cell]");
        let ids = page.within(0, &ids).await?;
        let [Some(under), Some(over)] = [ids[0].as_str(), ids[1].as_str()] else {
            anyhow::bail!("no evidence leads to another: {ids}");
        };
        page.click(&format!(".matrix [data-cell='{under}']"))
            .await?;
        let inner = format!(".evidence:popover-open .cell-link[data-cell='{over}']");
        page.click(&inner).await?;
        page.wait("root.querySelectorAll('.evidence:popover-open').length === 2")
            .await?;
        page.within(0, &format!("root.querySelector(\"{inner}\").focus()"))
            .await?;
        come_alive(&page, &server, json!(over)).await?;
        held(&session, &server).await?;
    }
    Ok(())
}

#[tokio::test]
async fn one_over_another_stays_so_in_chromium() -> Result<()> {
    one_over_another(Browser::Chromium).await
}

#[tokio::test]
async fn one_over_another_stays_so_in_firefox() -> Result<()> {
    one_over_another(Browser::Firefox).await
}

async fn the_focus_stays(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = held(&session, &server).await?;
    page.run("scrollTo(0, 200)").await?;
    page.within(
        0,
        "root.querySelector(\"button[data-cell='ukraine/ceasefire']\").focus()",
    )
    .await?;
    come_alive(&page, &server, Value::Null).await?;
    let focused = page.text("root.activeElement.dataset.cell").await?;
    ensure!(focused == "ukraine/ceasefire", "{focused}");
    // And inside of what is open.
    let page = held(&session, &server).await?;
    page.click("button[data-cell='russia/ceasefire']").await?;
    page.within(
        0,
        "root.querySelector('.evidence:popover-open .close').focus()",
    )
    .await?;
    come_alive(&page, &server, json!("russia/ceasefire")).await?;
    ensure!(page.text("root.activeElement.className").await? == "close");
    Ok(())
}

#[tokio::test]
async fn the_focus_stays_in_chromium() -> Result<()> {
    the_focus_stays(Browser::Chromium).await
}

#[tokio::test]
async fn the_focus_stays_in_firefox() -> Result<()> {
    the_focus_stays(Browser::Firefox).await
}

#[tokio::test]
async fn the_focus_stays_in_webkit() -> Result<()> {
    the_focus_stays(Browser::WebKit).await
}

#[tokio::test]
async fn what_was_rendered_is_what_comes_alive() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for source in [None, Some("--src=articles/harbour-town.json")] {
        let options: Vec<_> = ["--lang=uk"].into_iter().chain(source).collect();
        let page = open_rendered(&session, &server, "harbour-town", &options).await?;
        page.ready().await?;
        ensure!(
            page.within(0, "root.querySelector('.inert') === null")
                .await?
                == true
        );
        let headline = page
            .text("root.querySelector('.headline').textContent")
            .await?;
        ensure!(headline.starts_with("Fiction"), "{headline}");
        ensure!(page.text("root.querySelector('.comparison').lang").await? == "uk");
        ensure!(page.console_errors().await?.is_empty());
    }
    Ok(())
}
