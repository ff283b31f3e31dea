//! A browser that has ECMAScript's `Intl` in part, or a page that has put something
//! else in its place: numbers, lists and dates are said plainly, and nothing else
//! is lost.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, VIEWS, dist};

/// What `Intl` has.
const KINDS: [&str; 8] = [
    "ListFormat",
    "DateTimeFormat",
    "NumberFormat",
    "PluralRules",
    "Collator",
    "Segmenter",
    "Locale",
    "RelativeTimeFormat",
];

/// What may be wrong with one of them.
const FAULTS: [&str; 3] = [
    "delete Intl[kind]",
    "Intl[kind] = function () { throw new RangeError('made for a test') }",
    // Made, and of no use; also where another object answers for it.
    "Intl[kind] = function () { return { format() { throw new RangeError('made for a test') }, select() {} } }",
];

/// Opens a page whose browser has less than others, and goes through all views.
async fn read_with(session: &Session, server: &Server, less: &str) -> Result<()> {
    let body = format!(
        "<script>{less}; addEventListener('stance-error', (e) => (window.failed = e.detail.message));</script>\
         <stance-comparison built-in loading=\"eager\" lang=\"uk\"></stance-comparison>{SCRIPT}"
    );
    let page = Page::with_body(session, server, &body).await?;
    page.ready().await?;
    let cells = page
        .within(0, "root.querySelectorAll('.matrix [data-cell]').length")
        .await?;
    ensure!(cells.as_u64() > Some(10), "{cells} cells");
    page.open_cell("russia/ceasefire").await?;
    for view in VIEWS {
        page.show(view).await?;
    }
    let table = page.promised("host.exportAs('markdown')").await?;
    ensure!(table.starts_with("# "), "{table}");
    let failed = page.run("return window.failed ?? ''").await?;
    ensure!(failed == "", "{failed}");
    Ok(())
}

async fn said_plainly(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for fault in FAULTS {
        for kind in KINDS {
            let less = format!("{{ const kind = '{kind}'; {fault} }}");
            read_with(&session, &server, &less)
                .await
                .with_context(|| format!("{browser:?}: {less}"))?;
        }
    }
    for less in [
        "delete Intl.getCanonicalLocales",
        "window.Intl = {}",
        "delete window.Intl",
    ] {
        read_with(&session, &server, less)
            .await
            .with_context(|| format!("{browser:?}: {less}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn without_intl_words_are_plain_in_chromium() -> Result<()> {
    said_plainly(Browser::Chromium).await
}

#[tokio::test]
async fn without_intl_words_are_plain_in_firefox() -> Result<()> {
    said_plainly(Browser::Firefox).await
}

#[tokio::test]
async fn without_intl_words_are_plain_in_webkit() -> Result<()> {
    said_plainly(Browser::WebKit).await
}

/// What they are then: commas, ISO 8601, digits.
#[tokio::test]
async fn plain_words_are_right() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let body = format!(
        "<script>window.Intl = {{}}</script>\
         <stance-comparison built-in loading=\"eager\" view=\"timeline\"></stance-comparison>{SCRIPT}"
    );
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    let text = page
        .text("root.querySelector('.mount:not([hidden])').innerText")
        .await?;
    for plain in ["2025-03-11", "2025-02", "of 27 statements"] {
        ensure!(text.contains(plain), "{plain} is not in {text}");
    }
    Ok(())
}
