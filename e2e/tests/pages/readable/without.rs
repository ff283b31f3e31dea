//! No script runs: it is switched off, or there is none.

use super::{open_rendered, styled};
use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, render};
use serde_json::{Value, json};
use thirtyfour::Key;

const OPEN: &str = "root.querySelector('.evidence:popover-open')";

/// Opens every cell's evidence, the first one by keyboard and the others by a
/// click, and closes it again.
async fn every_cell_opens(page: &Page<'_>) -> Result<()> {
    let cells = "[...root.querySelectorAll('.matrix [popovertarget]')].map((b) => b.dataset.cell)";
    let cells = page.within(0, cells).await?;
    let cells: Vec<String> = serde_json::from_value(cells)?;
    ensure!(cells.len() > 10, "{cells:?}");
    for (nth, cell) in cells.iter().enumerate() {
        let button = format!(".matrix [data-cell='{cell}']");
        if nth == 0 {
            page.within(0, &format!("root.querySelector(\"{button}\").focus()"))
                .await?;
            page.key(Key::Enter).await?;
        } else {
            // WebKit's driver brings not everything into the window by itself.
            let show =
                format!("root.querySelector(\"{button}\").scrollIntoView({{ block: 'center' }})");
            page.within(0, &show).await?;
            page.click(&button).await?;
        }
        page.wait(&format!("{OPEN}?.dataset.of === '{cell}'"))
            .await?;
        // It stands in the window, with the words that it rests on.
        let words = format!(
            "(() => {{
                const words = {OPEN}.querySelector('.statement .words');
                const {{ width, height }} = words.getBoundingClientRect();
                const {{ top, bottom }} = {OPEN}.getBoundingClientRect();
                return width > 0 && height > 0 && top >= 0 && bottom <= innerHeight
                    && getComputedStyle({OPEN}).opacity === '1';
            }})()"
        );
        page.wait(&words).await?;
        if nth == 0 {
            page.key(Key::Escape).await?;
        } else {
            page.click(".evidence:popover-open .close").await?;
        }
        page.wait(&format!("{OPEN} === null")).await?;
    }
    Ok(())
}

/// “About this comparison” opens, by a click and by keyboard.
async fn about_opens(page: &Page<'_>) -> Result<()> {
    let seen = "root.querySelector('.about .legend').checkVisibility()";
    page.click(".about > summary").await?;
    page.wait(seen).await?;
    page.within(0, "root.querySelector('.about > summary').focus()")
        .await?;
    page.key(Key::Enter).await?;
    page.wait(&format!("!{seen}")).await
}

/// What only a script could serve offers itself to nobody.
async fn nothing_pretends(page: &Page<'_>) -> Result<()> {
    let offered = "[...root.querySelectorAll('button, input, select, a[href^=\"#\"]')]
        .filter((e) => !e.matches('[popovertarget], :disabled')
            && e.checkVisibility({ visibilityProperty: true }))
        .map((e) => e.outerHTML)";
    let offered = page.within(0, offered).await?;
    ensure!(offered == json!([]), "{offered}");
    let opens = "[...root.querySelectorAll('[popovertarget]')].filter((button) =>
        button.checkVisibility({ visibilityProperty: true })
        && root.getElementById(button.getAttribute('popovertarget')) === null).length";
    ensure!(page.within(0, opens).await? == 0);
    Ok(())
}

async fn scripts(session: &Session, on: bool) -> Result<()> {
    let value = json!({ "value": !on });
    session
        .cdp("Emulation.setScriptExecutionDisabled", value)
        .await?;
    Ok(())
}

/// The styles that tell in which language, direction and theme it is.
async fn look(page: &Page<'_>) -> Result<Value> {
    let look = "(() => {
            const base = root.querySelector('.comparison');
            const { direction, backgroundColor } = getComputedStyle(base);
            return [base.lang, direction, backgroundColor];
        })()";
    page.within(0, look).await
}

