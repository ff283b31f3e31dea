//! The article's text, with a caret and a selection that the keyboard moves.

use super::acts::{Action, Pending};
use super::browser::Surface;
use super::env::{Env, use_env};
use super::text_keys::pressed;
use crate::article::StatementKind;
use crate::draft::{Content, Span, trimmed, units, without_marks};
use crate::i18n::direction;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;
use yew::prelude::*;

type Selected = Closure<dyn FnMut(u32, u32, u32, u32)>;

#[component]
pub(super) fn Text() -> Html {
    let env = use_env();
    let host = use_node_ref();
    let surface = use_surface(&env, &host);
    let content = env.state.content();
    use_shown(&env, surface.as_ref(), &content);
    use_proposed(&env, surface.as_ref());
    use_caret(&env, surface.as_ref());
    let onkeydown = {
        let env = env.clone();
        let surface = surface.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(surface) = &surface else {
                return;
            };
            if pressed(&env, surface, &event) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let language = &content.language;
    html! {
        <div id="text" class="article-text" ref={host} tabindex="0"
            role="textbox" aria-multiline="true" aria-readonly="true"
            aria-label={env.text("text.label")} aria-describedby="text-keys"
            contenteditable="true" inputmode="none" spellcheck="false"
            lang={language.clone()} dir={direction(language)} {onkeydown} />
    }
}

/// The surface in the element, once that is there.
#[hook]
fn use_surface(env: &Env, host: &NodeRef) -> Option<Surface> {
    let surface = use_state(|| None::<Surface>);
    let latest = use_mut_ref(|| env.clone());
    *latest.borrow_mut() = env.clone();
    let (browser, host, set) = (env.browser.clone(), host.clone(), surface.setter());
    let shared = env.surface.clone();
    use_effect_with((), move |()| {
        let selected: Selected = Closure::new(move |paragraph, at, to_paragraph, to| {
            let place = |paragraph: u32, at: u32| (paragraph as usize, at as usize);
            selected(
                &latest.borrow(),
                place(paragraph, at),
                place(to_paragraph, to),
            );
        });
        let made = host
            .cast::<Element>()
            .map(|host| browser.surface(&host, selected.as_ref().unchecked_ref()));
        shared.replace(made.clone());
        set.set(made.clone());
        move || {
            shared.take();
            if let Some(made) = made {
                made.destroy();
            }
            drop(selected);
        }
    });
    (*surface).clone()
}

/// Has the text, its marks and what is noted beside it shown.
#[hook]
fn use_shown(env: &Env, surface: Option<&Surface>, content: &Rc<Content>) {
    let deps = (
        surface.cloned(),
        env.state.version,
        env.texts.language().to_owned(),
    );
    let (texts, shown) = (env.texts.clone(), content.clone());
    use_effect_with(deps, move |(surface, ..)| {
        let content = shown;
        let Some(surface) = surface else {
            return;
        };
        surface.show(
            content
                .paragraphs
                .iter()
                .map(|one| one.text.clone())
                .collect(),
        );
        let states = content.paragraphs.iter().map(|one| {
            match (one.is_out, content.passages_in(one.number), one.is_read) {
                (true, ..) => ("out", texts.get("paragraph.out").to_owned()),
                (_, 1.., _) => {
                    let count = content.passages_in(one.number);
                    ("marked", texts.count("paragraph.passages", count, &[]))
                }
                (_, 0, true) => ("read", texts.get("paragraph.read").to_owned()),
                (_, 0, false) => ("unread", texts.get("paragraph.unread").to_owned()),
            }
        });
        let (states, notes): (Vec<&str>, Vec<String>) = states.unzip();
        surface.note("state", states.into_iter().map(str::to_owned).collect());
        surface.note("note", notes);
    });
    let state = &env.state;
    let spans = state
        .drawn
        .as_ref()
        .map(|drawn| drawn.spans.clone())
        .unwrap_or_default();
    // What is marked changes seldom, what is looked at with every key.
    let deps = (surface.cloned(), state.version);
    let (marked, content) = (spans.clone(), content.clone());
    use_effect_with(deps, move |(surface, _)| {
        let spans = &marked;
        let Some(surface) = surface else {
            return;
        };
        for kind in StatementKind::ALL {
            let all = content.statements.iter().zip(spans);
            let its = all.filter(|(statement, _)| statement.kind == Some(kind));
            surface.mark(kind.id(), flat(its.flat_map(|(_, spans)| spans)));
        }
    });
    let deps = (
        surface.cloned(),
        spans,
        state.pending.clone(),
        state.statement,
    );
    use_effect_with(deps, |(surface, spans, pending, statement)| {
        let Some(surface) = surface else {
            return;
        };
        let current = statement.and_then(|at| spans.get(at)).into_iter().flatten();
        surface.mark("current", flat(current));
        let pending = pending.as_ref().map(Pending::spans).unwrap_or_default();
        surface.mark("pending", flat(pending.iter()));
    });
}

/// Has the caret where it was left when somebody comes back to the text: a browser has
/// it where it likes.
#[hook]
fn use_caret(env: &Env, surface: Option<&Surface>) {
    let wanted = env.state.focus.clone().filter(|(_, id)| id == "text");
    let env = env.clone();
    use_effect_with((surface.cloned(), wanted), move |(surface, wanted)| {
        let (Some(surface), Some(_)) = (surface, wanted) else {
            return;
        };
        let pending = env.state.pending.as_ref();
        let (first, last) = match pending.map(|pending| pending.selected.as_slice()) {
            Some([first, .., last]) => ((first.paragraph, first.from), (last.paragraph, last.to)),
            Some([one]) => ((one.paragraph, one.from), (one.paragraph, one.to)),
            _ => (env.state.caret, env.state.caret),
        };
        surface.select(first.0 as u32, first.1 as u32, last.0 as u32, last.1 as u32);
    });
}

/// Has the proposal that is looked at marked, and in sight while somebody reads.
#[hook]
fn use_proposed(env: &Env, surface: Option<&Surface>) {
    let spans = env.state.proposed().map(|one| one.spans.clone());
    let deps = (surface.cloned(), spans.unwrap_or_default());
    use_effect_with(deps, |(surface, spans)| {
        let Some(surface) = surface else {
            return;
        };
        surface.mark("proposed", flat(spans.iter()));
        if let Some(first) = spans.first() {
            surface.reveal(first.paragraph as u32);
        }
    });
}

fn flat<'a>(spans: impl Iterator<Item = &'a Span>) -> Vec<u32> {
    let numbers = |span: &Span| [span.paragraph, span.from, span.paragraph, span.to];
    spans.flat_map(numbers).map(|n| n as u32).collect()
}

