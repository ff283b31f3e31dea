//! The comparison as HTML, made without a browser.

#![cfg(not(target_arch = "wasm32"))]

use scraper::{Html, Selector};
use standpoint::article::{Document, Value, read};
use standpoint::comparison::Index;
use standpoint::i18n::Texts;
use standpoint::prerender::{Rendering, Source, Style, Theme};
use std::rc::Rc;

const CEASEFIRE: &str = include_str!("../seeds/ceasefire-2025.json");
const HARBOUR: &str = include_str!("../seeds/harbour-town.json");

fn value(source: &str) -> Value {
    serde_json::from_str(source).expect("JSON")
}

fn document(source: &str) -> Rc<Document> {
    Rc::new(read(&value(source)).expect("a document without mistakes"))
}

fn rendering(source: &str) -> Rendering {
    Rendering {
        index: Rc::new(Index::new(document(source))),
        texts: Rc::new(Texts::english("en")),
        style: Style::Linked("a\"b.css".to_owned()),
        theme: Theme::Auto,
        source: Source::Within(value(source)),
        eager: false,
        headline: 2,
    }
}

fn done<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    runtime.block_on(future)
}

fn render(source: &str) -> String {
    done(rendering(source).fragment())
}

fn page(rendering: &Rendering) -> String {
    done(rendering.page(Some("standpoint.js")))
}

/// The only element that a selector finds, as its text and attributes.
fn only(html: &Html, selector: &str) -> (String, Vec<(String, String)>) {
    let selector = Selector::parse(selector).expect("a selector");
    let found: Vec<_> = html.select(&selector).collect();
    let [element] = found[..] else {
        panic!("{} elements are {selector:?}", found.len());
    };
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let attributes = element.value().attrs().map(owned).collect();
    (element.text().collect(), attributes)
}

/// The JSON in the only element that a selector finds.
fn data(html: &Html, selector: &str) -> serde_json::Value {
    serde_json::from_str(&only(html, selector).0).expect("JSON")
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for source in [CEASEFIRE, HARBOUR] {
        let once = || (done(rendering(source).fragment()), page(&rendering(source)));
        assert_eq!(once(), once());
    }
}

#[test]
fn everything_that_is_stated_can_be_read_without_a_script() {
    for source in [CEASEFIRE, HARBOUR] {
        let html = render(source);
        let document = document(source);
        for stance in &document.stances {
            let id = format!(
                "id=\"evidence:{}:{}\"",
                stance.organization_id, stance.topic_id
            );
            let at = html
                .find(&id)
                .unwrap_or_else(|| panic!("{id} is not in the HTML"));
            for statement in &stance.statement_ids {
                let figure = format!("data-statement=\"{statement}\"");
                assert!(html[at..].contains(&figure), "{statement} is not in {id}");
            }
        }
        for note in &document.review.notes {
            assert!(
                html.contains(&*html_escape(note)),
                "not in the HTML: {note}"
            );
        }
    }
}

#[test]
fn silence_is_said_in_as_many_cells_as_the_article_is_silent_in() {
    let document = document(CEASEFIRE);
    let stated: std::collections::BTreeSet<_> = document
        .stances
        .iter()
        .map(|s| (&s.organization_id, &s.topic_id))
        .collect();
    let silent = document.organizations.len() * document.topics.len() - stated.len();
    assert_eq!(
        render(CEASEFIRE)
            .matches("part=\"cell cell-silent\"")
            .count(),
        silent
    );
}

#[test]
fn what_needs_a_script_cannot_be_pressed_without_one() {
    let html = render(CEASEFIRE);
    let buttons = html.matches("class=\"sorter\"").count();
    assert_eq!(buttons, document(CEASEFIRE).organizations.len());
    let disabled = html.split("<button").filter(|button| {
        let tag = button.split('>').next().unwrap_or_default();
        tag.contains("sorter") && tag.contains("disabled")
    });
    assert_eq!(disabled.count(), buttons);
}

#[test]
fn no_style_attribute_stands_where_a_policy_may_forbid_it() {
    for source in [CEASEFIRE, HARBOUR] {
        let page = page(&rendering(source));
        assert!(!page.contains(" style=") && !page.contains("<style"));
    }
}

