//! The matrix: topics by parties.

use crate::page::{Page, attribute, text, within};
use wasm_bindgen_test::wasm_bindgen_test;

pub(crate) const TOPICS: &str = ".matrix tbody th[scope=row] .topic";
pub(crate) const PARTIES: &str = ".matrix thead th .party";
const SILENT: &str = "Not stated in this article";

#[wasm_bindgen_test]
async fn the_matrix_is_a_table_of_topics_by_parties() {
    let page = Page::ceasefire().await;
    let table = page.one("table.matrix");
    assert_eq!(
        page.text("table.matrix > caption"),
        "Where each party stands on each topic"
    );
    assert_eq!(attribute(&table, "role"), "table");
    assert_eq!(
        page.texts(PARTIES),
        ["United States", "Ukraine", "Russia", "Europe and NATO"]
    );
    assert_eq!(
        page.texts(".matrix th[scope=rowgroup]"),
        [
            "The way to a truce",
            "The agreement",
            "What a peace would hold"
        ]
    );
    let rows = page.all(".matrix tr[data-topic]");
    assert_eq!(rows.len(), 9);
    for row in &rows {
        assert_eq!(within(row, "th[scope=row][role=rowheader]").len(), 1);
        assert_eq!(within(row, "td[role=cell]").len(), 4);
        assert_eq!(within(row, "th, td").len(), 5);
    }
    assert_eq!(page.all(".matrix th[scope=col]").len(), 5);
    assert_eq!(
        page.attributes(".matrix th[scope=rowgroup]", "colspan"),
        ["5", "5", "5"]
    );
}

#[wasm_bindgen_test]
async fn topics_stand_in_the_body_of_their_group() {
    let page = Page::ceasefire().await;
    let bodies: Vec<(String, usize)> = page
        .all(".matrix > tbody")
        .iter()
        .map(|body| {
            let name = text(&within(body, "th[scope=rowgroup]")[0]);
            (name, within(body, "tr[data-topic]").len())
        })
        .collect();
    let sizes: Vec<_> = bodies.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    assert_eq!(
        sizes,
        [
            ("The way to a truce", 4),
            ("The agreement", 2),
            ("What a peace would hold", 3)
        ]
    );
}

#[wasm_bindgen_test]
async fn a_cell_says_its_position_in_a_word_with_a_sign_and_a_line() {
    let page = Page::ceasefire().await;
    let cell = ".matrix button[data-cell='ukraine/ceasefire']";
    assert_eq!(page.text(&format!("{cell} .word")), "For, with conditions");
    assert_eq!(
        page.text(&format!("{cell} .summary")),
        "Accepted the proposal to negotiate it, in exchange for military aid."
    );
    let sign = page.one(&format!("{cell} .sign"));
    assert_eq!(text(&sign), "+");
    assert_eq!(attribute(&sign, "aria-hidden"), "true");
    assert_eq!(
        page.text(".matrix button[data-cell='russia/ceasefire'] .sign"),
        "−"
    );
}

#[wasm_bindgen_test]
async fn a_silent_cell_says_so_and_opens_nothing() {
    let page = Page::ceasefire().await;
    let cells = page.all(".matrix td");
    let silent: Vec<_> = cells
        .iter()
        .filter(|td| within(td, "button").is_empty())
        .collect();
    assert_eq!((cells.len(), silent.len()), (36, 22));
    for td in silent {
        assert_eq!(text(&within(td, "p.cell")[0]), SILENT);
        assert!(within(td, "[popovertarget], .sign").is_empty());
    }
    for td in cells.iter().filter(|td| !within(td, "button").is_empty()) {
        assert!(!text(td).contains(SILENT), "{}", text(td));
    }
}

#[wasm_bindgen_test]
async fn every_row_says_how_its_parties_stand_together() {
    let page = Page::ceasefire().await;
    assert_eq!(
        page.texts(".matrix th .accord"),
        [
            "Clash",
            "They agree",
            "One voice only",
            "Clash",
            "One voice only",
            "One voice only",
            "One voice only",
            "One voice only",
            "One voice only"
        ]
    );
    assert_eq!(
        page.text(".overview"),
        "4 parties on 9 topics: they clash on 2; agree on 1; on 6 only one has a recorded \
         position. In 22 of 36 places the article states no position."
    );
}

#[wasm_bindgen_test]
async fn topics_are_sorted_by_clash_and_by_silence_and_back() {
    let page = Page::ceasefire().await;
    let rows = ".matrix tr[data-topic]";
    let order = "select[name='choose.topic-order']";
    let given = page.attributes(rows, "data-topic");
    assert_eq!(page.attributes(".matrix .corner", "aria-sort"), [""]);

    page.pick(order, "clash");
    let clash = [
        "ceasefire",
        "truce-or-peace",
        "aid",
        "first-steps",
        "terms",
        "signing",
        "nato",
        "territories",
        "peacekeepers",
    ];
    page.attribute_becomes(rows, "data-topic", &clash).await;
    assert_eq!(page.attributes(".matrix .corner", "aria-sort"), ["other"]);

    page.pick(order, "silence");
    let silence = [
        "first-steps",
        "terms",
        "signing",
        "nato",
        "territories",
        "peacekeepers",
        "aid",
        "ceasefire",
        "truce-or-peace",
    ];
    page.attribute_becomes(rows, "data-topic", &silence).await;
    assert_eq!(page.attributes(".matrix .corner", "aria-sort"), ["other"]);

    page.pick(order, "given");
    let given: Vec<_> = given.iter().map(String::as_str).collect();
    page.attribute_becomes(rows, "data-topic", &given).await;
    assert_eq!(page.attributes(".matrix .corner", "aria-sort"), [""]);
}

