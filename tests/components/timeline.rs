//! What happened and was said, on one axis.

use crate::page::{HARBOUR, Page, attribute, text, within};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

const TIMELINE: &str = r#"{ "view": "timeline" }"#;

fn moment(page: &Page, topic: &str) -> Element {
    let moments = page.all(".timeline .moment");
    let found: Vec<_> = moments
        .iter()
        .filter(|moment| {
            within(moment, "h3.topic")
                .iter()
                .any(|heading| text(heading) == topic)
        })
        .collect();
    assert_eq!(found.len(), 1, "moments of {topic}");
    found[0].clone()
}

/// Where a moment's bar begins and how wide it is.
fn bar(moment: &Element) -> (i32, i32) {
    let rects = within(moment, "svg.bar rect");
    assert_eq!(rects.len(), 1);
    let number = |name| attribute(&rects[0], name).parse().expect("a number");
    (number("x"), number("width"))
}

#[wasm_bindgen_test]
async fn moments_stand_by_the_first_day_that_they_may_mean() {
    let page = Page::showing(TIMELINE).await;
    assert_eq!(
        page.texts(".moment .when .date"),
        [
            "2022",
            "June 2024",
            "about February 2025",
            "until 11 March 2025, beginning unknown",
            "until 11 March 2025, beginning unknown",
            "11 March 2025",
            "about 11 March 2025",
            "11 March 2025",
            "11 March 2025"
        ]
    );
    assert_eq!(
        page.texts(".moment .when .kind"),
        [
            "Event",
            "Event",
            "Event",
            "Event",
            "Change of position",
            "Event",
            "Event",
            "Statement",
            "Change of position"
        ]
    );
    assert_eq!(page.texts(".timeline-axis span"), ["2022", "2025"]);
}

#[wasm_bindgen_test]
async fn a_vague_date_is_a_wider_bar() {
    let page = Page::showing(TIMELINE).await;
    let (year_from, year) = bar(&moment(&page, "Peace talks of 2022"));
    let (_, month) = bar(&moment(&page, "Ukraine Peace Summit, without Russia"));
    let (_, day) = bar(&moment(&page, "Meeting in Jeddah, Saudi Arabia"));
    assert!(
        year > month && month > day && day > 0,
        "{year} {month} {day}"
    );
    assert_eq!(year_from, 0);
    assert!(
        (245..=255).contains(&year),
        "a quarter of four years: {year}"
    );
    // An unknown beginning: from the axis' own.
    let (from, width) = bar(&moment(&page, "US support for Ukraine is halted"));
    let (jeddah, _) = bar(&moment(&page, "Meeting in Jeddah, Saudi Arabia"));
    assert_eq!(from, 0);
    assert!(
        (jeddah - width).abs() <= 8,
        "it ends in Jeddah: {width}, {jeddah}"
    );
    for bar in page.all(".moment svg.bar") {
        let view = attribute(&bar, "viewBox");
        assert_eq!(view, "0 0 1000 12");
        assert_eq!(attribute(&bar, "aria-hidden"), "true");
    }
}

#[wasm_bindgen_test]
async fn no_bar_leaves_the_axis() {
    for json in [crate::page::CEASEFIRE, HARBOUR] {
        let page = Page::of(json, TIMELINE).await;
        let moments = page.all(".moment");
        assert!(moments.len() > 8);
        for moment in moments {
            let (x, width) = bar(&moment);
            assert!(
                x >= 0 && width >= 8 && x + width <= 1000,
                "{}",
                text(&moment)
            );
        }
    }
}

/// By the last day the hearings, which go on until October, and the dredging,
/// which has no end, would stand elsewhere.
#[wasm_bindgen_test]
async fn spans_stand_by_their_beginning_and_not_by_their_end() {
    let page = Page::of(HARBOUR, TIMELINE).await;
    assert_eq!(
        page.texts(".moment.event h3"),
        [
            "The customs house is built",
            "The harbour is last dredged",
            "The customs house falls empty",
            "Norlund shows its drawings",
            "Public hearings",
            "The council votes",
            "Dredging is to begin"
        ]
    );
    let dates = page.texts(".moment .date");
    let place = |date: &str| dates.iter().position(|known| known == date);
    assert!(place("10 September 2024 to 1 October 2024") < place("1 October 2024"));
    assert!(place("autumn 2022") < place("November 2022"));
}

