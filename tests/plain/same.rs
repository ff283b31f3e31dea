//! Whether the index says what the plain definitions say.

use super::{
    Standing, accord, by_clash, by_group, by_party, by_silence, by_stated, cell, cells_on,
    disagreements, distance, heard, overview, sharpest_pair, spectrum, timeline, topics_of, versus,
};
use standpoint::article::{Document, Organization, Stance, StatementKind, Topic};
use standpoint::comparison::{
    self, Accord, CellIx, Filter, Index, Moment, PartyIx, StanceIx, TopicIx, Whose,
};
use std::rc::Rc;

/// Asks both everything that can be asked: of the whole document, and without each
/// of its parties and topics.
///
/// # Panics
/// Where they differ.
pub(crate) fn same(document: &Document) {
    let index = Index::new(Rc::new(document.clone()));
    let document = &**index.document();
    let parties: Vec<PartyIx> = index.parties().collect();
    let topics: Vec<TopicIx> = index.topics().collect();
    let both = Both {
        index: &index,
        document,
    };
    both.cells();
    both.statements();
    both.pair();
    both.selection(&parties, &topics);
    for left_out in 0..parties.len() {
        let mut fewer = parties.clone();
        fewer.remove(left_out);
        fewer.reverse();
        both.selection(&fewer, &topics);
    }
    for left_out in 0..topics.len() {
        let mut fewer = topics.clone();
        fewer.remove(left_out);
        both.selection(&parties, &fewer);
    }
}

struct Both<'a> {
    index: &'a Index,
    document: &'a Document,
}