#[wasm_bindgen_test]
async fn a_party_s_head_sorts_by_where_it_stands() {
    let page = Page::ceasefire().await;
    let rows = ".matrix tr[data-topic]";
    let heads = ".matrix thead th:not(.corner)";
    let sorter = ".matrix thead th:nth-child(4) .sorter";
    assert_eq!(page.text(&format!("{sorter} .party")), "Russia");
    assert_eq!(page.attributes(heads, "aria-sort"), ["none"; 4]);

    page.click(sorter);
    let sorts = ["none", "none", "descending", "none"];
    page.attribute_becomes(heads, "aria-sort", &sorts).await;
    let unstated = ["aid", "first-steps", "signing"];
    let against = ["ceasefire", "truce-or-peace", "nato", "peacekeepers"];
    let for_it = ["terms", "territories"];
    assert_eq!(
        page.attributes(rows, "data-topic"),
        [&for_it[..], &against, &unstated].concat()
    );

    page.click(sorter);
    let sorts = ["none", "none", "ascending", "none"];
    page.attribute_becomes(heads, "aria-sort", &sorts).await;
    assert_eq!(
        page.attributes(rows, "data-topic"),
        [&against[..], &for_it, &unstated].concat()
    );

    page.click(sorter);
    page.attribute_becomes(heads, "aria-sort", &["none"; 4])
        .await;
    assert_eq!(page.state("topicOrder"), r#""given""#);
}

#[wasm_bindgen_test]
async fn a_change_before_now_is_in_the_cell() {
    let page = Page::ceasefire().await;
    let cell = ".matrix button[data-cell='united-states/aid']";
    assert_eq!(
        page.text(&format!("{cell} .position .word")),
        "For, with conditions"
    );
    assert_eq!(
        page.text(&format!("{cell} .earlier")),
        "Earlier (until 11 March 2025, beginning unknown): Against"
    );
}

#[wasm_bindgen_test]
async fn the_background_of_a_topic_opens_from_its_row() {
    let page = Page::ceasefire().await.unrolled().await;
    assert_eq!(
        page.attributes(".matrix button.background", "aria-label"),
        [
            "Background: The 30-day ceasefire",
            "Background: First steps to build confidence",
            "Background: Foreign peacekeepers"
        ]
    );
    page.click(".matrix button[data-cell='peacekeepers']");
    let panel = "[id='evidence::peacekeepers']:popover-open";
    page.until("the background is open", |page| page.has(panel))
        .await;
    assert_eq!(
        page.attributes(&format!("{panel} figure"), "data-statement"),
        ["moscow-preempts", "peacekeepers-aside"]
    );
    page.state_becomes("open", r#""peacekeepers""#).await;
}

/// Sorted, the topics leave their groups, until the reader wants those back.
#[wasm_bindgen_test]
async fn topics_stand_in_their_groups_or_through_them() {
    let page = Page::ceasefire().await;
    let heads = ".matrix tr.group th[scope=rowgroup]";
    let groups = page.texts(heads);
    assert!(groups.len() > 1, "{groups:?}");
    page.pick("select[name='choose.topic-order']", "clash");
    page.becomes(heads, &[]).await;
    page.click("[id='choose:topics'] input[name=groups]");
    page.until("the groups are back", |page| {
        page.all(heads).len() == groups.len()
    })
    .await;
    page.pick("select[name='choose.topic-order']", "given");
    let groups: Vec<_> = groups.iter().map(String::as_str).collect();
    page.becomes(heads, &groups).await;
    page.click("[id='choose:topics'] input[name=groups]");
    page.becomes(heads, &[]).await;
}

#[wasm_bindgen_test]
async fn only_where_they_clash_leaves_out_where_they_only_differ() {
    let page = Page::of(crate::page::HARBOUR, "{}").await;
    let rows = ".matrix tr[data-topic]";
    page.show(r#"{ "only": "disagreement" }"#);
    page.until("some are left", |page| page.all(rows).len() < 6)
        .await;
    let disagreement = page.attributes(rows, "data-topic");
    assert!(
        page.texts(".accord")
            .iter()
            .any(|words| words == "They differ")
    );
    page.show(r#"{ "only": "clash" }"#);
    page.until("fewer are left", |page| {
        page.all(rows).len() < disagreement.len()
    })
    .await;
    assert!(page.texts(".accord").iter().all(|words| words == "Clash"));
}
