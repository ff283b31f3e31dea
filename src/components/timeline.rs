//! What happened, was said and changed, on one axis of time. A vague date is
//! drawn as the span that it is.

use super::cell::{cell_link, position_name};
use super::element::{El, el, line, text_in};
use super::shared::Shared;
use super::statement::statement_view;
use super::statements::{filters, heard, hits};
use crate::article::{Event, Stance, Statement};
use crate::comparison::{Entry, Moment, day_number, timeline};
use crate::i18n::date;

/// The length of the axis in the drawing's own units.
const LENGTH: i64 = 1000;
/// What a single day is widened to, so that it can be seen.
const LEAST: i64 = 8;

/// The timeline view.
pub(super) fn time(shared: &Shared) -> El {
    let (parties, topics) = (shared.parties(), shared.topics());
    let heard = heard(shared);
    let entries = timeline(shared.document(), &parties, &topics, &heard);
    let view = el("div")
        .class("timeline")
        .part("timeline")
        .child(filters(shared, false))
        .child(hits(shared, &heard));
    let Some(axis) = Axis::of(&entries) else {
        let none = text_in("p", "nothing", shared.texts.get("timeline.none"));
        return view.child(none.key(":none"));
    };
    let ends = el("div")
        .class("timeline-axis")
        .hidden_aloud()
        .child(text_in("span", "", &shared.texts.year(axis.first_year)))
        .child(text_in("span", "", &shared.texts.year(axis.last_year)));
    let items = entries.iter();
    let list = el("ol").each(items.map(|e| entry(shared, &axis, &heard, e)));
    view.child(ends.key(":axis")).child(list.key(":list"))
}

/// The days from the first year's beginning to the last one's end.
struct Axis {
    first_year: i64,
    last_year: i64,
}

