//! The text of the article has changed: what has become of each passage is told and
//! decided, one by one, and the cell that loses its evidence is empty.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::{Value, json};
use thirtyfour::Key;

const TEXT: &str = "The harbour is full of small ships. It is so.\nThe fishers do not agree with her plan at all.\n\
                    Nobody asked the port.";

const NEW: &str = "It rained for a week.\nThe harbour is full of small ships. It is so.\n\
                   The fishers do not agree with any plan at all.";

async fn revised(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.begin_marking(TEXT).await?;
    for at in 0..3 {
        studio
            .mark_and_tell('3', at, "In words of one’s own.")
            .await?;
        studio.press(&['u']).await?;
    }
    studio.go("go-article").await?;
    studio.go("text-changed").await?;
    let text = Value::from(NEW);
    studio.focus("field-new-text").await?;
    studio
        .page
        .run(&format!(
            "document.querySelector('#field-new-text').value = {text};"
        ))
        .await?;
    studio.go("compare").await?;
    studio.is_at("revised-title").await?;
    let told = "return [...document.querySelectorAll('.fates li')].map((li) =>
        [li.className, li.querySelector('.difference ins')?.textContent ?? ''])";
    let told = studio.page.run(told).await?;
    ensure!(
        told == json!([["moved", ""], ["other-words", "any"], ["gone", ""]]),
        "{told}"
    );
    studio.is_accessible("a new text").await?;
    // Not before all is decided.
    studio
        .wait("document.querySelector('#take-text').disabled === true")
        .await?;
    for id in ["stands-0-0", "stands-1-0", "gone-2"] {
        studio.go(id).await?;
    }
    studio.go("take-text").await?;
    studio.is_at("correct-date").await?;
    studio.write("2026-03-12").await?;
    studio.press(&[Key::Tab]).await?;
    studio.write("The port was never asked.").await?;
    studio.press(&[Key::Tab]).await?;
    studio.go("correct").await?;
    let facts = "return [...document.querySelectorAll('.facts li')].map((li) => li.textContent)";
    let facts = studio.page.run(facts).await?;
    ensure!(
        facts == json!(["A passage is gone: “In words of one’s own.”"]),
        "{facts}"
    );
    let project: Value = serde_json::from_str(&studio.saved_by(&[Key::Control], 's').await?)?;
    let document = &project["document"];
    ensure!(document["article"]["paragraphs"] == 3, "{document}");
    ensure!(document["statements"][0]["paragraph"] == 2, "{document}");
    ensure!(
        document["statements"].as_array().map(Vec::len) == Some(2),
        "{document}"
    );
    ensure!(
        document["review"]["corrections"]
            == json!([{"date": "2026-03-12", "text": "The port was never asked."}]),
        "{document}"
    );
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_revises_a_text_in_chromium() -> Result<()> {
    revised(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_revises_a_text_in_firefox() -> Result<()> {
    revised(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_revises_a_text_in_webkit() -> Result<()> {
    revised(Browser::WebKit).await
}
