//! How the comparison was made, what is unclear in it, what its signs mean.

use super::shared::{Shared, use_shared};
use super::sign::{Sign, tone};
use super::statement::kind_sign;
use crate::article::{MIXED, StatementKind};
use crate::comparison::{Standing, cell};
use crate::i18n::date;
use yew::prelude::*;

/// “About this comparison”, a native disclosure.
#[component]
pub(super) fn About() -> Html {
    let shared = use_shared();
    let texts = &shared.texts;
    let review = &shared.document().review;
    let (lang, dir) = shared.document_language();
    let note = |note: &String| html! { <li lang={lang.clone()} {dir}>{ note.clone() }</li> };
    let notes = (!review.notes.is_empty()).then(|| {
        html! {
            <>
                <h4>{ texts.get("about.notes") }</h4>
                <ul>{ for review.notes.iter().map(note) }</ul>
            </>
        }
    });
    let corrections = if review.corrections.is_empty() {
        html! { <p>{ texts.get("about.no-corrections") }</p> }
    } else {
        let correction = |c: &crate::article::Correction| {
            let when = date(texts, &c.date);
            html! { <li><span class="when">{ when }</span>{ " " }<span lang={lang.clone()} {dir}>{ c.text.clone() }</span></li> }
        };
        html! { <ul>{ for review.corrections.iter().map(correction) }</ul> }
    };
    let contact = review.contact.clone().map(|contact| {
        html! { <p><a href={contact} rel="noopener">{ texts.get("about.report") }</a></p> }
    });
    let updated = date(texts, &review.updated);
    html! {
        <details class="about" part="about">
            <summary>{ texts.get("about.title") }</summary>
            <div class="about-content">
                <section>
                    <h4>{ texts.get("about.method") }</h4>
                    <p lang={lang.clone()} {dir}>{ review.method.clone() }</p>
                    <p>{ texts.with("about.updated", &[("date", &updated)]) }</p>
                    { for contact }
                    <h4>{ texts.get("about.corrections") }</h4>
                    { corrections }
                </section>
                <section>{ for notes }</section>
                <section>
                    <h4>{ texts.get("about.signs") }</h4>
                    { signs(&shared) }
                    <h4>{ texts.get("about.kinds") }</h4>
                    { kinds(&shared) }
                </section>
            </div>
        </details>
    }
}

/// The scale, then what has no place on it; only what occurs.
fn signs(shared: &Shared) -> Html {
    let document = shared.document();
    let texts = &shared.texts;
    let (lang, dir) = shared.document_language();
    let step = |position: &crate::article::Position| {
        let tone = tone(document, &Standing::At(position));
        html! { <li><Sign {tone} />{ " " }<span lang={lang.clone()} {dir}>{ position.label.clone() }</span></li> }
    };
    let other = |standing: Standing<'_>, about: &str| {
        let tone = tone(document, &standing);
        let word = shared.standing_label(&standing);
        html! { <li><Sign {tone} />{ " " }{ word }{ ": " }{ texts.get(about) }</li> }
    };
    let has_mixed = document
        .stances
        .iter()
        .any(|stance| stance.position == MIXED);
    let has_contradiction = document.organizations.iter().any(|party| {
        let contradicts = |topic| cell(document, party, topic).standing == Standing::Contradictory;
        document.topics.iter().any(contradicts)
    });
    html! {
        <ul class="legend">
            { for document.scale.iter().rev().map(step) }
            { for has_mixed.then(|| other(Standing::Mixed, "about.mixed")) }
            { for has_contradiction.then(|| other(Standing::Contradictory, "about.contradictory")) }
            { other(Standing::Silent, "about.silent") }
        </ul>
    }
}

/// The kinds, each with how many statements are of it.
fn kinds(shared: &Shared) -> Html {
    let texts = &shared.texts;
    let kind = |kind: StatementKind| {
        let n = shared
            .document()
            .statements
            .iter()
            .filter(|s| s.kind == kind)
            .count();
        let name = texts.get(&format!("kind.{}", kind.id())).to_owned();
        let about = texts.get(&format!("kind.{}.about", kind.id())).to_owned();
        html! {
            <li>{ kind_sign(kind) }{ texts.with("about.kind-count", &[("kind", &name), ("n", &n)]) }{ ": " }{ about }</li>
        }
    };
    html! { <ul class="legend">{ for StatementKind::ALL.into_iter().map(kind) }</ul> }
}
