//! Quotations in the Studio: proposed and taken by a key, interrupted, over paragraphs.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::{Value, json};
use thirtyfour::Key;

const TEXT: &str = "“We will close it,” said Helen Aske, “and soon.” They call it “peace”.\n\
                    “Nobody asked us.\n“Nobody at all,” Rowe added.\n\
                    The port is full. The ships wait.";

/// How many proposals there are.
async fn proposed(studio: &Studio<'_>, count: usize) -> Result<()> {
    let shown = match count {
        0 => "document.querySelector('.proposal') === null".to_owned(),
        n => {
            format!("parseInt(document.querySelector('#proposal-title')?.textContent, 10) === {n}")
        }
    };
    studio.wait(&shown).await
}

async fn marked(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.begin_marking(TEXT).await?;
    proposed(&studio, 3).await?;
    studio.is_accessible("proposals").await?;
    // Taken with the name that is on offer, waved away, changed.
    studio.press(&['y']).await?;
    proposed(&studio, 2).await?;
    studio.press(&['x']).await?;
    proposed(&studio, 1).await?;
    studio.press(&['c']).await?;
    studio.is_at("speaker").await?;
    studio.write("The fishers").await?;
    studio.press(&[Key::Enter]).await?;
    proposed(&studio, 0).await?;
    studio.is_at("text").await?;
    // Each is one step, with whoever is new in it.
    for (key, count) in [('z', 1), ('z', 2), ('z', 3), ('y', 2), ('y', 1), ('y', 0)] {
        studio.held(&[Key::Control], key).await?;
        proposed(&studio, count).await?;
    }
    // Two sentences that are apart, as one statement.
    studio.held(&[Key::Control], Key::End).await?;
    studio.press(&[Key::Home]).await?;
    studio.press(&['s', 'a']).await?;
    studio.press(&[Key::End]).await?;
    studio.held(&[Key::Shift, Key::Control], Key::Left).await?;
    studio.held(&[Key::Shift, Key::Control], Key::Left).await?;
    studio.press(&['3']).await?;
    studio.press(&[Key::Enter]).await?;
    studio.is_at("field-statement2-text").await?;

    let project: Value = serde_json::from_str(&studio.saved_by(&[Key::Control], 's').await?)?;
    let document = &project["document"];
    let texts: Vec<&Value> = (0..2)
        .map(|at| &document["statements"][at]["text"])
        .collect();
    ensure!(
        texts
            == [
                &json!("We will close it, […] and soon."),
                &json!("Nobody asked us. Nobody at all,")
            ],
        "{document}"
    );
    let passages: Vec<Option<usize>> = (0..3)
        .map(|at| {
            document["statements"][at]["target"]
                .as_array()
                .map(Vec::len)
        })
        .collect();
    ensure!(passages == [Some(2), Some(2), Some(2)], "{document}");
    ensure!(document["people"][0]["name"] == "Helen Aske", "{document}");
    ensure!(document["people"][1]["name"] == "The fishers", "{document}");
    ensure!(project["waved"] == json!(["peace"]), "{project}");
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_proposes_quotations_in_chromium() -> Result<()> {
    marked(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_proposes_quotations_in_firefox() -> Result<()> {
    marked(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_proposes_quotations_in_webkit() -> Result<()> {
    marked(Browser::WebKit).await
}
