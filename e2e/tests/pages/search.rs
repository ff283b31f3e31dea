//! What is searched for and filtered: what stays, and how it is marked.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist};
use thirtyfour::Key;

/// How many statements are left. Those that are not stay in the page, hidden.
const LEFT: &str = "[...root.querySelectorAll('.statements-view .statement')]
    .filter((e) => !e.closest('[hidden]')).length";

/// The texts that are marked, by whatever means the browser has.
const MARKED: &str = "(typeof Highlight === 'function'
        ? [...(CSS.highlights.get('standpoint-hit') ?? [])].map(String)
        : [...root.querySelectorAll('mark')].filter((e) => !e.closest('[hidden]')).map((e) => e.textContent))
    .map((text) => text.toLowerCase())";

/// Goes to the statements and searches for “ceasefire”. What is far away is not
/// marked before it comes in sight, so here everything is.
async fn searched(page: &Page<'_>) -> Result<()> {
    page.click("[id='tab:statements']").await?;
    page.wait(&format!("{LEFT} === 27")).await?;
    page.click("input[type=search]").await?;
    page.key("ceasefire").await?;
    page.wait(&format!(
        "root.host.state.search === 'ceasefire' && {LEFT} === 5 && {MARKED}.length === 5"
    ))
    .await?;
    let found = page
        .within(
            0,
            &format!(
                "[root.querySelector('.hits').getAttribute('role'), root.querySelector('.hits').textContent,
                  {LEFT}, {MARKED}.length, {MARKED}.every((text) => text === 'ceasefire')]"
            ),
        )
        .await?;
    let (left, hits) = (&found[2], &found[3]);
    ensure!(
        found[0] == "status"
            && found[1] == format!("{left} of 27 statements. {hits} hits.")
            && found[4] == true,
        "{found}"
    );
    Ok(())
}

const TALL: Look = Look {
    width: 1280,
    height: 12_000,
    dark: false,
};

#[tokio::test]
async fn statements_are_searched_filtered_and_arranged() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, TALL).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    searched(&page).await?;
    ensure!(
        page.within(0, "root.querySelectorAll('mark').length")
            .await?
            == 0,
        "the statements are marked twice"
    );
    for _ in "ceasefire".chars() {
        page.key(Key::Backspace).await?;
    }
    page.wait(&format!("{LEFT} === 27 && {MARKED}.length === 0"))
        .await?;
    page.click(".kinds label").await?;
    page.wait(&format!("{LEFT} === 24")).await?;
    page.click(".kinds label").await?;
    page.within(0, "root.host.show({ arrangement: 'speaker' })")
        .await?;
    page.wait("root.querySelectorAll('.statements-view .section-heading').length > 3")
        .await?;
    let lavrov = page
        .within(
            0,
            "[...root.querySelectorAll('.statements-view section:not([hidden])')]
               .find((s) => s.querySelector('.section-heading')?.textContent.includes('Lavrov'))
               ?.querySelectorAll('li:not([hidden]) .statement').length ?? null",
        )
        .await?;
    ensure!(lavrov == 3, "{lavrov}");
    Ok(())
}

/// Where a browser has no highlights, elements mark the hits.
#[tokio::test]
async fn without_highlights_elements_mark_the_hits() -> Result<()> {
    let server = Server::start(&dist())?;
    let without = "<script>delete window.Highlight</script>";
    let session = Session::start(Browser::Chromium, TALL).await?;
    let body = format!("{without}<stance-comparison built-in></stance-comparison>{SCRIPT}");
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    searched(&page).await?;
    ensure!(page.run("return CSS.highlights.size").await? == 0);
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

/// What is marked is seen, however far down it stands: Firefox and WebKit have
/// another way of saying what is in sight, or none.
async fn marks_come_in_sight(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.within(
        0,
        "root.host.show({ view: 'statements', search: 'ceasefire' })",
    )
    .await?;
    page.wait(&format!("{LEFT} === 5")).await?;
    let last = "[...root.querySelectorAll('.statements-view .statement')]
        .filter((e) => !e.closest('[hidden]') && e.textContent.toLowerCase().includes('ceasefire')).at(-1)";
    page.within(0, &format!("{last}.scrollIntoView({{ block: 'center' }})"))
        .await?;
    page.wait(&format!(
        "typeof Highlight === 'function'
            ? [...(CSS.highlights.get('standpoint-hit') ?? [])].some((r) => {last}.contains(r.startContainer))
            : {last}.querySelector('mark') !== null"
    ))
    .await?;
    // And nothing is, once it is no longer shown.
    page.within(0, "root.host.remove()").await?;
    let left = page
        .run("return typeof Highlight === 'function' ? CSS.highlights.get('standpoint-hit')?.size ?? 0 : 0")
        .await?;
    ensure!(left == 0, "{left} marks are left");
    Ok(())
}

#[tokio::test]
async fn marks_come_in_sight_in_chromium() -> Result<()> {
    marks_come_in_sight(Browser::Chromium).await
}

#[tokio::test]
async fn marks_come_in_sight_in_firefox() -> Result<()> {
    marks_come_in_sight(Browser::Firefox).await
}

#[tokio::test]
async fn marks_come_in_sight_in_webkit() -> Result<()> {
    marks_come_in_sight(Browser::WebKit).await
}
