//! One statement, with whose voice it is in, who speaks, when and where.

use super::cell::cell_link;
use super::element::{El, el, text_in};
use super::passage::passage;
use super::shared::Shared;
use crate::article::{Speaker, Statement, StatementKind};
use crate::comparison::{cells_on, occurrences};
use crate::i18n::date;
use crate::state::CellId;

/// The key of what a kind of statement is called.
pub(super) fn kind_key(kind: StatementKind) -> String {
    ["kind.", kind.id()].concat()
}

/// The sign of a kind; its word stands beside it.
pub(super) fn kind_sign(kind: StatementKind) -> El {
    let glyph = match kind {
        StatementKind::DirectQuote => "“”",
        StatementKind::ReportedSpeech => "›",
        StatementKind::Narration => "¶",
        StatementKind::Commentary => "✳",
    };
    el("span")
        .classes(&["kind-sign", kind.id()])
        .hidden_aloud()
        .text(glyph)
}

/// A statement as a figure: a quotation is set as one, a summary is not. What
/// is searched for is marked, and the cells that rest on it are named, but for
/// the one `within` whose evidence it stands.
pub(super) fn statement_view(
    shared: &Shared,
    id: &str,
    search: &str,
    within: Option<&CellId>,
) -> Option<El> {
    let statement = shared.document().statement(id)?;
    let texts = &shared.texts;
    let kind = statement.kind;
    let words = if kind == StatementKind::DirectQuote {
        el("blockquote")
            .class("words")
            .child(marked(el("p"), &statement.text, search))
    } else {
        marked(el("p").class("words"), &statement.text, search)
    };
    let caption = el("figcaption")
        .maybe(speaker(shared, &statement.speaker, search))
        .child(text_in("span", "where", &place(shared, statement)))
        .maybe(passage(shared, statement))
        .maybe(cells(shared, &statement.id, within));
    let figure = el("figure")
        .key(id)
        .classes(&["statement", kind.id()])
        .part("statement")
        .attr("data-statement", id)
        .child(
            el("p")
                .class("kind")
                .child(kind_sign(kind))
                .text(texts.get(&kind_key(kind))),
        )
        .child(words.in_document_language(shared))
        .child(caption);
    Some(figure)
}

/// Puts a text into an element, with what is searched for in marks.
fn marked(mut into: El, text: &str, wanted: &str) -> El {
    let mut done = 0;
    for found in occurrences(text, wanted) {
        let mark = el("mark").text(&text[found.clone()]);
        into = into.text(&text[done..found.start]).child(mark);
        done = found.end;
    }
    into.text(&text[done..])
}

/// What a speaker is called; empty for the article itself.
pub(super) fn speaker_name<'a>(shared: &'a Shared, speaker: &'a Speaker) -> &'a str {
    let document = shared.document();
    match speaker {
        Speaker::Article => "",
        Speaker::Unnamed(text) => text,
        Speaker::Named(id) => {
            let person = document.person(id).map(|person| &person.name);
            let party = || document.organization(id).map(|party| &party.name);
            person.or_else(party).map_or("", String::as_str)
        }
    }
}

fn speaker(shared: &Shared, speaker: &Speaker, wanted: &str) -> Option<El> {
    let role = el("span").class("role");
    let role = match speaker {
        Speaker::Article => return None,
        // “Not named” is the interface's own remark, a role is the document's.
        Speaker::Unnamed(_) => Some(role.text(shared.texts.get("statement.unnamed"))),
        Speaker::Named(id) => shared
            .document()
            .person(id)
            .map(|person| role.own(shared, &person.role)),
    };
    let name = marked(el("cite"), speaker_name(shared, speaker), wanted);
    let named = el("span")
        .class("speaker")
        .child(name.in_document_language(shared));
    Some(match role {
        Some(role) => named.text(&shared.between("list.comma")).child(role),
        None => named,
    })
}

/// The date and the paragraph.
fn place(shared: &Shared, statement: &Statement) -> String {
    let texts = &shared.texts;
    let paragraph = texts.with("statement.paragraph", &[("n", statement.paragraph.into())]);
    match &statement.date {
        Some(when) => {
            let when = date(texts, when);
            texts.join("list.comma", &[when, paragraph])
        }
        None => paragraph,
    }
}

/// The cells that rest on the statement.
fn cells(shared: &Shared, statement: &str, within: Option<&CellId>) -> Option<El> {
    let mut cells = cells_on(shared.document(), statement);
    cells.retain(|(party, topic)| within != Some(&CellId::new(&party.id, &topic.id)));
    let key = if within.is_some() {
        "statement.also"
    } else {
        "statement.bears"
    };
    let links = cells
        .iter()
        .map(|(party, topic)| cell_link(shared, party, topic, true));
    (!cells.is_empty()).then(|| {
        el("div")
            .class("bears")
            .child(text_in("span", "label", shared.texts.get(key)))
            .child(el("div").class("cell-links").each(links))
    })
}
