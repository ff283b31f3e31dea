//! How an element comes to be, where it may go, and what is loaded for it when.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist};
use serde_json::Value;

#[tokio::test]
async fn it_can_be_made_in_every_way() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    // Twice, as when two articles of one page bring it.
    let page = Page::with_body(
        &session,
        &server,
        &format!(
            "<stance-comparison built-in></stance-comparison>{SCRIPT}{SCRIPT}<template><stance-comparison built-in view=\"spectrum\" loading=\"eager\">\
             </stance-comparison></template><div id=\"here\"></div>"
        ),
    )
    .await?;
    page.wait("customElements.get('stance-comparison') !== undefined")
        .await?;
    for (way, view) in [
        (
            "const e = document.createElement('stance-comparison'); e.builtIn = true; e.view = 'timeline'; here.append(e)",
            "timeline",
        ),
        (
            "const e = new (customElements.get('stance-comparison'))(); e.builtIn = true; e.show({ view: 'versus' }); here.append(e)",
            "versus",
        ),
        (
            "here.innerHTML = '<stance-comparison built-in view=\"statements\"></stance-comparison>'",
            "statements",
        ),
        (
            "here.append(document.importNode(document.querySelector('template').content, true))",
            "spectrum",
        ),
        (
            "here.append(document.querySelector('template').content.firstChild.cloneNode(true))",
            "spectrum",
        ),
        (
            "here.innerHTML = '<stance-comparison built-in view=\"timeline\"></stance-comparison>';
          const copy = here.firstChild.cloneNode(true); here.replaceChildren(copy)",
            "timeline",
        ),
    ] {
        page.run(&format!("here.replaceChildren(); {way}")).await?;
        page.ready().await?;
        let found = page.within(1, "root.host.state.view").await?;
        ensure!(found == view, "{way}: {found}");
    }
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

async fn goes_into_another_document(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let body = format!(
        "<stance-comparison built-in></stance-comparison>\
         <stance-comparison built-in id=\"it\" view=\"versus\"></stance-comparison>{SCRIPT}\
         <iframe srcdoc=\"<p>Another\" width=\"1000\" height=\"800\"></iframe>"
    );
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    page.wait("document.querySelector('iframe').contentDocument?.body?.textContent === 'Another'")
        .await?;
    page.run(
        "window.__it = document.getElementById('it');
         window.__color = getComputedStyle(__it.shadowRoot.querySelector('.tab')).color;
         document.querySelector('iframe').contentDocument.body.append(__it);",
    )
    .await?;
    let styled = "const frame = document.querySelector('iframe').contentWindow;
        const tab = window.__it.shadowRoot.querySelector('.tab');
        return frame.getComputedStyle(tab).color === window.__color
            && frame.getComputedStyle(tab).borderTopWidth === '0px'";
    let styled = format!("(() => {{ {styled} }})()");
    page.wait(&styled).await?;
    page.run("window.__it.show({ view: 'timeline' })").await?;
    page.wait("window.__it.shadowRoot.querySelector('.timeline') !== null")
        .await?;
    page.run("document.body.append(window.__it)").await?;
    page.wait(
        "getComputedStyle(window.__it.shadowRoot.querySelector('.tab')).borderTopWidth === '0px'
            && window.__it.state.view === 'timeline'",
    )
    .await
}

#[tokio::test]
async fn it_goes_into_another_document_in_chromium() -> Result<()> {
    goes_into_another_document(Browser::Chromium).await
}

#[tokio::test]
async fn it_goes_into_another_document_in_firefox() -> Result<()> {
    goes_into_another_document(Browser::Firefox).await
}

#[tokio::test]
async fn it_goes_into_another_document_in_webkit() -> Result<()> {
    goes_into_another_document(Browser::WebKit).await
}

