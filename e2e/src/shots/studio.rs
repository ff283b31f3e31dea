//! The pictures of the Studio's documentation: our own made-up article on its way to a
//! comparison.

use crate::picture::Picture;
use crate::{Look, Origin, Server, Session, Studio, dist, root};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Key;

/// The window: as wide as a picture of a document may be.
const LOOK: Look = Look {
    width: 1120,
    height: 660,
    dark: false,
};

/// Takes the pictures into a folder, under the names that the documents use.
///
/// # Errors
/// When a place does not come, or a file cannot be written.
pub async fn studio(folder: &Path) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start_for_pictures(LOOK, true).await?;
    let text = std::fs::read_to_string(root().join("tests/documents/harbour-town.txt"))?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    let taken = Taken {
        session: &session,
        studio: &studio,
        folder,
    };
    studio
        .page
        .run(&format!(
            "document.querySelector('#field-text').value = {}",
            Value::from(text.as_str())
        ))
        .await?;
    taken.picture("studio-start", "#begin").await?;
    studio.begin(&text).await?;
    for (id, prose) in [
        (
            "field-article-headline",
            "A harbour town argues over a ferry terminal",
        ),
        (
            "field-article-description",
            "The council of Wrenmouth is to vote on a ferry terminal.",
        ),
    ] {
        studio.focus(id).await?;
        studio.write(prose).await?;
        studio.press(&[Key::Tab]).await?;
    }
    taken
        .picture("studio-article", "#field-article-headline")
        .await?;
    studio.go("start-marking").await?;
    studio.focus("text").await?;
    studio.held(&[Key::Control], Key::Home).await?;
    // The paragraph with the first quotation.
    studio.press(&['r', 'u', 's', '3']).await?;
    studio.press(&[Key::Enter]).await?;
    studio.is_at("field-statement0-text").await?;
    studio
        .write("The council of Wrenmouth votes in three weeks.")
        .await?;
    studio.held(&[Key::Control], Key::Enter).await?;
    studio.is_at("text").await?;
    studio.press(&['u', 'q']).await?;
    studio
        .wait("document.querySelector('#taken')?.textContent.startsWith('The terminal brings') === true")
        .await?;
    studio.press(&[Key::Enter]).await?;
    studio.is_at("speaker").await?;
    studio.write("Helen Aske").await?;
    taken
        .picture("studio-mark", "#text > p:nth-child(4)")
        .await?;

    // The rest with the document that is finished.
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    let taken = Taken {
        studio: &studio,
        ..taken
    };
    studio.go("finished").await?;
    studio
        .wait("(root) => root.querySelector('[data-cell]') !== null")
        .await?;
    taken.picture("studio", "#text").await?;
    studio.go("go-positions").await?;
    studio.focus("cell-0-1").await?;
    studio.press(&[Key::Enter]).await?;
    studio.is_at("evidence-0-0").await?;
    taken.picture("studio-positions", "#cell").await?;
    studio.go("go-check").await?;
    taken.picture("studio-check", "#place").await?;
    studio.go("go-publish").await?;
    taken.picture("studio-publish", "#place").await
}

struct Taken<'a> {
    session: &'a Session,
    studio: &'a Studio<'a>,
    folder: &'a Path,
}

impl Taken<'_> {
    /// Takes what is seen when something is in sight, and writes it.
    async fn picture(&self, name: &str, selector: &str) -> Result<()> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             document.querySelector({selector:?}).scrollIntoView({{ block: 'center' }});
             document.fonts.ready.then(() =>
               requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))));"
        );
        let top = self.session.driver.execute_async(script, vec![]).await?;
        let clip = json!({
            "x": 0, "y": top.json(), "width": LOOK.width, "height": LOOK.height, "scale": 1,
        });
        let bytes = super::captured(self.session, clip).await?;
        let png = Picture::from_png(&bytes)?.to_indexed_png()?;
        let file = self.folder.join(format!("{name}.png"));
        std::fs::write(&file, png).with_context(|| file.display().to_string())?;
        println!("{}", file.display());
        self.studio.is_quiet().await
    }
}
