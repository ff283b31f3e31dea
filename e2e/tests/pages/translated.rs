//! A browser's translator, or another script of the page's, has put nodes of its own in
//! the place of the comparison's: nothing breaks down, and what is shown is what would
//! be shown without it, in other words.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, dist};

/// How translators go about it: each has `translate(text)`, which leaves the words in
/// sight between signs of its own.
const WAYS: [(&str, &str); 4] = [
    ("another text", "text.replaceWith(new Text(said(text)))"),
    (
        "a text in elements",
        "const [outer, inner] = [document.createElement('font'), document.createElement('font')];
         outer.append(inner); inner.append(said(text)); text.replaceWith(outer)",
    ),
    (
        "the text itself, in an element",
        "const font = document.createElement('font');
         text.before(font); font.append(text); text.data = said(text)",
    ),
    ("other words in the text", "text.data = said(text)"),
];

/// Translates all that stands in a root, and with `keeps` all that comes, as soon as it
/// is there.
fn translator(way: &str, keeps: bool) -> String {
    format!(
        "const root = document.querySelector('stance-comparison').shadowRoot;
         const said = (text) => `‹${{text.data}}›`;
         const all = (within) => {{
           const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
           const texts = within.nodeType === 3 ? [within] : [];
           while (walker.nextNode()) texts.push(walker.currentNode);
           for (const text of texts)
             if (text.isConnected && !text.parentElement.closest('style') && !text.data.startsWith('‹')) {{ {way} }}
         }};
         all(root.querySelector('.mount'));
         if ({keeps}) new MutationObserver((records) => {{
           for (const record of records)
             for (const node of record.type === 'characterData' ? [record.target] : record.addedNodes) all(node);
         }}).observe(root, {{ subtree: true, childList: true, characterData: true }});
         window.errors = [];
         addEventListener('stance-error', ({{ detail }}) => errors.push(detail.message));"
    )
}

/// What can be read of a comparison, without a translator's signs.
const READ: &str = "const read = (nth) => {
      const { shadowRoot } = document.querySelectorAll('stance-comparison')[nth];
      const seen = [...shadowRoot.querySelectorAll('.mount:not([hidden]) :is(h2, h3, p, th, td, li, dt, dd, button, option, legend, summary, figure)')];
      return seen.filter((e) => e.checkVisibility()).map((e) => e.textContent.replace(/[‹›]/g, '')).join('|');
    };";

const STATES: [&str; 6] = [
    "{ parties: ['mayor'], topics: ['nights'] }",
    "{ view: 'versus' }",
    "{ view: 'statements', search: 'ferry' }",
    "{ view: 'timeline', search: '' }",
    "{ view: 'matrix', topics: [], parties: [] }",
    "{ view: 'spectrum' }",
];

