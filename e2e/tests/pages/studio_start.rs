//! Whatever somebody has of an article can be pasted, opened or dropped in the Studio:
//! only its text is taken, nothing in it runs, and what cannot be read changes nothing.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::{Value, json};
use std::fs;
use thirtyfour::Key;

/// Has a file dropped on the page; in WebKit, whose scripts cannot drop one, chosen.
async fn dropped(studio: &Studio<'_>, name: &str, bytes: &[u8]) -> Result<()> {
    if studio.browser() == Browser::WebKit {
        studio.go("go-start").await?;
        studio
            .wait("document.querySelector('#open') !== null")
            .await?;
        studio
            .page
            .run(
                "const click = HTMLInputElement.prototype.click;
                 HTMLInputElement.prototype.click = () => {};
                 document.querySelector('#open').click();
                 HTMLInputElement.prototype.click = click;",
            )
            .await?;
    }
    let (name, bytes) = (Value::from(name), Value::from(STANDARD.encode(bytes)));
    let given = match studio.browser() {
        Browser::WebKit => {
            "const field = document.querySelector('#file');
             field.files = data.files;
             field.dispatchEvent(new Event('change'));"
        }
        _ => {
            "document.querySelector('main').dispatchEvent(
               new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));"
        }
    };
    let script = format!(
        "const bytes = Uint8Array.from(atob({bytes}), (c) => c.charCodeAt(0));
         const data = new DataTransfer();
         data.items.add(new File([bytes], {name}));
         {given}"
    );
    studio.page.run(&script).await.map(drop)
}

/// The paragraphs that were understood, those beside the article in brackets, and what
/// is known of it.
const UNDERSTOOD: &str = "return {
    paragraphs: [...document.querySelectorAll('.paragraphs li')].map((li) => {
      const text = li.lastElementChild.textContent;
      return li.matches('.out') ? `(${text})` : text;
    }),
    headline: document.querySelector('#field-article-headline')?.value,
    url: document.querySelector('#field-article-url')?.value,
    publisher: document.querySelector('#field-article-publisher')?.value,
    date: document.querySelector('#field-article-date_published')?.value,
    language: document.querySelector('#field-document-language')?.value,
  }";

async fn understood(studio: &Studio<'_>, first: &str) -> Result<Value> {
    let first = Value::from(first);
    studio
        .wait(&format!(
            "document.querySelector('.paragraphs li')?.lastElementChild.textContent === {first}"
        ))
        .await
        .with_context(|| format!("{first} is not the first paragraph"))?;
    studio.page.run(UNDERSTOOD).await
}

/// A ZIP archive as programs write it: each file deflated, in blocks that are stored.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let size = u16::try_from(text.len()).expect("a small file");
        let mut packed = vec![1];
        packed.extend(size.to_le_bytes());
        packed.extend((!size).to_le_bytes());
        packed.extend(text.bytes());
        let offset = u32::try_from(bytes.len()).expect("a small archive");
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        common.extend(u32::try_from(packed.len()).expect("small").to_le_bytes());
        common.extend(u32::from(size).to_le_bytes());
        common.extend(u16::try_from(name.len()).expect("short").to_le_bytes());
        common.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.bytes());
        bytes.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.bytes());
    }
    let start = u32::try_from(bytes.len()).expect("a small archive");
    let count = u16::try_from(files.len()).expect("few").to_le_bytes();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(u32::try_from(directory.len()).expect("small").to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

const WORD: &str = r#"<?xml version="1.0"?><w:document
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
  <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The harbour</w:t></w:r></w:p>
  <w:p><w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">The harbour </w:t></w:r>
    <w:del><w:r><w:delText>was</w:delText></w:r></w:del><w:ins><w:r><w:t>is</w:t></w:r></w:ins>
    <w:r><w:t xml:space="preserve"> full.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>
  <w:p/>
  <w:tbl><w:tr><w:tc><w:p><w:r><w:t>“We will</w:t><w:tab/><w:t>close it.”</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
  <w:p><w:r><w:t>One</w:t><w:br/><w:t>two.</w:t></w:r></w:p>
</w:body></w:document>"#;

const SAVED_PAGE: &str = r#"<!doctype html><html lang="en"><head><title>x</title>
  <link rel="canonical" href="https://news.example/other">
  <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
    {"@type":["NewsArticle"],"headline":"The harbour","url":"https://news.example/harbour",
     "datePublished":"2026-03-11T08:00:00Z","publisher":{"@type":"Organization","name":"The Example"}}]}</script>
  </head><body><nav><ul><li>Home</li></ul></nav><article><h1>The harbour</h1>
  <p>The harbour <a href="x">is
    full</a>.</p><figure><img src="https://tracker.example/p.gif" onerror="window.ran = true">
  <figcaption>A ship.</figcaption></figure>
  <div>“We will close it.”<br>Nobody asked.</div><script>window.ran = true</script></article>
  <footer>Imprint</footer></body></html>"#;

