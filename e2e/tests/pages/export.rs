//! Files and pictures, made by a module that is loaded when it is wanted.

use crate::framed::inside;
use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, VIEWS, dist};

async fn files(browser: Browser, origin: Origin, name: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, origin, name).await?;
    let asked = |server: &Server| server.asked().iter().any(|path| path.contains("-export-"));
    ensure!(!asked(&server), "the module came before anybody wanted it");
    page.within(
        0,
        "root.host.show({ parties: ['russia', 'ukraine'], topics: ['ceasefire'] })",
    )
    .await?;
    page.wait("root.querySelectorAll('.matrix td').length === 2")
        .await?;
    let json = page.promised("host.exportAs('json')").await?;
    ensure!(!asked(&server), "the document itself needs no module");
    let document: serde_json::Value = serde_json::from_str(&json)?;
    ensure!(document["format"] == "standpoint/1", "{json}");

    let csv = page.promised("host.exportAs('csv')").await?;
    let rows = csv.lines().count();
    ensure!(
        csv.starts_with("Topic,Question,Party,Position") && rows > 3,
        "{csv}"
    );
    ensure!(!csv.contains("Europe and NATO"), "a hidden party is in it");
    let markdown = page.promised("host.exportAs('markdown')").await?;
    ensure!(
        markdown.contains("| Topic | Russia | Ukraine |"),
        "{markdown}"
    );
    let html = page.promised("host.exportAs('html')").await?;
    ensure!(
        html.starts_with("<article lang=\"en\"") && html.contains("<blockquote>"),
        "{html}"
    );
    let graph = page.promised("host.exportAs('jsonld')").await?;
    let graph: serde_json::Value = serde_json::from_str(&graph).with_context(|| graph.clone())?;
    ensure!(graph["@graph"][0]["@type"] == "NewsArticle", "{graph}");
    let nothing = page.promised("host.exportAs('pdf')").await?;
    ensure!(
        nothing.starts_with("error: there is no format “pdf”"),
        "{nothing}"
    );
    ensure!(origin == Origin::File || name == "standalone.html" || asked(&server));
    Ok(())
}

#[tokio::test]
async fn every_format_in_chromium() -> Result<()> {
    files(Browser::Chromium, Origin::Http, "index.html").await?;
    files(Browser::Chromium, Origin::File, "index.html").await?;
    files(Browser::Chromium, Origin::File, "standalone.html").await
}

#[tokio::test]
async fn every_format_in_firefox() -> Result<()> {
    files(Browser::Firefox, Origin::Http, "index.html").await
}

#[tokio::test]
async fn every_format_in_webkit() -> Result<()> {
    files(Browser::WebKit, Origin::File, "index.html").await
}

/// The picture has what the view shows, inside of its frame, and no part from
/// elsewhere; every browser turns it into a bitmap.
async fn pictures(browser: Browser, width: u32, language: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    let look = Look::of_width(width);
    let session = Session::start(browser, look).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.speak(language).await?;
    for view in VIEWS {
        page.show(view).await?;
        let svg = page
            .promised("host.picture('svg').then((blob) => blob.text())")
            .await?;
        ensure!(svg.starts_with("<svg xmlns="), "{view}: {svg}");
        ensure!(
            !svg.contains("foreignObject") && !svg.contains("<script"),
            "{view}"
        );
        ensure!(
            !svg.contains("href") && !svg.contains("url("),
            "{view}: it needs something else"
        );
        // Read as XML by the browser, drawn beside the page, and measured.
        let missing = page.promised("(async () => {
                const svg = await (await host.picture('svg')).text();
                const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
                if (parsed.querySelector('parsererror')) return parsed.documentElement.textContent;
                const drawn = document.importNode(parsed.documentElement, true);
                document.body.append(drawn);
                const frame = drawn.getBoundingClientRect();
                const texts = [...drawn.querySelectorAll('text')];
                const out = texts.filter((text) => {
                    const box = text.getBoundingClientRect();
                    return box.left < frame.left - 1 || box.right > frame.right + 1
                        || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
                }).map((text) => text.textContent);
                const words = texts.map((text) => text.textContent).join('').replace(/\\s/g, '');
                const shown = host.shadowRoot.querySelectorAll('.view .summary, .view .word, .view .topic, h2');
                const absent = [...shown].filter((e) => e.checkVisibility())
                    .map((e) => e.textContent.replace(/\\s/g, ''))
                    .filter((text) => !words.includes(text));
                drawn.remove();
                return JSON.stringify({ out, absent });
            })()",
        )
        .await?;
        ensure!(
            missing == r#"{"out":[],"absent":[]}"#,
            "{browser:?} {view}: {missing}"
        );
    }
    let size = page.promised("(async () => {
            const svg = new DOMParser().parseFromString(await (await host.picture('svg')).text(), 'image/svg+xml');
            const image = await createImageBitmap(await host.picture('png'));
            const of = (name) => Number(svg.documentElement.getAttribute(name));
            const scale = image.width / of('width');
            return scale > 1 && Math.abs(image.height - of('height') * scale) < 2;
        })()",
    )
    .await?;
    ensure!(size == "true", "{browser:?}: {size}");
    Ok(())
}

