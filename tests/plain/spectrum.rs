//! Placing the parties of a topic along the scale.

use super::{Cell, Standing};
use standpoint::article::{Document, Organization};

/// A party on the line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place<'a> {
    /// The party.
    pub(crate) organization: &'a Organization,
    /// Where on the line, from 0 (the scale's low end) to 1.
    pub(crate) at: f64,
}

/// A topic's parties, placed and not placed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spectrum<'a> {
    /// Those with a place on the scale.
    pub(crate) placed: Vec<Place<'a>>,
    /// Those whose position is stated but has no place on the scale, and those
    /// of whom nothing is stated; beside the line, never on it.
    pub(crate) beside: Vec<(&'a Organization, Standing<'a>)>,
}

/// Places the parties of these cells.
pub(crate) fn spectrum<'a>(document: &Document, cells: &[Cell<'a>]) -> Spectrum<'a> {
    let mut spectrum = Spectrum {
        placed: Vec::new(),
        beside: Vec::new(),
    };
    for cell in cells {
        match cell.standing.value() {
            Some(value) => {
                let at = place(document, value);
                spectrum.placed.push(Place {
                    organization: cell.organization,
                    at,
                });
            }
            None => spectrum
                .beside
                .push((cell.organization, cell.standing.clone())),
        }
    }
    spectrum
}

/// Where a value lies between the scale's ends, from 0 to 1; the middle of a
/// scale that has one step only.
pub(crate) fn place(document: &Document, value: f64) -> f64 {
    let values = || document.scale.iter().map(|step| step.value);
    let low = values().fold(f64::MAX, f64::min);
    let high = values().fold(f64::MIN, f64::max);
    if high > low {
        (value - low) / (high - low)
    } else {
        0.5
    }
}
