//! Every way to compare, as a reader comes by it: pressed, chosen and typed.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::json;
use thirtyfour::Key;

const TOPICS: &str =
    "[...root.querySelectorAll('.matrix tr[data-topic]')].map((r) => r.dataset.topic)";
const PARTIES: &str =
    "[...root.querySelectorAll('.matrix thead .party')].map((p) => p.textContent)";

/// Opens a chooser, chooses an option of a select, and closes it.
async fn choose(page: &Page<'_>, list: &str, select: &str, value: &str) -> Result<()> {
    page.click(&format!("[popovertarget='choose:{list}']"))
        .await?;
    page.click(&format!("[id='choose:{list}'] select[name='{select}']"))
        .await?;
    page.click(&format!(
        "[id='choose:{list}'] select[name='{select}'] option[value='{value}']"
    ))
    .await?;
    page.wait(&format!(
        "root.querySelector(\"[id='choose:{list}'] select[name='{select}']\").value === '{value}'"
    ))
    .await?;
    close(page).await
}

async fn close(page: &Page<'_>) -> Result<()> {
    // A list of options that is open takes the first press for itself.
    for _ in 0..2 {
        if page
            .within(0, "root.querySelector(':popover-open') === null")
            .await?
            == true
        {
            break;
        }
        page.key(Key::Escape).await?;
    }
    page.wait("root.querySelector(':popover-open') === null")
        .await
}

async fn accords(page: &Page<'_>) -> Result<Vec<String>> {
    let found = page
        .within(
            0,
            "[...root.querySelectorAll('.matrix .accord')].map((a) => a.classList[1])",
        )
        .await?;
    Ok(serde_json::from_value(found)?)
}

#[tokio::test]
async fn the_matrix_is_sorted_grouped_and_filtered() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    let given = page.within(0, TOPICS).await?;
    ensure!(
        given.as_array().is_some_and(|all| all.len() == 9),
        "{given}"
    );
    let groups = "root.querySelectorAll('.matrix tr.group').length";
    ensure!(page.within(0, groups).await? != 0, "no groups");

    choose(&page, "topics", "choose.topic-order", "clash").await?;
    page.wait(&format!("{groups} === 0")).await?;
    let sorted = accords(&page).await?;
    let rank = |accord: &String| match accord.as_str() {
        "clash" => 0,
        "differ" => 1,
        _ => 2,
    };
    ensure!(
        sorted[0] == "clash" && sorted.is_sorted_by_key(rank),
        "{sorted:?}"
    );

    choose(&page, "topics", "choose.topic-order", "silence").await?;
    let silent = "[...root.querySelectorAll('.matrix tr[data-topic]')]
        .map((row) => row.querySelectorAll('p.cell').length)";
    page.wait(&format!(
        "(() => {{ const n = {silent}; return n.every((m, i) => i === 0 || m <= n[i - 1]) && n[0] > n.at(-1); }})()"
    ))
    .await?;
    let head = page
        .text("root.querySelector('.matrix .corner').getAttribute('aria-sort')")
        .await?;
    ensure!(head == "other", "{head}");

    choose(&page, "topics", "choose.topic-order", "given").await?;
    page.wait(&format!("JSON.stringify({TOPICS}) === '{given}'"))
        .await?;
    choose(&page, "topics", "choose.only", "clash").await?;
    page.wait("root.querySelectorAll('.matrix tr[data-topic]').length < 9")
        .await?;
    ensure!(accords(&page).await?.iter().all(|a| a == "clash"));
    choose(&page, "topics", "choose.only", "all").await?;

    // A column sorts the topics: for first, against first, as given.
    let column = ".matrix thead th:nth-child(2)";
    for wanted in ["descending", "ascending", "none"] {
        page.click(&format!("{column} .sorter")).await?;
        page.wait(&format!(
            "root.querySelector('{column}').getAttribute('aria-sort') === '{wanted}'"
        ))
        .await?;
    }
    page.wait(&format!("JSON.stringify({TOPICS}) === '{given}'"))
        .await
}

