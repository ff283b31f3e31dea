//! The main job: who stands where, in whose words. In every browser, from a
//! server and from disk.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use thirtyfour::Key;

const CELL: &str = "button[data-cell='russia/ceasefire']";
const EVIDENCE: &str = "root.getElementById('evidence:russia:ceasefire')";

async fn reader_finds_who_stands_where(page: &Page<'_>) -> Result<()> {
    let headline = page
        .text("root.querySelector('.headline').textContent")
        .await?;
    ensure!(headline.contains("ceasefire"), "the headline is {headline}");
    let overview = page
        .text("root.querySelector('.overview').textContent")
        .await?;
    ensure!(
        overview
            == "4 parties on 9 topics: they clash on 2; agree on 1; on 6 only one has a \
                     recorded position. In 22 of 36 places the article states no position.",
        "the overview is {overview}"
    );
    let cells = page
        .within(0, "root.querySelectorAll('.matrix td').length")
        .await?;
    ensure!(cells == 36, "{cells} cells");
    let silent = "[...root.querySelectorAll('.matrix td')]
        .filter((td) => td.querySelector('p.cell')?.textContent === 'Not stated in this article'
          && !td.querySelector('button')).length";
    ensure!(
        page.within(0, silent).await? == 22,
        "silent cells say so and open nothing"
    );
    Ok(())
}

async fn a_cell_leads_to_its_words_and_back(page: &Page<'_>) -> Result<()> {
    page.click(CELL).await?;
    page.wait(&format!("{EVIDENCE}.matches(':popover-open')"))
        .await?;
    page.wait("root.activeElement?.className === 'evidence-heading'")
        .await?;
    let heading = page.text("root.activeElement.textContent").await?;
    ensure!(
        heading.contains("Russia") && heading.contains("Against"),
        "{heading}"
    );
    let quoted = page
        .text(&format!(
            "{EVIDENCE}.querySelector('blockquote').textContent"
        ))
        .await?;
    ensure!(
        quoted
            == "“Our conditions remain unchanged. We will not accept a ceasefire that only \
                   benefits Kyiv and its allies.”",
        "the quotation is {quoted}"
    );
    let figure = format!("{EVIDENCE}.querySelector('figure.direct_quote').textContent");
    let figure = page.text(&figure).await?;
    for part in [
        "Direct quotation",
        "Konstantin Kosachev",
        "Russian Senator",
        "paragraph 7",
    ] {
        ensure!(figure.contains(part), "{part} is not in: {figure}");
    }
    page.key(Key::Escape).await?;
    page.wait(&format!("!{EVIDENCE}.matches(':popover-open')"))
        .await?;
    page.wait("root.activeElement?.dataset.cell === 'russia/ceasefire'")
        .await?;
    Ok(())
}

async fn a_party_can_be_left_out(page: &Page<'_>) -> Result<()> {
    let others =
        "[...root.querySelectorAll('.matrix td button.cell')].map((b) => b.textContent).join('|')";
    let before = page.text(others).await?;
    page.click("[popovertarget='choose:parties']").await?;
    page.click("input[name='europe-nato']").await?;
    page.wait("root.querySelectorAll('.matrix thead th').length === 4")
        .await?;
    ensure!(
        page.text(others).await? == before,
        "another party's cell has changed"
    );
    page.click("input[name='europe-nato']").await?;
    page.wait("root.querySelectorAll('.matrix thead th').length === 5")
        .await?;
    page.key(Key::Escape).await?;
    page.wait("!root.querySelector('.options:popover-open')")
        .await?;
    Ok(())
}

async fn two_parties_stand_side_by_side(page: &Page<'_>) -> Result<()> {
    page.click("[id='tab:versus']").await?;
    page.wait("root.querySelectorAll('.versus-row').length === 9")
        .await?;
    let tally = page
        .text("root.querySelector('.tally').textContent")
        .await?;
    ensure!(
        tally == "2 of 9 topics can be compared: 2 clashes. 7 cannot be compared.",
        "{tally}"
    );
    let rows = "[...root.querySelectorAll('.versus-row')].map((row) => row.classList[1]).join()";
    let rows = page.text(rows).await?;
    ensure!(
        rows.starts_with("clash,clash,unclear"),
        "the clashes come first: {rows}"
    );
    page.click(".swap").await?;
    let first = "root.querySelector('.versus-side .party').textContent";
    page.wait(&format!("{first} === 'Russia'")).await?;
    page.click("[id='tab:matrix']").await?;
    page.wait("root.querySelector('.matrix') !== null").await?;
    Ok(())
}

async fn every_view_opens(page: &Page<'_>) -> Result<()> {
    for (view, shown) in [
        (
            "spectrum",
            "root.querySelectorAll('.spectrum-row').length === 9",
        ),
        ("timeline", "root.querySelectorAll('.moment').length >= 6"),
        (
            "statements",
            "root.querySelectorAll('.view figure').length === 27",
        ),
        ("matrix", "root.querySelector('.matrix') !== null"),
    ] {
        page.click(&format!("[id='tab:{view}']")).await?;
        page.wait(shown)
            .await
            .with_context(|| format!("the view {view}"))?;
    }
    Ok(())
}

async fn nothing_else_is_asked_for(page: &Page<'_>) -> Result<()> {
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "asked for {foreign:?}");
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "on the console: {errors:?}");
    Ok(())
}

async fn main_job(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for (origin, name) in [
        (Origin::Http, "index.html"),
        (Origin::File, "index.html"),
        (Origin::File, "standalone.html"),
    ] {
        let story = async {
            let page = Page::open(&session, &server, origin, name).await?;
            reader_finds_who_stands_where(&page).await?;
            a_cell_leads_to_its_words_and_back(&page).await?;
            a_party_can_be_left_out(&page).await?;
            two_parties_stand_side_by_side(&page).await?;
            every_view_opens(&page).await?;
            nothing_else_is_asked_for(&page).await
        };
        story
            .await
            .with_context(|| format!("{browser:?}, {origin:?}, {name}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn the_main_job_in_chromium() -> Result<()> {
    main_job(Browser::Chromium).await
}

#[tokio::test]
async fn the_main_job_in_firefox() -> Result<()> {
    main_job(Browser::Firefox).await
}

#[tokio::test]
async fn the_main_job_in_webkit() -> Result<()> {
    main_job(Browser::WebKit).await
}

#[tokio::test]
async fn the_keyboard_alone_is_enough() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    // Into the page, along the tabs and back.
    page.key(Key::Tab).await?;
    page.wait("root.activeElement?.id === 'tab:matrix'").await?;
    page.key(Key::Right).await?;
    page.wait("root.activeElement?.id === 'tab:versus' && root.querySelector('.versus') !== null")
        .await?;
    page.key(Key::Home).await?;
    page.wait("root.activeElement?.id === 'tab:matrix' && root.querySelector('.matrix') !== null")
        .await?;
    // On to the first cell.
    for _ in 0..20 {
        page.key(Key::Tab).await?;
        if page
            .within(
                0,
                "root.activeElement?.dataset.cell === 'united-states/ceasefire'",
            )
            .await?
            == true
        {
            break;
        }
    }
    page.wait("root.activeElement?.dataset.cell === 'united-states/ceasefire'")
        .await?;
    page.key(Key::Enter).await?;
    page.wait("root.activeElement?.className === 'evidence-heading'")
        .await?;
    page.key(Key::Escape).await?;
    page.wait("root.activeElement?.dataset.cell === 'united-states/ceasefire'")
        .await?;
    Ok(())
}
