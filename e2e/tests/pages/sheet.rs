//! Evidence where it is opened: whole beside its button or in the middle of the
//! window, over a phone's width a sheet from the bottom, and never over what has the
//! focus.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use thirtyfour::Key;

const OPEN: &str = "root.querySelector('.evidence:popover-open')";
const CELL: &str = "root.querySelector(\"button[data-cell='russia/ceasefire']\")";

/// Waits until the evidence is open and has come to rest.
async fn is_open(page: &Page<'_>) -> Result<()> {
    page.wait(&format!("{OPEN} !== null")).await?;
    page.settle().await?;
    page.wait(&format!(
        "(() => {{ const {{ top, height }} = {OPEN}.getBoundingClientRect(); const place = `${{top}} ${{height}}`;
            const rests = window.place === place; window.place = place; return rests; }})()"
    ))
    .await
}

/// Wherever in the window its button stands.
async fn is_whole(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.run("document.body.style.padding = '900px 0'").await?;
    for share in [0.1, 0.4, 0.6, 0.75, 0.84] {
        page.within(
            0,
            &format!("(scrollTo(0, 0), scrollTo(0, {CELL}.getBoundingClientRect().top - {share} * innerHeight))"),
        )
        .await?;
        page.within(0, &format!("{CELL}.click()")).await?;
        is_open(&page).await?;
        let odd = page
            .text(&format!(
                "(() => {{ const panel = {OPEN}; const {{ top, bottom }} = panel.getBoundingClientRect();
                    if (top < 0 || bottom > innerHeight) return `from ${{top}} to ${{bottom}} of ${{innerHeight}}`;
                    const wanted = Math.min(panel.scrollHeight, innerHeight - 60);
                    return panel.clientHeight >= wanted - 2 ? '' : `${{panel.clientHeight}} px of ${{panel.scrollHeight}}`; }})()"
            ))
            .await?;
        ensure!(odd.is_empty(), "{browser:?}, button at {share}: {odd}");
        page.key(Key::Escape).await?;
        page.wait(&format!("{OPEN} === null")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn evidence_is_whole_in_chromium() -> Result<()> {
    is_whole(Browser::Chromium).await
}

#[tokio::test]
async fn evidence_is_whole_in_firefox() -> Result<()> {
    is_whole(Browser::Firefox).await
}

#[tokio::test]
async fn evidence_is_whole_in_webkit() -> Result<()> {
    is_whole(Browser::WebKit).await
}

/// No browser makes its window as narrow as a phone, so the phone is a frame.
async fn is_a_sheet(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    server.offer(
        "mine.html",
        &e2e::page_with("<iframe src=\"index.html\" width=\"360\" height=\"740\"></iframe>"),
    );
    let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
    session.driver.enter_frame(0).await?;
    page.ready().await?;
    // WebKit's driver clicks nothing in a frame.
    page.within(0, &format!("({CELL}.focus(), {CELL}.click())"))
        .await?;
    is_open(&page).await?;
    let odd = page
        .text(&format!(
            "(() => {{ const panel = {OPEN}; const box = panel.getBoundingClientRect();
                if (innerWidth !== 360) return `the phone is ${{innerWidth}} px wide`;
                if (Math.abs(box.left) > 1 || Math.abs(box.right - document.documentElement.clientWidth) > 1) return `from ${{box.left}} to ${{box.right}}`;
                if (Math.abs(box.bottom - innerHeight) > 1) return `it ends at ${{box.bottom}}`;
                if (box.height < 0.85 * innerHeight || box.top < 24) return `${{box.height}} px high`;
                if (panel.scrollHeight <= panel.clientHeight) return 'there is no more of it';
                const after = getComputedStyle(panel, '::after');
                if (after.position !== 'sticky' || !after.backgroundImage.includes('gradient') || parseFloat(after.height) < 24) return 'no hint of more';
                return ''; }})()"
        ))
        .await?;
    ensure!(odd.is_empty(), "{browser:?}: {odd}");
    // The close button is in reach from the first line to the last, and so is the last
    // line from under the hint.
    for scroll in ["0", "100000"] {
        page.within(0, &format!("void ({OPEN}.scrollTop = {scroll})"))
            .await?;
        let odd = page
            .text(&format!(
                "(() => {{ const close = {OPEN}.querySelector('.close'); const {{ left, top, width, height }} = close.getBoundingClientRect();
                    if (width < 44 || height < 44) return `${{width}} by ${{height}} px`;
                    return root.elementFromPoint(left + width / 2, top + height / 2)?.closest('.close') === close ? '' : 'covered'; }})()"
            ))
            .await?;
        ensure!(odd.is_empty(), "{browser:?}, at {scroll}: close: {odd}");
    }
    let end = page
        .within(
            0,
            &format!(
                "innerHeight - {OPEN}.querySelector('.cell-footer').getBoundingClientRect().bottom"
            ),
        )
        .await?;
    ensure!(
        end.as_f64().is_some_and(|room| room >= 24.0),
        "{browser:?}: {end} px under the last line"
    );
    // The focus and Escape as everywhere.
    ensure!(
        page.within(
            0,
            &format!("root.activeElement === {OPEN}.querySelector('.evidence-heading')")
        )
        .await?
            == true,
        "{browser:?}: the focus is not in it"
    );
    page.key(Key::Escape).await?;
    page.wait(&format!("{OPEN} === null && root.activeElement === {CELL}"))
        .await
}

