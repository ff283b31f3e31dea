//! The Studio by fingers, without the keys that are letters, and with a document that is
//! finished, to be looked at.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::{Value, json};
use thirtyfour::Key;

const TEXT: &str = "The harbour is full. It is so.\nNobody asked.";

/// The middle of something that a script finds, in the window.
async fn middle(studio: &Studio<'_>, rectangle: &str) -> Result<(f64, f64)> {
    let script = format!(
        "const found = {rectangle};
         if (found instanceof Element) found.scrollIntoView({{ block: 'center' }});
         const r = found.getBoundingClientRect();
         return [r.left + r.width / 2, r.top + r.height / 2];"
    );
    let place = studio.page.run(&script).await?;
    let place: (f64, f64) = serde_json::from_value(place).context("no place")?;
    Ok(place)
}

/// Puts a finger there, and takes it away.
async fn tap(session: &Session, studio: &Studio<'_>, rectangle: &str) -> Result<()> {
    let (x, y) = middle(studio, rectangle).await?;
    for (kind, points) in [
        ("touchStart", json!([{ "x": x, "y": y }])),
        ("touchEnd", json!([])),
    ] {
        let touch = json!({ "type": kind, "touchPoints": points });
        session.cdp("Input.dispatchTouchEvent", touch).await?;
    }
    Ok(())
}

/// The rectangle of a stretch of a paragraph.
fn word(paragraph: usize, from: usize, to: usize) -> String {
    format!(
        "(() => {{ const text = document.querySelectorAll('#text > p')[{paragraph}].firstChild;
           text.parentElement.scrollIntoView({{ block: 'center' }});
           const range = document.createRange();
           range.setStart(text, {from});
           range.setEnd(text, {to});
           return range; }})()"
    )
}

fn of(selector: &str) -> String {
    format!("document.querySelector({})", Value::from(selector))
}

#[tokio::test]
async fn a_passage_is_marked_by_fingers() -> Result<()> {
    let server = Server::start(&dist())?;
    let look = Look::of_width(390);
    let session = Session::start(Browser::Chromium, look).await?;
    let size = json!({ "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": true });
    session
        .cdp("Emulation.setDeviceMetricsOverride", size)
        .await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
    session
        .cdp("Emulation.setTouchEmulationEnabled", touch)
        .await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.begin(TEXT).await?;
    tap(&session, &studio, &of("#start-marking")).await?;
    studio
        .wait("document.querySelectorAll('#text > p[data-state]').length === 2")
        .await?;

    // A tap has the caret there; what stands there is taken by a button.
    tap(&session, &studio, &word(0, 22, 24)).await?;
    studio
        .wait("document.activeElement?.id === 'text' && getSelection().anchorOffset > 20")
        .await
        .context("the caret")?;
    tap(&session, &studio, &of("#take-sentence")).await?;
    studio.takes("It is so.").await?;
    tap(&session, &studio, &of("#to-back")).await?;
    studio.takes("It is so").await?;
    tap(&session, &studio, &of(".voice.narration")).await?;
    tap(&session, &studio, &of("#store")).await?;
    studio.is_at("field-statement0-text").await?;

    // A long press leaves a word selected; on a desk Chromium knows none, so that is done
    // in its place.
    let press = format!(
        "const {{ startContainer, startOffset, endOffset }} = {};
         document.querySelector('#text').focus();
         getSelection().setBaseAndExtent(startContainer, startOffset, startContainer, endOffset);",
        word(1, 0, 6)
    );
    studio.page.run(&press).await?;
    studio.takes("Nobody").await.context("a long press")?;
    tap(&session, &studio, &of("#to-on")).await?;
    studio.takes("Nobody asked").await?;
    tap(&session, &studio, &of(".voice.commentary")).await?;
    tap(&session, &studio, &of("#store")).await?;
    studio.is_at("field-statement1-text").await?;
    studio
        .wait("document.querySelectorAll('.passages li').length === 2")
        .await?;
    studio.is_quiet().await
}

#[tokio::test]
async fn letters_are_keys_only_where_somebody_wants_it() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    studio.begin_marking(TEXT).await?;
    studio.go("show-keys").await?;
    studio.is_at("keys").await?;
    studio.focus("letter-keys").await?;
    studio.press(&[Key::Space]).await?;
    studio.is_accessible("the keys").await?;
    studio.press(&[Key::Escape]).await?;
    studio
        .wait("document.querySelector('#keys') === null")
        .await?;
    // Neither a sentence, nor a place, nor a paragraph that is read; the page comes anew.
    for again in [false, true] {
        studio.focus("text").await?;
        studio.press(&['s', '3', 'r', 'g', 'p', '?']).await?;
        let done = "return [document.querySelector('#taken'), document.querySelector('#keys'),
            document.querySelector('#text > p[data-state=read]'), document.querySelector('.grid, #grid-keys')]
            .every((one) => one === null)";
        ensure!(studio.page.run(done).await? == true, "a letter was a key");
        if !again {
            let kept = "document.querySelector('#saved').dataset.saved === 'browser'";
            studio.wait(kept).await?;
            Studio::open(&session, &server, Origin::Http).await?;
            studio.go("kept-0").await?;
            studio.go("go-mark").await?;
        }
    }
    // All of it can be done by buttons, Enter and Ctrl.
    studio.focus("text").await?;
    studio.held(&[Key::Control], Key::Home).await?;
    studio.go("take-sentence").await?;
    studio.takes("The harbour is full.").await?;
    studio
        .page
        .run("document.querySelector('.voice.narration').focus()")
        .await?;
    studio.press(&[Key::Enter]).await?;
    studio.go("store").await?;
    studio.is_at("field-statement0-text").await?;
    studio.write("so").await?;
    studio.held(&[Key::Control], Key::Enter).await?;
    studio.held(&[Key::Control], 'z').await?;
    studio
        .wait("document.querySelector('.said').textContent.startsWith('Undone')")
        .await?;
    // And back.
    studio.go("show-keys").await?;
    studio.focus("letter-keys").await?;
    studio.press(&[Key::Space]).await?;
    studio.press(&[Key::Escape]).await?;
    studio.focus("text").await?;
    studio.press(&['p']).await?;
    studio.takes("The harbour is full. It is so.").await?;
    studio.is_quiet().await
}

#[tokio::test]
async fn a_finished_document_is_there_to_be_looked_at() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Firefox, Look::default()).await?;
    let page = "studio-standalone.html";
    let studio = Studio::open_page(&session, &server, Origin::File, page).await?;
    studio.go("finished").await?;
    studio
        .wait(
            "document.querySelectorAll('.passages li').length === 22
             && document.querySelectorAll('#text > p[data-state=unread]').length === 0",
        )
        .await?;
    studio.go("go-check").await?;
    studio
        .wait("document.querySelectorAll('#stops li').length === 0")
        .await?;
    studio
        .wait("(root) => root.querySelector('[data-cell=\"mayor/terminal\"]') !== null")
        .await
        .context("what readers see")?;
    studio.is_quiet().await
}
