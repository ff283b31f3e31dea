//! What happened, was said and changed, on one axis of time. A vague date is
//! drawn as the span that it is.

use super::link::cell_link;
use super::shared::{Shared, use_shared};
use super::statement::StatementView;
use crate::article::{Event, MIXED, Stance};
use crate::comparison::{Entry, Moment, day_number, timeline};
use crate::i18n::date;
use yew::prelude::*;

/// The length of the axis in the drawing's own units.
const LENGTH: f64 = 1000.0;
/// What a single day is widened to, so that it can be seen.
const LEAST: f64 = 8.0;

/// The timeline view.
#[component]
pub(super) fn Timeline() -> Html {
    let shared = use_shared();
    let (parties, topics) = (shared.parties(), shared.topics());
    let entries = timeline(shared.document(), &parties, &topics);
    if entries.is_empty() {
        return html! { <p class="nothing">{ shared.texts.get("timeline.none") }</p> };
    }
    let axis = Axis::of(&entries);
    html! {
        <div class="timeline" part="timeline">
            <div class="timeline-axis" aria-hidden="true">
                <span>{ axis.first_year }</span><span>{ axis.last_year }</span>
            </div>
            <ol>{ for entries.iter().enumerate().map(|(i, e)| entry(&shared, &axis, i, e)) }</ol>
        </div>
    }
}

/// The days from the first year's beginning to the last one's end.
struct Axis {
    first_year: i64,
    last_year: i64,
}

impl Axis {
    fn of(entries: &[Entry<'_>]) -> Self {
        let years = || {
            let days = entries.iter().flat_map(|entry| [entry.earliest, entry.latest]);
            days.flatten().map(|(year, _, _)| year)
        };
        Self {
            first_year: years().min().unwrap_or_default(),
            last_year: years().max().unwrap_or_default(),
        }
    }

    fn x(&self, day: i64) -> f64 {
        let start = day_number((self.first_year, 1, 1));
        let end = day_number((self.last_year + 1, 1, 1));
        (day - start) as f64 / (end - start) as f64 * LENGTH
    }

    /// The bar of an entry, and whether its beginning and its end are known.
    fn bar(&self, entry: &Entry<'_>) -> Html {
        let from = entry.earliest.map_or(0.0, |day| self.x(day_number(day)));
        let to = entry.latest.map_or(LENGTH, |day| self.x(day_number(day) + 1));
        let width = (to - from).max(LEAST);
        let x = from.min(LENGTH - width);
        let vague = entry.earliest.is_none() || entry.latest.is_none() || to - from > LEAST;
        let year = |year: i64| {
            let x = self.x(day_number((year, 1, 1))).to_string();
            html! { <line class="tick" x1={x.clone()} x2={x} y1="0" y2="12" /> }
        };
        // More lines than this would be a grey field.
        let years = (self.last_year - self.first_year < 40)
            .then(|| (self.first_year..=self.last_year + 1).map(year).collect::<Html>());
        html! {
            <svg class="bar" viewBox={format!("0 0 {LENGTH} 12")} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <line class="rail" x1="0" x2={LENGTH.to_string()} y1="6" y2="6" />
                { for years }
                <rect class={if vague { "vague" } else { "day" }} x={x.to_string()} y="2" width={width.to_string()} height="8" rx="2" />
            </svg>
        }
    }
}

fn entry(shared: &Shared, axis: &Axis, index: usize, entry: &Entry<'_>) -> Html {
    let texts = &shared.texts;
    let when = match &entry.moment {
        Moment::Event(Event { end_date: Some(end), start_date, .. }) => {
            let (from, to) = (date(texts, start_date), date(texts, end));
            texts.with("date.between", &[("from", &from), ("to", &to)])
        }
        _ => date(texts, entry.date),
    };
    let (key, class, content) = match &entry.moment {
        Moment::Event(event) => (event.id.clone(), "event", of_event(shared, event)),
        Moment::Statement(statement) => (
            statement.id.clone(),
            "said",
            html! { <StatementView id={statement.id.clone()} cells=true /> },
        ),
        Moment::Change { stance, before } => {
            (index.to_string(), "change", of_change(shared, stance, *before))
        }
    };
    html! {
        <li key={format!("{class}:{key}")} class={classes!("moment", class)}>
            <div class="when">
                <p class="kind">{ texts.get(&format!("timeline.{class}")) }</p>
                <p class="date">{ when }</p>
            </div>
            <div class="what">
                { axis.bar(entry) }
                { content }
            </div>
        </li>
    }
}

fn of_event(shared: &Shared, event: &Event) -> Html {
    let (lang, dir) = shared.document_language();
    let document = shared.document();
    let parties: Vec<String> = event
        .organization_ids
        .iter()
        .filter_map(|id| document.organization(id))
        .map(|party| party.short_name.clone())
        .collect();
    let paragraph = event.paragraph.map(|n| shared.texts.with("statement.paragraph", &[("n", &n)]));
    let mut details = parties;
    details.extend(paragraph);
    let statement = |id: &String| html! { <StatementView key={id.clone()} id={id.clone()} cells=true /> };
    html! {
        <>
            <h3 class="topic" lang={lang.clone()} {dir}>{ event.name.clone() }</h3>
            <p class="description" {lang} {dir}>{ event.description.clone() }</p>
            <p class="label">{ details.join(" · ") }</p>
            { for event.statement_ids.iter().map(statement) }
        </>
    }
}

/// “Russia, on the ceasefire: from Neutral to Against”.
fn of_change(shared: &Shared, stance: &Stance, before: Option<&Stance>) -> Html {
    let (lang, dir) = shared.document_language();
    let document = shared.document();
    let label = |position: &str| match document.position(position) {
        Some(step) => step.label.clone(),
        None if position == MIXED => shared.texts.get("standing.mixed").to_owned(),
        None => position.to_owned(),
    };
    let found = document.organization(&stance.organization_id).zip(document.topic(&stance.topic_id));
    let Some((party, topic)) = found else { return Html::default() };
    let to = label(&stance.position);
    let words = match before {
        Some(before) => {
            let from = label(&before.position);
            shared.texts.with("timeline.from-to", &[("from", &from), ("to", &to)])
        }
        None => shared.texts.with("timeline.first", &[("to", &to)]),
    };
    html! {
        <>
            <h3 class="topic" lang={lang.clone()} {dir}>
                { party.short_name.clone() }{ ": " }{ topic.name.clone() }
            </h3>
            <p class="description">{ words }</p>
            <p class="summary" {lang} {dir}>{ stance.summary.clone() }</p>
            <div class="cell-links">{ cell_link(shared, party, topic, false) }</div>
        </>
    }
}
