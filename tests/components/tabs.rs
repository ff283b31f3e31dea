//! The views as tabs.

use crate::page::{Page, attribute, place, press, until, within};
use standpoint::comparison::Index;
use standpoint::components::{App, AppProps};
use standpoint::i18n::Texts;
use standpoint::state::{Action, State};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::functional::UseReducerDispatcher;
use yew::{Callback, Renderer};

const VIEWS: [&str; 5] = ["matrix", "versus", "spectrum", "timeline", "statements"];

/// The view that everything says is shown.
fn shown(page: &Page) -> String {
    let selected = page.attributes("[role=tab][aria-selected=true]", "id");
    assert_eq!(selected.len(), 1, "one tab is selected");
    assert_eq!(
        page.attributes("[role=tab][tabindex='0']", "id"),
        selected,
        "one tab, the selected one, is in the order of the Tab key"
    );
    assert_eq!(page.all("[role=tab][tabindex='-1']").len(), 4);
    assert_eq!(
        page.attributes("[role=tabpanel]", "aria-labelledby"),
        selected
    );
    selected[0].trim_start_matches("tab:").to_owned()
}

#[wasm_bindgen_test]
async fn a_tab_shows_its_view_in_the_panel_that_it_names() {
    let page = Page::ceasefire().await;
    assert_eq!(
        page.texts("[role=tablist] > [role=tab]"),
        [
            "Overview",
            "Side by side",
            "Spectrum",
            "Timeline",
            "Statements"
        ]
    );
    assert_eq!(
        page.attributes("[role=tab]", "aria-controls"),
        vec![page.one("[role=tabpanel]").id(); 5]
    );
    assert_eq!(
        page.attributes("[role=tablist]", "aria-label"),
        ["Ways to compare"]
    );
    let content = [
        ".matrix",
        ".versus",
        ".spectrum",
        ".timeline",
        ".statements-view",
    ];
    for (view, part) in VIEWS.into_iter().zip(content).rev() {
        page.click(&format!("[id='tab:{view}']"));
        page.until(view, |page| page.has(&format!("[role=tabpanel] > {part}")))
            .await;
        assert_eq!(shown(&page), view);
        let others = content.iter().filter(|other| **other != part);
        for other in others {
            assert!(!page.has(&format!(".view {other}")), "{other} in {view}");
        }
    }
}

async fn key(page: &Page, key: &str, expected: &str) {
    let tab = page.focused().expect("a tab has the focus");
    assert!(press(&tab, key), "{key} is taken");
    page.until(&format!("{key} shows {expected}"), |page| {
        page.has(&format!("[id='tab:{expected}'][aria-selected=true]"))
    })
    .await;
    assert_eq!(shown(page), expected);
    let focused = page.focused().expect("a tab has the focus");
    assert_eq!(focused.id(), format!("tab:{expected}"));
}

#[wasm_bindgen_test]
async fn arrow_keys_move_the_focus_and_select() {
    let page = Page::ceasefire().await;
    page.one("[id='tab:matrix']").focus().expect("focus");
    for view in ["versus", "spectrum", "timeline", "statements", "matrix"] {
        key(&page, "ArrowRight", view).await;
    }
    for view in ["statements", "timeline"] {
        key(&page, "ArrowLeft", view).await;
    }
    key(&page, "Home", "matrix").await;
    key(&page, "End", "statements").await;
}

#[wasm_bindgen_test]
async fn other_keys_are_left_to_the_browser() {
    let page = Page::ceasefire().await;
    let tab = page.one("[id='tab:matrix']");
    tab.focus().expect("focus");
    for key in ["ArrowDown", "ArrowUp", "Tab", "a", "Escape"] {
        assert!(!press(&tab, key), "{key}");
    }
    // Had one of them selected a tab, this would not be the next one.
    key(&page, "ArrowRight", "versus").await;
}

/// Where writing runs from right to left, so do the tabs.
#[wasm_bindgen_test]
async fn arrow_keys_follow_the_direction_of_writing() {
    let mount = place();
    let ready = Rc::new(Cell::new(false));
    let props = AppProps {
        index: Rc::new(Index::new(Rc::new(crate::page::document(
            crate::page::CEASEFIRE,
        )))),
        texts: Rc::new(Texts::parse("ar", "view.label = طرق المقارنة")),
        choice: None,
        on_ready: Callback::from({
            let ready = ready.clone();
            move |dispatcher: UseReducerDispatcher<State>| {
                // Every piece; there are no more of them than that.
                (0..8).for_each(|_| dispatcher.dispatch(Action::Grow(64)));
                ready.set(true);
            }
        }),
        on_change: Callback::noop(),
        on_rendering: Callback::noop(),
        on_growth: Callback::noop(),
        on_unrolled: Callback::noop(),
        place: Callback::from(|()| "#stance__".to_owned()),
        on_wish: Callback::noop(),
        inert: false,
        headline: standpoint::components::HEADLINE,
    };
    let app = Renderer::<App>::with_root_and_props(mount.clone(), props).render();
    until("it is ready", || {
        ready.get() && !within(&mount, ".about").is_empty()
    })
    .await;
    let one = |selector: &str| -> Element { within(&mount, selector)[0].clone() };
    assert_eq!(attribute(&one("section"), "dir"), "rtl");
    assert_eq!(attribute(&one("section"), "lang"), "ar");
    // The document's own words keep their language and direction.
    assert_eq!(attribute(&one("h2"), "lang"), "en");
    assert_eq!(attribute(&one("h2"), "dir"), "ltr");
    let selected = || attribute(&one("[role=tab][aria-selected=true]"), "id");
    assert!(press(&one("[id='tab:matrix']"), "ArrowLeft"));
    until("the next tab is selected", || selected() == "tab:versus").await;
    assert!(press(&one("[id='tab:versus']"), "ArrowRight"));
    until("the first tab is selected", || selected() == "tab:matrix").await;
    app.destroy();
}
