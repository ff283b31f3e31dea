//! The whole comparison in a few numbers.

use super::Index;
use super::ids::{PartyIx, TopicIx};
use super::relation::Accord;

/// How many topics there are of each [`Accord`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// Topics in all.
    pub topics: usize,
    /// [`Accord::Clash`].
    pub clash: usize,
    /// [`Accord::Differ`].
    pub differ: usize,
    /// [`Accord::Agree`].
    pub agree: usize,
    /// [`Accord::Unclear`].
    pub unclear: usize,
    /// [`Accord::OneVoice`].
    pub one_voice: usize,
    /// [`Accord::Silent`].
    pub silent: usize,
    /// Cells in which the article states no position.
    pub empty_cells: usize,
    /// Cells in all.
    pub cells: usize,
}

impl Index {
    /// Counts over these parties and topics.
    pub fn overview(&self, parties: &[PartyIx], topics: &[TopicIx]) -> Overview {
        let mut overview = Overview {
            topics: topics.len(),
            cells: topics.len() * parties.len(),
            ..Overview::default()
        };
        for topic in topics {
            let sides = self.sides(parties, *topic);
            overview.empty_cells += sides.silent();
            *match sides.accord() {
                Accord::Clash => &mut overview.clash,
                Accord::Differ => &mut overview.differ,
                Accord::Agree => &mut overview.agree,
                Accord::Unclear => &mut overview.unclear,
                Accord::OneVoice => &mut overview.one_voice,
                Accord::Silent => &mut overview.silent,
            } += 1;
        }
        overview
    }
}
