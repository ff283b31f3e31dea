//! What is wrong in a document: where, what, and what would be right.

use super::form::grouped;
use std::fmt;

/// Whether what is wrong is put into words. The widget only asks whether there is
/// anything: who needs to know what, loads the module for files, or makes a document.
pub(super) const IN_WORDS: bool = cfg!(any(
    feature = "export",
    feature = "studio",
    not(target_arch = "wasm32")
));

/// One mistake in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON Pointer (RFC 6901) of the place; empty for the whole document.
    pub pointer: String,
    /// What went wrong.
    pub fault: Fault,
}

/// The lists whose entries are named by an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `organizations`.
    Organization,
    /// `people`; they share one space of ids with the organisations.
    Person,
    /// Somebody who can speak: a person or an organisation.
    Speaker,
    /// `topics`.
    Topic,
    /// `scale`.
    Position,
    /// `statements`.
    Statement,
    /// `events`.
    Event,
}

impl Kind {
    /// With its article: “use the id of an organization”.
    fn a_noun(self) -> String {
        let article = match self {
            Self::Organization | Self::Event => "an",
            _ => "a",
        };
        format!("{article} {}", self.noun())
    }

    fn noun(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Speaker => "person or organization",
            Self::Topic => "topic",
            Self::Position => "position on the scale",
            Self::Statement => "statement",
            Self::Event => "event",
        }
    }
}

/// What can be wrong. [`Fault::what`] and [`Fault::mend`] are the only places
/// where it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each variant's words stand in `what` and `mend`
pub enum Fault {
    Syntax {
        message: String,
    },
    Missing {
        field: &'static str,
    },
    WrongType {
        expected: &'static str,
        found: String,
    },
    UnknownField {
        field: String,
        nearest: Option<String>,
    },
    Blank,
    EmptyList {
        noun: &'static str,
    },
    NotOneOf {
        found: String,
        allowed: Vec<String>,
    },
    BadFormat {
        found: String,
    },
    BadId {
        found: String,
    },
    DuplicateId {
        id: String,
        first: String,
    },
    UnknownId {
        id: String,
        kind: Kind,
        nearest: Option<String>,
    },
    BadDate {
        found: String,
    },
    EndBeforeStart {
        start: String,
        end: String,
    },
    BadUrl {
        found: String,
    },
    BadContact {
        found: String,
    },
    BadLanguage {
        found: String,
    },
    BadColor {
        found: String,
    },
    BadDigest {
        found: String,
    },
    BadPassageDigest {
        found: String,
    },
    NoSuchParagraph {
        found: u32,
        paragraphs: u32,
    },
    OffScale {
        found: String,
    },
    ScaleOrder,
    ReservedPosition,
    NoSpeaker {
        kind: &'static str,
    },
    TwoSpeakers,
    SpeakerOfOwnVoice {
        kind: &'static str,
    },
    NoStatement,
    QuoteDiffers,
    RepeatedId {
        id: String,
    },
    TooLong {
        found: usize,
        most: usize,
    },
    TooMany {
        found: usize,
        most: usize,
    },
    TooLarge {
        measure: &'static str,
        most: usize,
    },
    More {
        count: usize,
    },
}

