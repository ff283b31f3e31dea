//! The rest of what a document says, made in the Studio: lists from a spreadsheet,
//! several positions of a cell, conditions, background, events, another scale.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::{Value, json};
use thirtyfour::Key;

const TEXT: &str =
    "In March the mayor wanted the harbour open. Now she wants it closed, if the ships go.";

async fn fill(studio: &Studio<'_>, id: &str, prose: &str) -> Result<()> {
    studio.focus(id).await?;
    studio.write(prose).await?;
    studio.press(&[Key::Tab]).await
}

/// Puts rows into the field for a table, as a paste does.
async fn rows(studio: &Studio<'_>, rows: &str) -> Result<()> {
    let rows = Value::from(rows);
    studio
        .page
        .run(&format!(
            "const field = document.querySelector('#field-table');
             field.value = {rows};
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));"
        ))
        .await?;
    studio.go("add-table").await
}

async fn positions(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.begin_marking(TEXT).await?;
    for at in 0..2 {
        studio.mark_and_tell('3', at, "What she wants.").await?;
        studio.press(&[Key::End]).await?;
    }
    studio.go("go-positions").await?;
    studio.go("scale-yes-no").await?;
    studio
        .page
        .run("document.querySelector('.lists').open = true")
        .await?;
    rows(
        &studio,
        "Kind\tParty\nauthority\tMayor\nassociation\tFishers",
    )
    .await?;
    studio
        .wait("document.querySelector('#field-party1-name')?.value === 'Fishers'")
        .await?;
    studio.focus("table-of").await?;
    studio.write("topics").await?;
    studio.press(&[Key::Tab]).await?;
    rows(&studio, "Closing\tShould it be closed?").await?;
    studio
        .wait("document.querySelector('#field-topic0-question')?.value === 'Should it be closed?'")
        .await?;

    // A position and a later one are a history; of one day they contradict each other.
    studio.focus("cell-0-0").await?;
    studio.press(&[Key::Enter]).await?;
    studio.focus("evidence-0-0").await?;
    studio.press(&[Key::Space]).await?;
    studio.focus("field-stance0-position").await?;
    studio.press(&['1']).await?;
    studio.go("add-entry").await?;
    studio.focus("evidence-1-1").await?;
    studio.press(&[Key::Space]).await?;
    studio.focus("field-stance1-position").await?;
    studio.press(&['3']).await?;
    studio
        .wait("document.querySelector('#cell-0-0').className.includes('contradictory')")
        .await
        .context("two of one day")?;
    fill(&studio, "field-stance0-date", "2026-03").await?;
    studio
        .wait("document.querySelector('#cell-0-0').textContent === 'Yes'")
        .await
        .context("the latest counts")?;
    studio.focus("field-stance1-conditions").await?;
    studio.write("The ships go").await?;
    studio.press(&[Key::Tab]).await?;
    studio.is_accessible("positions").await?;

    // Background and an event.
    studio
        .page
        .run("for (const one of document.querySelectorAll('.chosen')) one.open = true")
        .await?;
    studio.focus("field-topic0-statement_ids-0").await?;
    studio.press(&[Key::Space]).await?;
    studio.focus("add-events").await?;
    studio.write("Storm").await?;
    studio.press(&[Key::Enter]).await?;
    fill(&studio, "field-event0-start_date", "2026-03-11").await?;
    fill(&studio, "field-event0-description", "Ships sank.").await?;
    fill(&studio, "field-event0-paragraph", "1").await?;
    // Moved by keys.
    studio.focus("field-party1-name").await?;
    studio.held(&[Key::Alt], Key::Up).await?;
    studio
        .wait("document.querySelector('#field-party0-name')?.value === 'Fishers'")
        .await?;

    let project: Value = serde_json::from_str(&studio.saved_by(&[Key::Control], 's').await?)?;
    let document = &project["document"];
    ensure!(
        document["scale"].as_array().map(|all| all
            .iter()
            .map(|one| one["label"].clone())
            .collect::<Vec<_>>())
            == Some(vec!["No".into(), "Undecided".into(), "Yes".into()]),
        "{document}"
    );
    ensure!(document["stances"][0]["date"] == "2026-03", "{document}");
    ensure!(
        document["stances"][1]["conditions"] == json!(["The ships go"]),
        "{document}"
    );
    ensure!(
        document["topics"][0]["statement_ids"] == json!(["s1"]),
        "{document}"
    );
    ensure!(document["events"][0]["paragraph"] == 1, "{document}");
    ensure!(
        document["events"][0]["start_date"] == "2026-03-11",
        "{document}"
    );
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_fills_a_grid_in_chromium() -> Result<()> {
    positions(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_fills_a_grid_in_firefox() -> Result<()> {
    positions(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_fills_a_grid_in_webkit() -> Result<()> {
    positions(Browser::WebKit).await
}
