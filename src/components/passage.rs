//! The way from a statement to its passage: in the text of the page around, or
//! in the article wherever it is on the web.

use super::element::{El, el, text_in};
use super::shared::Shared;
use crate::anchoring::to_directive;
use crate::article::Statement;
use crate::state::{Passage, Wish};

/// What can be said of a statement's passage; nothing where there is neither a
/// text around nor an address.
pub(super) fn passage(shared: &Shared, statement: &Statement) -> Option<El> {
    let texts = &shared.texts;
    let found = shared.state.passage(&statement.id);
    let link = |address: &str, key| {
        let page = address.split('#').next().unwrap_or_default();
        let address = [page, "#:~:text=", &to_directive(&statement.target)].concat();
        el("a")
            .class("passage")
            .attr("href", &address)
            .text(texts.get(key))
    };
    if found == Some(Passage::Exact) {
        let wish = Wish::Passage(statement.id.clone());
        return Some(link(&shared.place, "passage.show").wish(shared, wish));
    }
    let said = found.map(|found| {
        let key = match found {
            Passage::Ambiguous => "passage.ambiguous",
            _ => "passage.not-found",
        };
        text_in("span", "where", texts.get(key))
    });
    let url = shared.document().article.url.as_deref();
    let read = url.map(|url| link(url, "passage.read").attr("rel", "noopener"));
    (said.is_some() || read.is_some()).then(|| el("div").class("passages").maybe(said).maybe(read))
}
