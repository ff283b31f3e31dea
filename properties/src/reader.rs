//! A reader who does this and that, and what must be true after every step.

use crate::Choices;
use crate::facts::{Facts, Relation, text};
use standpoint::article::StatementKind;
use standpoint::comparison::{CellIx, Index, SpeakerIx, Whose};
use standpoint::state::{
    Action, Arrangement, Choice, Direction, Only, PartyOrder, State, TopicOrder, View, from_link,
};

/// What is searched for: plain letters, which are the same in every alphabet's eyes.
const SEARCHED: [&str; 6] = ["", "words", "RD", "person", "s", "zq"];

/// Something that a reader does.
pub fn action(choices: &mut Choices<'_>, index: &Index) -> Action {
    let parties: Vec<_> = index.parties().collect();
    let topics: Vec<_> = index.topics().collect();
    let party = *choices.one_of(&parties);
    let topic = *choices.one_of(&topics);
    let cell = match choices.once_in(4) {
        true => CellIx::background(topic),
        false => CellIx::new(party, topic),
    };
    let speakers: Vec<SpeakerIx> = index.speakers().collect();
    match choices.below(23) {
        0..3 => Action::Show(*choices.one_of(&View::ALL)),
        3 | 4 => Action::ToggleParty(party),
        5 | 6 => Action::ToggleTopic(topic),
        7 => Action::ShowAllParties,
        8 => Action::ShowAllTopics,
        9 => Action::OrderParties(*choices.one_of(&PartyOrder::ALL)),
        10 => Action::MoveParty(party, choices.once_in(2)),
        11 => Action::OrderTopics(match choices.below(5) {
            place @ 0..3 => TopicOrder::ALL[place],
            3 => TopicOrder::Party(party, Direction::Descending),
            _ => TopicOrder::Party(party, Direction::Ascending),
        }),
        12 => Action::ShowOnly(*choices.one_of(&Only::ALL)),
        13 => Action::ToggleGroups,
        14 => Action::ToggleKind(*choices.one_of(&StatementKind::ALL)),
        15 => Action::Hear(match choices.below(3) {
            1 if !speakers.is_empty() => Some(Whose::Speaker(*choices.one_of(&speakers))),
            2 => Some(Whose::Party(party)),
            _ => None,
        }),
        16 => Action::Search((*choices.one_of(&SEARCHED)).to_owned()),
        17 => Action::Arrange(*choices.one_of(&Arrangement::ALL)),
        18 => Action::Face(choices.below(5), (!choices.once_in(3)).then_some(party)),
        19 => Action::SwapSides,
        20 if index.has_evidence(cell) => Action::Open(cell),
        // Two of them: nobody is put beside itself.
        20 => match choices.some_of(parties.len(), 4)[..] {
            [left, right, ..] => Action::Pair(parties[left], parties[right]),
            _ => Action::SwapSides,
        },
        21 if parties.len() > 1 => Action::FaceShown,
        _ => Action::Restore(match choices.once_in(3) {
            true => from_link("versus=p1,p0&topic=t0,t9&search=a", index),
            false => Choice::of(index),
        }),
    }
}

/// What the reader sees of a document, by ids.
#[derive(Debug)]
pub struct Seen<'a> {
    /// The document.
    pub facts: Facts<'a>,
    /// The reader's choice.
    pub choice: &'a Choice,
    /// The parties that are chosen, in their order.
    pub parties: Vec<&'a str>,
    /// The topics that are chosen.
    pub topics: Vec<&'a str>,
    /// Those that are left of them.
    pub left: Vec<&'a str>,
    /// Who stands beside each other in the versus view.
    pub versus: Vec<&'a str>,
    /// The statements that the filters leave, with how many hits there are.
    pub heard: (Vec<&'a str>, usize),
}

