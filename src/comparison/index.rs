//! One document, indexed: made once, and asked from then on.
//!
//! Ids become places in lists, a cell is found in one step, and what rests on a
//! statement is written down beside it. Making it takes a walk over the document
//! and sorting; a question is a look-up, or a walk over what is asked for.

use super::build::{
    Lists, Place, Places, Voice, carried, cells, find, groups, places, side, speaker_key, speakers,
    standing,
};
use super::cell::{Cell, Standing};
use super::ids::{CellIx, EventIx, PartyIx, PositionIx, SpeakerIx, StanceIx, StatementIx, TopicIx};
use super::moment::Entry;
use super::relation::{Relation, Side, Sides};
use super::search::Folded;
use crate::article::{
    Document, Event, Organization, Person, Position, Speaker, Stance, Statement, Topic,
};
use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

/// A document and what is known of it without asking a reader.
pub struct Index {
    document: Rc<Document>,
    parties: Places,
    topics: Places,
    statements: Places,
    /// Of each topic, which group it is of; those of none are one as well.
    groups: Vec<u32>,
    /// Where each stance stands by itself.
    stood: Vec<Standing>,
    /// By topic, then by party.
    cells: Vec<Place>,
    /// The stances of all cells, those of one together, the latest first.
    history: Vec<StanceIx>,
    /// What each stance rests on.
    rests_on: Lists<StatementIx>,
    /// What is background to each topic.
    background: Lists<StatementIx>,
    /// The cells that rest on each statement.
    carries: Lists<CellIx>,
    /// The topics that each statement bears on.
    bears_on: Lists<TopicIx>,
    /// What was said at each event.
    said_at: Lists<StatementIx>,
    /// Who took part in each event.
    takes_part: Lists<PartyIx>,
    speakers: Vec<Voice>,
    /// Who makes each statement; nobody for the article's own.
    spoken_by: Vec<Option<SpeakerIx>>,
    /// The lowest and the highest value of the scale.
    ends: (f64, f64),
    pub(super) sharpest_pair: OnceCell<Option<(PartyIx, PartyIx)>>,
    pub(super) folded: OnceCell<Folded>,
    pub(super) moments: OnceCell<Vec<Entry>>,
}

impl Index {
    /// Indexes a document. Of two things of one id, which the reader of documents
    /// does not let pass, the first is found by it.
    pub fn new(document: Rc<Document>) -> Self {
        let parties = places(document.organizations.iter().map(|party| &*party.id));
        let topics = places(document.topics.iter().map(|topic| &*topic.id));
        let statements = places(document.statements.iter().map(|said| &*said.id));
        let positions = places(document.scale.iter().map(|step| &*step.id));
        let all = |ids: &[String]| -> Vec<StatementIx> {
            ids.iter()
                .filter_map(|id| find(&statements, id, StatementIx::at))
                .collect()
        };
        let rests_on = Lists::new(document.stances.iter().map(|s| all(&s.statement_ids)));
        let background = Lists::new(document.topics.iter().map(|t| all(&t.statement_ids)));
        let said_at = Lists::new(document.events.iter().map(|e| all(&e.statement_ids)));
        let takes_part = Lists::new(document.events.iter().map(|event| {
            let ids = event.organization_ids.iter();
            ids.filter_map(|id| find(&parties, id, PartyIx::at))
        }));
        let cell_of = |stance: &Stance| {
            let party = find(&parties, &stance.organization_id, PartyIx::at)?;
            let topic = find(&topics, &stance.topic_id, TopicIx::at)?;
            Some(CellIx::new(party, topic))
        };
        let of_cells: Vec<Option<CellIx>> = document.stances.iter().map(cell_of).collect();
        let stood: Vec<Standing> = document
            .stances
            .iter()
            .map(|stance| standing(&stance.position, &positions))
            .collect();
        let (cells, history) = cells(&document, &of_cells, &stood);
        let (carries, bears_on) = carried(&document, &of_cells, &rests_on, &background);
        let (speakers, spoken_by) = speakers(&document, &parties);
        let values = || document.scale.iter().map(|step| step.value);
        let ends = (
            values().fold(f64::MAX, f64::min),
            values().fold(f64::MIN, f64::max),
        );
        Self {
            parties,
            topics,
            statements,
            groups: groups(&document),
            stood,
            cells,
            history,
            rests_on,
            background,
            carries,
            bears_on,
            said_at,
            takes_part,
            speakers,
            spoken_by,
            ends,
            sharpest_pair: OnceCell::new(),
            folded: OnceCell::new(),
            moments: OnceCell::new(),
            document,
        }
    }

