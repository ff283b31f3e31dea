//! Choosing parties and topics, and their order.

use crate::matrix::{PARTIES, TOPICS};
use crate::page::{Page, property};
use std::collections::BTreeMap;
use wasm_bindgen_test::wasm_bindgen_test;

const PARTY_ORDER: &str = "[id='choose:parties'] select";

async fn open(page: &Page, what: &str) {
    page.click(&format!("button[popovertarget='choose:{what}']"));
    let chooser = format!("[id='choose:{what}']:popover-open");
    page.until("the chooser is open", |page| page.has(&chooser))
        .await;
}

fn check_box(what: &str, id: &str) -> String {
    format!("[id='choose:{what}'] input[name='{id}']")
}

fn checked(page: &Page, what: &str, id: &str) -> bool {
    let input = page.one(&check_box(what, id));
    property(&input, "checked").is_truthy()
}

/// The text of every cell, by its party and its topic.
fn cells(page: &Page) -> BTreeMap<String, String> {
    page.attributes(".matrix td button", "data-cell")
        .into_iter()
        .zip(page.texts(".matrix td button"))
        .collect()
}

#[wasm_bindgen_test]
async fn a_party_that_is_unticked_loses_its_column_and_nothing_else_changes() {
    let page = Page::ceasefire().await;
    let mut before = cells(&page);
    open(&page, "parties").await;
    assert!(checked(&page, "parties", "russia"));
    page.click(&check_box("parties", "russia"));
    page.becomes(PARTIES, &["United States", "Ukraine", "Europe and NATO"])
        .await;
    assert_eq!(page.all(".matrix td").len(), 27);
    before.retain(|cell, _| !cell.starts_with("russia/"));
    assert_eq!(before.len(), 8);
    assert_eq!(cells(&page), before);
    assert!(!checked(&page, "parties", "russia"));
    assert_eq!(
        page.text("button[popovertarget='choose:parties'] .count"),
        "3 of 4"
    );
    assert!(
        page.has("[id='choose:parties']:popover-open"),
        "it stays open"
    );

    page.click(&check_box("parties", "russia"));
    page.becomes(
        PARTIES,
        &["United States", "Ukraine", "Russia", "Europe and NATO"],
    )
    .await;
    assert!(checked(&page, "parties", "russia"));
}

#[wasm_bindgen_test]
async fn a_topic_that_is_unticked_loses_its_row_and_nothing_else_changes() {
    let page = Page::ceasefire().await;
    let mut before = cells(&page);
    let rows = ".matrix tr[data-topic]";
    let mut topics = page.attributes(rows, "data-topic");
    open(&page, "topics").await;
    page.click(&check_box("topics", "truce-or-peace"));
    topics.retain(|id| id != "truce-or-peace");
    let topics: Vec<_> = topics.iter().map(String::as_str).collect();
    page.attribute_becomes(rows, "data-topic", &topics).await;
    before.retain(|cell, _| !cell.ends_with("/truce-or-peace"));
    assert_eq!(before.len(), 11);
    assert_eq!(cells(&page), before);
    assert_eq!(
        page.text("button[popovertarget='choose:topics'] .count"),
        "8 of 9"
    );
}

#[wasm_bindgen_test]
async fn with_nothing_chosen_the_reader_is_told_and_can_have_all_back() {
    let page = Page::ceasefire().await;
    let all = "[id='choose:parties'] button.link";
    let disabled = |page: &Page| property(&page.one(all), "disabled").is_truthy();
    assert!(disabled(&page));
    open(&page, "parties").await;
    for party in ["united-states", "ukraine", "russia", "europe-nato"] {
        page.click(&check_box("parties", party));
    }
    page.becomes(
        ".view .nothing",
        &["No party is chosen. Choose at least one above."],
    )
    .await;
    assert!(!page.has(".matrix"));
    assert!(!disabled(&page));
    page.click(all);
    page.becomes(
        PARTIES,
        &["United States", "Ukraine", "Russia", "Europe and NATO"],
    )
    .await;
    page.until("there is nothing more to show", disabled).await;

    for topic in page.attributes(".matrix tr[data-topic]", "data-topic") {
        page.click(&check_box("topics", &topic));
    }
    page.becomes(
        ".view .nothing",
        &["No topic is chosen. Choose at least one above."],
    )
    .await;
}

#[wasm_bindgen_test]
async fn only_where_they_disagree_leaves_the_clashes() {
    let page = Page::ceasefire().await;
    let only = "select[name='choose.only']";
    open(&page, "topics").await;
    page.pick(only, "disagreement");
    page.becomes(
        TOPICS,
        &["The 30-day ceasefire", "Temporary truce or lasting peace"],
    )
    .await;
    assert_eq!(
        page.text(".overview"),
        "4 parties on 2 topics: they clash on 2. In 2 of 8 places the article states no position."
    );
    // Those who are left agree.
    page.click(&check_box("parties", "russia"));
    page.becomes(
        ".view .nothing",
        &["On the chosen topics there is no such disagreement between the chosen parties."],
    )
    .await;
    page.pick(only, "all");
    page.until("all topics are back", |page| page.all(TOPICS).len() == 9)
        .await;
}

#[wasm_bindgen_test]
async fn parties_are_ordered_by_name_and_as_given() {
    let page = Page::ceasefire().await;
    page.pick(PARTY_ORDER, "name");
    page.becomes(
        PARTIES,
        &["Europe and NATO", "Russia", "Ukraine", "United States"],
    )
    .await;
    page.pick(PARTY_ORDER, "given");
    page.becomes(
        PARTIES,
        &["United States", "Ukraine", "Russia", "Europe and NATO"],
    )
    .await;
}