async fn goes_on(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let element = "<stance-comparison src=\"articles/harbour-town.json\" loading=\"eager\"></stance-comparison>";
    for (name, way) in WAYS {
        for keeps in [false, true] {
            let page =
                Page::with_body(&session, &server, &[element, element, SCRIPT].concat()).await?;
            page.ready().await?;
            page.run(&translator(way, keeps)).await?;
            for state in STATES {
                page.run(&format!(
                    "for (const e of document.querySelectorAll('stance-comparison')) e.show({state})"
                ))
                .await?;
                let same = format!("(() => {{ {READ} return read(0) === read(1); }})()");
                if let Err(error) = page.settled(&same).await {
                    let both = page
                        .run(&format!("{READ} return [read(0), read(1), errors]"))
                        .await?;
                    return Err(
                        error.context(format!("{browser:?}, {name}, {keeps}, {state}: {both:#}"))
                    );
                }
            }
            let errors = page.run("return errors.length").await?;
            ensure!(errors == 0, "{browser:?}, {name}, {keeps}");
            // What has not changed stays translated.
            let left = page
                .run("return document.querySelector('stance-comparison').shadowRoot.querySelector('[part=headline]').textContent")
                .await?;
            ensure!(
                left.as_str().is_some_and(|left| left.starts_with('‹')),
                "{browser:?}, {name}, {keeps}: {left}"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_said_after_a_translation_is_true_in_chromium() -> Result<()> {
    goes_on(Browser::Chromium).await
}

#[tokio::test]
async fn what_is_said_after_a_translation_is_true_in_firefox() -> Result<()> {
    goes_on(Browser::Firefox).await
}

#[tokio::test]
async fn what_is_said_after_a_translation_is_true_in_webkit() -> Result<()> {
    goes_on(Browser::WebKit).await
}

/// What an extension may do to any node: `any(list)` is one of them, always the same.
const MEDDLE: &str = "let seed = 7;
    const any = (list) => list[(seed = (seed * 48271) % 2147483647) % list.length];
    const { shadowRoot } = document.querySelector('stance-comparison');
    const meddle = () => {
      const nodes = [];
      const walker = document.createTreeWalker(shadowRoot.querySelector('.mount:not([hidden]) > .comparison'));
      while (walker.nextNode()) nodes.push(walker.currentNode);
      const [node, other] = [any(nodes), any(nodes)];
      if (!node) return;
      const wrap = () => {
        const around = document.createElement('span');
        node.replaceWith(around);
        around.append(node);
      };
      const into = () => other.contains(node) || node.contains(other) || other.nodeType !== 1 || other.append(node);
      const ways = [
        wrap, into,
        () => node.childElementCount > 0 || node.remove(),
        () => node.childElementCount > 0 || node.after(node.cloneNode(true)),
        () => node.parentNode.prepend(node),
        () => node.childElementCount > 0 || node.replaceChildren?.('Something else'),
      ];
      any(ways)();
    };
    window.errors = [];
    addEventListener('stance-error', ({ detail }) => errors.push(detail.message));";

/// What puts something before what stands there, again and again.
const BETWEEN: [&str; 8] = [
    "{ view: 'matrix', topics: ['terminal', 'nights'], parties: ['norlund', 'trust'] }",
    "{ topics: ['terminal', 'dredging', 'customs-house', 'nights'] }",
    "{ parties: ['mayor', 'norlund', 'residents', 'trust'] }",
    "{ topics: [], parties: [] }",
    "{ view: 'statements', search: 'the ferry' }",
    "{ search: 'f' }",
    "{ search: '' }",
    "{ view: 'timeline', parties: ['mayor'] }",
];

/// Whatever others do to the nodes, what is shown anew is there.
async fn is_meddled_with(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let element = "<stance-comparison src=\"articles/harbour-town.json\" loading=\"eager\"></stance-comparison>";
    let page = Page::with_body(&session, &server, &[element, SCRIPT].concat()).await?;
    page.ready().await?;
    page.run(&format!(
        "window.meddle = (() => {{ {MEDDLE} return meddle; }})()"
    ))
    .await?;
    for round in 0..16 {
        let state = BETWEEN[round % BETWEEN.len()];
        let asked = page
            .run(&format!(
                "for (let times = 0; times < 100; times++) meddle();
                 const element = document.querySelector('stance-comparison');
                 const state = {state};
                 element.show(state);
                 return JSON.stringify(state)"
            ))
            .await?;
        let shown = format!(
            "errors.length > 0 || Object.entries({}).every(([name, value]) =>
               JSON.stringify(document.querySelector('stance-comparison').state[name]) === JSON.stringify(value))",
            asked.as_str().unwrap_or_default()
        );
        page.settled(&shown).await?;
        let errors = page.run("return errors").await?;
        ensure!(
            errors == serde_json::json!([]),
            "{browser:?}, round {round}, {state}: {errors}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn whatever_others_do_to_its_nodes_it_goes_on_in_chromium() -> Result<()> {
    is_meddled_with(Browser::Chromium).await
}

#[tokio::test]
async fn whatever_others_do_to_its_nodes_it_goes_on_in_firefox() -> Result<()> {
    is_meddled_with(Browser::Firefox).await
}

#[tokio::test]
async fn whatever_others_do_to_its_nodes_it_goes_on_in_webkit() -> Result<()> {
    is_meddled_with(Browser::WebKit).await
}
