//! For every reader: small screens, paper, dark rooms, screen readers.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::json;

const VIEWS: [&str; 5] = ["matrix", "versus", "spectrum", "timeline", "statements"];

async fn show(page: &Page<'_>, view: &str) -> Result<()> {
    page.within(0, &format!("root.host.show({{ view: '{view}' }})"))
        .await?;
    page.wait(&format!(
        "root.getElementById('tab:{view}').ariaSelected === 'true'"
    ))
    .await
}

#[tokio::test]
async fn nobody_has_to_scroll_sideways() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for name in ["index.html", "news-page.html"] {
        let page = Page::open(&session, &server, Origin::Http, name).await?;
        for width in [320, 360, 768, 1280] {
            session
                .resize(Look {
                    width,
                    ..Look::default()
                })
                .await?;
            for view in VIEWS {
                show(&page, view).await?;
                let wide = page
                    .run("return document.documentElement.scrollWidth - innerWidth")
                    .await?;
                ensure!(
                    wide.as_i64().is_some_and(|w| w <= 0),
                    "{name}, {view}, {width} px: {wide} px too wide"
                );
                // Nothing sticks out of the comparison, either.
                let out = page
                    .within(
                        0,
                        "(() => { const box = root.querySelector('.comparison').getBoundingClientRect();
                          return [...root.querySelectorAll('.view *')].filter((e) => {
                            const r = e.getBoundingClientRect();
                            return r.width > 1 && (r.right > box.right + 5 || r.left < box.left - 5);
                          }).map((e) => e.className || e.tagName).slice(0, 5).join(); })()",
                    )
                    .await?;
                ensure!(out == "", "{name}, {view}, {width} px: {out} sticks out");
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
                show(&page, view).await?;
                let found = page.axe().await?;
                ensure!(
                    found.is_empty(),
                    "{view}, dark {dark}, {width} px: {found:#?}"
                );
            }
            show(&page, "matrix").await?;
            page.click("button[data-cell='united-states/aid']").await?;
            page.wait("root.querySelector('.evidence:popover-open') !== null")
                .await?;
            let found = page.axe().await?;
            ensure!(
                found.is_empty(),
                "evidence, dark {dark}, {width} px: {found:#?}"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_matrix_is_a_table_to_a_screen_reader_at_every_width() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        session
            .resize(Look {
                width,
                ..Look::default()
            })
            .await?;
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
    session
        .cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
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