#[wasm_bindgen_test]
async fn a_party_that_comes_back_takes_its_place_in_the_order() {
    let page = Page::showing(r#"{ "partyOrder": "name" }"#).await;
    page.click(&check_box("parties", "russia"));
    page.becomes(PARTIES, &["Europe and NATO", "Ukraine", "United States"])
        .await;
    page.click(&check_box("parties", "russia"));
    page.becomes(
        PARTIES,
        &["Europe and NATO", "Russia", "Ukraine", "United States"],
    )
    .await;
}

#[wasm_bindgen_test]
async fn parties_are_ordered_by_hand() {
    let page = Page::ceasefire().await;
    open(&page, "parties").await;
    let earlier = "[aria-label='Move Russia towards the start']";
    page.click(earlier);
    page.becomes(
        PARTIES,
        &["United States", "Russia", "Ukraine", "Europe and NATO"],
    )
    .await;
    assert_eq!(page.value(PARTY_ORDER), "hand");
    assert_eq!(page.state("partyOrder"), r#""hand""#);
    page.click(earlier);
    page.becomes(
        PARTIES,
        &["Russia", "United States", "Ukraine", "Europe and NATO"],
    )
    .await;
    // What can be done no more keeps the focus, and does nothing.
    let disabled = |selector| page.attributes(selector, "aria-disabled") == ["true"];
    assert!(disabled(earlier));
    assert!(!disabled("[aria-label='Move Russia towards the end']"));
    assert!(disabled(
        "[aria-label='Move Europe and NATO towards the end']"
    ));
    page.one(earlier).focus().expect("focus");
    page.click(earlier);
    assert_eq!(page.focused(), Some(page.one(earlier).into()));
    // The new order is announced.
    assert_eq!(
        page.texts("[id='choose:parties'] [role=status]"),
        ["Order: Russia, United States, Ukraine and Europe and NATO"]
    );
    // The cells go with their columns.
    assert_eq!(
        page.attributes("tr[data-topic=ceasefire] td button", "data-cell"),
        [
            "russia/ceasefire",
            "united-states/ceasefire",
            "ukraine/ceasefire"
        ]
    );
}

#[wasm_bindgen_test]
async fn the_focus_stays_on_the_button_that_moves_a_party() {
    let page = Page::ceasefire().await;
    open(&page, "parties").await;
    let later = "[aria-label='Move United States towards the end']";
    let button = page.one(later);
    button.focus().expect("focus");
    button.click();
    page.becomes(
        PARTIES,
        &["Ukraine", "United States", "Russia", "Europe and NATO"],
    )
    .await;
    assert!(
        page.one(later) == button,
        "the button is still the same one"
    );
    assert_eq!(page.focused(), Some(button.into()));
}

#[wasm_bindgen_test]
async fn a_select_shows_what_is_chosen_however_that_came_about() {
    let page = Page::ceasefire().await;
    let order = "select[name='choose.topic-order']";
    page.pick(order, "clash");
    page.state_becomes("topicOrder", r#""clash""#).await;
    for chosen in ["given", "clash", "silence", "clash"] {
        page.show(&format!(r#"{{ "topicOrder": "{chosen}" }}"#));
        page.state_becomes("topicOrder", &format!("\"{chosen}\""))
            .await;
        page.until(chosen, |page| page.value(order) == chosen).await;
    }
}

/// Nothing is said of the parties, so their order is the one that is said.
#[wasm_bindgen_test]
async fn the_page_puts_the_parties_into_an_order_and_back() {
    let page = Page::ceasefire().await;
    page.show(r#"{ "partyOrder": "name" }"#);
    page.becomes(
        PARTIES,
        &["Europe and NATO", "Russia", "Ukraine", "United States"],
    )
    .await;
    page.show(r#"{ "partyOrder": "given" }"#);
    page.becomes(
        PARTIES,
        &["United States", "Ukraine", "Russia", "Europe and NATO"],
    )
    .await;
    assert_eq!(page.state("partyOrder"), r#""given""#);
}

#[wasm_bindgen_test]
async fn closing_a_chooser_brings_the_focus_back() {
    let page = Page::ceasefire().await;
    let button = page.one("button[popovertarget='choose:parties']");
    button.focus().expect("focus");
    open(&page, "parties").await;
    page.one(&check_box("parties", "russia"))
        .focus()
        .expect("focus");
    page.one("[id='choose:parties']")
        .hide_popover()
        .expect("open");
    page.until("the focus is back", |page| {
        page.focused() == Some(button.clone().into())
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_choice_stays_when_the_view_changes() {
    let page = Page::ceasefire().await;
    page.click(&check_box("parties", "russia"));
    page.click(&check_box("topics", "aid"));
    page.until("it is chosen", |page| page.all(".matrix td").len() == 24)
        .await;
    page.click("[id='tab:spectrum']");
    page.until("the spectrum is shown", |page| page.has(".spectrum"))
        .await;
    assert_eq!(page.all(".spectrum-row").len(), 8);
    assert!(!page.texts(".dot").contains(&"Russia".to_owned()));
    page.click("[id='tab:matrix']");
    page.until("the matrix is shown", |page| page.has(".matrix"))
        .await;
    assert_eq!(page.all(".matrix td").len(), 24);
}