async fn opened(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;

    // What cannot be read changes nothing, and says why.
    dropped(&studio, "a.docx", b"PK\x03\x04 and nothing").await?;
    studio
        .wait("document.querySelector('.said').textContent.includes('a.docx: the file is damaged')")
        .await?;
    dropped(&studio, "a.json", b"{\"format\": 1}").await?;
    studio
        .wait("document.querySelector('.said').textContent.includes('a.json: it is neither')")
        .await?;
    ensure!(
        studio
            .page
            .run("return document.querySelector('#begin') !== null")
            .await?
            == true
    );

    let word = archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", WORD),
    ]);
    dropped(&studio, "harbour.docx", &word).await?;
    let seen = understood(&studio, "The harbour is full.").await?;
    ensure!(
        seen["paragraphs"] == json!(["The harbour is full.", "“We will close it.”", "One", "two."])
            && seen["headline"] == "The harbour"
            && seen["language"] == "en-GB",
        "{seen}"
    );
    studio
        .wait("document.querySelector('.said').textContent.includes('tracked changes')")
        .await?;

    dropped(&studio, "page.html", SAVED_PAGE.as_bytes()).await?;
    let page = json!({
        "paragraphs": ["The harbour is full.", "(A ship.)", "“We will close it.”", "Nobody asked."],
        "headline": "The harbour", "url": "https://news.example/harbour",
        "publisher": "The Example", "date": "2026-03-11", "language": "en",
    });
    studio
        .wait("document.querySelectorAll('.paragraphs li.out').length === 1")
        .await?;
    let seen = understood(&studio, "The harbour is full.").await?;
    ensure!(seen == page, "{seen}");
    studio
        .wait(
            "document.querySelector('#field-article-url-hint').textContent
               === 'From what the page says of itself.'",
        )
        .await?;

    dropped(
        &studio,
        "notes.md",
        "---\ndate: 2026-01-02\n---\n# A *title*\n\nOne\nline.\n\n- Two".as_bytes(),
    )
    .await?;
    let seen = understood(&studio, "One line.").await?;
    ensure!(
        seen["headline"] == "A title" && seen["date"] == "2026-01-02",
        "{seen}"
    );

    // An old file of Windows, which is said.
    dropped(
        &studio,
        "old.txt",
        b"\x84Nein\x93, sagt B\xfcrger M\xf6ller.",
    )
    .await?;
    understood(&studio, "„Nein“, sagt Bürger Möller.").await?;
    studio
        .wait("document.querySelector('.said').textContent.includes('not in Unicode')")
        .await?;

    // A document out of the lines for a page, and out of the page that holds all.
    let document = fs::read_to_string(e2e::root().join("seeds/harbour-town.json"))?;
    let inline = document.replace('<', "\\u003c");
    let lines = format!(
        "<script src=\"https://news.example/standpoint.js\" async></script>\n<div><stance-comparison>\n\
         <script type=\"application/json\">{inline}</script></stance-comparison></div>"
    );
    dropped(&studio, "lines.html", lines.as_bytes()).await?;
    studio
        .wait("document.querySelector('#set-text') !== null")
        .await?;
    dropped(
        &studio,
        "standalone.html",
        &fs::read(dist().join("standalone.html"))?,
    )
    .await?;
    studio
        .wait("document.querySelector('.title').textContent.includes('Jeddah')")
        .await
        .context("the document of the page that holds all")?;

    // And one that is itself, byte for byte.
    dropped(&studio, "harbour.json", document.as_bytes()).await?;
    studio
        .wait(
            "document.querySelector('#field-article-headline')?.value.includes('arbour') === true",
        )
        .await?;
    let project = studio.saved_by(&[Key::Control], 's').await?;
    ensure!(
        standpoint::draft::Draft::open(&project).map(|draft| draft.exported()) == Ok(document),
        "the document is not what it was"
    );

    studio.is_quiet().await
}

