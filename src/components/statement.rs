//! One statement, with whose voice it is in, who speaks, when and where.

use super::link::cell_link;
use super::shared::{Shared, use_shared};
use crate::article::{Speaker, Statement, StatementKind};
use crate::comparison::{cells_on, occurrences};
use crate::i18n::date;
use crate::state::CellId;
use yew::prelude::*;

/// Which statement, and what is shown with it.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StatementViewProps {
    /// The statement's id.
    pub(super) id: AttrValue,
    /// What is marked in it.
    #[prop_or_default]
    pub(super) search: AttrValue,
    /// Whether the cells that rest on it are named.
    #[prop_or_default]
    pub(super) cells: bool,
    /// The cell in whose evidence it stands, which is not named again.
    #[prop_or_default]
    pub(super) within: Option<CellId>,
}

/// The sign of a kind; its word stands beside it.
pub(super) fn kind_sign(kind: StatementKind) -> Html {
    let glyph = match kind {
        StatementKind::DirectQuote => "“”",
        StatementKind::ReportedSpeech => "›",
        StatementKind::Narration => "¶",
        StatementKind::Commentary => "✳",
    };
    html! { <span class={classes!("kind-sign", kind.id())} aria-hidden="true">{ glyph }</span> }
}

/// A statement as a figure: a quotation is set as one, a summary is not.
#[component]
pub(super) fn StatementView(props: &StatementViewProps) -> Html {
    let shared = use_shared();
    let Some(statement) = shared.document().statement(&props.id) else { return Html::default() };
    let texts = &shared.texts;
    let (lang, dir) = shared.document_language();
    let kind = statement.kind;
    let text = marked(&statement.text, &props.search);
    let words = if kind == StatementKind::DirectQuote {
        html! { <blockquote class="words" {lang} {dir}><p>{ text }</p></blockquote> }
    } else {
        html! { <p class="words" {lang} {dir}>{ text }</p> }
    };
    let cells = props.cells.then(|| cells(&shared, &statement.id, props.within.as_ref()));
    html! {
        <figure class={classes!("statement", kind.id())} part="statement" data-statement={statement.id.clone()}>
            <p class="kind">{ kind_sign(kind) }{ texts.get(&format!("kind.{}", kind.id())) }</p>
            { words }
            <figcaption>
                { for speaker(&shared, &statement.speaker, &props.search) }
                <span class="where">{ place(&shared, statement) }</span>
                { for cells.flatten() }
            </figcaption>
        </figure>
    }
}

/// The text with what is searched for in marks.
fn marked(text: &str, wanted: &str) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    let mut done = 0;
    for found in occurrences(text, wanted) {
        parts.push(text[done..found.start].to_owned().into());
        parts.push(html! { <mark>{ text[found.clone()].to_owned() }</mark> });
        done = found.end;
    }
    parts.push(text[done..].to_owned().into());
    parts.into_iter().collect()
}

/// What a speaker is called; empty for the article itself.
pub(super) fn speaker_name(shared: &Shared, speaker: &Speaker) -> String {
    let document = shared.document();
    match speaker {
        Speaker::Article => String::new(),
        Speaker::Unnamed(text) => text.clone(),
        Speaker::Named(id) => document
            .person(id)
            .map(|person| person.name.clone())
            .or_else(|| document.organization(id).map(|o| o.name.clone()))
            .unwrap_or_default(),
    }
}

fn speaker(shared: &Shared, speaker: &Speaker, wanted: &str) -> Option<Html> {
    let (lang, dir) = shared.document_language();
    let role = match speaker {
        Speaker::Article => return None,
        // “Not named” is the interface's own remark, a role is the document's.
        Speaker::Unnamed(_) => Some(html! { <span class="role">{ shared.texts.get("statement.unnamed") }</span> }),
        Speaker::Named(id) => shared.document().person(id).map(|person| {
            html! { <span class="role" lang={lang.clone()} {dir}>{ person.role.clone() }</span> }
        }),
    };
    let name = marked(&speaker_name(shared, speaker), wanted);
    let role = role.map(|role| html! { <>{ ", " }{ role }</> });
    Some(html! {
        <span class="speaker"><cite {lang} {dir}>{ name }</cite>{ for role }</span>
    })
}

/// The date and the paragraph.
fn place(shared: &Shared, statement: &Statement) -> String {
    let texts = &shared.texts;
    let paragraph = texts.with("statement.paragraph", &[("n", &statement.paragraph)]);
    match &statement.date {
        Some(when) => {
            let when = date(texts, when);
            texts.with("list.comma", &[("a", &when), ("b", &paragraph)])
        }
        None => paragraph,
    }
}

/// The cells that rest on the statement, but for the one it is shown in.
fn cells(shared: &Shared, statement: &str, within: Option<&CellId>) -> Option<Html> {
    let others: Vec<Html> = cells_on(shared.document(), statement)
        .into_iter()
        .filter(|(party, topic)| within != Some(&CellId::new(&party.id, &topic.id)))
        .map(|(party, topic)| cell_link(shared, party, topic, true))
        .collect();
    let key = if within.is_some() { "statement.also" } else { "statement.bears" };
    (!others.is_empty()).then(|| {
        html! {
            <div class="bears">
                <span class="label">{ shared.texts.get(key) }</span>
                <div class="cell-links">{ for others }</div>
            </div>
        }
    })
}
