//! What a reader reads is what is searched: whatever a style makes of the words.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};

/// Says of every case of the page what came of it, if that is not as it must be.
const ASK: &str = "window.given = undefined;
    const ask = async () => {
      const element = await customElements.whenDefined('stance-comparison');
      const all = [...document.querySelectorAll('section[data-words]')];
      const wrong = await Promise.all(all.map(async (root) => {
        const { words, state: wanted } = root.dataset;
        const { state, ranges, folded } = await element.resolve(root,
          { type: 'TextQuoteSelector', exact: words });
        const right = root.querySelector('[data-right]') ?? root;
        const isIn = ({ startContainer, endContainer, collapsed }) =>
          !collapsed && right.contains(startContainer) && right.contains(endContainer);
        const came = folded ? 'folded' : state;
        if (came !== wanted) return `${words}: ${came}, not ${wanted}: ${root.innerHTML}`;
        if (!ranges.every(isIn)) return `${words}: elsewhere: ${root.innerHTML}`;
      }));
      return { count: all.length, wrong: wrong.filter(Boolean) };
    };
    ask().then((all) => window.given = all, (error) => window.given = String(error));";

/// How many cases there are.
const COUNT: usize = 139;

async fn reads(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    server.offer("reading.html", include_str!("reading.html"));
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "reading.html").await?;
    page.run(ASK).await?;
    page.wait("window.given !== undefined").await?;
    let given = page.run("return window.given").await?;
    ensure!(given["count"] == COUNT, "{browser:?}: {given}");
    let wrong = given["wrong"].as_array().context("nothing was asked")?;
    ensure!(wrong.is_empty(), "{browser:?}: {wrong:#?}");
    Ok(())
}

#[tokio::test]
async fn what_a_reader_reads_is_found_in_chromium() -> Result<()> {
    reads(Browser::Chromium).await
}

#[tokio::test]
async fn what_a_reader_reads_is_found_in_firefox() -> Result<()> {
    reads(Browser::Firefox).await
}

#[tokio::test]
async fn what_a_reader_reads_is_found_in_webkit() -> Result<()> {
    reads(Browser::WebKit).await
}
