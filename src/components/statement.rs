//! One statement, with whose voice it is in, who speaks, when and where.

use super::cell::cell_link;
use super::element::{El, el, text_in};
use super::env::Env;
use super::marks::quotation_marks;
use super::passage::passage;
use crate::article::{Speaker, StatementKind};
use crate::comparison::{CellIx, SpeakerIx, StatementIx, occurrences};
use crate::i18n::date;
use crate::state::Passages;

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

/// What is shown at a statement beside itself.
pub(super) struct Around<'a> {
    /// The cell in whose evidence it stands, which is not named at it again.
    pub(super) within: Option<CellIx>,
    pub(super) passages: &'a Passages,
    /// What to mark in it; empty where that is done from outside (`marks.rs`).
    pub(super) search: &'a str,
}

/// A statement as a figure: a quotation is set as one, a summary is not. The cells
/// that rest on it are named.
pub(super) fn statement(env: &Env, at: StatementIx, around: &Around<'_>) -> El {
    let (statement, texts) = (env.index.statement(at), &env.texts);
    let kind = statement.kind;
    // Quotation marks are text: they are copied with it, and found.
    let marks = quotation_marks(&env.index, at);
    let words = marked(el("p"), &statement.text, marks, around.search);
    let words = if kind == StatementKind::DirectQuote {
        el("blockquote").class("words").child(words)
    } else {
        words.class("words")
    };
    let speaker = env.index.speaker(at);
    let speaker = speaker.map(|speaker| speaker_view(env, speaker, around.search));
    let caption = el("figcaption");
    let caption = match speaker {
        Some(speaker) => caption.child(speaker).text(" · "),
        None => caption,
    };
    let caption = caption
        .child(text_in("span", "where", &place(env, at)))
        .maybe(passage(env, at, around.passages.of_statement(at)))
        .maybe(cells(env, at, around.within));
    el("figure")
        .classes(&["statement", kind.id()])
        .part("statement")
        .attr("data-statement", &statement.id)
        .child(
            el("p")
                .class("kind")
                .child(kind_sign(kind))
                .text(texts.get(&kind_key(kind))),
        )
        .child(words.in_document_language(env))
        .child(caption)
}

/// Puts a text into an element between quotation marks, with what is searched for
/// marked.
fn marked(mut into: El, text: &str, [open, close]: [&str; 2], wanted: &str) -> El {
    let (mut rest, mut units) = (text, 0);
    let mut before = open;
    // Places are counted as a page counts them, in UTF-16.
    let mut up_to = |place: usize| {
        let is_after = |c: char| {
            let is_after = units >= place;
            units += if is_after { 0 } else { c.len_utf16() };
            is_after
        };
        let (words, after) = rest.split_at(rest.find(is_after).unwrap_or(rest.len()));
        rest = after;
        words
    };
    for found in occurrences(text, wanted) {
        into = into.text(&[before, up_to(found.start)].concat());
        into = into.child(el("mark").text(up_to(found.end)));
        before = "";
    }
    into.text(&[before, rest, close].concat())
}

fn speaker_view(env: &Env, speaker: SpeakerIx, search: &str) -> El {
    let voice = env.index.voice(speaker);
    let role = el("span").class("role");
    let role = match &env.index.statement(voice.first).speaker {
        // “Not named” is the interface's own remark, a role is the document's.
        Speaker::Unnamed(_) => Some(role.text(env.texts.get("statement.unnamed"))),
        _ => env
            .index
            .person(voice)
            .map(|person| role.own(env, &person.role)),
    };
    let name = marked(el("cite"), env.index.speaker_name(speaker), [""; 2], search);
    let named = el("span")
        .class("speaker")
        .child(name.in_document_language(env));
    match role {
        Some(role) => named.text(&env.between("list.comma")).child(role),
        None => named,
    }
}

/// The date and the paragraph.
fn place(env: &Env, at: StatementIx) -> String {
    let (statement, texts) = (env.index.statement(at), &env.texts);
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
fn cells(env: &Env, at: StatementIx, within: Option<CellIx>) -> Option<El> {
    let key = if within.is_some() {
        "statement.also"
    } else {
        "statement.bears"
    };
    let cells = env.index.cells_on(at).iter();
    let links = cells.filter(|cell| within != Some(**cell));
    let mut links = links
        .filter_map(|cell| cell_link(env, *cell, true))
        .peekable();
    links.peek()?;
    Some(
        el("div")
            .class("bears")
            .child(text_in("span", "label", env.texts.get(key)))
            .child(el("div").class("cell-links").each(links)),
    )
}
