//! What a search finds in a browser: what it finds natively, and what the
//! browser's own “find in page” finds.

use crate::found::KINDS;
use anyhow::{Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session};
use serde_json::{Value, json};
use standpoint::comparison::occurrences;

/// High enough for all that is listed: what is not in sight is not marked.
const TALL: Look = Look {
    width: 1280,
    height: 20_000,
    dark: false,
};

/// A document whose statements are these texts.
fn document() -> Value {
    let statements = KINDS.iter().enumerate().map(|(n, (text, ..))| {
        json!({
            "id": format!("said-{n}"), "kind": "narration", "text": text, "paragraph": 1,
            "target": { "type": "TextQuoteSelector", "exact": text },
        })
    });
    json!({
        "format": "standpoint/1", "language": "en",
        "article": { "headline": "Kinds", "description": "Made for a test.", "paragraphs": 1 },
        "review": { "method": "Made for a test.", "updated": "2026-01-01" },
        "organizations": [{ "id": "port", "name": "The port", "short_name": "Port", "classification": "port" }],
        "topics": [{ "id": "topic", "name": "Topic", "question": "What of it?" }],
        "statements": statements.collect::<Vec<_>>(),
    })
}

/// By statement, where it is marked, in UTF-16 units.
const MARKED: &str = "(() => {
    const marks = new Map();
    const add = (node, start, end) => {
        const figure = node.parentElement.closest('figure');
        const of = figure.dataset.statement;
        marks.set(of, [...(marks.get(of) ?? []), [start, end]]);
    };
    if (typeof Highlight === 'function') {
        for (const r of CSS.highlights.get('standpoint-hit') ?? []) add(r.startContainer, r.startOffset, r.endOffset);
    } else {
        for (const mark of root.querySelectorAll('mark')) {
            let start = 0;
            for (let n = mark.previousSibling; n; n = n.previousSibling) start += n.textContent.length;
            add(mark, start, start + mark.textContent.length);
        }
    }
    const place = (id) => Number(id.slice(5));
    return JSON.stringify([...marks].sort(([a], [b]) => place(a) - place(b)).map(([id, places]) => [place(id), places.sort((a, b) => a[0] - b[0])]));
})()";

/// The same natively.
fn natively(searched: &str) -> Value {
    let found = KINDS.iter().enumerate().filter_map(|(n, (text, ..))| {
        let found = occurrences(text, searched);
        let places: Vec<_> = found
            .iter()
            .map(|place| json!([place.start, place.end]))
            .collect();
        (!places.is_empty()).then(|| json!([n, places]))
    });
    found.collect()
}

async fn is_found_as_natively(browser: Browser) -> Result<()> {
    let server = Server::start(&e2e::dist())?;
    let session = Session::start(browser, TALL).await?;
    let body = format!(
        "<stance-comparison loading=\"eager\"><script type=\"application/json\">{}</script></stance-comparison>{SCRIPT}",
        document()
    );
    let page = Page::with_body(&session, &server, &body).await?;
    page.ready().await?;
    let mut wrong = Vec::new();
    for (_, searched, _) in KINDS {
        let expected = natively(searched).to_string();
        page.within(
            0,
            &format!(
                "root.host.show({})",
                json!({ "view": "statements", "search": searched })
            ),
        )
        .await?;
        let found = page
            .wait(&format!(
                "root.host.state.search === {} && {MARKED} === {}",
                json!(searched),
                json!(expected)
            ))
            .await;
        if found.is_err() {
            let marked = page.text(MARKED).await?;
            wrong.push(format!("{searched:?}: {marked} and natively {expected}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn it_is_found_as_natively_in_chromium() -> Result<()> {
    is_found_as_natively(Browser::Chromium).await
}

#[tokio::test]
async fn it_is_found_as_natively_in_firefox() -> Result<()> {
    is_found_as_natively(Browser::Firefox).await
}

#[tokio::test]
async fn it_is_found_as_natively_in_webkit() -> Result<()> {
    is_found_as_natively(Browser::WebKit).await
}

/// What the browser's own search marks of each text, by `window.find`.
async fn own(browser: Browser) -> Result<Value> {
    let server = Server::start(&e2e::dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let texts: String = KINDS
        .iter()
        .map(|(text, ..)| format!("<p>{text}</p>"))
        .collect();
    let page = Page::with_body(&session, &server, &texts).await?;
    let searched: Vec<_> = KINDS.iter().map(|(_, searched, _)| searched).collect();
    page.run(&format!(
        "const texts = [...document.querySelectorAll('p')];
         return {}.map((searched, n) => {{
            const found = [];
            const selection = getSelection();
            selection.collapse(texts[n], 0);
            while (found.length < 9 && find(searched, false, false, false)
                && texts[n].contains(selection.getRangeAt(0).startContainer)) {{
                found.push(String(selection.getRangeAt(0)));
            }}
            return found;
         }});",
        json!(searched)
    ))
    .await
}

/// Holds what the browser finds against what is marked here, but for what is
/// searched for with these words, where it finds something else.
async fn is_found_by_the_browser_itself(browser: Browser, otherwise: &[&str]) -> Result<()> {
    let own = own(browser).await?;
    let mut wrong = Vec::new();
    for (n, (text, searched, marked)) in KINDS.iter().enumerate() {
        let is_same = own[n] == json!(marked);
        if is_same == otherwise.contains(searched) {
            wrong.push(format!(
                "{searched:?} in {text:?}: {} and here {}",
                own[n],
                json!(marked)
            ));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[tokio::test]
async fn it_is_found_by_chromium_itself() -> Result<()> {
    let otherwise = [
        // An apostrophe that is a letter, of Ukrainian.
        "об'єкт",
        // It takes the space that was typed as it is.
        "two  words",
        " two words ",
        // Half-width kana with a voiced sound mark.
        "ガイド",
    ];
    is_found_by_the_browser_itself(Browser::Chromium, &otherwise).await
}

/// Firefox compares character by character: no letter is two, digits and signs
/// are compared as they are, and marks are taken off whether a letter of its own
/// comes of that or not.
#[tokio::test]
async fn it_is_found_by_firefox_itself() -> Result<()> {
    let otherwise = [
        "\"nein\"",
        "10 000",
        "two  words",
        " two words ",
        "cafe",
        "и",
        "й",
        "ганок",
        "istanbul",
        "strasse",
        "straße",
        "caesar",
        "find",
        "...",
        "123",
        "١٢٣",
        "102",
        "2022-2023",
        "الحرب",
        "الحـــرب",
        "مدينه",
        "हिन",
        "한국",
        "ヒラガナ",
        "ガイド",
        "👩",
        "👍",
    ];
    is_found_by_the_browser_itself(Browser::Firefox, &otherwise).await
}

/// WebKit's is Chromium's, but for what is typed with a mark, which it finds with
/// that mark only, and marks that may be half a letter.
#[tokio::test]
async fn it_is_found_by_webkit_itself() -> Result<()> {
    let otherwise = [
        "\"",
        "об'єкт",
        "two  words",
        " two words ",
        "café",
        "ЕЩЁ",
        "straße",
        "السَّلام",
        "الحـــرب",
        "שָׁלוֹם",
        "हिन",
        "ガイド",
        "👩",
        "👍",
    ];
    is_found_by_the_browser_itself(Browser::WebKit, &otherwise).await
}
