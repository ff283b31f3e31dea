//! What readers ask, on a phone and at a desk: answered in three clicks at most, and
//! in sight.

use crate::many;
use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::json;
use std::cell::Cell;

/// A reader who counts.
struct Reader<'a> {
    page: Page<'a>,
    clicks: Cell<usize>,
}

impl<'a> Reader<'a> {
    async fn at(session: &'a Session, server: &Server, width: u32) -> Result<Self> {
        session
            .resize(Look {
                width,
                height: 740,
                ..Look::default()
            })
            .await?;
        let page = Page::open(session, server, Origin::Http, "index.html").await?;
        let clicks = Cell::new(0);
        Ok(Self { page, clicks })
    }

    async fn click(&self, selector: &str) -> Result<()> {
        self.clicks.set(self.clicks.get() + 1);
        self.page.click(selector).await
    }

    /// Opens a list to pick from, and picks: two clicks.
    async fn pick(&self, list: &str, value: &str) -> Result<()> {
        self.click(list).await?;
        self.click(&format!("{list} option[value='{value}']")).await
    }

    fn had_enough(&self, question: &str) -> Result<()> {
        let clicks = self.clicks.get();
        ensure!(clicks <= 3, "{question}: {clicks} clicks");
        Ok(())
    }
}

#[tokio::test]
async fn which_party_says_least() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        let reader = Reader::at(&session, &server, width).await?;
        reader.click("[popovertarget='choose:parties']").await?;
        let list = "[id='choose:parties'] select[name='choose.party-order']";
        reader.pick(list, "silence").await?;
        reader.had_enough("who says least")?;
        let shown = "[...root.querySelectorAll(\"[id='choose:parties'] .option-row\")].map((row) =>
            [row.querySelector('input').name, row.querySelector('.question').textContent])";
        let wanted = json!([
            ["europe-nato", "position stated on 0 of 9 topics"],
            ["united-states", "position stated on 4 of 9 topics"],
            ["ukraine", "position stated on 4 of 9 topics"],
            ["russia", "position stated on 6 of 9 topics"],
        ]);
        reader.page.until_is(0, shown, wanted).await?;
        // So the columns, and the cards, are in this order.
        let cells = "[...root.querySelectorAll('.matrix tr[data-topic] .party-label')].slice(0, 4).map((p) => p.textContent)";
        let wanted = json!(["Europe and NATO", "United States", "Ukraine", "Russia"]);
        reader.page.until_is(0, cells, wanted).await?;
    }
    Ok(())
}

#[tokio::test]
async fn where_do_they_agree() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 1280] {
        let reader = Reader::at(&session, &server, width).await?;
        reader.click("[popovertarget='choose:topics']").await?;
        let list = "[id='choose:topics'] select[name='choose.only']";
        reader.pick(list, "agreement").await?;
        reader.had_enough("where they agree")?;
        let shown = "[...root.querySelectorAll('.matrix tr[data-topic]')].map((row) =>
            [row.dataset.topic, row.querySelector('.accord').textContent])";
        let wanted = json!([["aid", "They agree"]]);
        reader.page.until_is(0, shown, wanted).await?;
        // Nowhere, where they are two that do not.
        reader
            .page
            .within(0, "root.host.show({ parties: ['russia', 'ukraine'] })")
            .await?;
        let none = "root.querySelector('.nothing')?.textContent";
        let wanted = json!("On none of the chosen topics do the chosen parties agree.");
        reader.page.until_is(0, none, wanted).await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_do_this_party_s_people_say() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let russia = json!([
        "Konstantin Kosachev,true",
        "Russia,true",
        "Sergey Lavrov,true",
        "Vladimir Putin,true"
    ]);
    let ukraine = json!(["Volodymyr Zelensky,true"]);
    for (width, view, party, wanted) in [
        (360, "statements", "russia", &russia),
        (1280, "statements", "russia", &russia),
        (360, "timeline", "ukraine", &ukraine),
    ] {
        let reader = Reader::at(&session, &server, width).await?;
        reader.click(&format!("[id='tab:{view}']")).await?;
        reader.page.turn_to(view).await?;
        reader.pick(".filters select", party).await?;
        reader.had_enough("what a party's people say")?;
        let heard = "[...new Set([...root.querySelectorAll('.view figure')].filter((f) => f.checkVisibility())
            .map((f) => [f.querySelector('cite')?.textContent, f.querySelector('.words').textContent.length > 20].join()))].sort()";
        reader.page.until_is(0, heard, wanted.clone()).await?;
    }
    Ok(())
}

