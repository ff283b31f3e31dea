//! The parties along the scale, a line for each topic.
//!
//! The drawing is for the eye; beside it stand the same parties as buttons, in
//! the order of the scale, for every reader.

use super::cell::cell_link;
use super::element::{El, el, line, text_in};
use super::shared::Shared;
use super::sign::party_mark;
use crate::article::small::sort_by;
use crate::article::{Organization, Topic};
use crate::comparison::{Cell, Place, cell, place, spectrum};

/// The drawing's length and the room at its ends, in its own units.
const LENGTH: i32 = 400;
const MARGIN: i32 = 14;
/// The size of a party's dot and the step from one level to the next.
const RADIUS: i32 = 9;
const STEP: i32 = 22;

/// The spectrum view.
pub(super) fn spectra(shared: &Shared) -> El {
    let (parties, topics) = (shared.parties(), shared.topics());
    if parties.is_empty() || topics.is_empty() {
        return text_in("p", "nothing", &shared.nothing());
    }
    let legend = |party: &&Organization| {
        el("li")
            .key(&party.id)
            .child(party_mark(party))
            .child(text_in("b", "letter", &letter(shared, party)))
            .child(el("span").own(shared, &party.short_name))
    };
    el("div")
        .class("spectrum")
        .part("spectrum")
        .child(
            el("ul")
                .class("spectrum-parties")
                .hidden_aloud()
                .each(parties.iter().map(legend)),
        )
        .child(
            el("ol")
                .class("spectrum-rows")
                .each(topics.iter().map(|topic| row(shared, topic))),
        )
}

/// The letter that stands for a party in the drawing, and a number where two
/// names begin with the same letter: no two look alike without colour.
fn letter(shared: &Shared, party: &Organization) -> String {
    let first = |p: &Organization| p.short_name.chars().next().unwrap_or('·');
    let letter = first(party);
    let all = shared.document().organizations.iter();
    let same: Vec<_> = all.filter(|p| first(p) == letter).collect();
    match same.iter().position(|p| p.id == party.id) {
        Some(index) if same.len() > 1 => format!("{letter}{}", index + 1),
        _ => letter.to_string(),
    }
}

fn row(shared: &Shared, topic: &Topic) -> El {
    let document = shared.document();
    let parties = shared.parties();
    let cells: Vec<Cell<'_>> = parties.iter().map(|p| cell(document, p, topic)).collect();
    let drawn = spectrum(document, &cells);
    let mut placed: Vec<&Place<'_>> = drawn.placed.iter().collect();
    sort_by(&mut placed, |a, b| a.at > b.at);
    let (off_scale, silent): (Vec<_>, Vec<_>) = drawn
        .beside
        .iter()
        .partition(|(_, standing)| standing.is_stated());
    let links = placed
        .iter()
        .map(|place| place.organization)
        .chain(off_scale.iter().map(|(party, _)| *party))
        .map(|party| cell_link(shared, party, topic, false));
    let end = |index: usize| {
        let label = document.scale.get(index).map(|step| step.label.as_str());
        el("span").own(shared, label.unwrap_or_default())
    };
    let line = el("div")
        .class("spectrum-line")
        .child(axis(shared, &drawn.placed))
        .child(
            el("div")
                .class("spectrum-ends")
                .hidden_aloud()
                .child(end(0))
                .child(end(document.scale.len().saturating_sub(1))),
        )
        .child(el("div").class("cell-links").each(links))
        .maybe((!silent.is_empty()).then(|| {
            let label = text_in("span", "silent-label", shared.texts.get("standing.silent"));
            let mut list = el("p").class("silent-parties").child(label);
            for (index, (party, _)) in silent.iter().enumerate() {
                let key = if index == 0 {
                    "list.colon"
                } else {
                    "list.comma"
                };
                let name = el("span")
                    .class("silent-party")
                    .own(shared, &party.short_name);
                list = list.text(&shared.between(key)).child(name);
            }
            list
        }));
    let head = el("div")
        .class("spectrum-topic")
        .child(el("h3").class("topic").own(shared, &topic.name))
        .child(el("p").class("question").own(shared, &topic.question));
    el("li")
        .key(&topic.id)
        .class("spectrum-row")
        .attr("data-topic", &topic.id)
        .child(head)
        .child(line)
}

