//! Pages of which scripts of their own exchange parts, and keep the history: the
//! scripts themselves, from npm.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist};
use std::path::PathBuf;

/// A file of a package.
fn module(path: &str) -> Result<String> {
    let modules = std::env::var_os("STANDPOINT_MODULES")
        .context("STANDPOINT_MODULES names no folder; run `cargo xtask test --only end-to-end`")?;
    let file = PathBuf::from(modules).join(path);
    std::fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))
}

/// A page that has its router's script in its head.
fn news(title: &str, head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\">{head}{SCRIPT}</head>\
         <body><main id=\"swup\" class=\"transition-fade\">{body}</main></body></html>"
    )
}

/// What is chosen is in the address and adds nothing to the history; from another page
/// and back, the comparison is as it was.
async fn at_home(browser: Browser, script: &str, head: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    server.offer("router.js", &module(script)?);
    let head = format!("<script src=\"router.js\"></script>{head}");
    let comparison = "<stance-comparison permalink src=\"articles/harbour-town.json\" loading=\"eager\"></stance-comparison>\
        <a id=\"on\" href=\"other.html\">On</a>";
    server.offer("news.html", &news("News", &head, comparison));
    server.offer(
        "other.html",
        &news(
            "Other",
            &head,
            "<h1 id=\"other\">Other</h1><a id=\"back\" href=\"news.html\">Back</a>",
        ),
    );
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "news.html").await?;
    let asked = || {
        server
            .asked()
            .iter()
            .filter(|path| path.ends_with("news.html"))
            .count()
    };
    let before = page.run("return history.length").await?;
    page.run("window.kept = document.querySelector('stance-comparison')")
        .await?;
    for view in ["timeline", "statements", "spectrum"] {
        page.within(0, &format!("root.host.show({{ view: '{view}' }})"))
            .await?;
        page.wait(&format!("location.hash === '#stance__view_is_{view}'"))
            .await?;
    }
    // The history is theirs: what is chosen is no stop in it, at which they would fetch
    // the page again.
    let now = page.run("return history.length").await?;
    ensure!(
        now == before,
        "{browser:?}, {script}: {now} entries, not {before}"
    );
    ensure!(page.run("return history.state !== null").await? == true);
    // To another page without a load, and back: it is found as it was.
    page.run("document.getElementById('on').click()").await?;
    page.wait("document.getElementById('other') !== null")
        .await?;
    ensure!(page.run("return window.kept !== undefined").await? == true);
    page.run("history.back()").await?;
    page.wait("document.querySelector('stance-comparison')?.state?.view === 'spectrum'")
        .await?;
    ensure!(page.run("return location.hash").await? == "#stance__view_is_spectrum");
    ensure!(asked() <= 2, "{browser:?}, {script}: {:?}", server.asked());
    page.run("document.getElementById('on').click()").await?;
    page.wait("document.getElementById('other') !== null")
        .await?;
    page.run("document.getElementById('back').click()").await?;
    page.wait("document.querySelector('stance-comparison')?.state != null")
        .await?;
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{browser:?}, {script}: {errors:?}");
    Ok(())
}

const TURBO: &str = "@hotwired/turbo/dist/turbo.es2017-umd.js";
const SWUP: &str = "swup/dist/Swup.umd.js";
const START: &str =
    "<script>addEventListener('DOMContentLoaded', () => window.swup = new Swup())</script>";

#[tokio::test]
async fn it_is_at_home_with_turbo_drive_in_chromium() -> Result<()> {
    at_home(Browser::Chromium, TURBO, "").await
}

#[tokio::test]
async fn it_is_at_home_with_turbo_drive_in_firefox() -> Result<()> {
    at_home(Browser::Firefox, TURBO, "").await
}

#[tokio::test]
async fn it_is_at_home_with_turbo_drive_in_webkit() -> Result<()> {
    at_home(Browser::WebKit, TURBO, "").await
}

#[tokio::test]
async fn it_is_at_home_with_swup_in_chromium() -> Result<()> {
    at_home(Browser::Chromium, SWUP, START).await
}

#[tokio::test]
async fn it_is_at_home_with_swup_in_firefox() -> Result<()> {
    at_home(Browser::Firefox, SWUP, START).await
}