impl Axis {
    /// None where nothing has a date.
    fn of(entries: &[Entry<'_>]) -> Option<Self> {
        let days = || {
            entries
                .iter()
                .flat_map(|entry| [entry.earliest, entry.latest])
                .flatten()
        };
        let first_year = days().map(|(year, _, _)| year).min()?;
        let last_year = days().map(|(year, _, _)| year).max()?;
        Some(Self {
            first_year,
            last_year,
        })
    }

    fn x(&self, day: i64) -> i64 {
        let start = day_number((self.first_year, 1, 1));
        let end = day_number((self.last_year + 1, 1, 1));
        (day - start) * LENGTH / (end - start)
    }

    /// The span of an entry on the axis, with ticks at the years.
    fn bar(&self, entry: &Entry<'_>) -> El {
        let from = entry.earliest.map_or(0, |day| self.x(day_number(day)));
        let to = entry
            .latest
            .map_or(LENGTH, |day| self.x(day_number(day) + 1));
        let width = (to - from).max(LEAST);
        let long = entry.earliest.is_none() || entry.latest.is_none() || to - from > LEAST;
        let from = from.min(LENGTH - width);
        let span = el("rect")
            .class(if long { "vague" } else { "day" })
            .number("x", short(from))
            .number("y", 2)
            .number("width", short(width))
            .number("height", 8);
        // An end that is not known is broken off within the axis; one that is
        // only about there goes on in pieces.
        let cut = |x: i64| line("gap", (short(x), short(x)), (0, 12));
        let piece = |x: i64| line("piece", (short(x), short(x + 4)), (6, 6));
        let mut ends = Vec::new();
        for (near, far) in [(10, 7), (24, 16)] {
            if entry.earliest.is_none() {
                ends.push(cut(near));
            }
            if entry.latest.is_none() {
                ends.push(cut(LENGTH - near));
            }
            if entry.vague.0 && from >= far + 4 {
                ends.push(piece(from - far - 4));
            }
            if entry.vague.1 && from + width + far + 4 <= LENGTH {
                ends.push(piece(from + width + far));
            }
        }
        // More lines than this would be a grey field.
        let years = self.first_year..=self.last_year + 1;
        let years = years.filter(|_| self.last_year - self.first_year < 40);
        let tick = |year| {
            let x = short(self.x(day_number((year, 1, 1))));
            line("tick", (x, x), (0, 12))
        };
        el("svg")
            .class("bar")
            .attr("viewBox", "0 0 1000 12")
            .attr("preserveAspectRatio", "none")
            .hidden_aloud()
            .child(line("rail", (0, short(LENGTH)), (6, 6)))
            .each(years.map(tick))
            .child(span)
            .each(ends)
    }
}

/// A coordinate between 0 and [`LENGTH`].
fn short(coordinate: i64) -> i32 {
    i32::try_from(coordinate).unwrap_or(0)
}

fn entry(shared: &Shared, axis: &Axis, heard: &[&Statement], entry: &Entry<'_>) -> El {
    let texts = &shared.texts;
    let when = match &entry.moment {
        Moment::Event(Event {
            end_date: Some(end),
            start_date,
            ..
        }) => {
            let (from, to) = (date(texts, start_date), date(texts, end));
            texts.with(
                "date.between",
                &[("from", (&from).into()), ("to", (&to).into())],
            )
        }
        _ => date(texts, entry.date),
    };
    let what = el("div").class("what").child(axis.bar(entry));
    // Two changes of one cell have two dates.
    let (id, class, key, what) = match &entry.moment {
        Moment::Event(event) => (
            [&*event.id, ""],
            "event",
            "timeline.event",
            of_event(shared, heard, event, what),
        ),
        Moment::Statement(statement) => {
            let figure = statement_view(shared, &statement.id, &shared.state.choice.search, None);
            (
                [&*statement.id, ""],
                "said",
                "timeline.said",
                what.maybe(figure),
            )
        }
        Moment::Change { stances, before } => (
            [&*stances[0].organization_id, &stances[0].topic_id],
            "change",
            "timeline.change",
            of_change(shared, stances, before, what),
        ),
    };
    let side = el("div")
        .class("when")
        .child(text_in("p", "kind", texts.get(key)))
        .child(text_in("p", "date", &when));
    el("li")
        .key(&[id[0], id[1], class, &when].join("/"))
        .classes(&["moment", class])
        .child(side)
        .child(what)
}

fn of_event(shared: &Shared, heard: &[&Statement], event: &Event, into: El) -> El {
    let document = shared.document();
    let parties = event
        .organization_ids
        .iter()
        .filter_map(|id| document.organization(id));
    let mut details: Vec<String> = parties.map(|party| party.short_name.clone()).collect();
    if let Some(n) = event.paragraph {
        details.push(shared.texts.with("statement.paragraph", &[("n", n.into())]));
    }
    let is_heard = |id: &&String| heard.iter().any(|statement| statement.id == **id);
    let statements = event.statement_ids.iter().filter(is_heard);
    let wanted = &shared.state.choice.search;
    into.child(el("h3").class("topic").own(shared, &event.name))
        .child(el("p").class("description").own(shared, &event.description))
        .child(text_in("p", "label", &details.join(" · ")))
        .each(statements.filter_map(|id| statement_view(shared, id, wanted, None)))
}

/// “Russia, on the ceasefire: from Neutral to Against”.
fn of_change(shared: &Shared, stances: &[&Stance], before: &[&Stance], into: El) -> El {
    let (document, texts) = (shared.document(), &shared.texts);
    let found = document
        .organization(&stances[0].organization_id)
        .zip(document.topic(&stances[0].topic_id));
    let Some((party, topic)) = found else {
        return into;
    };
    let names = |stances: &[&Stance]| {
        let name = |stance: &&Stance| {
            texts.with(
                "timeline.quoted",
                &[(
                    "position",
                    (&position_name(shared, &stance.position)).into(),
                )],
            )
        };
        texts.list(&stances.iter().map(name).collect::<Vec<_>>())
    };
    let (from, to) = (names(before), names(stances));
    let key = if before.is_empty() {
        "timeline.first"
    } else {
        "timeline.from-to"
    };
    let mut words = texts.with(key, &[("from", (&from).into()), ("to", (&to).into())]);
    if stances.len() > 1 {
        let contradictory = texts.get("standing.contradictory.summary").to_owned();
        words = texts.join("list.sentence", &[words, contradictory]);
    }
    let title = texts.join(
        "list.colon",
        &[party.short_name.clone(), topic.name.clone()],
    );
    let summary = |stance: &&Stance| el("p").class("summary").own(shared, &stance.summary);
    into.child(el("h3").class("topic").own(shared, &title))
        .child(text_in("p", "description", &words))
        .each(stances.iter().map(summary))
        .child(
            el("div")
                .class("cell-links")
                .child(cell_link(shared, party, topic, false)),
        )
}
