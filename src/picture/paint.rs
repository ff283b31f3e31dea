//! Boxes, borders, drawings, and the sheet that they stand on.

use super::{escape, is_empty, length, pixels, style_of};
use std::fmt::Write;
use wasm_bindgen::prelude::*;
use web_sys::{
    CanvasRenderingContext2d, CssStyleDeclaration, DomRect, Element, HtmlCanvasElement, Window,
};

/// The picture while it is made.
pub(super) struct Paint<'a> {
    pub(super) window: &'a Window,
    /// Measures letters.
    pub(super) ruler: CanvasRenderingContext2d,
    /// From the window's coordinates to the picture's.
    shift: (f64, f64),
    out: String,
    background: String,
    ink: String,
    muted: String,
    family: String,
    /// Whether lines begin on the right.
    rtl: bool,
    width: f64,
    lang: String,
}

/// The sides of a box, and where each begins and ends, in parts of its width
/// and height.
const SIDES: [(&str, [f64; 4]); 4] = [
    ("top", [0.0, 0.0, 1.0, 0.0]),
    ("right", [1.0, 0.0, 1.0, 1.0]),
    ("bottom", [0.0, 1.0, 1.0, 1.0]),
    ("left", [0.0, 0.0, 0.0, 1.0]),
];

impl<'a> Paint<'a> {
    pub(super) fn new(window: &'a Window, comparison: &Element) -> Result<Self, JsValue> {
        let document = window.document().ok_or("there is no document")?;
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        let ruler = canvas.get_context("2d")?.ok_or("there is no canvas")?;
        let style = style_of(window, comparison)?;
        let of = |name: &str| style.get_property_value(name).unwrap_or_default();
        let background = of("background-color");
        // A comparison without a ground of its own stands on the page's.
        let dark = of("color-scheme") == "dark" || is_light(&of("color"));
        let ground = match (is_clear(&background), dark) {
            (false, _) => background,
            (true, true) => "#16181c".to_owned(),
            (true, false) => "#ffffff".to_owned(),
        };
        Ok(Self {
            window,
            ruler: ruler.unchecked_into(),
            shift: (0.0, 0.0),
            out: String::new(),
            background: ground,
            muted: match dark {
                true => "#a9adb5".to_owned(),
                false => "#5a5d64".to_owned(),
            },
            ink: of("color"),
            family: of("font-family"),
            rtl: of("direction") == "rtl",
            width: comparison.get_bounding_client_rect().width(),
            lang: comparison.get_attribute("lang").unwrap_or_default(),
        })
    }

    /// Puts the window's origin there.
    pub(super) fn from(&mut self, x: f64, y: f64) {
        self.shift = (x, y);
    }

    /// Moves what follows up, because something above it is left out.
    pub(super) fn close_up(&mut self, by: f64) {
        self.shift.1 -= by;
    }

    /// How far it was moved up since.
    pub(super) fn closed_up(&self, y: f64) -> f64 {
        y - self.shift.1
    }

    pub(super) fn point(&self, x: f64, y: f64) -> (String, String) {
        (length(x + self.shift.0), length(y + self.shift.1))
    }

    pub(super) fn add(&mut self, element: &str) {
        self.out.push_str(element);
        self.out.push('\n');
    }

