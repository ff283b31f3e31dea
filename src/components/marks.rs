//! Marking what is searched for, without touching what stands there: by the CSS
//! Custom Highlight API, as passages are marked in the page around. Where a
//! browser has none, the statements mark it by elements.

use crate::article::StatementKind;
use crate::comparison::{Index, StatementIx, occurrences};
use crate::i18n;
use js_sys::Reflect;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};
use yew::AttrValue;

/// What the style sheet calls a hit. There is one for all comparisons of a page.
const NAME: &str = "standpoint-hit";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Highlight)]
    type Highlight;
    #[wasm_bindgen(constructor, js_class = "Highlight", catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range) -> bool;

    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = get)]
    fn known(name: &str) -> Option<Highlight>;
    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set)]
    fn register(name: &str, highlight: &Highlight);
}

/// Whether the browser marks what its nodes are told nothing of.
fn can_be_set() -> bool {
    thread_local!(static CAN: OnceCell<bool> = const { OnceCell::new() });
    CAN.with(|can| *can.get_or_init(|| is_in_browser() && has_global("Highlight")))
}

/// What is to be marked by elements: nothing, where the browser can do without.
pub(super) fn in_elements(search: &AttrValue) -> AttrValue {
    if can_be_set() {
        AttrValue::default()
    } else {
        search.clone()
    }
}

fn is_in_browser() -> bool {
    cfg!(target_arch = "wasm32")
}

/// Whether the browser has a class of that name.
pub(super) fn has_global(name: &str) -> bool {
    Reflect::has(&js_sys::global(), &name.into()).unwrap_or(false)
}

/// The marks around a statement's words: a quotation is in the document's language.
pub(super) fn quotation_marks(index: &Index, at: StatementIx) -> [&'static str; 2] {
    let statement = index.statement(at);
    match statement.kind {
        StatementKind::DirectQuote => {
            i18n::quotation_marks(&index.document().language, &statement.text)
        }
        _ => [""; 2],
    }
}

/// The marks of one comparison: what is searched for, in what is in sight.
#[derive(Default)]
pub(super) struct Marks {
    search: RefCell<String>,
    in_sight: RefCell<Vec<Part>>,
}

/// A part of a list that is in sight.
struct Part {
    element: Element,
    statements: Rc<[StatementIx]>,
    ranges: Vec<Range>,
}

impl Marks {
    /// Marks other words from now on.
    pub(super) fn search(&self, index: &Index, search: &str) {
        self.search.replace(search.to_owned());
        for part in &mut *self.in_sight.borrow_mut() {
            part.clear();
            part.mark(index, search);
        }
    }

    /// An element with these statements in it, in their order, has come in sight.
    pub(super) fn enter(&self, index: &Index, element: &Element, statements: &Rc<[StatementIx]>) {
        self.leave(element);
        let mut part = Part {
            element: element.clone(),
            statements: statements.clone(),
            ranges: Vec::new(),
        };
        part.mark(index, &self.search.borrow());
        self.in_sight.borrow_mut().push(part);
    }

    /// It is out of sight, or gone.
    pub(super) fn leave(&self, element: &Element) {
        self.in_sight.borrow_mut().retain_mut(|part| {
            let stays = part.element != *element;
            if !stays {
                part.clear();
            }
            stays
        });
    }
}

impl Part {
    fn mark(&mut self, index: &Index, search: &str) {
        if search.is_empty() {
            return;
        }
        let Ok(figures) = self.element.query_selector_all("figure") else {
            return;
        };
        for (place, at) in self.statements.iter().enumerate() {
            let figure = figures.item(place as u32);
            let Some(figure) = figure.and_then(|node| node.dyn_into::<Element>().ok()) else {
                continue;
            };
            let name = index
                .speaker(*at)
                .map(|speaker| index.speaker_name(speaker));
            let words = Some(&*index.statement(*at).text);
            let texts = [
                ("p.words, .words p", words, quotation_marks(index, *at)),
                ("cite", name, [""; 2]),
            ];
            for (selector, text, around) in texts {
                let node = figure.query_selector(selector).ok().flatten();
                if let Some((node, text)) = node.and_then(|node| node.first_child()).zip(text) {
                    mark(&node, text, around, search, &mut self.ranges);
                }
            }
        }
        if let Some(highlight) = highlight().filter(|_| !self.ranges.is_empty()) {
            for range in &self.ranges {
                highlight.add(range);
            }
        }
    }

    fn clear(&mut self) {
        if self.ranges.is_empty() {
            return;
        }
        if let Some(highlight) = highlight() {
            for range in self.ranges.drain(..) {
                highlight.delete(&range);
            }
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Marks what is searched for in a text that stands between quotation marks.
fn mark(node: &Node, text: &str, [open, close]: [&str; 2], search: &str, ranges: &mut Vec<Range>) {
    // Another script, a translator say, may have put other words there.
    if node.node_value() != Some([open, text, close].concat()) {
        return;
    }
    let before = open.encode_utf16().count() as u32;
    for found in occurrences(text, search) {
        let (start, end) = (before + found.start as u32, before + found.end as u32);
        let range = Range::new().and_then(|range| {
            range.set_start(node, start)?;
            range.set_end(node, end)?;
            Ok(range)
        });
        ranges.extend(range);
    }
}

/// The highlight of all hits of the page.
fn highlight() -> Option<Highlight> {
    if !can_be_set() {
        return None;
    }
    if let Some(highlight) = known(NAME) {
        return Some(highlight);
    }
    let made = Highlight::new().ok()?;
    register(NAME, &made);
    Some(made)
}
