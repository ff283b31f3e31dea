//! The article document: its types, its reader and its checker.
//!
//! This layer knows no browser and no view. [`read`] turns a parsed JSON tree
//! into a [`Document`] or into **all** the [`Problem`]s that stand in the way.
//! Names follow the field's standards: Popolo for people and organisations,
//! W3C Web Annotation for selectors, EDTF for dates, BCP 47 for languages.

mod advice;
mod budget;
mod characters;
mod check;
pub mod edtf;
mod finding;
mod form;
pub mod limits;
mod nearest;
mod object;
mod packed;
mod percent;
mod place;
mod problem;
mod reader;
mod report;
mod text;
mod tree;
mod value;

pub use advice::advise;
pub use characters::{characters, is_of_direction};
pub use edtf::Edtf;
pub use finding::{Finding, Level};
pub(crate) use percent::percent_encode;
pub use problem::{Fault, Kind, Problem};
pub use reader::{read, read_owned};
pub use text::{normalize, paragraphs};
pub use value::{Name, Value};

/// The `format` that this version reads and writes.
pub const FORMAT: &str = "standpoint/1";

/// The reserved position of a party that stands on both sides at once. It is a
/// recorded position, unlike silence, but has no place on the scale.
pub const MIXED: &str = "mixed";

/// One article's structured data, checked: every id in it resolves.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// BCP 47 tag of the language that the document's texts are written in.
    pub language: String,
    /// What is known of the article itself.
    pub article: Article,
    /// How the document was made.
    pub review: Review,
    /// The parties, in the order in which they are shown.
    pub organizations: Vec<Organization>,
    /// Those who speak for a party.
    pub people: Vec<Person>,
    /// The questions that are compared.
    pub topics: Vec<Topic>,
    /// The positions a party can take, from the lowest value to the highest.
    pub scale: Vec<Position>,
    /// What the article says, each with who says it and where.
    pub statements: Vec<Statement>,
    /// Where a party stands on a topic, and on which statements that rests.
    pub stances: Vec<Stance>,
    /// What happened, and when.
    pub events: Vec<Event>,
}

/// The article's own particulars.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// What the comparison is titled.
    pub headline: String,
    /// What the article is about, in a sentence or two of our own words.
    pub description: String,
    /// Where the article stands (`http` or `https`).
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date_published: Option<Edtf>,
    /// How many paragraphs it has; statements count them from 1.
    pub paragraphs: u32,
    /// SHA-256, in hexadecimal, of the text's paragraphs as [`normalize`] leaves them,
    /// with a line feed between.
    pub text_digest: Option<String>,
}

/// How the document was made, for the reader who wants to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How the statements were found and the positions given.
    pub method: String,
    /// When the document was last changed.
    pub updated: Edtf,
    /// What is unclear in the article, or was decided in reading it.
    pub notes: Vec<String>,
    /// What was wrong in an earlier version.
    pub corrections: Vec<Correction>,
    /// Where to report an error: an `http`/`https` address or `mailto:`.
    pub contact: Option<String>,
}

/// A mistake of an earlier version, mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// When it was mended.
    pub date: Edtf,
    /// What was wrong and what stands now.
    pub text: String,
}

/// A party (Popolo *Organization*).
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// Unique among organisations and people.
    pub id: String,
    /// The full name.
    pub name: String,
    /// The name for a column head.
    pub short_name: String,
    /// What kind of party it is, in words.
    pub classification: String,
    /// `#rgb` or `#rrggbb`; it marks, it never carries meaning alone.
    pub color: Option<String>,
}

/// Someone who speaks for a party (Popolo *Person*).
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Unique among organisations and people.
    pub id: String,
    /// The full name.
    pub name: String,
    /// The office that the article names.
    pub role: String,
    /// The party.
    pub organization_id: String,
}

/// A question on which parties can be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Unique among topics.
    pub id: String,
    /// A few words.
    pub name: String,
    /// The question that a position answers.
    pub question: String,
    /// Topics of one group are shown together.
    pub group: Option<String>,
    /// What the article says on the topic without stating any party's
    /// position: the background to it.
    pub statement_ids: Vec<String>,
}

/// A step of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Unique on the scale, and not [`MIXED`].
    pub id: String,
    /// The word that a reader sees.
    pub label: String,
    /// From −2 (against) to 2 (for); 0 is neutral, which is not silence.
    pub value: f64,
}

/// Whose voice a statement is in; never told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatementKind {
    /// The speaker's own words, in quotation marks.
    DirectQuote,
    /// What the article says that the speaker said.
    ReportedSpeech,
    /// What the article tells in its own voice.
    Narration,
    /// What the article's author thinks of it.
    Commentary,
}

