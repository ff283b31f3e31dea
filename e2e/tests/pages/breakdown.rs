//! Something is thrown within a comparison, which must not happen and does: one call
//! of the DOM fails, or the WebAssembly traps. It costs this one comparison its
//! liveliness, and nothing else.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist};

/// What a comparison calls to change what is shown, and whose it is.
const CALLS: [(&str, &str); 4] = [
    ("Element", "setAttribute"),
    ("Node", "insertBefore"),
    ("Document", "createElement"),
    ("Document", "createTextNode"),
];

/// Notes what reaches the page.
const WATCH: &str = "<script>
    window.uncaught = []; window.failed = [];
    addEventListener('error', (e) => uncaught.push(e.message));
    addEventListener('unhandledrejection', (e) => uncaught.push(String(e.reason)));
    addEventListener('stance-error', (e) => failed.push([e.target.id, e.detail.message]));
    // From now on the n-th call fails, and no other.
    window.breakOnce = (owner, name, nth = 1) => {
      const whole = window[owner].prototype[name];
      window.broke = false;
      window.mend = () => (window[owner].prototype[name] = whole);
      window[owner].prototype[name] = function (...all) {
        if (--nth) return whole.apply(this, all);
        window[owner].prototype[name] = whole;
        window.broke = true;
        throw new DOMException('made for a test', 'NotFoundError');
      };
    };
    </script>";

/// The text that can be read.
const TEXT: &str = "root.querySelector('.mount:not([hidden])').textContent.length";

/// Has something fail in the first of several comparisons while its reader goes to
/// another view.
async fn fails_in_one(
    page: &Page<'_>,
    browser: Browser,
    (owner, name): (&str, &str),
) -> Result<()> {
    let what = format!("{browser:?}, {owner}.{name}");
    page.ready().await?;
    page.turn_to("spectrum").await?;
    page.within(0, "root.host.show({ parties: ['ukraine', 'russia'] })")
        .await?;
    page.wait("root.host.state.parties.length === 2").await?;
    page.run(&format!("breakOnce('{owner}', '{name}')")).await?;
    page.within(0, "root.getElementById('tab:statements').click()")
        .await?;
    page.wait("window.broke && root.querySelector('.notice button') !== null")
        .await
        .with_context(|| what.clone())?;
    // It says so, and can be read: all of it.
    let failed = page.run("return failed.map(([id]) => id).join()").await?;
    ensure!(failed == "first", "{what}: {failed}");
    page.wait("root.querySelector('.mount .inert') !== null")
        .await
        .with_context(|| what.clone())?;
    let text = page.within(0, TEXT).await?;
    ensure!(text.as_u64() > Some(15_000), "{what}: {text} letters");
    let left = page
        .within(0, "root.querySelectorAll('.mount, .notice').length")
        .await?;
    ensure!(left == 2, "{what}: {left} parts");
    // What was waited for comes to an end.
    for asked in ["host.ready", "host.exportAs('csv')", "host.picture('svg')"] {
        let given = page.promised(asked).await?;
        ensure!(given.starts_with("error: "), "{what}, {asked}: {given}");
    }
    // The other one lives on, and what comes later lives.
    page.within(1, "root.getElementById('tab:timeline').click()")
        .await?;
    page.settled(
        "document.getElementById('second').shadowRoot.querySelector('.timeline') !== null",
    )
    .await?;
    page.run(
        "const third = document.createElement('stance-comparison');
         third.builtIn = true; third.loading = 'eager'; document.body.append(third);",
    )
    .await?;
    page.settled("document.querySelectorAll('stance-comparison')[2].shadowRoot?.querySelector('.matrix') != null")
        .await?;
    page.run("document.querySelectorAll('stance-comparison')[2].remove()")
        .await?;
    // It can be had again, as it was when it was well.
    page.click(".notice button").await?;
    page.wait("root.querySelector('.mount:not([hidden]) .comparison:not(.inert)') !== null")
        .await?;
    let again = page.promised("host.ready.then((it) => [it.state.view, it.state.parties.length, it.shadowRoot.querySelectorAll('.mount, .notice').length].join())").await?;
    ensure!(again == "spectrum,2,1", "{what}: {again}");
    page.turn_to("statements").await?;
    let uncaught = page.run("return uncaught.join()").await?;
    ensure!(uncaught == "", "{what}: {uncaught}");
    Ok(())
}

async fn costs_one(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for call in CALLS {
        let body = format!(
            "{WATCH}<stance-comparison built-in id=\"first\" loading=\"eager\"></stance-comparison>\
             <stance-comparison built-in id=\"second\" loading=\"eager\"></stance-comparison>{SCRIPT}"
        );
        let page = Page::with_body(&session, &server, &body).await?;
        fails_in_one(&page, browser, call).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_breakdown_costs_one_comparison_in_chromium() -> Result<()> {
    costs_one(Browser::Chromium).await
}

#[tokio::test]
async fn a_breakdown_costs_one_comparison_in_firefox() -> Result<()> {
    costs_one(Browser::Firefox).await
}

#[tokio::test]
async fn a_breakdown_costs_one_comparison_in_webkit() -> Result<()> {
    costs_one(Browser::WebKit).await
}

/// The page with the built-in article, rendered ahead, in which the n-th call of
/// something fails.
fn page_that_breaks(owner: &str, name: &str, nth: usize) -> Result<String> {
    let page = std::fs::read_to_string(dist().join("index.html"))?;
    let broken = format!("<head>{WATCH}<script>breakOnce('{owner}', '{name}', {nth})</script>");
    let page = page.replacen("<head>", &broken, 1);
    ensure!(page.contains("breakOnce("), "index.html has no head");
    Ok(page)
}

async fn coming_alive(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for (owner, name) in CALLS {
        for nth in [1, 3, 9, 60] {
            let what = format!("{browser:?}, call {nth} of {owner}.{name}");
            server.offer("mine.html", &page_that_breaks(owner, name, nth)?);
            let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
            // Whether or not so many are made: it is alive, or it says that it is not.
            let alive = ".mount:not([hidden]) .comparison:not(.inert)";
            page.wait(&format!(
                "root.querySelector('.notice button, {alive}') !== null"
            ))
            .await?;
            let text = page.within(0, TEXT).await?;
            ensure!(text.as_u64() > Some(4_000), "{what}: {text} letters");
            page.run("mend()").await?;
            page.within(0, "root.querySelector('.notice button')?.click()")
                .await?;
            page.wait(&format!("root.querySelector('{alive}') !== null"))
                .await?;
            let text = page.within(0, TEXT).await?;
            ensure!(text.as_u64() > Some(4_000), "{what}, again: {text} letters");
            page.turn_to("timeline").await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_rendered_ahead_stays_in_chromium() -> Result<()> {
    coming_alive(Browser::Chromium).await
}

#[tokio::test]
async fn what_is_rendered_ahead_stays_in_firefox() -> Result<()> {
    coming_alive(Browser::Firefox).await
}

#[tokio::test]
async fn what_is_rendered_ahead_stays_in_webkit() -> Result<()> {
    coming_alive(Browser::WebKit).await
}
