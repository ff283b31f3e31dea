//! What exported files say, as other programs read them.

use crate::dates;
use crate::facts::{Facts, Stands, ids, is_quoted, text};
use crate::reader::Seen;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use standpoint::export::{Sheet, csv_data, html, jsonld, markdown};
use standpoint::i18n::Texts;
use standpoint::state::State;

/// Holds all files of what is chosen against the document.
///
/// # Panics
/// When a file says what the document does not hold, or leaves something out.
pub fn holds(seen: &Seen<'_>, state: &State) {
    let texts = Texts::english("en");
    let sheet = Sheet::new(&state.index, &state.choice, &texts);
    let file = File { seen };
    file.csv(&csv_data(&sheet));
    file.markdown(&markdown(&sheet));
    file.html(&html(&sheet));
    let graph = serde_json::to_value(jsonld(&sheet)).expect("JSON");
    file.jsonld(&graph);
}

struct File<'a> {
    seen: &'a Seen<'a>,
}

/// A text as a reader sees it: that a name is isolated in its direction, nobody sees.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{2068}', '\u{2069}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

impl<'a> File<'a> {
    fn facts(&self) -> Facts<'a> {
        self.seen.facts
    }

    /// The cells in the order of files.
    fn cells(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let parties = self.seen.parties.clone();
        let topics = self.seen.topics.clone().into_iter();
        topics.flat_map(move |topic| parties.clone().into_iter().map(move |party| (topic, party)))
    }

    fn statements(&self, ids: &[&str]) -> Vec<&'a Value> {
        let facts = self.facts();
        ids.iter().map(|id| facts.item("statements", id)).collect()
    }

    /// All statements that are told of, in the order of files: those of a topic's
    /// cells, then its background.
    fn told(&self) -> Vec<&'a Value> {
        let (facts, mut told) = (self.facts(), Vec::new());
        for topic in &self.seen.topics {
            for party in &self.seen.parties {
                let (now, before) = facts.stances(party, topic);
                for stance in now.iter().chain(&before) {
                    told.extend(self.statements(&ids(stance, "statement_ids")));
                }
            }
            let topic = facts.item("topics", topic);
            told.extend(self.statements(&ids(topic, "statement_ids")));
        }
        told
    }

    fn csv(&self, file: &str) {
        let facts = self.facts();
        let article = &facts.0["article"];
        let publication = ["headline", "publisher", "url"].map(|field| text(article, field));
        let mut expected: Vec<Vec<String>> = Vec::new();
        let mut write = |row: &[&[&str]]| {
            let row: Vec<&str> = row.concat();
            expected.push(owned(&[&row, &publication[..]].concat()));
        };
        for topic in &self.seen.topics {
            let named = facts.item("topics", topic);
            let head = [text(named, "name"), text(named, "question")];
            for party in &self.seen.parties {
                let name = text(facts.item("organizations", party), "name");
                let (now, before) = facts.stances(party, topic);
                if now.is_empty() {
                    write(&[&head, &[name, Stands::Silent.word()], &[""; 11]]);
                }
                let times = now.iter().map(|stance| (stance, "now"));
                for (stance, time) in times.chain(before.iter().map(|stance| (stance, "before"))) {
                    let position = facts.label(text(stance, "position"));
                    let conditions = ids(stance, "conditions").join("; ");
                    let since = text(stance, "date");
                    let held = [
                        name,
                        position,
                        time,
                        since,
                        text(stance, "summary"),
                        &conditions,
                    ];
                    for statement in self.statements(&ids(stance, "statement_ids")) {
                        write(&[
                            &head,
                            &held,
                            &said(facts, statement).each_ref().map(|s| &**s),
                        ]);
                    }
                }
            }
            for statement in self.statements(&ids(named, "statement_ids")) {
                let said = said(facts, statement);
                write(&[
                    &head,
                    &["", "Background, no party’s position"],
                    &[""; 4],
                    &said.each_ref().map(|s| &**s),
                ]);
            }
        }
        let mut reader = csv::ReaderBuilder::new().from_reader(file.as_bytes());
        let rows = reader
            .records()
            .map(|row| row.expect("as many fields as titles"));
        let rows: Vec<Vec<String>> = rows
            .map(|row| owned(&row.iter().collect::<Vec<_>>()))
            .collect();
        assert_eq!(rows, expected);
    }

    fn markdown(&self, file: &str) {
        let facts = self.facts();
        let (mut cells, mut quotations, mut all) = (Vec::new(), Vec::new(), String::new());
        let mut into: Option<String> = None;
        for event in Parser::new_ext(file, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::TableCell | Tag::BlockQuote(_)) => into = Some(String::new()),
                Event::End(TagEnd::TableCell) => cells.extend(into.take()),
                Event::End(TagEnd::BlockQuote(_)) => quotations.extend(into.take()),
                Event::Text(text) => {
                    all.push_str(&text);
                    if let Some(into) = &mut into {
                        into.push_str(&text);
                    }
                }
                Event::SoftBreak | Event::End(_) => {
                    all.push(' ');
                    if let Some(into) = &mut into {
                        into.push(' ');
                    }
                }
                Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => panic!("{event:?}"),
                _ => {}
            }
        }
        let mut expected = vec!["Topic".to_owned()];
        let short = |party: &&str| plain(text(facts.item("organizations", party), "short_name"));
        expected.extend(self.seen.parties.iter().map(short));
        for topic in &self.seen.topics {
            expected.push(plain(text(facts.item("topics", topic), "name")));
            let word = |party: &&str| plain(facts.stands(party, topic).word());
            expected.extend(self.seen.parties.iter().map(word));
        }
        let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        assert_eq!(cells, expected);
        let told = self.told();
        let direct: Vec<&&Value> = told
            .iter()
            .filter(|s| s["kind"] == "direct_quote")
            .collect();
        assert_eq!(quotations.len(), direct.len(), "quotations");
        for (shown, statement) in quotations.iter().zip(direct) {
            let words = plain(text(statement, "text"));
            let shown = plain(shown);
            let end = shown.find(&words).map(|at| at + words.len());
            let end = end.unwrap_or_else(|| panic!("{shown:?} is not {words:?}"));
            let (_, rest) = shown[end..].split_once("— ").expect("who says it");
            let quoted = shown
                .strip_suffix(rest)
                .and_then(|quoted| quoted.strip_suffix(" — "));
            let quoted = quoted.expect("what is said");
            assert!(is_quoted(quoted, &words), "{quoted} quotes {words}");
            assert!(
                rest.ends_with(&format!("paragraph {}", statement["paragraph"])),
                "{rest}"
            );
        }
        let all = plain(&all);
        for statement in told {
            assert!(all.contains(&plain(text(statement, "text"))));
        }
    }

    fn html(&self, file: &str) {
        let facts = self.facts();
        let html = Html::parse_fragment(file);
        let select = |within: ElementRef<'_>, selector: &str| -> Vec<String> {
            let selector = Selector::parse(selector).expect("a selector");
            let found = within.select(&selector);
            found
                .map(|e| plain(&e.text().collect::<String>()))
                .collect()
        };
        let cells = Selector::parse("tbody td:not([colspan])").expect("a selector");
        let cells: Vec<ElementRef<'_>> = html.select(&cells).collect();
        assert_eq!(cells.len(), self.cells().count());
        for (shown, (topic, party)) in cells.into_iter().zip(self.cells()) {
            let word = plain(facts.stands(party, topic).word());
            assert_eq!(
                select(shown, "strong").first(),
                Some(&word),
                "{party} on {topic}"
            );
            let (now, before) = facts.stances(party, topic);
            let is_one = now.len() + before.len() == 1;
            let label = |stance: &Value, time: &str| match is_one {
                true => plain(text(stance, "summary")),
                false => {
                    let position = facts.label(text(stance, "position"));
                    plain(&format!("{position} ({time}) {}", text(stance, "summary")))
                }
            };
            let mut expected: Vec<String> = now.iter().map(|stance| label(stance, "now")).collect();
            expected.extend(before.iter().map(|stance| label(stance, "before")));
            let mut shown = select(shown, "td > p:not(:has(span, small))");
            shown.retain(|line| line != "On condition");
            assert_eq!(shown, expected, "{party} on {topic}");
        }
        let shown = select(html.root_element(), "blockquote p, p > span");
        assert_eq!(shown.len(), self.told().len());
        for (shown, statement) in shown.iter().zip(self.told()) {
            let words = plain(text(statement, "text"));
            match text(statement, "kind") {
                "direct_quote" => assert!(is_quoted(shown, &words), "{shown} quotes {words}"),
                _ => assert_eq!(*shown, words),
            }
        }
        let quoted = select(html.root_element(), "blockquote").len();
        let told = self.told().into_iter();
        assert_eq!(quoted, told.filter(|s| s["kind"] == "direct_quote").count());
    }

    fn jsonld(&self, graph: &Value) {
        let facts = self.facts();
        let nodes = graph["@graph"].as_array().expect("a graph");
        let is_chosen = |statement: &&Value| {
            let id = text(statement, "id");
            let cells = facts.cells_on(id);
            let has_topic = |topic: &str| self.seen.topics.contains(&topic);
            let of_parties = cells.iter().any(|cell| {
                let (party, topic) = cell.split_once('/').expect("a cell");
                self.seen.parties.contains(&party) && has_topic(topic)
            });
            of_parties || (cells.is_empty() && facts.topics_of(id).into_iter().any(has_topic))
        };
        let chosen: Vec<&Value> = facts.list("statements").iter().filter(is_chosen).collect();
        assert_eq!(nodes.len(), 1 + chosen.len());
        for (node, statement) in nodes[1..].iter().zip(chosen) {
            let is_quotation = statement["kind"] == "direct_quote";
            assert_eq!(node["@type"] == "Quotation", is_quotation);
            let (words, other) = match is_quotation {
                true => ("text", "abstract"),
                false => ("abstract", "text"),
            };
            assert_eq!(node[words], statement["text"]);
            assert!(node.get(other).is_none(), "{node}");
            // JSON has one kind of number, and serde_json three.
            assert_eq!(node["position"].as_f64(), statement["paragraph"].as_f64());
            if let Some(id) = statement["speaker_id"].as_str() {
                let spoken = match is_quotation {
                    true => &node["spokenByCharacter"],
                    false => &node["mentions"],
                };
                let name = facts.speaker(statement).map(|(name, _)| name);
                assert_eq!(spoken["name"].as_str(), name, "{id}");
            }
        }
    }
}

/// Whose voice, who, as what, what, when, where, and nothing of the passage.
fn said(facts: Facts<'_>, statement: &Value) -> [String; 7] {
    let kind = match text(statement, "kind") {
        "direct_quote" => "Direct quotation",
        "reported_speech" => "Reported speech",
        "narration" => "The article’s account",
        _ => "The author’s comment",
    };
    let (name, role) = facts.speaker(statement).unwrap_or_default();
    let date = text(statement, "date");
    assert!(date.is_empty() || dates::of(date).edtf == date);
    let paragraph = statement["paragraph"].to_string();
    [
        kind,
        name,
        role,
        text(statement, "text"),
        date,
        &paragraph,
        "",
    ]
    .map(str::to_owned)
}
