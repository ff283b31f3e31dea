//! The sign of a position: read without colour, and beside a word always.

use crate::article::Document;
use crate::comparison::Standing;
use yew::prelude::*;

/// How a standing is painted and signed; the style sheet knows these names. A
/// position in the outer half of its document's scale is a clear one.
pub(super) fn tone(document: &Document, standing: &Standing<'_>) -> &'static str {
    match standing {
        Standing::Silent => "silent",
        Standing::Mixed => "mixed",
        Standing::Contradictory => "contradictory",
        Standing::At(position) => {
            let farthest = document
                .scale
                .iter()
                .map(|step| step.value.abs())
                .fold(0.0, f64::max);
            let clear = position.value.abs() > farthest / 2.0;
            match (position.value, clear) {
                (value, true) if value > 0.0 => "for-2",
                (value, false) if value > 0.0 => "for-1",
                (value, true) if value < 0.0 => "against-2",
                (value, false) if value < 0.0 => "against-1",
                _ => "neutral",
            }
        }
    }
}

fn glyph(tone: &str) -> &'static str {
    match tone {
        "for-1" | "for-2" => "+",
        "against-1" | "against-2" => "−",
        "neutral" => "0",
        "mixed" => "±",
        "contradictory" => "≠",
        _ => "",
    }
}

/// What [`Sign`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SignProps {
    /// One of [`tone`]'s names.
    pub(super) tone: &'static str,
}

/// A position's sign: a plus, a minus, full for a clear position and an
/// outline for a qualified one. Hidden from screen readers, which get the word.
#[component]
pub(super) fn Sign(props: &SignProps) -> Html {
    let tone = props.tone;
    html! { <span class={classes!("sign", tone)} aria-hidden="true">{ glyph(tone) }</span> }
}
