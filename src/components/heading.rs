//! Headings, at the levels that the page around has left for them.

use super::element::{El, el};
use super::env::Env;

/// The level of the headline where the page says nothing else: below its own title.
pub const HEADLINE: u8 = 2;

const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A heading so many levels below the headline. HTML has six; what is deeper is a
/// heading of the sixth that says which level it is (WAI-ARIA, `aria-level`).
pub(super) fn heading(env: &Env, below: u8) -> El {
    let level = env.headline.max(1) + below;
    match TAGS.get(usize::from(level) - 1) {
        Some(tag) => el(tag),
        None => el(TAGS[5]).number("aria-level", level.into()),
    }
}

/// The same with a class and a text.
pub(super) fn heading_in(env: &Env, below: u8, class: &'static str, text: &str) -> El {
    heading(env, below).class(class).text(text)
}
