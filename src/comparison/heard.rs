//! Which statements are left when a reader filters and searches them.

use super::Index;
use super::ids::{PartyIx, SpeakerIx, StatementIx, TopicIx};
use super::search::{Folded, folded};
use crate::article::StatementKind;

/// Whose statements a reader wants to hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    /// One speaker's.
    Speaker(SpeakerIx),
    /// A party's, and those of all who speak for it.
    Party(PartyIx),
}

/// What a reader wants to hear of.
pub struct Filter<'a> {
    /// Of these kinds.
    pub kinds: &'a [StatementKind],
    /// Of this speaker only, or of this party's.
    pub speaker: Option<Whose>,
    /// With these words in it, or in its speaker's name; anything, when empty.
    pub search: &'a str,
    /// Of such a party, or of nobody's.
    pub is_party: &'a dyn Fn(PartyIx) -> bool,
    /// On such a topic, or on none.
    pub is_topic: &'a dyn Fn(TopicIx) -> bool,
}

/// The statements that are left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    is_left: Vec<bool>,
    /// How often what is searched for stands in each; empty when nothing is.
    hits_in: Vec<usize>,
    /// How many they are.
    pub count: usize,
    /// How often what is searched for stands in them and their speakers' names;
    /// none when nothing is searched for.
    pub hits: Option<usize>,
}

impl Heard {
    /// Whether a statement is left.
    pub fn has(&self, statement: StatementIx) -> bool {
        self.is_left.get(statement.place()) == Some(&true)
    }

    /// How many of these are left, and how many hits are in them. One that is named
    /// twice counts once.
    pub fn among(&self, statements: impl Iterator<Item = StatementIx>) -> (usize, Option<usize>) {
        let mut is_new = self.is_left.clone();
        let (mut count, mut hits) = (0, 0);
        for statement in statements.map(StatementIx::place) {
            if is_new.get_mut(statement).is_some_and(std::mem::take) {
                count += 1;
                hits += self.hits_in.get(statement).copied().unwrap_or_default();
            }
        }
        (count, self.hits.map(|_| hits))
    }
}

impl Index {
    /// How a link names whose statements are shown: a speaker or a party.
    pub fn key_of(&self, whose: Whose) -> &str {
        match whose {
            Whose::Speaker(speaker) => self.speaker_key(speaker),
            Whose::Party(party) => &self.party(party).id,
        }
    }

    /// Whose statements a link names so. A party that speaks itself is the party,
    /// with all who speak for it.
    pub fn whose(&self, key: &str) -> Option<Whose> {
        let mut others = self.speakers().filter(|at| !self.is_party(*at));
        match others.find(|speaker| self.speaker_key(*speaker) == key) {
            Some(speaker) => Some(Whose::Speaker(speaker)),
            None => self.party_of_id(key).map(Whose::Party),
        }
    }

    /// Whether a speaker is a party, and nobody who speaks for it.
    pub fn is_party(&self, speaker: SpeakerIx) -> bool {
        let voice = self.voice(speaker);
        voice.party.is_some() && self.person(voice).is_none()
    }

    /// The texts as they are searched.
    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| {
            let statements = self.document().statements.iter();
            let speakers = self.speakers().map(|speaker| self.speaker_name(speaker));
            Folded::of(statements.map(|said| said.text.as_str()), speakers)
        })
    }

    /// The statements that a filter leaves.
    pub fn heard(&self, filter: &Filter<'_>) -> Heard {
        let wanted = folded(filter.search);
        let mut heard = Heard {
            is_left: Vec::with_capacity(self.document().statements.len()),
            hits_in: Vec::new(),
            count: 0,
            hits: (!wanted.is_empty()).then_some(0),
        };
        // Who speaks is looked at once for all that they say.
        let speakers: Vec<(bool, usize)> = self
            .speakers()
            .map(|speaker| {
                let party = self.voice(speaker).party;
                let is_left = party.is_none_or(filter.is_party)
                    && match filter.speaker {
                        None => true,
                        Some(Whose::Speaker(wanted)) => wanted == speaker,
                        Some(Whose::Party(wanted)) => party == Some(wanted),
                    };
                let hits = match heard.hits {
                    Some(_) => self.folded().speaker(speaker).count(&wanted),
                    None => 0,
                };
                (is_left, hits)
            })
            .collect();
        for statement in self.statements() {
            let (may_speak, in_name) = match self.speaker(statement) {
                Some(speaker) => speakers[speaker.place()],
                None => (filter.speaker.is_none(), 0),
            };
            let topics = self.topics_of(statement);
            let mut is_left = may_speak
                && filter.kinds.contains(&self.statement(statement).kind)
                && (topics.is_empty() || topics.iter().any(|topic| (filter.is_topic)(*topic)));
            if let (true, Some(hits)) = (is_left, &mut heard.hits) {
                let here = in_name + self.folded().statement(statement).count(&wanted);
                *hits += here;
                is_left = here > 0;
                heard.hits_in.resize(statement.place(), 0);
                heard.hits_in.push(here);
            }
            heard.count += usize::from(is_left);
            heard.is_left.push(is_left);
        }
        heard
    }
}
