//! Passages that are there and not in sight: told so, opened where they can be,
//! and nothing else moved.

use anyhow::{Result, ensure};
use e2e::article::{article, reached, says};
use e2e::{Browser, Look, Page, Server, Session, dist};

const BODY: &str = "<style>
    .more { max-height: 3em; overflow: hidden; line-height: 1.2em }
    .off { display: none }
    .tall { height: 120vh }
  </style>
  <div class=story>
    <p>Words in sight.</p><div class=tall></div>
    <details id=details><summary>More</summary><details><summary>Still more</summary><p>Words in details.</p></details></details>
    <div id=hidden hidden=until-found><p>Words until found.</p></div>
    <form id=form action='elsewhere.html'><div role=tablist>
      <button role=tab id=one aria-controls=panel-one aria-selected=true>One</button>
      <button role=tab id=two aria-controls=panel-two>Two</button>
      <a role=tab id=three aria-controls=panel-three href='elsewhere.html'>Three</a>
    </div></form>
    <div role=tabpanel id=panel-one><p>Words of one.</p></div>
    <div role=tabpanel id=panel-two class=off><p>Words of two.</p></div>
    <div role=tabpanel id=panel-three class=off><p>Words of three.</p></div>
    <form action='elsewhere.html'><button id=four aria-expanded=false aria-controls=shut>More</button></form>
    <div id=shut hidden><p>Words disclosed.</p></div>
    <div class=more id=clipped><p>One line<br>and another<br>and another<br>and another.</p><p>Words cut off.</p></div>
  </div>
  <div class=tall></div>
  <script>
    four.addEventListener('click', () => { shut.hidden = false; four.ariaExpanded = 'true'; });
    window.found = 0;
    hidden.addEventListener('beforematch', () => window.found++);
    for (const tab of document.querySelectorAll('[role=tab]')) {
      tab.addEventListener('click', () => setTimeout(() => {
        for (const panel of document.querySelectorAll('[role=tabpanel]')) {
          panel.classList.toggle('off', panel.id !== tab.getAttribute('aria-controls'));
        }
      }));
    }
  </script>";

const WORDS: [&str; 8] = [
    "Words in sight",
    "Words in details",
    "Words until found",
    "Words of one",
    "Words of two",
    "Words of three",
    "Words cut off",
    "Words disclosed",
];

const FOLDED: &str = "The passage is folded away on this page. Show in the article";

/// Presses the link of a passage in the evidence that is open, and waits until
/// the evidence is closed.
async fn show(page: &Page<'_>) -> Result<()> {
    page.click(".evidence:popover-open a.passage").await?;
    page.wait("root.querySelector('.evidence:popover-open') === null")
        .await
}

/// Waits until a passage is offered, and what an expression names is in sight.
async fn offered(page: &Page<'_>, passage: usize, element: &str) -> Result<()> {
    page.wait(&format!(
        "root.querySelector('.offer').matches(':popover-open')
           && root.activeElement?.dataset.statement === 'said-{passage}'
           && (() => {{ const {{ top, bottom, height }} = {element}.getBoundingClientRect();
             return height > 0 && top >= 0 && bottom <= innerHeight + 1; }})()"
    ))
    .await
}

async fn is_opened(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = article(&session, &server, BODY, &WORDS).await?;
    // What is cut off can be reached: its beginning is there.
    reached(&page, &[0, 3, 6]).await?;

    says(&page, 1, FOLDED).await?;
    let apart = page
        .text(
            "(() => { const [said, link] = [...root.querySelectorAll('.evidence:popover-open .passages > *')]
               .map((e) => e.getBoundingClientRect());
             return String(link.top > said.top + 9 ? link.left - said.left : Math.round(link.left - said.right) - 12); })()",
        )
        .await?;
    ensure!(apart == "0", "{browser:?}: the link is off by {apart}");
    show(&page).await?;
    offered(&page, 1, "document.querySelector('details details p')").await?;
    says(&page, 1, "Show in the article").await?;

    says(&page, 2, FOLDED).await?;
    show(&page).await?;
    offered(&page, 2, "document.querySelector('#hidden p')").await?;
    ensure!(
        page.run("return found").await? == 1,
        "{browser:?}: beforematch"
    );

    says(&page, 4, FOLDED).await?;
    show(&page).await?;
    offered(&page, 4, "document.querySelector('#panel-two p')").await?;
    // The panel that went is folded away now.
    says(&page, 3, FOLDED).await?;

    says(&page, 7, FOLDED).await?;
    show(&page).await?;
    offered(&page, 7, "document.querySelector('#shut p')").await?;

    // A link that leads elsewhere is left to the reader.
    says(&page, 5, FOLDED).await?;
    show(&page).await?;
    page.wait(
        "(() => { const { top, bottom } = document.getElementById('three').getBoundingClientRect();
           return top >= 0 && bottom <= innerHeight; })()",
    )
    .await?;
    ensure!(
        page.text("location.pathname").await? == "/article.html",
        "{browser:?}: it went elsewhere"
    );

    says(&page, 6, FOLDED).await?;
    show(&page).await?;
    offered(&page, 6, "document.getElementById('clipped')").await?;
    let scrolled = page
        .run("return document.getElementById('clipped').scrollTop")
        .await?;
    ensure!(
        scrolled == 0,
        "{browser:?}: the box is scrolled by {scrolled}"
    );
    let beside = page
        .run("const box = document.getElementById('clipped').getBoundingClientRect();
              const offer = document.querySelector('stance-comparison').shadowRoot.querySelector('.offer').getBoundingClientRect();
              return Math.min(Math.abs(offer.top - box.bottom), Math.abs(offer.bottom - box.bottom))")
        .await?;
    ensure!(
        beside.as_f64().is_some_and(|far| far < 8.0),
        "{browser:?}: the offer is {beside} from the box"
    );
    // When the page opens it, it is as any other.
    page.run("document.getElementById('clipped').style.maxHeight = 'none'")
        .await?;
    page.within(0, "root.host.show({ open: null })").await?;
    page.open_cell("port/topic-6").await?;
    page.wait("root.querySelector('.evidence:popover-open .passages') === null")
        .await?;
    says(&page, 6, "Show in the article").await
}

#[tokio::test]
async fn what_is_folded_away_is_opened_in_chromium() -> Result<()> {
    is_opened(Browser::Chromium).await
}

#[tokio::test]
async fn what_is_folded_away_is_opened_in_firefox() -> Result<()> {
    is_opened(Browser::Firefox).await
}

#[tokio::test]
async fn what_is_folded_away_is_opened_in_webkit() -> Result<()> {
    is_opened(Browser::WebKit).await
}
