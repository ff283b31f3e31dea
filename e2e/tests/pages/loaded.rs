//! The ways in which a page may have the loader: it finds the build's files, which are
//! in another folder than the page.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, page_with};

const ELEMENT: &str = "<stance-comparison src=\"/articles/harbour-town.json\"></stance-comparison>";

/// The folder, laid down where the loader looks for it.
const GLOBAL: &str = "globalThis[Symbol.for('standpoint')] = { base: '/' };";

/// What is called so, what the page has for it, and other files of the page's.
struct Way {
    name: &'static str,
    lines: String,
    files: Vec<(&'static str, String)>,
}

impl Way {
    fn of(name: &'static str, lines: &str) -> Self {
        Self {
            name,
            lines: lines.to_owned(),
            files: Vec::new(),
        }
    }

    fn with(mut self, file: &'static str, content: String) -> Self {
        self.files.push((file, content));
        self
    }
}

fn ways() -> Result<Vec<Way>> {
    let loader = std::fs::read_to_string(dist().join("standpoint.js"))?;
    // Nothing in it ends a script that it is written into.
    ensure!(!loader.to_lowercase().contains("</script") && !loader.contains("<!--"));
    let among = |before: &str| format!("{before}{loader}(() => {{ window.after = 1; }})();");
    // As files end that nobody meant to be followed by another.
    let before = "window.before = () => {}\nwindow.before // its end";
    Ok(vec![
        Way::of("a script", "<script src=\"/standpoint.js\" async></script>"),
        Way::of("a module", "<script type=\"module\" src=\"/standpoint.js\"></script>"),
        Way::of("an import", "<script type=\"module\">import '/standpoint.js'</script>"),
        Way::of("an import later", "<script>import('/standpoint.js')</script>"),
        Way::of(
            "the package's module",
            "<script type=\"module\">import { define } from '/index.js';
             if (define() !== customElements.get('stance-comparison')) throw 'another class'</script>",
        ),
        Way::of(
            "among others",
            "<script src=\"/assets/all.js\" data-standpoint=\"/\" defer></script>",
        )
        .with("assets/all.js", among(before)),
        Way::of(
            "among others, a folder without a slash",
            "<script src=\"/assets/all.js\" data-standpoint=\"../..\"></script>",
        )
        .with("assets/all.js", among(before)),
        Way::of("among others, behind the folder", "<script src=\"/assets/all.js\"></script>")
            .with("assets/all.js", among(GLOBAL)),
        Way::of(
            "among others in a module",
            "<script type=\"module\" src=\"/assets/all.js\" data-standpoint=\"/\"></script>",
        )
        .with("assets/all.js", among(before)),
        Way::of("inside", &format!("<script data-standpoint=\"/\">{loader}</script>")),
        Way::of(
            "inside, as a module",
            &format!("<script>{GLOBAL}</script><script type=\"module\">{loader}</script>"),
        ),
        Way::of("inside, with a base", &format!("<base href=\"/\"><script>{loader}</script>")),
        Way::of(
            "twice",
            "<script src=\"/standpoint.js\"></script><script type=\"module\" src=\"/index.js\"></script>",
        ),
        // What a reader wrote in a comment leads the loader nowhere.
        Way::of(
            "beside an image that is called as what browsers tell",
            "<img name=\"currentScript\" alt=\"\" src=\"/elsewhere/standpoint.js\">\
             <script src=\"/standpoint.js\"></script>",
        ),
    ])
}

async fn found(browser: Browser) -> Result<()> {
    let session = Session::start(browser, Look::default()).await?;
    for Way { name, lines, files } in ways()? {
        let server = Server::start(&dist())?;
        for (file, content) in &files {
            server.offer(file, content);
        }
        let page = page_with(&format!("{lines}{ELEMENT}"));
        server.offer("news/today/mine.html", &page);
        let page = Page::open(&session, &server, Origin::Http, "news/today/mine.html")
            .await
            .with_context(|| format!("{browser:?}, {name}"))?;
        page.click("[id='tab:timeline']").await?;
        page.wait("root.querySelector('.timeline') !== null")
            .await?;
        if !files.is_empty() {
            ensure!(page.run("return window.after").await? == 1, "{name}");
        }
        let elsewhere: Vec<_> = server
            .asked()
            .into_iter()
            .filter(|path| path.contains("/standpoint-") && path.matches('/').count() > 1)
            .collect();
        ensure!(elsewhere.is_empty(), "{browser:?}, {name}: {elsewhere:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_files_are_found_in_chromium() -> Result<()> {
    found(Browser::Chromium).await
}

#[tokio::test]
async fn the_files_are_found_in_firefox() -> Result<()> {
    found(Browser::Firefox).await
}

#[tokio::test]
async fn the_files_are_found_in_webkit() -> Result<()> {
    found(Browser::WebKit).await
}

/// Two names of the element are two comparisons to the address, and neither is text of
/// the page to the other.
#[tokio::test]
async fn another_name_is_another_comparison() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let other = ELEMENT.replace("stance-", "our-").replace(
        "></our",
        " permalink><table><tr><td>The harbour must stay open.</td></tr></table></our",
    );
    server.offer(
        "mine.html",
        &page_with(&format!(
            "{ELEMENT}{other}<script type=\"module\">\
             import {{ define }} from '/index.js'; define('our-comparison')</script>"
        )),
    );
    let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
    let ours = "document.querySelector('our-comparison')";
    page.run(&format!("{ours}.scrollIntoView()")).await?;
    page.settled(&format!(
        "{ours}.shadowRoot?.querySelector('.mount:not([hidden]) .tab') != null"
    ))
    .await?;
    page.run(&format!("{ours}.show({{ view: 'timeline' }})"))
        .await?;
    page.settled("location.hash === '#stance_n2__view_is_timeline'")
        .await?;
    let first = page.text("root.host.state.view").await?;
    ensure!(first == "matrix", "{first}");
    let state = page
        .promised(
            "host.constructor.resolve(document.body, 'The harbour must stay open.')\
             .then(({ state }) => state)",
        )
        .await?;
    ensure!(state == "not-found", "{state}");
    Ok(())
}
