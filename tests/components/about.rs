//! How the comparison was made, and what its signs mean.

use crate::page::{CEASEFIRE, HARBOUR, Page, document, property};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn all_notes_on_the_reading_are_there() {
    for json in [CEASEFIRE, HARBOUR] {
        let page = Page::of(json, "{}").await;
        let review = document(json).review;
        assert!(review.notes.len() >= 5);
        assert_eq!(page.texts(".about .notes li"), review.notes);
        let paragraphs = page.texts(".about p");
        assert!(paragraphs.contains(&review.method), "the method");
    }
}

#[wasm_bindgen_test]
async fn it_is_a_disclosure_that_opens() {
    let page = Page::ceasefire().await;
    let open = |page: &Page| property(&page.one("details.about"), "open").is_truthy();
    assert!(!open(&page));
    assert_eq!(
        page.text("details.about > summary"),
        "About this comparison"
    );
    page.click("details.about > summary");
    page.until("it is open", open).await;
    // Another view does not close it.
    page.click("[id='tab:versus']");
    page.until("the other view is shown", |page| page.has(".versus"))
        .await;
    assert!(open(&page));
}

#[wasm_bindgen_test]
async fn it_says_when_it_was_changed_and_what_was_corrected() {
    let page = Page::ceasefire().await;
    let paragraphs = page.texts(".about p");
    assert!(paragraphs.contains(&"Last changed 23 November 2026".to_owned()));
    assert!(paragraphs.contains(&"None so far.".to_owned()));
    assert!(!page.has(".about a"));

    let page = Page::of(HARBOUR, "{}").await;
    assert_eq!(
        page.texts(".about section:first-child li"),
        [
            "7 October 2024 The sum that Norlund offers was given as 40,000 crowns a year; \
          the article has 400,000."
        ]
    );
    assert_eq!(page.text(".about a"), "Report an error");
    assert_eq!(
        page.attributes(".about a", "href"),
        ["mailto:corrections@example.org"]
    );
}

#[wasm_bindgen_test]
async fn it_explains_the_signs_that_occur() {
    let page = Page::ceasefire().await;
    let legend = page.texts(".about section:last-child .legend:nth-of-type(1) li");
    assert_eq!(
        legend,
        [
            "+For",
            "+For, with conditions",
            "0Neutral",
            "−Rather against",
            "−Against",
            "Not stated in this article: the article states no position; this is neither \
             neutral nor mixed"
        ]
    );
    let page = Page::of(HARBOUR, "{}").await;
    let legend = page.texts(".about section:last-child .legend:nth-of-type(1) li");
    assert_eq!(legend.len(), 6);
    assert!(legend[3].starts_with("± Mixed: "), "{}", legend[3]);
    assert!(legend[4].starts_with("≠ Contradictory: "), "{}", legend[4]);
}

#[wasm_bindgen_test]
async fn it_counts_the_statements_of_each_kind() {
    let page = Page::ceasefire().await;
    let kinds = page.texts(".about section:last-child .legend:nth-of-type(2) li");
    let expected = [
        "Direct quotation (3): ",
        "Reported speech (10): ",
        "The article’s account (10): ",
        "The author’s comment (4): ",
    ];
    assert_eq!(kinds.len(), 4);
    for (kind, expected) in kinds.iter().zip(expected) {
        assert!(kind.contains(expected), "{kind}");
    }
}
