//! How a page brings a comparison in, speaks with it, and takes it out.

use crate::matrix::PARTIES;
use crate::page::{
    HARBOUR, Page, mount_there, pack, place, property, until, withhold_toggles, written,
};
use js_sys::{Array, Error, Function, JSON};
use standpoint::embed::{Article, Comparison};
use standpoint::export::browser::mistakes;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event};

const BAD: &str = include_str!("../documents/bad/many-at-once.json");
const BAD_EXPECTED: &str = include_str!("../documents/bad/many-at-once.expected.txt");

fn refused(data: JsValue) -> Error {
    assert!(Article::read(&pack(&data)).is_none(), "it is not refused");
    mistakes(data)
}

#[wasm_bindgen_test]
fn a_bad_document_is_refused_with_all_that_is_wrong_and_would_be_right() {
    let error = refused(JSON::parse(BAD).expect("JSON"));
    let problems: Array = property(&error, "problems").unchecked_into();
    let lines: Vec<String> = problems
        .iter()
        .map(|problem| {
            let field = |name| property(&problem, name).as_string().expect("a text");
            assert!(!field("code").is_empty());
            let (pointer, message, mend) = (field("pointer"), field("message"), field("mend"));
            let pointer = if pointer.is_empty() {
                "(document)".to_owned()
            } else {
                pointer
            };
            format!("{pointer}: {message}. {mend}.")
        })
        .collect();
    let expected: Vec<_> = BAD_EXPECTED.lines().collect();
    assert_eq!(lines, expected);
    assert!(
        String::from(error.message()).contains(&expected.len().to_string()),
        "{:?}",
        error.message()
    );
}

#[wasm_bindgen_test]
fn what_is_no_document_at_all_is_refused_as_well() {
    for source in ["null", "3", "[]", "'text'", "(() => 1)", "({})"] {
        let error = refused(js_sys::eval(source).expect("JavaScript"));
        let problems: Array = property(&error, "problems").unchecked_into();
        assert!(problems.length() > 0, "{source}");
    }
}

#[wasm_bindgen_test]
async fn taking_it_out_empties_its_place() {
    let page = Page::showing(r#"{ "open": "russia/ceasefire" }"#).await;
    page.until("the evidence is open", |page| page.has(":popover-open"))
        .await;
    assert!(page.mount.child_element_count() > 0);
    let told = page.heard.borrow().len();
    page.comparison.destroy();
    page.until("its place is empty", |page| {
        page.mount.child_nodes_are_none()
    })
    .await;
    assert_eq!(page.heard.borrow().len(), told);
}

trait Empty {
    fn child_nodes_are_none(&self) -> bool;
}

impl Empty for Element {
    fn child_nodes_are_none(&self) -> bool {
        self.first_child().is_none()
    }
}

#[wasm_bindgen_test]
async fn two_comparisons_share_nothing() {
    let first = Page::ceasefire().await;
    let second = Page::ceasefire().await;
    let third = Page::of(HARBOUR, "{}").await;
    let before = (
        written(&second.comparison.borrow().state()),
        second.texts("*"),
    );
    first.click("[id='choose:parties'] input[name=russia]");
    first.click("[id='tab:versus']");
    first
        .until("the first one has changed", |page| page.has(".versus"))
        .await;
    first.click("[id='tab:matrix']");
    first
        .becomes(PARTIES, &["United States", "Ukraine", "Europe and NATO"])
        .await;
    let after = (
        written(&second.comparison.borrow().state()),
        second.texts("*"),
    );
    assert_eq!(before, after);
    assert!(second.told("change").is_empty());
    assert_eq!(third.all(PARTIES).len(), 5);
    drop(first);
    second.click("[id='tab:spectrum']");
    second
        .until("the second one lives on", |page| page.has(".spectrum"))
        .await;
}

#[wasm_bindgen_test]
async fn what_the_page_says_at_first_is_shown_at_first() {
    let page = Page::showing(
        r#"{ "view": "matrix", "parties": ["russia", "ukraine"], "topics": ["nato", "ceasefire"] }"#,
    )
    .await;
    assert_eq!(page.texts(PARTIES), ["Russia", "Ukraine"]);
    assert_eq!(
        page.attributes(".matrix tr[data-topic]", "data-topic"),
        ["ceasefire", "nato"]
    );
}

#[wasm_bindgen_test]
async fn what_the_page_says_wrongly_is_not_heard() {
    let said = r#"{ "view": "nonsense", "parties": ["nobody"], "topics": 3, "versus": ["russia"],
        "topicOrder": "for/nobody", "kinds": ["rumour"], "speaker": "nobody", "open": 1, "x": {} }"#;
    let page = Page::showing(said).await;
    let plain = Page::ceasefire().await;
    assert_eq!(
        written(&page.comparison.borrow().state()),
        written(&plain.comparison.borrow().state())
    );
}

