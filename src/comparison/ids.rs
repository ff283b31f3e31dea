//! Places in a document's lists: what a comparison calls a party, a topic, a
//! statement once its id has been looked up. They are small, cheap to compare,
//! and of one [`Index`](super::Index) only.

macro_rules! place {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            /// The place in its list, from 0.
            pub fn place(self) -> usize {
                self.0 as usize
            }

            /// All places of a list of that length.
            pub fn all(length: usize) -> impl DoubleEndedIterator<Item = Self> + Clone {
                (0..length as u32).map(Self)
            }

            /// The thing at that place.
            pub fn at(place: usize) -> Self {
                Self(place as u32)
            }
        }
    };
}

place! {
    /// A party: its place in `organizations`.
    PartyIx
}
place! {
    /// A topic: its place in `topics`.
    TopicIx
}
place! {
    /// A step of the scale: its place in `scale`.
    PositionIx
}
place! {
    /// A statement: its place in `statements`.
    StatementIx
}
place! {
    /// A stance: its place in `stances`.
    StanceIx
}
place! {
    /// An event: its place in `events`.
    EventIx
}
place! {
    /// Somebody who makes statements: the place among all who do, in the order of
    /// their first one.
    SpeakerIx
}

/// What has evidence: a party's cell on a topic, or the background of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellIx {
    /// The topic.
    pub topic: TopicIx,
    /// The party; none for the background of the topic.
    pub party: Option<PartyIx>,
}

impl CellIx {
    /// The cell of a party and a topic.
    pub fn new(party: PartyIx, topic: TopicIx) -> Self {
        Self {
            topic,
            party: Some(party),
        }
    }

    /// The background of a topic.
    pub fn background(topic: TopicIx) -> Self {
        Self { topic, party: None }
    }
}