impl StatementKind {
    /// All kinds, from the speaker's own voice to the author's.
    pub const ALL: [Self; 4] = [
        Self::DirectQuote,
        Self::ReportedSpeech,
        Self::Narration,
        Self::Commentary,
    ];

    /// The name in a document.
    pub fn id(self) -> &'static str {
        match self {
            Self::DirectQuote => "direct_quote",
            Self::ReportedSpeech => "reported_speech",
            Self::Narration => "narration",
            Self::Commentary => "commentary",
        }
    }

    /// Whether somebody other than the article speaks.
    pub fn has_speaker(self) -> bool {
        matches!(self, Self::DirectQuote | Self::ReportedSpeech)
    }
}

/// Who makes a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// A person or an organisation of the document, by id.
    Named(String),
    /// Somebody whom the article does not name, in its words.
    Unnamed(String),
    /// The article itself: narration and commentary.
    Article,
}

/// Something that the article says or quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Unique among statements.
    pub id: String,
    /// Who makes it.
    pub speaker: Speaker,
    /// Whose voice it is in.
    pub kind: StatementKind,
    /// A direct quotation verbatim; anything else in our own words.
    pub text: String,
    /// When it was made.
    pub date: Option<Edtf>,
    /// The paragraph that holds it, counted from 1.
    pub paragraph: u32,
    /// The passage itself; several, in order, where a quotation is interrupted.
    pub targets: Vec<Target>,
}

/// A passage of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where it stands.
    pub selector: Selector,
    /// The digest of its folded words, in hexadecimal (`anchoring::digest`).
    pub digest: Option<String>,
}

impl From<Selector> for Target {
    fn from(selector: Selector) -> Self {
        Self {
            selector,
            digest: None,
        }
    }
}

/// Words that are looked for in the text (W3C *TextQuoteSelector*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextQuote {
    /// The words.
    pub exact: String,
    /// What stands right before them, to tell two occurrences apart.
    pub prefix: Option<String>,
    /// What stands right after them.
    pub suffix: Option<String>,
}

/// Where a statement stands in the text (W3C Web Annotation, section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// *TextQuoteSelector*: the words themselves.
    Quote(TextQuote),
    /// *RangeSelector*: from the first words to the last.
    Range(TextQuote, TextQuote),
}

/// Where a party stands on a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    /// The party.
    pub organization_id: String,
    /// The topic.
    pub topic_id: String,
    /// A scale id, or [`MIXED`].
    pub position: String,
    /// The position in a sentence of our own words.
    pub summary: String,
    /// On what the party makes it depend.
    pub conditions: Vec<String>,
    /// On what the stance rests; at least one.
    pub statement_ids: Vec<String>,
    /// Since when; without one it is the article's latest word.
    pub date: Option<Edtf>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Unique among events.
    pub id: String,
    /// A few words.
    pub name: String,
    /// When, or when it began.
    pub start_date: Edtf,
    /// When it ended.
    pub end_date: Option<Edtf>,
    /// What happened, in our own words.
    pub description: String,
    /// Who took part.
    pub organization_ids: Vec<String>,
    /// What was said on the occasion.
    pub statement_ids: Vec<String>,
    /// The paragraph that tells of it, counted from 1.
    pub paragraph: Option<u32>,
}

impl Document {
    /// The organisation of that id.
    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|o| o.id == id)
    }

    /// The person of that id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|p| p.id == id)
    }

    /// The topic of that id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|t| t.id == id)
    }

    /// The statement of that id.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|s| s.id == id)
    }

    /// The scale's step of that id; none for [`MIXED`].
    pub fn position(&self, id: &str) -> Option<&Position> {
        self.scale.iter().find(|p| p.id == id)
    }

    /// The party that a statement's speaker belongs to, where there is one.
    pub fn organization_of(&self, speaker: &Speaker) -> Option<&Organization> {
        match speaker {
            Speaker::Named(id) => self.organization(id).or_else(|| {
                self.person(id)
                    .and_then(|person| self.organization(&person.organization_id))
            }),
            Speaker::Unnamed(_) | Speaker::Article => None,
        }
    }
}

/// The scale of a document that brings none.
pub fn default_scale() -> Vec<Position> {
    [
        ("against", "Against", -2.0),
        ("reserved", "Rather against", -1.0),
        ("neutral", "Neutral", 0.0),
        ("conditional", "For, with conditions", 1.0),
        ("for", "For", 2.0),
    ]
    .into_iter()
    .map(|(id, label, value)| Position {
        id: id.to_owned(),
        label: label.to_owned(),
        value,
    })
    .collect()
}