#[wasm_bindgen_test]
async fn a_state_given_back_shows_the_same() {
    let page = Page::ceasefire().await;
    page.click("[id='choose:parties'] input[name=russia]");
    page.pick("[id='choose:parties'] select", "name");
    page.pick("select[name='choose.only']", "disagreement");
    page.click("[id='tab:statements']");
    page.until("it is shown", |page| page.has(".statements-view"))
        .await;
    page.type_into("input[type=search]", "peace");
    page.pick(".filters > label.field:nth-of-type(3) select", "speaker");
    page.state_becomes("arrangement", r#""speaker""#).await;
    let state = written(&page.comparison.borrow().state());
    let again = Page::showing(&state).await;
    assert_eq!(written(&again.comparison.borrow().state()), state);
    assert_eq!(again.texts(".view *"), page.texts(".view *"));

    page.comparison.borrow().reset();
    let plain = Page::ceasefire().await;
    let first = written(&plain.comparison.borrow().state());
    page.until("everything is shown", |page| {
        written(&page.comparison.borrow().state()) == first
    })
    .await;
    assert_eq!(page.texts(".view *"), plain.texts(".view *"));
}

#[wasm_bindgen_test]
async fn what_changes_nothing_is_not_told() {
    let page = Page::ceasefire().await;
    page.show(r#"{ "view": "matrix" }"#);
    page.click("[id='tab:matrix']");
    page.show(r#"{ "view": "spectrum" }"#);
    page.until("the other view is shown", |page| page.has(".spectrum"))
        .await;
    page.until("the page is told", |page| !page.told("change").is_empty())
        .await;
    assert_eq!(page.told("change").len(), 1);
    assert!(page.told("evidence").is_empty());
}

/// The browser says late that evidence has opened, on a slow machine after the
/// page has closed it again; that must not open it once more.
#[wasm_bindgen_test]
async fn what_the_browser_says_late_undoes_nothing() {
    let root = place();
    withhold_toggles(&root);
    let mounted: Rc<RefCell<Option<Comparison>>> = Rc::default();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let notify = {
        let (root, mounted, heard) = (root.clone(), mounted.clone(), heard.clone());
        Closure::<dyn FnMut(String, JsValue)>::new(move |what: String, open: JsValue| {
            if what == "evidence" && open.is_string() {
                let said = JSON::parse(r#"{ "open": null }"#).expect("JSON");
                mounted
                    .borrow()
                    .as_ref()
                    .expect("mounted")
                    .show(&pack(&said));
                let panel = root.query_selector(":popover-open").expect("a selector");
                let late = Event::new("toggle").expect("an event");
                let panel = panel.expect("the evidence is open");
                panel.dispatch_event(&late).expect("sent");
            }
            heard.borrow_mut().push(what);
        })
    };
    let listener: Function = notify.as_ref().clone().unchecked_into();
    let said = JSON::parse(r#"{ "view": "matrix" }"#).expect("JSON");
    let comparison = mount_there(root.clone(), JsValue::UNDEFINED, said, listener);
    mounted.replace(Some(comparison));
    let has = |selector: &str| root.query_selector(selector).expect("a selector").is_some();
    let has_heard = |what: &str| heard.borrow().iter().any(|known| known == what);
    until("all of it is there", || has_heard("whole")).await;
    let open = JSON::parse(r#"{ "open": "russia/ceasefire" }"#).expect("JSON");
    mounted
        .borrow()
        .as_ref()
        .expect("mounted")
        .show(&pack(&open));
    until("it is opened", || has_heard("evidence")).await;
    until("it is closed", || !has(":popover-open")).await;
    if let Some(comparison) = mounted.take() {
        assert_eq!(written(&property(&comparison.state(), "open")), "null");
        comparison.destroy();
    }
}

#[wasm_bindgen_test]
async fn a_page_s_listener_that_throws_disturbs_nothing() {
    let root = place();
    let said = JSON::parse("{}").expect("JSON");
    let thrower = Function::new_no_args("throw new Error('the page is to blame')");
    let comparison = mount_there(root.clone(), JsValue::UNDEFINED, said, thrower);
    let find = |selector: &str| root.query_selector(selector).expect("a selector");
    until("it is shown", || find(".about").is_some()).await;
    // It cannot say when it is ready.
    let changes = || {
        comparison.show(&pack(
            &JSON::parse(r#"{ "view": "timeline" }"#).expect("JSON"),
        ));
        find(".timeline").is_some()
    };
    until("it changes", changes).await;
    comparison.destroy();
}
