//! What happened, was said and changed, on one axis of time. A vague date is
//! drawn as the span that it is.

use super::cell::{cell_link, position_name};
use super::element::{El, el, line, text_in};
use super::shared::Shared;
use super::statement::statement_view;
use crate::article::{Event, Stance};
use crate::comparison::{Entry, Moment, day_number, timeline};
use crate::i18n::date;

/// The length of the axis in the drawing's own units.
const LENGTH: i64 = 1000;
/// What a single day is widened to, so that it can be seen.
const LEAST: i64 = 8;

/// The timeline view.
pub(super) fn time(shared: &Shared) -> El {
    let (parties, topics) = (shared.parties(), shared.topics());
    let entries = timeline(shared.document(), &parties, &topics);
    let Some(axis) = Axis::of(&entries) else {
        return text_in("p", "nothing", shared.texts.get("timeline.none"));
    };
    let ends = el("div")
        .class("timeline-axis")
        .hidden_aloud()
        .child(text_in("span", "", &axis.first_year.to_string()))
        .child(text_in("span", "", &axis.last_year.to_string()));
    let list = el("ol").each(
        entries
            .iter()
            .enumerate()
            .map(|(i, e)| entry(shared, &axis, i, e)),
    );
    el("div")
        .class("timeline")
        .part("timeline")
        .child(ends)
        .child(list)
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
        let vague = entry.earliest.is_none() || entry.latest.is_none() || to - from > LEAST;
        let span = el("rect")
            .class(if vague { "vague" } else { "day" })
            .number("x", short(from.min(LENGTH - width)))
            .number("y", 2)
            .number("width", short(width))
            .number("height", 8);
        // More lines than this would be a grey field.
        let years = self.first_year..=self.last_year + 1;
        let years = years.filter(|_| self.last_year - self.first_year < 40);
        let tick = |year| {
            let x = short(self.x(day_number((year, 1, 1))));
            line("tick", (x, x), (0, 12))
        };
        el("svg")
            .class("bar")
            .attr("viewBox", &format!("0 0 {LENGTH} 12"))
            .attr("preserveAspectRatio", "none")
            .hidden_aloud()
            .child(line("rail", (0, short(LENGTH)), (6, 6)))
            .each(years.map(tick))
            .child(span)
    }
}

/// A coordinate between 0 and [`LENGTH`].
fn short(coordinate: i64) -> i32 {
    i32::try_from(coordinate).unwrap_or(0)
}

fn entry(shared: &Shared, axis: &Axis, index: usize, entry: &Entry<'_>) -> El {
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
    let (class, key, what) = match &entry.moment {
        Moment::Event(event) => ("event", "timeline.event", of_event(shared, event, what)),
        Moment::Statement(statement) => {
            let figure = statement_view(shared, &statement.id, "", None);
            ("said", "timeline.said", what.maybe(figure))
        }
        Moment::Change { stance, before } => (
            "change",
            "timeline.change",
            of_change(shared, stance, *before, what),
        ),
    };
    let side = el("div")
        .class("when")
        .child(text_in("p", "kind", texts.get(key)))
        .child(text_in("p", "date", &when));
    el("li")
        .key(&index.to_string())
        .classes(&["moment", class])
        .child(side)
        .child(what)
}

fn of_event(shared: &Shared, event: &Event, into: El) -> El {
    let document = shared.document();
    let parties = event
        .organization_ids
        .iter()
        .filter_map(|id| document.organization(id));
    let mut details: Vec<String> = parties.map(|party| party.short_name.clone()).collect();
    if let Some(n) = event.paragraph {
        details.push(shared.texts.with("statement.paragraph", &[("n", n.into())]));
    }
    let statements = event.statement_ids.iter();
    into.child(el("h3").class("topic").own(shared, &event.name))
        .child(el("p").class("description").own(shared, &event.description))
        .child(text_in("p", "label", &details.join(" · ")))
        .each(statements.filter_map(|id| statement_view(shared, id, "", None)))
}

/// “Russia, on the ceasefire: from Neutral to Against”.
fn of_change(shared: &Shared, stance: &Stance, before: Option<&Stance>, into: El) -> El {
    let document = shared.document();
    let found = document
        .organization(&stance.organization_id)
        .zip(document.topic(&stance.topic_id));
    let Some((party, topic)) = found else {
        return into;
    };
    let to = position_name(shared, &stance.position);
    let words = match before {
        Some(before) => {
            let from = position_name(shared, &before.position);
            shared.texts.with(
                "timeline.from-to",
                &[("from", (&from).into()), ("to", (&to).into())],
            )
        }
        None => shared.texts.with("timeline.first", &[("to", (&to).into())]),
    };
    let title = format!("{}: {}", party.short_name, topic.name);
    into.child(el("h3").class("topic").own(shared, &title))
        .child(text_in("p", "description", &words))
        .child(el("p").class("summary").own(shared, &stance.summary))
        .child(
            el("div")
                .class("cell-links")
                .child(cell_link(shared, party, topic, false)),
        )
}
