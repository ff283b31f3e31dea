//! A script of the page has written into every text node of the comparison: what is
//! said anew from then on is true.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, dist};

/// Goes through every text that is shown.
const EVERY: &str = "const root = document.querySelector('stance-comparison').shadowRoot;
    const walker = document.createTreeWalker(root.querySelector('.mount'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);";

/// Another text in the place of each.
const WRITE: &str = "for (const text of texts) text.data = `${text.data.replace(/\\d/g, '7')}…`;";

/// All that has a number in it, of the first comparison and of another one.
const NUMBERS: &str = "const numbers = (nth) => {
      const root = document.querySelectorAll('stance-comparison')[nth].shadowRoot;
      const all = root.querySelectorAll('.overview, .count, .tally, .hits');
      return [...all].map((e) => e.textContent).join('|');
    };";

async fn is_true_again(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let element = "<stance-comparison src=\"articles/harbour-town.json\" loading=\"eager\"></stance-comparison>";
    let page = Page::with_body(&session, &server, &[element, element, SCRIPT].concat()).await?;
    page.ready().await?;
    page.run(&format!("{EVERY} {WRITE}")).await?;
    for state in [
        "{ parties: ['mayor'], topics: [TOPIC] }",
        "{ view: 'versus' }",
        "{ view: 'statements', search: 'ferry' }",
        "{ view: 'matrix', topics: [] }",
    ] {
        let state = state.replace(
            "TOPIC",
            "e.shadowRoot.querySelector('[data-topic]').dataset.topic",
        );
        page.run(&format!(
            "for (const e of document.querySelectorAll('stance-comparison')) e.show({state})"
        ))
        .await?;
        page.settled(&format!(
            "(() => {{ {NUMBERS} return numbers(0) === numbers(1); }})()"
        ))
        .await?;
    }
    let numbers = page.run(&format!("{NUMBERS} return numbers(0)")).await?;
    ensure!(numbers == "|1 of 5|0 of 6", "{browser:?}: {numbers}");
    Ok(())
}

#[tokio::test]
async fn what_is_said_after_others_have_written_is_true_in_chromium() -> Result<()> {
    is_true_again(Browser::Chromium).await
}
