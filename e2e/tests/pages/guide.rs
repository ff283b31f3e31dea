//! From a cell to the words in the page, and from the words back to the cell.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use thirtyfour::Key;

/// How many passages the news page marks: all of the 27 but the three that it
/// leaves out.
const MARKED: u64 = 24;

const STOPS: &str = "root.querySelectorAll('.stops button')";
const OFFER: &str = "root.querySelector('.offer').matches(':popover-open')";
const STORY: &str = "document.querySelector('#story').innerHTML";

/// The news page, when its passages have been looked for.
async fn news<'a>(session: &'a Session, server: &Server) -> Result<Page<'a>> {
    let page = Page::open(session, server, Origin::Http, "news-page.html").await?;
    page.wait(&format!("{STOPS}.length === {MARKED}")).await?;
    Ok(page)
}

/// Opens a cell's evidence.
async fn open(page: &Page<'_>, cell: &str) -> Result<()> {
    page.within(0, &format!("root.host.show({{ open: '{cell}' }})"))
        .await?;
    page.wait(&format!(
        "root.querySelector('.evidence:popover-open')?.dataset.of === '{cell}'"
    ))
    .await
}

/// What is said of a statement's passage in the open evidence.
async fn said(page: &Page<'_>, statement: &str) -> Result<String> {
    let figure = format!(".evidence:popover-open [data-statement=\"{statement}\"]");
    page.text(&format!(
        "root.querySelector('{figure}').querySelector('.passage, .passages').textContent"
    ))
    .await
}

async fn there_and_back(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = news(&session, &server).await?;
    let before = page.run(&format!("return {STORY}")).await?;

    // What is found, also where a pull quote repeats it, and what is not.
    open(&page, "russia/truce-or-peace").await?;
    ensure!(said(&page, "putin-lasting-peace").await? == "Show in the article");
    open(&page, "russia/terms").await?;
    ensure!(said(&page, "lavrov-lives").await? == "Show in the article");
    page.show("statements").await?;
    let missing =
        "root.querySelector('.statements-view [data-statement=\"talks-2022\"] .passages')";
    page.wait(&format!("{missing} !== null")).await?;
    ensure!(
        page.text(&format!("{missing}.textContent")).await?
            == "The passage is not found in the text on this page."
    );
    page.show("matrix").await?;

    // There: the evidence makes way, and the focus is at the words.
    open(&page, "russia/ceasefire").await?;
    page.click(".evidence:popover-open [data-statement='kosachev-conditions'] a.passage")
        .await?;
    page.wait(OFFER).await?;
    page.wait(
        "root.host.state.open === null && root.querySelector('.evidence:popover-open') === null",
    )
    .await?;
    let focused = page.text("root.activeElement.textContent").await?;
    ensure!(
        focused.starts_with("Who says this? Our conditions remain unchanged."),
        "{browser:?}: the focus is on {focused}"
    );
    let seen = "(() => { const all = document.querySelectorAll('#story p');
        const box = [...all].find((p) => p.textContent.includes('Our conditions')).getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight; })()";
    page.wait(seen).await?;

    // Escape leads back to the evidence; asked, the words lead to the cell.
    page.key(Key::Escape).await?;
    page.wait("root.querySelector('.evidence:popover-open')?.dataset.of === 'russia/ceasefire'")
        .await?;
    page.click(".evidence:popover-open [data-statement='kosachev-conditions'] a.passage")
        .await?;
    page.wait(OFFER).await?;
    page.wait("root.querySelector('.evidence:popover-open') === null")
        .await?;
    // Who tabs on is offered nothing any more; who comes back is.
    page.key(Key::Tab).await?;
    page.wait(&format!("!{OFFER}")).await?;
    page.within(0, "root.querySelector('.stops [tabindex=\"0\"]').focus()")
        .await?;
    page.wait(OFFER).await?;
    page.key(Key::Enter).await?;
    page.wait("root.querySelector('.evidence:popover-open')?.dataset.of === 'russia/ceasefire'")
        .await?;
    page.wait(&format!("!{OFFER}")).await?;
    page.key(Key::Escape).await?;

    let after = page.run(&format!("return {STORY}")).await?;
    ensure!(
        before == after,
        "{browser:?}: the page's own nodes were touched"
    );
    Ok(())
}

#[tokio::test]
async fn from_a_cell_to_the_words_and_back_in_chromium() -> Result<()> {
    there_and_back(Browser::Chromium).await
}

#[tokio::test]
async fn from_a_cell_to_the_words_and_back_in_firefox() -> Result<()> {
    there_and_back(Browser::Firefox).await
}

#[tokio::test]
async fn from_a_cell_to_the_words_and_back_in_webkit() -> Result<()> {
    there_and_back(Browser::WebKit).await
}

