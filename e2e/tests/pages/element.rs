//! The element as scripts meet it: its attributes and properties.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, dist};
use serde_json::{Value, json};

const FICTION: &str = "articles/harbour-town.json";

/// Holds each of these expressions over `e`, the first element, against what it
/// should give.
async fn holds(page: &Page<'_>, expected: &[(&str, Value)]) -> Result<()> {
    for (expression, wanted) in expected {
        let script =
            format!("const e = document.querySelector('stance-comparison'); return {expression};");
        let found = page.run(&script).await?;
        ensure!(found == *wanted, "{expression} is {found}, not {wanted}");
    }
    Ok(())
}

#[tokio::test]
async fn attributes_are_properties() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let far = "<div style=\"height: 5000px\"></div>";
    let body = format!("{far}<stance-comparison built-in></stance-comparison>{SCRIPT}");
    let page = Page::with_body(&session, &server, &body).await?;
    page.wait("customElements.get('stance-comparison') !== undefined")
        .await?;
    let attributes = [
        ("src", "src"),
        ("view", "view"),
        ("parties", "parties"),
        ("topics", "topics"),
        ("theme", "theme"),
        ("loading", "loading"),
        ("lang", "lang"),
        ("sourceText", "source-text"),
    ];
    for (property, attribute) in attributes {
        holds(
            &page,
            &[
                (&format!("e.{property}"), json!("")),
                (
                    &format!("(e.{property} = 'x', e.getAttribute('{attribute}'))"),
                    json!("x"),
                ),
                (
                    &format!("(e.setAttribute('{attribute}', 'y'), e.{property})"),
                    json!("y"),
                ),
                (
                    &format!("(e.removeAttribute('{attribute}'), e.{property})"),
                    json!(""),
                ),
            ],
        )
        .await?;
    }
    holds(
        &page,
        &[
            (
                "(e.src = 'x', e.src = null, e.hasAttribute('src'))",
                json!(false),
            ),
            ("(e.src = undefined, e.hasAttribute('src'))", json!(false)),
            ("(e.parties = ['a', 'b'], e.parties)", json!("a,b")),
            ("e.permalink", json!(false)),
            (
                "(e.permalink = true, e.getAttribute('permalink'))",
                json!(""),
            ),
            (
                "(e.permalink = false, e.hasAttribute('permalink'))",
                json!(false),
            ),
            (
                "(e.setAttribute('permalink', ''), e.permalink)",
                json!(true),
            ),
            ("e.state", json!(null)),
            (
                "(e.state = 'view=versus', e.getAttribute('state'))",
                json!("view=versus"),
            ),
            (
                "(e.state = { view: 'matrix' }, e.state)",
                json!({ "view": "matrix" }),
            ),
        ],
    )
    .await
}

#[tokio::test]
async fn what_was_set_before_the_script_came_counts() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::with_body(
        &session,
        &server,
        "<stance-comparison built-in></stance-comparison>",
    )
    .await?;
    page.run(&format!(
        "const e = document.querySelector('stance-comparison');
         Object.assign(e, {{ src: '{FICTION}', view: 'timeline', permalink: true }});
         e.state = {{ search: 'harbour' }};
         document.body.append(Object.assign(document.createElement('script'), {{ src: 'standpoint.js' }}));"
    ))
    .await?;
    page.wait("customElements.get('stance-comparison') !== undefined")
        .await?;
    page.ready().await?;
    holds(
        &page,
        &[
            ("Object.keys(e).length", json!(0)),
            ("e.getAttribute('src')", json!(FICTION)),
            ("e.permalink", json!(true)),
            ("e.state.view", json!("timeline")),
            ("e.state.search", json!("harbour")),
        ],
    )
    .await
}

