//! The live page on what may be styled.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};

#[tokio::test]
async fn every_property_and_every_part_can_be_tried() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "styling.html").await?;
    page.wait("document.querySelectorAll('#names button').length > 0")
        .await?;
    // What is set is seen, and written.
    let set = "const set = (name, value) => {
        const input = document.querySelector(`[aria-label='Value of ${name}']`);
        input.value = value; input.dispatchEvent(new Event('input'));
      };";
    page.run(&format!(
        "{set} set('--stance-ink', '#123456'); set('--stance-sticky-top', '40px')"
    ))
    .await?;
    page.wait(
        "getComputedStyle(root.querySelector('.comparison')).color === 'rgb(18, 52, 86)'
            && getComputedStyle(root.querySelector('.matrix thead th')).top === '40px'",
    )
    .await?;
    let css = page
        .text("document.getElementById('css').textContent")
        .await?;
    ensure!(
        css == "stance-comparison {\n  --stance-ink: #123456;\n  --stance-sticky-top: 40px;\n}",
        "{css}"
    );
    page.run("document.getElementById('reset').click()").await?;
    page.wait("getComputedStyle(root.querySelector('.comparison')).color === 'rgb(27, 28, 31)'")
        .await?;
    page.run("document.querySelector('[name=theme][value=dark]').click()")
        .await?;
    page.wait("getComputedStyle(root.querySelector('.comparison')).color === 'rgb(235, 235, 233)'")
        .await?;
    // Each part, in its view.
    let names = page
        .run("return [...document.querySelectorAll('#names button')].map((b) => b.textContent)")
        .await?;
    let names = names.as_array().cloned().unwrap_or_default();
    for name in names.iter().filter_map(|name| name.as_str()) {
        page.run(&format!(
            "[...document.querySelectorAll('#names button')].find((b) => b.textContent === '{name}')
                .dispatchEvent(new Event('pointerenter'))"
        ))
        .await?;
        page.wait(&format!(
            "(() => {{
               const part = root.querySelector('.mount:not([hidden]) [part~=\"{name}\"]');
               return part !== null && getComputedStyle(part).outlineWidth === '3px';
             }})()"
        ))
        .await?;
    }
    ensure!(names.len() > 20);
    // Under its own policy.
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "asked for {foreign:?}");
    Ok(())
}
