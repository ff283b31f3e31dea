//! Readable before, without and despite the script.

mod before;
mod despite;
mod machines;
mod without;

use anyhow::Result;
use e2e::{Origin, Page, Server, Session, render};

/// A rendered page of a document, in a browser that has not waited for it.
async fn open_rendered<'a>(
    session: &'a Session,
    server: &Server,
    seed: &str,
    options: &[&str],
) -> Result<Page<'a>> {
    let style = format!("--stylesheet={}", e2e::built("standpoint-", ".css")?);
    let rendered = render(seed, &[&[&*style], options].concat())?;
    server.offer("rendered.html", &rendered.read("page")?);
    Page::open_only(session, server, Origin::Http, "rendered.html").await
}

/// The one that is shown, and not the one that is being made.
const MOUNT: &str = "root.querySelector('.mount:not([hidden])')";

/// Waits until the page's style is there.
async fn styled(page: &Page<'_>) -> Result<()> {
    page.wait("getComputedStyle(root.querySelector('.comparison')).containerType === 'inline-size'")
        .await
}
