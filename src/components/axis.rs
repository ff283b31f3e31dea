//! The drawing of a scale with the parties on it.

use super::element::{El, el, line};
use super::env::Env;
use crate::comparison::{Index, Spot};

/// The drawing's length and the room at its ends, in its own units.
const LENGTH: i32 = 400;
const MARGIN: i32 = 14;
/// The size of a party's dot and the step from one level to the next.
const RADIUS: i32 = 9;
const STEP: i32 = 22;

/// The letter that stands for each party in the drawing, and a number where two
/// names begin with the same letter: no two look alike without colour.
pub(super) fn letters(index: &Index) -> Vec<String> {
    let first = |name: &str| name.chars().next().unwrap_or('·');
    let firsts: Vec<char> = index
        .parties()
        .map(|party| first(&index.party(party).short_name))
        .collect();
    let letter = |(place, letter): (usize, &char)| {
        let so_far = |upto: usize| {
            firsts[..upto]
                .iter()
                .filter(|other| *other == letter)
                .count()
        };
        match so_far(firsts.len()) {
            1 => letter.to_string(),
            _ => [&letter.to_string(), &*(so_far(place) + 1).to_string()].concat(),
        }
    };
    firsts.iter().enumerate().map(letter).collect()
}

/// The drawing; the style sheet turns it where writing runs from right to left,
/// and its letters back.
pub(super) fn axis(env: &Env, letters: &[String], spots: &[Spot]) -> El {
    let index = &env.index;
    let x = |at: f64| MARGIN + (at * f64::from(LENGTH - 2 * MARGIN) + 0.5) as i32;
    let level = |spot: &Spot| i32::try_from(spot.level).unwrap_or(0);
    let levels = spots.iter().map(|spot| level(spot) + 1).max().unwrap_or(1);
    let height = STEP * levels + 14;
    let base = height - 8;
    let ticks = index.positions().map(|position| {
        let x = x(index.along(index.position(position).value));
        line("tick", (x, x), (base - 4, base + 4))
    });
    let dot = |spot: &Spot| {
        let party = index.party(spot.party);
        let (cx, cy) = (x(spot.at), base - 14 - STEP * level(spot));
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
            .text(&letters[spot.party.place()]);
        let place = ["translate(", &cx.to_string(), " ", &cy.to_string(), ")"].concat();
        el("g")
            .key(party.id.clone())
            .class("dot")
            .attr("transform", &place)
            .child(circle)
            .child(letter)
    };
    el("svg")
        .class("axis")
        .attr("viewBox", &["0 0 400 ", &height.to_string()].concat())
        .hidden_aloud()
        .child(line("rail", (MARGIN, LENGTH - MARGIN), (base, base)))
        .each(ticks)
        .each(spots.iter().map(dot))
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
