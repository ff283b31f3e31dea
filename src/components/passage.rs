//! The way from a statement to its passage: in the text of the page around, or
//! in the article wherever it is on the web.

use super::element::{El, el, text_in};
use super::env::Env;
use crate::anchoring::to_directives;
use crate::comparison::StatementIx;
use crate::state::{Passage, Wish};

/// What can be said of a statement's passage, when it was `found` so in the text
/// around; nothing where there is neither such a text nor an address.
pub(super) fn passage(env: &Env, at: StatementIx, found: Option<Passage>) -> Option<El> {
    let texts = &env.texts;
    let url = env.document().article.url.as_deref();
    let link = |address: &str, key| {
        let page = address.split('#').next().unwrap_or_default();
        let directive = to_directives(&env.index.statement(at).targets);
        let address = [page, "#:~:", &directive].concat();
        el("a")
            .class("passage")
            .attr("href", &address)
            .text(texts.get(key))
    };
    let show = || link(&env.place.borrow(), "passage.show").wish(env, Wish::Passage(at));
    let read = || url.map(|url| link(url, "passage.read").attr("rel", "noopener"));
    let (said, way) = match found {
        Some(Passage::Exact) => return Some(show()),
        Some(Passage::Changed) => (Some("passage.changed"), Some(show())),
        Some(Passage::Folded) => (Some("passage.folded"), Some(show())),
        Some(Passage::Ambiguous) => (Some("passage.ambiguous"), read()),
        Some(Passage::NotFound) => (Some("passage.not-found"), read()),
        None => (None, read()),
    };
    let class = match found {
        Some(Passage::Changed) => "where changed",
        _ => "where",
    };
    let said = said.map(|key| text_in("span", class, texts.get(key)));
    (said.is_some() || way.is_some()).then(|| el("div").class("passages").maybe(said).maybe(way))
}
