//! One statement, with whose voice it is in, who speaks, when and where.

use super::shared::{Shared, use_shared};
use crate::article::{Speaker, Statement, StatementKind};
use crate::i18n::date;
use yew::prelude::*;

/// Which statement.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StatementViewProps {
    /// The statement's id.
    pub(super) id: AttrValue,
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
    let Some(statement) = shared.document().statement(&props.id) else {
        return Html::default();
    };
    let texts = &shared.texts;
    let (lang, dir) = shared.document_language();
    let kind = statement.kind;
    let text = statement.text.clone();
    let words = if kind == StatementKind::DirectQuote {
        html! { <blockquote class="words" {lang} {dir}><p>{ text }</p></blockquote> }
    } else {
        html! { <p class="words" {lang} {dir}>{ text }</p> }
    };
    html! {
        <figure class={classes!("statement", kind.id())} part="statement" data-statement={statement.id.clone()}>
            <p class="kind">{ kind_sign(kind) }{ texts.get(&format!("kind.{}", kind.id())) }</p>
            { words }
            <figcaption>
                { for speaker(&shared, &statement.speaker) }
                <span class="where">{ place(&shared, statement) }</span>
            </figcaption>
        </figure>
    }
}

fn speaker(shared: &Shared, speaker: &Speaker) -> Option<Html> {
    let document = shared.document();
    let (lang, dir) = shared.document_language();
    let (name, role) = match speaker {
        Speaker::Article => return None,
        Speaker::Unnamed(text) => (
            text.clone(),
            Some(shared.texts.get("statement.unnamed").to_owned()),
        ),
        Speaker::Named(id) => match (document.person(id), document.organization(id)) {
            (Some(person), _) => (person.name.clone(), Some(person.role.clone())),
            (None, Some(organization)) => (organization.name.clone(), None),
            (None, None) => return None,
        },
    };
    let unnamed = matches!(speaker, Speaker::Unnamed(_));
    let role = role.map(|role| {
        // “Not named” is the interface's own remark, a role is the document's.
        let (lang, dir) = if unnamed {
            (None, None)
        } else {
            (lang.clone(), dir)
        };
        html! { <>{ ", " }<span class="role" {lang} {dir}>{ role }</span></> }
    });
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