impl<'a> Both<'a> {
    fn standing(&self, standing: comparison::Standing) -> Standing<'a> {
        match standing {
            comparison::Standing::Silent => Standing::Silent,
            comparison::Standing::Mixed => Standing::Mixed,
            comparison::Standing::Contradictory => Standing::Contradictory,
            comparison::Standing::At(step) => Standing::At(&self.document.scale[step.place()]),
        }
    }

    fn parties(&self, parties: &[PartyIx]) -> Vec<&'a Organization> {
        let all = &self.document.organizations;
        parties.iter().map(|party| &all[party.place()]).collect()
    }

    fn topics(&self, topics: &[TopicIx]) -> Vec<&'a Topic> {
        let all = &self.document.topics;
        topics.iter().map(|topic| &all[topic.place()]).collect()
    }

    fn stances(&self, stances: &[StanceIx]) -> Vec<&'a Stance> {
        let all = &self.document.stances;
        stances.iter().map(|stance| &all[stance.place()]).collect()
    }

    fn cells(&self) {
        for topic in self.index.topics() {
            for party in self.index.parties() {
                let (a, b) = (self.parties(&[party])[0], self.topics(&[topic])[0]);
                let plain = cell(self.document, a, b);
                let indexed = self.index.cell(party, topic);
                assert_eq!(self.standing(indexed.standing), plain.standing);
                assert_eq!(self.index.value(indexed.standing), plain.standing.value());
                assert_eq!(self.stances(indexed.current), plain.current);
                assert_eq!(self.stances(indexed.earlier), plain.earlier);
            }
        }
    }

    fn statements(&self) {
        for (at, statement) in self.index.statements().zip(&self.document.statements) {
            let on = self.index.cells_on(at).iter().map(|cell| {
                let party = cell.party.expect("a party rests on it");
                (self.parties(&[party])[0], self.topics(&[cell.topic])[0])
            });
            let plain = cells_on(self.document, &statement.id);
            assert_eq!(on.collect::<Vec<_>>(), plain);
            let topics = self.topics(self.index.topics_of(at));
            assert_eq!(topics, topics_of(self.document, &statement.id));
        }
    }

    fn pair(&self) {
        let pair = self.index.sharpest_pair();
        let pair = pair.map(|(a, b)| self.parties(&[a, b])).unwrap_or_default();
        assert_eq!(pair, sharpest_pair(self.document));
    }

    fn selection(&self, parties: &[PartyIx], topics: &[TopicIx]) {
        self.orders(parties, topics);
        self.numbers(parties, topics);
        self.moments(parties, topics);
        for search in ["", "word", "WORDS "] {
            self.heard(parties, topics, search);
        }
    }

    fn orders(&self, parties: &[PartyIx], topics: &[TopicIx]) {
        let (index, document) = (self.index, self.document);
        let (plain_parties, plain_topics) = (self.parties(parties), self.topics(topics));
        let in_order = |by: &dyn Fn(&mut [TopicIx]), plain: &dyn Fn(&mut [&'a Topic])| {
            let (mut indexed, mut expected) = (topics.to_vec(), plain_topics.clone());
            by(&mut indexed);
            plain(&mut expected);
            assert_eq!(self.topics(&indexed), expected);
        };
        in_order(&|t| index.by_group(t), &|t| by_group(t));
        in_order(&|t| index.by_clash(parties, t), &|t| {
            by_clash(document, &plain_parties, t);
        });
        in_order(&|t| index.by_silence(parties, t), &|t| {
            by_silence(document, &plain_parties, t);
        });
        let (mut indexed, mut expected) = (parties.to_vec(), plain_parties.clone());
        index.by_stated(topics, &mut indexed);
        by_stated(document, &plain_topics, &mut expected);
        assert_eq!(self.parties(&indexed), expected);
        for (party, plain) in parties.iter().zip(&plain_parties) {
            for descending in [true, false] {
                in_order(&|t| index.by_party(*party, descending, t), &|t| {
                    by_party(document, plain, descending, t);
                });
            }
        }
    }

    fn numbers(&self, parties: &[PartyIx], topics: &[TopicIx]) {
        let (index, document) = (self.index, self.document);
        let (plain_parties, plain_topics) = (self.parties(parties), self.topics(topics));
        let accords: Vec<Accord> = topics.iter().map(|t| index.accord(parties, *t)).collect();
        for (topic, indexed) in plain_topics.iter().zip(&accords) {
            let cells = plain_parties
                .iter()
                .map(|party| cell(document, party, topic));
            let plain = accord(&cells.collect::<Vec<_>>());
            assert_eq!(format!("{indexed:?}"), format!("{plain:?}"));
        }
        for clashes_only in [true, false] {
            let disagree = |accord: &Accord| match accord {
                Accord::Clash => true,
                Accord::Differ => !clashes_only,
                _ => false,
            };
            let indexed = topics.iter().zip(&accords);
            let indexed = indexed
                .filter(|(_, a)| disagree(a))
                .map(|(topic, _)| *topic);
            assert_eq!(
                self.topics(&indexed.collect::<Vec<_>>()),
                disagreements(document, &plain_parties, &plain_topics, clashes_only)
            );
        }
        let (indexed, plain) = (
            index.overview(parties, topics),
            overview(document, &plain_parties, &plain_topics),
        );
        assert_eq!(format!("{indexed:?}"), format!("{plain:?}"));
        let (rows, tally) = index.versus(parties, topics);
        let (plain_rows, plain_tally) = versus(document, &plain_parties, &plain_topics);
        assert_eq!(format!("{tally:?}"), format!("{plain_tally:?}"));
        for (row, plain) in rows.iter().zip(&plain_rows) {
            assert_eq!(self.topics(&[row.topic])[0], plain.topic);
            assert_eq!(
                format!("{:?}", row.relation),
                format!("{:?}", plain.relation)
            );
        }
        for (a, plain_a) in parties.iter().zip(&plain_parties) {
            for (b, plain_b) in parties.iter().zip(&plain_parties) {
                let indexed = index.distance(*a, *b, topics);
                let plain = distance(document, plain_a, plain_b, &plain_topics);
                assert_eq!(format!("{indexed:?}"), format!("{plain:?}"));
            }
        }
        for (topic, plain) in topics.iter().zip(&plain_topics) {
            let cells = plain_parties
                .iter()
                .map(|party| cell(document, party, plain));
            let plain = spectrum(document, &cells.collect::<Vec<_>>());
            let indexed = index.spectrum(parties, *topic);
            for (spot, place) in indexed.placed.iter().zip(&plain.placed) {
                assert_eq!(self.parties(&[spot.party])[0], place.organization);
                assert_eq!(spot.at, place.at);
            }
            assert_eq!(indexed.placed.len(), plain.placed.len());
            for ((party, standing), beside) in indexed.beside.iter().zip(&plain.beside) {
                let beside_it = (self.parties(&[*party])[0], self.standing(*standing));
                assert_eq!(beside_it, beside.clone());
            }
        }
    }

    fn moments(&self, parties: &[PartyIx], topics: &[TopicIx]) {
        let heard: Vec<_> = self.document.statements.iter().step_by(2).collect();
        let (plain_parties, plain_topics) = (self.parties(parties), self.topics(topics));
        let plain = timeline(self.document, &plain_parties, &plain_topics, &heard);
        let is_shown = self.index.timeline(
            |party| parties.contains(&party),
            |topic| topics.contains(&topic),
            |statement| statement.place() % 2 == 0,
        );
        let moments = self.index.moments().iter().zip(is_shown);
        let shown = moments.filter(|(_, shown)| *shown).map(|(entry, _)| {
            let what = match &entry.moment {
                Moment::Event(event) => self.index.event(*event).id.clone(),
                Moment::Statement(statement) => self.index.statement(*statement).id.clone(),
                Moment::Change {
                    cell,
                    stances,
                    before,
                } => {
                    let CellIx { party, topic } = *cell;
                    let party = self.parties(&[party.expect("a party changes")])[0];
                    let topic = self.topics(&[topic])[0];
                    let (now, then) = (self.stances(stances), self.stances(before));
                    change(party, topic, &now, &then)
                }
            };
            (entry.earliest, entry.latest, entry.vague, what)
        });
        let expected = plain.iter().map(|entry| {
            let what = match &entry.moment {
                super::Moment::Event(event) => event.id.clone(),
                super::Moment::Statement(statement) => statement.id.clone(),
                super::Moment::Change { stances, before } => {
                    let party = self.document.organization(&stances[0].organization_id);
                    let topic = self.document.topic(&stances[0].topic_id);
                    let (party, topic) = party.zip(topic).expect("a cell");
                    change(party, topic, stances, before)
                }
            };
            (entry.earliest, entry.latest, entry.vague, what)
        });
        // What is of one day may come in another order among itself.
        let (mut shown, mut expected): (Vec<_>, Vec<_>) = (shown.collect(), expected.collect());
        let place = |entry: &(Option<_>, Option<_>, (bool, bool), String)| {
            (entry.0.or(entry.1), entry.0.is_some())
        };
        assert!(shown.is_sorted_by_key(place));
        shown.sort();
        expected.sort();
        assert_eq!(shown, expected);
    }

    fn heard(&self, parties: &[PartyIx], topics: &[TopicIx], search: &str) {
        let (plain_parties, plain_topics) = (self.parties(parties), self.topics(topics));
        let speakers = self.index.speakers().map(Whose::Speaker);
        let of_parties = self.index.parties().map(Whose::Party);
        let speakers = speakers.chain(of_parties).map(Some).chain([None]);
        for speaker in speakers {
            for kinds in [&StatementKind::ALL[..], &StatementKind::ALL[1..3]] {
                let indexed = self.index.heard(&Filter {
                    kinds,
                    speaker,
                    search,
                    is_party: &|party| parties.contains(&party),
                    is_topic: &|topic| topics.contains(&topic),
                });
                let key = match speaker {
                    Some(Whose::Speaker(speaker)) => (Some(self.index.speaker_key(speaker)), None),
                    Some(Whose::Party(party)) => (None, Some(self.index.party(party))),
                    None => (None, None),
                };
                let (left, hits) = heard(
                    self.document,
                    &plain_parties,
                    &plain_topics,
                    kinds,
                    key,
                    search,
                );
                let all = self.index.statements().zip(&self.document.statements);
                let shown = all.filter(|(at, _)| indexed.has(*at)).map(|(_, said)| said);
                assert_eq!(shown.collect::<Vec<_>>(), left);
                assert_eq!(indexed.count, left.len());
                assert_eq!(indexed.hits, (!search.is_empty()).then_some(hits));
                let twice = self.index.statements().chain(self.index.statements());
                assert_eq!(indexed.among(twice), (indexed.count, indexed.hits));
            }
        }
    }
}

fn change(party: &Organization, topic: &Topic, now: &[&Stance], then: &[&Stance]) -> String {
    format!("{} on {}: {now:?} after {then:?}", party.id, topic.id)
}
