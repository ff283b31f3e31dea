//! What a reader takes along, and what comes of it.

use crate::page::{HARBOUR, Page};
use wasm_bindgen_test::wasm_bindgen_test;

const REPLY: &str = "[id='choose:take'] [role=status]";

/// The one button of the list with that text.
fn wish(page: &Page, words: &str) {
    let buttons = page.all("[id='choose:take'] button");
    let button = buttons
        .iter()
        .find(|b| crate::page::text(b) == words)
        .unwrap_or_else(|| panic!("no button says {words:?}"));
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(button).click();
}

#[wasm_bindgen_test]
async fn a_link_says_what_is_shown() {
    let page = Page::showing(r#"{"view": "versus", "versus": ["russia", "ukraine"]}"#).await;
    wish(&page, "Copy a link to this view");
    assert_eq!(page.told("copy-link"), [r#""versus=russia,ukraine""#]);
    page.show(r#"{"topics": ["ceasefire"]}"#);
    page.state_becomes("topics", r#"["ceasefire"]"#).await;
    wish(&page, "Copy the code to embed this view");
    assert_eq!(
        page.told("copy-code"),
        [r#""versus=russia,ukraine&topic=ceasefire""#]
    );
    assert_eq!(
        page.comparison.borrow().link(),
        "versus=russia,ukraine&topic=ceasefire"
    );
}

#[wasm_bindgen_test]
async fn a_link_is_followed_and_left_again() {
    let page = Page::showing(r#"{"view": "timeline"}"#).await;
    let follow = |link: Option<&str>| page.comparison.borrow().follow(link.map(str::to_owned));
    assert!(follow(Some("cell=russia/ceasefire&parties=russia,ukraine")));
    page.state_becomes("open", r#""russia/ceasefire""#).await;
    page.state_becomes("view", r#""matrix""#).await;
    page.state_becomes("parties", r#"["russia","ukraine"]"#)
        .await;
    assert!(!follow(Some(
        "parties=russia,ukraine&order=hand&cell=russia/ceasefire"
    )));
    // Without a link it is as the page wanted it.
    assert!(follow(None));
    page.state_becomes("view", r#""timeline""#).await;
    page.state_becomes("open", "null").await;
}

#[wasm_bindgen_test]
async fn what_came_of_a_wish_is_announced_until_something_else_is_done() {
    let page = Page::ceasefire().await;
    assert_eq!(page.texts(REPLY), [""]);
    let reply = |what: &str, detail: &str| page.comparison.borrow().reply(what, detail.to_owned());
    reply("link", "");
    page.becomes(REPLY, &["The link is copied."]).await;
    reply("code", "");
    page.becomes(REPLY, &["The code is copied."]).await;
    reply("saved", "table.csv");
    page.becomes(REPLY, &["table.csv is saved."]).await;
    reply("failed", "no memory");
    page.becomes(REPLY, &["It could not be made: no memory"])
        .await;
    reply("by-hand", "https://example.org/#stance:view=versus");
    page.until("it can be copied by hand", |page| {
        page.has(&format!("{REPLY} textarea"))
    })
    .await;
    assert_eq!(
        page.value(&format!("{REPLY} textarea")),
        "https://example.org/#stance:view=versus"
    );
    page.click("[id='tab:timeline']");
    page.becomes(REPLY, &[""]).await;
}

#[wasm_bindgen_test]
async fn every_file_can_be_wished_for() {
    let page = Page::ceasefire().await;
    for (words, format) in [
        ("Picture (PNG)", "png"),
        ("Picture (SVG)", "svg"),
        ("Table (CSV)", "csv"),
        ("Table (HTML)", "html"),
        ("Text (Markdown)", "markdown"),
        ("Data (JSON)", "json"),
        ("Data (JSON-LD)", "jsonld"),
    ] {
        wish(&page, words);
        assert_eq!(page.told("save").last(), Some(&format!("\"{format}\"")));
    }
}

/// It leads to the cell by itself, and is copied when it is pressed.
#[wasm_bindgen_test]
async fn every_cell_has_a_link_of_its_own() {
    let page = Page::ceasefire().await.unrolled().await;
    let link = "[id='evidence:russia:ceasefire'] .cell-footer a";
    assert_eq!(
        page.attributes(link, "href"),
        ["#stance__cell_is_russia_on_ceasefire"]
    );
    page.click("[data-cell='russia/ceasefire']");
    page.state_becomes("open", r#""russia/ceasefire""#).await;
    page.click(link);
    assert_eq!(page.told("copy-link"), [r#""cell_is_russia_on_ceasefire""#]);
    page.comparison.borrow().reply("link", String::new());
    page.becomes(
        "[id='evidence:russia:ceasefire'] [role=status]",
        &["The link is copied."],
    )
    .await;
    // It is said where the reader is, and nowhere else.
    assert_eq!(page.texts(REPLY), [""]);
}

#[wasm_bindgen_test]
async fn a_mistake_is_reported_with_the_cell_that_it_is_in() {
    let page = Page::of(HARBOUR, "{}").await.unrolled().await;
    let links = page.all(".cell-footer a[rel=noopener]");
    assert_eq!(links.len(), page.all(".evidence").len());
    let href = crate::page::attribute(&links[0], "href");
    let (address, body) = href.split_once("?body=").expect("a letter with a body");
    assert_eq!(address, "mailto:corrections@example.org");
    assert!(body.starts_with("%23stance__cell_is_"), "{body}");
}