#[test]
fn an_address_cannot_break_out_of_its_attribute() {
    assert!(render(CEASEFIRE).contains(r#"href="a&quot;b.css""#));
    let rendering = Rendering {
        source: Source::At("a.json?a&b\"<".to_owned()),
        ..rendering(HARBOUR)
    };
    let html = done(rendering.page(Some("\"><script>")));
    assert!(html.contains(r#" src="a.json?a&amp;b&quot;&lt;">"#));
    assert!(html.contains(r#"<script src="&quot;>&lt;script>" async></script>"#));
}

#[test]
fn what_a_document_says_is_text_and_never_markup() {
    let evil = "</script><!--<script></title></template><img src=x onerror=alert(1)>";
    let source = CEASEFIRE
        .replace("\"headline\": \"", &format!("\"headline\": \"{evil}"))
        .replace("\"description\": \"", &format!("\"description\": \"{evil}"));
    assert!(source.matches(evil).count() >= 2);
    let page = page(&rendering(&source));
    assert!(!page.contains("<img"));
    // Each script ends once, where it should.
    assert_eq!(page.matches("<script").count(), 3);
    assert_eq!(page.matches("</script>").count(), 3);
    assert!(!page.contains("<!--"));
    let html = Html::parse_document(&page);
    assert!(only(&html, "title").0.starts_with(evil));
    let kept = data(&html, "stance-comparison > script");
    let headline = kept["article"]["headline"].as_str();
    assert!(headline.is_some_and(|headline| headline.starts_with(evil)));
}

#[test]
fn a_fragment_brings_the_document_that_it_shows() {
    for source in [CEASEFIRE, HARBOUR] {
        let fragment = done(rendering(source).fragment());
        let html = Html::parse_fragment(&fragment);
        let within = data(&html, "stance-comparison > script[type='application/json']");
        assert_eq!(
            within,
            serde_json::from_str::<serde_json::Value>(source).expect("JSON")
        );
        let graph = data(&html, "stance-comparison + script[type$='ld+json']");
        assert_eq!(graph["@graph"][0]["@type"], "NewsArticle");
    }
    for (source, attribute) in [
        (Source::At("x.json".to_owned()), Some("x.json")),
        (Source::BuiltIn, None),
    ] {
        let rendering = Rendering {
            source,
            eager: attribute.is_some(),
            ..rendering(CEASEFIRE)
        };
        let fragment = done(rendering.fragment());
        let (element, _) = fragment
            .split_once("</stance-comparison>")
            .expect("the element");
        assert!(!element.contains("<script"));
        let html = Html::parse_fragment(element);
        let (_, attributes) = only(&html, "stance-comparison");
        let src = attributes.iter().find(|(name, _)| name == "src");
        assert_eq!(src.map(|(_, value)| &**value), attribute);
        let built_in = attributes.iter().any(|(name, _)| name == "built-in");
        assert_eq!(built_in, attribute.is_none());
        let loading = attributes.iter().find(|(name, _)| name == "loading");
        let eager = attribute.is_some().then_some("eager");
        assert_eq!(loading.map(|(_, value)| &**value), eager);
    }
}

#[test]
fn a_page_says_what_it_is_in_its_languages() {
    let with_url = HARBOUR.replace(
        "\"headline\":",
        "\"url\": \"https://example.org/?a=1&b=2\", \"headline\":",
    );
    let rendering = Rendering {
        texts: Rc::new(Texts::nearest("ar")),
        theme: Theme::Dark,
        ..rendering(&with_url)
    };
    let html = Html::parse_document(&page(&rendering));
    let attribute = |selector: &str, name: &str| {
        let (_, attributes) = only(&html, selector);
        let found = attributes.into_iter().find(|(known, _)| known == name);
        found
            .unwrap_or_else(|| panic!("{selector} has no {name}"))
            .1
    };
    assert_eq!(attribute("html", "lang"), "ar");
    assert_eq!(attribute("html", "dir"), "rtl");
    assert_eq!(attribute("title", "lang"), "en");
    let article = &rendering.index.document().article;
    assert_eq!(only(&html, "title").0, article.headline);
    assert_eq!(
        attribute("meta[name='description']", "content"),
        article.description
    );
    assert_eq!(
        attribute("link[rel='canonical']", "href"),
        "https://example.org/?a=1&b=2"
    );
    assert_eq!(attribute("meta[name='color-scheme']", "content"), "dark");
    assert_eq!(attribute("stance-comparison", "theme"), "dark");
    assert_eq!(attribute("stance-comparison", "lang"), "ar");
    assert_eq!(attribute("head > script[src]", "src"), "standpoint.js");
    let graph = data(&html, "head > script[type]");
    assert_eq!(graph["@graph"][0]["@id"], "https://example.org/?a=1&b=2");
    // Without an address there is nothing to be canonical, and without a loader
    // no script that runs.
    let still = done(self::rendering(HARBOUR).page(None));
    assert!(!still.contains("canonical"));
    assert_eq!(
        still.matches("<script").count(),
        still.matches("json\">").count()
    );
}

fn html_escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The levels of the headings, in their order, of what can be seen at once.
fn levels(html: &str) -> Vec<u8> {
    let html = Html::parse_fragment(html);
    let selector = Selector::parse("h1, h2, h3, h4, h5, h6").expect("a selector");
    let level = |heading: scraper::ElementRef<'_>| {
        let said = heading
            .attr("aria-level")
            .unwrap_or(&heading.value().name()[1..]);
        said.parse().expect("a number")
    };
    html.select(&selector).map(level).collect()
}

#[test]
fn the_page_says_where_headings_begin_and_everything_below_follows() {
    let at = |headline| {
        let rendering = Rendering {
            headline,
            ..rendering(CEASEFIRE)
        };
        done(rendering.fragment())
    };
    let as_it_is = levels(&at(2));
    assert_eq!(as_it_is[0], 2);
    assert!(as_it_is[1..].iter().all(|level| (3..=4).contains(level)));
    for headline in 1..=6 {
        let html = at(headline);
        let moved: Vec<u8> = as_it_is.iter().map(|level| level + headline - 2).collect();
        assert_eq!(levels(&html), moved, "from level {headline}");
        // What comes alive in its place begins there, too.
        let said = format!(" heading-level=\"{headline}\"");
        assert_eq!(html.contains(&said), headline != 2, "from level {headline}");
    }
    let page = page(&rendering(CEASEFIRE));
    assert_eq!(
        page.matches("<h1").count(),
        1,
        "a page of its own has its title"
    );
    assert!(page.contains(" heading-level=\"1\""));
}
