//! The comparison as files: what other programs read in them is what the
//! document says.

#![cfg(not(target_arch = "wasm32"))]

mod plain;

use plain::{Standing, cell};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};
use standpoint::article::{Document, Edtf, StatementKind, Value, read};
use standpoint::comparison::Index;
use standpoint::export::{Sheet, csv, csv_data, html, jsonld, markdown};
use standpoint::i18n::{LANGUAGES, Texts, quotation_marks};
use standpoint::state::{Choice, Passage, Passages};
use std::rc::Rc;

const SEEDS: [&str; 2] = [
    include_str!("../seeds/ceasefire-2025.json"),
    include_str!("../seeds/harbour-town.json"),
];

fn document(json: &str) -> Document {
    let value: Value = serde_json::from_str(json).expect("JSON");
    read(&value).expect("a document without mistakes")
}

/// A document in which every text is as nasty as its field lets it be.
fn hostile() -> Document {
    let nasty = "=1+1|\"*<b>_x_</b>`[a](b)` & ; , \\ #";
    let mut document = document(SEEDS[1]);
    document.article.headline = nasty.to_owned();
    for party in &mut document.organizations {
        party.name = format!("{} {nasty}", party.name);
        party.short_name = format!("{} {nasty}", party.short_name);
    }
    for topic in &mut document.topics {
        topic.name = format!("1. {} {nasty}", topic.name);
        topic.question = nasty.to_owned();
    }
    for step in &mut document.scale {
        step.label = format!("{} {nasty}", step.label);
    }
    for statement in &mut document.statements {
        statement.text = format!("- {nasty} {}", statement.text);
    }
    for stance in &mut document.stances {
        stance.summary = format!("> {nasty}\n{}", stance.summary);
    }
    document
}

fn documents() -> Vec<Document> {
    let mut all: Vec<_> = SEEDS.iter().map(|json| document(json)).collect();
    all.push(hostile());
    all
}

fn with_sheet<T>(document: &Document, language: &str, then: impl FnOnce(&Sheet<'_>) -> T) -> T {
    let texts = Texts::nearest(language);
    let index = Index::new(Rc::new(document.clone()));
    then(&Sheet::new(&index, &Choice::of(&index), &texts))
}

/// Where a party stands, in English.
fn words(document: &Document, party: &str, topic: &str) -> String {
    let party = document.organization(party).expect("a party");
    let topic = document.topic(topic).expect("a topic");
    match cell(document, party, topic).standing {
        Standing::Silent => "Not stated in this article".to_owned(),
        Standing::Mixed => "Mixed".to_owned(),
        Standing::Contradictory => "Contradictory".to_owned(),
        Standing::At(step) => step.label.clone(),
    }
}

/// The text of a line, as a reader sees it.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn csv_has_a_row_for_every_statement_of_every_cell_and_for_every_silence() {
    for document in documents() {
        let file = with_sheet(&document, "en", csv);
        assert!(file.lines().count() > 1 && file.ends_with("\r\n"));
        let mut reader = csv::ReaderBuilder::new().from_reader(file.as_bytes());
        assert_eq!(reader.headers().expect("titles").len(), 18);
        let rows: Vec<csv::StringRecord> = reader
            .records()
            .map(|row| row.expect("18 fields"))
            .collect();
        let of_stances: usize = document.stances.iter().map(|s| s.statement_ids.len()).sum();
        let background: usize = document.topics.iter().map(|t| t.statement_ids.len()).sum();
        let cells = document.topics.len() * document.organizations.len();
        let stated = |party: &str, topic: &str| {
            let of_cell = |s: &&standpoint::article::Stance| {
                s.organization_id == party && s.topic_id == topic
            };
            document.stances.iter().any(|s| of_cell(&s))
        };
        let silent = document
            .topics
            .iter()
            .flat_map(|t| document.organizations.iter().map(move |o| (o, t)));
        let silent = silent.filter(|(o, t)| !stated(&o.id, &t.id)).count();
        assert!(silent > 0 && silent < cells);
        assert_eq!(rows.len(), of_stances + background + silent);
        // A silence is a word, and never an empty field.
        let unstated = rows
            .iter()
            .filter(|row| &row[3] == "Not stated in this article");
        assert_eq!(unstated.count(), silent);
        assert!(rows.iter().all(|row| !row[3].is_empty()));
        // Every statement is there, word for word.
        for statement in &document.statements {
            let used = document
                .stances
                .iter()
                .any(|s| s.statement_ids.contains(&statement.id))
                || document
                    .topics
                    .iter()
                    .any(|t| t.statement_ids.contains(&statement.id));
            let there = rows
                .iter()
                .any(|row| row[11].trim_start_matches('\'') == statement.text);
            assert_eq!(there, used, "{}", statement.id);
        }
        // No spreadsheet computes anything.
        for field in rows.iter().flatten() {
            assert!(!field.starts_with(['=', '+', '-', '@']), "{field}");
        }
    }
}

