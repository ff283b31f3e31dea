//! What the widget may not do and does not: anything that the strictest policy
//! forbids, keep something, ask somebody else.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, VIEWS, dist};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/// Notes every violation. A script of the page's own, since the policy allows
/// no other.
const WATCH: &str = "window.violations = [];
    document.addEventListener('securitypolicyviolation', (e) =>
        violations.push([e.violatedDirective, e.blockedURI, e.sourceFile, e.sample].join(' ')));";

const STRICT: &str = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Strict</title>\
    <link rel=\"icon\" href=\"data:,\"><script src=\"watch.js\"></script>\
    <script src=\"standpoint.js\" async></script>\
    <stance-comparison built-in permalink></stance-comparison>\
    <stance-comparison id=\"town\" src=\"articles/harbour-town.json\"></stance-comparison>";

fn strict(more: &str) -> Result<Server> {
    let server = Server::start(&dist())?;
    server.header("Content-Security-Policy", &format!("{POLICY}{more}"));
    server.offer("watch.js", WATCH);
    server.offer("strict.html", STRICT);
    Ok(server)
}

async fn no_violations(page: &Page<'_>, browser: Browser) -> Result<()> {
    let violations = page.run("return violations.join('\\n')").await?;
    ensure!(violations == "", "{browser:?}: {violations}");
    Ok(())
}

/// The policy is in force and is listened to: what it forbids is noted.
async fn the_policy_holds(page: &Page<'_>) -> Result<()> {
    page.run("const style = document.createElement('style'); style.textContent = 'a {}'; document.head.append(style)")
        .await?;
    page.wait("violations.length > 0 && violations[0].startsWith('style-src')")
        .await
}

/// Everything that a reader and a page do with it.
async fn used(page: &Page<'_>) -> Result<()> {
    page.click("button[data-cell='russia/ceasefire']").await?;
    page.wait("location.hash === '#stance__cell_is_russia_on_ceasefire'")
        .await?;
    page.run("history.back()").await?;
    page.wait("root.querySelector('.evidence:popover-open') === null")
        .await?;
    for view in VIEWS {
        page.turn_to(view).await?;
    }
    page.wait("location.hash === '#stance__view_is_statements'")
        .await?;
    page.speak("ar").await?;
    page.speak("en").await?;
    page.within(0, "root.host.setAttribute('theme', 'dark')")
        .await?;

    let csv = page.promised("host.exportAs('csv')").await?;
    ensure!(csv.starts_with("Topic,"), "{csv}");
    let png = page
        .promised("host.picture('png').then((blob) => blob.size > 1000)")
        .await?;
    ensure!(png == "true", "{png}");
    // The lines, whether they can be copied or are shown.
    page.click("button[popovertarget='choose:take']").await?;
    let reply = "root.querySelector('[id=\"choose:take\"] [role=status]').textContent";
    for button in [1, 2] {
        page.run(
            "window.said = document.querySelector('stance-comparison').shadowRoot\
             .querySelector('[id=\"choose:take\"] [role=status]').textContent",
        )
        .await?;
        page.click(&format!(
            "[id='choose:take'] .wishes button:nth-child({button})"
        ))
        .await?;
        page.wait(&format!(
            "{reply} !== '' && ({button} === 1 || {reply} !== said)"
        ))
        .await?;
        let said = page.text(reply).await?;
        ensure!(!said.contains("could not be made"), "{said}");
    }
    page.run("history.back()").await?;
    page.wait("root.querySelector('.timeline') !== null").await
}

/// Nothing is kept anywhere.
async fn nothing_is_kept(page: &Page<'_>, browser: Browser) -> Result<()> {
    let kept = page
        .promised(
            "(async () => JSON.stringify([
            document.cookie,
            localStorage.length, sessionStorage.length,
            (await indexedDB.databases()).length,
            (await caches.keys()).length,
            (await navigator.serviceWorker?.getRegistrations() ?? []).length,
            window.name,
        ]))()",
        )
        .await?;
    ensure!(kept == r#"["",0,0,0,0,0,""]"#, "{browser:?} keeps {kept}");
    Ok(())
}

async fn a_good_guest(browser: Browser) -> Result<()> {
    let server = strict("")?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "strict.html").await?;
    used(&page).await?;
    no_violations(&page, browser).await?;
    nothing_is_kept(&page, browser).await?;
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "{browser:?} asked for {foreign:?}");
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    the_policy_holds(&page).await
}

