//! Nobody else's story stands under a newspaper's name: what an editor does to the
//! lines costs the comparison at most.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist, page_with};

/// A made-up town's document, as it is published.
fn town() -> Result<String> {
    Ok(std::fs::read_to_string(
        dist().join("articles/harbour-town.json"),
    )?)
}

/// What a page with this body shows in the end: a comparison's headline, or what the
/// element says in its place.
async fn shown(session: &Session, server: &Server, body: &str) -> Result<String> {
    let page = Page::with_body(session, server, &format!("{body}{SCRIPT}")).await?;
    page.wait(
        "root?.querySelector('.mount:not([hidden]) h2, .notice') != null
         && (root.querySelector('.notice') !== null || root.host.state !== null)",
    )
    .await?;
    page.text("root.querySelector('.notice, .headline').textContent")
        .await
}

fn element(inside: &str) -> String {
    format!("<stance-comparison loading=\"eager\">{inside}</stance-comparison>")
}

async fn wrapped(browser: Browser) -> Result<()> {
    let (server, town) = (Server::start(&dist())?, town()?);
    let session = Session::start(browser, Look::default()).await?;
    let script = |kind: &str| format!("<script type=\"{kind}\">{town}</script>");
    let json = script("application/json");
    for inside in [
        format!("<p>{json}</p>"),
        format!("<div class=\"x\"><div>{json}</div></div>"),
        script("application/json; charset=utf-8"),
        script("application/json;charset=UTF-8"),
        script("Application/JSON"),
        script("text/json"),
        script("application/ld+json"),
        // Its tags are gone.
        format!("<p>{}</p>", town.replace('&', "&amp;").replace('<', "&lt;")),
    ] {
        let shown = shown(&session, &server, &element(&inside)).await?;
        ensure!(shown.contains("Fiction"), "{browser:?} {shown}: {inside}");
    }
    Ok(())
}

#[tokio::test]
async fn a_script_is_found_wherever_an_editor_has_put_it_in_chromium() -> Result<()> {
    wrapped(Browser::Chromium).await
}

#[tokio::test]
async fn a_script_is_found_wherever_an_editor_has_put_it_in_firefox() -> Result<()> {
    wrapped(Browser::Firefox).await
}

#[tokio::test]
async fn a_script_is_found_wherever_an_editor_has_put_it_in_webkit() -> Result<()> {
    wrapped(Browser::WebKit).await
}

async fn unnamed(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let languages = [
        ("en", "No document is named"),
        ("de", "kein Dokument angegeben"),
        ("ar", "أي مستند"),
        ("xx", "No document is named"),
    ];
    for (language, words) in languages {
        for body in [
            "<stance-comparison></stance-comparison>",
            "<stance-comparison src=\"\"></stance-comparison>",
            "<stance-comparison><script type=\"application/json\"></script></stance-comparison>",
            "<stance-comparison><p>Ukraine: for.</p></stance-comparison>",
        ] {
            let body = format!("<div lang=\"{language}\">{body}</div>");
            let shown = shown(&session, &server, &body).await?;
            ensure!(shown.contains(words), "{browser:?} {shown}: {body}");
        }
    }
    // Nothing of another article was as much as asked for.
    let asked = server.asked();
    ensure!(
        !asked.iter().any(|path| path.contains("article-")),
        "{asked:?}"
    );
    // What was rendered ahead, and has lost its script, stays as it is.
    let ahead = "<stance-comparison loading=\"eager\"><template shadowrootmode=\"open\">\
        <div class=\"mount\"><h2 class=\"headline\">Ahead</h2></div></template></stance-comparison>";
    let page = Page::with_body(&session, &server, &format!("{ahead}{SCRIPT}")).await?;
    page.wait("root?.querySelector('.notice') != null").await?;
    ensure!(
        page.text("root.querySelector('.headline').textContent")
            .await?
            == "Ahead"
    );
    // It can be given one at any time.
    page.run("document.querySelector('stance-comparison').src = 'articles/harbour-town.json'")
        .await?;
    page.wait("root.querySelector('.headline').textContent.includes('Fiction')")
        .await
}

#[tokio::test]
async fn an_element_without_a_document_says_so_in_chromium() -> Result<()> {
    unnamed(Browser::Chromium).await
}

#[tokio::test]
async fn an_element_without_a_document_says_so_in_firefox() -> Result<()> {
    unnamed(Browser::Firefox).await
}

