//! The element in pages that React, Vue and Svelte make, with the libraries
//! themselves; the pages are in `e2e/frameworks`.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, root};
use serde_json::json;
use std::process::Command;

/// A page's script, bundled as its framework does.
fn bundle(name: &str) -> Result<String> {
    let modules = std::env::var_os("STANDPOINT_MODULES")
        .context("STANDPOINT_MODULES names no folder; run `cargo xtask test --only end-to-end`")?;
    let made = Command::new("node")
        .arg(root().join("e2e/frameworks/bundle.mjs"))
        .arg(modules)
        .arg(name)
        .output()
        .context("node does not start")?;
    ensure!(
        made.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    Ok(String::from_utf8(made.stdout)?)
}

async fn at_home(name: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    server.offer("story.js", &bundle(name)?);
    server.offer(
        "story.html",
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title>\
         <link rel=\"icon\" href=\"data:,\"><script src=\"standpoint.js\" async></script>\
         <div id=\"page\"></div><script type=\"module\" src=\"story.js\"></script></html>",
    );
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "story.html").await?;
    let it = "document.querySelector('stance-comparison')";
    let there = "[...document.querySelectorAll('stance-comparison')].length";
    let click = async |button: &str| {
        page.run(&format!("document.querySelector('#{button}').click()"))
            .await
    };
    let until = async |expression: &str| {
        page.settled(expression)
            .await
            .with_context(|| format!("in {name}"))
    };
    until(&format!(
        "{it}?.shadowRoot?.querySelector('.versus') != null"
    ))
    .await?;
    page.ready().await?;
    // It has got everything that was said of it.
    for (what, wanted) in [
        ("root.host.state.view", json!("versus")),
        ("root.host.state.parties", json!(["russia", "ukraine"])),
        ("root.host.permalink", json!(false)),
        ("root.host.data.format", json!("standpoint/1")),
        ("heard[0]", json!("ready versus")),
    ] {
        let found = page.within(0, what).await?;
        ensure!(found == wanted, "{name}: {what} is {found}");
    }
    page.click("[id='tab:timeline']").await?;
    until("heard.at(-1) === 'change timeline'").await?;

    // The page around it is made anew, and it stays as its reader has left it.
    page.run(&format!(
        "window.__it = {it}; window.__node = __it.shadowRoot.querySelector('.timeline')"
    ))
    .await?;
    for _ in 0..3 {
        click("again").await?;
    }
    until("document.querySelector('#again').textContent === '3'").await?;
    let kept = page
        .run(&format!(
            "return {it} === window.__it && window.__node.isConnected && heard.length === 2
                && __it.state.view === 'timeline'"
        ))
        .await?;
    ensure!(kept == true, "{name}: it was made anew");

    // Another document.
    click("which").await?;
    until("root => root.querySelector('.headline').textContent.includes('Fiction')").await?;
    ensure!(page.run(&format!("return {it} === window.__it")).await? == true);
    until("heard.length === 3 && heard[2].startsWith('ready')").await?;

    // Away, and back.
    click("there").await?;
    until(&format!("{there} === 0")).await?;
    click("there").await?;
    until(&format!("{there} === 1 && heard.length === 4")).await?;
    until("root => root.querySelector('.headline').textContent.includes('Fiction') && root.host.state.view === 'versus'")
        .await?;
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{name}: {errors:?}");
    Ok(())
}

#[tokio::test]
async fn it_is_at_home_in_react() -> Result<()> {
    at_home("react.jsx").await
}

#[tokio::test]
async fn it_is_at_home_in_vue() -> Result<()> {
    at_home("vue.js").await
}

#[tokio::test]
async fn it_is_at_home_in_svelte() -> Result<()> {
    at_home("svelte.js").await
}
