//! Placing the parties of a topic along the scale.

use super::ids::{PartyIx, TopicIx};
use super::{Index, Standing};

/// A party on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The party.
    pub party: PartyIx,
    /// Where on the line, from 0 (the scale's low end) to 1.
    pub at: f64,
}

/// A topic's parties, placed and not placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Spectrum {
    /// Those with a place on the scale.
    pub placed: Vec<Spot>,
    /// Those whose position is stated but has no place on the scale, and those
    /// of whom nothing is stated; beside the line, never on it.
    pub beside: Vec<(PartyIx, Standing)>,
}

impl Index {
    /// Places the parties on a topic.
    pub fn spectrum(&self, parties: &[PartyIx], topic: TopicIx) -> Spectrum {
        let mut spectrum = Spectrum {
            placed: Vec::new(),
            beside: Vec::new(),
        };
        for party in parties {
            let standing = self.standing(*party, topic);
            match self.value(standing) {
                Some(value) => spectrum.placed.push(Spot {
                    party: *party,
                    at: self.along(value),
                }),
                None => spectrum.beside.push((*party, standing)),
            }
        }
        spectrum
    }

    /// Where a value lies between the scale's ends, from 0 to 1; the middle of a
    /// scale that has one step only.
    pub fn along(&self, value: f64) -> f64 {
        let (low, high) = self.ends();
        if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        }
    }
}