/// The drawing; the style sheet turns it where writing runs from right to left,
/// and its letters back.
fn axis(shared: &Shared, places: &[Place<'_>]) -> El {
    let x = |at: f64| MARGIN + (at * f64::from(LENGTH - 2 * MARGIN) + 0.5) as i32;
    let level = |place: &Place<'_>| i32::try_from(place.level).unwrap_or(0);
    let levels = places
        .iter()
        .map(|place| level(place) + 1)
        .max()
        .unwrap_or(1);
    let height = STEP * levels + 14;
    let base = height - 8;
    let ticks = shared.document().scale.iter().map(|step| {
        let x = x(place(shared.document(), step.value));
        line("tick", (x, x), (base - 4, base + 4))
    });
    let dot = |place: &Place<'_>| {
        let party = place.organization;
        let (cx, cy) = (x(place.at), base - 14 - STEP * level(place));
        let circle = el("circle")
            .number("r", RADIUS)
            .attr("fill", party.color.as_deref().unwrap_or("currentColor"));
        let on = match party.color.as_deref() {
            Some(color) if is_light(color) => "on-light",
            Some(_) => "on-dark",
            None => "",
        };
        let letter = el("text")
            .class(on)
            .number("y", 4)
            .attr("text-anchor", "middle")
            .text(&letter(shared, party));
        el("g")
            .key(&party.id)
            .class("dot")
            .attr(
                "transform",
                &["translate(", &cx.to_string(), " ", &cy.to_string(), ")"].concat(),
            )
            .child(circle)
            .child(letter)
    };
    el("svg")
        .class("axis")
        .attr("viewBox", &["0 0 400 ", &height.to_string()].concat())
        .hidden_aloud()
        .child(line("rail", (MARGIN, LENGTH - MARGIN), (base, base)))
        .each(ticks)
        .each(places.iter().map(dot))
}

/// Whether black is easier to read than white on a colour, `#rgb` or `#rrggbb`:
/// by its relative luminance, with a polynomial in the place of sRGB's curve.
fn is_light(color: &str) -> bool {
    let width = color.len() / 3;
    let channel = |index: usize| {
        let from = 1 + index * width;
        let digits = color.get(from..from + width).unwrap_or_default();
        let value = u32::from_str_radix(digits, 16).unwrap_or_default();
        let value = if width == 1 { value * 17 } else { value };
        value * value * (640 + value) / 64
    };
    // Both are read equally well on 0.178 of white.
    213 * channel(0) + 715 * channel(1) + 72 * channel(2) > 178 * 909_333
}

#[cfg(test)]
mod tests {
    use super::is_light;

    #[test]
    fn letters_can_be_read_on_every_colour() {
        for color in ["#fff", "#ffffff", "#ff0", "#00e5ff", "#f58220", "#8a8a8a"] {
            assert!(is_light(color), "{color}");
        }
        for color in ["#000", "#005bbb", "#c00", "#702000", "#15171b", "#606060"] {
            assert!(!is_light(color), "{color}");
        }
    }

    /// At least 4.5 to 1, for every colour of a grid.
    #[test]
    fn the_better_of_black_and_white_is_good_enough() {
        let curve = |value: u32| {
            let part = f64::from(value) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let steps = || (0..=255).step_by(15);
        for (r, g, b) in
            steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| (r, g, b))))
        {
            let color = format!("#{r:02x}{g:02x}{b:02x}");
            let light = 0.2126 * curve(r) + 0.7152 * curve(g) + 0.0722 * curve(b);
            let contrast = if is_light(&color) {
                (light + 0.05) / 0.05
            } else {
                1.05 / (light + 0.05)
            };
            assert!(contrast > 4.5, "{color}: {contrast}");
        }
    }
}
