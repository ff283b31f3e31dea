//! The page's address is the page's: what is not ours in its fragment is left alone,
//! and leaves us alone.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, dist, page_with};
use serde_json::{Value, json};

const TOWN: &str = "src=\"articles/harbour-town.json\" loading=\"eager\"";

async fn opened<'a>(
    session: &'a Session,
    server: &Server,
    body: &str,
    hash: &str,
) -> Result<Page<'a>> {
    let page = come_to(session, server, body, hash).await?;
    page.ready().await?;
    Ok(page)
}

/// The same, where the link leads to in it.
async fn come_to<'a>(
    session: &'a Session,
    server: &Server,
    body: &str,
    hash: &str,
) -> Result<Page<'a>> {
    server.offer("mine.html", &page_with(&format!("{body}{SCRIPT}")));
    // Else a page that is there already would only be told of another fragment.
    session.driver.goto("about:blank").await?;
    Page::open_only(session, server, Origin::Http, &format!("mine.html{hash}")).await
}

async fn state(page: &Page<'_>, nth: usize, field: &str) -> Result<Value> {
    page.within(nth, &format!("root.host.state.{field}")).await
}

/// Whether the address becomes that, within the time that something takes.
async fn becomes(page: &Page<'_>, hash: &str) -> Result<()> {
    page.wait(&format!("location.hash === '{hash}'")).await
}

async fn others_fragments(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let body = format!(
        "<a id=\"skip\" href=\"#main\">Skip</a><a id=\"top\" href=\"#\">Top</a>\
         <a id=\"words\" href=\"#:~:text=Comments\">Words</a><main id=\"main\"></main>\
         <stance-comparison id=\"a\" {TOWN}></stance-comparison>\
         <stance-comparison id=\"b\" {TOWN}></stance-comparison><h2 id=\"comments\">Comments</h2>"
    );
    let page = opened(&session, &server, &body, "").await?;
    page.run(
        "for (const e of document.querySelectorAll('stance-comparison')) e.show({ view: 'statements', search: 'harbour' });
         window.popped = 0; addEventListener('popstate', () => window.popped++);",
    )
    .await?;
    let kept = async |nth: usize, what: &str| {
        let view = state(&page, nth, "view").await?;
        let search = state(&page, nth, "search").await?;
        ensure!(
            view == "statements" && search == "harbour",
            "{browser:?}: {what} shows {view}, {search}"
        );
        Ok(())
    };
    for (turn, click) in [
        "document.getElementById('skip').click()",
        "document.getElementById('top').click()",
        "location.hash = 'comments'",
        "document.getElementById('words').click()",
        "location.hash = '/article/7'",
    ]
    .into_iter()
    .enumerate()
    {
        page.run(click).await?;
        if !click.contains("words") {
            page.wait(&format!(
                "window.popped > {turn} || location.hash.length > 8"
            ))
            .await?;
        }
        page.settle().await?;
        kept(0, click).await?;
        kept(1, click).await?;
    }
    // A link to one leaves the other alone, and so does what comes after it; to go
    // back from it is to go back.
    page.run("location.hash = 'stance-b__view_is_timeline'")
        .await?;
    page.until_is(1, "root.host.state.view", json!("timeline"))
        .await?;
    kept(0, "a link to the other").await?;
    page.run("location.hash = 'comments'").await?;
    page.settle().await?;
    ensure!(state(&page, 1, "view").await? == "timeline", "{browser:?}");
    page.run("history.back()").await?;
    becomes(&page, "#stance-b__view_is_timeline").await?;
    page.settle().await?;
    page.run("history.back()").await?;
    page.until_is(1, "root.host.state.view", json!("matrix"))
        .await?;
    kept(0, "going back").await
}

#[tokio::test]
async fn a_fragment_about_something_else_changes_nothing_in_chromium() -> Result<()> {
    others_fragments(Browser::Chromium).await
}

#[tokio::test]
async fn a_fragment_about_something_else_changes_nothing_in_firefox() -> Result<()> {
    others_fragments(Browser::Firefox).await
}

#[tokio::test]
async fn a_fragment_about_something_else_changes_nothing_in_webkit() -> Result<()> {
    others_fragments(Browser::WebKit).await
}

