//! An article that has been edited since the document was made: its words are
//! told to be others, and marked as such. And quotations of several pieces.

use anyhow::{Result, ensure};
use e2e::article::{article_of, document, reached, says};
use e2e::picture::{Difference, Picture};
use e2e::{Browser, Look, Page, Server, Session, dist};
use serde_json::{Value, json};
use standpoint::anchoring::digest;

const BODY: &str =
    "<style>.story { font-size: 20px; margin-bottom: 60vh } .story p { max-width: 30em }</style>
  <div class=story>
    <p>The council <b>will never</b> close the port, the mayor said.</p>
    <p id=quoted>“We will <i>not</i> give up a single berth,” she added.</p>
    <p>“We agree,” <span>she said</span>, “but not today.”</p>
    <p>It rained<sup>[1]</sup> all day long.</p>
    <details><summary>More</summary><p>Nobody asked the people of the port.</p></details>
  </div>";

/// What the document was made from, and what each of its statements is.
fn edited() -> Value {
    let range = |start: &str, end: &str, was: &str| {
        json!({ "type": "RangeSelector", "digest": digest(was),
            "startSelector": { "type": "TextQuoteSelector", "exact": start },
            "endSelector": { "type": "TextQuoteSelector", "exact": end } })
    };
    let quote = |exact: &str| json!({ "type": "TextQuoteSelector", "exact": exact });
    let mut document = document(&["Nothing"; 6]);
    let mut set = |n: usize, kind: &str, text: &str, target: Value| {
        let statement = &mut document["statements"][n];
        statement["kind"] = kind.into();
        statement["text"] = text.into();
        statement["target"] = target;
        if kind == "direct_quote" {
            statement["speaker_id"] = "port".into();
        }
    };
    // A word is in it that was not.
    let told = range("The council", "the port", "The council will close the port");
    set(0, "narration", "It will.", told);
    // Without a digest, the quotation itself is compared.
    let mut berth = range("We will", "single berth,", "");
    if let Some(target) = berth.as_object_mut() {
        target.remove("digest");
    }
    set(
        1,
        "direct_quote",
        "We will never give up a single berth,",
        berth,
    );
    let pieces = json!([quote("We agree,"), quote("but not today.")]);
    set(2, "direct_quote", "We agree, […] but not today.", pieces);
    // The mark of a note is passed over, in its digest too.
    let rained = range("It rained", "day long", "It rained all day long");
    set(3, "narration", "It rained.", rained);
    // A plain text has such a mark in it.
    let noted = range("It rained", "day long", "It rained[1] all day long");
    set(4, "narration", "It rained.", noted);
    let asked = range(
        "Nobody asked",
        "the port.",
        "Nobody asked anybody in the port.",
    );
    set(5, "narration", "Nobody.", asked);
    document
}

const CHANGED: &str = "The article’s words here are others now. Show in the article";

/// The texts that are marked by a highlight of that name.
fn marked(name: &str) -> String {
    format!(
        "[...(CSS.highlights.get('stance-passage{name}') ?? [])].map((r) => String(r)).sort().join('|')"
    )
}

async fn page_of<'a>(session: &'a Session, server: &Server) -> Result<Page<'a>> {
    let page = article_of(session, server, BODY, &edited()).await?;
    reached(&page, &[0, 1, 2, 3, 4]).await?;
    Ok(page)
}

async fn is_told(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = page_of(&session, &server).await?;
    for (passage, words) in [
        (0, CHANGED),
        (1, CHANGED),
        (2, "Show in the article"),
        (3, "Show in the article"),
        (4, "Show in the article"),
        (5, CHANGED),
    ] {
        says(&page, passage, words).await?;
    }
    let told = page.promised("host.exportAs('markdown')").await?;
    let count = told
        .matches("The article’s words here are others now.")
        .count();
    ensure!(count == 3, "{told}");
    if page.run("return 'Highlight' in window").await? == true {
        ensure!(
            page.text(&marked("-changed")).await?
                == "Nobody asked the people of the port.|The council will never close the port\
                    |We will not give up a single berth,"
        );
    }
    // Mended, it is as it was, and who listens hears of it.
    page.run(
        "const element = document.querySelector('stance-comparison');
         element.addEventListener('stance-passages', (e) => (window.passages = e.detail.passages));
         document.querySelector('#quoted i').textContent = 'never';",
    )
    .await?;
    page.wait("window.passages?.['said-1'] === 'exact' && window.passages['said-0'] === 'changed'")
        .await?;
    says(&page, 1, "Show in the article").await
}

