//! How two standings on one topic relate.

use super::Standing;

/// How two parties stand to each other on a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Relation {
    /// One is for and the other against.
    Clash,
    /// One takes a side that the other does not take (neutral or mixed).
    Differ,
    /// Both are on the same side, perhaps not to the same degree.
    Agree,
    /// Nothing can be said.
    Incomparable(Obstacle),
}

/// Why two parties cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Obstacle {
    /// The article states no position of one of them.
    OneSilent,
    /// The article states no position of either.
    BothSilent,
    /// Both are mixed: in which respects is not on record.
    BothMixed,
    /// The article states contradictory positions of one or both.
    Contradictory,
}

/// How two standings relate; the order of the two makes no difference.
pub(crate) fn relation(a: &Standing<'_>, b: &Standing<'_>) -> Relation {
    use Obstacle::{BothMixed, BothSilent, Contradictory, OneSilent};
    match (a, b) {
        (Standing::Silent, Standing::Silent) => Relation::Incomparable(BothSilent),
        (Standing::Silent, _) | (_, Standing::Silent) => Relation::Incomparable(OneSilent),
        (Standing::Contradictory, _) | (_, Standing::Contradictory) => {
            Relation::Incomparable(Contradictory)
        }
        (Standing::Mixed, Standing::Mixed) => Relation::Incomparable(BothMixed),
        (Standing::Mixed, Standing::At(_)) | (Standing::At(_), Standing::Mixed) => Relation::Differ,
        (Standing::At(a), Standing::At(b)) => match (side(a.value), side(b.value)) {
            (a, b) if a == b => Relation::Agree,
            (0, _) | (_, 0) => Relation::Differ,
            _ => Relation::Clash,
        },
    }
}

fn side(value: f64) -> i8 {
    match value {
        v if v > 0.0 => 1,
        v if v < 0.0 => -1,
        _ => 0,
    }
}
