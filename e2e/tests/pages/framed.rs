//! A host page and the frame in it.

use anyhow::{Context, Result};
use e2e::{Page, Server, Session};
use serde_json::Value;

/// A host page that holds a frame, and notes what it hears of it.
pub(crate) fn host(frames: &Server, frame: &str, more: &str) -> String {
    let base = frames.origin();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title><link rel=\"icon\" href=\"data:,\">\
         <style>body {{ margin: 0 }} iframe {{ box-sizing: border-box; border: 3px solid; padding: 5px }}</style>\
         <script>window.heard = [];\
         for (const name of ['ready', 'change', 'evidence', 'error']) document.addEventListener(\
         'stance-' + name, (e) => heard.push({{ name, detail: e.detail, on: e.target.localName }}));\
         window.view = () => heard.findLast((e) => e.name === 'change')?.detail.view;</script>\
         <iframe src=\"{base}/{frame}\" title=\"Comparison\" width=\"100%\" height=\"300\"></iframe>\
         {more}<script src=\"{base}/standpoint-frame.js\" async></script>"
    )
}

/// Runs something inside of the n-th frame.
pub(crate) async fn inside<T>(
    session: &Session,
    nth: u16,
    what: impl AsyncFnOnce() -> Result<T>,
) -> Result<T> {
    session.driver.enter_frame(nth).await?;
    let result = what().await;
    session.driver.enter_default_frame().await?;
    result
}

/// Waits until the frame is just as high as what it shows, and says how high.
pub(crate) async fn fitted(session: &Session, page: &Page<'_>) -> Result<f64> {
    inside(session, 0, async || {
        page.wait(
            "document.documentElement.matches('.followed')
                && innerHeight === Math.ceil(document.body.getBoundingClientRect().height)",
        )
        .await?;
        let height = page.run("return innerHeight").await?;
        height.as_f64().context("a height is a number")
    })
    .await
}

pub(crate) async fn show(page: &Page<'_>, state: Value) -> Result<()> {
    page.run(&format!(
        "document.querySelector('iframe').dispatchEvent(
             new CustomEvent('stance-show', {{ detail: {state} }}))"
    ))
    .await?;
    Ok(())
}
