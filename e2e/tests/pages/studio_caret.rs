//! The article's text in the Studio has a caret and a selection, and cannot be
//! changed: in every browser, by keyboard.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use thirtyfour::Key;

const TEXT: &str = "The harbour is full. “We will close it,” said Aske. It is\u{a0}so.\n\
                    The fishers do not agree.";

async fn opened<'a>(session: &'a Session, server: &Server) -> Result<Studio<'a>> {
    let studio = Studio::open(session, server, Origin::Http).await?;
    studio.begin_marking(TEXT).await?;
    Ok(studio)
}

/// The text is what it was, whatever was pressed.
async fn is_unchanged(studio: &Studio<'_>) -> Result<()> {
    let shown =
        "return [...document.querySelectorAll('#text > p')].map((p) => p.textContent).join('\\n')
        + (document.querySelectorAll('#text > :not(p)').length ? ' and more' : '')";
    let shown = studio.page.run(shown).await?;
    ensure!(shown == TEXT.replace('\u{a0}', " "), "the text is {shown}");
    Ok(())
}

async fn caret(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = opened(&session, &server).await?;
    // Word by word, and letter by letter; whole words are taken.
    studio.press(&[Key::Home]).await?;
    studio.held(&[Key::Control, Key::Shift], Key::Right).await?;
    studio.takes("The").await?;
    for _ in 0..3 {
        studio.held(&[Key::Shift], Key::Right).await?;
    }
    studio.takes("The harbour").await?;
    // A caret is no selection.
    studio.press(&[Key::Right]).await?;
    studio.takes("").await?;

    // A sentence, the next too, and one fewer.
    studio.press(&[Key::Home]).await?;
    studio.press(&['s']).await?;
    studio.takes("The harbour is full.").await?;
    studio.press(&['s']).await?;
    studio
        .takes("The harbour is full. “We will close it,” said Aske.")
        .await?;
    studio.held(&[Key::Shift], 's').await?;
    studio.takes("The harbour is full.").await?;
    // Its ends, by a word.
    studio.held(&[Key::Alt], Key::Right).await?;
    studio.takes("harbour is full.").await?;
    studio.held(&[Key::Alt, Key::Shift], Key::Left).await?;
    studio.takes("harbour is full").await?;
    // What is quoted, without its marks, and the whole paragraph.
    studio
        .press(&[Key::Right, Key::Right, Key::Right, Key::Right])
        .await?;
    studio.press(&['q']).await?;
    studio.takes("We will close it,").await?;
    studio.press(&['p']).await?;
    studio
        .takes(
            TEXT.lines()
                .next()
                .unwrap_or_default()
                .replace('\u{a0}', " ")
                .as_str(),
        )
        .await?;

    // Nothing of that, and nothing else, changes the text.
    studio.write("xyz äß").await?;
    studio
        .press(&[Key::Space, Key::Backspace, Key::Delete, Key::Enter])
        .await?;
    for key in ['v', 'x', 'b', 'z'] {
        studio.held(&[Key::Control], key).await?;
    }
    is_unchanged(&studio).await?;
    // Nor does what cannot be cancelled: an input method, an extension.
    studio
        .page
        .run(
            "const host = document.querySelector('#text');
             host.querySelector('p').firstChild.insertData(3, '停火');
             host.append('more');
             host.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        )
        .await?;
    is_unchanged(&studio).await?;
    // And the caret still moves.
    studio.focus("text").await?;
    studio.held(&[Key::Control], Key::End).await?;
    studio.held(&[Key::Control, Key::Shift], Key::Left).await?;
    // With the stop or without, as the browser has it.
    studio
        .wait("['agree.', 'agree', '.'].includes(document.querySelector('#taken')?.textContent)")
        .await?;
    studio.is_quiet().await
}

#[tokio::test]
async fn the_studio_has_a_caret_in_chromium() -> Result<()> {
    caret(Browser::Chromium).await
}

#[tokio::test]
async fn the_studio_has_a_caret_in_firefox() -> Result<()> {
    caret(Browser::Firefox).await
}

#[tokio::test]
async fn the_studio_has_a_caret_in_webkit() -> Result<()> {
    caret(Browser::WebKit).await
}
