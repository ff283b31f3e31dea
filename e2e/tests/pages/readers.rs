//! For every reader: small screens, paper, dark rooms, screen readers.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, VIEWS, dist};
use serde_json::json;

#[tokio::test]
async fn nobody_has_to_scroll_sideways() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for name in ["index.html", "news-page.html"] {
        let page = Page::open(&session, &server, Origin::Http, name).await?;
        for width in [320, 360, 768, 1280] {
            session.resize(Look::of_width(width)).await?;
            for view in VIEWS {
                page.show(view).await?;
                let wide = page
                    .run("return document.documentElement.scrollWidth - innerWidth")
                    .await?;
                ensure!(
                    wide.as_i64().is_some_and(|w| w <= 0),
                    "{name}, {view}, {width} px: {wide} px too wide"
                );
                let whole = page.is_within_its_width().await;
                whole.with_context(|| format!("{name}, {view}, {width} px"))?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn axe_finds_nothing_in_any_view_and_theme() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for dark in [false, true] {
        for width in [360, 1280] {
            session
                .resize(Look {
                    width,
                    dark,
                    ..Look::default()
                })
                .await?;
            let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
            for view in VIEWS {
                page.show(view).await?;
                let accessible = page.is_accessible().await;
                accessible.with_context(|| format!("{view}, dark {dark}, {width} px"))?;
            }
            page.show("matrix").await?;
            page.click("button[data-cell='united-states/aid']").await?;
            page.wait("root.querySelector('.evidence:popover-open') !== null")
                .await?;
            let accessible = page.is_accessible().await;
            accessible.with_context(|| format!("evidence, dark {dark}, {width} px"))?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_matrix_is_a_table_to_a_screen_reader_at_every_width() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        session.resize(Look::of_width(width)).await?;
        let _page = Page::open(&session, &server, Origin::Http, "index.html").await?;
        let tree = session
            .cdp("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let count = |role: &str| {
            nodes
                .iter()
                .filter(|n| n["ignored"] != true && n["role"]["value"] == role)
                .count()
        };
        let found = (
            count("table"),
            count("columnheader"),
            count("rowheader"),
            count("cell"),
        );
        // Nine topics and three groups of them head the rows.
        ensure!(found == (1, 5, 12, 36), "at {width} px there are {found:?}");
    }
    Ok(())
}

#[tokio::test]
async fn on_paper_everything_is_unrolled() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.print().await?;
    let shown = "[...root.querySelectorAll('.evidence figure')].filter((f) => f.checkVisibility()
        && f.getBoundingClientRect().height > 10).length";
    let all = page
        .within(0, "root.querySelectorAll('.evidence figure').length")
        .await?;
    ensure!(all.as_i64().is_some_and(|n| n > 20), "{all} statements");
    ensure!(
        page.within(0, shown).await? == all,
        "some of {all} statements are not printed"
    );
    ensure!(
        page.within(0, "!root.querySelector('.toolbar').checkVisibility()")
            .await?
            == true,
        "the tabs are printed"
    );
    let notes = "root.querySelector('.about .notes').getBoundingClientRect().height > 50";
    ensure!(
        page.within(0, notes).await? == true,
        "the notes are not printed"
    );
    Ok(())
}

/// The middle of an element, in the window's coordinates, when it has come to
/// rest: what is placed beside a button follows it a frame later.
async fn middle(page: &Page<'_>, selector: &str) -> Result<(f64, f64)> {
    page.within(
        0,
        &format!("root.querySelector(\"{selector}\").scrollIntoView({{ block: 'nearest' }})"),
    )
    .await?;
    page.wait(&format!(
        "(() => {{ const r = root.querySelector(\"{selector}\").getBoundingClientRect();
            const place = [r.x + r.width / 2, r.y + r.height / 2];
            const rests = String(window.middle) === String(place);
            window.middle = place; return rests; }})()"
    ))
    .await?;
    let place = page.run("return window.middle").await?;
    let number = |index: usize| place[index].as_f64().unwrap_or_default();
    Ok((number(0), number(1)))
}

async fn tap(session: &Session, page: &Page<'_>, selector: &str) -> Result<()> {
    let (x, y) = middle(page, selector).await?;
    let start = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
    session.cdp("Input.dispatchTouchEvent", start).await?;
    let end = json!({ "type": "touchEnd", "touchPoints": [] });
    session.cdp("Input.dispatchTouchEvent", end).await?;
    Ok(())
}

/// The main job on a phone: from a cell to its words and to another cell that
/// rests on them, with a finger, which hovers over nothing.
#[tokio::test]
async fn a_finger_is_enough() -> Result<()> {
    let server = Server::start(&dist())?;
    let look = Look {
        width: 360,
        height: 740,
        ..Look::default()
    };
    let session = Session::start(Browser::Chromium, look).await?;
    session
        .cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true }),
        )
        .await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    tap(&session, &page, "button[data-cell='ukraine/ceasefire']").await?;
    page.wait(
        "root.getElementById('evidence:ukraine:ceasefire')?.matches(':popover-open') === true",
    )
    .await?;
    let other = "[id='evidence:ukraine:ceasefire'] .bears button";
    let leads_to = page
        .text(&format!("root.querySelector(\"{other}\").dataset.cell"))
        .await?;
    tap(&session, &page, other).await?;
    let id = format!("evidence:{}", leads_to.replace('/', ":"));
    page.wait(&format!(
        "root.getElementById('{id}')?.matches(':popover-open') === true"
    ))
    .await?;
    // Closed, it gives way to what it was opened from, and so does the state.
    tap(&session, &page, &format!("[id='{id}'] .close")).await?;
    page.wait("root.host.state.open === 'ukraine/ceasefire'")
        .await?;
    tap(&session, &page, "[id='evidence:ukraine:ceasefire'] .close").await?;
    page.wait("root.querySelector('.evidence:popover-open') === null && !root.host.state.open")
        .await?;
    tap(&session, &page, "[id='tab:statements']").await?;
    page.wait("root.querySelector('.statements-view') !== null")
        .await?;
    tap(&session, &page, ".fold summary").await?;
    tap(&session, &page, ".kinds label").await?;
    page.wait("root.querySelector('.hits').textContent !== '27 of 27 statements.'")
        .await
}

/// Whatever is shown, paper has every quotation with its paragraph.
#[tokio::test]
async fn every_view_is_printed_with_its_quotations() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.print().await?;
    for view in VIEWS {
        page.show(view).await?;
        let missing = page
            .within(
                0,
                "(() => { const text = root.querySelector('.comparison').innerText;
                    const quotes = [...root.querySelectorAll('.evidence figure.direct_quote')];
                    return quotes.filter((q) => !text.includes(q.querySelector('.words').innerText.trim())
                        || !/paragraph \\d/.test(q.innerText)).length + (quotes.length > 2 ? 0 : 100); })()",
            )
            .await?;
        ensure!(missing == 0, "{view}: {missing} quotations are not printed");
    }
    Ok(())
}
