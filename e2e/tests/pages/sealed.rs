//! Who holds the loader against its digest holds all that it loads.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, Spoilt, dist, page_with};

/// The loader's lines as `embed.html` gives them, sealed or not.
fn lines(sealed: bool) -> Result<String> {
    let page = std::fs::read_to_string(dist().join("embed.html"))?;
    let seal = page.split("integrity=&quot;").nth(1);
    let seal = seal
        .and_then(|rest| rest.split("&quot;").next())
        .unwrap_or_default();
    ensure!(seal.starts_with("sha384-"), "embed.html has no digest");
    let seal = match sealed {
        true => format!(" integrity=\"{seal}\" crossorigin=\"anonymous\""),
        false => String::new(),
    };
    Ok(page_with(&format!(
        "<stance-comparison src=\"articles/harbour-town.json\" lang=\"de\" loading=\"eager\"></stance-comparison>\
         <script src=\"standpoint.js\"{seal}></script>"
    )))
}

/// What comes is the file, and something more that would do no harm: files of which
/// one stands in for another, and the language that is shown then of a sealed loader.
const CHANGED: [(&[&str], &str); 5] = [
    (&[".wasm"], "none"),
    (&[".css.js", ".css"], "none"),
    (&["standpoint-seals-"], "none"),
    // The style as it is for browsers that construct none,
    (&[".css.js"], "de"),
    // and English for those whose language does not come.
    (&["standpoint-de-"], "en"),
];

async fn sealed(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for is_sealed in [true, false] {
        server.offer("mine.html", &lines(is_sealed)?);
        let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
        let language = page
            .within(0, "root.querySelector('.comparison').lang")
            .await?;
        ensure!(
            language == "de",
            "{browser:?}, sealed {is_sealed}: {language}"
        );
        let asked = server.asked();
        let seals = asked.iter().any(|path| path.contains("standpoint-seals-"));
        ensure!(seals == is_sealed, "{browser:?}: {asked:?}");
        server.forget();
        for (parts, then) in CHANGED {
            for part in parts {
                server.spoil_with(part, Spoilt::Longer);
            }
            let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
            let outcome =
                "root?.querySelector('.notice, .mount:not([hidden]) .comparison') != null";
            page.wait(outcome).await?;
            let language = "root.querySelector('.mount:not([hidden]) .comparison')?.lang ?? 'none'";
            let language = page.text(language).await?;
            let expected = if is_sealed { then } else { "de" };
            ensure!(
                language == expected,
                "{browser:?}, {parts:?}, sealed {is_sealed}: {language}"
            );
            server.find_all();
        }
        server.forget();
    }
    Ok(())
}

#[tokio::test]
async fn what_a_sealed_loader_loads_is_sealed_in_chromium() -> Result<()> {
    sealed(Browser::Chromium).await
}

#[tokio::test]
async fn what_a_sealed_loader_loads_is_sealed_in_firefox() -> Result<()> {
    sealed(Browser::Firefox).await
}

#[tokio::test]
async fn what_a_sealed_loader_loads_is_sealed_in_webkit() -> Result<()> {
    sealed(Browser::WebKit).await
}
