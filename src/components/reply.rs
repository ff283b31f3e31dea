//! What came of a wish, said where it was made.

use super::element::{El, el, text_in};
use super::env::Env;
use crate::state::{Copied, Reply};

/// The place for a reply. It is always there, or the reply would not be announced.
pub(super) fn reply(env: &Env, reply: Option<&Reply>) -> El {
    let texts = &env.texts;
    let place = el("div").class("reply").attr("role", "status");
    let Some(reply) = reply else {
        return place;
    };
    let words = match reply {
        Reply::Copied(Copied::Link) => texts.get("take.link.done").to_owned(),
        Reply::Copied(Copied::Code) => texts.get("take.code.done").to_owned(),
        Reply::ByHand(_) => texts.get("take.by-hand").to_owned(),
        Reply::Saved(file) => texts.with("take.saved", &[("file", file.into())]),
        Reply::Given(file) => texts.with("take.given", &[("file", file.into())]),
        Reply::Failed(why) => texts.with("take.failed", &[("why", why.into())]),
    };
    let by_hand = match reply {
        Reply::ByHand(text) => Some(
            el("textarea")
                .flag("readonly", true)
                .attr("rows", "3")
                .attr("dir", "ltr")
                .attr("aria-label", &words)
                .value(text),
        ),
        _ => None,
    };
    place.child(text_in("p", "", &words)).maybe(by_hand)
}
