//! The views of statements: the list of all, and the timeline.

use super::{Page, Said, all, attribute, count, every, listed, only, plain, words};
use crate::dates;
use crate::facts::{ids, text};
use crate::reader::hits;
use scraper::ElementRef;
use serde_json::Value;
use standpoint::state::Arrangement;
use std::collections::BTreeSet;

impl Page<'_> {
    fn hits(&self, left: &[&str], hits: usize, said: &mut Said) {
        let total = self.facts().list("statements").len();
        let total = count(total, "statement", "statements");
        let mut line = format!("{} of {total}.", left.len());
        if !self.seen.choice.search.is_empty() {
            line.push_str(&format!(" {}.", count(hits, "hit", "hits")));
        }
        assert_eq!(words(only(self.root(), ".hits")), line);
        said.add(line);
        let choice = self.seen.choice;
        let on = usize::from(!choice.search.is_empty()) + usize::from(choice.kinds.len() < 4);
        let on: Vec<String> = (on > 0).then(|| format!("{on} on")).into_iter().collect();
        assert_eq!(every(self.root(), ".fold .count"), on);
        on.iter().for_each(|on| said.add(on));
    }

    /// The list: what is not hidden is what is heard.
    pub(super) fn list(&self, said: &mut Said) {
        let (left, hits) = &self.seen.heard;
        self.hits(left, *hits, said);
        let mut shown: Vec<&str> = Vec::new();
        for figure in all(self.root(), ".statements-view figure") {
            let mut around = figure.ancestors().filter_map(ElementRef::wrap);
            if !around.any(|e| e.value().attr("hidden").is_some()) {
                shown.push(attribute(figure, "data-statement"));
            }
        }
        let mut heard = self.seen.heard.0.clone();
        if self.seen.choice.arrangement == Arrangement::Topic {
            // One that bears on several topics stands under each that is left.
            let is_left = |topic: &&&str| self.seen.left.contains(topic);
            let times = |id: &str| match &self.facts().topics_of(id)[..] {
                [] => 1,
                on => on.iter().filter(is_left).count(),
            };
            let each = heard.into_iter();
            heard = each.flat_map(|id| vec![id; times(id)]).collect();
        }
        shown.sort_unstable();
        heard.sort_unstable();
        assert_eq!(shown, heard, "the statements that are listed");
    }

    /// The timeline: dates, and changes as the stances of a cell have them.
    pub(super) fn timeline(&self, said: &mut Said) {
        let facts = self.facts();
        let placed = self.placed();
        let statement = |id: &&str| facts.item("statements", id);
        let search = &self.seen.choice.search;
        let hits = placed.iter().map(|id| hits(facts, statement(id), search));
        self.hits(&placed, hits.sum(), said);
        let mut figures = BTreeSet::new();
        for moment in all(self.root(), ".timeline li.moment:not([hidden])") {
            figures.extend(
                all(moment, "figure")
                    .into_iter()
                    .map(|figure| attribute(figure, "data-statement")),
            );
        }
        assert_eq!(Vec::from_iter(figures), placed, "the statements in time");
        let mut years: Vec<String> = Vec::new();
        let mut dated = |edtf: &str| {
            let known = dates::of(edtf);
            let days = [known.earliest, known.latest].into_iter().flatten();
            years.extend(days.map(|(year, ..)| year.to_string()));
            known.words
        };
        let mut known: Vec<String> = Vec::new();
        for event in facts.list("events") {
            let from = dated(text(event, "start_date"));
            known.push(match event["end_date"].as_str() {
                Some(end) => format!("{from} to {}", dated(end)),
                None => from.to_owned(),
            });
            let mut details = self.short_names(&ids(event, "organization_ids"));
            if let Some(paragraph) = event["paragraph"].as_u64() {
                details.push(format!("paragraph {paragraph}"));
            }
            said.add(details.join(" · "));
        }
        let (statements, stances) = (facts.list("statements"), facts.list("stances"));
        for item in statements.iter().chain(stances) {
            known.extend(item["date"].as_str().map(|edtf| dated(edtf).to_owned()));
        }
        for moment in all(self.root(), ".timeline li.moment:not([hidden])") {
            let when = words(only(moment, ".when .date"));
            assert!(known.contains(&when), "{when} is no date of the document");
            if moment.value().classes().any(|class| class == "change") {
                self.change(moment, said);
            }
        }
        known.iter().for_each(|date| said.add(date));
        for year in every(self.root(), ".timeline-axis span") {
            assert!(years.contains(&year), "{year} is no year of the document");
            said.add(year);
        }
    }

    /// What is heard and stands at a date: of its own, or with an event that is shown.
    fn placed(&self) -> Vec<&str> {
        let facts = self.facts();
        let events = facts.list("events");
        let tells = |event: &Value, id: &str| ids(event, "statement_ids").contains(&id);
        let is_shown = |event: &Value| {
            let parties = ids(event, "organization_ids");
            parties.is_empty()
                || parties
                    .iter()
                    .any(|party| self.seen.parties.contains(party))
        };
        let is_placed = |id: &&str| match events.iter().any(|event| tells(event, id)) {
            true => events
                .iter()
                .any(|event| tells(event, id) && is_shown(event)),
            false => !facts.item("statements", id)["date"].is_null(),
        };
        let mut placed: Vec<&str> = self
            .seen
            .heard
            .0
            .iter()
            .copied()
            .filter(is_placed)
            .collect();
        placed.sort_unstable();
        placed
    }

    /// “Russia: the ceasefire. From “Neutral” to “Against”.”
    fn change(&self, moment: ElementRef<'_>, said: &mut Said) {
        let facts = self.facts();
        let link = only(moment, ".what > .cell-links .cell-link");
        let (party, topic) = attribute(link, "data-cell")
            .split_once('/')
            .expect("a cell");
        let (now, before) = facts.stances(party, topic);
        let history: Vec<&Value> = now.into_iter().chain(before).collect();
        let name = text(facts.item("organizations", party), "short_name");
        let title = format!("{name}: {}", text(facts.item("topics", topic), "name"));
        assert_eq!(words(only(moment, "h3")), plain(&title));
        said.add(title);
        let summaries = every(moment, ".what > .summary");
        let is_shown = |stance: &Value| summaries.contains(&plain(text(stance, "summary")));
        let first = history.iter().position(|stance| is_shown(stance));
        let first = first.expect("a stance of this cell");
        let (stances, rest) = history[first..].split_at(summaries.len());
        assert!(
            stances.iter().all(|stance| is_shown(stance)),
            "{summaries:?}"
        );
        let quoted = |stances: &[&Value]| {
            let label = |stance: &&Value| facts.label(text(stance, "position"));
            let names = stances.iter().map(|stance| format!("“{}”", label(stance)));
            listed(&names.collect::<Vec<_>>())
        };
        // What was before is of one date as it is written.
        let before = rest
            .iter()
            .take_while(|stance| stance["date"] == rest[0]["date"]);
        let (from, to) = (quoted(&rest[..before.count()]), quoted(stances));
        let mut expected = match rest.is_empty() {
            true => format!("First recorded position: {to}."),
            false => format!("From {from} to {to}."),
        };
        if stances.len() > 1 {
            expected.push_str(" The article states different positions.");
        }
        assert_eq!(
            words(only(moment, ".what > .description")),
            plain(&expected)
        );
        said.add(expected);
    }
}