impl Fault {
    /// A stable name, for machines that read the checker's answer.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::Missing { .. } => "missing",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownField { .. } => "unknown-field",
            Self::Blank => "blank",
            Self::EmptyList { .. } => "empty-list",
            Self::NotOneOf { .. } => "not-one-of",
            Self::BadFormat { .. } => "bad-format",
            Self::BadId { .. } => "bad-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownId { .. } => "unknown-id",
            Self::BadDate { .. } => "bad-date",
            Self::EndBeforeStart { .. } => "end-before-start",
            Self::BadUrl { .. } => "bad-url",
            Self::BadContact { .. } => "bad-contact",
            Self::BadLanguage { .. } => "bad-language",
            Self::BadColor { .. } => "bad-color",
            Self::BadDigest { .. } => "bad-digest",
            Self::BadPassageDigest { .. } => "bad-passage-digest",
            Self::NoSuchParagraph { .. } => "no-such-paragraph",
            Self::OffScale { .. } => "off-scale",
            Self::ScaleOrder => "scale-order",
            Self::ReservedPosition => "reserved-position",
            Self::NoSpeaker { .. } => "no-speaker",
            Self::TwoSpeakers => "two-speakers",
            Self::SpeakerOfOwnVoice { .. } => "speaker-of-own-voice",
            Self::NoStatement => "no-statement",
            Self::QuoteDiffers => "quote-differs",
            Self::RepeatedId { .. } => "repeated-id",
            Self::TooLong { .. } => "too-long",
            Self::TooMany { .. } => "too-many",
            Self::TooLarge { .. } => "too-large",
            Self::More { .. } => "more",
        }
    }

    /// What is wrong.
    pub fn what(&self) -> String {
        one_line(match self {
            Self::Syntax { message } => format!("This is not JSON: {message}"),
            Self::Missing { field } => format!("`{field}` is missing"),
            Self::WrongType { expected, found } => format!("Expected {expected}, found {found}"),
            Self::UnknownField { field, .. } => format!("`{field}` is not a field of the format"),
            Self::Blank => "The text is empty".to_owned(),
            Self::EmptyList { noun } => format!("There is no {noun}"),
            Self::NotOneOf { found, .. } => format!("“{found}” is not a value of this field"),
            Self::BadFormat { found } => format!("“{found}” is not a format this version reads"),
            Self::BadId { found } => format!("“{found}” cannot be an id"),
            Self::DuplicateId { id, first } => format!("The id “{id}” is used already, at {first}"),
            Self::UnknownId { id, kind, .. } => format!("No {} has the id “{id}”", kind.noun()),
            Self::BadDate { found } => format!("“{found}” is no date in EDTF, level 0 or 1"),
            Self::EndBeforeStart { start, end } => {
                format!("The end, {end}, lies before the start, {start}")
            }
            Self::BadUrl { found } => format!("“{found}” is no web address"),
            Self::BadContact { found } => format!("“{found}” is no address to write to"),
            Self::BadLanguage { found } => format!("“{found}” is no language tag"),
            Self::BadColor { found } => format!("“{found}” is no colour in hexadecimal"),
            Self::BadDigest { found } => format!("“{found}” is no SHA-256 digest"),
            Self::BadPassageDigest { found } => format!("“{found}” is no digest of a passage"),
            Self::NoSuchParagraph { found, paragraphs } => {
                format!("There is no paragraph {found} in an article of {paragraphs}")
            }
            Self::OffScale { found } => format!("{found} lies outside of −2 to 2"),
            Self::ScaleOrder => "The value is not above the one before it".to_owned(),
            Self::ReservedPosition => "“mixed” cannot be a step of the scale".to_owned(),
            Self::NoSpeaker { kind } => format!("A `{kind}` without anybody who says it"),
            Self::TwoSpeakers => {
                "The statement has both a `speaker_id` and an `attribution_text`".to_owned()
            }
            Self::SpeakerOfOwnVoice { kind } => {
                format!("A `{kind}` is the article's own voice and has no other speaker")
            }
            Self::NoStatement => "The stance rests on no statement".to_owned(),
            Self::QuoteDiffers => {
                "The target's words are not the words of the quotation".to_owned()
            }
            Self::RepeatedId { id } => format!("“{id}” stands in this list twice"),
            Self::TooLong { found, most } => {
                let (found, most) = (grouped(*found), grouped(*most));
                format!("The text has {found} characters, and at most {most} are taken")
            }
            Self::TooMany { found, most } => {
                let (found, most) = (grouped(*found), grouped(*most));
                format!("The list has {found} entries, and at most {most} are taken")
            }
            Self::TooLarge { measure, most } => {
                let most = grouped(*most);
                format!("The document has more than {most} {measure}, the most that is taken")
            }
            Self::More { count: 1 } => "1 more mistake was found".to_owned(),
            Self::More { count } => format!("{} more mistakes were found", grouped(*count)),
        })
    }

    /// What would be right.
    pub fn mend(&self) -> String {
        one_line(match self {
            Self::Syntax { .. } => "Mend the JSON first; nothing else could be checked".to_owned(),
            Self::Missing { field } => format!("Add `{field}`"),
            Self::WrongType { expected, .. } => format!("Write {expected} here"),
            Self::UnknownField { nearest, .. } => match nearest {
                Some(nearest) => format!("Write `{nearest}` if that is meant"),
                None => "Remove it, or let its name begin with `x_` to keep it".to_owned(),
            },
            Self::Blank => "Write the text, or leave the field out where it is optional".to_owned(),
            Self::EmptyList { noun } => format!("Add at least one {noun}"),
            Self::NotOneOf { allowed, .. } => format!("Use one of: {}", allowed.join(", ")),
            Self::BadFormat { .. } => format!("Write “{}”", super::FORMAT),
            Self::BadId { .. } => {
                "Use letters a–z, digits, “-” and “_”, beginning with a letter or digit".to_owned()
            }
            Self::DuplicateId { .. } => "Give each its own id".to_owned(),
            Self::UnknownId { kind, nearest, .. } => match nearest {
                Some(nearest) => format!("Write “{nearest}” if that is meant"),
                None => format!("Use the id of {}, or add it", kind.a_noun()),
            },
            Self::BadDate { .. } => {
                "Write for example 2025-03-11, 2024-06, 2022, 2025-02~ (about) or 2022/2024"
                    .to_owned()
            }
            Self::EndBeforeStart { .. } => "Exchange them, or correct one".to_owned(),
            Self::BadUrl { .. } => {
                "Write an address that begins with https:// or http://".to_owned()
            }
            Self::BadContact { .. } => {
                "Write mailto: and an e-mail address, or an address that begins with https://"
                    .to_owned()
            }
            Self::BadLanguage { .. } => "Write a BCP 47 tag such as en, uk or zh-Hans".to_owned(),
            Self::BadColor { .. } => "Write #rgb or #rrggbb".to_owned(),
            Self::BadPassageDigest { .. } => {
                "Write 16 hexadecimal digits, or have `standpoint anchor` write them".to_owned()
            }
            Self::BadDigest { .. } => "Write 64 hexadecimal digits".to_owned(),
            Self::NoSuchParagraph { paragraphs, .. } => {
                format!("Count paragraphs from 1 to {paragraphs}")
            }
            Self::OffScale { .. } => "Write a number from −2 (against) to 2 (for)".to_owned(),
            Self::ScaleOrder => "Order the scale from the lowest value to the highest".to_owned(),
            Self::ReservedPosition => "Choose another id; “mixed” is understood anyway".to_owned(),
            Self::NoSpeaker { .. } => {
                "Add `speaker_id`, or `attribution_text` where the article names nobody".to_owned()
            }
            Self::TwoSpeakers => "Keep the `speaker_id` if the speaker is named".to_owned(),
            Self::SpeakerOfOwnVoice { .. } => {
                "Remove the speaker, or make it a `reported_speech`".to_owned()
            }
            Self::NoStatement => {
                "Name in `statement_ids` what in the article shows it, or remove the stance: \
                 an empty cell says that the article is silent"
                    .to_owned()
            }
            Self::QuoteDiffers => {
                "Begin and end the target with the quotation's own first and last words".to_owned()
            }
            Self::RepeatedId { .. } => "Name it once".to_owned(),
            Self::TooLong { .. } => "Shorten it".to_owned(),
            Self::TooMany { .. } => "Shorten the list, or make several documents".to_owned(),
            Self::TooLarge { .. } => "Leave something out, or make several documents".to_owned(),
            Self::More { .. } => "Mend those above and check again".to_owned(),
        })
    }
}

/// A document's own words may hold line breaks, or what a terminal obeys.
fn one_line(text: String) -> String {
    if !text.contains(char::is_control) {
        return text;
    }
    let shown = |c: char| match c.is_control() {
        true => c.escape_default().to_string(),
        false => c.to_string(),
    };
    text.chars().map(shown).collect()
}

impl Problem {
    /// There is no JSON to look at.
    pub fn syntax(message: String) -> Self {
        Self {
            pointer: String::new(),
            fault: Fault::Syntax { message },
        }
    }

    /// How many mistakes these are, with those that are only counted.
    pub fn count(problems: &[Self]) -> usize {
        let of = |problem: &Self| match problem.fault {
            Fault::More { count } => count,
            _ => 1,
        };
        problems.iter().map(of).sum()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() {
            "(document)"
        } else {
            &self.pointer
        };
        let place = one_line(place.to_owned());
        write!(f, "{place}: {}. {}.", self.fault.what(), self.fault.mend())
    }
}
