//! The Studio: the page on which documents are made. In the browser a module of its
//! own; no reader loads it.

mod browser;

pub use browser::Browser;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// Shows the Studio in an empty element.
#[wasm_bindgen]
pub fn start(root: Element, browser: Browser) {
    yew::Renderer::<App>::with_root_and_props(
        root,
        AppProps {
            browser: Handle(browser),
        },
    )
    .render();
}

#[derive(Clone, Debug)]
struct Handle(Browser);
impl PartialEq for Handle {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, Properties, PartialEq)]
struct AppProps {
    browser: Handle,
}

#[component]
fn App(_props: &AppProps) -> Html {
    html! { <h1>{ "Studio" }</h1> }
}
