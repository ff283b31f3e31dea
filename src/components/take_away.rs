//! What the reader takes along: a link, the lines for another page, a file.
//!
//! The page's side copies and saves; it answers with a [`Reply`].

use super::chooser::closed;
use super::element::{El, el, text_in};
use super::shared::Shared;
use crate::state::{CellId, Copied, Reply, Wish, encode, link_to_cell, to_link};
use std::rc::Rc;
use web_sys::Event;
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

/// The button and the list behind it.
pub(super) fn take_away(shared: &Shared) -> El {
    let texts = &shared.texts;
    let button = el("button")
        .attr("type", "button")
        .class("chooser-button")
        .part("chooser")
        .attr("popovertarget", "choose:take")
        .text(texts.get("take.title"));
    let here = to_link(&shared.state.choice, shared.document());
    let copies = el("div")
        .class("wishes")
        .child(wish(
            shared,
            "take.link",
            Wish::Copy(Copied::Link, here.clone()),
        ))
        .child(wish(shared, "take.code", Wish::Copy(Copied::Code, here)));
    let files = FILES.map(|(format, key)| wish(shared, key, Wish::Save(format)));
    let list = el("div")
        .attr("id", "choose:take")
        .attr("popover", "auto")
        .on(|| ListenerKind::ontoggle, Rc::new(closed))
        .class("options")
        .attr("role", "group")
        .attr("aria-label", texts.get("take.title"))
        .child(copies)
        .child(text_in("p", "label", texts.get("take.save")))
        .child(el("div").class("wishes").each(files))
        .child(reply(shared, shared.state.choice.open.is_none()));
    el("div").class("chooser").child(button).child(list)
}

/// The permanent link of a cell, and where to report a mistake in it.
pub(super) fn links_of_cell(shared: &Shared, cell: &CellId) -> El {
    let texts = &shared.texts;
    let link = link_to_cell(cell);
    let address = [&*shared.place, &link].concat();
    let wish = Wish::Copy(Copied::Link, link);
    let report = shared.document().review.contact.as_ref().map(|contact| {
        el("a")
            .attr("href", &report_address(contact, &address))
            .attr("rel", "noopener")
            .text(texts.get("about.report"))
    });
    el("div")
        .class("cell-footer")
        .child(
            el("a")
                .attr("href", &address)
                .wish(shared, wish)
                .text(texts.get("take.cell")),
        )
        .maybe(report)
        .child(reply(
            shared,
            shared.state.choice.open.as_ref() == Some(cell),
        ))
}

/// With the cell's address in the letter, where it is an address for letters
/// (RFC 6068).
fn report_address(contact: &str, cell: &str) -> String {
    match contact.strip_prefix("mailto:") {
        Some(to) => {
            let more = if to.contains('?') { "&" } else { "?" };
            let mut address = [contact, more, "body="].concat();
            encode(cell, &mut address);
            address
        }
        None => contact.to_owned(),
    }
}

fn wish(shared: &Shared, key: &str, wish: Wish) -> El {
    el("button")
        .attr("type", "button")
        .class("link")
        .wish(shared, wish)
        .text(shared.texts.get(key))
}

/// What came of it, said where the wish was made. The place for it is always
/// there, or it would not be announced.
fn reply(shared: &Shared, here: bool) -> El {
    let texts = &shared.texts;
    let place = el("div").class("reply").attr("role", "status");
    let Some(reply) = shared.state.reply.as_ref().filter(|_| here) else {
        return place;
    };
    let words = match reply {
        Reply::Copied(Copied::Link) => texts.get("take.link.done").to_owned(),
        Reply::Copied(Copied::Code) => texts.get("take.code.done").to_owned(),
        Reply::ByHand(_) => texts.get("take.by-hand").to_owned(),
        Reply::Saved(file) => texts.with("take.saved", &[("file", file.into())]),
        Reply::Failed(why) => texts.with("take.failed", &[("why", why.into())]),
    };
    let by_hand = match reply {
        Reply::ByHand(text) => Some(
            el("textarea")
                .flag("readonly", true)
                .attr("rows", "3")
                .attr("dir", "ltr")
                .attr("aria-label", &words)
                .value(text),
        ),
        _ => None,
    };
    place.child(text_in("p", "", &words)).maybe(by_hand)
}

impl El {
    /// Tells the page's side what the reader wishes.
    pub(super) fn wish(self, shared: &Shared, wish: Wish) -> Self {
        let page = shared.on_wish.clone();
        let handle = move |event: Event| {
            // A link would lead there too, and put everything else back.
            event.prevent_default();
            page.emit(wish.clone());
        };
        self.on(|| ListenerKind::onclick, Rc::new(handle))
    }
}
