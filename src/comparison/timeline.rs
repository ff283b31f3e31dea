//! What happened and was said, and when.

use super::cell::Cell;
use super::ids::{CellIx, PartyIx, StanceIx, StatementIx, TopicIx};
use super::moment::{Entry, Moment};
use super::{Index, arrange};
use crate::article::Edtf;
use crate::article::edtf::{CalendarDay, Date, Endpoint, Form};

impl Index {
    /// Everything dated, by its earliest day; what has no known beginning lies
    /// where it ends, before all that begins there.
    pub fn moments(&self) -> &[Entry] {
        self.moments.get_or_init(|| moments(self))
    }

    /// Of each moment, whether it has to do with what is asked for: events of such a
    /// party or of nobody's, such statements, changes of such a party on such a topic.
    pub fn timeline(
        &self,
        is_party: impl Fn(PartyIx) -> bool,
        is_topic: impl Fn(TopicIx) -> bool,
        is_heard: impl Fn(StatementIx) -> bool,
    ) -> Vec<bool> {
        let is_shown = |entry: &Entry| match &entry.moment {
            Moment::Event(event) => {
                let parties = self.takes_part(*event);
                parties.is_empty() || parties.iter().any(|party| is_party(*party))
            }
            Moment::Statement(statement) => is_heard(*statement),
            Moment::Change { cell, .. } => {
                is_topic(cell.topic) && cell.party.is_some_and(&is_party)
            }
        };
        self.moments().iter().map(is_shown).collect()
    }

    /// The date of an entry as it was written; of an event, its beginning.
    pub fn date(&self, entry: &Entry) -> Option<&Edtf> {
        match &entry.moment {
            Moment::Event(event) => Some(&self.event(*event).start_date),
            Moment::Statement(statement) => self.statement(*statement).date.as_ref(),
            Moment::Change { stances, .. } => self.stance(*stances.first()?).date.as_ref(),
        }
    }
}

fn moments(index: &Index) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut is_of_event = vec![false; index.document().statements.len()];
    for at in index.events() {
        let event = index.event(at);
        let mut entry = entry(Moment::Event(at), &event.start_date);
        if let Some(end) = &event.end_date {
            entry.latest = end.latest();
            entry.vague.1 = vagueness(end).1;
        }
        entries.push(entry);
        for statement in index.said_at(at) {
            is_of_event[statement.place()] = true;
        }
    }
    for at in index.statements() {
        let date = index.statement(at).date.as_ref();
        if let Some(date) = date.filter(|_| !is_of_event[at.place()]) {
            entries.push(entry(Moment::Statement(at), date));
        }
    }
    for topic in index.topics() {
        for party in index.parties() {
            changes(index, &index.cell(party, topic), &mut entries);
        }
    }
    // Known beginnings by themselves; of one day the less precise first.
    let key = |entry: &Entry| (entry.earliest.or(entry.latest), entry.earliest.is_some());
    arrange(&mut entries, |a, b| key(a).cmp(&key(b)));
    entries
}

/// The changes within one cell.
fn changes(index: &Index, cell: &Cell<'_>, entries: &mut Vec<Entry>) {
    let history: Vec<StanceIx> = cell.current.iter().chain(cell.earlier).copied().collect();
    let stance = |at: StanceIx| index.stance(at);
    let dates = history.chunk_by(|a, b| stance(*a).date == stance(*b).date);
    let dates: Vec<&[StanceIx]> = dates.collect();
    for (place, stances) in dates.iter().enumerate() {
        let before = dates.get(place + 1).copied().unwrap_or_default();
        let positions = |of: &[StanceIx]| -> Vec<&str> {
            let positions = of.iter().map(|at| stance(*at).position.as_str());
            positions.collect()
        };
        let (now, then) = (positions(stances), positions(before));
        let changed = now.len() != then.len() || !now.iter().all(|now| then.contains(now));
        if let (Some(date), true, true) = (&stance(stances[0]).date, changed, history.len() > 1) {
            let moment = Moment::Change {
                cell: CellIx::new(cell.party, cell.topic),
                stances: stances.to_vec(),
                before: before.to_vec(),
            };
            entries.push(entry(moment, date));
        }
    }
}

fn entry(moment: Moment, date: &Edtf) -> Entry {
    Entry {
        moment,
        earliest: date.earliest(),
        latest: date.latest(),
        vague: vagueness(date),
    }
}

