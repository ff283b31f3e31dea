//! Where in a document one is.

use std::fmt;

/// A place in a document, named by the places around it; written out it is a
/// JSON Pointer (RFC 6901). Most places of most documents are never written out.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// The whole document.
    Document,
    /// A field of the object there.
    Field(&'a Place<'a>, &'a str),
    /// An entry of the list there.
    Entry(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => Ok(()),
            Self::Field(parent, name) => {
                write!(f, "{parent}/{}", name.replace('~', "~0").replace('/', "~1"))
            }
            Self::Entry(parent, index) => write!(f, "{parent}/{index}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_written_as_a_json_pointer() {
        let list = Place::Field(&Place::Document, "a/b~c");
        assert_eq!(Place::Document.to_string(), "");
        assert_eq!(Place::Entry(&list, 7).to_string(), "/a~1b~0c/7");
    }
}
