//! A file of the build's does not come, or something else comes in its place: it is
//! said, nothing waits for ever, and to try again helps once the file is there.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, Spoilt, dist};

/// The build's file of that name, in which `#` stands for the eight digits.
fn file(name: &str) -> Result<String> {
    let (beginning, ending) = name.split_once('#').context("no digits are asked for")?;
    let entries = std::fs::read_dir(dist())?.filter_map(Result::ok);
    let mut names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_it = |name: &String| {
        let digits = name
            .strip_prefix(beginning)
            .and_then(|rest| rest.strip_suffix(ending));
        digits.is_some_and(|digits| digits.len() == 8 && !digits.contains(['-', '.']))
    };
    names
        .find(is_it)
        .with_context(|| format!("the build has no {name}"))
}

/// The files that a comparison cannot do without; the style sheet comes in either of
/// two.
fn files() -> Result<Vec<Vec<String>>> {
    let css = file("standpoint-#.css")?;
    Ok(vec![
        vec![file("standpoint-#.wasm")?],
        vec![file("standpoint-#.js")?],
        vec![format!("{css}.js"), css],
        vec![file("standpoint-article-#.js")?],
        vec![file("standpoint-en-#.js")?],
        vec!["articles/ceasefire-2025.json".to_owned()],
    ])
}

async fn nothing_waits(page: &Page<'_>, what: &str) -> Result<()> {
    for asked in ["host.ready", "host.exportAs('csv')", "host.picture('svg')"] {
        let given = page.promised(asked).await?;
        ensure!(given.starts_with("error: "), "{what}, {asked}: {given}");
    }
    Ok(())
}

/// It is there, with its style.
async fn is_well(page: &Page<'_>) -> Result<()> {
    page.wait(
        "root.querySelectorAll('.notice').length === 0
            && getComputedStyle(root.querySelector('.mount:not([hidden]) .tab')).borderTopWidth === '0px'",
    )
    .await?;
    let csv = page.promised("host.exportAs('csv')").await?;
    ensure!(csv.starts_with("Topic,"), "{csv}");
    Ok(())
}

/// What has not come is named, and why it is of no use is said in words.
async fn is_told(page: &Page<'_>, name: &str, kind: Option<Spoilt>) -> Result<()> {
    page.wait("root?.querySelector('.notice button') != null")
        .await?;
    let said = page
        .text("root.querySelector('.notice').textContent")
        .await?;
    let is_script = name.ends_with(".js") || name.ends_with(".css");
    let words = match kind {
        None if !is_script => "could not be loaded: the server answered 404",
        Some(Spoilt::Page) if !is_script => "could not be loaded: a page came in its place",
        Some(_) if name.ends_with(".js") => "could not be loaded: something else came in its place",
        _ => "could not be loaded",
    };
    ensure!(said.contains(name) && said.contains(words), "{said}");
    for not in ["not a function", "There are newer files"] {
        ensure!(!said.contains(not), "{said}");
    }
    Ok(())
}

/// Waits until it is said that something could not be had, and asks for it again
/// when all is there.
async fn is_had_again(page: &Page<'_>, server: &Server, what: &str) -> Result<()> {
    page.wait("root?.querySelector('.notice button') != null")
        .await
        .with_context(|| what.to_owned())?;
    nothing_waits(page, what).await?;
    server.find_all();
    page.click(".notice button").await
}

