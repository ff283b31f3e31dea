//! What a page's policy lets in by name: scripts and style by a number for one answer,
//! and Trusted Types by the policy that makes them.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, page_with};

const REST: &str = "connect-src 'self'; img-src 'self' data:";

/// A page with these lines under that policy.
async fn under<'a>(
    session: &'a Session,
    server: &Server,
    policy: &str,
    lines: &str,
) -> Result<Page<'a>> {
    let policy = format!("default-src 'none'; {REST}; {policy}");
    server.header("Content-Security-Policy", &policy);
    let element = "<stance-comparison src=\"articles/harbour-town.json\" loading=\"eager\">\
        </stance-comparison>";
    server.offer("mine.html", &page_with(&format!("{lines}{element}")));
    Page::open_only(session, server, Origin::Http, "mine.html").await
}

/// It is alive, with its style and with what comes later.
async fn is_well(page: &Page<'_>) -> Result<()> {
    page.ready().await?;
    page.wait("getComputedStyle(root.querySelector('.tab')).borderTopWidth === '0px'")
        .await?;
    let csv = page.promised("host.exportAs('csv')").await?;
    ensure!(csv.starts_with("Topic,"), "{csv}");
    Ok(())
}

const NONCE: &str =
    "script-src 'nonce-bm90IGFnYWlu' 'wasm-unsafe-eval'; style-src 'nonce-bm90IGFnYWlu'";
/// As some pages have it: whoever was let in lets in what it adds, by script only.
const STRICT: &str = "script-src 'nonce-bm90IGFnYWlu' 'strict-dynamic' 'wasm-unsafe-eval'; \
    style-src 'nonce-bm90IGFnYWlu'";
const WITH: &str = "nonce=\"bm90IGFnYWlu\"";

/// Browsers of before 2023 construct no style sheets; the style is linked there.
fn old(lines: &str) -> String {
    format!(
        "<script {WITH}>window.CSSStyleSheet = class {{ constructor() {{ throw 1 }} }}</script>{lines}"
    )
}

async fn handed_on(browser: Browser) -> Result<()> {
    let session = Session::start(browser, Look::default()).await?;
    let script = format!("<script {WITH} src=\"standpoint.js\" async></script>");
    let module = format!("<script {WITH} type=\"module\" src=\"standpoint.js\"></script>");
    // Inline, and a module's own script cannot be told.
    let import = format!("<script {WITH} type=\"module\">import './index.js'</script>");
    let trusted = format!("{NONCE}; require-trusted-types-for 'script'; trusted-types standpoint");
    for (policy, lines) in [
        (NONCE, script.clone()),
        (NONCE, module),
        (NONCE, old(&script)),
        (STRICT, script.clone()),
        (STRICT, import),
        (&trusted, script),
    ] {
        let server = Server::start(&dist())?;
        let page = under(&session, &server, policy, &lines).await?;
        is_well(&page)
            .await
            .with_context(|| format!("{browser:?}, {lines} under {policy}"))?;
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{lines} under {policy}: {errors:?}");
    }
    // Without it nothing of ours is let in, so that the policy is one.
    let server = Server::start(&dist())?;
    let lines = "<script src=\"standpoint.js\"></script>";
    let page = under(&session, &server, NONCE, lines).await?;
    let defined = page
        .run("return customElements.get('stance-comparison') === undefined")
        .await?;
    ensure!(defined == true, "{browser:?}: the policy does not hold");
    Ok(())
}

#[tokio::test]
async fn the_nonce_is_handed_on_in_chromium() -> Result<()> {
    handed_on(Browser::Chromium).await
}

#[tokio::test]
async fn the_nonce_is_handed_on_in_firefox() -> Result<()> {
    handed_on(Browser::Firefox).await
}

#[tokio::test]
async fn the_nonce_is_handed_on_in_webkit() -> Result<()> {
    handed_on(Browser::WebKit).await
}

/// Pages that let in the policies of others only, or none at all.
const OTHERS: [&str; 3] = [
    "require-trusted-types-for 'script'; trusted-types default dompurify",
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "trusted-types default dompurify",
];

async fn without_policy(browser: Browser) -> Result<()> {
    let session = Session::start(browser, Look::default()).await?;
    let scripts = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
    let plain = "<script src=\"watch.js\"></script><script src=\"standpoint.js\"></script>";
    let named = format!(
        "<script {WITH} src=\"watch.js\"></script><script {WITH} src=\"standpoint.js\"></script>"
    );
    for others in OTHERS {
        for (scripts, lines) in [(scripts, plain), (NONCE, &named), (STRICT, &named)] {
            let server = Server::start(&dist())?;
            server.offer(
                "watch.js",
                "window.thrown = []; onerror = (message) => thrown.push(message)",
            );
            let policy = format!("{scripts}; {others}");
            let page = under(&session, &server, &policy, lines).await?;
            is_well(&page)
                .await
                .with_context(|| format!("{browser:?} under {policy}"))?;
            let thrown = page.run("return thrown.join()").await?;
            ensure!(thrown == "", "{browser:?} under {policy}: {thrown}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn it_needs_no_policy_of_its_own_in_chromium() -> Result<()> {
    without_policy(Browser::Chromium).await
}

#[tokio::test]
async fn it_needs_no_policy_of_its_own_in_firefox() -> Result<()> {
    without_policy(Browser::Firefox).await
}

#[tokio::test]
async fn it_needs_no_policy_of_its_own_in_webkit() -> Result<()> {
    without_policy(Browser::WebKit).await
}

/// What is held against its digest cannot come without: then it is said why, and what
/// the page has is seen.
#[tokio::test]
async fn what_is_sealed_does_not_come_unsealed() -> Result<()> {
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let server = Server::start(&dist())?;
    let lines = std::fs::read_to_string(dist().join("embed.html"))?;
    let seal = lines.split("integrity=&quot;").nth(1);
    let seal = seal.and_then(|rest| rest.split("&quot;").next());
    let script = format!(
        "<script src=\"standpoint.js\" integrity=\"{}\" crossorigin=\"anonymous\"></script>",
        seal.context("embed.html has no digest")?
    );
    let policy = format!(
        "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; {}",
        OTHERS[0]
    );
    let page = under(&session, &server, &policy, &script).await?;
    page.wait("root?.querySelector('.notice button') != null")
        .await?;
    let said = page
        .text("root.querySelector('.notice').textContent")
        .await?;
    ensure!(said.contains("TrustedScriptURL"), "{said}");
    let ready = page.promised("host.ready").await?;
    ensure!(ready.starts_with("error: "), "{ready}");
    let asked = server.asked();
    let modules = asked
        .iter()
        .filter(|path| path.contains("standpoint-seals-"));
    ensure!(modules.count() == 0, "{asked:?}");
    Ok(())
}