    /// A box's ground and its borders.
    pub(super) fn boxes(&mut self, rect: &DomRect, style: &CssStyleDeclaration) {
        if is_empty(rect) {
            return;
        }
        let of = |name: &str| style.get_property_value(name).unwrap_or_default();
        let (x, y) = self.point(rect.left(), rect.top());
        let radius = pixels(style, "border-top-left-radius").min(rect.height() / 2.0);
        let radius = if radius > 0.0 {
            length(radius)
        } else {
            "0".to_owned()
        };
        let (width, height) = (length(rect.width()), length(rect.height()));
        let ground = of("background-color");
        if !is_clear(&ground) {
            self.add(&format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{}\"/>",
                escape(&ground)
            ));
        }
        let border = |side: &str| {
            let width = pixels(style, &format!("border-{side}-width"));
            let kind = of(&format!("border-{side}-style"));
            let color = of(&format!("border-{side}-color"));
            (width > 0.0 && kind != "none" && !is_clear(&color)).then_some((width, kind, color))
        };
        let sides = SIDES.map(|(side, _)| border(side));
        if let (Some((width_of, kind, color)), true) =
            (&sides[0], sides.windows(2).all(|p| p[0] == p[1]))
        {
            let half = width_of / 2.0;
            let (x, y) = self.point(rect.left() + half, rect.top() + half);
            self.add(&format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"{radius}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>",
                length(rect.width() - width_of),
                length(rect.height() - width_of),
                escape(color),
                length(*width_of),
                dashes(kind, *width_of),
            ));
            return;
        }
        for ((_, [x1, y1, x2, y2]), border) in SIDES.iter().zip(sides) {
            let Some((width, kind, color)) = border else {
                continue;
            };
            // A border lies inside of its box.
            let at = |part: f64, from: f64, size: f64| {
                from + part * size
                    + if part == 0.0 {
                        width / 2.0
                    } else {
                        -width / 2.0
                    }
            };
            let (level, upright) = (y1 == y2, x1 == x2);
            let x = |part: f64| {
                if upright {
                    at(part, rect.left(), rect.width())
                } else {
                    rect.left() + part * rect.width()
                }
            };
            let y = |part: f64| {
                if level {
                    at(part, rect.top(), rect.height())
                } else {
                    rect.top() + part * rect.height()
                }
            };
            let ((x1, y1), (x2, y2)) = (self.point(x(*x1), y(*y1)), self.point(x(*x2), y(*y2)));
            self.add(&format!(
                "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{}\" stroke-width=\"{}\"{}/>",
                escape(&color),
                length(width),
                dashes(&kind, width),
            ));
        }
    }

    /// An inline SVG, with the style sheet's part of its looks written into it.
    pub(super) fn drawing(&mut self, svg: &Element) -> Result<(), JsValue> {
        let rect = svg.get_bounding_client_rect();
        if is_empty(&rect) {
            return Ok(());
        }
        let mirrored = style_of(self.window, svg)?
            .get_property_value("transform")
            .is_ok_and(|t| t.starts_with("matrix(-1"));
        let (x, y) = self.point(
            if mirrored { rect.right() } else { rect.left() },
            rect.top(),
        );
        let turned = if mirrored { " scale(-1 1)" } else { "" };
        self.add(&format!("<g transform=\"translate({x} {y}){turned}\">"));
        let mut inner = String::new();
        self.shape(svg, Some(&rect), &mut inner)?;
        self.add(&inner);
        self.add("</g>");
        Ok(())
    }

    fn shape(
        &self,
        shape: &Element,
        size: Option<&DomRect>,
        out: &mut String,
    ) -> Result<(), JsValue> {
        let style = style_of(self.window, shape)?;
        let of = |name: &str| style.get_property_value(name).unwrap_or_default();
        if of("display") == "none" {
            return Ok(());
        }
        let name = shape.local_name();
        let _ = write!(out, "<{name}");
        for attribute in shape.get_attribute_names() {
            let attribute = attribute.as_string().unwrap_or_default();
            let kept = !matches!(
                &*attribute,
                "class" | "part" | "style" | "fill" | "width" | "height" | "aria-hidden"
            );
            let kept = kept || (size.is_none() && matches!(&*attribute, "width" | "height"));
            if let (true, Some(value)) = (kept, shape.get_attribute(&attribute)) {
                let _ = write!(out, " {attribute}=\"{}\"", escape(&value));
            }
        }
        if let Some(size) = size {
            let _ = write!(
                out,
                " width=\"{}\" height=\"{}\"",
                length(size.width()),
                length(size.height())
            );
        }
        let mut names = vec![
            "fill",
            "stroke",
            "stroke-width",
            "opacity",
            "vector-effect",
            "stroke-dasharray",
        ];
        if name == "text" {
            names.extend(["font-family", "font-size", "font-weight"]);
            if shape.get_attribute("transform").is_none() {
                names.push("transform");
            }
        }
        for name in names {
            let value = of(name);
            if !value.is_empty() && value != "none" || name == "fill" {
                let _ = write!(out, " {name}=\"{}\"", escape(&value));
            }
        }
        out.push('>');
        if shape.child_element_count() == 0 {
            out.push_str(&escape(&shape.text_content().unwrap_or_default()));
        }
        let children = shape.children();
        for index in 0..children.length() {
            if let Some(child) = children.item(index) {
                self.shape(&child, None, out)?;
            }
        }
        let _ = write!(out, "</{name}>");
        Ok(())
    }

    /// Where it comes from, under everything; the lowest point of it.
    pub(super) fn footer(&mut self, lines: &[String], from: f64) -> f64 {
        let (anchor, x) = match self.rtl {
            true => ("rtl", super::MARGIN + self.width),
            false => ("ltr", super::MARGIN),
        };
        let mut y = from;
        for line in lines.iter().filter(|line| !line.is_empty()) {
            y += 16.0;
            let text = format!(
                "<text x=\"{}\" y=\"{}\" direction=\"{anchor}\" unicode-bidi=\"plaintext\" font-family=\"{}\" font-size=\"12\" fill=\"{}\">{}</text>",
                length(x),
                length(y),
                escape(&self.family),
                escape(&self.muted),
                escape(line)
            );
            self.add(&text);
        }
        y
    }

    /// The finished picture.
    pub(super) fn finish(self, width: f64, height: f64) -> String {
        let (width, height) = (length(width.ceil()), length(height.ceil()));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" xml:lang=\"{}\" color=\"{}\">\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
            escape(&self.lang),
            escape(&self.ink),
            escape(&self.background),
            self.out
        )
    }
}

fn dashes(kind: &str, width: f64) -> String {
    match kind {
        "dotted" => format!(" stroke-dasharray=\"{0} {0}\"", length(width)),
        "dashed" => format!(" stroke-dasharray=\"{0} {0}\"", length(width * 3.0)),
        _ => String::new(),
    }
}

/// A colour that lets everything through, as browsers write it.
fn is_clear(color: &str) -> bool {
    let none = color.ends_with(", 0)") || color.ends_with("/ 0)");
    color == "transparent" || (none && (color.starts_with("rgba(") || color.contains('/')))
}

/// Whether a colour, `rgb(r, g, b)`, is nearer to white than to black.
fn is_light(color: &str) -> bool {
    let digits = color.split(|c: char| !c.is_ascii_digit() && c != '.');
    let numbers = digits.filter_map(|part| part.parse::<u32>().ok()).take(3);
    numbers.sum::<u32>() > 382
}
