//! Text as it was broken into lines.

use super::paint::Paint;
use super::{escape, is_empty, length, pixels};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element, Node, Range};

/// A piece of one line.
struct Run {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    height: f64,
}

/// Writes a text node; `(first, last)` is its place among its siblings, where
/// what the style sheet puts before and after belongs to it.
pub(super) fn write(
    paint: &mut Paint<'_>,
    parent: &Element,
    node: &Node,
    style: &CssStyleDeclaration,
    (first, last): (bool, bool),
) -> Result<(), JsValue> {
    let of = |name: &str| style.get_property_value(name).unwrap_or_default();
    let text = node.text_content().unwrap_or_default();
    let mut runs = runs(paint, node, &text)?;
    let rtl = of("direction") == "rtl";
    let generated = |which: &str| -> Result<String, JsValue> {
        let style = paint
            .window
            .get_computed_style_with_pseudo_elt(parent, which)?;
        let content = style.map(|s| s.get_property_value("content").unwrap_or_default());
        Ok(words_of(&content.unwrap_or_default()).to_owned())
    };
    let (before, after) = (generated("::before")?, generated("::after")?);
    if let (true, Some(run)) = (first, runs.first_mut()) {
        widen(paint, style, run, &before, rtl)?;
        run.text = [before, std::mem::take(&mut run.text)].concat();
    }
    if let (true, Some(run)) = (last, runs.last_mut()) {
        widen(paint, style, run, &after, !rtl)?;
        run.text.push_str(&after);
    }
    let upper = of("text-transform") == "uppercase";
    let spacing = of("letter-spacing");
    for run in runs {
        let words = if upper {
            run.text.to_uppercase()
        } else {
            run.text
        };
        let (ascent, descent) = metrics(paint, style)?;
        // The font's own box, in the middle of the line's.
        let baseline = run.top + (run.height + ascent - descent) / 2.0;
        let (x, y) = paint.point(if rtl { run.right } else { run.left }, baseline);
        let mut attributes = format!(
            "x=\"{x}\" y=\"{y}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
            length(run.right - run.left)
        );
        let mut set = |name: &str, value: &str| {
            attributes.push_str(&format!(" {name}=\"{}\"", escape(value)));
        };
        set("font-family", &of("font-family"));
        set("font-size", &of("font-size"));
        set("fill", &of("color"));
        for (name, plain) in [("font-weight", "400"), ("font-style", "normal")] {
            let value = of(name);
            if value != plain {
                set(name, &value);
            }
        }
        if spacing != "normal" {
            set("letter-spacing", &spacing);
        }
        if of("text-decoration-line") == "underline" {
            set("text-decoration", "underline");
        }
        if rtl {
            set("direction", "rtl");
        }
        paint.add(&format!("<text {attributes}>{}</text>", escape(&words)));
    }
    Ok(())
}

/// The pieces of a text node, a line each: word by word, since a browser does
/// not tell where it has broken a line.
fn runs(paint: &Paint<'_>, node: &Node, text: &str) -> Result<Vec<Run>, JsValue> {
    let document = paint.window.document().ok_or("there is no document")?;
    let range = document.create_range()?;
    let mut runs: Vec<Run> = Vec::new();
    let (mut at, mut spaced) = (0, false);
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let end = at + utf16(word);
        if !word.is_empty() {
            add(&mut runs, &range, node, (at, end), word, spaced)?;
        }
        spaced = word.len() < piece.len() || (word.is_empty() && spaced);
        at += utf16(piece);
    }
    Ok(runs)
}

fn utf16(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

/// Adds a word to the line that it stands on. A word that is itself broken, as
/// Chinese is anywhere, comes letter by letter.
fn add(
    runs: &mut Vec<Run>,
    range: &Range,
    node: &Node,
    (from, to): (u32, u32),
    word: &str,
    spaced: bool,
) -> Result<(), JsValue> {
    range.set_start(node, from)?;
    range.set_end(node, to)?;
    let rects = range.get_client_rects();
    let rects = rects.as_ref();
    if rects.is_some_and(|rects| rects.length() > 1) && word.chars().nth(1).is_some() {
        let mut at = from;
        for (index, c) in word.chars().enumerate() {
            let next = at + c.len_utf16() as u32;
            let letter = c.to_string();
            add(runs, range, node, (at, next), &letter, spaced && index == 0)?;
            at = next;
        }
        return Ok(());
    }
    let Some(rect) = rects
        .and_then(|rects| rects.get(0))
        .filter(|rect| !is_empty(rect))
    else {
        return Ok(());
    };
    match runs.last_mut() {
        Some(run) if (run.top - rect.top()).abs() < rect.height() / 2.0 => {
            if spaced {
                run.text.push(' ');
            }
            run.text.push_str(word);
            run.left = run.left.min(rect.left());
            run.right = run.right.max(rect.right());
        }
        _ => runs.push(Run {
            text: word.to_owned(),
            left: rect.left(),
            right: rect.right(),
            top: rect.top(),
            height: rect.height(),
        }),
    }
    Ok(())
}

/// Makes room for words on a side of a run.
fn widen(
    paint: &Paint<'_>,
    style: &CssStyleDeclaration,
    run: &mut Run,
    words: &str,
    to_the_right: bool,
) -> Result<(), JsValue> {
    if words.is_empty() {
        return Ok(());
    }
    set_font(paint, style);
    let width = paint.ruler.measure_text(words)?.width();
    if to_the_right {
        run.right += width;
    } else {
        run.left -= width;
    }
    Ok(())
}

fn set_font(paint: &Paint<'_>, style: &CssStyleDeclaration) {
    let of = |name: &str| style.get_property_value(name).unwrap_or_default();
    let font = ["font-style", "font-weight", "font-size", "font-family"].map(of);
    paint.ruler.set_font(&font.join(" "));
}

/// How far the font reaches above and below its base line.
fn metrics(paint: &Paint<'_>, style: &CssStyleDeclaration) -> Result<(f64, f64), JsValue> {
    set_font(paint, style);
    let metrics = paint.ruler.measure_text("x")?;
    let (ascent, descent) = (
        metrics.font_bounding_box_ascent(),
        metrics.font_bounding_box_descent(),
    );
    if ascent.is_finite() && descent.is_finite() {
        return Ok((ascent, descent));
    }
    let size = pixels(style, "font-size");
    Ok((size * 0.9, size * 0.25))
}

/// What generated content says; empty for what is drawn and not written.
fn words_of(content: &str) -> &str {
    content
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or_default()
}
