//! Many parties and many topics: a table as long as there is room for one, cards
//! with a way through them where there is not.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, VIEWS, dist};
use serde_json::{Value, json};
use thirtyfour::Key;

const PARTIES: usize = 12;
const TOPICS: usize = 40;

/// Rows of the matrix, as far as they are there.
const ROWS: &str = "root.querySelectorAll('.matrix tr[data-topic]').length";

/// A tracker of an election: nearly every party on nearly every topic, with words
/// as long as they are in German.
fn tracker() -> Value {
    let named = |kind: &str, n: usize| format!("{kind}-{n}");
    let parties = (0..PARTIES).map(|n| {
        json!({
            "id": named("party", n),
            "name": format!("Umweltverträglichkeitspartei der Landeshauptstadt {n}"),
            "short_name": if n % 3 == 0 { format!("Umweltpartei {n}") } else { format!("P{n}") },
            "classification": "party",
        })
    });
    let topics = (0..TOPICS).map(|n| {
        json!({
            "id": named("topic", n),
            "name": format!("Geschwindigkeitsbegrenzung {n}"),
            "question": format!("Should there be a limit on road number {n}, as the council proposes?"),
            "group": format!("Group {}", n / 10),
        })
    });
    let (mut stances, mut statements) = (Vec::new(), Vec::new());
    let positions = ["against", "rather-against", "neutral", "conditional", "for"];
    for topic in 0..TOPICS {
        for party in (0..PARTIES).filter(|party| (party * 7 + topic * 3) % 11 != 0) {
            let id = format!("said-{party}-{topic}");
            statements.push(json!({
                "id": id,
                "kind": "narration",
                "text": format!("Party {party} has spoken on road number {topic}."),
                "paragraph": 1,
                "target": { "type": "TextQuoteSelector", "exact": format!("road number {topic}") },
            }));
            stances.push(json!({
                "organization_id": named("party", party),
                "topic_id": named("topic", topic),
                "position": positions[(party * 5 + topic) % positions.len()],
                "summary": format!("Wants road number {topic} to be looked at once more before anything is decided."),
                "statement_ids": [id],
            }));
        }
    }
    json!({
        "format": "standpoint/1",
        "language": "en",
        "article": { "headline": "Twelve parties on forty topics", "description": "Made for a test.", "paragraphs": 1 },
        "review": { "method": "Made for a test.", "updated": "2026-01-01" },
        "organizations": parties.collect::<Vec<_>>(),
        "people": [],
        "topics": topics.collect::<Vec<_>>(),
        "scale": [
            { "id": "against", "label": "Against", "value": -2 },
            { "id": "rather-against", "label": "Rather against", "value": -1 },
            { "id": "neutral", "label": "Neutral", "value": 0 },
            { "id": "conditional", "label": "For, with conditions", "value": 1 },
            { "id": "for", "label": "For", "value": 2 },
        ],
        "statements": statements,
        "stances": stances,
        "events": [],
    })
}

/// A column of that width with the tracker in it, all of it there.
pub(crate) async fn open<'a>(
    session: &'a Session,
    server: &Server,
    width: u32,
) -> Result<Page<'a>> {
    server.offer(
        "mine.html",
        &format!(
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title>\
             <link rel=\"icon\" href=\"data:,\"><style>body {{ margin: 0 }}</style>\
             <div id=\"column\" style=\"width: {width}px\"><stance-comparison loading=\"eager\">\
             <script type=\"application/json\">{}</script></stance-comparison></div>\
             <script src=\"standpoint.js\" async></script>",
            tracker()
        ),
    );
    let page = Page::open(session, server, Origin::Http, "mine.html").await?;
    page.wait(&format!("{ROWS} === {TOPICS}")).await?;
    page.settle().await?;
    Ok(page)
}

/// Wide enough for every column that is tried, with a scrollbar beside it.
pub(crate) const WINDOW: Look = Look {
    width: 1340,
    height: 900,
    dark: false,
};

