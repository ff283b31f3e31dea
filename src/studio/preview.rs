//! What readers will see, beside the work: the real element, which keeps the last
//! good state where the document has mistakes.

use super::env::use_env;
use web_sys::Element;
use yew::prelude::*;

#[component]
pub(super) fn Preview() -> Html {
    let env = use_env();
    let host = use_node_ref();
    let is_open = use_state(|| true);
    let reviewed = env.state.reviewed.clone();
    let number = reviewed.as_ref().map_or(0, |one| one.version);
    {
        let (browser, host) = (env.browser.clone(), host.clone());
        let is_shown = *is_open;
        let reviewed = reviewed.clone();
        use_effect_with((number, is_shown), move |(_, is_shown)| {
            // Only what can be read is shown; what cannot leaves what was there.
            let readable = reviewed.filter(|one| *is_shown && one.is_readable);
            if let (Some(one), Some(host)) = (readable, host.cast::<Element>()) {
                browser.preview(&host, &one.draft.exported());
            }
        });
    }
    let is_good = reviewed.is_some_and(|one| one.is_readable);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <aside class="preview" data-pane="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">
                <button aria-expanded={is_open.to_string()} {onclick}>{env.text("preview.title")}</button>
            </h2>
            <div hidden={!*is_open}>
                if !is_good {
                    <p class="hint">{env.text("preview.waits")}</p>
                }
                <div ref={host} class="preview-host"></div>
            </div>
        </aside>
    }
}