/// The middle of the first line of a paragraph's passage, in the window.
async fn place_of(page: &Page<'_>, words: &str) -> Result<(i64, i64)> {
    let script = format!(
        "const walker = document.createTreeWalker(document.querySelector('#story'), NodeFilter.SHOW_TEXT);
         while (walker.nextNode()) {{
           const at = walker.currentNode.data.indexOf({words:?});
           if (at < 0) continue;
           const range = new Range();
           range.setStart(walker.currentNode, at);
           range.setEnd(walker.currentNode, at + 4);
           walker.currentNode.parentElement.scrollIntoView({{ block: 'center' }});
           const box = range.getBoundingClientRect();
           return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
         }}"
    );
    let place = page.run(&script).await?;
    let number = |n: usize| place[n].as_i64().unwrap_or_default();
    Ok((number(0), number(1)))
}

async fn pointed_at(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = news(&session, &server).await?;
    let marked = "[...CSS.highlights.get('stance-passage')].length";
    ensure!(page.run(&format!("return {marked}")).await? == MARKED);
    let (x, y) = place_of(&page, "Sending European").await?;
    let pointer = session.driver.action_chain();
    pointer.move_to(x, y).perform().await?;
    page.wait(OFFER).await?;
    let current = "[...CSS.highlights.get('stance-passage-current')].map(String).join()";
    let current = page.run(&format!("return {current}")).await?;
    ensure!(
        current
            .as_str()
            .is_some_and(|c| c.starts_with("Sending European")),
        "{browser:?}: {current}"
    );
    // On the way to the offer it stays; pressed, it leads to what rests on it.
    page.click(".offer button").await?;
    page.wait("root.querySelector('.evidence:popover-open')?.dataset.of === 'peacekeepers'")
        .await?;
    page.key(Key::Escape).await?;
    page.wait("root.querySelector('.evidence:popover-open') === null")
        .await?;
    // Beside a passage nothing is offered.
    let (x, y) = place_of(&page, "After the meeting").await?;
    session
        .driver
        .action_chain()
        .move_to(x, y)
        .perform()
        .await?;
    page.wait(&format!("!{OFFER}")).await
}

#[tokio::test]
async fn a_passage_that_is_pointed_at_says_who_says_it_in_chromium() -> Result<()> {
    pointed_at(Browser::Chromium).await
}

#[tokio::test]
async fn a_passage_that_is_pointed_at_says_who_says_it_in_firefox() -> Result<()> {
    pointed_at(Browser::Firefox).await
}

#[tokio::test]
async fn a_passage_that_is_pointed_at_says_who_says_it_in_webkit() -> Result<()> {
    pointed_at(Browser::WebKit).await
}

/// With Tab to the passages, with arrows among them, with Enter to the cell; a
/// link in a passage is a way to it, too.
#[tokio::test]
async fn the_keyboard_reaches_the_passages() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = news(&session, &server).await?;
    page.run("document.querySelector('#story a').focus()")
        .await?;
    page.wait(OFFER).await?;
    ensure!(
        page.run("return [...CSS.highlights.get('stance-passage-current')].map(String).join()")
            .await?
            .as_str()
            .is_some_and(|words| words.starts_with("Russia will put up"))
    );
    let stopped = "root.activeElement?.closest('.stops') != null";
    let mut reached = false;
    // More often than there are things to tab to before them.
    for _ in 0..80 {
        page.key(Key::Tab).await?;
        if page.within(0, stopped).await? == true {
            reached = true;
            break;
        }
    }
    ensure!(reached, "Tab does not come to the passages");
    page.wait(OFFER).await?;
    let first = page.text("root.activeElement.dataset.statement").await?;
    page.key(Key::Down).await?;
    let second = page.text("root.activeElement.dataset.statement").await?;
    ensure!(
        (first.as_str(), second.as_str()) == ("zelensky-accepts", "washington-orchestrates"),
        "{first}, {second}"
    );
    page.wait(OFFER).await?;
    // Pressed, the question takes the focus; it stays to be answered.
    page.click(".offer button").await?;
    page.wait(
        "root.querySelector('.evidence:popover-open')?.dataset.of === 'united-states/ceasefire'",
    )
    .await
}

