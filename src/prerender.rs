//! The comparison as HTML, made natively: what a reader sees before, without
//! and despite any script. The same document gives the same bytes every time.

use crate::article::Value;
use crate::comparison::Index;
use crate::components::{App, AppProps, HEADLINE};
use crate::export::{Sheet, for_script, jsonld};
use crate::i18n::{Texts, direction};
use crate::state::Choice;
use std::rc::Rc;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// The style of a page that has its comparison's style inside as well.
const PAGE_STYLE: &str = include_str!("../static/page.css");

/// Where a prerendered comparison has its style from.
#[derive(Clone, Debug)]
pub enum Style {
    /// A style sheet at this address.
    Linked(String),
    /// The style sheet itself.
    Inline(String),
}

/// Where the widget finds the document when it comes alive. Another one than
/// was rendered would take the comparison's place.
#[derive(Clone, Debug)]
pub enum Source {
    /// Inside the element.
    Within(Value),
    /// At this address.
    At(String),
    /// In the widget itself.
    BuiltIn,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the reader prefers.
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// What is rendered, and how.
#[derive(Clone, Debug)]
pub struct Rendering {
    /// What is compared.
    pub index: Rc<Index>,
    /// The words of the interface.
    pub texts: Rc<Texts>,
    /// What it looks like.
    pub style: Style,
    /// Light or dark.
    pub theme: Theme,
    /// Where the document is.
    pub source: Source,
    /// Whether it comes alive as soon as it can, and not when somebody is near it:
    /// where it is the first thing seen, the page need not be laid out before.
    pub eager: bool,
    /// The level of the headline among the headings of the page that this is put
    /// into, from 1 to 6. In a page of its own it is the first.
    pub headline: u8,
}

impl Rendering {
    /// The comparison inside its element, with a declarative shadow root.
    async fn element(&self, headline: u8) -> String {
        let props = AppProps {
            index: self.index.clone(),
            texts: self.texts.clone(),
            choice: None,
            on_ready: Callback::noop(),
            on_change: Callback::noop(),
            on_growth: Callback::noop(),
            on_rendering: Callback::noop(),
            on_unrolled: Callback::noop(),
            place: Callback::from(|()| "#stance__".to_owned()),
            on_wish: Callback::noop(),
            inert: true,
            headline,
        };
        // Nothing is hydrated: the widget renders beside this and takes its place.
        let html = LocalServerRenderer::<App>::with_props(props)
            .hydratable(false)
            .render()
            .await;
        let style = match &self.style {
            Style::Linked(href) => format!(r#"<link rel="stylesheet" href="{}">"#, escape(href)),
            Style::Inline(css) => style(css),
        };
        let mut attributes = format!(" lang=\"{}\"", escape(self.texts.language()));
        match self.theme {
            Theme::Auto => {}
            Theme::Light => attributes.push_str(" theme=\"light\""),
            Theme::Dark => attributes.push_str(" theme=\"dark\""),
        }
        if headline != HEADLINE {
            attributes.push_str(&format!(" heading-level=\"{headline}\""));
        }
        if self.eager {
            attributes.push_str(" loading=\"eager\"");
        }
        let mut data = String::new();
        match &self.source {
            Source::Within(document) => data = script("application/json", document),
            Source::At(url) => attributes.push_str(&format!(" src=\"{}\"", escape(url))),
            Source::BuiltIn => attributes.push_str(" built-in"),
        }
        format!(
            "<stance-comparison{attributes}>\
             <template shadowrootmode=\"open\">{style}<div class=\"mount\">{html}</div></template>\
             {data}</stance-comparison>"
        )
    }

    /// The article and its quotations in schema.org's vocabulary, for machines.
    pub fn json_ld(&self) -> String {
        let choice = Choice::of(&self.index);
        let sheet = Sheet::new(&self.index, &choice, &self.texts);
        script("application/ld+json", &jsonld(&sheet))
    }

    /// The element and its JSON-LD, to be put into any page.
    pub async fn fragment(&self) -> String {
        let element = self.element(self.headline).await;
        format!("{element}\n{}\n", self.json_ld())
    }

    /// A whole page, which comes alive with the loader at that address, or stays
    /// as it is without one.
    pub async fn page(&self, loader: Option<&str>) -> String {
        let element = self.element(1).await;
        let document = self.index.document();
        let article = &document.article;
        let (ours, theirs) = (self.texts.language(), &*document.language);
        let scheme = match self.theme {
            Theme::Auto => "light dark",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let canonical = article.url.as_ref().map(|url| {
            let url = escape(url);
            format!("<link rel=\"canonical\" href=\"{url}\">\n")
        });
        // Where the comparison's style may stand in the page, so may the page's.
        let around = match &self.style {
            Style::Linked(_) => String::new(),
            Style::Inline(_) => style(PAGE_STYLE) + "\n",
        };
        let loader = loader.map(|loader| {
            let loader = escape(loader);
            format!("<script src=\"{loader}\" async></script>\n")
        });
        format!(
            "<!DOCTYPE html>\n\
             <html lang=\"{language}\" dir=\"{direction}\">\n<head>\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"{scheme}\">\n\
             <title lang=\"{own_language}\" dir=\"{own_direction}\">{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             {canonical}<link rel=\"icon\" href=\"data:,\">\n\
             {loader}{around}{json_ld}\n</head>\n<body>\n<main>\n{element}\n</main>\n\
             </body>\n</html>\n",
            language = escape(ours),
            direction = direction(ours),
            own_language = escape(theirs),
            own_direction = direction(theirs),
            title = escape(&article.headline),
            description = escape(&article.description),
            canonical = canonical.unwrap_or_default(),
            json_ld = self.json_ld(),
            loader = loader.unwrap_or_default(),
        )
    }
}

/// A script of data.
fn script(kind: &str, data: &Value) -> String {
    // A tree of texts and finite numbers is always written.
    let json = serde_json::to_string(data).unwrap_or_default();
    format!("<script type=\"{kind}\">{}</script>", for_script(&json))
}

fn style(css: &str) -> String {
    format!("<style>{}</style>", css.replace("</", r"<\/"))
}

/// A text as content or attribute of HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