#[tokio::test]
async fn on_a_phone_it_is_a_sheet_in_chromium() -> Result<()> {
    is_a_sheet(Browser::Chromium).await
}

#[tokio::test]
async fn on_a_phone_it_is_a_sheet_in_firefox() -> Result<()> {
    is_a_sheet(Browser::Firefox).await
}

#[tokio::test]
async fn on_a_phone_it_is_a_sheet_in_webkit() -> Result<()> {
    is_a_sheet(Browser::WebKit).await
}

/// WCAG 2.2, 2.4.11: what has the focus is not behind what was opened.
async fn gives_way_to_the_focus(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    for opener in [
        "[data-cell='russia/ceasefire']",
        "[popovertarget='choose:parties']",
    ] {
        let opener = format!("button{opener}");
        page.click(&opener).await?;
        page.wait("root.querySelector(':popover-open') !== null")
            .await?;
        page.settle().await?;
        let within = "root.activeElement?.closest('[popover]') ? 'within' : root.activeElement ? 'beyond' : 'nowhere'";
        let (mut steps, mut entered) = (0, false);
        loop {
            page.key(Key::Tab).await?;
            let at = page.text(within).await?;
            entered |= at == "within";
            if entered && at != "within" {
                ensure!(at == "beyond", "{browser:?}: the focus is {at}");
                break;
            }
            steps += 1;
            ensure!(steps < 40, "{browser:?}: the focus stays in {opener}");
        }
        page.wait("root.querySelector(':popover-open') === null && root.host.state.open === null")
            .await?;
        // It is where the reader has gone, and in sight.
        let covered = page
            .text(
                "(() => { const e = root.activeElement; if (!e) return 'the focus is gone';
                    const { left, top, width, height } = e.getBoundingClientRect();
                    const over = root.elementFromPoint(left + width / 2, top + height / 2);
                    return e === over || e.contains(over) ? '' : `under ${over?.className}`; })()",
            )
            .await?;
        ensure!(covered.is_empty(), "{browser:?}, after {opener}: {covered}");
    }
    // Pressed once more, the button still closes what it has opened.
    let cell = "button[data-cell='russia/ceasefire']";
    page.within(0, &format!("{CELL}.scrollIntoView({{ block: 'start' }})"))
        .await?;
    page.within(0, "scrollBy(0, -60)").await?;
    page.click(cell).await?;
    is_open(&page).await?;
    page.within(0, &format!("{CELL}.focus()")).await?;
    ensure!(
        page.within(0, &format!("{OPEN} !== null")).await? == true,
        "{browser:?}: closed by its own button's focus"
    );
    page.within(0, &format!("{CELL}.click()")).await?;
    page.wait(&format!("{OPEN} === null && root.host.state.open === null"))
        .await
}

#[tokio::test]
async fn it_gives_way_to_the_focus_in_chromium() -> Result<()> {
    gives_way_to_the_focus(Browser::Chromium).await
}

#[tokio::test]
async fn it_gives_way_to_the_focus_in_firefox() -> Result<()> {
    gives_way_to_the_focus(Browser::Firefox).await
}

#[tokio::test]
async fn it_gives_way_to_the_focus_in_webkit() -> Result<()> {
    gives_way_to_the_focus(Browser::WebKit).await
}