#[test]
fn csv_for_programs_has_every_date_and_word_as_it_is() {
    let mut document = documents().remove(0);
    let id = document.stances[0].statement_ids[0].clone();
    let statement = document.statements.iter_mut().find(|s| s.id == id);
    let statement = statement.expect("a statement");
    statement.text = "＝1+1, they said".to_owned();
    statement.date = Some(Edtf::parse("-0044-03-15").expect("EDTF"));
    let fields = |make: fn(&Sheet<'_>) -> String| -> Vec<String> {
        let file = with_sheet(&document, "en", make);
        let mut reader = csv::ReaderBuilder::new().from_reader(file.as_bytes());
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        rows.iter()
            .flat_map(|row| row.iter().map(str::to_owned))
            .collect()
    };
    let (people, programs) = (fields(csv), fields(csv_data));
    for text in ["＝1+1, they said", "-0044-03-15"] {
        assert!(programs.iter().any(|field| field == text), "{text}");
        assert!(people.iter().all(|field| field != text), "{text}");
        let guarded = ["'", text].concat();
        assert!(people.contains(&guarded) && !programs.contains(&guarded));
    }
}

#[test]
fn files_say_where_the_page_has_other_words() {
    let document = documents().remove(0);
    let index = Index::new(Rc::new(document));
    let texts = Texts::nearest("en");
    let quoted = index.statement_of_id(&index.document().stances[0].statement_ids[0]);
    let changed = Passages::of(&index, &[(quoted.expect("a statement"), Passage::Changed)]);
    let choice = Choice::of(&index);
    let plain = Sheet::new(&index, &choice, &texts);
    let sheet = Sheet::new(&index, &choice, &texts).with_passages(changed);
    let note = "The article’s words here are others now.";
    let graph = |sheet: &Sheet<'_>| serde_json::to_string(&jsonld(sheet)).expect("JSON");
    for make in [csv, csv_data, markdown, html, graph] {
        assert_eq!(make(&plain).matches(note).count(), 0);
        assert!(make(&sheet).contains(note));
    }
}

#[test]
fn markdown_has_the_table_and_only_quotations_are_set_as_quotations() {
    for document in documents() {
        let file = with_sheet(&document, "en", markdown);
        let mut table: Vec<Vec<String>> = Vec::new();
        let (mut quotes, mut depth, mut headings) = (Vec::new(), 0, Vec::new());
        let (mut text, mut html) = (String::new(), 0);
        for event in Parser::new_ext(&file, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => table.push(Vec::new()),
                Event::Start(Tag::TableCell | Tag::Heading { .. }) => text.clear(),
                Event::End(TagEnd::TableCell) => {
                    table.last_mut().expect("a row").push(text.clone());
                }
                Event::End(TagEnd::Heading(_)) => headings.push(text.clone()),
                Event::Start(Tag::BlockQuote(_)) => {
                    depth += 1;
                    text.clear();
                }
                Event::End(TagEnd::BlockQuote(_)) => {
                    depth -= 1;
                    quotes.push(text.clone());
                }
                Event::Text(words) | Event::Code(words) => text.push_str(&words),
                Event::SoftBreak => text.push(' '),
                Event::Html(_) | Event::InlineHtml(_) => html += 1,
                _ => {}
            }
        }
        assert_eq!((depth, html), (0, 0), "no HTML, and every quotation ends");
        assert_eq!(headings[0], plain(&document.article.headline));
        let parties = &document.organizations;
        assert_eq!(table.len(), document.topics.len() + 1);
        for (row, topic) in table[1..].iter().zip(&document.topics) {
            assert_eq!(row.len(), parties.len() + 1);
            assert_eq!(row[0], plain(&topic.name));
            for (found, party) in row[1..].iter().zip(parties) {
                assert_eq!(*found, plain(&words(&document, &party.id, &topic.id)));
            }
        }
        let quoted = |id: &String| {
            let statement = document.statement(id).expect("a statement");
            (statement.kind == StatementKind::DirectQuote).then_some(statement)
        };
        let expected: usize = document
            .stances
            .iter()
            .map(|s| s.statement_ids.iter().filter_map(quoted).count())
            .sum::<usize>()
            + document
                .topics
                .iter()
                .map(|t| t.statement_ids.iter().filter_map(quoted).count())
                .sum::<usize>();
        assert_eq!(quotes.len(), expected);
    }
}

