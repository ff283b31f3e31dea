//! The comparison on paper.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, VIEWS, dist};

/// All of what is asked for, of what can be seen.
const SEEN: &str = "const all = (selector) => [...root.querySelectorAll(selector)].filter((e) => e.checkVisibility());";

/// The article on the ceasefire, as if it had an address.
const ADDRESSED: &str = "<script type=module>
    const [page] = document.querySelectorAll('stance-comparison');
    const data = await (await fetch('articles/ceasefire-2025.json')).json();
    data.article.url = 'https://news.example/ceasefire';
    page.data = data;
    </script>";

async fn printed(width: u32, check: &str) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::of_width(width)).await?;
    let body = format!("<stance-comparison></stance-comparison>{SCRIPT}{ADDRESSED}");
    let page = Page::with_body(&session, &server, &body).await?;
    page.wait("root?.querySelector('.source a') != null")
        .await?;
    page.ready().await?;
    page.print().await?;
    for view in VIEWS {
        page.show(view).await?;
        let wrong = page
            .text(&format!("(() => {{ {SEEN} {check} }})()"))
            .await?;
        ensure!(wrong.is_empty(), "{view} at {width} px: {wrong}");
    }
    Ok(())
}

/// Whatever cell they are of, and however long their words.
#[tokio::test]
async fn all_evidence_begins_at_one_edge() -> Result<()> {
    for width in [700, 1100] {
        printed(
            width,
            "const panels = all('.evidence');
             const edges = new Set(panels.map((panel) => { const { left, width } = panel.getBoundingClientRect();
                 return `${Math.round(left)}+${Math.round(width)}`; }));
             const { left, width } = root.querySelector('.comparison').getBoundingClientRect();
             return panels.length > 9 && edges.size === 1 && edges.has(`${Math.round(left)}+${Math.round(width)}`)
                 ? '' : `${panels.length} panels at ${[...edges]}`;",
        )
        .await?;
    }
    Ok(())
}

/// A link that cannot be followed says where it would lead.
#[tokio::test]
async fn links_are_printed_with_their_addresses() -> Result<()> {
    printed(
        900,
        "const links = all('a[href]');
         const said = (link) => link.textContent + getComputedStyle(link, '::after').content;
         const source = all('.source a').map((link) => link.textContent);
         if (links.length < 9 || !/^https?:[^,]+$/.test(source.join())) return `${links.length} links, the article's address is ${source}`;
         return links.filter((link) => !said(link).includes(link.getAttribute('href'))).map(said).join('; ');",
    )
    .await
}

/// Whoever turns the page finds a heading with what it is about.
#[tokio::test]
async fn no_heading_stands_alone_at_the_foot_of_a_page() -> Result<()> {
    printed(
        900,
        "const heads = all('h1, h2, h3, h4, h5, h6, .matrix .group, .evidence-topic, .evidence .question');
         return heads.length > 9 ? heads.filter((head) => getComputedStyle(head).breakAfter !== 'avoid')
             .map((head) => head.className).join('; ') : `${heads.length} headings`;",
    )
    .await
}
