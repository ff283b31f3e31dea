//! What comes into sight in a page is found, and what goes is not any more.

use anyhow::{Context, Result, ensure};
use e2e::article::{article, reached};
use e2e::{Browser, Look, Server, Session, dist};

const BODY: &str = "<style>
    .off, [data-more=no] p, [aria-expanded=false] + p, .story:not(.all) .rest, .kept { display: none }
    @media (max-width: 700px) { .wide { display: none } }
    #ticked:not(:checked) ~ p { visibility: hidden }
    .pale { opacity: 0 }
    #opened:not(:checked) ~ .story .panel { visibility: hidden }
  </style>
  <button id=beside aria-expanded=false>More</button>
  <input type=checkbox id=opened>
  <div class=story>
    <p>Words in sight.</p>
    <p id=a style='display: none'>Words by a style.</p>
    <div id=b data-more=no><p>Words by data.</p></div>
    <div><button id=c aria-expanded=false>More</button><p>Words by aria.</p></div>
    <p id=d class=off>Words by a class.</p>
    <div class=rest>Words by a class above.</div>
    <p class=wide>Words by width.</p>
    <details id=g><summary>More</summary><p>Words in details.</p></details>
    <div><input type=checkbox id=ticked><p>Words by a box.</p></div>
    <p id=i class=pale>Words that pale, <span>of which some are <b>here</b></span>.</p>
    <div style='height: 3em; overflow: auto'><p class=kept id=j>Words of one height.</p></div>
    <button role=tab aria-controls=panel>One</button><div role=tabpanel id=panel class=panel><p>Words of a panel.</p></div>
  </div>";

const WORDS: [&str; 12] = [
    "Words in sight",
    "Words by a style",
    "Words by data",
    "Words by aria",
    "Words by a class.",
    "Words by a class above",
    "Words by width",
    "Words in details",
    "Words by a box",
    "Words that pale",
    "Words of one height",
    "Words of a panel",
];

/// Which passage comes and goes, and what the page does for it.
const STEPS: [(usize, &str, &str); 9] = [
    (1, "a.style.display = 'block'", "a.style.display = 'none'"),
    (2, "b.dataset.more = 'yes'", "b.dataset.more = 'no'"),
    (3, "c.ariaExpanded = 'true'", "c.ariaExpanded = 'false'"),
    (4, "d.className = ''", "d.className = 'off'"),
    (
        5,
        "document.querySelector('.story').classList.add('all')",
        "document.querySelector('.story').classList.remove('all')",
    ),
    (7, "g.open = true", "g.open = false"),
    (8, "ticked.click()", "ticked.click()"),
    (
        10,
        "const s = document.createElement('style'); s.id = 'late'; s.textContent = '.kept { display: block !important }'; document.head.append(s)",
        "document.getElementById('late').remove()",
    ),
    (11, "opened.click()", "opened.click()"),
];

/// Makes the window as wide as that.
async fn sized(session: &Session, width: u32) -> Result<()> {
    if session.browser == Browser::Chromium {
        return session
            .resize(Look {
                width,
                ..Look::default()
            })
            .await;
    }
    session.driver.set_window_rect(0, 0, width, 800).await?;
    Ok(())
}

async fn comes_and_goes(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = article(&session, &server, BODY, &WORDS).await?;
    // What pales is there, though nobody sees it now.
    let always = [0, 6, 9];
    reached(&page, &always).await?;
    for (passage, comes, goes) in STEPS {
        let mut all = always.to_vec();
        all.push(passage);
        all.sort_unstable();
        let of_page = "const { a, b, c, d, g, ticked, opened } = window;";
        page.run(&format!("{of_page} {comes}")).await?;
        reached(&page, &all).await.with_context(|| comes)?;
        page.run(&format!("{of_page} {goes}")).await?;
        reached(&page, &always).await.with_context(|| goes)?;
    }
    sized(&session, 600).await?;
    page.wait("innerWidth < 700").await?;
    reached(&page, &[0, 9]).await.context("a narrow window")?;
    sized(&session, 1200).await?;
    reached(&page, &always).await.context("a wide window")
}

#[tokio::test]
async fn what_comes_into_sight_is_found_in_chromium() -> Result<()> {
    comes_and_goes(Browser::Chromium).await
}

#[tokio::test]
async fn what_comes_into_sight_is_found_in_firefox() -> Result<()> {
    comes_and_goes(Browser::Firefox).await
}

#[tokio::test]
async fn what_comes_into_sight_is_found_in_webkit() -> Result<()> {
    comes_and_goes(Browser::WebKit).await
}

async fn reads_all(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let body = "<p class=story>A teaser of the port.</p>
      <div class=story id=first><p>The first words.</p><div class=story>Words within.</div></div>
      <p id=beside>Words beside it.</p><div class=story><p>The last words.</p></div>";
    let words = [
        "The last words",
        "The first words",
        "A teaser",
        "Words within",
        "Words beside it",
    ];
    let page = article(&session, &server, body, &words).await?;
    reached(&page, &[2, 1, 3, 0]).await?;
    // One that comes later, one that goes, one whose name makes it one.
    page.run(
        "document.getElementById('beside').className = 'story';
         document.querySelector('.story').remove();",
    )
    .await?;
    reached(&page, &[1, 3, 4, 0]).await?;
    page.run("document.getElementById('first').dataset.standpointSkip = ''")
        .await?;
    reached(&page, &[4, 0]).await
}

#[tokio::test]
async fn all_that_the_selector_names_is_read_in_chromium() -> Result<()> {
    reads_all(Browser::Chromium).await
}

#[tokio::test]
async fn all_that_the_selector_names_is_read_in_firefox() -> Result<()> {
    reads_all(Browser::Firefox).await
}

#[tokio::test]
async fn all_that_the_selector_names_is_read_in_webkit() -> Result<()> {
    reads_all(Browser::WebKit).await
}

/// How often the text is read: not at all while a clock ticks and something moves
/// beside it, and not again and again where something moves in it.
#[tokio::test]
async fn what_changes_nothing_of_the_text_has_it_not_read() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let body = "<div id=moving>Moving</div><time id=clock>0</time>
      <div class=story><p>Words in sight.</p><p id=within>Moving as well.</p></div>
      <script>
        window.reads = 0;
        const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild');
        Object.defineProperty(Node.prototype, 'firstChild', { get() {
          if (this.className === 'story') window.reads++;
          return get.call(this);
        } });
        window.ticks = 0;
        window.move = (element) => {
          const frame = () => {
            ticks++;
            element.style.transform = `translateX(${ticks % 50}px)`;
            moving.dataset.step = ticks;
            clock.textContent = ticks;
            window.moved = requestAnimationFrame(frame);
          };
          frame();
        };
      </script>";
    let page = article(&session, &server, body, &["Words in sight"]).await?;
    reached(&page, &[0]).await?;
    page.settle().await?;
    page.run("window.reads = 0; move(moving)").await?;
    page.wait("ticks > 150").await?;
    let reads = page.run("return reads").await?;
    ensure!(
        reads == 0,
        "beside a moving thing it was read {reads} times"
    );
    page.run("cancelAnimationFrame(moved); ticks = 0; move(within)")
        .await?;
    page.wait("ticks > 300").await?;
    let reads = page.run("return reads").await?;
    ensure!(
        reads.as_u64().is_some_and(|reads| reads <= 4),
        "beside what moves in it, it was read {reads} times"
    );
    // And is read again when something has come.
    page.run("document.querySelector('.story p').textContent = 'Other words.'")
        .await?;
    reached(&page, &[]).await
}
