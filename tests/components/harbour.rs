//! Another document, with other parties, another scale and everything that the
//! built-in one has not: nothing is wired to one article.

use crate::page::{HARBOUR, Page};
use wasm_bindgen_test::wasm_bindgen_test;

fn cell(party: &str, topic: &str) -> String {
    format!(".matrix button[data-cell='{party}/{topic}']")
}

#[wasm_bindgen_test]
async fn its_own_parties_topics_and_words_are_shown() {
    let page = Page::of(HARBOUR, "{}").await;
    assert_eq!(
        page.text("h2"),
        "Fiction: a harbour town argues over a ferry terminal"
    );
    assert_eq!(
        page.texts(".matrix thead .party"),
        [
            "Mayor’s office",
            "Norlund",
            "Residents",
            "Heritage trust",
            "Fishers"
        ]
    );
    assert_eq!(page.all(".matrix tr[data-topic]").len(), 6);
    assert_eq!(
        page.text(&format!("{} .word", cell("norlund", "terminal"))),
        "Says yes"
    );
    assert_eq!(
        page.text(".overview"),
        "5 parties on 6 topics: they clash on 2; differ on 1; agree on 2; on 1 they cannot be \
         compared. In 16 of 30 places the article states no position."
    );
}

#[wasm_bindgen_test]
async fn mixed_neutral_contradictory_and_silent_are_four_things() {
    let page = Page::of(HARBOUR, "{}").await;
    let standing = |party, topic| {
        let cell = cell(party, topic);
        (
            page.text(&format!("{cell} .word")),
            page.text(&format!("{cell} .sign")),
        )
    };
    let expected = |word: &str, sign: &str| (word.to_owned(), sign.to_owned());
    assert_eq!(standing("fishers", "dredging"), expected("Mixed", "±"));
    assert_eq!(
        standing("trust", "terminal"),
        expected("Takes no side", "0")
    );
    assert_eq!(
        standing("mayor", "referendum"),
        expected("Contradictory", "≠")
    );
    assert!(!page.has(&cell("trust", "referendum")));
    assert_eq!(
        page.text("tr[data-topic=referendum] td:nth-child(5) p.cell"),
        "Not stated in this article"
    );
}

#[wasm_bindgen_test]
async fn both_of_two_contradictory_stances_are_in_the_evidence() {
    let page = Page::of(HARBOUR, "{}").await.unrolled().await;
    assert_eq!(
        page.text(&format!("{} .summary", cell("mayor", "referendum"))),
        "The article states different positions."
    );
    let panel = "[id='evidence:mayor:referendum']";
    assert_eq!(
        page.texts(&format!("{panel} .stance > .position .word")),
        ["Says no", "Says yes"]
    );
    assert_eq!(
        page.attributes(&format!("{panel} figure"), "data-statement"),
        ["no-need", "a-tenth"]
    );
    assert!(!page.has(&format!("{panel} .earlier")));
}

#[wasm_bindgen_test]
async fn an_earlier_stance_is_in_the_cell_and_in_its_evidence() {
    let page = Page::of(HARBOUR, "{}").await.unrolled().await;
    assert_eq!(
        page.text(&format!("{} .earlier", cell("mayor", "terminal"))),
        "Earlier (November 2022): Takes no side"
    );
    let panel = "[id='evidence:mayor:terminal']";
    assert_eq!(
        page.text(&format!("{panel} .earlier h4")),
        "Earlier (November 2022)"
    );
    assert_eq!(
        page.attributes(&format!("{panel} .earlier figure"), "data-statement"),
        ["figures-first"]
    );
    assert_eq!(
        page.attributes(&format!("{panel} > .stance figure"), "data-statement"),
        ["two-hundred-jobs", "access-road"]
    );
}

#[wasm_bindgen_test]
async fn what_is_not_named_is_said_not_to_be_named() {
    let page = Page::of(HARBOUR, r#"{ "view": "statements" }"#).await;
    assert_eq!(
        page.text(".statements-view figure[data-statement=not-without-limit] .speaker"),
        "People close to the talks, not named in the article"
    );
    // A party that speaks itself has no role.
    assert_eq!(
        page.text(".statements-view figure[data-statement=residents-demands] .speaker"),
        "Quayside Residents’ Group"
    );
}

#[wasm_bindgen_test]
async fn what_cannot_be_compared_is_not_counted_as_a_difference() {
    let page = Page::of(
        HARBOUR,
        r#"{ "view": "versus", "versus": ["mayor", "residents"] }"#,
    )
    .await;
    assert_eq!(
        page.text(".versus-row[data-topic=referendum] .accord"),
        "Cannot be compared: contradictory statements"
    );
    assert_eq!(
        page.text(".tally"),
        "1 of 6 topics can be compared: 1 clash. 5 cannot be compared."
    );
}

/// Two positions of one date are no first position and a second one.
#[wasm_bindgen_test]
async fn contradictory_positions_are_one_moment_of_the_timeline() {
    let page = Page::of(HARBOUR, r#"{ "view": "timeline" }"#).await;
    let words = page.texts(".moment.change .description");
    let contradictory: Vec<_> = words
        .iter()
        .filter(|words| words.contains("different positions"))
        .collect();
    assert_eq!(contradictory.len(), 1, "{words:?}");
    assert!(contradictory[0].contains("” and “"), "{contradictory:?}");
}
