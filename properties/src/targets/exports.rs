//! Files of documents whose texts are whatever texts can be.

use super::indexed;
use crate::{Choices, document, pieced};
use pulldown_cmark::{Event, Options, Parser};
use scraper::Html;
use serde_json::Value as Json;
use standpoint::export::{Sheet, csv, csv_data, for_script, html, jsonld, markdown};
use standpoint::i18n::{LANGUAGES, Texts};
use standpoint::state::Choice;

const PIECES: [&str; 34] = [
    "a", "b ", "<", ">", "&", "\"", "'", "`", "```", "|", "*", "_", "#", "# ", "\n", "\n\n", "\r",
    "\t", "-", "- ", "1. ", "=", "+", "@", "\\", "](x)", "![", "<script>", "</script", "<!--",
    "&lt;", "é", "ع", "\u{2028}",
];

/// The elements that a table of HTML is made of.
const ELEMENTS: [&str; 28] = [
    "html",
    "article",
    "h2",
    "h3",
    "p",
    "a",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "b",
    "br",
    "small",
    "span",
    "figure",
    "bdi",
    "blockquote",
    "figcaption",
    "ul",
    "li",
    "head",
    "body",
    "em",
    "div",
];

/// CSV has as many fields in every row as titles, and none that a spreadsheet would
/// work out; Markdown and HTML have no markup of the document's; JSON-LD stands in a
/// script and reads the same there.
pub(super) fn body(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let mut json = document(&mut choices);
    let (tag, _) = *choices.one_of(&LANGUAGES);
    rewrite(&mut json, "", &mut choices);
    let index = indexed(&json);
    let texts = Texts::nearest(tag);
    let sheet = Sheet::new(&index, &Choice::of(&index), &texts);

    let file = csv(&sheet);
    let mut reader = csv::ReaderBuilder::new().from_reader(file.as_bytes());
    assert_eq!(reader.headers().expect("titles").len(), 18);
    for row in reader.records() {
        let row = row.expect("as many fields as titles");
        let is_formula = |field: &str| field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        assert!(!row.iter().any(is_formula), "{row:?}");
    }

    let data = csv::ReaderBuilder::new();
    let data = data
        .from_reader(csv_data(&sheet).as_bytes())
        .into_records()
        .count();
    let people = csv::ReaderBuilder::new();
    assert_eq!(
        data,
        people.from_reader(file.as_bytes()).into_records().count()
    );

    for event in Parser::new_ext(&markdown(&sheet), Options::all()) {
        let is_markup = matches!(
            event,
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::Rule
        );
        assert!(!is_markup, "{event:?}");
    }

    for node in Html::parse_fragment(&html(&sheet)).tree.values() {
        assert!(!node.is_comment(), "{node:?}");
        if let Some(element) = node.as_element() {
            assert!(ELEMENTS.contains(&element.name()), "<{}>", element.name());
            let names: Vec<&str> = element.attrs().map(|(name, _)| name).collect();
            let known = ["lang", "dir", "scope", "href", "colspan"];
            assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
        }
    }

    let graph = serde_json::to_string(&jsonld(&sheet)).expect("JSON");
    let written = for_script(&graph);
    assert!(!written.contains('<'));
    let [as_it_is, in_a_script] = [graph, written].map(|text| serde_json::from_str::<Json>(&text));
    assert_eq!(in_a_script.expect("JSON"), as_it_is.expect("JSON"));
}

/// Puts anything in front of texts that are nobody's words: names and addresses of
/// things stay what they are, and so do the words that a passage is found by.
fn rewrite(json: &mut Json, name: &str, choices: &mut Choices<'_>) {
    match json {
        Json::Object(fields) => {
            if fields
                .get("kind")
                .is_some_and(|kind| kind == "direct_quote")
            {
                return;
            }
            for (name, value) in fields.iter_mut() {
                rewrite(value, &name.clone(), choices);
            }
        }
        Json::Array(items) => items
            .iter_mut()
            .for_each(|item| rewrite(item, name, choices)),
        Json::String(text) => {
            let is_free = matches!(
                name,
                "headline"
                    | "description"
                    | "publisher"
                    | "method"
                    | "notes"
                    | "text"
                    | "name"
                    | "short_name"
                    | "role"
                    | "question"
                    | "group"
                    | "label"
                    | "summary"
                    | "conditions"
                    | "attribution_text"
            );
            if is_free && choices.once_in(2) {
                *text = pieced(choices, &PIECES, 5) + text;
            }
        }
        _ => {}
    }
}
