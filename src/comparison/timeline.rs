//! What happened and was said, and when.

use super::cell;
use crate::article::edtf::CalendarDay;
use crate::article::small::sort_by;
use crate::article::{Document, Edtf, Event, Organization, Stance, Statement, Topic};

/// Something with a date.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment<'a> {
    /// An event.
    Event(&'a Event),
    /// A statement that is part of no event.
    Statement(&'a Statement),
    /// A party takes a position that it did not have before.
    Change {
        /// The position it has from then on.
        stance: &'a Stance,
        /// The position before, where one is recorded.
        before: Option<&'a Stance>,
    },
}

/// A moment and the days that it may have taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// What it is.
    pub moment: Moment<'a>,
    /// The date as it was written.
    pub date: &'a Edtf,
    /// The first day; none when the beginning is not known.
    pub earliest: Option<CalendarDay>,
    /// The last day; none when the end is open.
    pub latest: Option<CalendarDay>,
}

/// Everything dated, by its earliest day; what has no known beginning lies
/// where it ends, before all that begins there.
pub fn timeline<'a>(
    document: &'a Document,
    parties: &[&'a Organization],
    topics: &[&'a Topic],
) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for event in &document.events {
        let latest = match &event.end_date {
            Some(end) => end.latest(),
            None => event.start_date.latest(),
        };
        let earliest = event.start_date.earliest();
        entries.push(Entry {
            moment: Moment::Event(event),
            date: &event.start_date,
            earliest,
            latest,
        });
    }
    for statement in &document.statements {
        let of_event = document
            .events
            .iter()
            .any(|e| e.statement_ids.contains(&statement.id));
        if let (Some(date), false) = (&statement.date, of_event) {
            entries.push(entry(Moment::Statement(statement), date));
        }
    }
    for topic in topics {
        for party in parties {
            let cell = cell(document, party, topic);
            let history: Vec<&Stance> = cell.current.iter().chain(&cell.earlier).copied().collect();
            for (index, stance) in history.iter().enumerate() {
                let before = history[index + 1..]
                    .iter()
                    .find(|s| s.date != stance.date)
                    .copied();
                let changed = before.is_none_or(|before| before.position != stance.position);
                if let (Some(date), true, true) = (&stance.date, changed, history.len() > 1) {
                    entries.push(entry(Moment::Change { stance, before }, date));
                }
            }
        }
    }
    // Known beginnings by themselves; of one day the less precise first.
    let place = |entry: &Entry<'_>| (entry.earliest.or(entry.latest), entry.earliest.is_some());
    sort_by(&mut entries, |a, b| place(a) < place(b));
    entries
}

fn entry<'a>(moment: Moment<'a>, date: &'a Edtf) -> Entry<'a> {
    Entry {
        moment,
        date,
        earliest: date.earliest(),
        latest: date.latest(),
    }
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
    use super::day_number;

    #[test]
    fn days_are_counted_through_leap_years() {
        assert_eq!(day_number((0, 3, 1)), 0);
        assert_eq!(day_number((2024, 3, 1)) - day_number((2024, 2, 28)), 2);
        assert_eq!(day_number((1900, 3, 1)) - day_number((1900, 2, 28)), 1);
        assert_eq!(day_number((2001, 1, 1)) - day_number((2000, 1, 1)), 366);
        assert_eq!(day_number((1970, 1, 1)), 719_468);
        assert_eq!(day_number((0, 1, 1)) - day_number((-1, 1, 1)), 365);
    }
}