#[tokio::test]
async fn four_parties_side_by_side() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    for width in [360, 768, 1280] {
        let reader = Reader::at(&session, &server, width).await?;
        reader.click("[id='tab:versus']").await?;
        reader.page.turn_to("versus").await?;
        reader.click(".versus-choice .link").await?;
        reader.had_enough("four parties side by side")?;
        reader
            .page
            .wait("root.querySelectorAll('.versus-row:first-of-type .versus-side').length === 4")
            .await?;
        ensure!(
            reader
                .page
                .within(0, "root.querySelectorAll('.versus-choice select').length")
                .await?
                == 4
        );
        let tally = reader
            .page
            .text("root.querySelector('.tally').textContent")
            .await?;
        ensure!(
            tally
                == "3 of 9 topics can be compared: 2 clashes and 1 agreement. 6 cannot be compared.",
            "{tally}"
        );
        reader.page.is_within_its_width().await?;
        // Beside each other, in one row or two.
        let rows = reader
            .page
            .within(
                0,
                "new Set([...root.querySelectorAll('.versus-row:first-of-type .versus-side')]
                    .map((side) => Math.round(side.getBoundingClientRect().top))).size",
            )
            .await?;
        ensure!(
            rows == if width < 800 { 2 } else { 1 },
            "{width} px: {rows} rows"
        );
    }
    Ok(())
}

/// A column of that width with the built-in article in it.
async fn column<'a>(session: &'a Session, server: &Server, width: u32) -> Result<Page<'a>> {
    let page = Page::with_body(
        session,
        server,
        &format!(
            "<div style=\"width: {width}px\"><stance-comparison built-in loading=\"eager\"></stance-comparison></div>\
             <script src=\"standpoint.js\" async></script>"
        ),
    )
    .await?;
    page.ready().await?;
    Ok(page)
}

/// What there is to read begins near the top; filters are behind a button that says
/// how many of them are on.
async fn filters_fold_away(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = column(&session, &server, 360).await?;
    let seen = |what: &str| format!("root.querySelector('{what}').checkVisibility()");
    let (search, kinds) = (seen(".filters input[type=search]"), seen(".filters .kinds"));
    for (view, first) in [("timeline", ".moment"), ("statements", "figure")] {
        page.show(view).await?;
        let above = page
            .within(
                0,
                &format!(
                    "root.querySelector('.view {first}:not([hidden])').getBoundingClientRect().top
                        - root.querySelector('.view').getBoundingClientRect().top"
                ),
            )
            .await?;
        ensure!(
            above.as_f64().is_some_and(|px| px < 180.0),
            "{browser:?}, {view}: {above} px above what there is to read"
        );
        ensure!(page.within(0, &format!("{search} || {kinds}")).await? == false);
    }
    let count = "root.querySelector('.fold .count')?.textContent ?? ''";
    ensure!(page.text(count).await?.is_empty(), "none is on");
    page.within(
        0,
        "root.host.show({ search: 'peace', kinds: ['direct_quote', 'narration'] })",
    )
    .await?;
    page.until_is(0, count, json!("2 on")).await?;
    page.click(".fold summary").await?;
    page.wait(&format!("{search} && {kinds}")).await?;
    // What is typed leaves it open.
    page.within(0, "root.querySelector('input[type=search]').focus()")
        .await?;
    page.key("s").await?;
    page.wait("root.host.state.search === 'peaces'").await?;
    ensure!(
        page.within(0, &search).await? == true,
        "{browser:?}: folded again"
    );
    // Where there is room, nothing is folded.
    let page = column(&session, &server, 1200).await?;
    page.show("statements").await?;
    ensure!(
        page.within(0, &format!("{search} && {kinds} && !{}", seen(".fold")))
            .await?
            == true,
        "{browser:?}: folded at a desk"
    );
    Ok(())
}

#[tokio::test]
async fn filters_fold_away_in_chromium() -> Result<()> {
    filters_fold_away(Browser::Chromium).await
}

#[tokio::test]
async fn filters_fold_away_in_firefox() -> Result<()> {
    filters_fold_away(Browser::Firefox).await
}

#[tokio::test]
async fn filters_fold_away_in_webkit() -> Result<()> {
    filters_fold_away(Browser::WebKit).await
}

