//! What an action costs: it renders what it changes, however large the document.

use crate::page::Page;
use standpoint::components::elements_built;
use wasm_bindgen_test::wasm_bindgen_test;

/// A document of so many parties and topics, each cell of which rests on a
/// statement of its own.
fn document(parties: usize, topics: usize) -> String {
    let list = |count: usize, entry: &dyn Fn(usize) -> String| {
        (0..count).map(entry).collect::<Vec<_>>().join(",")
    };
    let organizations = list(parties, &|p| {
        format!(
            r#"{{ "id": "p{p}", "name": "Party {p}", "short_name": "P{p}", "classification": "party" }}"#
        )
    });
    let topics_of = list(topics, &|t| {
        format!(
            r#"{{ "id": "t{t}", "name": "Topic {t}", "question": "What of {t}?", "group": "G{}" }}"#,
            t / 5
        )
    });
    let each = |entry: &dyn Fn(usize, usize) -> String| {
        list(parties * topics, &|cell| {
            entry(cell % parties, cell / parties)
        })
    };
    let statements = each(&|p, t| {
        format!(
            r#"{{ "id": "s{p}-{t}", "speaker_id": "p{p}", "kind": "reported_speech",
            "text": "The {p} of {t} says so.", "paragraph": 1,
            "target": {{ "type": "TextQuoteSelector", "exact": "The {p} of {t}" }} }}"#
        )
    });
    let stances = each(&|p, t| {
        let position = ["for", "against", "neutral"][(p + t) % 3];
        format!(
            r#"{{ "organization_id": "p{p}", "topic_id": "t{t}", "position": "{position}",
            "summary": "In short {p}.", "statement_ids": ["s{p}-{t}"] }}"#
        )
    });
    format!(
        r#"{{ "format": "standpoint/1", "language": "en",
        "article": {{ "headline": "Made", "description": "For a test.", "paragraphs": 1 }},
        "review": {{ "method": "Made", "updated": "2025" }},
        "organizations": [{organizations}], "topics": [{topics_of}],
        "statements": [{statements}], "stances": [{stances}] }}"#
    )
}

/// How many elements are rendered until something is so.
async fn cost(page: &Page, act: impl Fn(&Page), is_done: impl Fn(&Page) -> bool) -> usize {
    let before = elements_built();
    act(page);
    page.until("it is done", is_done).await;
    elements_built() - before
}

async fn opening(page: &Page) -> usize {
    cost(
        page,
        |page| page.click(".matrix [data-cell='p1/t1']"),
        |page| page.has(".evidence:popover-open"),
    )
    .await
}

async fn closing(page: &Page) -> usize {
    cost(
        page,
        |page| page.one(".evidence").hide_popover().expect("open"),
        |page| page.state("open") == "null",
    )
    .await
}

#[wasm_bindgen_test]
async fn to_open_and_to_close_evidence_costs_the_same_in_any_document() {
    let (small, large) = (document(3, 4), document(12, 40));
    let small = Page::of(&small, "{}").await;
    let large = Page::of(&large, "{}").await;
    let (opened, closed) = (opening(&small).await, closing(&small).await);
    assert_eq!(opening(&large).await, opened);
    assert_eq!(closing(&large).await, closed);
    // One panel, and the frame around.
    assert!(opened < 80, "{opened}");
    assert!(closed < 40, "{closed}");
}

#[wasm_bindgen_test]
async fn to_hide_a_party_renders_no_cell_anew() {
    let page = Page::of(&document(12, 40), "{}").await;
    let hide = |page: &Page| page.click("[id='choose:parties'] input[name=p3]");
    let hidden = cost(&page, hide, |page| {
        page.all(".matrix tbody td").len() == 11 * 40
    });
    let hidden = hidden.await;
    // A row's head has seven elements, and the list of parties under twenty for each; the
    // 480 cells have eight each.
    assert!(hidden < 40 * 7 + 12 * 20, "{hidden}");
}

#[wasm_bindgen_test]
async fn to_put_rows_into_another_order_renders_none_of_them_anew() {
    let page = Page::of(&document(12, 40), r#"{ "grouped": false }"#).await;
    let order = "select[name='choose.topic-order']";
    page.pick(order, "clash");
    page.state_becomes("topicOrder", r#""clash""#).await;
    let sort = |page: &Page| page.pick(order, "silence");
    let sorted = cost(&page, sort, |page| {
        page.state("topicOrder") == r#""silence""#
    });
    let sorted = sorted.await;
    assert!(sorted < 250, "{sorted}");
}

/// A block of statements is looked at when one of them comes or goes; what is in
/// it is not rendered anew.
#[wasm_bindgen_test]
async fn a_letter_costs_what_it_changes() {
    let page = Page::of(&document(12, 40), r#"{ "view": "statements" }"#).await;
    page.until("all are there", |page| page.all("figure").len() == 480)
        .await;
    let status = ".statements-view .hits";
    let type_in = |text: &'static str, hits: &'static str| {
        cost(
            &page,
            move |page| page.type_into("input[type=search]", text),
            move |page| page.text(status) == hits,
        )
    };
    let all = "480 of 480 statements. 480 hits.";
    let first = type_in("t", "480 of 480 statements. 960 hits.").await;
    assert!(first < 60, "nothing comes or goes: {first}");
    let second = type_in("th", all).await;
    assert!(second < 60, "{second}");
    // Nine of them are left, of nine blocks; each of the other statements goes.
    let rare = type_in("the 7 of 7 ", "1 of 480 statements. 1 hit.").await;
    assert!(rare < 480 + 120, "{rare}");
    let none = type_in("the 7 of 7 s", "1 of 480 statements. 1 hit.").await;
    assert!(none < 60, "{none}");
}