async fn is_a_table(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, WINDOW).await?;
    let page = open(&session, &server, 1280).await?;
    // A row's cells stand beside each other, each under its party's head.
    let odd = page
        .text(
            "(() => { const x = (e) => Math.round(e.getBoundingClientRect().left);
                const y = (e) => Math.round(e.getBoundingClientRect().top);
                const heads = [...root.querySelectorAll('.matrix thead th')];
                const rows = [...root.querySelectorAll('.matrix tr[data-topic]')];
                if (new Set(heads.map(y)).size !== 1) return 'the heads are not in one row';
                for (const row of rows) {
                    row.scrollIntoView({ block: 'center' });
                    const cells = [...row.children];
                    const name = row.dataset.topic;
                    if (cells.length !== heads.length) return `${name} has ${cells.length} cells`;
                    if (new Set(cells.map(y)).size !== 1) return `${name} is not one row`;
                    const off = cells.findIndex((cell, n) => Math.abs(x(cell) - x(heads[n])) > 1);
                    if (off >= 0) return `${name}: cell ${off} is at ${x(cells[off])}, its head at ${x(heads[off])}`;
                    if (cells.slice(1).some((cell) => cell.getBoundingClientRect().width < 60)) return `${name} is too narrow`;
                }
                return ''; })()",
        )
        .await?;
    ensure!(odd.is_empty(), "{browser:?}: {odd}");
    ensure!(
        page.within(0, "root.querySelector('.jump')?.checkVisibility() ?? false")
            .await?
            == false,
        "{browser:?}: a table needs no way through cards"
    );
    // The head stays in sight, with what sorts by a party.
    page.within(
        0,
        "root.querySelector('tr[data-topic=topic-30]').scrollIntoView({ block: 'center' })",
    )
    .await?;
    page.wait(
        "(() => { const { top, bottom } = root.querySelector('.matrix thead').getBoundingClientRect();
            return top >= -1 && bottom > top && bottom < innerHeight / 2; })()",
    )
    .await?;
    page.click(".matrix thead th:nth-child(3) .sorter").await?;
    page.wait("root.querySelector('.matrix thead th:nth-child(3)').ariaSort === 'descending'")
        .await
}

#[tokio::test]
async fn it_is_a_table_in_chromium() -> Result<()> {
    is_a_table(Browser::Chromium).await
}

#[tokio::test]
async fn it_is_a_table_in_firefox() -> Result<()> {
    is_a_table(Browser::Firefox).await
}

#[tokio::test]
async fn it_is_a_table_in_webkit() -> Result<()> {
    is_a_table(Browser::WebKit).await
}

/// A cell has its sign and a word; its summary comes beside it, large enough to
/// be read and inside of the table.
async fn the_focus_brings_the_summary(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, WINDOW).await?;
    let page = open(&session, &server, 1280).await?;
    for (party, topic) in [(1, 2), (11, 2)] {
        let before = format!("button[data-cell='party-{}/topic-{topic}']", party - 1);
        page.within(
            0,
            &format!("root.querySelector(\"{before}\").scrollIntoView({{ block: 'center' }})"),
        )
        .await?;
        page.within(
            0,
            &format!("root.querySelector(\"{before}\").focus({{ focusVisible: true }})"),
        )
        .await?;
        page.key(Key::Tab).await?;
        let cell =
            format!("root.querySelector(\"button[data-cell='party-{party}/topic-{topic}']\")");
        page.wait(&format!("root.activeElement === {cell}")).await?;
        page.wait(&format!(
            "(() => {{ const summary = {cell}.querySelector('.summary');
                if (!summary.checkVisibility()) return 'not seen';
                const box = summary.getBoundingClientRect();
                const all = root.querySelector('.comparison').getBoundingClientRect();
                const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                summary.style.pointerEvents = 'auto';
                const seen = root.elementFromPoint(x, y) === summary;
                summary.style.pointerEvents = '';
                if (!seen) return 'covered';
                if (box.left < all.left || box.right > all.right) return `sticks out: ${{box.left}} to ${{box.right}}`;
                if (parseFloat(getComputedStyle(summary).fontSize) < 13.5) return 'too small';
                if (summary.scrollHeight > summary.clientHeight + 1) return 'cut off';
                return true; }})()"
        ))
        .await?;
    }
    let others = page
        .within(
            0,
            "[...root.querySelectorAll('.matrix .summary')].filter((e) => e.checkVisibility()).length",
        )
        .await?;
    ensure!(others == 1, "{browser:?}: {others} summaries are seen");
    Ok(())
}

#[tokio::test]
async fn the_focus_brings_the_summary_in_chromium() -> Result<()> {
    the_focus_brings_the_summary(Browser::Chromium).await
}

#[tokio::test]
async fn the_focus_brings_the_summary_in_firefox() -> Result<()> {
    the_focus_brings_the_summary(Browser::Firefox).await
}

#[tokio::test]
async fn the_focus_brings_the_summary_in_webkit() -> Result<()> {
    the_focus_brings_the_summary(Browser::WebKit).await
}