async fn nothing_before_it_comes_near(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let far = "<div style=\"height: 5000px\"></div>";
    let many = "<stance-comparison built-in></stance-comparison>".repeat(4);
    let page = Page::with_body(&session, &server, &format!("{SCRIPT}{far}{many}")).await?;
    page.wait("document.readyState === 'complete' && customElements.get('stance-comparison') !== undefined")
        .await?;
    page.run("requestAnimationFrame(() => requestAnimationFrame(() => (window.__drawn = true)))")
        .await?;
    page.wait("window.__drawn === true").await?;
    let ours = |server: &Server| -> Vec<String> {
        let asked = server.asked().into_iter();
        asked.filter(|path| path.contains("standpoint")).collect()
    };
    let before = ours(&server);
    ensure!(before == ["/standpoint.js"], "asked for {before:?}");
    ensure!(
        page.run("return document.querySelector('stance-comparison').shadowRoot")
            .await?
            == Value::Null
    );
    page.ready().await?;
    let mut after = ours(&server);
    let all = after.len();
    after.sort();
    after.dedup();
    // The loader, the style, the words, the built-in document, the module and its glue.
    ensure!(
        all == after.len() && all == 6,
        "four elements asked for {after:?}"
    );
    // One style sheet serves all of them, too.
    let shared = page
        .run(
            "const all = [...document.querySelectorAll('stance-comparison')];
             return new Set(all.map((e) => e.shadowRoot.adoptedStyleSheets[0])).size;",
        )
        .await?;
    ensure!(shared == 1, "{shared} style sheets");
    Ok(())
}

#[tokio::test]
async fn nothing_is_loaded_before_it_comes_near_in_chromium() -> Result<()> {
    nothing_before_it_comes_near(Browser::Chromium).await
}

#[tokio::test]
async fn nothing_is_loaded_before_it_comes_near_in_firefox() -> Result<()> {
    nothing_before_it_comes_near(Browser::Firefox).await
}

#[tokio::test]
async fn nothing_is_loaded_before_it_comes_near_in_webkit() -> Result<()> {
    nothing_before_it_comes_near(Browser::WebKit).await
}

/// With a page's own script instead of the browser's: what it cannot do.
#[tokio::test]
async fn older_browsers_get_a_link_and_a_shadow_root() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::with_body(
        &session,
        &server,
        "<script>CSSStyleSheet = function () { throw new TypeError('Illegal constructor') };</script>\
         <div id=\"here\"></div>",
    )
    .await?;
    // A script writes no shadow root: the template is left as it is.
    page.run(
        "here.innerHTML = '<stance-comparison built-in></stance-comparison><div style=\"height: 5000px\"></div><stance-comparison built-in><template shadowrootmode=\"open\"><div class=\"mount\"><p>Rendered ahead</p></div></template></stance-comparison>';
         document.body.append(Object.assign(document.createElement('script'), { src: 'standpoint.js' }));",
    )
    .await?;
    let second = "document.querySelectorAll('stance-comparison')[1]";
    page.wait(&format!(
        "{second}.shadowRoot?.querySelector('.mount p')?.textContent === 'Rendered ahead'
            && {second}.firstChild === null"
    ))
    .await?;
    page.ready().await?;
    for nth in [0, 1] {
        let styled =
            "root.adoptedStyleSheets.length === 0 && root.querySelectorAll('link').length === 1
            && root.querySelectorAll('.mount').length === 1
            && getComputedStyle(root.querySelector('.tab')).borderTopWidth === '0px'";
        ensure!(
            page.within(nth, styled).await? == true,
            "the {nth}. is not styled"
        );
    }
    Ok(())
}

#[tokio::test]
async fn from_disk_the_style_comes_as_well() -> Result<()> {
    let server = Server::start(&dist())?;
    for browser in Browser::ALL {
        let session = Session::start(browser, Look::default()).await?;
        let page = Page::open_only(&session, &server, Origin::File, "index.html").await?;
        page.run(
            "const e = document.createElement('stance-comparison');
             e.builtIn = true; e.loading = 'eager'; document.body.prepend(e);",
        )
        .await?;
        page.ready().await?;
        let styled = "root.adoptedStyleSheets.length === 1
            && getComputedStyle(root.querySelector('.tab')).borderTopWidth === '0px'";
        ensure!(page.within(0, styled).await? == true, "{browser:?}");
    }
    Ok(())
}

