//! The pictures that are kept and compared: every view at three widths, light
//! and dark, in a language of either direction, and a cell's evidence.

mod baseline;
mod studio;

pub use baseline::Baseline;
pub use studio::studio;

use crate::{Look, Origin, Page, Server, Session, VIEWS, dist};
use anyhow::{Context, Result};
use base64::Engine;
use serde_json::{Value, json};

/// The widths, in CSS pixels, and what height a window of that width has.
pub const WINDOWS: [(u32, u32); 3] = [(360, 740), (768, 1024), (1280, 900)];

/// A language that runs from left to right and one that does not.
pub const LANGUAGES: [&str; 2] = ["en", "ar"];

/// The name of the picture that shows a cell's evidence over the matrix.
pub const EVIDENCE: &str = "evidence";

/// The cell whose evidence that is: it has a quotation, and conditions.
const CELL: &str = "russia/ceasefire";

/// What is photographed in one go: the same window, theme and language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The window's width.
    pub width: u32,
    /// Its theme.
    pub dark: bool,
    /// The language of the interface.
    pub language: String,
}

impl Series {
    /// All of them in these languages.
    pub fn all(languages: &[String], widths: &[u32]) -> Vec<Self> {
        let mut all = Vec::new();
        for language in languages {
            for &width in widths {
                all.extend([false, true].map(|dark| Self {
                    width,
                    dark,
                    language: language.clone(),
                }));
            }
        }
        all
    }

    /// The picture's name.
    pub fn name(&self, view: &str) -> String {
        let theme = if self.dark { "dark" } else { "light" };
        format!("{view}-{}-{theme}-{}", self.width, self.language)
    }

    fn look(&self) -> Look {
        let window = WINDOWS.iter().find(|(width, _)| *width == self.width);
        Look {
            width: self.width,
            height: window.map_or(900, |(_, height)| *height),
            dark: self.dark,
        }
    }
}

/// The pictures' names in a series: the views and the evidence.
pub fn views() -> impl Iterator<Item = &'static str> {
    VIEWS.into_iter().chain([EVIDENCE])
}

/// How letters are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// As readers see them.
    Smooth,
    /// With hard edges: of a third of the size, and the same in more browsers.
    Plain,
}

/// A camera: Chromium with the pinned fonts, and a page with nothing on it but
/// the built-in comparison.
#[derive(Debug)]
pub struct Camera {
    server: Server,
    session: Session,
}

impl Camera {
    /// Starts the browser.
    ///
    /// # Errors
    /// When it does not start, or the fonts are not there.
    pub async fn start(letters: Letters) -> Result<Self> {
        let smooth = letters == Letters::Smooth;
        Ok(Self {
            server: Server::start(&dist())?,
            session: Session::start_for_pictures(Look::default(), smooth).await?,
        })
    }

    /// The browser's name and version.
    ///
    /// # Errors
    /// When it does not tell.
    pub async fn browser(&self) -> Result<String> {
        let version = self.session.cdp("Browser.getVersion", json!({})).await?;
        Ok(version["product"].as_str().unwrap_or_default().to_owned())
    }

    /// Takes the pictures of a series, and hands over each as PNG, with its name.
    ///
    /// # Errors
    /// When a view does not come, and what `keep` returns.
    pub async fn take(
        &self,
        series: &Series,
        views: &[String],
        mut keep: impl FnMut(&str, Vec<u8>) -> Result<()>,
    ) -> Result<()> {
        let page = self.page(series).await?;
        for view in views {
            let name = series.name(view);
            let picture = self.one(&page, series, view).await;
            keep(&name, picture.with_context(|| name.clone())?)?;
        }
        Ok(())
    }

    /// Takes one picture with other rules of style on top.
    ///
    /// # Errors
    /// When the view does not come.
    pub async fn take_styled(&self, series: &Series, view: &str, css: &str) -> Result<Vec<u8>> {
        let page = self.page(series).await?;
        // Adopted, because what is adopted comes after everything else.
        let style = "const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            root.adoptedStyleSheets.push(sheet);";
        page.within(0, &format!("(css => {{ {style} }})({css:?})"))
            .await?;
        self.one(&page, series, view).await
    }

    async fn page(&self, series: &Series) -> Result<Page<'_>> {
        self.look(series.look()).await?;
        self.server.offer("picture.html", &html(&series.language));
        Page::open(&self.session, &self.server, Origin::Http, "picture.html").await
    }

    async fn one(&self, page: &Page<'_>, series: &Series, view: &str) -> Result<Vec<u8>> {
        if view == EVIDENCE {
            self.evidence(page, series.look()).await
        } else {
            self.whole(page, view, series.look()).await
        }
    }

    async fn look(&self, look: Look) -> Result<()> {
        self.session.resize(look).await?;
        let scheme = if look.dark { "dark" } else { "light" };
        let still = [
            ("prefers-color-scheme", scheme),
            ("prefers-reduced-motion", "reduce"),
        ];
        self.session.emulate("", &still).await
    }

    /// The whole element, in a window that is as high as the page: nothing is
    /// cut off, and nothing sticks in the middle.
    async fn whole(&self, page: &Page<'_>, view: &str, look: Look) -> Result<Vec<u8>> {
        page.show(view).await?;
        let height = page.run("return document.documentElement.scrollHeight");
        let height = height.await?.as_u64().context("the page has no height")?;
        let height = u32::try_from(height)?;
        self.look(Look { height, ..look }).await?;
        page.settle().await?;
        let element =
            "const r = document.querySelector('stance-comparison').getBoundingClientRect();
            return { x: r.x, y: r.y, width: r.width, height: Math.ceil(r.height), scale: 1 };";
        let picture = self.capture(page.run(element).await?).await;
        self.look(look).await?;
        picture
    }

    /// What is seen of the page when a cell's evidence is open.
    async fn evidence(&self, page: &Page<'_>, look: Look) -> Result<Vec<u8>> {
        page.show("matrix").await?;
        let open = format!("root.host.show({{ open: '{CELL}' }})");
        page.within(0, &open).await?;
        page.wait("root.querySelector('.evidence:popover-open') !== null")
            .await?;
        page.settle().await?;
        let top = page.run("return scrollY").await?;
        let (width, height) = (look.width, look.height);
        let window = json!({ "x": 0, "y": top, "width": width, "height": height, "scale": 1 });
        self.capture(window).await
    }

    async fn capture(&self, clip: Value) -> Result<Vec<u8>> {
        captured(&self.session, clip).await
    }
}

/// What is seen of a page there, as a PNG.
async fn captured(session: &Session, clip: Value) -> Result<Vec<u8>> {
    let what = json!({ "format": "png", "clip": clip, "captureBeyondViewport": false });
    let answer = session.cdp("Page.captureScreenshot", what).await?;
    let data = answer["data"].as_str().context("there is no picture")?;
    base64::engine::general_purpose::STANDARD
        .decode(data)
        .context("the picture is no base64")
}

fn html(language: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Picture</title>\
         <style>body {{ margin: 0; padding: 16px; }} :root {{ caret-color: transparent; }}</style>\
         <stance-comparison built-in lang=\"{language}\" loading=\"eager\"></stance-comparison>\
         <script src=\"standpoint.js\" async></script>"
    )
}