/// Takes in what is selected: in each paragraph whole words, without the space and the
/// quotation marks around them.
fn selected(env: &Env, from: (usize, usize), to: (usize, usize)) {
    let content = env.state.content();
    let paragraphs = from.0..=to.0;
    let spans = paragraphs.filter(|_| from != to).filter_map(|paragraph| {
        let one = content
            .paragraphs
            .get(paragraph)
            .filter(|one| !one.is_out)?;
        let start = if paragraph == from.0 { from.1 } else { 0 };
        let end = match paragraph == to.0 {
            true => to.1,
            false => units(&one.text),
        };
        let words = env.browser.words(&one.text, &content.language);
        let (start, end) = whole_words(&words, start, end);
        let (start, end) = trimmed(&one.text, start, end)?;
        let (from, to) = without_marks(&one.text, start, end);
        Some(Span {
            paragraph,
            from,
            to,
        })
    });
    env.act(Action::Select {
        paragraph: to.0,
        at: to.1,
        spans: spans.collect(),
    });
}

/// A stretch that cuts no word. What is no word stays as it was selected.
fn whole_words(words: &[u32], from: usize, to: usize) -> (usize, usize) {
    let mut whole = (from, to);
    for word in words.chunks_exact(2) {
        let (start, end) = (word[0] as usize, word[1] as usize);
        if start < from && from < end {
            whole.0 = start;
        }
        if start < to && to < end {
            whole.1 = end;
        }
    }
    whole
}
