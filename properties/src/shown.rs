//! What a rendered comparison says, read from its HTML and held against the document.

mod evidence;
mod lists;
mod views;

use crate::dates;
use crate::facts::{Facts, Stands, text};
use crate::reader::Seen;
use scraper::{ElementRef, Html, Selector};
use standpoint::components::{App, AppProps};
use standpoint::i18n::Texts;
use standpoint::state::{Choice, PartyOrder, State};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// Every word of the interface that has nothing to fill in.
const WORDS: &str = include_str!("../../src/i18n/en.txt");

/// The comparison as HTML, with this chosen.
///
/// # Panics
/// When there is no thread to render it on.
pub fn rendered(state: &State, choice: &Choice) -> String {
    let props = yew::props!(AppProps {
        index: state.index.clone(),
        texts: Rc::new(Texts::english("en")),
        choice: Some(choice.clone()),
        inert: true,
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    runtime.expect("a runtime").block_on(renderer.render())
}

/// Holds what is shown against the document.
///
/// # Panics
/// When anything is shown that the document does not hold, or a number is another.
pub fn holds(seen: &Seen<'_>, html: &str) {
    let html = Html::parse_fragment(html);
    let page = Page { seen, html: &html };
    let mut said = page.plain();
    page.header(&mut said);
    page.choosers(&mut said);
    page.view(&mut said);
    page.statements(&mut said);
    page.evidence(&mut said);
    page.about(&mut said);
    page.nothing_else(&said);
}

/// A page, and who sees it.
struct Page<'a> {
    seen: &'a Seen<'a>,
    html: &'a Html,
}

/// All that may be said on a page.
struct Said(HashSet<String>);

impl Said {
    fn add(&mut self, text: impl AsRef<str>) {
        self.0.insert(plain(text.as_ref()));
    }
}

/// A text as a reader sees it: that a name is isolated in its direction, nobody sees.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{2068}', '\u{2069}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The elements that a selector finds.
fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    thread_local!(static KNOWN: RefCell<HashMap<String, Selector>> = RefCell::default());
    KNOWN.with_borrow_mut(|known| {
        let selector = known
            .entry(selector.to_owned())
            .or_insert_with(|| Selector::parse(selector).expect("a selector"));
        within.select(selector).collect()
    })
}

/// The only element that a selector finds.
fn only<'a>(within: ElementRef<'a>, selector: &str) -> ElementRef<'a> {
    let found = all(within, selector);
    assert_eq!(found.len(), 1, "so many are {selector}");
    found[0]
}

/// The text of an element.
fn words(of: ElementRef<'_>) -> String {
    plain(&of.text().collect::<String>())
}

/// The texts of the elements that a selector finds.
fn every(within: ElementRef<'_>, selector: &str) -> Vec<String> {
    all(within, selector).into_iter().map(words).collect()
}

fn attribute<'a>(of: ElementRef<'a>, name: &str) -> &'a str {
    of.value().attr(name).unwrap_or_default()
}

/// A number with the word that goes with it.
fn count(n: usize, one: &str, other: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { other })
}

/// “a, b, and c”, and “a and b”.
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

