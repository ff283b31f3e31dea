//! The drawing of a scale with the parties on it, each by its name.

use super::element::{El, el, line};
use super::env::Env;
use crate::comparison::Spot;
use crate::i18n::direction;

/// The drawing's length and the room at its ends, in its own units.
const LENGTH: i32 = 400;
const MARGIN: i32 = 14;
/// The size of a party's dot and the step from one level to the next.
const RADIUS: i32 = 7;
const STEP: i32 = 20;
/// Where a name begins beside its dot, and what is left between two of them.
const BESIDE: i32 = RADIUS + 4;
/// The size of the names' letters, as the style sheet has it, and how wide a letter is
/// at most of it, in percent; of writing systems with square letters each is one.
const LETTER: i32 = 13;
const WIDE: i32 = 62;

/// A dot with its name.
#[derive(Debug, PartialEq)]
struct Mark {
    x: i32,
    /// How far up it stands, from 0.
    level: i32,
    /// Its ends: the name is on the side of the dot that has more room.
    from: i32,
    to: i32,
    /// How long the name may be, where it would be longer.
    squeezed: Option<i32>,
}

impl Mark {
    fn covers(&self, other: &Self) -> bool {
        let apart = self.to + RADIUS <= other.from || other.to + RADIUS <= self.from;
        self.level == other.level && !apart
    }
}

/// How long a name may be at most.
fn length(name: &str) -> i32 {
    let letter = |letter: char| if letter < '\u{2e80}' { WIDE } else { 100 };
    name.chars().map(letter).sum::<i32>() * LETTER / 100
}

/// Puts each dot and its name on the lowest level where nothing of them is covered.
fn marks<'a>(dots: impl Iterator<Item = (i32, &'a str)>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (x, name) in dots {
        let to_right = 2 * x <= LENGTH;
        let room = if to_right { LENGTH - x } else { x } - BESIDE;
        let long = length(name);
        let end = BESIDE + long.min(room);
        let mut mark = Mark {
            x,
            level: 0,
            from: x - if to_right { RADIUS } else { end },
            to: x + if to_right { end } else { RADIUS },
            squeezed: (long > room).then_some(room),
        };
        while marks.iter().any(|other| other.covers(&mark)) {
            mark.level += 1;
        }
        marks.push(mark);
    }
    marks
}

/// The drawing, the other way round where writing runs from right to left.
pub(super) fn axis(env: &Env, spots: &[Spot]) -> El {
    let index = &env.index;
    let is_turned = direction(env.texts.language()) == "rtl";
    let x = |at: f64| {
        let at = if is_turned { 1.0 - at } else { at };
        MARGIN + (at * f64::from(LENGTH - 2 * MARGIN) + 0.5) as i32
    };
    let name = |spot: &Spot| index.party(spot.party).short_name.as_str();
    let marks = marks(spots.iter().map(|spot| (x(spot.at), name(spot))));
    let levels = marks.iter().map(|mark| mark.level + 1).max().unwrap_or(1);
    let height = STEP * levels + 14;
    let base = height - 8;
    let ticks = index.positions().map(|position| {
        let x = x(index.along(index.position(position).value));
        line("tick", (x, x), (base - 4, base + 4))
    });
    let dot = |(spot, mark): (&Spot, &Mark)| {
        let party = index.party(spot.party);
        let y = base - 14 - STEP * mark.level;
        let circle = el("circle")
            .number("r", RADIUS)
            .attr("fill", party.color.as_deref().unwrap_or("currentColor"));
        let is_right = mark.from == mark.x - RADIUS;
        let (beside, anchor) = match is_right {
            true => (BESIDE, "start"),
            false => (-BESIDE, "end"),
        };
        let mut name = el("text")
            .number("x", beside)
            .number("y", 5)
            .attr("text-anchor", anchor)
            .own(env, &party.short_name);
        if let Some(length) = mark.squeezed {
            name = name
                .number("textLength", length)
                .attr("lengthAdjust", "spacingAndGlyphs");
        }
        let place = ["translate(", &mark.x.to_string(), " ", &y.to_string(), ")"].concat();
        el("g")
            .key(party.id.clone())
            .class("dot")
            .attr("transform", &place)
            .child(circle)
            .child(name)
    };
    el("svg")
        .class("axis")
        .attr("viewBox", &["0 0 400 ", &height.to_string()].concat())
        .hidden_aloud()
        .child(line("rail", (MARGIN, LENGTH - MARGIN), (base, base)))
        .each(ticks)
        .each(spots.iter().zip(&marks).map(dot))
}

#[cfg(test)]
mod tests {
    use super::{Mark, marks};

    fn of(dots: &[(i32, &str)]) -> Vec<(i32, bool, bool)> {
        let to_right = |mark: &Mark| mark.to - mark.x > mark.x - mark.from;
        let looks = |mark: Mark| (mark.level, to_right(&mark), mark.squeezed.is_some());
        marks(dots.iter().copied()).into_iter().map(looks).collect()
    }

    #[test]
    fn names_stand_beside_their_dots_towards_the_middle() {
        let dots = [(14, "Russia"), (386, "Ukraine"), (200, "Council")];
        assert_eq!(
            of(&dots),
            [(0, true, false), (0, false, false), (0, true, false)]
        );
    }

    #[test]
    fn nobody_covers_anybody_or_a_name() {
        // At one place; where the name of another is; and beyond it.
        let dots = [
            (14, "Russia"),
            (14, "Ukraine"),
            (60, "Turkey"),
            (200, "Spain"),
        ];
        let levels: Vec<i32> = of(&dots).iter().map(|mark| mark.0).collect();
        assert_eq!(levels, [0, 1, 2, 0]);
    }

    #[test]
    fn a_name_that_is_too_long_is_no_longer_than_its_room() {
        let long = "Verwaltungsgemeinschaftsverband Nord";
        assert_eq!(
            of(&[(200, long), (14, long)]),
            [(0, true, true), (1, true, false)]
        );
        // Square letters take more room.
        assert_eq!(
            of(&[(200, "国家旅游委员会国家旅游委员会")]),
            [(0, true, false)]
        );
        assert_eq!(
            of(&[(200, "国家旅游委员会国家旅游委员会国家")]),
            [(0, true, true)]
        );
    }
}
