//! All pairs at a glance: how far each is apart, and on how many topics that
//! can be said.

use super::shared::{Shared, use_shared};
use crate::article::Organization;
use crate::comparison::{Distance, distance};
use crate::state::Action;
use yew::prelude::*;

/// The table of pairs; a pair opens in the versus view.
#[component]
pub(super) fn Pairs() -> Html {
    let shared = use_shared();
    let parties: Vec<_> = shared.document().organizations.iter().collect();
    if parties.len() < 3 {
        return html! {};
    }
    let (lang, dir) = shared.document_language();
    let head = |party: &&Organization| {
        html! { <th key={party.id.clone()} scope="col" lang={lang.clone()} {dir}>{ party.short_name.clone() }</th> }
    };
    let row = |(index, party): (usize, &&Organization)| {
        let cell = |(column, other): (usize, &&Organization)| {
            // Each pair once: below the diagonal.
            let content = (column < index).then(|| pair(&shared, other, party));
            html! { <td key={other.id.clone()}>{ for content }</td> }
        };
        html! {
            <tr key={party.id.clone()}>
                <th scope="row" lang={lang.clone()} {dir}>{ party.short_name.clone() }</th>
                { for parties[..parties.len() - 1].iter().enumerate().map(cell) }
            </tr>
        }
    };
    html! {
        <section class="pairs" part="pairs" aria-labelledby="pairs">
            <h3 class="section-heading" id="pairs">{ shared.texts.get("pairs.title") }</h3>
            <p class="label">{ shared.texts.get("pairs.about") }</p>
            <table>
                <thead>
                    <tr><td></td>{ for parties[..parties.len() - 1].iter().map(head) }</tr>
                </thead>
                <tbody>{ for parties.iter().enumerate().skip(1).map(row) }</tbody>
            </table>
        </section>
    }
}

fn pair(shared: &Shared, a: &Organization, b: &Organization) -> Html {
    let topics = shared.topics();
    let Distance { mean, topics: measured } = distance(shared.document(), a, b, &topics);
    let texts = &shared.texts;
    let total = topics.len();
    let (apart, of) = match mean {
        Some(mean) => (
            texts.with("pairs.apart", &[("percent", &(mean * 100.0).round())]),
            texts.count("pairs.of", total, &[("measured", &measured)]),
        ),
        None => (texts.get("pairs.unknown").to_owned(), String::new()),
    };
    let chosen = shared.state.choice.versus == [a.id.clone(), b.id.clone()];
    let (left, right) = (a.id.clone(), b.id.clone());
    let label = texts.with(
        "pairs.open",
        &[("a", &a.short_name), ("b", &b.short_name), ("apart", &apart), ("of", &of)],
    );
    let level = match mean {
        None => "unknown",
        Some(mean) if mean >= 0.75 => "far",
        Some(mean) if mean >= 0.25 => "some",
        Some(_) => "near",
    };
    html! {
        <button type="button" class={classes!("pair", level)} aria-label={label} aria-pressed={chosen.to_string()}
            onclick={shared.on(move |_: MouseEvent| Action::Pair(left.clone(), right.clone()))}>
            <span class="apart">{ apart }</span>
            <span class="of">{ of }</span>
        </button>
    }
}