async fn spoilt(browser: Browser) -> Result<()> {
    let session = Session::start(browser, Look::default()).await?;
    for names in files()? {
        for kind in [
            None,
            Some(Spoilt::Page),
            Some(Spoilt::Nothing),
            Some(Spoilt::Half),
        ] {
            let what = format!("{browser:?}, {} with {kind:?}", names[0]);
            let server = Server::start(&dist())?;
            // What the browser keeps, it keeps as it has come.
            server.header("Cache-Control", "public, max-age=31536000, immutable");
            for name in &names {
                match kind {
                    None => server.lose(name),
                    Some(kind) => server.spoil_with(name, kind),
                }
            }
            let document = match names[0].starts_with("articles/") {
                true => format!("src=\"{}\"", names[0]),
                false => "built-in".to_owned(),
            };
            let body = format!(
                "<stance-comparison {document} loading=\"eager\"></stance-comparison>{SCRIPT}"
            );
            let page = Page::with_body(&session, &server, &body).await?;
            is_told(&page, names.last().context("a name")?, kind)
                .await
                .with_context(|| what.clone())?;
            is_had_again(&page, &server, &what).await?;
            is_well(&page).await.with_context(|| what.clone())?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_came_spoilt_can_be_had_again_in_chromium() -> Result<()> {
    spoilt(Browser::Chromium).await
}

#[tokio::test]
async fn what_came_spoilt_can_be_had_again_in_firefox() -> Result<()> {
    spoilt(Browser::Firefox).await
}

#[tokio::test]
async fn what_came_spoilt_can_be_had_again_in_webkit() -> Result<()> {
    spoilt(Browser::WebKit).await
}

/// What was rendered ahead links its style; where that is spoilt the comparison
/// brings its own, and where there is none at all it does not say that it is ready.
async fn rendered_ahead(browser: Browser) -> Result<()> {
    let css = file("standpoint-#.css")?;
    let session = Session::start(browser, Look::default()).await?;
    for kind in [Spoilt::Page, Spoilt::Nothing, Spoilt::Half] {
        let what = format!("{browser:?}, {kind:?}");
        let server = Server::start(&dist())?;
        server.spoil_with(&css, kind);
        let page = Page::open_only(&session, &server, Origin::Http, "index.html").await?;
        let alive = "root.querySelector('.mount:not([hidden]) .comparison:not(.inert)') !== null";
        page.wait(alive).await.with_context(|| what.clone())?;
        is_well(&page).await.with_context(|| what.clone())?;

        let server = Server::start(&dist())?;
        server.spoil_with(&css, kind);
        server.spoil_with(&format!("{css}.js"), kind);
        let page = Page::open_only(&session, &server, Origin::Http, "index.html").await?;
        is_had_again(&page, &server, &what).await?;
        page.wait(alive).await.with_context(|| what.clone())?;
        is_well(&page).await.with_context(|| what.clone())?;
    }
    Ok(())
}

#[tokio::test]
async fn without_its_style_it_is_not_ready_in_chromium() -> Result<()> {
    rendered_ahead(Browser::Chromium).await
}

#[tokio::test]
async fn without_its_style_it_is_not_ready_in_firefox() -> Result<()> {
    rendered_ahead(Browser::Firefox).await
}

#[tokio::test]
async fn without_its_style_it_is_not_ready_in_webkit() -> Result<()> {
    rendered_ahead(Browser::WebKit).await
}

/// What is asked for once there is a comparison comes to an end as well, and can be
/// asked for again.
#[tokio::test]
async fn a_file_that_cannot_be_made_can_be_made_later() -> Result<()> {
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for name in ["standpoint-export-#.js", "standpoint-export-#.wasm"] {
        for kind in [Spoilt::Page, Spoilt::Nothing, Spoilt::Half] {
            let server = Server::start(&dist())?;
            server.header("Cache-Control", "public, max-age=31536000, immutable");
            server.spoil_with(&file(name)?, kind);
            let body = format!(
                "<stance-comparison built-in loading=\"eager\"></stance-comparison>{SCRIPT}"
            );
            let page = Page::with_body(&session, &server, &body).await?;
            page.ready().await?;
            for asked in ["host.exportAs('csv')", "host.picture('svg')"] {
                let given = page.promised(asked).await?;
                ensure!(
                    given.starts_with("error: "),
                    "{name}, {kind:?}, {asked}: {given}"
                );
            }
            server.find_all();
            is_well(&page).await?;
        }
    }
    Ok(())
}

/// A page may call things of its own as it likes: none of its properties stands for
/// our style.
#[tokio::test]
async fn a_property_of_the_page_is_not_taken_for_the_style() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let body = format!(
        "<style>html {{ --standpoint: 1; --stance: 1; --whole: 1 }}</style>\
         <stance-comparison built-in loading=\"eager\"></stance-comparison>{SCRIPT}"
    );
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    is_well(&page).await?;
    let sheets = page
        .within(
            0,
            "root.adoptedStyleSheets.length + root.querySelectorAll('style, link').length",
        )
        .await?;
    ensure!(sheets.as_u64() > Some(0), "it has no style");
    Ok(())
}

/// The browser has kept the loader for a year, as a careless server has told it, and the
/// files that it names are gone: it says that there are newer ones, and the page, loaded
/// again, has them.
async fn stale(browser: Browser) -> Result<()> {
    let session = Session::start(browser, Look::default()).await?;
    let server = Server::start(&dist())?;
    server.header("Cache-Control", "public, max-age=31536000, immutable");
    let loader = std::fs::read_to_string(dist().join("standpoint.js"))?;
    let mut old = loader.clone();
    for name in [
        "standpoint-#.js",
        "standpoint-#.wasm",
        "standpoint-seals-#.js",
    ] {
        old = old.replace(&file(name)?, &name.replace('#', "0123abcd"));
    }
    server.offer("standpoint.js", &old);
    let body = format!(
        "<p style=\"height: 9000px\">All the news</p><stance-comparison built-in></stance-comparison>{SCRIPT}"
    );
    let page = Page::with_body(&session, &server, &body).await?;
    page.settled("customElements.get('stance-comparison') !== undefined")
        .await?;
    // The build is put on the server anew, while the reader reads.
    server.offer("standpoint.js", &loader);
    let come = "document.querySelector('stance-comparison').scrollIntoView()";
    page.run(come).await?;
    page.wait("root?.querySelector('.notice button') != null")
        .await?;
    let told = "There are newer files: load the page again";
    let said = page
        .text("root.querySelector('.notice').textContent")
        .await?;
    ensure!(said.contains(told), "{browser:?}: {said}");
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    is_well(&page).await?;
    Ok(())
}

#[tokio::test]
async fn an_old_loader_knows_that_it_is_old_in_chromium() -> Result<()> {
    stale(Browser::Chromium).await
}

#[tokio::test]
async fn an_old_loader_knows_that_it_is_old_in_firefox() -> Result<()> {
    stale(Browser::Firefox).await
}

#[tokio::test]
async fn an_old_loader_knows_that_it_is_old_in_webkit() -> Result<()> {
    stale(Browser::WebKit).await
}