#[test]
fn html_has_the_table_with_its_words_and_nothing_that_runs() {
    let select = |selector: &str| Selector::parse(selector).expect("a selector");
    for document in documents() {
        let file = with_sheet(&document, "en", html);
        assert!(!file.contains("<script"));
        let page = Html::parse_fragment(&file);
        for element in page.select(&select("*")) {
            let mut attributes = element.value().attrs().map(|(name, _)| name);
            assert!(attributes.all(|name| !name.starts_with("on") && name != "style"));
        }
        let of = |selector: &str| -> Vec<String> {
            let selector = select(selector);
            let found = page.select(&selector);
            found
                .map(|e| plain(&e.text().collect::<String>()))
                .collect()
        };
        assert_eq!(of("h2"), [plain(&document.article.headline)]);
        let heads = of("thead th");
        assert_eq!(heads.len(), document.organizations.len() + 1);
        assert_eq!(heads[1], plain(&document.organizations[0].name));
        // What no party says stands in rows of its own, which have no head.
        let rows: Vec<_> = page
            .select(&select("tbody tr"))
            .filter(|row| row.select(&select("th")).next().is_some())
            .collect();
        assert_eq!(rows.len(), document.topics.len());
        for (row, topic) in rows.iter().zip(&document.topics) {
            let strong: Vec<_> = row
                .select(&select("td > strong"))
                .map(|e| plain(&e.text().collect::<String>()))
                .collect();
            let expected: Vec<_> = document
                .organizations
                .iter()
                .map(|party| plain(&words(&document, &party.id, &topic.id)))
                .collect();
            assert_eq!(strong, expected);
        }
        // What stands in a quotation is one.
        let quotations: Vec<String> = document
            .statements
            .iter()
            .filter(|s| s.kind == StatementKind::DirectQuote)
            .map(|s| {
                let [open, close] = quotation_marks(&document.language, &s.text);
                plain(&[open, &s.text, close].concat())
            })
            .collect();
        for quotation in of("blockquote") {
            assert!(quotations.contains(&quotation), "{quotation}");
        }
    }
}

#[test]
fn only_quotations_are_quotations_in_the_graph() {
    for document in documents() {
        let graph = with_sheet(&document, "en", jsonld);
        let json = serde_json::to_value(&graph).expect("JSON");
        assert_eq!(json["@context"], "https://schema.org");
        let nodes = json["@graph"].as_array().expect("a graph");
        assert_eq!(nodes[0]["@type"], "NewsArticle");
        assert_eq!(nodes[0]["headline"], document.article.headline);
        let mut quotations = 0;
        for node in &nodes[1..] {
            let text = node["text"].as_str();
            if node["@type"] == "Quotation" {
                quotations += 1;
                let known = document
                    .statements
                    .iter()
                    .any(|s| s.kind == StatementKind::DirectQuote && Some(s.text.as_str()) == text);
                assert!(known, "{node}");
                let named = node["spokenByCharacter"]["@type"].is_string();
                assert_ne!(named, node["creditText"].is_string(), "{node}");
                assert_eq!(node["isPartOf"]["@id"], nodes[0]["@id"]);
            } else {
                assert_eq!(node["@type"], "CreativeWork");
                assert!(text.is_none() && node["abstract"].is_string(), "{node}");
                assert_eq!(node["isBasedOn"]["@id"], nodes[0]["@id"]);
            }
            assert!(node["position"].is_u64(), "{node}");
            // schema.org has no date that is about a day.
            let date = node["dateCreated"].as_str().unwrap_or("2025-01-01");
            assert!(
                date.bytes().all(|b| b.is_ascii_digit() || b == b'-'),
                "{date}"
            );
        }
        let all = document
            .statements
            .iter()
            .filter(|s| s.kind == StatementKind::DirectQuote);
        assert_eq!(quotations, all.count());
    }
}

#[test]
fn files_have_what_is_chosen_in_its_order() {
    let index = Index::new(Rc::new(document(SEEDS[0])));
    let texts = Texts::english("en");
    let mut choice = Choice::of(&index);
    let party = |id| index.party_of_id(id).expect("a party");
    choice.parties = ["russia", "ukraine"].map(party).to_vec();
    choice.topics = vec![index.topic_of_id("nato").expect("a topic")];
    let sheet = Sheet::new(&index, &choice, &texts);
    let table = markdown(&sheet);
    assert!(table.contains("| Topic | Russia | Ukraine |\n"), "{table}");
    assert!(!table.contains("Europe and NATO"));
    choice.parties.clear();
    choice.topics.clear();
    let sheet = Sheet::new(&index, &choice, &texts);
    assert_eq!(csv(&sheet).lines().count(), 1);
    assert!(html(&sheet).contains("<tbody>\n</tbody>"));
    let graph = serde_json::to_value(jsonld(&sheet)).expect("JSON");
    assert_eq!(graph["@graph"].as_array().map(Vec::len), Some(1));
}

#[test]
fn every_language_has_its_titles_and_direction() {
    let document = document(SEEDS[0]);
    for (language, _) in LANGUAGES {
        let table = with_sheet(&document, language, csv);
        let head = table.lines().next().expect("titles");
        assert!(
            head.split(',')
                .all(|title| title.len() > 1 && !title.contains('.')),
            "{head}"
        );
        let page = with_sheet(&document, language, html);
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        let opening = format!("<article lang=\"{language}\" dir=\"{direction}\">");
        assert!(page.starts_with(&opening), "{}", &page[..60]);
        // The document's words are marked as English where the rest is not.
        let marked = page.matches(" lang=\"en\" dir=\"ltr\"").count();
        assert_eq!(marked > 1, language != "en");
    }
}
