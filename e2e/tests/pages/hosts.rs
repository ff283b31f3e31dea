//! Pages that have changed what every page has: additions to prototypes, wrappers,
//! names of their own, what is broken. None costs the reader what could be read.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist, page_with};

/// What a page has done, and whether the comparison comes alive all the same: where it
/// was rendered ahead, and where the page has put something else into the element.
struct Host {
    what: &'static str,
    script: &'static str,
    ahead: bool,
    bare: bool,
}

const fn host(what: &'static str, script: &'static str, ahead: bool, bare: bool) -> Host {
    Host {
        what,
        script,
        ahead,
        bare,
    }
}

const HOSTS: [Host; 11] = [
    host(
        "additions to arrays",
        "Array.prototype.last = function () { return this[this.length - 1]; };
         Array.prototype.remove = function (one) { this.splice(this.indexOf(one), 1); };",
        true,
        true,
    ),
    host(
        "arrays that say how they are written",
        "Array.prototype.toJSON = function () { return `[${this.join()}]`; };",
        true,
        true,
    ),
    host(
        "a fetch of its own",
        "{ const own = fetch; window.fetch = (address, how) => {
           if (typeof address !== 'string') throw new TypeError('strings only');
           return own(address, how);
         }; }",
        true,
        true,
    ),
    host(
        "no shadow roots",
        "Element.prototype.attachShadow = () => { throw new Error('made for a test'); };",
        true,
        false,
    ),
    host("a name like ours", "window.__standpoint = 'mine';", true, true),
    host(
        "a name like ours that nobody changes",
        "window.__standpoint = Object.freeze({ version: 3 });",
        true,
        true,
    ),
    host(
        "words that cannot be told apart",
        "Intl.Segmenter = class { constructor() { throw new Error('made for a test'); } };",
        true,
        true,
    ),
    host(
        "promises that are none",
        "{ const own = Promise; window.Promise = function () { throw new Error('made for a test'); };
           addEventListener('load', () => (window.Promise = own)); }",
        false,
        false,
    ),
    host(
        "promises of long ago",
        "for (const name of ['all', 'allSettled', 'any', 'withResolvers']) delete Promise[name];",
        false,
        false,
    ),
    host(
        "JSON that throws",
        // For us alone: who drives the browser needs it as well.
        "for (const name of ['parse', 'stringify']) {
           const own = JSON[name];
           JSON[name] = (...all) => {
             const error = new Error('made for a test');
             if (/standpoint[^/]*\\.js/.test(error.stack)) throw error;
             return own(...all);
           };
         }",
        false,
        false,
    ),
    host(
        "children that stay",
        "{ const own = Node.prototype.removeChild;
           Node.prototype.removeChild = () => { throw new Error('made for a test'); };
           window.mend = () => (Node.prototype.removeChild = own); }",
        true,
        true,
    ),
];

/// Notes what reaches the page.
const WATCH: &str = "window.uncaught = []; window.failed = []; window.mend = () => {};
    addEventListener('error', (e) => uncaught.push(e.message));
    addEventListener('unhandledrejection', (e) => uncaught.push(String(e.reason)));
    addEventListener('stance-error', (e) => failed.push(e.detail.message));";

const ALIVE: &str = "root?.querySelector('.mount:not([hidden]) .comparison:not(.inert)') != null";

/// What there is to read, in the element's shadow root or, without one, in itself.
const TEXT: &str = "(root?.querySelector('.mount:not([hidden])') ?? document.querySelector('stance-comparison')).textContent.length";

/// Waits until it is alive or has come to nothing, in whichever way.
async fn settled(page: &Page<'_>) -> Result<bool> {
    let dead = "root?.querySelector('.notice') != null || failed.length > 0 || uncaught.length > 0";
    page.settled(&format!(
        "(() => {{ const root = document.querySelector('stance-comparison').shadowRoot;
          return {ALIVE} || {dead}; }})()"
    ))
    .await?;
    Ok(page.within(0, ALIVE).await? == true)
}

/// What does not come alive is told and rejects, and nothing uncaught reaches the page;
/// but where there are no promises, nothing can be promised.
async fn is_told(page: &Page<'_>, host: &Host, alive: bool) -> Result<()> {
    if host.what.starts_with("promises") {
        return Ok(());
    }
    let uncaught = page.run("return uncaught.join()").await?;
    ensure!(uncaught == "", "{uncaught} reached the page");
    if !alive {
        let given = page.promised("host.ready").await?;
        ensure!(given.starts_with("error: "), "ready is {given}");
        let told = page.run("return failed.length > 0").await?;
        ensure!(told == true, "no stance-error");
    }
    Ok(())
}

async fn rendered_ahead(session: &Session, server: &Server, host: &Host) -> Result<()> {
    let page = std::fs::read_to_string(dist().join("index.html"))?;
    let changed = format!("<head><script>{WATCH}{}</script>", host.script);
    server.offer("mine.html", &page.replacen("<head>", &changed, 1));
    let page = Page::open_only(session, server, Origin::Http, "mine.html").await?;
    let alive = settled(&page).await?;
    ensure!(alive == host.ahead, "alive: {alive}");
    is_told(&page, host, alive).await?;
    let text = page.within(0, TEXT).await?;
    ensure!(text.as_u64() > Some(4_000), "{text} letters");
    if alive {
        page.within(0, "root.getElementById('tab:timeline').click()")
            .await?;
        page.wait("root.querySelector('.timeline, .notice') !== null")
            .await?;
        let text = page.within(0, TEXT).await?;
        ensure!(
            text.as_u64() > Some(4_000),
            "{text} letters of the timeline"
        );
        let uncaught = page.run("return uncaught.join()").await?;
        ensure!(uncaught == "", "{uncaught} reached the page");
    }
    page.run("mend()").await?;
    Ok(())
}

async fn bare(session: &Session, server: &Server, host: &Host) -> Result<()> {
    let body = format!(
        "<script>{WATCH}{}</script>
         <stance-comparison src=\"articles/harbour-town.json\" loading=\"eager\"><p>The table</p></stance-comparison>{SCRIPT}",
        host.script
    );
    server.offer("mine.html", &page_with(&body));
    let page = Page::open_only(session, server, Origin::Http, "mine.html").await?;
    let alive = settled(&page).await?;
    ensure!(alive == host.bare, "alive: {alive}");
    is_told(&page, host, alive).await?;
    if !alive {
        let seen = page
            .run("return document.querySelector('stance-comparison p').getBoundingClientRect().height > 0")
            .await?;
        ensure!(seen == true, "what the page has put in is not seen");
    }
    page.run("mend()").await?;
    Ok(())
}

async fn strange_hosts(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let mut wrong = Vec::new();
    for host in &HOSTS {
        for (how, outcome) in [
            (
                "rendered ahead",
                rendered_ahead(&session, &server, host).await,
            ),
            ("bare", bare(&session, &server, host).await),
        ] {
            if let Err(error) = outcome {
                wrong.push(format!("{}, {how}: {error:#}", host.what));
            }
        }
    }
    ensure!(wrong.is_empty(), "{browser:?}:\n{}", wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn what_can_be_read_stays_in_any_page_in_chromium() -> Result<()> {
    strange_hosts(Browser::Chromium).await
}

#[tokio::test]
async fn what_can_be_read_stays_in_any_page_in_firefox() -> Result<()> {
    strange_hosts(Browser::Firefox).await
}

#[tokio::test]
async fn what_can_be_read_stays_in_any_page_in_webkit() -> Result<()> {
    strange_hosts(Browser::WebKit).await
}
