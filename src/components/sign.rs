//! The sign of a position: read without colour, and beside a word always.

use super::element::{El, el, text_in};
use super::env::Env;
use crate::article::Organization;
use crate::comparison::{Index, PartyIx, Standing};

/// How a standing is painted and signed; the style sheet knows these names. A
/// position in the outer half of its document's scale is a clear one.
pub(super) fn tone(index: &Index, standing: Standing) -> &'static str {
    let position = match standing {
        Standing::Silent => return "silent",
        Standing::Mixed => return "mixed",
        Standing::Contradictory => return "contradictory",
        Standing::At(position) => index.position(position),
    };
    let (low, high) = index.ends();
    let clear = position.value.abs() > low.abs().max(high.abs()) / 2.0;
    match (position.value, clear) {
        (value, true) if value > 0.0 => "for-2",
        (value, false) if value > 0.0 => "for-1",
        (value, true) if value < 0.0 => "against-2",
        (value, false) if value < 0.0 => "against-1",
        _ => "neutral",
    }
}

/// A position's sign: a plus, a minus, full for a clear position and an outline
/// for a qualified one. Hidden from screen readers, which get the word.
pub(super) fn sign(tone: &str) -> El {
    let glyph = match tone {
        "for-1" | "for-2" => "+",
        "against-1" | "against-2" => "−",
        "neutral" => "0",
        "mixed" => "±",
        "contradictory" => "≠",
        _ => "",
    };
    el("span")
        .classes(&["sign", tone])
        .hidden_aloud()
        .text(glyph)
}

/// The sign and the word of a position.
pub(super) fn position(env: &Env, tag: &'static str, standing: Standing) -> El {
    let tone = tone(&env.index, standing);
    let word = el("span").class("word");
    let word = match standing {
        Standing::At(position) => word.own(env, &env.index.position(position).label),
        other => word.text(env.texts.get(standing_key(other))),
    };
    el(tag)
        .classes(&["position", tone])
        .child(sign(tone))
        .child(word)
}

/// What a standing is called.
pub(super) fn standing_name(env: &Env, standing: Standing) -> &str {
    match standing {
        Standing::At(position) => &env.index.position(position).label,
        other => env.texts.get(standing_key(other)),
    }
}

/// The key of what a standing without a step on the scale is called.
pub(super) fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Mixed => "standing.mixed",
        Standing::Contradictory => "standing.contradictory",
        Standing::Silent | Standing::At(_) => "standing.silent",
    }
}

/// A party's mark in its colour; it decorates and never carries meaning. An SVG
/// fill, because a page's policy may forbid `style`.
pub(super) fn party_mark(party: &Organization) -> El {
    let color = party.color.as_deref().unwrap_or("currentColor");
    let rect = el("rect")
        .number("width", 10)
        .number("height", 10)
        .attr("fill", color);
    el("svg")
        .class("party-mark")
        .attr("viewBox", "0 0 10 10")
        .attr("preserveAspectRatio", "none")
        .hidden_aloud()
        .child(rect)
}

/// A party's mark and short name, as a label.
pub(super) fn party_label(env: &Env, party: PartyIx) -> El {
    let party = env.index.party(party);
    el("p")
        .class("party-label")
        .child(party_mark(party))
        .child(text_in("span", "party", &party.short_name).in_document_language(env))
}