#[tokio::test]
async fn it_is_a_good_guest_in_chromium() -> Result<()> {
    a_good_guest(Browser::Chromium).await
}

#[tokio::test]
async fn it_is_a_good_guest_in_firefox() -> Result<()> {
    a_good_guest(Browser::Firefox).await
}

#[tokio::test]
async fn it_is_a_good_guest_in_webkit() -> Result<()> {
    a_good_guest(Browser::WebKit).await
}

/// A page that holds a frame, and the frame itself.
async fn a_good_frame(browser: Browser) -> Result<()> {
    let server = strict("; frame-src 'self'")?;
    server.offer(
        "host.html",
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title>\
         <link rel=\"icon\" href=\"data:,\"><script src=\"watch.js\"></script>\
         <script src=\"standpoint-frame.js\" async></script>\
         <iframe src=\"frame.html?built-in=yes&theme=dark&topics=ceasefire\" title=\"Comparison\" width=\"100%\" height=\"300\"></iframe>",
    );
    let frame = std::fs::read_to_string(dist().join("frame.html"))?;
    let watched = frame.replace("<head>", "<head><script src=\"watch.js\"></script>");
    ensure!(watched != frame, "frame.html has no head");
    server.offer("frame.html", &watched);
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "host.html").await?;
    page.wait("document.querySelector('iframe').style.height !== ''")
        .await?;
    session.driver.enter_frame(0).await?;
    page.ready().await?;
    // WebKit's driver finds nothing to click on in a frame.
    page.within(0, "root.getElementById('tab:timeline').click()")
        .await?;
    page.wait("root.querySelector('.timeline') !== null")
        .await?;
    page.within(0, "root.getElementById('tab:matrix').click()")
        .await?;
    page.wait("root.querySelector('.matrix') !== null").await?;
    page.within(0, "root.querySelector('button[data-cell]').click()")
        .await?;
    // What is open has room, also where little is shown.
    page.wait("document.body.matches('.open') && innerHeight >= 576")
        .await?;
    page.within(0, "root.host.show({ open: null })").await?;
    page.wait("!document.body.matches('.open') && innerHeight < 576")
        .await?;
    let png = page
        .promised("host.picture('png').then((blob) => blob.size > 1000)")
        .await?;
    ensure!(png == "true", "{png}");
    no_violations(&page, browser).await?;
    nothing_is_kept(&page, browser).await?;
    the_policy_holds(&page).await?;
    // It is refused in the widget's manner under the policy, too.
    page.run("location.search = '?src=https://other.example/a.json'")
        .await?;
    page.wait("document.querySelector('.notice') !== null")
        .await?;
    no_violations(&page, browser).await?;
    session.driver.enter_default_frame().await?;
    no_violations(&page, browser).await?;
    nothing_is_kept(&page, browser).await?;
    let foreign = page.foreign_requests().await?;
    ensure!(foreign.is_empty(), "{browser:?} asked for {foreign:?}");
    Ok(())
}

#[tokio::test]
async fn its_frame_is_a_good_guest_in_chromium() -> Result<()> {
    a_good_frame(Browser::Chromium).await
}

#[tokio::test]
async fn its_frame_is_a_good_guest_in_firefox() -> Result<()> {
    a_good_frame(Browser::Firefox).await
}

#[tokio::test]
async fn its_frame_is_a_good_guest_in_webkit() -> Result<()> {
    a_good_frame(Browser::WebKit).await
}

/// Files too, by the reader's own hand.
#[tokio::test]
async fn a_file_is_saved_under_the_policy() -> Result<()> {
    let server = strict("")?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let folder = tempfile::tempdir()?;
    let place = serde_json::json!({ "behavior": "allow", "downloadPath": folder.path() });
    session.cdp("Browser.setDownloadBehavior", place).await?;
    let page = Page::open(&session, &server, Origin::Http, "strict.html").await?;
    page.click("button[popovertarget='choose:take']").await?;
    for (nth, file) in [(1, "png"), (3, "csv")] {
        page.click(&format!(
            "[id='choose:take'] .wishes:nth-of-type(2) button:nth-child({nth})"
        ))
        .await?;
        page.wait(&format!(
            "root.querySelector('[id=\"choose:take\"] [role=status]').textContent === 'stance-comparison.{file} is saved.'"
        ))
        .await?;
    }
    no_violations(&page, session.browser).await?;
    nothing_is_kept(&page, session.browser).await
}