impl<'a> Seen<'a> {
    /// What is seen in a state.
    pub fn of(facts: Facts<'a>, state: &'a State) -> Self {
        let (choice, index) = (&state.choice, &*state.index);
        let id = |party| &*index.party(party).id;
        let parties: Vec<&str> = choice.parties.iter().map(|party| id(*party)).collect();
        let topics: Vec<&str> = choice
            .topics
            .iter()
            .map(|topic| &*index.topic(*topic).id)
            .collect();
        let is_left = |topic: &&&str| match choice.only {
            Only::All => true,
            Only::Disagreement => facts.relation(&parties, topic) <= Relation::Differ,
            Only::Clash => facts.relation(&parties, topic) == Relation::Clash,
            Only::Agreement => facts.accord(&parties, topic) == "They agree",
        };
        let left = topics.iter().filter(is_left).copied().collect();
        let whose = choice.speaker.map(|whose| (index.key_of(whose), whose));
        let heard = heard(facts, choice, whose, &parties, &topics);
        Self {
            facts,
            choice,
            versus: choice.versus.iter().map(|party| id(*party)).collect(),
            parties,
            topics,
            left,
            heard,
        }
    }

    /// Holds what the state has worked out, and keeps from action to action, against
    /// the document.
    ///
    /// # Panics
    /// When a number or a list is another one.
    pub fn holds(&self, state: &State) {
        let (facts, selection, index) = (self.facts, state.selection(), &*state.index);
        let mut topics: Vec<&str> = selection
            .topics
            .iter()
            .map(|at| &*index.topic(*at).id)
            .collect();
        assert_eq!(
            sorted(&mut topics),
            sorted(&mut self.left.clone()),
            "the topics that are left"
        );
        let overview = selection.overview;
        let count = |words| {
            self.left
                .iter()
                .filter(|t| facts.accord(&self.parties, t) == words)
                .count()
        };
        assert_eq!(overview.topics, self.left.len(), "topics");
        assert_eq!(
            overview.cells,
            self.left.len() * self.parties.len(),
            "cells"
        );
        assert_eq!(
            overview.empty_cells,
            facts.empty_cells(&self.parties, &self.left),
            "empty cells"
        );
        assert_eq!(
            [overview.clash, overview.differ, overview.agree],
            ["Clash", "They differ", "They agree"].map(count)
        );
        assert_eq!(
            [overview.unclear, overview.one_voice, overview.silent],
            ["Cannot be compared", "One voice only", "No position stated"].map(count)
        );
        let heard = state.heard();
        let left: Vec<&str> = index
            .statements()
            .filter(|at| heard.has(*at))
            .map(|at| &*index.statement(at).id)
            .collect();
        assert_eq!(left, self.heard.0, "the statements that are heard");
        assert_eq!(heard.count, left.len());
        let hits = (!self.choice.search.is_empty()).then_some(self.heard.1);
        assert_eq!(heard.hits, hits, "the hits");
    }
}

fn sorted<'a, 'b>(ids: &'b mut Vec<&'a str>) -> &'b mut Vec<&'a str> {
    ids.sort_unstable();
    ids
}

/// How often a word stands in a statement and its speaker's name.
pub(crate) fn hits(facts: Facts<'_>, statement: &serde_json::Value, wanted: &str) -> usize {
    let wanted = wanted.to_lowercase();
    let name = facts.speaker(statement).map_or("", |(name, _)| name);
    let hits = [text(statement, "text"), name].map(|text| match wanted.is_empty() {
        true => 0,
        false => text.to_lowercase().matches(&wanted).count(),
    });
    hits.iter().sum()
}

fn heard<'a>(
    facts: Facts<'a>,
    choice: &Choice,
    whose: Option<(&str, Whose)>,
    parties: &[&str],
    topics: &[&str],
) -> (Vec<&'a str>, usize) {
    let wanted = &choice.search;
    let (mut left, mut all) = (Vec::new(), 0);
    for statement in facts.list("statements") {
        let id = text(statement, "id");
        let on = facts.topics_of(id);
        let kind = text(statement, "kind");
        let by = statement["speaker_id"]
            .as_str()
            .or(statement["attribution_text"].as_str());
        let hits = hits(facts, statement, wanted);
        if choice.kinds.iter().any(|known| known.id() == kind)
            && facts
                .party_of(statement)
                .is_none_or(|party| parties.contains(&party))
            && (on.is_empty() || on.iter().any(|topic| topics.contains(topic)))
            && whose.is_none_or(|(key, whose)| match whose {
                Whose::Speaker(_) => by == Some(key),
                Whose::Party(_) => facts.party_of(statement) == Some(key),
            })
            && (wanted.is_empty() || hits > 0)
        {
            left.push(id);
            all += hits;
        }
    }
    (left, all)
}
