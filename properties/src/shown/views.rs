//! The views of topics: overview, side by side, spectrum.

use super::evidence::earlier;
use super::{Page, Said, all, attribute, count, every, listed, only, plain, words};
use crate::facts::{Relation, Stands, text};
use scraper::ElementRef;
use standpoint::state::View;

impl Page<'_> {
    /// The view that is shown.
    pub(super) fn view(&self, said: &mut Said) {
        let is_empty = self.seen.parties.is_empty() || self.seen.left.is_empty();
        match self.seen.choice.view {
            View::Matrix if !is_empty => self.matrix(said),
            View::Spectrum if !is_empty => self.spectrum(),
            View::Matrix | View::Spectrum => {
                assert!(all(self.root(), "[data-topic]").is_empty());
            }
            View::Versus => self.versus(said),
            View::Timeline => self.timeline(said),
            View::Statements => self.list(said),
        }
    }

    /// The rows of a view, each once, for these topics and no others.
    fn rows(&self, topics: &[&str]) -> Vec<(String, ElementRef<'_>)> {
        let rows = all(self.root(), "[data-topic]").into_iter();
        let rows: Vec<_> = rows
            .map(|row| (attribute(row, "data-topic").to_owned(), row))
            .collect();
        let mut shown: Vec<&str> = rows.iter().map(|(topic, _)| &**topic).collect();
        shown.sort_unstable();
        assert_eq!(shown, topics, "the topics of the rows");
        for (id, row) in &rows {
            let topic = self.facts().item("topics", id);
            assert_eq!(every(*row, ".topic"), [plain(text(topic, "name"))]);
            assert_eq!(every(*row, ".question"), [plain(text(topic, "question"))]);
        }
        rows
    }

    /// A cell: the word, the summary, what was before.
    fn cell(&self, shown: ElementRef<'_>, party: &str, topic: &str, said: &mut Said) {
        let facts = self.facts();
        let stands = facts.stands(party, topic);
        let (now, before) = facts.stances(party, topic);
        let at = format!("{party} on {topic}");
        assert_eq!(every(shown, ".word"), [plain(stands.word())], "{at}");
        let summary = match stands {
            Stands::Silent => None,
            Stands::Contradictory => Some("The article states different positions.".to_owned()),
            _ => now.first().map(|stance| plain(text(stance, "summary"))),
        };
        let summary: Vec<String> = summary.into_iter().collect();
        assert_eq!(every(shown, ".summary"), summary, "{at}");
        let was = before.first().map(|stance| {
            said.add(format!("{}:", earlier(stance)));
            let label = facts.label(text(stance, "position"));
            plain(&format!("{}: {label}", earlier(stance)))
        });
        let was: Vec<String> = was.into_iter().collect();
        assert_eq!(every(shown, ".earlier"), was, "{at}");
    }

    fn matrix(&self, said: &mut Said) {
        let seen = self.seen;
        let heads = every(self.root(), ".matrix thead .sorter .party");
        let names = self.short_names(&seen.parties);
        let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
        assert_eq!(heads, names);
        for (topic, row) in self.rows(&seen.left) {
            let accord = self.facts().accord(&seen.parties, &topic);
            assert_eq!(every(row, ".accord"), [accord], "{topic}");
            let cells = all(row, ".cell");
            assert_eq!(cells.len(), seen.parties.len());
            for (cell, party) in cells.into_iter().zip(&seen.parties) {
                self.cell(cell, party, &topic, said);
            }
        }
    }

    fn versus(&self, said: &mut Said) {
        let (facts, seen) = (self.facts(), self.seen);
        if facts.list("organizations").len() < 2 {
            return;
        }
        let together = seen.parties.len().min(4);
        said.add(format!("{together} parties side by side"));
        let tally = self.tally();
        assert_eq!(words(only(self.root(), ".tally")), tally);
        said.add(tally);
        let mut shown: Vec<&str> = seen.topics.clone();
        let relation = |topic: &str| facts.relation(&seen.versus, topic);
        shown.retain(|topic| match seen.choice.only.id() {
            "all" => true,
            "clash" => relation(topic) == Relation::Clash,
            "agreement" => relation(topic) == Relation::Agree,
            _ => relation(topic) <= Relation::Differ,
        });
        for (topic, row) in self.rows(&shown) {
            let accord = words(only(row, ".accord"));
            let known = match relation(&topic) {
                Relation::Clash => accord == "Clash",
                Relation::Differ => accord == "Differ",
                Relation::Agree => accord == "Agree",
                Relation::Unclear => accord.starts_with("Cannot be compared: "),
            };
            assert!(known, "{topic}: {accord}");
            let sides = all(row, ".versus-side .cell");
            assert_eq!(sides.len(), seen.versus.len());
            for (cell, party) in sides.into_iter().zip(&seen.versus) {
                self.cell(cell, party, &topic, said);
            }
        }
        self.pairs(said);
    }

    /// On how many topics who stands beside each other clashes, differs, agrees.
    fn tally(&self) -> String {
        let (facts, seen) = (self.facts(), self.seen);
        let of = |wanted: Relation| {
            let relations = seen.topics.iter();
            let relations = relations.map(|topic| facts.relation(&seen.versus, topic));
            relations.filter(|relation| *relation == wanted).count()
        };
        let parts = [
            (Relation::Clash, "clash", "clashes"),
            (Relation::Differ, "difference", "differences"),
            (Relation::Agree, "agreement", "agreements"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(relation, ..)| of(*relation) > 0)
            .map(|(relation, one, other)| count(of(relation), one, other))
            .collect();
        let unclear = of(Relation::Unclear);
        let comparable = seen.topics.len() - unclear;
        if comparable == 0 {
            return "None of the topics can be compared: the article does not state both \
                    parties’ positions on any of them."
                .to_owned();
        }
        let topics = count(seen.topics.len(), "topic", "topics");
        let mut tally = format!(
            "{comparable} of {topics} can be compared: {}.",
            listed(&parts)
        );
        if unclear > 0 {
            tally.push_str(&format!(" {unclear} cannot be compared."));
        }
        tally
    }

    fn pairs(&self, said: &mut Said) {
        let (facts, topics) = (self.facts(), &self.seen.topics);
        let parties = facts.all("organizations");
        let mut expected = Vec::new();
        for (at, party) in parties.iter().enumerate() {
            for other in parties[..at].iter().filter(|_| parties.len() > 2) {
                let (apart, of) = match facts.apart(other, party, topics) {
                    Some((percent, measured)) => {
                        let topics = count(topics.len(), "topic", "topics");
                        let of = format!("on {measured} of {topics}");
                        (format!("{percent}% apart"), of)
                    }
                    None => ("cannot be compared".to_owned(), String::new()),
                };
                expected.extend([apart, of]);
            }
        }
        assert_eq!(every(self.root(), ".pair .apart, .pair .of"), expected);
        expected.iter().for_each(|text| said.add(text));
    }

    fn spectrum(&self) {
        let (facts, seen) = (self.facts(), self.seen);
        let scale: Vec<f64> = facts.scale().iter().map(|(.., value)| *value).collect();
        let (low, high) = (scale[0], scale[scale.len() - 1]);
        let name = |party: &str| plain(text(facts.item("organizations", party), "short_name"));
        for (topic, row) in self.rows(&seen.left) {
            // Where each stands in the drawing, of a line of 372 that begins at 14.
            let placed = seen.parties.iter().filter_map(|party| {
                let value = facts.stands(party, &topic).value()?;
                let share = match high > low {
                    true => (value - low) / (high - low),
                    false => 0.5,
                };
                Some((name(party), 14 + (share * 372.0).round() as i32))
            });
            let placed: Vec<(String, i32)> = placed.collect();
            let dot = |dot: ElementRef<'_>| {
                let place = attribute(dot, "transform").trim_start_matches("translate(");
                let x = place.split(' ').next().and_then(|x| x.parse().ok());
                (words(dot), x.expect("a place"))
            };
            let dots: Vec<(String, i32)> = all(row, "g.dot").into_iter().map(dot).collect();
            assert_eq!(dots, placed, "{topic}");
            let is_silent = |party: &&&str| facts.stands(party, &topic) == Stands::Silent;
            let silent: Vec<&str> = seen.parties.iter().filter(is_silent).copied().collect();
            let silent = self.short_names(&silent);
            let silent: Vec<String> = silent.iter().map(|name| plain(name)).collect();
            assert_eq!(every(row, ".silent-party"), silent, "{topic}");
            let links = all(row, ".cell-link").len();
            assert_eq!(links + silent.len(), seen.parties.len(), "{topic}");
        }
    }
}
