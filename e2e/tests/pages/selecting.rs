//! Who selects words of a passage, or follows a link in it, asks for nothing; and what
//! is selected stays selected.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, dist};
use serde_json::{Value, json};
use thirtyfour::{By, Key};

/// A passage of the document, with a link in it, and above it room for what is offered.
const BODY: &str = "<div style='height: 200px'></div><p id=story style='font-size: 20px'><span id=before>Before it.</span>
    <span id=first>Nine</span> metres is not a <span id=last>wish.</span> It is the
    <a id=link href='#elsewhere'>draught</a> of the ships that we have ordered. After it.</p>
    <stance-comparison src='articles/harbour-town.json' loading=eager source-text='#story'></stance-comparison>";

/// Counts how often something is offered since the pointer was pressed last.
const COUNT: &str = "const offer = document.querySelector('stance-comparison').shadowRoot.querySelector('.offer');
    offer.addEventListener('beforetoggle', ({ newState }) => newState === 'open' && window.offered++);
    addEventListener('pointerdown', () => window.offered = 0, true);";

const OFFER: &str = "root.querySelector('.offer').matches(':popover-open')";

/// How often it was offered, and whether it is now, when two frames have passed.
const OFFERED: &str =
    "const offer = document.querySelector('stance-comparison').shadowRoot.querySelector('.offer');
    const frame = () => new Promise(requestAnimationFrame);
    return frame().then(frame).then(() => [window.offered, offer.matches(':popover-open')]);";

const SELECTED: &str = "return String(getSelection())";

async fn asks_for_nothing(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::with_body(&session, &server, &[BODY, SCRIPT].concat()).await?;
    page.wait("root?.querySelector('.stops button') != null")
        .await?;
    page.run(COUNT).await?;
    let first = session.driver.find(By::Id("first")).await?;
    let last = session.driver.find(By::Id("last")).await?;
    let link = session.driver.find(By::Id("link")).await?;
    let pointer = || session.driver.action_chain();
    let nothing = json!([0, false]);
    let words = |words: Value, wanted: &str| {
        ensure!(
            words.as_str().is_some_and(|words| words.contains(wanted)),
            "{browser:?}: {words} is selected, not {wanted}"
        );
        Ok(())
    };

    pointer()
        .move_to_element_center(&first)
        .click_and_hold()
        .move_to_element_center(&last)
        .release()
        .perform()
        .await?;
    let offered = page.run(OFFERED).await?;
    words(page.run(SELECTED).await?, "metres")?;
    ensure!(offered == nothing, "{browser:?}, dragged: {offered}");

    pointer().double_click_element(&last).perform().await?;
    let offered = page.run(OFFERED).await?;
    words(page.run(SELECTED).await?, "wish")?;
    ensure!(offered == nothing, "{browser:?}, twice: {offered}");

    pointer().click_element(&link).perform().await?;
    let offered = page.run(OFFERED).await?;
    ensure!(page.run("return location.hash").await? == "#elsewhere");
    ensure!(offered == nothing, "{browser:?}, a link: {offered}");

    // A plain click does ask.
    pointer().click_element(&first).perform().await?;
    page.wait(OFFER).await?;

    // What is selected stays when the reader is led to a passage. WebKit itself gives it
    // up when the focus goes into a shadow root.
    if browser == Browser::WebKit {
        return Ok(());
    }
    page.within(0, "root.host.show({ open: 'norlund/dredging' })")
        .await?;
    let show = ".evidence:popover-open [data-statement=nine-metres] .passage";
    page.wait(&format!("root.querySelector('{show}') !== null"))
        .await?;
    page.run("getSelection().selectAllChildren(document.querySelector('#before'))")
        .await?;
    page.within(0, &format!("root.querySelector('{show}').focus()"))
        .await?;
    page.key(Key::Enter).await?;
    page.wait("root.querySelector('.evidence:popover-open') === null")
        .await?;
    words(page.run(SELECTED).await?, "Before it.")
}

#[tokio::test]
async fn who_selects_in_a_passage_asks_for_nothing_in_chromium() -> Result<()> {
    asks_for_nothing(Browser::Chromium).await
}

#[tokio::test]
async fn who_selects_in_a_passage_asks_for_nothing_in_firefox() -> Result<()> {
    asks_for_nothing(Browser::Firefox).await
}

#[tokio::test]
async fn who_selects_in_a_passage_asks_for_nothing_in_webkit() -> Result<()> {
    asks_for_nothing(Browser::WebKit).await
}
