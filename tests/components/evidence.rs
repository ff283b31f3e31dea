//! From a cell to what it rests on, and back.

use crate::page::{CEASEFIRE, HARBOUR, Page, attribute, document, text, within, words};
use standpoint::article::{Document, Speaker, Statement, StatementKind, Topic};
use standpoint::i18n::{Texts, date};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

const CELL: &str = ".matrix button[data-cell='russia/ceasefire']";
const PANEL: &str = "[id='evidence:russia:ceasefire']";
const OPEN: &str = ".evidence:popover-open";

async fn open(page: &Page) {
    page.until("the evidence is open", |page| {
        page.has(&format!("{PANEL}:popover-open"))
    })
    .await;
}

/// Waits until it is open and its heading has the focus.
async fn heading(page: &Page) {
    open(page).await;
    page.until("the heading has the focus", |page| {
        page.focused().is_some_and(|e| e.tag_name() == "H3")
    })
    .await;
}

async fn closed(page: &Page) {
    page.until("no evidence is open", |page| !page.has(OPEN))
        .await;
}

#[wasm_bindgen_test]
async fn pressing_a_cell_opens_its_evidence_and_closing_it_brings_the_focus_back() {
    let page = Page::ceasefire().await;
    page.one(CELL).focus().expect("focus");
    page.click(CELL);
    heading(&page).await;
    let heading = page.focused().expect("focus");
    assert_eq!(
        attribute(&heading, "id"),
        "evidence:russia:ceasefire:heading"
    );
    assert!(text(&heading).starts_with("Russia"), "{}", text(&heading));
    assert!(text(&heading).ends_with("Against"), "{}", text(&heading));
    assert_eq!(page.all(OPEN).len(), 1);
    page.state_becomes("open", r#""russia/ceasefire""#).await;

    // What the browser does at Escape.
    page.one(PANEL).hide_popover().expect("open");
    closed(&page).await;
    page.state_becomes("open", "null").await;
    let button: Element = page.one(CELL).into();
    page.focus_comes_to(&button).await;
    assert_eq!(page.told("evidence"), [r#""russia/ceasefire""#, "null"]);
}

/// It comes with the press and stays from then on; for paper all of it comes.
#[wasm_bindgen_test]
async fn evidence_is_there_when_it_is_wanted() {
    let page = Page::ceasefire().await;
    assert!(!page.has(".evidence"));
    page.click(CELL);
    page.until("it is open and written out", |page| {
        page.has(&format!("{OPEN} .statement"))
    })
    .await;
    page.one(OPEN).hide_popover().expect("open");
    closed(&page).await;
    assert_eq!(page.all(".evidence").len(), 1);
    let page = page.unrolled().await;
    let document = document(CEASEFIRE);
    let with_background = |topic: &&Topic| !topic.statement_ids.is_empty();
    let stated: BTreeSet<_> = document
        .stances
        .iter()
        .map(|stance| (&stance.organization_id, &stance.topic_id))
        .collect();
    let all = stated.len() + document.topics.iter().filter(with_background).count();
    assert_eq!(page.all(".evidence .cell-footer").len(), all);
}

/// What was opened from an evidence lies upon it; closed, it gives way to it, on
/// the page and in the state.
#[wasm_bindgen_test]
async fn closing_what_was_opened_from_an_evidence_leads_back_to_it() {
    let page = Page::ceasefire().await;
    page.click(".matrix button[data-cell='ukraine/ceasefire']");
    page.state_becomes("open", r#""ukraine/ceasefire""#).await;
    let below = "[id='evidence:ukraine:ceasefire']";
    let other = page.all(&format!("{below} .bears button")).remove(0);
    let name = attribute(&other, "data-cell");
    page.click(&format!("{below} .bears button[data-cell='{name}']"));
    page.state_becomes("open", &format!("{name:?}")).await;
    let above = format!("[id='evidence:{}']", name.replace('/', ":"));
    page.one(&above).hide_popover().expect("open");
    page.state_becomes("open", r#""ukraine/ceasefire""#).await;
    assert_eq!(page.all(OPEN).len(), 1);

    page.one(below).hide_popover().expect("open");
    page.state_becomes("open", "null").await;
    closed(&page).await;
}

#[wasm_bindgen_test]
async fn the_close_button_closes_the_evidence_and_brings_the_focus_back() {
    let page = Page::ceasefire().await;
    page.one(CELL).focus().expect("focus");
    page.click(CELL);
    heading(&page).await;
    let close = page.one(&format!("{PANEL} button.close"));
    assert_eq!(attribute(&close, "aria-label"), "Close");
    close.focus().expect("focus");
    close.click();
    closed(&page).await;
    page.state_becomes("open", "null").await;
    let button: Element = page.one(CELL).into();
    page.focus_comes_to(&button).await;
}

#[wasm_bindgen_test]
async fn the_focus_comes_back_to_the_button_that_was_pressed_among_several() {
    let page = Page::showing(r#"{ "view": "statements" }"#).await;
    let buttons = page.all(".statements-view button[data-cell='russia/ceasefire']");
    assert_eq!(buttons.len(), 3);
    let button: HtmlElement = buttons[1].clone().unchecked_into();
    button.focus().expect("focus");
    button.click();
    heading(&page).await;
    page.one(PANEL).hide_popover().expect("open");
    page.state_becomes("open", "null").await;
    page.focus_comes_to(&button).await;
}

#[wasm_bindgen_test]
async fn a_focus_that_has_gone_elsewhere_stays_there() {
    let page = Page::ceasefire().await;
    page.one(CELL).focus().expect("focus");
    page.click(CELL);
    heading(&page).await;
    let tab = page.one("[id='tab:matrix']");
    tab.focus().expect("focus");
    page.one(PANEL).hide_popover().expect("open");
    page.state_becomes("open", "null").await;
    assert_eq!(page.focused(), Some(tab.into()));
}

#[wasm_bindgen_test]
async fn the_page_is_told_of_the_change_and_of_the_evidence() {
    let page = Page::ceasefire().await;
    assert!(page.told("change").is_empty());
    page.click(CELL);
    page.until("the page is told", |page| !page.told("evidence").is_empty())
        .await;
    assert_eq!(page.told("change").len(), 1);
    assert!(page.told("change")[0].contains(r#""open":"russia/ceasefire""#));
    assert_eq!(page.told("evidence"), [r#""russia/ceasefire""#]);
}

#[wasm_bindgen_test]
async fn the_page_opens_and_closes_evidence() {
    let page = Page::ceasefire().await;
    page.show(r#"{ "open": "russia/ceasefire" }"#);
    heading(&page).await;
    page.show(r#"{ "open": "ukraine/aid" }"#);
    page.until("the other one is open", |page| {
        page.attributes(OPEN, "id") == ["evidence:ukraine:aid"]
            && page
                .focused()
                .is_some_and(|e| e.id() == "evidence:ukraine:aid:heading")
    })
    .await;
    page.state_becomes("open", r#""ukraine/aid""#).await;
    page.show(r#"{ "open": null }"#);
    closed(&page).await;
    page.state_becomes("open", "null").await;
    assert_eq!(
        page.told("evidence"),
        [r#""russia/ceasefire""#, r#""ukraine/aid""#, "null"]
    );
}

#[wasm_bindgen_test]
async fn a_page_that_says_so_at_first_begins_with_evidence_open() {
    let page = Page::showing(r#"{ "open": "russia/ceasefire" }"#).await;
    open(&page).await;
    assert_eq!(page.state("open"), r#""russia/ceasefire""#);
}

#[wasm_bindgen_test]
async fn evidence_that_is_not_there_is_not_opened() {
    let page = Page::ceasefire().await;
    for cell in ["europe-nato/nato", "nobody/nothing", "aid", "x' y"] {
        page.show(&format!(
            r#"{{ "open": "{cell}", "search": "{}" }}"#,
            cell.len()
        ));
        page.state_becomes("search", &format!("\"{}\"", cell.len()))
            .await;
        assert_eq!(page.state("open"), "null", "{cell}");
        assert!(!page.has(OPEN), "{cell}");
    }
}

fn speaker_of(document: &Document, speaker: &Speaker) -> Vec<String> {
    match speaker {
        Speaker::Article => Vec::new(),
        Speaker::Unnamed(words) => {
            vec![words.clone(), "not named in the article".to_owned()]
        }
        Speaker::Named(id) => match document.person(id) {
            Some(person) => vec![person.name.clone(), person.role.clone()],
            None => vec![document.organization(id).expect("a party").name.clone()],
        },
    }
}

/// What a reader must find at a statement, beside its words.
fn details(document: &Document, statement: &Statement) -> Vec<String> {
    let texts = Texts::english("en-GB");
    let mut details = speaker_of(document, &statement.speaker);
    if let Some(when) = &statement.date {
        details.push(date(&texts, when));
    }
    details.push(format!("paragraph {}", statement.paragraph));
    details
}

fn kind_name(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::DirectQuote => "Direct quotation",
        StatementKind::ReportedSpeech => "Reported speech",
        StatementKind::Narration => "The article’s account",
        StatementKind::Commentary => "The author’s comment",
    }
}

#[wasm_bindgen_test]
async fn every_statement_of_a_stance_is_in_its_evidence() {
    for json in [CEASEFIRE, HARBOUR] {
        let page = Page::of(json, "{}").await.unrolled().await;
        let document = document(json);
        for stance in &document.stances {
            let panel = format!(
                "[id='evidence:{}:{}']",
                stance.organization_id, stance.topic_id
            );
            for id in &stance.statement_ids {
                let statement = document.statement(id).expect("a statement");
                let figures = page.all(&format!("{panel} figure[data-statement='{id}']"));
                assert!(!figures.is_empty(), "{panel} without {id}");
                for figure in figures {
                    let kind = text(&within(&figure, ".kind")[0]);
                    assert!(kind.ends_with(kind_name(statement.kind)), "{kind}");
                    assert_eq!(text(&within(&figure, ".words")[0]), words(statement));
                    let caption = text(&within(&figure, "figcaption")[0]);
                    for detail in details(&document, statement) {
                        assert!(caption.contains(&detail), "{id}: {detail} not in {caption}");
                    }
                }
            }
        }
    }
}

#[wasm_bindgen_test]
async fn only_quotations_are_set_as_quotations() {
    for json in [CEASEFIRE, HARBOUR] {
        let page = Page::of(json, "{}").await.unrolled().await;
        let document = document(json);
        let figures = page.all(".evidence figure");
        assert!(figures.len() > 20, "{}", figures.len());
        for figure in figures {
            let id = attribute(&figure, "data-statement");
            let kind = document.statement(&id).expect("a statement").kind;
            assert_eq!(
                within(&figure, "blockquote").len(),
                usize::from(kind == StatementKind::DirectQuote),
                "{id}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn conditions_are_in_the_evidence() {
    let page = Page::ceasefire().await.unrolled().await;
    assert_eq!(
        page.texts("[id='evidence:russia:truce-or-peace'] .conditions li"),
        [
            "Ukraine gives up its aspirations of joining NATO.",
            "Ukraine cedes the disputed territories."
        ]
    );
    assert!(!page.has(&format!("{PANEL} .conditions")));
    assert!(
        page.texts(&format!("{PANEL} .label"))
            .contains(&"Rests on 3 statements".to_owned())
    );
}

#[wasm_bindgen_test]
async fn a_position_of_before_is_in_the_evidence_under_its_own_heading() {
    let page = Page::ceasefire().await.unrolled().await;
    let panel = "[id='evidence:united-states:aid']";
    assert_eq!(
        page.text(&format!("{panel} .earlier h4")),
        "Earlier (until 11 March 2025, beginning unknown)"
    );
    assert_eq!(
        page.attributes(&format!("{panel} .earlier figure"), "data-statement"),
        ["support-halted", "zelensky-accepts"]
    );
    assert_eq!(
        page.text(&format!("{panel} .earlier .stance > .position .word")),
        "Against"
    );
}

#[wasm_bindgen_test]
async fn a_statement_leads_to_the_other_cells_that_rest_on_it() {
    let page = Page::ceasefire().await.unrolled().await;
    let figure =
        "[id='evidence:russia:truce-or-peace'] figure[data-statement='putin-requirements']";
    let links = format!("{figure} .bears button");
    assert_eq!(
        page.text(&format!("{figure} .bears > .label")),
        "Also evidence for"
    );
    assert_eq!(
        page.attributes(&links, "data-cell"),
        ["russia/nato", "russia/territories"]
    );
    page.click(".matrix button[data-cell='russia/truce-or-peace']");
    page.until("the evidence is open", |page| page.has(OPEN))
        .await;
    let link: HtmlElement = page.all(&links)[1].clone().unchecked_into();
    link.focus().expect("focus");
    link.click();
    page.until("the other evidence is open", |page| {
        page.attributes(OPEN, "id")
            .contains(&"evidence:russia:territories".to_owned())
    })
    .await;
    page.state_becomes("open", r#""russia/territories""#).await;
}
