//! The parties along the scale.

use crate::page::{HARBOUR, Page, attribute, text, within};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

const SPECTRUM: &str = r#"{ "view": "spectrum" }"#;

/// A dot's name and where it is.
fn dots(row: &Element) -> Vec<(String, i32, i32)> {
    within(row, "svg.axis .dot")
        .iter()
        .map(|dot| {
            let place = attribute(dot, "transform");
            let numbers = place.trim_start_matches("translate(").trim_end_matches(')');
            let (x, y) = numbers.split_once(' ').expect("two coordinates");
            let number = |text: &str| text.parse().expect("a number");
            (text(&within(dot, "text")[0]), number(x), number(y))
        })
        .collect()
}

fn row(page: &Page, topic: &str) -> Element {
    page.one(&format!(".spectrum-row[data-topic='{topic}']"))
        .into()
}

fn names(row: &Element, selector: &str) -> Vec<String> {
    within(row, selector).iter().map(text).collect()
}

#[wasm_bindgen_test]
async fn the_parties_stand_along_the_line_from_against_to_for() {
    let page = Page::showing(SPECTRUM).await;
    let row = row(&page, "ceasefire");
    assert_eq!(names(&row, ".spectrum-ends span"), ["Against", "For"]);
    assert_eq!(names(&row, "svg .tick").len(), 5);
    let mut dots = dots(&row);
    dots.sort_by_key(|(_, x, _)| *x);
    let named: Vec<_> = dots.iter().map(|(name, _, _)| name.as_str()).collect();
    assert_eq!(named, ["Russia", "Ukraine", "United States"]);
    let places: Vec<_> = dots.iter().map(|(_, x, _)| *x).collect();
    assert_eq!(places, [14, 293, 386]);
}

#[wasm_bindgen_test]
async fn the_same_parties_are_buttons_in_the_order_of_the_scale() {
    let page = Page::showing(SPECTRUM).await;
    let row = row(&page, "ceasefire");
    assert_eq!(
        names(&row, ".cell-link .party"),
        ["United States", "Ukraine", "Russia"]
    );
    assert_eq!(
        names(&row, ".cell-link .word"),
        ["For", "For, with conditions", "Against"]
    );
    page.click(".spectrum-row[data-topic=ceasefire] [data-cell='ukraine/ceasefire']");
    page.until("the evidence is open", |page| {
        page.has("[id='evidence:ukraine:ceasefire']:popover-open")
    })
    .await;
}

/// To place a party of which nothing is stated in the middle would make it
/// neutral.
#[wasm_bindgen_test]
async fn silent_parties_are_listed_and_never_placed() {
    for (json, parties) in [(crate::page::CEASEFIRE, 4), (HARBOUR, 5)] {
        let page = Page::of(json, SPECTRUM).await;
        let mut silent_ones = 0;
        for row in page.all(".spectrum-row") {
            let silent = names(&row, ".silent-party");
            let placed = dots(&row).len();
            let links = names(&row, ".cell-link .party");
            assert_eq!(silent.len() + links.len(), parties, "{}", text(&row));
            assert!(placed <= links.len(), "{}", text(&row));
            assert!(silent.iter().all(|name| !links.contains(name)));
            let label = names(&row, ".silent-label");
            assert_eq!(label.len(), usize::from(!silent.is_empty()));
            assert!(
                label
                    .iter()
                    .all(|label| label == "Not stated in this article")
            );
            silent_ones += silent.len();
        }
        assert!(silent_ones > 10);
    }
}

#[wasm_bindgen_test]
async fn those_at_one_place_are_stacked() {
    let page = Page::showing(SPECTRUM).await;
    let dots = dots(&row(&page, "truce-or-peace"));
    let place = |name: &str| {
        let dot = dots.iter().find(|(known, _, _)| known == name);
        let (_, x, y) = dot.expect("a dot");
        (*x, *y)
    };
    let ((x1, y1), (x2, y2)) = (place("United States"), place("Ukraine"));
    assert_eq!(x1, x2);
    assert!((y1 - y2).abs() >= 16, "two dots of radius 8: {y1} and {y2}");
}

#[wasm_bindgen_test]
async fn what_has_no_place_on_the_scale_is_a_button_and_no_dot() {
    let page = Page::of(HARBOUR, SPECTRUM).await;
    let mixed = row(&page, "dredging");
    assert_eq!(names(&mixed, ".cell-link .word"), ["Says yes", "Mixed"]);
    assert_eq!(dots(&mixed).len(), 1);
    let contradictory = row(&page, "referendum");
    assert_eq!(
        names(&contradictory, ".cell-link .word"),
        ["Says yes", "Contradictory"]
    );
    assert_eq!(dots(&contradictory).len(), 1);
    // Neutral is a position: the middle of the line.
    let neutral = row(&page, "terminal");
    assert!(
        dots(&neutral)
            .iter()
            .any(|(name, x, _)| name.starts_with('H') && *x == 200)
    );
}