#[tokio::test]
async fn with_scripts_off_everything_opens() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    scripts(&session, false).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "index.html").await?;
    let asked = server.asked();
    ensure!(
        !asked.iter().any(|path| path.ends_with(".wasm")),
        "a script ran: {asked:?}"
    );
    // The page's own are past; from now on only the test's run.
    scripts(&session, true).await?;
    styled(&page).await?;
    ensure!(
        page.within(0, "root.querySelectorAll('.matrix td').length")
            .await?
            == 36
    );
    every_cell_opens(&page).await?;
    about_opens(&page).await?;
    nothing_pretends(&page).await
}

async fn without_a_script(browser: Browser, seed: &str, lang: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let options = [&*format!("--lang={lang}"), "--no-loader"];
    let page = open_rendered(&session, &server, seed, &options).await?;
    styled(&page).await?;
    let direction = if lang == "ar" { "rtl" } else { "ltr" };
    let found = look(&page).await?;
    ensure!(
        found == json!([lang, direction, "rgb(255, 255, 255)"]),
        "{found}"
    );
    every_cell_opens(&page).await?;
    about_opens(&page).await?;
    nothing_pretends(&page).await?;
    ensure!(page.foreign_requests().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn an_arabic_rendering_opens_in_chromium() -> Result<()> {
    without_a_script(Browser::Chromium, "ceasefire-2025", "ar").await
}

#[tokio::test]
async fn a_ukrainian_rendering_opens_in_firefox() -> Result<()> {
    without_a_script(Browser::Firefox, "ceasefire-2025", "uk").await
}

#[tokio::test]
async fn an_arabic_rendering_opens_in_webkit() -> Result<()> {
    without_a_script(Browser::WebKit, "harbour-town", "ar").await
}

#[tokio::test]
async fn the_theme_is_what_the_newsroom_says_or_the_reader_prefers() -> Result<()> {
    let (white, black) = ("rgb(255, 255, 255)", "rgb(21, 23, 27)");
    let server = Server::start(&dist())?;
    for (dark, theme, paper) in [
        (true, "auto", black),
        (true, "light", white),
        (false, "dark", black),
    ] {
        let reader = Look {
            dark,
            ..Look::default()
        };
        let session = Session::start(Browser::Chromium, reader).await?;
        let options = [&*format!("--theme={theme}"), "--lang=uk", "--no-loader"];
        let page = open_rendered(&session, &server, "harbour-town", &options).await?;
        styled(&page).await?;
        let found = look(&page).await?;
        ensure!(found == json!(["uk", "ltr", paper]), "{theme}: {found}");
        // So is the page around it.
        let ink = page.text("getComputedStyle(document.body).color").await?;
        ensure!(
            (ink == "rgb(255, 255, 255)") == (paper == black),
            "{theme}: {ink}"
        );
    }
    Ok(())
}

/// Another word in all places, and the browser knows no popovers.
async fn without_popovers(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let style = dist().join(e2e::built("standpoint-", ".css")?);
    let style = style.to_str().context("a name of letters")?;
    let options = ["--inline-style", style, "--no-loader"];
    let page = render("harbour-town", &options)?.read("page")?;
    server.offer("old.html", &page.replace("popover", "pupover"));
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "old.html").await?;
    // All of it stands below the table, each below the one before.
    let order = "(() => {
            const boxes = ['.matrix', '.evidence', '.about']
                .flatMap((all) => [...root.querySelectorAll(all)])
                .map((e) => e.getBoundingClientRect());
            return boxes.length > 12 && boxes.every((box, i) =>
                box.height > 0 && (i === 0 || box.top > boxes[i - 1].bottom - 1));
        })()";
    ensure!(page.within(0, order).await? == true);
    let seen = "[...root.querySelectorAll('.evidence .words')].every((e) => e.checkVisibility())
        && [...root.querySelectorAll('.options, .close')].every((e) => !e.checkVisibility())";
    ensure!(page.within(0, seen).await? == true);
    Ok(())
}

#[tokio::test]
async fn without_popovers_the_evidence_is_unrolled_in_chromium() -> Result<()> {
    without_popovers(Browser::Chromium).await
}

#[tokio::test]
async fn without_popovers_the_evidence_is_unrolled_in_firefox() -> Result<()> {
    without_popovers(Browser::Firefox).await
}