/// Whether a date's beginning and end are approximate or uncertain.
fn vagueness(date: &Edtf) -> (bool, bool) {
    let of = |date: Date| date.approximate || date.uncertain;
    let of_end = |end| matches!(end, Endpoint::Date(date) if of(date));
    match date.form() {
        Form::Date(date) => (of(date), of(date)),
        Form::Interval(start, end) => (of_end(start), of_end(end)),
    }
}

/// The longest time in which nothing is dated, between the year before and the year
/// after, if all the rest of an axis would be one stroke beside it. The entries are in
/// their order.
pub fn gap(entries: &[Entry]) -> Option<(i64, i64)> {
    let year = |day: Option<CalendarDay>| day.map(|(year, ..)| year);
    let mut gap = (0, 0);
    let mut before: Option<(i64, i64)> = None;
    for entry in entries {
        let Some(from) = year(entry.earliest.or(entry.latest)) else {
            continue;
        };
        let to = year(entry.latest).unwrap_or(from);
        let (first, last) = before.unwrap_or((from, from));
        if from - last > gap.1 - gap.0 {
            gap = (last, from);
        }
        before = Some((first.min(from), last.max(to)));
    }
    let (first, last) = before?;
    let long = gap.1 - gap.0;
    (long >= 10 * (last - first + 1 - long)).then_some(gap)
}

/// The number of a day, counted from 1 March of the year 0 (proleptic
/// Gregorian): what a drawing measures by.
pub fn day_number((year, month, day): CalendarDay) -> i64 {
    // Years that begin in March end with the leap day.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (i64::from(month) * 153 + 2) / 5 + i64::from(day) - 1
}

#[cfg(test)]
mod tests {
    use super::{Entry, Moment, day_number, gap};
    use crate::article::Edtf;
    use crate::comparison::StatementIx;

    #[test]
    fn what_is_long_ago_does_not_make_a_stroke_of_the_rest() {
        let gap = |dates: &[&str]| {
            let entry = |text: &&str| {
                let date = Edtf::parse(text).expect(text);
                super::entry(Moment::Statement(StatementIx::at(0)), &date)
            };
            gap(&dates.iter().map(entry).collect::<Vec<Entry>>())
        };
        assert_eq!(gap(&[]), None);
        assert_eq!(gap(&["2024-03", "2025"]), None);
        // All of it can be seen.
        assert_eq!(gap(&["189X", "1987", "2011", "2022", "2024"]), None);
        assert_eq!(gap(&["1990", "2024-01", "2025-02"]), Some((1990, 2024)));
        assert_eq!(gap(&["1990", "/2024-01", "2025/.."]), Some((1990, 2024)));
        let ages = ["Y-13800000000", "1945", "2024-02", "2025-01"];
        assert_eq!(gap(&ages), Some((-13_800_000_000, 1945)));
        // What lasts until then leaves no time in between.
        assert_eq!(gap(&["-0500/2020", "1990", "2024-01", "2025"]), None);
        assert_eq!(
            gap(&["Y-999999999999999", "Y999999999999999"]),
            Some((-999_999_999_999_999, 999_999_999_999_999))
        );
    }

    #[test]
    fn days_are_counted_through_leap_years() {
        assert_eq!(day_number((0, 3, 1)), 0);
        assert_eq!(day_number((2024, 3, 1)) - day_number((2024, 2, 28)), 2);
        assert_eq!(day_number((1900, 3, 1)) - day_number((1900, 2, 28)), 1);
        assert_eq!(day_number((2001, 1, 1)) - day_number((2000, 1, 1)), 366);
        assert_eq!(day_number((1970, 1, 1)), 719_468);
        assert_eq!(day_number((0, 1, 1)) - day_number((-1, 1, 1)), 365);
    }

    /// EDTF as we read it has years of up to 15 digits.
    #[test]
    fn the_days_of_all_years_can_be_counted() {
        let day = |text: &str| {
            let date = crate::article::Edtf::parse(text).expect(text);
            date.latest().map(day_number).expect(text)
        };
        // 400 years are 146,097 days.
        let years = day("Y999999999999999") - day("Y-999999999999999");
        assert_eq!(years / 146_097, 1_999_999_999_999_998 / 400);
        assert_eq!(day("Y-13800000000") - day("Y-13800000400"), 146_097);
    }
}
