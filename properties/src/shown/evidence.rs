//! Statements wherever they stand, and the evidence of every cell.

use super::{Page, Said, all, attribute, count, every, only, plain, words};
use crate::dates;
use crate::facts::{ids, is_quoted, text};
use scraper::ElementRef;
use serde_json::Value;

const KINDS: [(&str, &str); 4] = [
    ("direct_quote", "Direct quotation"),
    ("reported_speech", "Reported speech"),
    ("narration", "The article’s account"),
    ("commentary", "The author’s comment"),
];

impl Page<'_> {
    /// Every statement that is shown has its own words, voice, speaker, date, place
    /// and cells.
    pub(super) fn statements(&self, said: &mut Said) {
        for figure in all(self.root(), "figure") {
            self.statement(figure, said);
        }
        let facts = self.facts();
        for link in all(self.root(), ".cell-link") {
            let (party, topic) = attribute(link, "data-cell")
                .split_once('/')
                .expect("a cell");
            let shown = words(only(link, ".word"));
            let word = facts.stands(party, topic).word();
            assert_eq!(shown, plain(word), "{party} on {topic}");
            let name = words(only(link, "span.party"));
            let party = facts.item("organizations", party);
            assert_eq!(name, plain(text(party, "short_name")));
        }
    }

    fn statement(&self, figure: ElementRef<'_>, said: &mut Said) {
        let facts = self.facts();
        let id = attribute(figure, "data-statement");
        let statement = facts.item("statements", id);
        let kind = text(statement, "kind");
        let own = plain(text(statement, "text"));
        let shown = words(only(figure, ".words"));
        let is_quotation = !all(figure, "blockquote").is_empty();
        assert_eq!(is_quotation, kind == "direct_quote", "{id} is a {kind}");
        match is_quotation {
            true => assert!(is_quoted(&shown, &own), "{shown} quotes {own}"),
            false => assert_eq!(shown, own),
        }
        let name = KINDS.iter().find(|(known, _)| *known == kind);
        let name = name.expect("a kind").1;
        let shown = words(only(figure, ".kind"));
        assert!(shown.ends_with(name), "{id} is a {name}");
        let speaker = facts.speaker(statement);
        let names: Vec<String> = speaker.iter().map(|(name, _)| plain(name)).collect();
        assert_eq!(every(figure, "cite"), names);
        let roles = speaker.iter().map(|(_, role)| plain(role));
        let roles: Vec<String> = roles.filter(|role| !role.is_empty()).collect();
        assert_eq!(every(figure, ".role"), roles);
        let paragraph = format!("paragraph {}", statement["paragraph"]);
        let place = match statement["date"].as_str() {
            Some(date) => format!("{}, {paragraph}", dates::of(date).words),
            None => paragraph,
        };
        assert_eq!(words(only(figure, ".where")), place);
        said.add(place);
        let within = figure.ancestors().filter_map(ElementRef::wrap);
        let mut within = within.map(|around| attribute(around, "data-of"));
        let within = within.find(|of| !of.is_empty());
        let links = all(figure, ".cell-link");
        let mut cells: Vec<&str> = links.iter().map(|l| attribute(*l, "data-cell")).collect();
        cells.sort_unstable();
        let mut expected = facts.cells_on(id);
        expected.retain(|cell| Some(&**cell) != within);
        assert_eq!(cells, expected, "the cells that rest on {id}");
    }

    /// Every cell that is not silent has its evidence: its stances, the current ones
    /// first, each with as many statements as are listed.
    pub(super) fn evidence(&self, said: &mut Said) {
        let facts = self.facts();
        let mut known = 0;
        for (party, topic) in self.every_cell() {
            let (now, before) = facts.stances(party, topic);
            let of = format!("section[data-of='{party}/{topic}']");
            let found = all(self.root(), &of);
            assert_eq!(found.len(), usize::from(!now.is_empty()), "{of}");
            let Some(section) = found.first() else {
                continue;
            };
            known += 1;
            let stances = all(*section, "div.stance");
            assert_eq!(stances.len(), now.len() + before.len(), "{of}");
            let word = words(only(only(*section, "h3"), ".word"));
            assert_eq!(word, plain(facts.stands(party, topic).word()), "{of}");
            for (shown, stance) in stances.iter().zip(now.iter().chain(&before)) {
                self.stance(*shown, stance, said);
            }
            let earlier: Vec<String> = before.iter().map(|stance| earlier(stance)).collect();
            assert_eq!(every(*section, "h4"), earlier);
            earlier.iter().for_each(|earlier| said.add(earlier));
        }
        for topic in facts.list("topics") {
            let of = format!("section[data-of='{}']", text(topic, "id"));
            let found = all(self.root(), &of);
            let background = ids(topic, "statement_ids");
            assert_eq!(found.len(), usize::from(!background.is_empty()), "{of}");
            for section in found {
                known += 1;
                assert_eq!(statements(section), background);
            }
        }
        assert_eq!(all(self.root(), "section.evidence").len(), known);
    }

    fn stance(&self, shown: ElementRef<'_>, stance: &Value, said: &mut Said) {
        let id = |field| text(stance, field);
        assert_eq!(words(only(shown, "p.summary")), plain(id("summary")));
        for position in every(shown, "p.position .word") {
            assert_eq!(position, plain(self.facts().label(id("position"))));
        }
        let conditions = ids(stance, "conditions").into_iter().map(plain);
        let conditions: Vec<String> = conditions.collect();
        assert_eq!(every(shown, ".conditions li"), conditions);
        let rests_on = ids(stance, "statement_ids");
        let count = count(rests_on.len(), "statement", "statements");
        let count = format!("Rests on {count}");
        let labels = every(shown, "p.label");
        assert!(labels.contains(&count), "{count} is not in {labels:?}");
        said.add(count);
        assert_eq!(statements(shown), rests_on);
    }
}

fn statements(within: ElementRef<'_>) -> Vec<&str> {
    let figures = all(within, "figure").into_iter();
    figures
        .map(|figure| attribute(figure, "data-statement"))
        .collect()
}

/// “Earlier (2020)”.
pub(super) fn earlier(stance: &Value) -> String {
    match stance["date"].as_str() {
        Some(date) => format!("Earlier ({})", dates::of(date).words),
        None => "Earlier".to_owned(),
    }
}