/// Names are whole: in the lists that they are picked from, and in the drawing of the
/// scale, where each stands beside its dot and covers nothing.
async fn names_are_whole(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    for (width, language) in [(360, "en"), (360, "ar"), (1200, "en")] {
        let page = column(&session, &server, width).await?;
        page.speak(language).await?;
        page.within(
            0,
            "root.host.show({ view: 'versus', versus: ['united-states', 'ukraine', 'russia', 'europe-nato'] })",
        )
        .await?;
        page.wait("root.querySelectorAll('.versus-choice select').length === 4")
            .await?;
        let cut = page
            .text(
                "(() => { const pen = document.createElement('canvas').getContext('2d');
                    return [...root.querySelectorAll('.versus-choice select')].filter((list) => {
                        const { font, paddingLeft, paddingRight } = getComputedStyle(list);
                        pen.font = font;
                        const room = list.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 16;
                        return pen.measureText(list.selectedOptions[0].text).width > room;
                    }).map((list) => list.selectedOptions[0].text).join(); })()",
            )
            .await?;
        ensure!(
            cut.is_empty(),
            "{browser:?}, {width} px, {language}: cut: {cut}"
        );
        page.show("spectrum").await?;
        let odd = page
            .text(
                "(() => { for (const row of root.querySelectorAll('.spectrum-row')) {
                    const all = row.querySelector('.axis').getBoundingClientRect();
                    const dots = [...row.querySelectorAll('.dot')];
                    const names = [...row.querySelectorAll('.cell-link .party')].map((e) => e.textContent);
                    if (dots.some((dot) => !names.includes(dot.textContent))) return `no name: ${dots.map((d) => d.textContent)}`;
                    const boxes = dots.flatMap((dot) => [...dot.children].map((e) => e.getBoundingClientRect()));
                    for (const [n, a] of boxes.entries()) {
                        if (a.left < all.left - 3 || a.right > all.right + 3) return `${row.dataset.topic}: sticks out`;
                        for (const b of boxes.slice(n + 1)) {
                            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                            const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                            if (across > 0.5 && along > 3) return `${row.dataset.topic}: one covers another by ${across} x ${along}`;
                        }
                    }
                  } return root.querySelectorAll('.dot').length > 9 ? '' : 'nothing is drawn'; })()",
            )
            .await?;
        ensure!(odd.is_empty(), "{browser:?}, {width} px, {language}: {odd}");
    }
    Ok(())
}

#[tokio::test]
async fn names_are_whole_in_chromium() -> Result<()> {
    names_are_whole(Browser::Chromium).await
}

#[tokio::test]
async fn names_are_whole_in_firefox() -> Result<()> {
    names_are_whole(Browser::Firefox).await
}

#[tokio::test]
async fn names_are_whole_in_webkit() -> Result<()> {
    names_are_whole(Browser::WebKit).await
}

/// Forty topics are dozens of screens in every view that has them in their order.
async fn a_topic_is_gone_to(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, many::WINDOW).await?;
    let page = many::open(&session, &server, 360).await?;
    for (view, said) in [
        (".spectrum", "{ view: 'spectrum' }"),
        (".versus", "{ view: 'versus' }"),
        (
            ".statements-view",
            "{ view: 'statements', arrangement: 'topic' }",
        ),
    ] {
        page.within(0, &format!("root.host.show({said})")).await?;
        page.wait(&format!(
            "root.querySelectorAll('{view} [data-topic]').length === 40"
        ))
        .await?;
        for topic in ["topic-35", "topic-3"] {
            page.click(".jump select").await?;
            page.click(&format!(".jump select option[value='{topic}']"))
                .await?;
            page.wait(&format!(
                "(() => {{ const {{ bottom }} = root.querySelector('.jump').getBoundingClientRect();
                    const {{ top }} = root.querySelector(\"{view} [data-topic='{topic}']\").getBoundingClientRect();
                    return bottom > 20 && bottom < innerHeight / 2 && top >= bottom - 1 && top < innerHeight / 2
                        || `{view}: the list ends at ${{bottom}}, it begins at ${{top}}`; }})()"
            ))
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_topic_is_gone_to_in_chromium() -> Result<()> {
    a_topic_is_gone_to(Browser::Chromium).await
}

#[tokio::test]
async fn a_topic_is_gone_to_in_firefox() -> Result<()> {
    a_topic_is_gone_to(Browser::Firefox).await
}

#[tokio::test]
async fn a_topic_is_gone_to_in_webkit() -> Result<()> {
    a_topic_is_gone_to(Browser::WebKit).await
}
