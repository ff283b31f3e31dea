//! How standings on one topic relate: of two, and of many.

/// How two parties stand to each other on a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
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
pub enum Obstacle {
    /// The article states no position of one of them.
    OneSilent,
    /// The article states no position of either.
    BothSilent,
    /// Both are mixed: in which respects is not on record.
    BothMixed,
    /// The article states contradictory positions of one or both.
    Contradictory,
}

/// How the parties stand on one topic, taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Accord {
    /// At least two parties are on opposite sides.
    Clash,
    /// Nobody is on opposite sides, but not all are on the same one.
    Differ,
    /// All parties whose position is stated are on the same side.
    Agree,
    /// Positions are stated that cannot be compared with each other.
    Unclear,
    /// One party's position is stated, and nobody else's.
    OneVoice,
    /// No party's position is stated.
    Silent,
}

/// A standing without its degree: all that a relation depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    Silent,
    Against,
    Neutral,
    For,
    Mixed,
    Contradictory,
}

impl Side {
    /// The side of a value on the scale.
    pub(super) fn of(value: f64) -> Self {
        match value {
            v if v > 0.0 => Self::For,
            v if v < 0.0 => Self::Against,
            _ => Self::Neutral,
        }
    }
}

/// How many parties stand on each side of a topic. What holds between any two of
/// them follows from that, so no pair need be looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sides([usize; 6]);

impl FromIterator<Side> for Sides {
    fn from_iter<I: IntoIterator<Item = Side>>(sides: I) -> Self {
        let mut counted = Self::default();
        for side in sides {
            counted.0[side as usize] += 1;
        }
        counted
    }
}

impl Sides {
    fn count(&self, side: Side) -> usize {
        self.0[side as usize]
    }

    /// How many parties there are whose position is stated.
    pub(super) fn stated(&self) -> usize {
        self.0.iter().sum::<usize>() - self.count(Side::Silent)
    }

    /// How many there are of whom nothing is stated.
    pub(super) fn silent(&self) -> usize {
        self.count(Side::Silent)
    }

    /// The sharpest relation between any two of them; one party alone is compared
    /// with nobody.
    pub(super) fn sharpest(&self) -> Relation {
        let [against, neutral, pro] =
            [Side::Against, Side::Neutral, Side::For].map(|side| self.count(side));
        let mixed = self.count(Side::Mixed);
        let placed = against + neutral + pro;
        if against > 0 && pro > 0 {
            Relation::Clash
        } else if (neutral > 0 && placed > neutral) || (mixed > 0 && placed > 0) {
            Relation::Differ
        } else if placed > 1 {
            // All of them on one side: it would be one of the above otherwise.
            Relation::Agree
        } else {
            Relation::Incomparable(self.obstacle(mixed))
        }
    }

    /// The least of what stands between any two that cannot be compared.
    fn obstacle(&self, mixed: usize) -> Obstacle {
        let (stated, silent) = (self.stated(), self.silent());
        if silent > 0 && stated > 0 {
            Obstacle::OneSilent
        } else if silent > 1 {
            Obstacle::BothSilent
        } else if mixed > 1 {
            Obstacle::BothMixed
        } else if self.count(Side::Contradictory) > 0 && stated > 1 {
            Obstacle::Contradictory
        } else {
            Obstacle::OneSilent
        }
    }

    /// How they stand together: the sharpest relation between any two speaks for
    /// the topic.
    pub(super) fn accord(&self) -> Accord {
        match self.stated() {
            0 => return Accord::Silent,
            1 => return Accord::OneVoice,
            _ => {}
        }
        match self.sharpest() {
            Relation::Clash => Accord::Clash,
            Relation::Differ => Accord::Differ,
            // Who contradicts itself is on no side.
            Relation::Agree if self.count(Side::Contradictory) > 0 => Accord::Unclear,
            Relation::Agree => Accord::Agree,
            Relation::Incomparable(_) => Accord::Unclear,
        }
    }
}