#[wasm_bindgen_test]
async fn an_open_end_reaches_the_end_of_the_axis() {
    let page = Page::of(HARBOUR, TIMELINE).await;
    let begins = moment(&page, "Dredging is to begin");
    let (x, width) = bar(&begins);
    assert_eq!(x + width, 1000);
    assert_eq!(text(&within(&begins, ".date")[0]), "since March 2025");
    let hearings = moment(&page, "Public hearings");
    assert_eq!(
        text(&within(&hearings, ".date")[0]),
        "10 September 2024 to 1 October 2024"
    );
}

#[wasm_bindgen_test]
async fn a_change_of_position_says_from_what_to_what_and_opens_its_evidence() {
    let page = Page::showing(TIMELINE).await;
    let changes = page.all(".moment.change");
    let words: Vec<_> = changes
        .iter()
        .map(|change| text(&within(change, ".description")[0]))
        .collect();
    assert_eq!(
        words,
        [
            "First recorded position: “Against”.",
            "From “Against” to “For, with conditions”."
        ]
    );
    let heading = text(&within(&changes[1], "h3")[0]);
    assert_eq!(heading, "United States: US military aid and intelligence");
    page.click(".moment.change:last-child [data-cell='united-states/aid']");
    page.until("the evidence is open", |page| {
        page.has("[id='evidence:united-states:aid']:popover-open")
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_event_stands_with_its_parties_paragraph_and_statements() {
    let page = Page::showing(TIMELINE).await;
    let jeddah = moment(&page, "Meeting in Jeddah, Saudi Arabia");
    assert_eq!(
        text(&within(&jeddah, ".what > .label")[0]),
        "United States · Ukraine · paragraph 1"
    );
    let statements: Vec<_> = within(&jeddah, "figure")
        .iter()
        .map(|figure| attribute(figure, "data-statement"))
        .collect();
    assert_eq!(statements, ["zelensky-accepts", "zelensky-three-things"]);
}

#[wasm_bindgen_test]
async fn the_changes_of_a_hidden_party_are_hidden_with_it() {
    let page = Page::showing(TIMELINE).await;
    assert_eq!(page.all(".moment.change").len(), 2);
    page.click("[id='choose:parties'] input[name=united-states]");
    page.until("they are gone", |page| {
        page.all(".moment.change").is_empty()
    })
    .await;
    // So are the two events that were its alone; what others took part in stays.
    assert_eq!(page.all(".moment.event").len(), 4);
    assert!(
        page.texts(".moment.event h3")
            .contains(&"Meeting in Jeddah, Saudi Arabia".to_owned())
    );
}

/// The same filters as in the list of statements, and the same count.
#[wasm_bindgen_test]
async fn statements_are_filtered_and_searched_here_too() {
    let page = Page::showing(TIMELINE).await;
    let figures = |page: &Page| page.all(".moment figure").len();
    let all = figures(&page);
    assert!(all > 3);
    // Those that stand here: what has no date does not.
    let count = |page: &Page| format!("{} of 27 statements.", figures(page));
    assert_eq!(page.text(".hits"), count(&page));
    page.click(".kinds input[name=direct_quote]");
    page.until("no quotation is left", |page| {
        figures(page) < all && !page.has(".moment figure.direct_quote")
    })
    .await;
    assert_eq!(page.all(".moment.event").len(), 6);
    page.click(".kinds input[name=direct_quote]");
    page.type_into("input[type=search]", "an");
    page.until("the hits are marked", |page| !page.marks().is_empty())
        .await;
    let hits = page.marks().len();
    let told = page.text(".hits");
    assert!(hits > 1);
    assert_eq!(told, format!("{} {hits} hits.", count(&page)));
    // Another view of the same choice, in which there are more.
    page.click("[id='tab:statements']");
    page.until("the list is shown", |page| page.has(".statements-view"))
        .await;
    assert_ne!(page.text(".hits"), told);
    assert!(page.marks().len() > hits);
}

/// By its drawing, and not by its colour: a broken end is no known end.
#[wasm_bindgen_test]
async fn an_end_that_is_not_known_does_not_look_like_one_that_is() {
    let page = Page::showing(TIMELINE).await;
    let drawn = |topic: &str, class: &str| within(&moment(&page, topic), class).len();
    assert_eq!(drawn("Meeting in Jeddah, Saudi Arabia", ".gap, .piece"), 0);
    assert_eq!(drawn("US support for Ukraine is halted", ".gap"), 2);
    assert_eq!(drawn("US support for Ukraine is halted", ".piece"), 0);
    let about: Vec<_> = page
        .all(".moment")
        .into_iter()
        .filter(|m| text(&within(m, ".date")[0]).starts_with("about"))
        .collect();
    assert_eq!(about.len(), 2);
    for moment in about {
        assert_eq!(within(&moment, ".piece").len(), 4, "{}", text(&moment));
    }
}
