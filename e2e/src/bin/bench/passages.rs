//! How long it takes to find passages in a long page.

use crate::following;
use anyhow::{Context, Result};
use clap::Parser;
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::{Value, json};

#[derive(Parser)]
pub(crate) struct Arguments {
    /// How many words the page has
    #[arg(long, default_value_t = 50_000)]
    words: usize,
    /// How many selectors are resolved in it
    #[arg(long, default_value_t = 1000)]
    selectors: usize,
    /// How many times; the page is read anew each time
    #[arg(long, default_value_t = 15)]
    runs: usize,
}

/// Resolves all selectors, one after the other, and says how long that took in
/// milliseconds, how long the first of them with reading the page, and how many
/// were found. The module is loaded before.
const RUN: &str = "window.given = undefined;
    const run = async () => {
      const element = await customElements.whenDefined('stance-comparison');
      await element.resolve(document.querySelector('h1'), 'x');
      const root = document.querySelector('main');
      const runs = [];
      const readings = [];
      const states = {};
      for (let i = 0; i < RUNS; i++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const start = performance.now();
        for (const selector of SELECTORS) {
          const { state } = await element.resolve(root, selector);
          if (readings.length === i) readings.push(performance.now() - start);
          if (i === 0) states[state] = (states[state] ?? 0) + 1;
        }
        runs.push(performance.now() - start);
      }
      return { runs, readings, states };
    };
    run().then((all) => window.given = all, (error) => window.given = String(error));";

/// Measures, and prints the times.
pub(crate) async fn measure(arguments: Arguments) -> Result<()> {
    let Arguments {
        words,
        selectors,
        runs,
    } = arguments;
    let mut dice = Dice(2025);
    let text = text(&mut dice, words);
    let server = Server::start(&dist())?;
    server.offer("long.html", &page(&text));
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "long.html").await?;
    page.wait("root !== undefined").await?;
    let asked: Vec<Value> = (0..selectors).map(|_| selector(&mut dice, &text)).collect();
    let script = RUN.replace("RUNS", &runs.to_string());
    page.run(&script.replace("SELECTORS", &json!(asked).to_string()))
        .await?;
    page.wait("window.given !== undefined").await?;
    let given = page.run("return window.given").await?;
    println!("{words} words, {selectors} selectors: {}", given["states"]);
    for (name, what) in [("runs", "all"), ("readings", "of that reading the page")] {
        let times = given[name].as_array();
        let times = times.with_context(|| format!("instead of times there is {given}"))?;
        let mut times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
        times.sort_by(f64::total_cmp);
        let at = |place: usize| times.get(place).copied().unwrap_or_default();
        println!(
            "{what}, {runs} times: min {:.1} ms, median {:.1} ms, max {:.1} ms",
            at(0),
            at(times.len() / 2),
            at(times.len().saturating_sub(1)),
        );
    }
    following::measure(&session, &server, &text).await
}

/// Numbers as if by chance, the same ones every time.
struct Dice(u64);

impl Dice {
    /// A number below that one.
    fn below(&mut self, end: usize) -> usize {
        // Knuth's MMIX generator; its upper bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// Paragraphs of made-up words, of which few are frequent and most are rare, as
/// in any language.
fn text(dice: &mut Dice, words: usize) -> Vec<Vec<String>> {
    let syllables = [
        "the", "a", "of", "ber", "lin", "to", "re", "in", "mo", "ka", "si", "ent", "ja", "vo",
        "pre", "th", "er", "on", "ple", "dy", "har", "bour", "gu", "né", "ström",
    ];
    let vocabulary: Vec<String> = (0..6000)
        .map(|number: usize| {
            let length = 1 + usize::from(number > 20) + dice.below(3) * usize::from(number > 200);
            (0..length)
                .map(|_| syllables[dice.below(syllables.len())])
                .collect()
        })
        .collect();
    let word = |dice: &mut Dice| {
        // The n-th word is as frequent as 1/n.
        let exponent = dice.below(1_000_000) as f64 / 1e6;
        let number = (vocabulary.len() as f64).powf(exponent) as usize - 1;
        vocabulary[number].clone()
    };
    let mut left = words;
    let mut paragraphs = Vec::new();
    while left > 0 {
        let length = (20 + dice.below(100)).min(left);
        left -= length;
        paragraphs.push((0..length).map(|_| word(dice)).collect());
    }
    paragraphs
}

/// The paragraphs as a page has them: with links, emphasis, quotation marks,
/// soft hyphens, unbreakable spaces, wrapped lines.
fn page(text: &[Vec<String>]) -> String {
    let mut html = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Long</title>\n\
        <script src=\"standpoint.js\" async></script>\n<h1>x</h1>\n<main>\n"
        .to_owned();
    for (number, paragraph) in text.iter().enumerate() {
        html.push_str("<div class=\"block\">\n  <p>");
        for (at, word) in paragraph.iter().enumerate() {
            let space = match at {
                0 => "",
                at if at % 12 == 0 => "\n     ",
                at if at % 29 == 0 => "\u{a0}",
                _ => " ",
            };
            html.push_str(space);
            html.push_str(&match (number + at) % 37 {
                3 => format!("<a href=\"#{at}\">{word}</a>"),
                11 => format!("<em>{word}</em>"),
                17 => format!("\u{201c}{word}\u{201d}"),
                23 => format!("{word}\u{ad}"),
                31 => format!("{word} \u{2026}"),
                5 | 14 | 20 => format!("{word},"),
                _ => word.clone(),
            });
        }
        html.push_str("</p>\n</div>\n");
    }
    html.push_str("</main>\n<stance-comparison built-in></stance-comparison>\n");
    html
}

/// A passage of a few words as one selector or another names it.
fn selector(dice: &mut Dice, text: &[Vec<String>]) -> Value {
    let number = dice.below(text.len());
    let paragraph: Vec<String> = text[number]
        .iter()
        .enumerate()
        .map(|(at, word)| match (number + at) % 37 {
            17 => format!("\"{word}\""),
            31 => format!("{word} ..."),
            5 | 14 | 20 => format!("{word},"),
            _ => word.clone(),
        })
        .collect();
    let length = (4 + dice.below(9)).min(paragraph.len());
    let from = dice.below(paragraph.len() - length + 1);
    let words = |from: usize, to: usize| paragraph[from..to].join(" ");
    // A quotation stands between its marks, and a comma after it.
    let quote = |from: usize, to: usize| {
        let words = words(from, to);
        json!({ "type": "TextQuoteSelector", "exact": words.trim_matches(['"', ',']) })
    };
    let to = from + length;
    match dice.below(3) {
        0 => {
            let mut quote = json!({ "type": "TextQuoteSelector", "exact": words(from, to) });
            if from > 2 {
                quote["prefix"] = json!(words(from - 2, from));
            }
            if to + 2 < paragraph.len() {
                quote["suffix"] = json!(words(to, to + 2));
            }
            quote
        }
        1 if length >= 8 => json!({
            "type": "RangeSelector",
            "startSelector": quote(from, from + 4),
            "endSelector": quote(to - 4, to),
        }),
        _ => quote(from, to),
    }
}
