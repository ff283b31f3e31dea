//! The words in which a choice is made, each with its name in a link.

use crate::comparison::{Index, PartyIx};
use std::str::FromStr;

/// A way to look at the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Topics by parties.
    #[default]
    Matrix,
    /// Two to four parties side by side.
    Versus,
    /// The parties along the scale.
    Spectrum,
    /// Events and dated statements.
    Timeline,
    /// Every statement.
    Statements,
}

impl View {
    /// All views, in the order of their tabs.
    pub const ALL: [Self; 5] = [
        Self::Matrix,
        Self::Versus,
        Self::Spectrum,
        Self::Timeline,
        Self::Statements,
    ];

    /// The name in an attribute or a link.
    pub fn id(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Versus => "versus",
            Self::Spectrum => "spectrum",
            Self::Timeline => "timeline",
            Self::Statements => "statements",
        }
    }
}

/// The order of the parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PartyOrder {
    /// As the document has them.
    #[default]
    Given,
    /// By their short names.
    Name,
    /// Those of whom least is stated first.
    Silence,
    /// As the reader has put them.
    Hand,
}

impl PartyOrder {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Given, Self::Name, Self::Silence, Self::Hand];

    /// The name in a link.
    pub fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Name => "name",
            Self::Silence => "silence",
            Self::Hand => "hand",
        }
    }
}

/// Up or down a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Those in favour first.
    Descending,
    /// Those against first.
    Ascending,
}

/// The order of the topics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TopicOrder {
    /// As the document has them.
    #[default]
    Given,
    /// The sharpest disagreement first.
    Clash,
    /// Those on which most parties' positions are not stated first.
    Silence,
    /// By where one party stands, the unstated last.
    Party(PartyIx, Direction),
}

impl TopicOrder {
    /// The orders that are about no party.
    pub const ALL: [Self; 3] = [Self::Given, Self::Clash, Self::Silence];

    /// The name in a link; a party's order is `for/` or `against/` and its id.
    pub fn name(self, index: &Index) -> String {
        match self {
            Self::Party(party, direction) => {
                let direction = match direction {
                    Direction::Descending => "for/",
                    Direction::Ascending => "against/",
                };
                [direction, &index.party(party).id].concat()
            }
            _ => self.id().to_owned(),
        }
    }

    /// The name of an order that is about no party; of any other, that it is.
    pub fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Clash => "clash",
            Self::Silence => "silence",
            Self::Party(..) => "party",
        }
    }

    /// The order of that name in a link.
    pub fn of_name(index: &Index, name: &str) -> Option<Self> {
        let party = |id, direction| {
            let party = index.party_of_id(id)?;
            Some(Self::Party(party, direction))
        };
        match name.split_once('/') {
            Some(("for", id)) => party(id, Direction::Descending),
            Some(("against", id)) => party(id, Direction::Ascending),
            Some(_) => None,
            None => Self::ALL.into_iter().find(|order| order.id() == name),
        }
    }
}

/// Which of the chosen topics are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Only {
    /// Each of them.
    #[default]
    All,
    /// Those on which the shown parties clash or differ.
    Disagreement,
    /// Those on which they stand on opposite sides.
    Clash,
    /// Those on which all of them whose position is stated stand on the same side.
    Agreement,
}

impl Only {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::All, Self::Disagreement, Self::Clash, Self::Agreement];

    /// The name in a link.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Disagreement => "disagreement",
            Self::Clash => "clash",
            Self::Agreement => "agreement",
        }
    }
}

/// How statements are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Arrangement {
    /// As the article has them.
    #[default]
    Article,
    /// Under who makes them.
    Speaker,
    /// Under the topics that they bear on.
    Topic,
}

impl Arrangement {
    /// All arrangements.
    pub const ALL: [Self; 3] = [Self::Article, Self::Speaker, Self::Topic];

    /// The name in a link.
    pub fn id(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Speaker => "speaker",
            Self::Topic => "topic",
        }
    }
}

impl FromStr for View {
    type Err = ();

    fn from_str(id: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|view| view.id() == id).ok_or(())
    }
}

impl FromStr for PartyOrder {
    type Err = ();

    fn from_str(id: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|order| order.id() == id)
            .ok_or(())
    }
}

impl FromStr for Only {
    type Err = ();

    fn from_str(id: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|only| only.id() == id).ok_or(())
    }
}

impl FromStr for Arrangement {
    type Err = ();

    fn from_str(id: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|arrangement| arrangement.id() == id)
            .ok_or(())
    }
}