async fn every_attribute_reacts(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let body = format!("<stance-comparison built-in></stance-comparison>{SCRIPT}");
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    let steps = [
        (
            "host.setAttribute('view', 'versus')",
            "root.querySelector('.versus') !== null",
        ),
        (
            "host.setAttribute('parties', 'russia, ukraine')",
            "host.state.parties.join() === 'russia,ukraine'",
        ),
        // One says nothing of the other.
        (
            "host.show({ parties: ['ukraine'] }), host.setAttribute('topics', 'ceasefire')",
            "host.state.topics.join() === 'ceasefire' && host.state.parties.join() === 'ukraine'",
        ),
        (
            "host.removeAttribute('view')",
            "root.querySelector('.matrix') !== null && host.state.view === 'matrix'",
        ),
        (
            "host.removeAttribute('parties')",
            "host.state.parties.length === 4",
        ),
        (
            "host.removeAttribute('topics')",
            "host.state.topics.length === 9",
        ),
        (
            "host.setAttribute('state', 'view=statements&search=truce')",
            "host.state.view === 'statements' && host.state.search === 'truce'",
        ),
        (
            "host.removeAttribute('state')",
            "host.state.view === 'matrix' && host.state.search === ''",
        ),
        (
            "host.setAttribute('theme', 'dark')",
            "getComputedStyle(root.querySelector('.comparison')).color === 'rgb(235, 235, 233)'",
        ),
        (
            "host.removeAttribute('theme')",
            "getComputedStyle(root.querySelector('.comparison')).color === 'rgb(27, 28, 31)'",
        ),
        (
            "host.show({ view: 'timeline' }), host.setAttribute('permalink', '')",
            "location.hash === '#stance__view_is_timeline'",
        ),
        (
            "host.removeAttribute('permalink'), host.show({ view: 'matrix' })",
            "host.state.view === 'matrix' && location.hash === '#stance__view_is_timeline'",
        ),
        // What is chosen of the article holds in any language.
        (
            "host.show({ search: 'truce' }), host.setAttribute('lang', 'de')",
            "root.querySelector('[id=\"tab:matrix\"]').textContent === 'Überblick' && host.state.search === 'truce'",
        ),
        (
            "host.removeAttribute('lang')",
            "root.querySelector('[id=\"tab:matrix\"]').textContent !== 'Überblick'",
        ),
        (
            "host.setAttribute('src', 'articles/harbour-town.json')",
            "root.querySelector('.headline').textContent.includes('Fiction') && host.state.search === ''",
        ),
        (
            "host.removeAttribute('src')",
            "!root.querySelector('.headline').textContent.includes('Fiction')",
        ),
    ];
    for (step, outcome) in steps {
        page.within(0, &format!("void ((host) => ({step}))(root.host)"))
            .await?;
        page.wait(&format!("((host) => {outcome})(root.host)"))
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_attribute_can_change_later_in_chromium() -> Result<()> {
    every_attribute_reacts(Browser::Chromium).await
}

#[tokio::test]
async fn every_attribute_can_change_later_in_firefox() -> Result<()> {
    every_attribute_reacts(Browser::Firefox).await
}

#[tokio::test]
async fn every_attribute_can_change_later_in_webkit() -> Result<()> {
    every_attribute_reacts(Browser::WebKit).await
}

#[tokio::test]
async fn a_document_of_the_same_article_keeps_what_the_reader_has_chosen() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let body = format!("<stance-comparison built-in></stance-comparison>{SCRIPT}");
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    page.run(&format!(
        "window.ready = 0;
         const e = document.querySelector('stance-comparison');
         e.addEventListener('stance-ready', () => window.ready++);
         fetch('{FICTION}').then((r) => r.json()).then((d) => {{ window.d = d; e.data = d; }});"
    ))
    .await?;
    page.wait(
        "window.ready === 1 && root.querySelector('.headline').textContent.includes('Fiction')",
    )
    .await?;
    page.run("document.querySelector('stance-comparison').show({ view: 'statements' })")
        .await?;
    page.wait("root.querySelector('.statements-view') !== null")
        .await?;
    // The same again does nothing; changed, and set again, it is shown.
    page.run(
        "const e = document.querySelector('stance-comparison');
         window.__node = e.shadowRoot.querySelector('.statements-view');
         e.data = structuredClone(window.d);
         requestAnimationFrame(() => {
           window.__same = window.__node.isConnected && window.ready === 1;
           window.d.topics[0].name = 'Another name'; e.data = window.d;
         });",
    )
    .await?;
    page.wait("window.ready === 2").await?;
    holds(
        &page,
        &[
            ("window.__same", json!(true)),
            ("window.__node.isConnected", json!(false)),
            ("e.state.view", json!("statements")),
            ("e.data === window.d", json!(true)),
        ],
    )
    .await?;
    page.run("document.querySelector('stance-comparison').data = undefined")
        .await?;
    page.wait("window.ready === 3").await?;
    holds(&page, &[("e.state.view", json!("matrix"))]).await
}