/// What the page does with its text is followed: a paragraph that goes and comes
/// back, a text that is put there anew, an element that is taken out.
#[tokio::test]
async fn a_text_that_changes_is_followed() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = news(&session, &server).await?;
    let one_less = format!("{STOPS}.length === {}", MARKED - 1);
    let all = format!("{STOPS}.length === {MARKED}");
    page.run(
        "document.querySelector('#story p').firstElementChild.textContent = 'Somebody agreed'",
    )
    .await?;
    page.wait(&one_less).await?;
    page.run(
        "document.querySelector('#story p').firstElementChild.textContent =
           'Volodymyr Zelensky said yes to negotiating a ceasefire of thirty days'",
    )
    .await?;
    page.wait(&all).await?;
    page.run("document.querySelector('#story p').hidden = true")
        .await?;
    page.wait(&format!("{STOPS}.length === {}", MARKED - 2))
        .await?;
    page.run(
        "const story = document.querySelector('#story'); const anew = story.cloneNode(true);
         anew.querySelector('p').hidden = false; story.replaceWith(anew);",
    )
    .await?;
    page.wait(&all).await?;
    let connected =
        "[...CSS.highlights.get('stance-passage')].every((r) => r.startContainer.isConnected)";
    page.wait(connected).await?;
    // What stands there twice could be one place or the other.
    page.run(
        "const p = [...document.querySelectorAll('#story p')]
           .find((p) => p.textContent.includes('preserve lives'));
         p.after(p.cloneNode(true));",
    )
    .await?;
    page.wait(&format!("{STOPS}.length < {MARKED}")).await?;
    open(&page, "russia/terms").await?;
    ensure!(
        said(&page, "lavrov-lives").await?
            == "The passage stands more than once in the text on this page."
    );
    page.run(
        "[...document.querySelectorAll('#story p')]
           .findLast((p) => p.textContent.includes('preserve lives')).remove()",
    )
    .await?;
    page.wait(&all).await?;
    // The page's style sheets and the reader's marks are as before, without it.
    page.run("document.querySelector('stance-comparison').setAttribute('source-text', '#nowhere')")
        .await?;
    page.wait("CSS.highlights.get('stance-passage').size === 0")
        .await?;
    page.run("window.__sheets = document.adoptedStyleSheets.length")
        .await?;
    page.run("document.querySelector('stance-comparison').setAttribute('source-text', '#story')")
        .await?;
    page.wait(&all).await?;
    page.run("document.querySelector('stance-comparison').remove()")
        .await?;
    page.wait("CSS.highlights.get('stance-passage').size === 0 && document.adoptedStyleSheets.length === window.__sheets")
        .await
}

/// A selector that is none costs the marks and nothing else.
#[tokio::test]
async fn a_selector_that_is_none_is_said_to_the_developer() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = news(&session, &server).await?;
    page.run(
        "window.__warned = []; console.warn = (text) => window.__warned.push(String(text));
         addEventListener('unhandledrejection', (e) => window.__warned.push('unhandled'));
         document.querySelector('stance-comparison').sourceText = '#story[';",
    )
    .await?;
    page.wait("window.__warned.length === 1 && window.__warned[0].includes('#story[')")
        .await?;
    page.wait("CSS.highlights.get('stance-passage').size === 0")
        .await?;
    ensure!(
        page.within(0, "root.querySelectorAll('.matrix td').length")
            .await?
            == 36
    );
    Ok(())
}

/// The same place as a link that works without us: in this page, and in the
/// article wherever it is.
#[tokio::test]
async fn a_passage_is_a_link_as_well() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = news(&session, &server).await?;
    open(&page, "russia/ceasefire").await?;
    let link = page
        .text("root.querySelector('.evidence:popover-open [data-statement=\"kosachev-conditions\"] a.passage').href")
        .await?;
    let (address, directive) = link.split_once("#:~:text=").unwrap_or_default();
    ensure!(
        address == format!("{}/news-page.html", server.origin()),
        "{link}"
    );
    let found = page
        .within(
            0,
            &format!(
                "root.host.constructor.resolve(document.querySelector('#story'), {directive:?})
                   .then(({{ state, ranges }}) => `${{state}}: ${{ranges[0]}}`)"
            ),
        )
        .await?;
    ensure!(
        found
            == "exact: Our conditions remain unchanged. We will not accept a ceasefire that only \
                benefits Kyiv and its allies.",
        "{found}"
    );
    // With an address of its own and no text around, it leads there.
    server.offer(
        "elsewhere.html",
        "<!DOCTYPE html><html lang=en><title>x</title>
         <stance-comparison built-in loading=eager></stance-comparison>
         <script>
           fetch('articles/ceasefire-2025.json').then((r) => r.json()).then((data) => {
             data.article.url = 'https://example.org/story?id=1#top';
             document.querySelector('stance-comparison').data = data;
           });
         </script>
         <script src=standpoint.js></script>",
    );
    let page = Page::open(&session, &server, Origin::Http, "elsewhere.html").await?;
    page.wait("root.host.data?.article.url !== undefined")
        .await?;
    open(&page, "russia/ceasefire").await?;
    let quoted = "root.querySelector('.evidence:popover-open [data-statement=\"kosachev-conditions\"] a.passage')";
    page.wait(&format!("{quoted} !== null")).await?;
    ensure!(page.text(&format!("{quoted}.textContent")).await? == "Read in the article");
    let link = page.text(&format!("{quoted}.href")).await?;
    ensure!(
        link.starts_with("https://example.org/story?id=1#:~:text=Our%20conditions"),
        "{link}"
    );
    Ok(())
}