/// The same two paragraphs, as programs put them on the clipboard.
const PASTES: [(&str, &str); 7] = [
    (
        "Google Docs",
        "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\">\
         <span style=\"font-size:11pt\">The harbour </span><span style=\"font-weight:700\">is full</span><span>.</span></p>\
         <br /><p dir=\"ltr\"><span>“We will close it.”</span></p></b><br class=\"Apple-interchange-newline\">",
    ),
    (
        "Word",
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.MsoNormal {margin:0} --></style>\
         <!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body><!--StartFragment-->\
         <p class=MsoNormal>The harbour\r\nis full.<o:p></o:p></p><p class=MsoListParagraph>\
         <![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>\
         “We will close it.”<o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>",
    ),
    (
        "LibreOffice",
        "<!DOCTYPE html><html><head><title></title><style type=\"text/css\">p { margin: 0 }</style></head>\
         <body lang=\"en-GB\"><p style=\"line-height: 100%\">\n\tThe harbour is\nfull.</p>\n<p><br/>\n\n</p>\n\
         <p><font size=\"3\">“We will close it.”</font></p></body></html>",
    ),
    (
        "WordPress",
        "<!-- wp:paragraph --><p>The harbour is full.</p><!-- /wp:paragraph -->\n<!-- wp:quote -->\
         <blockquote class=\"wp-block-quote\"><p>“We will close it.”</p></blockquote><!-- /wp:quote -->",
    ),
    (
        "Chromium",
        "<meta charset='utf-8'><span style=\"color: rgb(0, 0, 0)\"><div>The harbour&nbsp;is <i>full</i>.</div>\
         <div>“We will close it.”</div></span>",
    ),
    (
        "Firefox",
        "<p>The harbour is full.</p>\n\n\n<p>“We will close it.”</p>",
    ),
    (
        "a hostile page",
        "<p>The harbour is full.</p><script>window.ran = true</script><img src=x onerror='window.ran = true'>\
         <svg onload='window.ran = true'><text>x</text></svg><iframe srcdoc='x'></iframe>\
         <p onclick='window.ran = true'>“We will close it.”</p><style>@import 'https://tracker.example/a.css';</style>\
         <link rel=stylesheet href='https://tracker.example/b.css'><template><p>x</p></template>",
    ),
];

async fn is_pasted(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    for (program, html) in PASTES {
        let text = studio.paste(html).await?;
        ensure!(
            text == "The harbour is full.\n“We will close it.”",
            "{program}: {text:?}"
        );
    }
    // The source of a page is one, too.
    let page = Value::from(SAVED_PAGE);
    studio
        .page
        .run(&format!(
            "document.querySelector('#field-text').value = {page};"
        ))
        .await?;
    studio.go("begin").await?;
    let seen = understood(&studio, "The harbour is full.").await?;
    ensure!(seen["date"] == "2026-03-11", "{seen}");
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_opens_what_there_is_in_chromium() -> Result<()> {
    opened(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_opens_what_there_is_in_firefox() -> Result<()> {
    opened(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_opens_what_there_is_in_webkit() -> Result<()> {
    opened(Browser::WebKit).await
}

#[tokio::test]
async fn the_studio_takes_the_text_of_a_paste_in_chromium() -> Result<()> {
    is_pasted(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_takes_the_text_of_a_paste_in_firefox() -> Result<()> {
    is_pasted(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_takes_the_text_of_a_paste_in_webkit() -> Result<()> {
    is_pasted(Browser::WebKit).await
}
