//! The small mark in a party's colour. It decorates; it never carries meaning.

use crate::article::Organization;
use yew::prelude::*;

/// A party's mark. An SVG fill, because a page's policy may forbid `style`.
pub(super) fn party_mark(party: &Organization) -> Html {
    let color = party
        .color
        .clone()
        .unwrap_or_else(|| "currentColor".to_owned());
    html! {
        <svg class="party-mark" viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width="10" height="10" fill={color} />
        </svg>
    }
}
