//! What must hold of the elements in every view.

use crate::page::{CEASEFIRE, HARBOUR, Page, attribute};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

const VIEWS: [&str; 5] = ["matrix", "versus", "spectrum", "timeline", "statements"];

async fn in_every_view(check: impl Fn(&Page, &str)) {
    let arabic = include_str!("../documents/good/arabic.json");
    for json in [CEASEFIRE, HARBOUR, arabic] {
        let page = Page::of(json, r#"{ "search": "a" }"#).await;
        for view in VIEWS {
            page.show(&format!(r#"{{ "view": "{view}" }}"#));
            page.until(view, |page| {
                page.has(&format!("[id='tab:{view}'][aria-selected=true]"))
            })
            .await;
            check(&page, view);
        }
    }
}

/// A page's security policy may forbid them.
#[wasm_bindgen_test]
async fn nothing_has_a_style_attribute() {
    in_every_view(|page, view| {
        assert!(page.all("*").len() > 100, "{view}");
        assert_eq!(page.attributes("[style]", "class"), [""; 0], "{view}");
    })
    .await;
}

#[wasm_bindgen_test]
async fn no_handler_is_written_into_an_attribute() {
    in_every_view(|page, view| {
        for element in page.all("*") {
            for name in element.get_attribute_names().iter() {
                let name = name.as_string().unwrap_or_default();
                assert!(!name.starts_with("on"), "{name} in {view}");
            }
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_id_is_one_element_s_and_what_names_one_finds_it() {
    in_every_view(|page, view| {
        let ids = page.attributes("[id]", "id");
        let known: BTreeSet<_> = ids.iter().collect();
        assert_eq!(known.len(), ids.len(), "an id stands twice in {view}");
        for name in [
            "aria-labelledby",
            "aria-controls",
            "aria-describedby",
            "popovertarget",
            "for",
        ] {
            for id in page.attributes(&format!("[{name}]"), name) {
                // Evidence is there when it has been opened.
                let later = name == "popovertarget" && id.starts_with("evidence:");
                assert!(later || known.contains(&id), "{name} names {id} in {view}");
            }
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn no_key_of_a_text_shows_itself() {
    in_every_view(|page, view| {
        for element in page.all("*") {
            let own = element.child_element_count() == 0;
            let text = element.text_content().unwrap_or_default();
            let label = attribute(&element, "aria-label");
            for text in [text, label].iter().filter(|_| own) {
                let is_key = text.contains('.')
                    && !text.contains(' ')
                    && text
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || ".-_".contains(c));
                assert!(!is_key, "{text} in {view}");
                assert!(!text.contains('{'), "{text} in {view}");
            }
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn every_button_has_a_name_and_sends_no_form() {
    in_every_view(|page, view| {
        for button in page.all("button") {
            let name = attribute(&button, "aria-label") + &crate::page::text(&button);
            assert!(!name.is_empty(), "in {view}");
            assert_eq!(attribute(&button, "type"), "button", "{name} in {view}");
        }
    })
    .await;
}

/// The elements at a selector, by what names them.
fn named(page: &Page, selector: &str, name: &str) -> Vec<(String, Element)> {
    page.all(selector)
        .into_iter()
        .map(|element| (attribute(&element, name), element))
        .collect()
}

/// Those of before, each the same element, though in another order.
fn same(before: &[(String, Element)], after: &[(String, Element)]) {
    assert_eq!(before.len(), after.len());
    let order = |those: &[(String, Element)]| -> Vec<String> {
        those.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_ne!(order(before), order(after), "the order has changed");
    for (name, element) in after {
        let was = before.iter().find(|(known, _)| known == name);
        let (_, was) = was.expect("it was there before");
        assert!(was == element, "{name} is another element");
    }
}

#[wasm_bindgen_test]
async fn cells_stay_themselves_when_the_parties_are_put_in_another_order() {
    let page = Page::ceasefire().await.unrolled().await;
    let cells = |page: &Page| {
        let row = "tr[data-topic='ceasefire'] td button";
        named(page, row, "data-cell")
    };
    let before = cells(&page);
    page.pick("[id='choose:parties'] select", "name");
    page.attribute_becomes(
        "tr[data-topic='ceasefire'] td button",
        "data-cell",
        &[
            "russia/ceasefire",
            "ukraine/ceasefire",
            "united-states/ceasefire",
        ],
    )
    .await;
    same(&before, &cells(&page));
}

#[wasm_bindgen_test]
async fn a_party_s_head_keeps_the_focus_when_it_sorts() {
    let page = Page::ceasefire().await;
    let sorter = page.one(".matrix thead th:nth-child(4) .sorter");
    sorter.focus().expect("focus");
    sorter.click();
    page.attribute_becomes(
        ".matrix thead th:nth-child(4)",
        "aria-sort",
        &["descending"],
    )
    .await;
    assert!(page.one(".matrix thead th:nth-child(4) .sorter") == sorter);
    assert_eq!(page.focused(), Some(sorter.into()));
}

#[wasm_bindgen_test]
async fn the_chooser_s_rows_stay_themselves_when_a_party_is_moved() {
    let page = Page::ceasefire().await;
    let boxes = "[id='choose:parties'] input";
    let before = named(&page, boxes, "name");
    page.click("[aria-label='Move Russia towards the start']");
    page.attribute_becomes(
        boxes,
        "name",
        &["united-states", "russia", "ukraine", "europe-nato"],
    )
    .await;
    same(&before, &named(&page, boxes, "name"));
}

#[wasm_bindgen_test]
async fn a_box_that_is_unticked_keeps_the_focus() {
    let page = Page::ceasefire().await;
    page.click("button[popovertarget='choose:parties']");
    page.until("the chooser is open", |page| {
        page.has("[id='choose:parties']:popover-open")
    })
    .await;
    let input = page.one("[id='choose:parties'] input[name=united-states]");
    input.focus().expect("focus");
    input.click();
    page.until("its column is gone", |page| {
        page.all(".matrix thead .party").len() == 3
    })
    .await;
    assert!(page.one("[id='choose:parties'] input[name=united-states]") == input);
    assert_eq!(page.focused(), Some(input.into()));
}

#[wasm_bindgen_test]
async fn sides_stay_themselves_when_they_are_exchanged() {
    let page = Page::showing(r#"{ "view": "versus", "versus": ["ukraine", "russia"] }"#).await;
    let sides = ".versus-row[data-topic=ceasefire] button";
    let before = named(&page, sides, "data-cell");
    let swap = page.one("button.swap");
    swap.focus().expect("focus");
    swap.click();
    page.attribute_becomes(
        sides,
        "data-cell",
        &["russia/ceasefire", "ukraine/ceasefire"],
    )
    .await;
    same(&before, &named(&page, sides, "data-cell"));
    assert_eq!(page.focused(), Some(swap.into()));
}

#[wasm_bindgen_test]
async fn rows_of_the_versus_view_stay_themselves_when_their_order_changes() {
    let page = Page::showing(r#"{ "view": "versus", "versus": ["ukraine", "russia"] }"#).await;
    let before = named(&page, ".versus-row", "data-topic");
    page.show(r#"{ "topicOrder": "silence" }"#);
    page.state_becomes("topicOrder", r#""silence""#).await;
    page.until("the order has changed", |page| {
        page.attributes(".versus-row", "data-topic")[2] != before[2].0
    })
    .await;
    same(&before, &named(&page, ".versus-row", "data-topic"));
}

#[wasm_bindgen_test]
async fn statements_stay_themselves_while_the_reader_searches() {
    let page = Page::showing(r#"{ "view": "statements" }"#).await;
    let shown = ".statements-view li:not([hidden]) figure";
    let figures = |page: &Page| named(page, shown, "data-statement");
    let before = figures(&page);
    page.type_into("input[type=search]", "lavrov");
    page.until("it is searched for", |page| figures(page).len() == 3)
        .await;
    for (name, element) in figures(&page) {
        let was = before.iter().find(|(known, _)| *known == name);
        assert!(was.expect("it was there").1 == element, "{name}");
    }
}

#[wasm_bindgen_test]
async fn open_evidence_stays_open_when_the_view_changes() {
    let page = Page::showing(r#"{ "open": "russia/ceasefire" }"#).await;
    page.until("the evidence is open", |page| page.has(":popover-open"))
        .await;
    let panel: HtmlElement = page.one(":popover-open").unchecked_into();
    page.show(r#"{ "view": "timeline", "parties": ["ukraine"] }"#);
    page.until("the view is another", |page| page.has(".timeline"))
        .await;
    assert!(page.one(":popover-open") == panel);
    assert_eq!(page.state("open"), r#""russia/ceasefire""#);
}
