//! Two to four parties side by side.

use crate::page::{Page, property};
use wasm_bindgen_test::wasm_bindgen_test;

const VERSUS: &str = r#"{ "view": "versus", "versus": ["united-states", "russia"] }"#;
const ROWS: &str = ".versus-row";
const SIDES: &str = ".versus-row[data-topic=ceasefire] .versus-side .party-label";

fn select(place: usize) -> String {
    format!(".versus-choice label.side:nth-of-type({place}) select")
}

#[wasm_bindgen_test]
async fn two_parties_stand_side_by_side_the_clashes_first() {
    let page = Page::showing(VERSUS).await;
    assert_eq!(
        page.attributes(ROWS, "data-topic"),
        [
            "ceasefire",
            "truce-or-peace",
            "aid",
            "first-steps",
            "terms",
            "signing",
            "nato",
            "territories",
            "peacekeepers"
        ]
    );
    assert_eq!(page.texts(".versus-row.clash .topic").len(), 2);
    assert_eq!(page.texts(".versus-row .accord")[..2], ["Clash", "Clash"]);
    assert_eq!(page.texts(SIDES), ["United States", "Russia"]);
    assert_eq!(
        page.attributes(".versus-row[data-topic=ceasefire] button", "data-cell"),
        ["united-states/ceasefire", "russia/ceasefire"]
    );
    assert_eq!(
        page.text(".tally[role=status]"),
        "2 of 9 topics can be compared: 2 clashes. 7 cannot be compared."
    );
    assert_eq!(
        [page.value(&select(1)), page.value(&select(2))],
        ["united-states", "russia"]
    );
}

#[wasm_bindgen_test]
async fn a_silent_side_says_so_and_is_not_compared() {
    let page = Page::showing(VERSUS).await;
    let row = ".versus-row[data-topic=aid]";
    assert_eq!(
        page.text(&format!("{row} .accord")),
        "Cannot be compared: not everybody’s position is stated"
    );
    assert_eq!(
        page.text(&format!("{row} .versus-side p.cell")),
        "Not stated in this article"
    );
    assert_eq!(
        page.text(".versus-row[data-topic=first-steps] .accord"),
        "Cannot be compared: nobody’s position is stated"
    );
}

