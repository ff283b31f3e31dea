//! Several of us on one page, and elements that are moved about: two builds, the script
//! twice, copies, fifty, away and back again.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist, page_with};

const ELEMENT: &str =
    "<stance-comparison src=\"articles/harbour-town.json\" loading=\"eager\"></stance-comparison>";

/// Notes what reaches the page.
const WATCH: &str = "<script>window.uncaught = [];
    addEventListener('error', (e) => uncaught.push(e.message));
    addEventListener('unhandledrejection', (e) => uncaught.push(String(e.reason)));</script>";

/// Every comparison answers to its own tab, and to nobody else's.
async fn all_alive(page: &Page<'_>, count: usize) -> Result<()> {
    page.ready().await?;
    let all = "document.querySelectorAll('stance-comparison')";
    let there = page.run(&format!("return {all}.length")).await?;
    ensure!(there == count, "{there} comparisons");
    for nth in [0, count - 1] {
        page.within(nth, "root.getElementById('tab:spectrum').click()")
            .await?;
        page.settled(&format!(
            "{all}[{nth}].shadowRoot.querySelector('.spectrum') !== null"
        ))
        .await?;
        let turned = format!("return [...{all}].filter((e) => e.state.view === 'spectrum').length");
        let turned = page.run(&turned).await?;
        ensure!(turned == 1, "{turned} have gone to the spectrum");
        page.within(nth, "root.getElementById('tab:matrix').click()")
            .await?;
        page.settled(&format!(
            "{all}[{nth}].shadowRoot.querySelector('.matrix') !== null"
        ))
        .await?;
    }
    let uncaught = page.run("return uncaught.join()").await?;
    ensure!(uncaught == "", "{uncaught} reached the page");
    Ok(())
}

/// A folder with the build in it twice.
fn twice() -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    for name in ["one", "two"] {
        std::fs::create_dir(folder.path().join(name))?;
        for entry in dist().read_dir()? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                let copy = folder.path().join(name).join(entry.file_name());
                std::fs::copy(entry.path(), copy)?;
            }
        }
    }
    let articles = folder.path().join("articles");
    std::fs::create_dir(&articles)?;
    let article = "harbour-town.json";
    std::fs::copy(
        dist().join("articles").join(article),
        articles.join(article),
    )?;
    Ok(folder)
}

async fn on_one_page(browser: Browser) -> Result<()> {
    let folder = twice()?;
    let server = Server::start(folder.path())?;
    let session = Session::start(browser, Look::default()).await?;
    let one = "<script src=\"one/standpoint.js\" async></script>";
    let two = "<script src=\"two/standpoint.js\" async></script>";
    for scripts in [[one, one], [one, two], [two, one]] {
        let page = page_with(&[WATCH, ELEMENT, ELEMENT, &scripts.concat()].concat());
        server.offer("mine.html", &page);
        server.forget();
        let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
        all_alive(&page, 2).await?;
        // Whichever has come first brings all that it takes, and the other nothing.
        let asked = server.asked();
        let brings = |folder: &str| {
            let begin = format!("/{folder}/standpoint-");
            asked.iter().any(|path| path.starts_with(&begin))
        };
        ensure!(brings("one") != brings("two"), "{browser:?}: {asked:?}");
    }
    Ok(())
}

#[tokio::test]
async fn two_builds_and_the_script_twice_get_along_in_chromium() -> Result<()> {
    on_one_page(Browser::Chromium).await
}

#[tokio::test]
async fn two_builds_and_the_script_twice_get_along_in_firefox() -> Result<()> {
    on_one_page(Browser::Firefox).await
}

#[tokio::test]
async fn two_builds_and_the_script_twice_get_along_in_webkit() -> Result<()> {
    on_one_page(Browser::WebKit).await
}

async fn moved_about(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    server.offer("mine.html", &page_with(&[WATCH, ELEMENT, SCRIPT].concat()));
    server.offer("away.html", &page_with("away"));
    // Taken out while it loads, and put back.
    server.hold(".wasm");
    let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
    page.settled("typeof customElements.get('stance-comparison') === 'function'")
        .await?;
    page.run("window.taken = document.querySelector('stance-comparison'); taken.remove()")
        .await?;
    server.release();
    page.run("document.body.append(taken)").await?;
    all_alive(&page, 1).await?;
    // A copy is one more.
    page.within(0, "root.host.show({ view: 'timeline' })")
        .await?;
    page.run("document.body.append(document.querySelector('stance-comparison').cloneNode(true))")
        .await?;
    page.ready().await?;
    let views = "return [...document.querySelectorAll('stance-comparison')].map((e) => e.state.view).join()";
    ensure!(page.run(views).await? == "timeline,matrix");
    page.run("document.querySelectorAll('stance-comparison')[1].remove()")
        .await?;
    // Away and back: whether the browser has kept the page or makes it anew.
    // The driver waits for either by itself: WebKit's does not live through a script
    // that it is given on the way.
    session
        .driver
        .goto(format!("{}/away.html", server.origin()))
        .await?;
    page.settled("document.body?.textContent === 'away'")
        .await?;
    session.driver.back().await?;
    page.settled("document.querySelector('stance-comparison')?.ready !== undefined")
        .await?;
    all_alive(&page, 1).await?;
    Ok(())
}

#[tokio::test]
async fn copied_taken_out_and_come_back_to_it_lives_in_chromium() -> Result<()> {
    moved_about(Browser::Chromium).await
}

#[tokio::test]
async fn copied_taken_out_and_come_back_to_it_lives_in_firefox() -> Result<()> {
    moved_about(Browser::Firefox).await
}

#[tokio::test]
async fn copied_taken_out_and_come_back_to_it_lives_in_webkit() -> Result<()> {
    moved_about(Browser::WebKit).await
}

async fn fifty(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = page_with(&[WATCH, &ELEMENT.repeat(50), SCRIPT].concat());
    server.offer("mine.html", &page);
    let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
    all_alive(&page, 50).await?;
    // What they have in common is asked for once.
    for ending in [".wasm", ".css.js", "standpoint.js"] {
        let times = server
            .asked()
            .iter()
            .filter(|path| path.ends_with(ending))
            .count();
        ensure!(
            times == 1,
            "{browser:?}: {ending} was asked for {times} times"
        );
    }
    Ok(())
}

#[tokio::test]
async fn fifty_live_beside_each_other_in_chromium() -> Result<()> {
    fifty(Browser::Chromium).await
}

#[tokio::test]
async fn fifty_live_beside_each_other_in_firefox() -> Result<()> {
    fifty(Browser::Firefox).await
}

#[tokio::test]
async fn fifty_live_beside_each_other_in_webkit() -> Result<()> {
    fifty(Browser::WebKit).await
}
