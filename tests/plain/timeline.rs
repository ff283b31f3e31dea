//! What happened and was said, and when.

use super::cell;
use super::sort_by;
use standpoint::article::edtf::{CalendarDay, Date, Endpoint, Form};
use standpoint::article::{Document, Edtf, Event, Organization, Stance, Statement, Topic};

/// Something with a date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Moment<'a> {
    /// An event.
    Event(&'a Event),
    /// A statement that is part of no event.
    Statement(&'a Statement),
    /// A party takes a position that it did not have before.
    Change {
        /// The position it has from then on; several that contradict each other,
        /// where the article states such on one date.
        stances: Vec<&'a Stance>,
        /// The positions before, where any is recorded.
        before: Vec<&'a Stance>,
    },
}

/// A moment and the days that it may have taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry<'a> {
    /// What it is.
    pub(crate) moment: Moment<'a>,
    /// The date as it was written.
    pub(crate) date: &'a Edtf,
    /// The first day; none when the beginning is not known.
    pub(crate) earliest: Option<CalendarDay>,
    /// The last day; none when the end is open.
    pub(crate) latest: Option<CalendarDay>,
    /// Whether the beginning and the end are only about those days, or perhaps
    /// other ones (EDTF: approximate, uncertain).
    pub(crate) vague: (bool, bool),
}

/// Everything dated, by its earliest day; what has no known beginning lies
/// where it ends, before all that begins there.
///
/// Events of hidden parties only are left out; of the statements those of
/// `heard` are there.
pub(crate) fn timeline<'a>(
    document: &'a Document,
    parties: &[&'a Organization],
    topics: &[&'a Topic],
    heard: &[&'a Statement],
) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for event in &document.events {
        let of_those = &event.organization_ids;
        if of_those.is_empty() || parties.iter().any(|party| of_those.contains(&party.id)) {
            let (start, end) = (&event.start_date, event.end_date.as_ref());
            let mut entry = entry(Moment::Event(event), start);
            if let Some(end) = end {
                entry.latest = end.latest();
                entry.vague.1 = vagueness(end).1;
            }
            entries.push(entry);
        }
    }
    for statement in heard {
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
            changes(&history, &mut entries);
        }
    }
    // Known beginnings by themselves; of one day the less precise first.
    let place = |entry: &Entry<'_>| (entry.earliest.or(entry.latest), entry.earliest.is_some());
    sort_by(&mut entries, |a, b| place(a) < place(b));
    entries
}

/// The changes within one cell, whose stances come the last ones first.
fn changes<'a>(history: &[&'a Stance], entries: &mut Vec<Entry<'a>>) {
    let dates: Vec<&[&Stance]> = history.chunk_by(|a, b| a.date == b.date).collect();
    for (index, stances) in dates.iter().enumerate() {
        let before = dates.get(index + 1).copied().unwrap_or_default();
        let same = |a: &&Stance| before.iter().any(|b| b.position == a.position);
        let changed = stances.len() != before.len() || !stances.iter().all(same);
        if let (Some(date), true, true) = (&stances[0].date, changed, history.len() > 1) {
            let moment = Moment::Change {
                stances: stances.to_vec(),
                before: before.to_vec(),
            };
            entries.push(entry(moment, date));
        }
    }
}

fn entry<'a>(moment: Moment<'a>, date: &'a Edtf) -> Entry<'a> {
    Entry {
        moment,
        date,
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
