//! Dates of any size: what a timeline costs does not depend on a number, and what was
//! long ago does not make a stroke of the rest.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, dist};
use serde_json::Value;

/// The made-up town's dispute, in which one thing happened long ago.
async fn opened<'a>(session: &'a Session, server: &Server, long_ago: &str) -> Result<Page<'a>> {
    let town = std::fs::read_to_string(dist().join("articles/harbour-town.json"))?;
    let mut document: Value = serde_json::from_str(&town)?;
    document["events"][0]["start_date"] = long_ago.into();
    let script = format!("<script type=\"application/json\">{document}</script>");
    let body = format!(
        "<stance-comparison loading=\"eager\" view=\"timeline\">{script}</stance-comparison>{SCRIPT}"
    );
    let page = Page::with_body(session, server, &body).await?;
    page.ready().await?;
    Ok(page)
}

/// How wide the bars are that stand on the axis, and how far they lie apart.
const BARS: &str = "[...root.querySelectorAll('.moment:not([hidden]) .bar')]
    .map((bar) => Number(bar.querySelector('rect').getAttribute('x')))";

async fn long_ago(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    // Nothing is broken where all can be seen.
    let page = opened(&session, &server, "189X").await?;
    ensure!(
        page.within(0, "root.querySelectorAll('.break').length")
            .await?
            == 0
    );
    for date in ["-0500", "Y-66000000", "Y-13800000000", "Y-999999999999999"] {
        let page = opened(&session, &server, date).await?;
        // What is drawn does not grow with the number.
        let drawn = page
            .within(0, "root.querySelector('.bar').childElementCount")
            .await?;
        ensure!(
            drawn.as_u64() < Some(60),
            "{browser:?}: {date}: {drawn} lines"
        );
        let bars = page.within(0, BARS).await?;
        let bars: Vec<i64> = serde_json::from_value(bars)?;
        ensure!(bars[0] == 0, "{browser:?}: {date}: {bars:?}");
        // The rest has most of the axis, as it had without.
        let rest = &bars[1..];
        let (first, last) = (rest.iter().min(), rest.iter().max());
        ensure!(
            first < Some(&200) && last > Some(&800),
            "{browser:?}: {date}: {bars:?}"
        );
        let said = page
            .text("root.querySelector('.timeline').innerText")
            .await?;
        ensure!(
            said.contains("The axis is broken between"),
            "{browser:?}: {date}: {said}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn what_was_long_ago_costs_nothing_and_flattens_nothing_in_chromium() -> Result<()> {
    long_ago(Browser::Chromium).await
}

#[tokio::test]
async fn what_was_long_ago_costs_nothing_and_flattens_nothing_in_firefox() -> Result<()> {
    long_ago(Browser::Firefox).await
}

#[tokio::test]
async fn what_was_long_ago_costs_nothing_and_flattens_nothing_in_webkit() -> Result<()> {
    long_ago(Browser::WebKit).await
}

/// Decades and centuries before the first year are named by their era, as years are.
#[tokio::test]
async fn times_before_the_first_year_are_named_by_their_era() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for (date, words) in [
        ("-0043", "44 BC"),
        ("-004X", "50 BC to 41 BC"),
        ("-03XX", "400 BC to 301 BC"),
    ] {
        let page = opened(&session, &server, date).await?;
        let said = page
            .text("root.querySelector('.moment .date').textContent")
            .await?;
        ensure!(said == words, "{date} is {said}");
    }
    Ok(())
}
