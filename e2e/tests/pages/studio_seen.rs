//! The Studio on a phone, a tablet and a desk, light and dark: each place can be
//! read, nothing sticks out, and axe-core finds nothing wrong.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::Value;

const TEXT: &str = "The harbour is full. “We will close it,” said Aske.\nNobody asked.";

/// The places, and what there is in each.
const PLACES: [(&str, &str); 5] = [
    ("article", "#start-marking"),
    ("mark", "#text > p"),
    ("positions", "#add-topics"),
    ("check", ".problems li"),
    ("publish", "section.publish .way"),
];

/// What is wider than the window, and how many pixels wide a selector's element is.
const SEEN: &str = "return [
    Math.max(0, document.documentElement.scrollWidth - innerWidth),
    Math.round(document.querySelector(SELECTOR).getBoundingClientRect().width),
    document.querySelector('.header').getBoundingClientRect().bottom
      * (getComputedStyle(document.querySelector('.header')).position === 'sticky') / innerHeight,
  ]";

async fn looked_at(look: Look) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, look).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.is_accessible("start").await?;
    studio.begin(TEXT).await?;
    for (place, what) in PLACES {
        studio.go(&format!("go-{place}")).await?;
        studio
            .wait(&format!("document.querySelector('{what}') !== null"))
            .await?;
        let seen = SEEN.replace("SELECTOR", &format!("{what:?}"));
        let seen: Vec<f64> = match studio.page.run(&seen).await? {
            Value::Array(all) => all.iter().filter_map(Value::as_f64).collect(),
            other => anyhow::bail!("{other}"),
        };
        let width = look.width;
        ensure!(
            seen[0] == 0.0,
            "{place} at {width}: {} px stick out",
            seen[0]
        );
        ensure!(
            seen[2] < 0.25,
            "{place} at {width}: the header leaves too little"
        );
        if place == "mark" || place == "publish" {
            ensure!(
                seen[1] > 240.0,
                "{place} at {width}: {what} is {} px wide",
                seen[1]
            );
        }
        studio.is_accessible(place).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_studio_can_be_used_on_a_phone() -> Result<()> {
    looked_at(Look::of_width(360)).await
}

#[tokio::test]
async fn the_studio_can_be_used_on_a_tablet() -> Result<()> {
    looked_at(Look {
        dark: true,
        ..Look::of_width(768)
    })
    .await
}

#[tokio::test]
async fn the_studio_can_be_used_at_a_desk() -> Result<()> {
    looked_at(Look::default()).await
}