#[tokio::test]
async fn words_that_have_changed_are_told_in_chromium() -> Result<()> {
    is_told(Browser::Chromium).await
}

#[tokio::test]
async fn words_that_have_changed_are_told_in_firefox() -> Result<()> {
    is_told(Browser::Firefox).await
}

#[tokio::test]
async fn words_that_have_changed_are_told_in_webkit() -> Result<()> {
    is_told(Browser::WebKit).await
}

/// A mark that is registered may not be painted: what is seen with the marks and
/// without them is counted, of passages as they are and of a changed one.
async fn is_painted(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = page_of(&session, &server).await?;
    let mut seen = Vec::new();
    for (width, gone) in ["", "stance-passage-changed", "stance-passage"]
        .into_iter()
        .enumerate()
    {
        // WebKit does not paint anew for a highlight that goes.
        page.run(&format!(
            "CSS.highlights.delete('{gone}');
             document.querySelector('.story').style.outline = '{width}px solid transparent';"
        ))
        .await?;
        page.settle().await?;
        let file = tempfile::NamedTempFile::new()?;
        page.screenshot(file.path()).await?;
        seen.push(Picture::from_png(&std::fs::read(file.path())?)?);
    }
    for (pair, what) in seen.windows(2).zip(["changed passages", "passages"]) {
        let pixels = match pair[0].difference(&pair[1]) {
            Some(Difference::Pixels { count, .. }) => count,
            _ => 0,
        };
        ensure!(
            pixels > 100,
            "{browser:?}: marks of {what} are {pixels} pixels"
        );
    }
    Ok(())
}

#[tokio::test]
async fn marks_are_painted_in_chromium() -> Result<()> {
    is_painted(Browser::Chromium).await
}

#[tokio::test]
async fn marks_are_painted_in_firefox() -> Result<()> {
    is_painted(Browser::Firefox).await
}

#[tokio::test]
async fn marks_are_painted_in_webkit() -> Result<()> {
    is_painted(Browser::WebKit).await
}

async fn is_one_of_several_pieces(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = page_of(&session, &server).await?;
    page.open_cell("port/topic-2").await?;
    page.click(".evidence:popover-open a.passage").await?;
    page.wait("root.activeElement?.dataset.statement === 'said-2'")
        .await?;
    page.wait(&format!(
        "{} === 'We agree,|but not today.'",
        marked("-current")
    ))
    .await?;
    // And as a page asks for it.
    let found = page
        .promised(
            "host.constructor.resolve(document.querySelector('.story'), [
               { type: 'TextQuoteSelector', exact: 'We agree,' },
               { type: 'TextQuoteSelector', exact: 'but not today.' },
             ]).then(({ state, ranges }) => [state, ...ranges].join('|'))",
        )
        .await?;
    ensure!(found == "exact|We agree,|but not today.", "{found}");
    Ok(())
}

#[tokio::test]
async fn a_quotation_of_several_pieces_is_one_in_chromium() -> Result<()> {
    is_one_of_several_pieces(Browser::Chromium).await
}

#[tokio::test]
async fn a_quotation_of_several_pieces_is_one_in_firefox() -> Result<()> {
    is_one_of_several_pieces(Browser::Firefox).await
}

#[tokio::test]
async fn a_quotation_of_several_pieces_is_one_in_webkit() -> Result<()> {
    is_one_of_several_pieces(Browser::WebKit).await
}