async fn what_the_page_put_in(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    server.lose(".wasm");
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::with_body(
        &session,
        &server,
        &format!(
            "<style>script {{ display: block !important }}</style>\
             <stance-comparison><table><tr><td>Ukraine: for</table>\
             <script type=\"application/json\">{{}}</script></stance-comparison>{SCRIPT}"
        ),
    )
    .await?;
    page.wait("root?.querySelector('.notice') != null").await?;
    let seen = |what: &str| {
        format!("document.querySelector('stance-comparison {what}').getBoundingClientRect().height")
    };
    let (table, script) = (
        page.run(&format!("return {}", seen("table"))).await?,
        page.run(&format!("return {}", seen("script"))).await?,
    );
    ensure!(
        table.as_f64() > Some(0.0),
        "{browser:?}: the table is not seen"
    );
    ensure!(
        script.as_f64() == Some(0.0),
        "{browser:?}: the data is seen"
    );
    let beneath = page
        .within(
            0,
            "root.querySelector('.notice').getBoundingClientRect().bottom
                <= root.host.querySelector('table').getBoundingClientRect().top",
        )
        .await?;
    ensure!(beneath == true, "{browser:?}: the notice stands beneath");
    server.find_all();
    page.run("document.querySelector('stance-comparison').builtIn = true")
        .await?;
    page.within(0, "root.querySelector('.notice button').click()")
        .await?;
    page.wait("root.querySelector('.matrix') !== null && root.querySelector('slot') === null")
        .await?;
    let table = page.run(&format!("return {}", seen("table"))).await?;
    ensure!(
        table.as_f64() == Some(0.0),
        "{browser:?}: the table is still seen"
    );
    Ok(())
}

#[tokio::test]
async fn what_the_page_put_in_is_seen_when_it_fails_in_chromium() -> Result<()> {
    what_the_page_put_in(Browser::Chromium).await
}

#[tokio::test]
async fn what_the_page_put_in_is_seen_when_it_fails_in_firefox() -> Result<()> {
    what_the_page_put_in(Browser::Firefox).await
}

#[tokio::test]
async fn what_the_page_put_in_is_seen_when_it_fails_in_webkit() -> Result<()> {
    what_the_page_put_in(Browser::WebKit).await
}

/// What is asked for while the element goes away is still answered, or says
/// nothing; nothing is asked of a comparison that is gone.
#[tokio::test]
async fn what_is_under_way_outlives_the_element() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let body =
        format!("<stance-comparison built-in loading=\"eager\"></stance-comparison>{SCRIPT}");
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    // The module for files has not been asked for yet.
    server.hold(".wasm");
    page.run(
        "window.uncaught = [];
         addEventListener('unhandledrejection', (e) => window.uncaught.push(String(e.reason)));
         const e = document.querySelector('stance-comparison');
         const host = e.shadowRoot;
         e.exportAs('markdown').then((t) => (window.text = t), (x) => (window.text = `failed: ${x}`));
         [...host.querySelectorAll('[id=\"choose:take\"] button')].forEach((b) => b.click());
         setTimeout(() => { e.remove(); window.removed = true; }, 50);",
    )
    .await?;
    page.wait("window.removed === true").await?;
    server.release();
    page.wait("typeof window.text === 'string'").await?;
    let text = page.run("return window.text").await?;
    ensure!(
        text.as_str().is_some_and(|text| text.starts_with('#')),
        "{text}"
    );
    page.run("requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn = true)))")
        .await?;
    page.wait("window.drawn === true").await?;
    let uncaught = page.run("return window.uncaught.join()").await?;
    ensure!(uncaught == "", "{uncaught}");
    Ok(())
}
