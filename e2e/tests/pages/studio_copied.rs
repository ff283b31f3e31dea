//! What is copied in real programs: in each browser itself, in LibreOffice (its own
//! files, of words of ours), and with the markup that other programs put on the
//! clipboard. Only paragraphs are taken, and nothing in them runs.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist, page_with};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What is understood of all of it.
const TEXT: &str = "The harbour is full.\n“We will close it.”";

/// What LibreOffice 7.4 makes of a document of ours.
const LIBREOFFICE: &str = include_str!("studio_copied/libreoffice.html");
const LIBREOFFICE_WORD: &[u8] = include_bytes!("studio_copied/libreoffice.docx");

/// A page to copy from, as newsrooms have it.
const PAGE: &str = "<article style='font-family: serif'><h2>The harbour <em>is</em>
    full.</h2><div><p class='quote'>“We&nbsp;will <a href='#'>close</a> it.”</p></div></article>";

/// Markup of the clipboard.
const PASTES: [(&str, &str); 4] = [
    (
        "Google Docs, in a list",
        "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-2\">\
         <ul style=\"margin-top:0;\"><li dir=\"ltr\" aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\">\
         <span style=\"white-space:pre-wrap;\">The harbour is full.</span></p></li>\
         <li dir=\"ltr\" aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\"><span>“We will close it.”</span></p></li>\
         </ul></b>",
    ),
    (
        "Word, with a comment and a deletion",
        "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><!--[if gte mso 9]><xml>\
         <w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--></head>\
         <body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment--><p class=MsoNormal>\
         <span lang=EN-GB>The harbour is <del cite=\"mailto:x\">half </del>full.<o:p></o:p></span></p>\
         <p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><span style='mso-hide:all'>hidden</span>\
         “We will close it.”</p><!--EndFragment--></body></html>",
    ),
    (
        "WordPress, of the classic editor",
        "<p>The harbour is full.</p>\n<p><!--more--></p>\n<blockquote><p>“We will close it.”</p></blockquote>\n\
         <p>&nbsp;</p>",
    ),
    (
        "Safari",
        "<meta charset=\"UTF-8\"><p style=\"caret-color: rgb(0, 0, 0); -webkit-text-stroke-width: 0px;\">The harbour\
         <span class=\"Apple-converted-space\">&nbsp;</span>is full.</p><p style=\"text-decoration: none;\">\
         “We will close it.”</p><br class=\"Apple-interchange-newline\">",
    ),
];

async fn copied(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    // Selected and copied in a page, by the browser's own keys.
    server.offer("copied.html", &page_with(PAGE));
    let page = format!("{}/copied.html", server.origin());
    session.driver.goto(page).await?;
    let keys = session.driver.action_chain();
    let keys = keys.key_down(Key::Control).key_down('a').key_up('a');
    let keys = keys.key_down('c').key_up('c').key_up(Key::Control);
    keys.perform().await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.focus("field-text").await?;
    studio.held(&[Key::Control], 'v').await?;
    let value = "document.querySelector('#field-text').value";
    studio
        .wait(&format!("{value}.trim() === {}", Value::from(TEXT)))
        .await
        .context("what the browser itself has copied")?;

    for (program, html) in PASTES.into_iter().chain([("LibreOffice", LIBREOFFICE)]) {
        let text = studio.paste(html).await?;
        ensure!(text == TEXT, "{program}: {text:?}");
    }
    studio.is_quiet().await
}

/// A Word document of LibreOffice's, packed as it packs.
#[tokio::test]
async fn a_word_document_of_another_program_is_read() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    let bytes = Value::from(STANDARD.encode(LIBREOFFICE_WORD));
    let script = format!(
        "const bytes = Uint8Array.from(atob({bytes}), (c) => c.charCodeAt(0));
         const data = new DataTransfer();
         data.items.add(new File([bytes], 'harbour.docx'));
         document.querySelector('main').dispatchEvent(
           new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }}));"
    );
    studio.page.run(&script).await?;
    studio
        .wait("document.querySelectorAll('.paragraphs li').length > 0")
        .await?;
    let read = "return [...document.querySelectorAll('.paragraphs li')].map((li) => li.lastElementChild.textContent)";
    let read = studio.page.run(read).await?;
    let lines: Vec<&str> = TEXT.lines().collect();
    ensure!(read == json!(lines), "{read}");
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_takes_what_programs_copy_in_chromium() -> Result<()> {
    copied(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_takes_what_programs_copy_in_firefox() -> Result<()> {
    copied(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_takes_what_programs_copy_in_webkit() -> Result<()> {
    copied(Browser::WebKit).await
}
