//! What a reader chooses with: boxes to tick and lists to pick from.

use super::element::{El, el, text_in};
use super::env::Env;
use crate::state::Action;
use yew::virtual_dom::ListenerKind;

/// A box that is ticked or not.
pub(super) fn check_box(env: &Env, name: &str, checked: bool, action: Action) -> El {
    el("input")
        .attr("type", "checkbox")
        .attr("name", name)
        .checked(checked)
        .change(env, action)
}

/// A box with a text beside it.
pub(super) fn option(check: El, text: El) -> El {
    el("label").class("option").child(check).child(text)
}

/// An entry of a list to pick from, as yet without words.
pub(super) fn choice(value: &str, chosen: bool) -> El {
    el("option")
        .key(value.to_owned())
        .attr("value", value)
        .selected(chosen)
}

/// What a reader chooses with, under the words of the text `key`.
pub(super) fn labelled(env: &Env, key: &str, control: El) -> El {
    el("label")
        .class("field")
        .child(text_in("span", "label", env.texts.get(key)))
        .child(control)
}

/// A labelled list of texts `key.id`, one of them chosen.
pub(super) fn select(
    env: &Env,
    key: &str,
    options: &[(&str, bool)],
    action: impl Fn(String) -> Action + 'static,
) -> El {
    let option = |(id, chosen): &(&str, bool)| {
        choice(id, *chosen).text(env.texts.get(&[key, ".", id].concat()))
    };
    let list = el("select")
        .attr("name", key)
        .value_to(env, || ListenerKind::onchange, action)
        .each(options.iter().map(option));
    labelled(env, key, list).key([":", key].concat())
}
