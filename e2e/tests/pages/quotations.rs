//! A quotation is taken along, and found, with its quotation marks.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, dist};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What is quoted, in which language of the document, and how it is shown.
const QUOTED: [(&str, &str, &str); 8] = [
    ("en", "We close the pier.", "“We close the pier.”"),
    ("en", "“We close the pier.”", "“We close the pier.”"),
    ("en", "They say ‘never’ to us.", "“They say ‘never’ to us.”"),
    ("de", "Wir schließen den Pier.", "„Wir schließen den Pier.“"),
    (
        "fr",
        "Nous fermons la jetée.",
        "«\u{202f}Nous fermons la jetée.\u{202f}»",
    ),
    ("uk", "Ми закриваємо причал.", "«Ми закриваємо причал.»"),
    ("ar", "سنغلق الرصيف.", "”سنغلق الرصيف.“"),
    ("zh-TW", "我們要關閉碼頭。", "「我們要關閉碼頭。」"),
];

fn document(language: &str, text: &str) -> Value {
    json!({
        "format": "standpoint/1", "language": language,
        "article": { "headline": "Pier", "description": "Made for a test.", "paragraphs": 1 },
        "review": { "method": "Made for a test.", "updated": "2026-01-01" },
        "organizations": [{ "id": "port", "name": "The port", "short_name": "Port", "classification": "port" }],
        "topics": [{ "id": "topic", "name": "Topic", "question": "What of it?" }],
        "statements": [{
            "id": "said", "kind": "direct_quote", "speaker_id": "port", "text": text, "paragraph": 1,
            "target": { "type": "TextQuoteSelector", "exact": text },
        }],
    })
}

async fn copied(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for (language, text, shown) in QUOTED {
        let body = format!(
            "<textarea></textarea><stance-comparison lang=\"en\" loading=\"eager\" view=\"statements\">\
             <script type=\"application/json\">{}</script></stance-comparison>{SCRIPT}",
            document(language, text)
        );
        let page = Page::with_body(&session, &server, &body).await?;
        page.ready().await?;
        page.wait("root.querySelector('.statements-view .words') !== null")
            .await?;
        let words = "root.querySelector('.statements-view .words p')";
        ensure!(
            page.text(&format!("{words}.textContent")).await? == shown,
            "{browser:?}, {language}"
        );
        // The style sheet adds nothing that would not be copied.
        let generated = page
            .text(&format!(
                "getComputedStyle({words}, '::before').content + getComputedStyle({words}, '::after').content"
            ))
            .await?;
        ensure!(generated == "nonenone", "{browser:?}: {generated}");
        page.within(0, &format!("getSelection().selectAllChildren({words})"))
            .await?;
        page.key(Key::Control + "c").await?;
        page.run("document.querySelector('textarea').focus()")
            .await?;
        page.key(Key::Control + "v").await?;
        page.wait(&format!(
            "document.querySelector('textarea').value.trim() === {}",
            json!(shown)
        ))
        .await?;
        if language == "en" {
            page.run(
                "document.querySelector('textarea').remove(); getSelection().removeAllRanges()",
            )
            .await?;
            let found = page
                .run(&format!(
                    "return find({}, false, false, true)",
                    json!(shown)
                ))
                .await?;
            // WebKit's `find()` passes over shadow roots: it finds neither.
            let wanted = if browser == Browser::WebKit {
                page.run(&format!("return find({}, false, false, true)", json!(text)))
                    .await?
            } else {
                true.into()
            };
            ensure!(found == wanted, "{browser:?} finds no {shown}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn quotations_are_copied_and_found_with_their_marks_in_chromium() -> Result<()> {
    copied(Browser::Chromium).await
}

#[tokio::test]
async fn quotations_are_copied_and_found_with_their_marks_in_firefox() -> Result<()> {
    copied(Browser::Firefox).await
}

#[tokio::test]
async fn quotations_are_copied_and_found_with_their_marks_in_webkit() -> Result<()> {
    copied(Browser::WebKit).await
}

/// What is searched for in a quotation is marked where it stands, behind the mark.
#[tokio::test]
async fn a_search_marks_the_words_and_not_the_marks() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for highlights in ["", "<script>delete window.Highlight</script>"] {
        let body = format!(
            "{highlights}<stance-comparison lang=\"en\" loading=\"eager\" view=\"statements\">\
             <script type=\"application/json\">{}</script></stance-comparison>{SCRIPT}",
            document("fr", "Nous fermons la jetée.")
        );
        let page = Page::with_body(&session, &server, &body).await?;
        page.ready().await?;
        for (search, marked) in [("nous", "Nous"), ("jetée.", "jetée.")] {
            page.within(0, &format!("root.host.show({{ search: '{search}' }})"))
                .await?;
            page.wait(&format!(
                "[...CSS.highlights.get('standpoint-hit') ?? root.querySelectorAll('mark')]
                    .map((hit) => hit.textContent ?? hit.toString()).join() === '{marked}'"
            ))
            .await?;
            let words = page
                .text("root.querySelector('.statements-view .words').textContent")
                .await?;
            ensure!(
                words == "«\u{202f}Nous fermons la jetée.\u{202f}»",
                "{words}"
            );
        }
    }
    Ok(())
}
