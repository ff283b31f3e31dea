//! What the reader takes along: a link, the lines for another page, a file.
//!
//! The page's side copies and saves; it answers with a [`Reply`].

use super::element::{El, el, text_in};
use super::env::{Env, use_env};
use super::popup::popup;
use super::reply::reply;
use crate::state::{Copied, Reply, Wish};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// What files there are, each with the text that names it.
const FILES: [(&str, &str); 7] = [
    ("png", "take.png"),
    ("svg", "take.svg"),
    ("csv", "take.csv"),
    ("html", "take.html"),
    ("markdown", "take.markdown"),
    ("json", "take.json"),
    ("jsonld", "take.jsonld"),
];

/// What came of the last wish, if it was made here.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ShareProps {
    pub(super) reply: Option<Reply>,
}

/// The button and the list behind it.
#[component]
pub(super) fn Share(props: &ShareProps) -> Html {
    let env = use_env();
    let texts = &env.texts;
    let copies = el("div")
        .class("wishes")
        .child(wish(&env, "take.link", Wish::Copy(Copied::Link)))
        .child(wish(&env, "take.code", Wish::Copy(Copied::Code)));
    let files = FILES.map(|(format, key)| wish(&env, key, Wish::Save(format)));
    let list = el("div")
        .child(copies)
        .child(text_in("p", "label", texts.get("take.save")))
        .child(el("div").class("wishes").each(files))
        .child(reply(&env, props.reply.as_ref()));
    let name = texts.get("take.title");
    popup("take", name, el("button").text(name), list).html()
}

fn wish(env: &Env, key: &str, wish: Wish) -> El {
    el("button")
        .attr("type", "button")
        .class("link")
        .wish(env, wish)
        .text(env.texts.get(key))
}

impl El {
    /// Tells the page's side what the reader wishes.
    pub(super) fn wish(self, env: &Env, wish: Wish) -> Self {
        let page = env.on_wish.clone();
        let handle = move |event: Event| {
            // A link would lead there too, and put everything else back.
            event.prevent_default();
            page.emit(wish);
        };
        self.on(|| ListenerKind::onclick, Rc::new(handle))
    }
}
