//! What is shown, in the page's address: read when it comes, written where the
//! page wants that, and taken elsewhere.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::{Value, json};

/// A page of a newsroom, with whatever it has in it.
fn news(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>News</title>\
         <body style=\"margin: 0\">{body}<script src=\"standpoint.js\" async></script>"
    )
}

async fn view(page: &Page<'_>, nth: usize) -> Result<Value> {
    page.within(nth, "root.host.state.view").await
}

async fn opens_at_what_it_says(browser: Browser, origin: Origin) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let link = "index.html#stance__versus_is_russia_with_ukraine_and_topic_is_ceasefire";
    let page = Page::open(&session, &server, origin, link).await?;
    ensure!(view(&page, 0).await? == "versus");
    ensure!(page.within(0, "root.host.state.topics").await? == json!(["ceasefire"]));
    ensure!(
        page.within(0, "root.querySelectorAll('.versus-row').length")
            .await?
            == 1
    );
    Ok(())
}

#[tokio::test]
async fn a_link_opens_at_what_it_says_in_chromium() -> Result<()> {
    opens_at_what_it_says(Browser::Chromium, Origin::Http).await?;
    opens_at_what_it_says(Browser::Chromium, Origin::File).await
}

#[tokio::test]
async fn a_link_opens_at_what_it_says_in_firefox() -> Result<()> {
    opens_at_what_it_says(Browser::Firefox, Origin::File).await
}

#[tokio::test]
async fn a_link_opens_at_what_it_says_in_webkit() -> Result<()> {
    opens_at_what_it_says(Browser::WebKit, Origin::Http).await
}

async fn the_address_follows(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    server.offer(
        "mine.html",
        &news("<stance-comparison built-in permalink></stance-comparison>"),
    );
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
    let before = page.run("return history.length").await?;
    ensure!(page.run("return location.hash").await? == "");
    page.click("[id='tab:statements']").await?;
    page.wait("location.hash === '#stance__view_is_statements'")
        .await?;
    // WebKit's driver takes what lies inside of an input for something above it.
    page.within(0, "root.querySelector('input[type=search]').focus()")
        .await?;
    page.key("truce").await?;
    page.wait("location.hash === '#stance__view_is_statements_and_search_is_truce'")
        .await?;
    // Not one step for each letter.
    let after = page.run("return history.length").await?;
    ensure!(
        after.as_u64() == before.as_u64().map(|n| n + 1),
        "{before} and {after}"
    );
    page.click("[id='tab:matrix']").await?;
    page.wait("location.hash === '#stance__search_is_truce'")
        .await?;
    page.click("button[data-cell='russia/ceasefire']").await?;
    page.wait("location.hash === '#stance__search_is_truce_and_cell_is_russia_on_ceasefire'")
        .await?;

    page.run("history.back()").await?;
    page.wait("root.querySelector('.evidence:popover-open') === null")
        .await?;
    ensure!(page.run("return location.hash").await? == "#stance__search_is_truce");
    page.run("history.back()").await?;
    page.wait("root.querySelector('.view input[type=search]')?.value === 'truce'")
        .await?;
    page.run("history.back()").await?;
    page.wait("root.querySelector('.matrix') !== null && location.hash === ''")
        .await?;
    page.run("history.go(3)").await?;
    page.wait("root.getElementById('evidence:russia:ceasefire').matches(':popover-open')")
        .await?;
    ensure!(
        page.run("return location.hash").await?
            == "#stance__search_is_truce_and_cell_is_russia_on_ceasefire"
    );
    Ok(())
}

#[tokio::test]
async fn the_address_follows_and_back_leads_back_in_chromium() -> Result<()> {
    the_address_follows(Browser::Chromium).await
}

#[tokio::test]
async fn the_address_follows_and_back_leads_back_in_firefox() -> Result<()> {
    the_address_follows(Browser::Firefox).await
}

#[tokio::test]
async fn the_address_follows_and_back_leads_back_in_webkit() -> Result<()> {
    the_address_follows(Browser::WebKit).await
}