#[wasm_bindgen_test]
async fn the_view_begins_with_the_two_that_clash_most() {
    let page = Page::showing(r#"{ "view": "versus" }"#).await;
    assert_eq!(page.state("versus"), r#"["united-states","russia"]"#);
}

#[wasm_bindgen_test]
async fn swapping_exchanges_the_sides_and_nothing_else() {
    let page = Page::showing(VERSUS).await;
    let (rows, tally) = (page.attributes(ROWS, "data-topic"), page.text(".tally"));
    let accords = page.texts(".versus-row .accord");
    page.click("button.swap");
    page.becomes(SIDES, &["Russia", "United States"]).await;
    assert_eq!(page.attributes(ROWS, "data-topic"), rows);
    assert_eq!(page.text(".tally"), tally);
    assert_eq!(page.texts(".versus-row .accord"), accords);
    assert_eq!(
        [page.value(&select(1)), page.value(&select(2))],
        ["russia", "united-states"]
    );
}

#[wasm_bindgen_test]
async fn the_selects_show_the_sides_after_a_choice_and_two_exchanges() {
    let page = Page::showing(VERSUS).await;
    page.pick(&select(1), "ukraine");
    page.state_becomes("versus", r#"["ukraine","russia"]"#)
        .await;
    page.click("button.swap");
    page.state_becomes("versus", r#"["russia","ukraine"]"#)
        .await;
    page.click("button.swap");
    page.state_becomes("versus", r#"["ukraine","russia"]"#)
        .await;
    assert_eq!(
        [page.value(&select(1)), page.value(&select(2))],
        ["ukraine", "russia"]
    );
}

#[wasm_bindgen_test]
async fn another_party_takes_a_side() {
    let page = Page::showing(VERSUS).await;
    page.pick(&select(2), "ukraine");
    page.becomes(SIDES, &["United States", "Ukraine"]).await;
    assert_eq!(
        page.text(".tally"),
        "3 of 9 topics can be compared: 3 agreements. 6 cannot be compared."
    );
    // The party of the other side changes places with it.
    page.pick(&select(2), "united-states");
    page.becomes(SIDES, &["Ukraine", "United States"]).await;
    assert_eq!(page.value(&select(1)), "ukraine");
}

#[wasm_bindgen_test]
async fn a_third_party_joins_and_leaves() {
    let page = Page::showing(VERSUS).await;
    page.pick(&select(3), "ukraine");
    page.becomes(SIDES, &["United States", "Russia", "Ukraine"])
        .await;
    assert!(page.has(".versus-rows.three"));
    assert_eq!(
        page.text(".tally"),
        "3 of 9 topics can be compared: 2 clashes and 1 agreement. 6 cannot be compared."
    );
    page.pick(&select(3), "");
    page.becomes(SIDES, &["United States", "Russia"]).await;
}

/// A place is offered once those before it are taken; and all at once.
#[wasm_bindgen_test]
async fn a_fourth_party_joins_and_four_at_once() {
    let page = Page::showing(VERSUS).await;
    assert_eq!(page.all(".versus-choice select").len(), 3);
    page.pick(&select(3), "ukraine");
    page.until("there is a fourth place", |page| page.has(&select(4)))
        .await;
    page.pick(&select(4), "europe-nato");
    let four = ["United States", "Russia", "Ukraine", "Europe and NATO"];
    page.becomes(SIDES, &four).await;
    assert!(page.has(".versus-rows.four"));
    page.pick(&select(3), "");
    page.becomes(SIDES, &["United States", "Russia", "Europe and NATO"])
        .await;
    assert_eq!(page.text(".versus-choice .link"), "4 parties side by side");
    page.click(".versus-choice .link");
    let given = ["United States", "Ukraine", "Russia", "Europe and NATO"];
    page.becomes(SIDES, &given).await;
    assert!(!page.has(".versus-choice .link"));
}

/// Who stands on a side already cannot join a second time; the select must not
/// say that they did.
#[wasm_bindgen_test]
async fn a_party_does_not_join_itself() {
    let page = Page::showing(VERSUS).await;
    let option = |id: &str| page.one(&format!("{} option[value='{id}']", select(3)));
    let disabled = |id: &str| property(&option(id), "disabled").is_truthy();
    assert!(disabled("russia") && disabled("united-states"));
    assert!(!disabled("ukraine") && !disabled(""));
    page.pick(&select(3), "ukraine");
    page.becomes(SIDES, &["United States", "Russia", "Ukraine"])
        .await;
    // Now it would change places, as on the other sides.
    page.pick(&select(3), "russia");
    page.becomes(SIDES, &["United States", "Ukraine", "Russia"])
        .await;
}

#[wasm_bindgen_test]
async fn only_differences_leaves_the_rows_on_which_they_differ() {
    let page = Page::showing(VERSUS).await;
    page.pick("select[name='choose.only']", "disagreement");
    page.attribute_becomes(ROWS, "data-topic", &["ceasefire", "truce-or-peace"])
        .await;
}

#[wasm_bindgen_test]
async fn only_agreements_leaves_the_rows_on_which_they_agree() {
    let page =
        Page::showing(r#"{ "view": "versus", "versus": ["united-states", "ukraine"] }"#).await;
    page.pick("select[name='choose.only']", "agreement");
    page.attribute_becomes(ROWS, "data-topic", &["ceasefire", "aid", "truce-or-peace"])
        .await;
}

/// Whoever is hidden in the other views: it is the two sides that differ.
#[wasm_bindgen_test]
async fn only_differences_is_about_the_parties_of_this_view() {
    let page = Page::showing(VERSUS).await;
    page.show(r#"{ "parties": ["united-states", "ukraine"], "only": "disagreement" }"#);
    page.attribute_becomes(ROWS, "data-topic", &["ceasefire", "truce-or-peace"])
        .await;
}

/// The counts are of all chosen topics, whether only differences are listed or
/// not: “2 of 2” would hide that seven cannot be compared.
#[wasm_bindgen_test]
async fn only_differences_does_not_change_the_denominator() {
    let page = Page::showing(VERSUS).await;
    let tally = page.text(".tally");
    page.pick("select[name='choose.only']", "disagreement");
    page.until("only differences are listed", |page| {
        page.all(ROWS).len() == 2
    })
    .await;
    assert_eq!(page.text(".tally"), tally);
}

#[wasm_bindgen_test]
async fn all_pairs_are_shown_with_how_far_they_are_apart_and_on_how_many_topics() {
    let page = Page::showing(VERSUS).await;
    assert_eq!(
        page.texts(".pairs thead th"),
        ["United States", "Ukraine", "Russia"]
    );
    assert_eq!(
        page.texts(".pairs tbody th"),
        ["Ukraine", "Russia", "Europe and NATO"]
    );
    assert_eq!(
        page.texts(".pairs .apart"),
        [
            "17% apart",
            "100% apart",
            "88% apart",
            "cannot be compared",
            "cannot be compared",
            "cannot be compared"
        ]
    );
    assert_eq!(
        page.texts(".pairs .of")[..3],
        ["on 3 of 9 topics", "on 2 of 9 topics", "on 2 of 9 topics"]
    );
}

#[wasm_bindgen_test]
async fn a_pair_of_the_table_opens_side_by_side() {
    let page = Page::showing(VERSUS).await;
    assert_eq!(
        page.texts(".pair[aria-pressed=true] .apart"),
        ["100% apart"]
    );
    // Russia's row, Ukraine's column.
    page.click(".pairs tbody tr:nth-child(2) td:nth-child(3) button");
    page.becomes(SIDES, &["Ukraine", "Russia"]).await;
    assert_eq!(page.texts(".pair[aria-pressed=true] .apart"), ["88% apart"]);
}

#[wasm_bindgen_test]
async fn the_pair_beside_each_other_is_marked_whichever_side_is_first() {
    let page = Page::showing(VERSUS).await;
    page.click("button.swap");
    page.becomes(SIDES, &["Russia", "United States"]).await;
    assert_eq!(
        page.texts(".pair[aria-pressed=true] .apart"),
        ["100% apart"]
    );
}

#[wasm_bindgen_test]
async fn a_cell_opens_its_evidence_here_too() {
    let page = Page::showing(VERSUS).await;
    page.click(".versus button[data-cell='russia/truce-or-peace']");
    page.until("the evidence is open", |page| {
        page.has("[id='evidence:russia:truce-or-peace']:popover-open")
    })
    .await;
}