#[tokio::test]
async fn an_element_without_a_document_says_so_in_webkit() -> Result<()> {
    unnamed(Browser::WebKit).await
}

/// What an editor makes of JSON: the same document, or words.
#[tokio::test]
async fn what_an_editor_has_changed_is_read_right_or_refused() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let town = town()?.replace("The ferry", "Salt & Sons’ ferry");
    let headline = "Salt & Sons & Co. <i>";
    let mut document: serde_json::Value = serde_json::from_str(&town)?;
    document["article"]["headline"] = headline.into();
    let lines = serde_json::to_string_pretty(&document)?;
    let line = document.to_string();
    let curly = |text: &str| {
        let mut open = false;
        let turned = text.chars().map(|c| match c {
            '"' => {
                open = !open;
                if open { '“' } else { '”' }
            }
            other => other,
        });
        turned.collect::<String>()
    };
    let script = |text: &str| format!("<script type=\"application/json\">{text}</script>");
    for changed in [
        line.replace('&', "&#038;"),
        line.replace('&', "&amp;"),
        line.replace('&', "&amp;#038;"),
        line.replace('"', "&quot;").replace('<', "&lt;"),
        lines.replace('\n', "<br />\n"),
        lines.replace('\n', "</p>\n<p>"),
        lines.replace("\n  ", "\n&nbsp; "),
        format!("// <![CDATA[\n{lines}\n// ]]>"),
        format!("<!--\n{lines}\n-->"),
        curly(&line),
        curly(&lines)
            .replace('“', "&#8220;")
            .replace('”', "&#8221;"),
        curly(&lines).replace("“", "„").replace('\n', "<br>"),
        curly(&line).replace("standpoint/1”", "standpoint/1″"),
    ] {
        let shown = shown(&session, &server, &element(&script(&changed))).await?;
        ensure!(shown == headline, "{shown}: {changed}");
    }
    // Which of these marks end a text, nobody knows.
    let within = town.contains('“') && town.contains('”');
    ensure!(within, "no text of the town's has quotation marks in it");
    document["article"]["headline"] = "He said \"no\", \"yes\" and more".into();
    let broken = document.to_string();
    for changed in [
        curly(&broken.replace("\\\"", "\"")),
        broken.replace("\\\"", "&quot;").replace("{\"", "{&quot;"),
        line[..line.len() / 2].to_owned(),
        line.replace(':', " = "),
    ] {
        let shown = shown(&session, &server, &element(&script(&changed))).await?;
        ensure!(
            shown.contains("an editor has changed it"),
            "{shown}: {changed}"
        );
    }
    Ok(())
}

/// The lines that Share gives bear whatever is done to text.
#[tokio::test]
async fn no_editor_finds_anything_in_the_lines_to_change() -> Result<()> {
    let (server, town) = (Server::start(&dist())?, town()?);
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let body = element(&format!(
        "<script type=\"application/json\">{town}</script>"
    ));
    let page = Page::with_body(&session, &server, &format!("{body}{SCRIPT}")).await?;
    page.ready().await?;
    let lines = page.lines_to_embed().await?;
    let (before, rest) = lines
        .split_once("<script type")
        .context("the document is in the lines")?;
    let (script, after) = rest.split_once("</script>").context("it ends")?;
    let (kind, text) = script.split_once('>').context("its tag ends")?;
    let middle = text.len() / 2;
    let (left, right) = text.split_at(middle);
    for text in [
        text.replace('&', "&#038;")
            .replace('"', "”")
            .replace('\'', "’")
            .replace("--", "–"),
        format!("<br />\n{left}<br>\n{right}</p><p>"),
        format!("{left}&shy;\u{ad}\u{200b}{right}&nbsp;"),
    ] {
        let pasted = format!("{before}<p><script type{kind}>{text}</script></p>{after}");
        server.offer("pasted.html", &page_with(&pasted));
        let page = Page::open(&session, &server, Origin::Http, "pasted.html").await?;
        let shown = page
            .text("root.querySelector('.headline').textContent")
            .await?;
        ensure!(shown.contains("Fiction"), "{shown}");
    }
    // Half of it is none.
    let pasted = format!("{before}<script type{kind}>{left}</script>{after}");
    let shown = shown(&session, &server, &pasted).await?;
    ensure!(shown.contains("an editor has changed it"), "{shown}");
    Ok(())
}
