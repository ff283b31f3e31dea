//! What readers will see, beside the work: the real element, which keeps the last
//! good state where the document has mistakes.

use super::env::use_env;
use crate::article::read_owned;
use web_sys::Element;
use yew::prelude::*;

#[component]
pub(super) fn Preview() -> Html {
    let env = use_env();
    let host = use_node_ref();
    let is_open = use_state(|| true);
    let draft = env.state.draft().cloned();
    {
        let (browser, host) = (env.browser.clone(), host.clone());
        let is_shown = *is_open;
        use_effect_with((draft, is_shown), move |(draft, is_shown)| {
            let (Some(draft), true) = (draft, *is_shown) else {
                return;
            };
            let Some(host) = host.cast::<Element>() else {
                return;
            };
            // Only what can be read is shown; what cannot leaves what was there.
            if read_owned(draft.document()).is_ok() {
                browser.preview(&host, &draft.exported());
            }
        });
    }
    let is_good = env
        .state
        .draft()
        .is_some_and(|draft| read_owned(draft.document()).is_ok());
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