#[tokio::test]
async fn comparisons_of_one_page_keep_apart_in_its_address() -> Result<()> {
    let server = Server::start(&dist())?;
    let three = "<stance-comparison built-in permalink></stance-comparison>\
                 <stance-comparison built-in permalink></stance-comparison>\
                 <stance-comparison id=\"ferry\" src=\"articles/harbour-town.json\"></stance-comparison>";
    server.offer("three.html", &news(three));
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let name = "three.html#stance-ferry__view_is_timeline_also_stance_n2__view_is_spectrum";
    let page = Page::open(&session, &server, Origin::Http, name).await?;
    ensure!(view(&page, 0).await? == "matrix");
    ensure!(view(&page, 1).await? == "spectrum");
    ensure!(view(&page, 2).await? == "timeline");
    page.within(0, "root.host.show({ view: 'versus' })").await?;
    page.wait(
        "location.hash === '#stance-ferry__view_is_timeline_also_stance_n2__view_is_spectrum_also_stance__view_is_versus'",
    )
    .await?;
    // This one's page does not want its address written.
    page.within(2, "root.host.show({ view: 'matrix' })").await?;
    page.within(1, "root.host.show({ view: 'matrix' })").await?;
    page.wait("location.hash === '#stance-ferry__view_is_timeline_also_stance__view_is_versus'")
        .await?;
    Ok(())
}

#[tokio::test]
async fn without_permalink_the_address_stays_and_links_in_the_article_work() -> Result<()> {
    let server = Server::start(&dist())?;
    let article = "<p><a href=\"#stance__cell_is_russia_on_ceasefire\">Moscow’s answer</a></p>\
                   <div style=\"height: 4000px\"></div><stance-comparison built-in></stance-comparison>";
    server.offer("article.html", &news(article));
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "article.html#chapter").await?;
    // Far below, it has not even begun to load.
    page.run("document.querySelector('a').click()").await?;
    page.wait("root?.getElementById('evidence:russia:ceasefire')?.matches(':popover-open')")
        .await?;
    page.wait("root.host.getBoundingClientRect().top < innerHeight")
        .await?;
    page.within(0, "root.host.show({ view: 'versus', open: null })")
        .await?;
    page.wait("root.querySelector('.versus') !== null").await?;
    ensure!(page.run("return location.hash").await? == "#stance__cell_is_russia_on_ceasefire");
    Ok(())
}

#[tokio::test]
async fn a_link_and_the_code_are_copied_and_show_the_same_elsewhere() -> Result<()> {
    let server = Server::start(&dist())?;
    let body =
        "<stance-comparison src=\"articles/harbour-town.json\" lang=\"en\"></stance-comparison>";
    server.offer("mine.html", &news(body));
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    session.cdp("Browser.grantPermissions", grant).await?;
    let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
    page.click("[id='tab:timeline']").await?;
    let said = "root.querySelector('[id=\"choose:take\"] [role=status]').textContent";
    page.click("button[popovertarget='choose:take']").await?;
    page.click("[id='choose:take'] .wishes button:first-child")
        .await?;
    page.wait(&format!("{said} === 'The link is copied.'"))
        .await?;
    let copied =
        "window.copied = null; navigator.clipboard.readText().then((t) => window.copied = t)";
    page.run(copied).await?;
    page.wait("window.copied !== null").await?;
    let link = page.text("window.copied").await?;
    ensure!(
        link == format!("{}/mine.html#stance__view_is_timeline", server.origin()),
        "{link}"
    );

    page.click("[id='choose:take'] .wishes button:nth-child(2)")
        .await?;
    page.wait(&format!("{said} === 'The code is copied.'"))
        .await?;
    page.run(copied).await?;
    page.wait("window.copied !== null").await?;
    let code = page.text("window.copied").await?;
    server.offer(
        "theirs.html",
        &format!("<!DOCTYPE html><title>Theirs</title>{code}"),
    );
    let theirs = Page::open(&session, &server, Origin::Http, "theirs.html").await?;
    ensure!(view(&theirs, 0).await? == "timeline", "{code}");
    ensure!(
        theirs
            .text("root.querySelector('.headline').textContent")
            .await?
            .contains("Fiction")
    );
    Ok(())
}

/// A page may forbid the clipboard, or have none.
#[tokio::test]
async fn what_cannot_be_copied_is_shown() -> Result<()> {
    let server = Server::start(&dist())?;
    let document = r#"<stance-comparison built-in permalink></stance-comparison>"#;
    server.offer("mine.html", &news(document));
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
    let code = page.lines_to_embed().await?;
    let begin = format!(
        "<script src=\"{0}/standpoint.js\" integrity=\"sha384-",
        server.origin()
    );
    ensure!(code.starts_with(&begin), "{code}");
    let frame = format!(
        "\n<div><stance-comparison built-in=\"built-in\">\n<iframe src=\"{}/frame.html?built-in=built-in\" title=\"",
        server.origin()
    );
    ensure!(code.contains(&frame), "{code}");
    Ok(())
}