#[tokio::test]
async fn the_parties_are_ordered_by_name_and_by_hand() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    choose(&page, "parties", "choose.party-order", "name").await?;
    let by_name = json!(["Europe and NATO", "Russia", "Ukraine", "United States"]);
    page.wait(&format!("JSON.stringify({PARTIES}) === '{by_name}'"))
        .await?;
    page.click("[popovertarget='choose:parties']").await?;
    page.click("[id='choose:parties'] [aria-label='Move Ukraine towards the start']")
        .await?;
    let by_hand = json!(["Europe and NATO", "Ukraine", "Russia", "United States"]);
    page.wait(&format!("JSON.stringify({PARTIES}) === '{by_hand}'"))
        .await?;
    close(&page).await?;
    // What is chosen holds in every view.
    page.show("spectrum").await?;
    let drawn = "[...root.querySelectorAll('.spectrum-row[data-topic=ceasefire] .dot')].map((dot) => dot.textContent)";
    ensure!(page.within(0, drawn).await? == json!(["Ukraine", "Russia", "United States"]));
    Ok(())
}

#[tokio::test]
async fn the_head_stays_in_sight() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.within(
        0,
        "root.querySelector('.matrix tr:last-child').scrollIntoView()",
    )
    .await?;
    page.wait("(() => { const { top, bottom } = root.querySelector('.matrix thead th').getBoundingClientRect();
        return top >= 0 && top < 5 && bottom > 20 && scrollY > 200; })()")
        .await
}

#[tokio::test]
async fn two_and_three_parties_side_by_side() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.click("[id='tab:versus']").await?;
    page.wait("root.querySelector('.versus .tally') !== null")
        .await?;
    // The numbers are those of the rows that are shown, out of all topics.
    let counted = page
        .within(
            0,
            "(() => { const rows = [...root.querySelectorAll('.versus-row')];
               const of = (name) => rows.filter((row) => row.classList.contains(name)).length;
               return [rows.length, of('clash') + of('differ') + of('agree'), root.querySelector('.tally').textContent]; })()",
        )
        .await?;
    let tally = counted[2].as_str().unwrap_or_default();
    ensure!(
        tally.starts_with(&format!(
            "{} of {} topics can be compared",
            counted[1], counted[0]
        )),
        "{counted}"
    );
    // Only where they differ.
    choose(&page, "topics", "choose.only", "disagreement").await?;
    page.wait("[...root.querySelectorAll('.versus-row')].every((row) => /clash|differ/.test(row.className))")
        .await?;
    choose(&page, "topics", "choose.only", "all").await?;
    // A third party, and the pairs, each of which opens.
    page.within(
        0,
        "root.host.show({ versus: ['united-states', 'ukraine', 'russia'] })",
    )
    .await?;
    page.wait("root.querySelectorAll('.versus-row:first-of-type [data-cell], .versus-row:first-of-type p.cell').length >= 3")
        .await?;
    let pairs = page
        .within(0, "root.querySelectorAll('.pairs button').length")
        .await?;
    ensure!(pairs == 6, "{pairs} pairs of four parties");
    let pair = "(() => { const table = root.querySelector('.pairs table');
        const at = [...table.tHead.rows[0].cells].findIndex((cell) => cell.textContent === 'Ukraine');
        const row = [...table.tBodies[0].rows].find((row) => row.cells[0].textContent === 'Russia');
        return row.cells[at].querySelector('button'); })()";
    ensure!(
        page.text(&format!("{pair}.textContent"))
            .await?
            .contains(" of 9 topics"),
        "without the number that it is out of"
    );
    page.within(0, &format!("{pair}.click()")).await?;
    page.wait("JSON.stringify([...root.host.state.versus].sort()) === '[\"russia\",\"ukraine\"]'")
        .await
}