async fn the_way_through_cards(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, WINDOW).await?;
    let page = open(&session, &server, 360).await?;
    let cards = page
        .within(
            0,
            "(() => { const rows = [...root.querySelectorAll('.matrix tr[data-topic]')];
                const tops = new Set([...rows[0].children].map((e) => Math.round(e.getBoundingClientRect().top)));
                return tops.size > 3 && rows[0].querySelector('.party-label').checkVisibility(); })()",
        )
        .await?;
    ensure!(cards == true, "{browser:?}: no cards at 360 px");
    // The lists come first of what is in the panel, and stay in sight.
    for (topic, party) in [("topic-35", "party-9"), ("topic-3", "party-2")] {
        let choose = |list: usize, value: &str| {
            format!(
                "(() => {{ const list = root.querySelectorAll('.jump select')[{list}];
                    list.value = '{value}'; list.dispatchEvent(new Event('change', {{ bubbles: true }}));
                    return list.value; }})()"
            )
        };
        // Below the lists and above the window's middle.
        let stands = |what: &str| {
            format!(
                "(() => {{ const {{ bottom }} = root.querySelector('.jump').getBoundingClientRect();
                    const {{ top }} = {what}.getBoundingClientRect();
                    return bottom > 20 && bottom < innerHeight / 2 && top >= bottom - 1 && top < innerHeight / 2
                        || `lists end at ${{bottom}}, it begins at ${{top}}`; }})()"
            )
        };
        let row = format!("root.querySelector(\"tr[data-topic='{topic}']\")");
        ensure!(page.within(0, &choose(0, topic)).await? == topic);
        page.wait(&stands(&row)).await?;
        ensure!(page.within(0, &choose(1, party)).await? == party);
        let cell =
            format!("{row}.querySelector(\"button[data-cell='{party}/{topic}']\").closest('td')");
        page.wait(&stands(&cell)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn lists_lead_through_cards_in_chromium() -> Result<()> {
    the_way_through_cards(Browser::Chromium).await
}

#[tokio::test]
async fn lists_lead_through_cards_in_firefox() -> Result<()> {
    the_way_through_cards(Browser::Firefox).await
}

#[tokio::test]
async fn lists_lead_through_cards_in_webkit() -> Result<()> {
    the_way_through_cards(Browser::WebKit).await
}

/// No browser makes its window as narrow as a phone, so it is a column that
/// nothing may be wider than.
async fn nothing_is_too_wide(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, WINDOW).await?;
    let page = open(&session, &server, 1280).await?;
    for width in [280, 360, 768, 1024, 1280] {
        page.run(&format!("column.style.width = '{width}px'"))
            .await?;
        for view in VIEWS {
            page.show(view).await?;
            page.settle().await?;
            let wide = page.run("return column.scrollWidth").await?;
            let widest = page
                .text(
                    "[...root.querySelectorAll('.comparison *')].filter((e) => e.checkVisibility()
                            && e.getBoundingClientRect().right > column.clientWidth + 1)
                        .map((e) => `${e.localName}.${e.className}`).slice(0, 3).join()",
                )
                .await?;
            ensure!(
                wide == width,
                "{browser:?}, {view}: {wide} px wide in {width} px, by {widest}"
            );
            let page_wide = page
                .run("return document.documentElement.scrollWidth <= innerWidth")
                .await?;
            ensure!(page_wide == true, "{browser:?}, {view} at {width} px");
        }
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_too_wide_in_chromium() -> Result<()> {
    nothing_is_too_wide(Browser::Chromium).await
}

#[tokio::test]
async fn nothing_is_too_wide_in_firefox() -> Result<()> {
    nothing_is_too_wide(Browser::Firefox).await
}

#[tokio::test]
async fn nothing_is_too_wide_in_webkit() -> Result<()> {
    nothing_is_too_wide(Browser::WebKit).await
}

/// From five parties on cards come earlier, from six on earlier still, and from nine on columns are compact,
/// and stay.
#[tokio::test]
async fn columns_give_way_to_cards_where_they_are_too_narrow() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    for (parties, width, cards) in [
        (5, 900, true),
        (4, 900, false),
        (5, 1040, false),
        (5, 1280, false),
        (7, 1280, false),
        (8, 1000, true),
        (9, 1000, false),
        (12, 1280, false),
        (12, 360, true),
    ] {
        session.resize(Look::of_width(width)).await?;
        let headline = format!("Of {parties} in {width}");
        page.run(&format!(
            "fetch('articles/ceasefire-2025.json').then((r) => r.json()).then((data) => {{
               while (data.organizations.length < {parties}) {{
                 const n = data.organizations.length;
                 data.organizations.push({{ id: `more-${{n}}`, name: `Further party ${{n}}`, short_name: `Party ${{n}}`, classification: 'party' }});
               }}
               data.article.headline = '{headline}';
               document.querySelector('stance-comparison').data = data;
             }})"
        ))
        .await?;
        page.wait(&format!(
            "root.querySelector('.mount:not([hidden]) .headline').textContent === '{headline}'"
        ))
        .await?;
        page.settle().await?;
        let found = page
            .within(
                0,
                "[root.querySelector('.matrix .party-label').checkVisibility(),
                  Math.min(...[...root.querySelectorAll('.matrix .cell')].map((c) => c.getBoundingClientRect().width)),
                  document.documentElement.scrollWidth <= innerWidth,
                  root.querySelector('.matrix .summary').checkVisibility()]",
            )
            .await?;
        let crush = parties > 8;
        let least = if crush { 75.0 } else { 95.0 };
        ensure!(
            found[0] == cards
                && found[1].as_f64().is_some_and(|width| width > least)
                && found[2] == true
                && found[3] != crush,
            "{parties} parties in {width} px: {found}"
        );
    }
    Ok(())
}
