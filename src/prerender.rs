//! The comparison as HTML, made natively: what a reader sees before, without
//! and despite any script.

use crate::article::Document;
use crate::components::{App, AppProps};
use crate::i18n::Texts;
use std::rc::Rc;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// Where a prerendered comparison has its style from.
#[derive(Clone, Debug)]
pub enum Style {
    /// A style sheet at this address.
    Linked(String),
    /// The style sheet itself.
    Inline(String),
}

/// The comparison inside its element, with a declarative shadow root.
///
/// The same document gives the same bytes every time.
pub async fn fragment(document: Rc<Document>, texts: Rc<Texts>, style: &Style) -> String {
    let language = escape_attribute(texts.language());
    let props = AppProps {
        document,
        texts,
        choice: None,
        on_ready: Callback::noop(),
        on_change: Callback::noop(),
        place: Rc::from("#stance:"),
        on_wish: Callback::noop(),
        inert: true,
    };
    // Nothing is hydrated: the widget renders beside this and takes its place.
    let html = LocalServerRenderer::<App>::with_props(props)
        .hydratable(false)
        .render()
        .await;
    let style = match style {
        Style::Linked(href) => {
            format!(
                r#"<link rel="stylesheet" href="{}">"#,
                escape_attribute(href)
            )
        }
        Style::Inline(css) => format!("<style>{}</style>", css.replace("</", r"<\/")),
    };
    format!(
        "<stance-comparison lang=\"{language}\">\
         <template shadowrootmode=\"open\">{style}<div class=\"mount\">{html}</div></template>\
         </stance-comparison>"
    )
}

fn escape_attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