async fn kept_in_the_address(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let body =
        format!("<p id=\"comments\"></p><stance-comparison permalink {TOWN}></stance-comparison>");
    for (before, after) in [
        ("#comments", "#comments_also_stance__view_is_timeline"),
        ("#tab=2", "#tab=2&stance__view_is_timeline"),
        ("#tab=2&page=3", "#tab=2&page=3&stance__view_is_timeline"),
        // Behind these a router of the page's reads its way.
        ("#/article/7", "#/article/7"),
        ("#!/article/7", "#!/article/7"),
        // Of one that is not on this page, or not understood.
        (
            "#stance-other:view=versus",
            "#stance-other:view=versus&stance__view_is_timeline",
        ),
        (
            "#stance:topic=gone&magic=yes",
            "#stance__view_is_timeline_and_topic_is_gone_and_magic_is_yes",
        ),
    ] {
        let page = opened(&session, &server, &body, "").await?;
        page.run(&format!("location.hash = '{before}'")).await?;
        page.settle().await?;
        page.within(0, "root.host.show({ view: 'timeline' })")
            .await?;
        page.wait("root.querySelector('.timeline') !== null")
            .await?;
        becomes(&page, after).await?;
        if after == before {
            continue;
        }
        // It is read again, as it is and by a script that has written it anew.
        for hash in [
            after.to_owned(),
            after.replace("&stance__view_is_timeline", "&stance__view_is_timeline="),
        ] {
            let page = opened(&session, &server, &body, &hash).await?;
            ensure!(
                state(&page, 0, "view").await? == "timeline",
                "{browser:?}: {hash}"
            );
        }
        page.within(0, "root.host.reset()").await?;
        let rest = if before.contains("gone") { "" } else { before };
        becomes(&page, rest).await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_not_ours_stays_in_the_address_in_chromium() -> Result<()> {
    kept_in_the_address(Browser::Chromium).await
}

#[tokio::test]
async fn what_is_not_ours_stays_in_the_address_in_firefox() -> Result<()> {
    kept_in_the_address(Browser::Firefox).await
}

#[tokio::test]
async fn what_is_not_ours_stays_in_the_address_in_webkit() -> Result<()> {
    kept_in_the_address(Browser::WebKit).await
}

/// Every comparison has a name of its own, which is a selector, whatever the page
/// calls it.
async fn names(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let ids = [
        ":r1:",
        "form1:cmp",
        "a;b",
        "",
        "2",
        "a__b",
        "a b",
        "стаття",
        "50%",
        "a&b=c",
        "x",
        "x",
        "1_n2",
    ];
    let elements: String = ids
        .iter()
        .map(|id| {
            let id = id.replace('&', "&amp;");
            format!("<stance-comparison id=\"{id}\" permalink {TOWN}></stance-comparison>")
        })
        .collect();
    let body = format!(
        "<stance-comparison permalink {TOWN}></stance-comparison>{elements}\
         <stance-comparison permalink {TOWN}></stance-comparison><div id=\"host\"></div><div id=\"other\"></div>\
         <script>for (const id of ['host', 'other'])
           document.getElementById(id).attachShadow({{ mode: 'open' }}).innerHTML =
             '<stance-comparison permalink {TOWN}></stance-comparison><stance-comparison id=\"x\" permalink {TOWN}></stance-comparison>';
         window.all = () => [...document.querySelectorAll('stance-comparison'),
           ...['host', 'other'].flatMap((id) => [...document.getElementById(id).shadowRoot.children])];</script>"
    );
    let page = opened(&session, &server, &body, "").await?;
    page.wait("window.all().every((e) => e.state !== null)")
        .await?;
    let count = ids.len() + 6;
    let mut seen = Vec::new();
    for nth in 0..count {
        page.run(&format!("window.all()[{nth}].show({{ view: 'timeline' }})"))
            .await?;
        page.wait("location.hash !== ''").await?;
        let hash = page.run("return location.hash").await?;
        ensure!(!seen.contains(&hash), "{browser:?}: two are called {hash}");
        // jQuery, ScrollSpy and others do this with it.
        page.run("document.querySelector(location.hash)").await?;
        page.run(&format!("window.all()[{nth}].reset()")).await?;
        page.wait("location.hash === ''").await?;
        seen.push(hash);
    }
    for (nth, hash) in seen.iter().enumerate() {
        page.run(&format!("location.hash = {hash}")).await?;
        let one = format!(
            "window.all().map((e) => e.state.view === 'timeline').join() ===
             window.all().map((_, at) => at === {nth}).join()"
        );
        page.wait(&one).await?;
        page.run("history.back()").await?;
        page.wait("window.all().every((e) => e.state.view === 'matrix')")
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn names_are_one_to_one_and_selectors_in_chromium() -> Result<()> {
    names(Browser::Chromium).await
}

#[tokio::test]
async fn names_are_one_to_one_and_selectors_in_firefox() -> Result<()> {
    names(Browser::Firefox).await
}

#[tokio::test]
async fn names_are_one_to_one_and_selectors_in_webkit() -> Result<()> {
    names(Browser::WebKit).await
}

/// Links of before, and links that came broken.
async fn on_their_way(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let body = format!(
        "<stance-comparison {TOWN}></stance-comparison><stance-comparison {TOWN}></stance-comparison>\
         <stance-comparison id=\"a__b\" {TOWN}></stance-comparison>"
    );
    let pair = json!(["norlund", "residents"]);
    for (nth, link) in [
        (0, "stance:versus=norlund,residents&topic=nights"),
        (0, "stance:versus=norlund,residents&amp;topic=nights"),
        (0, "stance:versus=norlund,residents&#038;topic=nights"),
        (0, "stance%3Aversus%3Dnorlund%2Cresidents%26topic%3Dnights"),
        (
            0,
            "stance%253Aversus%253Dnorlund%252Cresidents%2526topic%253Dnights",
        ),
        (0, "stance%3Aversus=norlund%2Cresidents&topic=nights."),
        (0, "stance:versus=norlund,residents&topic=nights)"),
        (0, "stance:versus=norlund,residents&topic=nights%E2%80%9D"),
        (0, "stance:versus=norlund,residents&topic=night"),
        (0, "stance:topic=nights&versus=norlund,resid"),
        (
            0,
            "stance__versus_is_norlund_with_residents_and_topic_is_nights.",
        ),
        (
            0,
            "stance__versus_is_norlund_with_residents_and_topic_is_nights)%E2%80%9D",
        ),
        (
            0,
            "stance__versus_is_norlund_with_residents_and_topic_is_nig",
        ),
        (1, "stance-2:versus=norlund,residents&topic=nights"),
        (2, "stance-a__b:versus=norlund,residents&topic=nights"),
        (
            2,
            "stance:view=timeline;stance-a__b:versus=norlund,residents&topic=nights",
        ),
    ] {
        let page = opened(&session, &server, &body, &format!("#{link}")).await?;
        for (field, wanted) in [
            ("versus", pair.clone()),
            ("topics", json!(["nights"])),
            ("view", json!("versus")),
        ] {
            page.until_is(nth, &format!("root.host.state.{field}"), wanted)
                .await
                .with_context(|| format!("{browser:?}: {link}"))?;
        }
        let said = page
            .within(nth, "root.querySelector('.notice') === null")
            .await?;
        ensure!(said == true, "{browser:?}: {link} is understood");
    }
    // What has no reading is told, in words, and nobody else is compared; in the middle
    // of a page, too, to which the link has led.
    let body =
        format!("<p style='height: 1500px'>Above</p>{body}<p style='height: 1500px'>Below</p>");
    for (link, field, shown) in [
        ("stance:versus=norlund,atlantis", "view", json!("matrix")),
        (
            "stance:view=versus&versus=norlund,atlantis",
            "view",
            json!("matrix"),
        ),
        ("stance:topics=gone,nights", "topics", json!(["nights"])),
        ("stance:cell=norlund/gone", "open", json!(null)),
        ("stance__topic_is_gone", "view", json!("matrix")),
    ] {
        let page = come_to(&session, &server, &body, &format!("#{link}")).await?;
        page.wait("root?.querySelector('.notice')?.textContent.startsWith('Part of the link')")
            .await?;
        page.settle().await?;
        let seen = "(() => { const { top, bottom } = root.querySelector('.notice').getBoundingClientRect();
            return top > -1 && bottom < innerHeight; })()";
        page.wait(seen)
            .await
            .with_context(|| format!("{link}: the line is out of sight"))?;
        let found = state(&page, 0, field).await?;
        ensure!(found == shown, "{browser:?}: {link} shows {found}");
        let hash = page.run("return location.hash").await?;
        ensure!(hash == format!("#{link}"), "{browser:?}: {hash}");
        page.is_accessible_itself().await?;
        // It goes with whatever is done next.
        page.within(0, "root.getElementById('tab:timeline').click()")
            .await?;
        page.wait("root.querySelector('.notice') === null").await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_link_that_came_broken_is_mended_or_told_in_chromium() -> Result<()> {
    on_their_way(Browser::Chromium).await
}

#[tokio::test]
async fn a_link_that_came_broken_is_mended_or_told_in_firefox() -> Result<()> {
    on_their_way(Browser::Firefox).await
}

#[tokio::test]
async fn a_link_that_came_broken_is_mended_or_told_in_webkit() -> Result<()> {
    on_their_way(Browser::WebKit).await
}