    /// The document.
    pub fn document(&self) -> &Rc<Document> {
        &self.document
    }

    /// The parties, in the document's order.
    pub fn parties(&self) -> impl DoubleEndedIterator<Item = PartyIx> + Clone + use<> {
        PartyIx::all(self.document.organizations.len())
    }

    /// The topics, in the document's order.
    pub fn topics(&self) -> impl DoubleEndedIterator<Item = TopicIx> + Clone + use<> {
        TopicIx::all(self.document.topics.len())
    }

    /// The statements, in the document's order.
    pub fn statements(&self) -> impl DoubleEndedIterator<Item = StatementIx> + Clone + use<> {
        StatementIx::all(self.document.statements.len())
    }

    /// The events, in the document's order.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = EventIx> + Clone + use<> {
        EventIx::all(self.document.events.len())
    }

    /// The steps of the scale, in the document's order.
    pub fn positions(&self) -> impl DoubleEndedIterator<Item = PositionIx> + Clone + use<> {
        PositionIx::all(self.document.scale.len())
    }

    /// Everybody who makes a statement, in the order of their first one.
    pub fn speakers(&self) -> impl DoubleEndedIterator<Item = SpeakerIx> + Clone + use<> {
        SpeakerIx::all(self.speakers.len())
    }

    /// The party of that id.
    pub fn party_of_id(&self, id: &str) -> Option<PartyIx> {
        find(&self.parties, id, PartyIx::at)
    }

    /// The topic of that id.
    pub fn topic_of_id(&self, id: &str) -> Option<TopicIx> {
        find(&self.topics, id, TopicIx::at)
    }

    /// The statement of that id.
    pub fn statement_of_id(&self, id: &str) -> Option<StatementIx> {
        find(&self.statements, id, StatementIx::at)
    }

    /// A party.
    pub fn party(&self, party: PartyIx) -> &Organization {
        &self.document.organizations[party.place()]
    }

    /// A topic.
    pub fn topic(&self, topic: TopicIx) -> &Topic {
        &self.document.topics[topic.place()]
    }

    /// A statement.
    pub fn statement(&self, statement: StatementIx) -> &Statement {
        &self.document.statements[statement.place()]
    }

    /// A stance.
    pub fn stance(&self, stance: StanceIx) -> &Stance {
        &self.document.stances[stance.place()]
    }

    /// An event.
    pub fn event(&self, event: EventIx) -> &Event {
        &self.document.events[event.place()]
    }

    /// A step of the scale.
    pub fn position(&self, position: PositionIx) -> &Position {
        &self.document.scale[position.place()]
    }

    /// Somebody who makes statements.
    pub fn voice(&self, speaker: SpeakerIx) -> Voice {
        self.speakers[speaker.place()]
    }

    /// The person who speaks, where the document names one.
    pub fn person(&self, voice: Voice) -> Option<&Person> {
        let place = voice.person?;
        self.document.people.get(place as usize)
    }

    /// What a speaker is called: the person's name, the party's, or the article's
    /// words for somebody it does not name.
    pub fn speaker_name(&self, speaker: SpeakerIx) -> &str {
        let voice = self.voice(speaker);
        if let Speaker::Unnamed(words) = &self.statement(voice.first).speaker {
            return words;
        }
        let person = self.person(voice).map(|person| person.name.as_str());
        let party = || voice.party.map(|party| self.party(party).name.as_str());
        person.or_else(party).unwrap_or_default()
    }

    /// How a link names a speaker: by id, or by the words for one who is not named.
    pub fn speaker_key(&self, speaker: SpeakerIx) -> &str {
        speaker_key(&self.statement(self.voice(speaker).first).speaker).unwrap_or_default()
    }

    /// Who makes a statement; nobody for the article's own words.
    pub fn speaker(&self, statement: StatementIx) -> Option<SpeakerIx> {
        self.spoken_by[statement.place()]
    }

    /// What the article says of a party on a topic.
    pub fn cell(&self, party: PartyIx, topic: TopicIx) -> Cell<'_> {
        let place = self.place(party, topic);
        let [start, current, end] =
            [place.start, place.start + place.current, place.end].map(|at| at as usize);
        Cell {
            party,
            topic,
            standing: place.standing,
            current: &self.history[start..current],
            earlier: &self.history[current..end],
        }
    }

    /// Where a party stands on a topic.
    pub fn standing(&self, party: PartyIx, topic: TopicIx) -> Standing {
        self.place(party, topic).standing
    }

    /// Where a stance stands by itself, whatever else its cell holds.
    pub fn standing_of(&self, stance: StanceIx) -> Standing {
        self.stood[stance.place()]
    }

    /// A standing's value on the scale, where it has exactly one.
    pub fn value(&self, standing: Standing) -> Option<f64> {
        match standing {
            Standing::At(position) => Some(self.position(position).value),
            _ => None,
        }
    }

    /// The values between which the scale runs, the lowest and the highest.
    pub fn ends(&self) -> (f64, f64) {
        self.ends
    }

    /// How two standings relate; the order of the two makes no difference.
    pub fn relation(&self, a: Standing, b: Standing) -> Relation {
        let side = |standing| side(standing, &self.document);
        Sides::from_iter([side(a), side(b)]).sharpest()
    }

    pub(super) fn sides(&self, parties: &[PartyIx], topic: TopicIx) -> Sides {
        let row = self.row(topic);
        parties
            .iter()
            .map(|party| row[party.place()].side)
            .collect()
    }

    pub(super) fn side(&self, party: PartyIx, topic: TopicIx) -> Side {
        self.place(party, topic).side
    }

    /// Whether a cell has something in it to show.
    pub fn has_evidence(&self, cell: CellIx) -> bool {
        match cell.party {
            Some(party) => self.standing(party, cell.topic).is_stated(),
            None => !self.background(cell.topic).is_empty(),
        }
    }

    /// What a stance rests on.
    pub fn rests_on(&self, stance: StanceIx) -> &[StatementIx] {
        self.rests_on.of(stance.place())
    }

    /// What is background to a topic.
    pub fn background(&self, topic: TopicIx) -> &[StatementIx] {
        self.background.of(topic.place())
    }

    /// The cells that rest on a statement, each once, in the document's order.
    pub fn cells_on(&self, statement: StatementIx) -> &[CellIx] {
        self.carries.of(statement.place())
    }

    /// The topics that a statement bears on: those of the cells that rest on it,
    /// and those that it is background to.
    pub fn topics_of(&self, statement: StatementIx) -> &[TopicIx] {
        self.bears_on.of(statement.place())
    }

    /// The number of a topic's group, below that of topics.
    pub(super) fn group(&self, topic: TopicIx) -> usize {
        self.groups[topic.place()] as usize
    }

    /// What was said at an event.
    pub fn said_at(&self, event: EventIx) -> &[StatementIx] {
        self.said_at.of(event.place())
    }

    /// Who took part in an event.
    pub fn takes_part(&self, event: EventIx) -> &[PartyIx] {
        self.takes_part.of(event.place())
    }

    fn row(&self, topic: TopicIx) -> &[Place] {
        let width = self.document.organizations.len();
        &self.cells[topic.place() * width..][..width]
    }

    fn place(&self, party: PartyIx, topic: TopicIx) -> &Place {
        &self.row(topic)[party.place()]
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").finish_non_exhaustive()
    }
}