impl<'a> Page<'a> {
    fn root(&self) -> ElementRef<'a> {
        self.html.root_element()
    }

    fn facts(&self) -> Facts<'a> {
        self.seen.facts
    }

    /// The document's own texts, and the words of the interface.
    fn plain(&self) -> Said {
        let mut said = Said(HashSet::new());
        let values = WORDS.lines().filter_map(|line| line.split_once(" = "));
        for (_, value) in values.filter(|(_, value)| !value.contains('{')) {
            said.add(value);
        }
        let mut rest = vec![self.facts().0];
        while let Some(value) = rest.pop() {
            match value {
                serde_json::Value::String(text) => said.add(text),
                serde_json::Value::Array(items) => rest.extend(items),
                serde_json::Value::Object(fields) => rest.extend(fields.values()),
                _ => {}
            }
        }
        for (_, label, _) in self.facts().scale() {
            said.add(label);
        }
        said
    }

    /// The headline, and the sentence with all its numbers.
    fn header(&self, said: &mut Said) {
        let (facts, seen) = (self.facts(), self.seen);
        assert_eq!(
            words(only(self.root(), ".headline")),
            plain(text(&facts.0["article"], "headline"))
        );
        let of = |accord: &str| {
            let topics = seen
                .left
                .iter()
                .filter(|topic| facts.accord(&seen.parties, topic) == accord);
            topics.count()
        };
        let parts = [
            ("Clash", "they clash on {n}"),
            ("They differ", "differ on {n}"),
            ("They agree", "agree on {n}"),
            ("Cannot be compared", "on {n} they cannot be compared"),
            ("One voice only", "on {n} only one has a recorded position"),
            (
                "No position stated",
                "on {n} the article states no position",
            ),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(accord, _)| of(accord) > 0)
            .map(|(accord, words)| words.replace("{n}", &of(accord).to_string()))
            .collect();
        let mut sentence = String::new();
        if !parts.is_empty() {
            let parties = count(seen.parties.len(), "party", "parties");
            let topics = count(seen.left.len(), "topic", "topics");
            sentence = format!("{parties} on {topics}: {}.", parts.join("; "));
            let empty = facts.empty_cells(&seen.parties, &seen.left);
            if empty > 0 {
                let total = seen.left.len() * seen.parties.len();
                sentence.push_str(&format!(
                    " In {empty} of {total} places the article states no position."
                ));
            }
        }
        assert_eq!(words(only(self.root(), ".overview")), sentence);
        said.add(sentence);
    }

    /// How many are chosen, and who.
    fn choosers(&self, said: &mut Said) {
        let (facts, seen) = (self.facts(), self.seen);
        let of = |shown: usize, list: &str| format!("{shown} of {}", facts.list(list).len());
        let counts = [
            of(seen.parties.len(), "organizations"),
            of(seen.topics.len(), "topics"),
        ];
        assert_eq!(every(self.root(), ".chooser-button .count"), counts);
        counts.iter().for_each(|count| said.add(count));
        // How much is stated of each party, in the order of the list.
        let rows = all(self.root(), "[id=\"choose:parties\"] .option-row");
        let mut before = None;
        for row in rows {
            let party = attribute(only(row, "input"), "name");
            let stated = facts.stated(party, &seen.topics);
            let topics = count(seen.topics.len(), "topic", "topics");
            let line = format!("position stated on {stated} of {topics}");
            assert_eq!(words(only(row, ".question")), line, "{party}");
            said.add(line);
            if seen.choice.party_order == PartyOrder::Silence {
                assert!(before <= Some(stated), "{party} has more than the next");
                before = Some(stated);
            }
        }
        let now = format!("Order: {}", listed(&self.short_names(&seen.parties)));
        let order = every(self.root(), "[id=\"choose:parties\"] p.label");
        assert_eq!(order, [plain(&now)]);
        said.add(now);
    }

    fn short_names(&self, parties: &[&str]) -> Vec<String> {
        let name =
            |party: &&str| text(self.facts().item("organizations", party), "short_name").to_owned();
        parties.iter().map(name).collect()
    }

    /// The signs explained, and how many statements there are of each kind.
    fn about(&self, said: &mut Said) {
        let facts = self.facts();
        let kinds = [
            (
                "direct_quote",
                "Direct quotation",
                "the speaker’s own words, verbatim",
            ),
            (
                "reported_speech",
                "Reported speech",
                "what the article says that the speaker said, in our summary",
            ),
            (
                "narration",
                "The article’s account",
                "what the article tells in its own voice, in our summary",
            ),
            (
                "commentary",
                "The author’s comment",
                "what the article’s author thinks, in our summary",
            ),
        ];
        let shown = every(self.root(), ".about .legend li");
        for (kind, name, about) in kinds {
            let n = facts
                .list("statements")
                .iter()
                .filter(|s| s["kind"] == kind)
                .count();
            let line = format!("{name} ({n}): {about}");
            assert!(
                shown.iter().any(|shown| shown.ends_with(&line)),
                "{line} is not in {shown:?}"
            );
            said.add(line);
        }
        let signs = [
            (
                Stands::Mixed,
                "Mixed: for in one respect and against in another",
            ),
            (
                Stands::Contradictory,
                "Contradictory: the article states different positions of the same time",
            ),
        ];
        for (stands, line) in signs {
            let is_there = match stands {
                Stands::Mixed => facts
                    .list("stances")
                    .iter()
                    .any(|s| s["position"] == "mixed"),
                _ => self
                    .every_cell()
                    .any(|(party, topic)| facts.stands(party, topic) == stands),
            };
            assert_eq!(
                shown.iter().any(|shown| shown.ends_with(line)),
                is_there,
                "{line}"
            );
            said.add(line);
        }
        said.add("Not stated in this article: the article states no position; this is neither neutral nor mixed");
        let review = &facts.0["review"];
        said.add(format!(
            "Last changed {}",
            dates::of(text(review, "updated")).words
        ));
        for correction in review["corrections"].as_array().into_iter().flatten() {
            said.add(dates::of(text(correction, "date")).words);
        }
    }

    fn every_cell(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let facts = self.facts();
        let parties = facts.all("organizations");
        let topics = facts.all("topics").into_iter();
        topics.flat_map(move |topic| parties.clone().into_iter().map(move |party| (party, topic)))
    }

    /// Nothing is said on the page but what may be.
    fn nothing_else(&self, said: &Said) {
        for node in self.html.tree.nodes() {
            let Some(text) = node.value().as_text() else {
                continue;
            };
            let text = plain(text);
            let has_words = text.chars().any(char::is_alphanumeric);
            // What is searched for parts a text; its pieces are read where they stand.
            let within = node.ancestors().filter_map(ElementRef::wrap);
            let is_read = |e: ElementRef<'_>| {
                let classes: Vec<&str> = e.value().classes().collect();
                classes.contains(&"sign")
                    || classes.contains(&"words")
                    || e.value().name() == "cite"
            };
            let known = said.0.contains(&text) || within.into_iter().any(is_read);
            assert!(
                known || !has_words,
                "{text:?} is nothing that the document says"
            );
        }
    }
}
