//! What a step costs in the Studio: what it changes is rendered anew, however large the
//! draft is.

use anyhow::{Context, Result, ensure};
use e2e::studio::project;
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::Value;
use thirtyfour::Key;

/// How many components are rendered for a key, until something is so.
async fn cost(studio: &Studio<'_>, key: char, done: &str) -> Result<u64> {
    let count = "return document.getElementById('studio').rendered()";
    let rendered =
        async || Ok::<_, anyhow::Error>(studio.page.run(count).await?.as_u64().unwrap_or_default());
    // What the last step has begun is over when nothing more is rendered.
    let mut before = rendered().await?;
    loop {
        studio
            .page
            .run("return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")
            .await?;
        let now = rendered().await?;
        if now == before {
            break;
        }
        before = now;
    }
    studio.press(&[key]).await?;
    studio
        .wait(done)
        .await
        .with_context(|| format!("{key} in {done}"))?;
    Ok(rendered().await? - before)
}

async fn costs(count: usize) -> Result<[u64; 3]> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    let project = Value::from(project(count, 9)?.saved());
    studio
        .page
        .run(&format!(
            "document.querySelector('#field-text').value = {project};"
        ))
        .await?;
    studio.go("begin").await?;
    studio.focus("text").await?;
    studio.held(&[Key::Control], Key::Home).await?;
    studio
        .wait("document.querySelectorAll('.passages li').length > 0")
        .await?;
    let is_saved = "document.querySelector('#saved').dataset.saved === 'browser'";
    studio.wait(is_saved).await?;
    let next = cost(
        &studio,
        'n',
        "document.querySelector('.passages [aria-current]') !== null",
    )
    .await?;
    let read = cost(&studio, 'r', is_saved).await?;
    studio.go("go-positions").await?;
    studio.focus("cell-1-0").await?;
    let placed = cost(
        &studio,
        '5',
        "document.querySelector('#cell-1-0').textContent === 'For'",
    )
    .await?;
    Ok([next, read, placed])
}

#[tokio::test]
async fn a_step_in_the_studio_costs_what_it_changes() -> Result<()> {
    let (few, many) = (costs(8).await?, costs(40).await?);
    println!("rendered with 8 passages: {few:?}, with 40: {many:?}");
    for (few, many) in few.iter().zip(&many) {
        // As often may be rendered what the browser has told in between.
        ensure!(many <= &(few + 8), "with 8 passages {few}, with 40 {many}");
        ensure!(*many < 60, "{many} components for one key");
    }
    Ok(())
}