#[tokio::test]
async fn pictures_in_chromium() -> Result<()> {
    pictures(Browser::Chromium, 1280, "en").await?;
    pictures(Browser::Chromium, 360, "de").await?;
    pictures(Browser::Chromium, 900, "ar").await
}

#[tokio::test]
async fn pictures_in_firefox() -> Result<()> {
    pictures(Browser::Firefox, 768, "en").await
}

#[tokio::test]
async fn pictures_in_webkit() -> Result<()> {
    pictures(Browser::WebKit, 768, "en").await
}

/// By the buttons, as a reader does it; the reader is told.
#[tokio::test]
async fn a_file_is_saved_and_said_to_be() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let folder = std::env::temp_dir().join(format!("standpoint-saved-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let place = serde_json::json!({ "behavior": "allow", "downloadPath": folder });
    session.cdp("Browser.setDownloadBehavior", place).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.click("button[popovertarget='choose:take']").await?;
    for (nth, file) in [
        (1, "png"),
        (2, "svg"),
        (3, "csv"),
        (4, "html"),
        (5, "md"),
        (6, "json"),
        (7, "jsonld"),
    ] {
        page.click(&format!(
            "[id='choose:take'] .wishes:nth-of-type(2) button:nth-child({nth})"
        ))
        .await?;
        let said = format!("stance-comparison.{file} is saved.");
        page.wait(&format!(
            "root.querySelector('[id=\"choose:take\"] [role=status]').textContent === '{said}'"
        ))
        .await?;
        let saved = folder.join(format!("stance-comparison.{file}"));
        let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
        while !saved.exists() {
            ensure!(
                std::time::Instant::now() < deadline,
                "{} does not come",
                saved.display()
            );
            tokio::task::yield_now().await;
        }
    }
    let csv = std::fs::read(folder.join("stance-comparison.csv"))?;
    ensure!(
        csv.starts_with("\u{feff}Topic".as_bytes()),
        "Excel would misread it"
    );
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// iOS has no canvas of more pixels than these, and gives an empty one.
#[tokio::test]
async fn a_large_picture_is_made_smaller() -> Result<()> {
    const MOST: f64 = 4096.0 * 4096.0;
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.show("statements").await?;
    let size = page
        .promised(
            "host.picture('png').then(createImageBitmap).then((image) => image.width * image.height)",
        )
        .await?;
    let size: f64 = size.parse()?;
    ensure!(size <= MOST, "{size} pixels");
    ensure!(size > 0.9 * MOST, "it need not be so small: {size} pixels");
    Ok(())
}

/// Where a sandbox may forbid to save, nothing is said to be saved.
async fn given(browser: Browser, sandbox: &str, said: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let body = format!(
        "<iframe sandbox=\"{sandbox}\" src=\"frame.html?built-in=yes&amp;lang=en\" title=\"Comparison\" width=\"900\" height=\"700\"></iframe>"
    );
    let page = Page::with_body(&session, &server, &body).await?;
    inside(&session, 0, async || {
        page.wait("root?.querySelector('.about') != null").await?;
        page.within(
            0,
            "root.querySelector(\"[id='choose:take'] .wishes:nth-of-type(2) button:nth-child(3)\").click()",
        )
        .await?;
        page.wait("root.querySelector('[id=\"choose:take\"] [role=status]').textContent !== ''")
            .await?;
        let told = page
            .text("root.querySelector('[id=\"choose:take\"] [role=status]').textContent")
            .await?;
        ensure!(told.contains(said), "{browser:?}, {sandbox}: {told}");
        Ok(())
    })
    .await
}

const GIVEN: &str = "does not allow saving";

#[tokio::test]
async fn nothing_is_said_to_be_saved_in_a_sandbox_in_chromium() -> Result<()> {
    given(Browser::Chromium, "allow-scripts allow-same-origin", GIVEN).await?;
    let allowed = "allow-scripts allow-same-origin allow-downloads";
    given(
        Browser::Chromium,
        allowed,
        "stance-comparison.csv is saved.",
    )
    .await
}

#[tokio::test]
async fn nothing_is_said_to_be_saved_in_a_sandbox_in_firefox() -> Result<()> {
    given(Browser::Firefox, "allow-scripts allow-same-origin", GIVEN).await
}

#[tokio::test]
async fn nothing_is_said_to_be_saved_in_a_sandbox_in_webkit() -> Result<()> {
    given(Browser::WebKit, "allow-scripts allow-same-origin", GIVEN).await
}