#[tokio::test]
async fn the_spectrum_places_who_has_a_place_and_nobody_else() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.click("[id='tab:spectrum']").await?;
    let row = "root.querySelector('.spectrum-row[data-topic=ceasefire]')";
    page.wait(&format!("{row} !== null")).await?;
    let places = page
        .within(
            0,
            &format!(
                "[...{row}.querySelectorAll('.dot')].map((dot) => [dot.textContent, dot.firstChild.getBoundingClientRect().x])
                   .sort((a, b) => a[1] - b[1]).map(([name]) => name)"
            ),
        )
        .await?;
    ensure!(
        places == json!(["Russia", "Ukraine", "United States"]),
        "{places}"
    );
    ensure!(
        page.text(&format!(
            "{row}.querySelector('.silent-parties').textContent"
        ))
        .await?
        .contains("Europe and NATO")
    );
    // No two dots of a topic cover each other.
    let covered = page
        .within(
            0,
            "[...root.querySelectorAll('.spectrum-row')].flatMap((row) => {
               const boxes = [...row.querySelectorAll('.dot circle')].map((c) => c.getBoundingClientRect());
               return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
                 Math.hypot(a.x - b.x, a.y - b.y) < a.width - 1));
             }).length",
        )
        .await?;
    ensure!(covered == 0, "{covered} dots cover another");
    page.click(".spectrum-row[data-topic=ceasefire] .cell-links button")
        .await?;
    page.wait("root.querySelector('.evidence:popover-open') !== null")
        .await
}

#[tokio::test]
async fn the_timeline_draws_what_is_vague_as_a_span() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.click("[id='tab:timeline']").await?;
    page.wait("root.querySelectorAll('.moment').length > 5")
        .await?;
    let widths = page
        .within(
            0,
            "(() => { const width = (name) => {
                 const moment = [...root.querySelectorAll('.moment')].find((m) => m.querySelector('.topic')?.textContent.startsWith(name));
                 const spans = [...moment.querySelectorAll('.bar rect')].map((r) => r.getBoundingClientRect());
                 return Math.max(...spans.map((r) => r.right)) - Math.min(...spans.map((r) => r.left));
               };
               return [width('Peace talks of 2022'), width('Ukraine Peace Summit'), width('Meeting in Jeddah')]; })()",
        )
        .await?;
    let [year, month, day] = [0, 1, 2].map(|n| widths[n].as_f64().unwrap_or_default());
    ensure!(year > 5.0 * month && month > day && day > 0.0, "{widths}");
    let dates = page
        .within(
            0,
            "[...root.querySelectorAll('.moment .date')].slice(0, 3).map((d) => d.textContent)",
        )
        .await?;
    ensure!(
        dates == json!(["2022", "June 2024", "about February 2025"]),
        "{dates}"
    );
    let change = "[...root.querySelectorAll('.moment')].some((m) => m.textContent.includes('Change of position'))";
    ensure!(
        page.within(0, change).await? == true,
        "no change of position is shown"
    );
    Ok(())
}

/// In “About”, each sign stands beside its words and not over them.
async fn signs_are_explained(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    page.click(".about > summary").await?;
    page.wait("root.querySelector('.about').open").await?;
    let over = page
        .text(
            "(() => { const all = [...root.querySelectorAll('.about .legend li')];
                if (all.length < 8) return `only ${all.length} signs`;
                return all.filter((li) => {
                  const sign = li.querySelector('.sign, .kind-sign').getBoundingClientRect();
                  const texts = document.createTreeWalker(li, NodeFilter.SHOW_TEXT);
                  const range = document.createRange();
                  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
                    if (node.parentElement.closest('.sign, .kind-sign')) continue;
                    range.selectNodeContents(node);
                    if ([...range.getClientRects()].some((r) => r.width && r.left < sign.right)) return true;
                  }
                  return false;
                }).map((li) => li.textContent).join(); })()",
        )
        .await?;
    ensure!(over.is_empty(), "{browser:?}: a sign lies over {over}");
    Ok(())
}

#[tokio::test]
async fn signs_stand_beside_their_words_in_chromium() -> Result<()> {
    signs_are_explained(Browser::Chromium).await
}

#[tokio::test]
async fn signs_stand_beside_their_words_in_firefox() -> Result<()> {
    signs_are_explained(Browser::Firefox).await
}

#[tokio::test]
async fn signs_stand_beside_their_words_in_webkit() -> Result<()> {
    signs_are_explained(Browser::WebKit).await
}
