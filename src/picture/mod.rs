//! What is shown, as a picture: an SVG of lines, boxes and text, which any
//! program can open and every browser can turn into a bitmap. (One that holds
//! HTML in a `foreignObject` is refused by some.)
//!
//! The page is not rendered again: what the browser has laid out is read off,
//! box by box and line by line, so the picture shows any view as it is.

mod paint;
mod text;

use paint::Paint;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, DomRect, Element, Node, Window};

/// What acts and shows nothing, and what no reader sees.
const LEFT_OUT: &str = ".filters, .versus-choice, .visually-hidden, [popover], .arrow";

/// The room around the picture's content, in CSS pixels.
const MARGIN: f64 = 24.0;

/// An SVG of a comparison: its header, its view, and `source` as its last lines.
///
/// # Errors
/// When the element is not one of a comparison that is shown.
#[wasm_bindgen]
pub fn picture(comparison: &Element, source: Vec<String>) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let part = |selector: &str| {
        let found = comparison.query_selector(selector)?;
        found.ok_or_else(|| JsValue::from(format!("the comparison has no {selector}")))
    };
    let (header, view) = (part(".header")?, part(".view")?);
    let frame = comparison.get_bounding_client_rect();
    let (top, view_box) = (
        header.get_bounding_client_rect(),
        view.get_bounding_client_rect(),
    );
    let mut paint = Paint::new(&window, comparison)?;
    paint.from(MARGIN - frame.left(), MARGIN - top.top());
    walk(&mut paint, &header)?;
    // Without the toolbar the view moves up.
    let view_top = MARGIN + top.height() + 16.0;
    let shift = view_top - view_box.top();
    paint.from(MARGIN - frame.left(), shift);
    walk(&mut paint, &view)?;
    let bottom = view_top + view_box.height() - paint.closed_up(shift) + MARGIN;
    let height = paint.footer(&source, bottom) + MARGIN;
    Ok(paint.finish(frame.width() + 2.0 * MARGIN, height))
}

fn walk(paint: &mut Paint<'_>, element: &Element) -> Result<(), JsValue> {
    let style = style_of(paint.window, element)?;
    let is = |name: &str, value: &str| style.get_property_value(name).is_ok_and(|v| v == value);
    if element.matches(LEFT_OUT)? || is("display", "none") || is("visibility", "hidden") {
        // Nothing stands beside a block.
        let block = is("position", "static") && (is("display", "grid") || is("display", "flex"));
        if block {
            paint.close_up(element.get_bounding_client_rect().height());
        }
        return Ok(());
    }
    if element.local_name() == "svg" {
        return paint.drawing(element);
    }
    paint.boxes(&element.get_bounding_client_rect(), &style);
    let children = element.child_nodes();
    let mut first = true;
    for index in 0..children.length() {
        let Some(node) = children.get(index) else {
            continue;
        };
        match node.dyn_ref::<Element>() {
            Some(child) => walk(paint, child)?,
            None if node.node_type() == Node::TEXT_NODE => {
                let last = index + 1 == children.length();
                text::write(paint, element, &node, &style, (first, last))?;
            }
            None => continue,
        }
        first = false;
    }
    Ok(())
}

fn style_of(window: &Window, element: &Element) -> Result<CssStyleDeclaration, JsValue> {
    let style = window.get_computed_style(element)?;
    style.ok_or_else(|| "an element has no style".into())
}

/// A CSS length in pixels.
fn pixels(style: &CssStyleDeclaration, name: &str) -> f64 {
    let value = style.get_property_value(name).unwrap_or_default();
    let number = value.trim_end_matches("px");
    js_sys::Number::parse_float(number)
}

/// Whether nothing of it can be seen.
fn is_empty(rect: &DomRect) -> bool {
    rect.width() <= 0.0 || rect.height() <= 0.0
}

/// A length as SVG has it, to a tenth of a pixel.
fn length(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (sign, tenths) = if tenths < 0 {
        ("-", -tenths)
    } else {
        ("", tenths)
    };
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        rest => format!("{sign}{}.{rest}", tenths / 10),
    }
}

/// A text as content or attribute of XML.
fn escape(text: &str) -> String {
    // XML 1.0 has no control characters.
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
