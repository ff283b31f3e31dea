//! Places in a document, by what they are and not by how they are written.

use crate::json::Step;

/// A part of the document that has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The document itself.
    Document,
    /// What is known of the article.
    Article,
    /// How the document is made.
    Review,
    /// A party.
    Party(usize),
    /// A person.
    Person(usize),
    /// A topic.
    Topic(usize),
    /// A step of the scale.
    Position(usize),
    /// A statement.
    Statement(usize),
    /// A stance.
    Stance(usize),
    /// An event.
    Event(usize),
}

impl Place {
    /// The list that it stands in, and the how many-th it is there.
    pub fn entry(self) -> Option<(&'static str, usize)> {
        Some(match self {
            Self::Document | Self::Article | Self::Review => return None,
            Self::Party(at) => ("organizations", at),
            Self::Person(at) => ("people", at),
            Self::Topic(at) => ("topics", at),
            Self::Position(at) => ("scale", at),
            Self::Statement(at) => ("statements", at),
            Self::Stance(at) => ("stances", at),
            Self::Event(at) => ("events", at),
        })
    }

    /// What it is, as the names of texts say it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Article => "article",
            Self::Review => "review",
            Self::Party(_) => "party",
            Self::Person(_) => "person",
            Self::Topic(_) => "topic",
            Self::Position(_) => "position",
            Self::Statement(_) => "statement",
            Self::Stance(_) => "stance",
            Self::Event(_) => "event",
        }
    }

    /// The way to it in a project.
    pub(super) fn way(self) -> Vec<Step> {
        let mut way = vec![Step::Field("document")];
        match self {
            Self::Document => {}
            Self::Article => way.push(Step::Field("article")),
            Self::Review => way.push(Step::Field("review")),
            _ => {
                if let Some((list, at)) = self.entry() {
                    way.extend([Step::Field(list), Step::Entry(at)]);
                }
            }
        }
        way
    }

    /// The place that a JSON Pointer into a document leads to, and what it names
    /// there, if anything.
    pub fn of_pointer(pointer: &str) -> (Self, Option<&str>) {
        let mut parts = pointer.split('/').skip(1);
        let first = parts.next();
        match first {
            Some("article") => return (Self::Article, parts.next()),
            Some("review") => return (Self::Review, parts.next()),
            _ => {}
        }
        let at = parts.clone().next().and_then(|at| at.parse().ok());
        let (Some(list), Some(at)) = (first, at) else {
            return (Self::Document, first);
        };
        parts.next();
        let place = match list {
            "organizations" => Self::Party(at),
            "people" => Self::Person(at),
            "topics" => Self::Topic(at),
            "scale" => Self::Position(at),
            "statements" => Self::Statement(at),
            "stances" => Self::Stance(at),
            "events" => Self::Event(at),
            _ => return (Self::Document, first),
        };
        (place, parts.next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_to_a_place_and_a_field() {
        for (pointer, place, field) in [
            ("", Place::Document, None),
            ("/topics", Place::Document, Some("topics")),
            ("/article/url", Place::Article, Some("url")),
            ("/stances/3", Place::Stance(3), None),
            (
                "/statements/12/target/exact",
                Place::Statement(12),
                Some("target"),
            ),
            ("/x_own/0", Place::Document, Some("x_own")),
        ] {
            assert_eq!(Place::of_pointer(pointer), (place, field), "{pointer}");
        }
    }
}
