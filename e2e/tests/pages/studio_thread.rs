//! From a pasted article to a document that can be published, by keyboard alone, in
//! every browser.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::Value;
use thirtyfour::Key;

const TEXT: &str = "The harbour is full. “We will close it,” said Helen Aske, the mayor.\n\
                    The fishers do not agree.";

/// Types into a field, and leaves it.
async fn fill(studio: &Studio<'_>, id: &str, prose: &str) -> Result<()> {
    studio.focus(id).await?;
    studio.write(prose).await?;
    studio.press(&[Key::Tab]).await
}

async fn thread(browser: Browser, origin: Origin) -> Result<()> {
    thread_in(browser, origin, "studio.html").await
}

async fn thread_in(browser: Browser, origin: Origin, page: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open_page(&session, &server, origin, page).await?;
    studio.begin(TEXT).await?;
    for (id, prose) in [
        ("field-article-headline", "The harbour"),
        ("field-article-description", "Whether it is closed."),
        ("field-review-method", "By hand."),
        ("field-review-updated", "2026-01-02"),
    ] {
        fill(&studio, id, prose).await?;
    }
    studio.go("start-marking").await?;
    studio.focus("text").await?;

    // A quotation: where it is, that it is one, who speaks.
    studio.press(&[Key::Home]).await?;
    studio.held(&[Key::Control], Key::Right).await?;
    for _ in 0..5 {
        studio.held(&[Key::Control], Key::Right).await?;
    }
    studio.keys();
    studio.press(&['q']).await?;
    studio.takes("We will close it,").await?;
    studio.press(&[Key::Enter]).await?;
    studio.is_at("speaker").await?;
    studio.write("Helen Aske").await?;
    studio.press(&[Key::Enter]).await?;
    studio.is_at("text").await?;
    ensure!(
        studio.keys() == 3,
        "a quotation takes three keys beside its speaker"
    );
    // What the article tells, in words of one's own.
    studio.press(&[Key::Down, Key::Home]).await?;
    studio.press(&['u']).await?;
    studio
        .mark_and_tell('3', 1, "The fishers want it open.")
        .await?;

    // The cast, and the grid.
    studio.go("go-positions").await?;
    studio.focus("add-organizations").await?;
    studio.write("Mayor").await?;
    studio.press(&[Key::Enter]).await?;
    studio.write("Fishers").await?;
    studio.press(&[Key::Enter]).await?;
    studio.focus("add-topics").await?;
    studio.write("Closing").await?;
    studio.press(&[Key::Enter]).await?;
    for (id, prose) in [
        ("field-topic0-question", "Should it be closed?"),
        ("field-party0-classification", "authority"),
        ("field-party1-classification", "association"),
        ("field-person0-role", "Mayor"),
    ] {
        fill(&studio, id, prose).await?;
    }
    studio.focus("field-person0-organization_id").await?;
    studio.write("Mayor").await?;
    studio
        .wait("document.querySelector('#field-person0-organization_id').value === 'mayor'")
        .await?;
    studio.press(&[Key::Tab]).await?;
    // All is read: an empty cell is silent.
    studio
        .wait("document.querySelector('#cell-0-1').textContent === 'not stated in this article'")
        .await?;
    studio.focus("cell-0-0").await?;
    studio.press(&[Key::Enter]).await?;
    studio
        .wait("document.querySelector('.scale button')?.disabled === true")
        .await
        .context("without evidence there is no scale")?;
    studio.focus("evidence-0-0").await?;
    studio.press(&[Key::Space]).await?;
    studio
        .wait("document.querySelector('.scale button')?.disabled === false")
        .await?;
    studio.focus("field-stance0-position").await?;
    studio.press(&['5']).await?;
    fill(&studio, "field-stance0-summary", "She closes it.").await?;
    studio.focus("field-stance0-summary").await?;
    studio.press(&[Key::Escape]).await?;
    studio.is_at("cell-0-0").await?;
    studio
        .wait("document.querySelector('#cell-0-0').textContent === 'For'")
        .await?;

    // Readers see it.
    studio
        .wait(
            "document.querySelector('stance-comparison')?.shadowRoot
           ?.querySelector('.mount:not([hidden]) [data-cell=\"mayor/closing\"]') != null",
        )
        .await
        .context("the preview")?;
    // Undone and redone, by key.
    studio.held(&[Key::Control], 'z').await?;
    studio
        .wait(
            "document.querySelector('.said').textContent === 'Undone: write a position’s sentence'",
        )
        .await?;
    studio.held(&[Key::Control], 'y').await?;
    studio
        .wait(
            "document.querySelector('.said').textContent === 'Redone: write a position’s sentence'",
        )
        .await?;

    studio.go("go-check").await?;
    studio
        .wait("document.querySelectorAll('#stops li').length === 0")
        .await?;
    studio.go("go-publish").await?;
    let document = studio.saved("save-document").await?;
    let value: Value = serde_json::from_str(&document)?;
    ensure!(
        value["statements"][0]["text"] == "We will close it,",
        "{document}"
    );
    ensure!(
        value["statements"][0]["speaker_id"] == "helen-aske",
        "{document}"
    );
    ensure!(value["stances"][0]["position"] == "for", "{document}");
    ensure!(value["article"]["paragraphs"] == 2, "{document}");
    ensure!(
        !document.contains("harbour is full"),
        "the text stays where it is: {document}"
    );
    let read =
        standpoint::article::Value::from_json(&document).map_err(|e| anyhow::anyhow!("{e}"))?;
    ensure!(
        standpoint::article::read(&read).is_ok(),
        "the checker takes it"
    );
    // A table without scripts, one file that holds all, and a look at the page.
    let table = studio.saved("save-table").await?;
    ensure!(
        table.contains("<table") && !table.contains("<script"),
        "{table}"
    );
    if origin == Origin::Http {
        let whole = studio.saved("save-whole").await?;
        ensure!(whole.contains("<title>The harbour</title>"), "no title");
        ensure!(
            whole.contains("\"helen-aske\"") && whole.contains("<table"),
            "no document"
        );
        ensure!(
            !whole.contains("Jeddah</h2>"),
            "the page of another article"
        );
    }
    let page = Value::from(
        "<aside>“We will close it,”</aside><p>The harbour is full. “We will close it,” said Helen Aske, the mayor.</p>",
    );
    studio.focus("field-page").await?;
    studio
        .page
        .run(&format!(
            "document.querySelector('#field-page').value = {page};"
        ))
        .await?;
    studio.go("try").await?;
    studio
        .wait(
            "document.querySelector('#tried')?.textContent === '0 of 2 passages stand there once.'",
        )
        .await?;
    let project = studio.saved("save-project").await?;
    ensure!(
        project.contains("harbour is full"),
        "the project has the text"
    );
    studio
        .wait("document.querySelector('#saved').dataset.saved === 'file'")
        .await?;

    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_makes_a_document_in_chromium() -> Result<()> {
    thread(Browser::Chromium, Origin::Http).await
}

#[tokio::test]
async fn the_studio_makes_a_document_in_firefox() -> Result<()> {
    thread(Browser::Firefox, Origin::Http).await
}

#[tokio::test]
async fn the_studio_makes_a_document_in_webkit() -> Result<()> {
    thread(Browser::WebKit, Origin::Http).await
}

#[tokio::test]
async fn the_studio_makes_a_document_from_disk() -> Result<()> {
    thread(Browser::Chromium, Origin::File).await
}

/// One file, which asks for nothing beside it: its policy lets it ask for nothing.
#[tokio::test]
async fn the_studio_makes_a_document_as_one_file() -> Result<()> {
    thread_in(Browser::Firefox, Origin::File, "studio-standalone.html").await
}
