//! What the WebAssembly answers in a browser is what this machine answers: of a
//! thousand documents, every second of them with mistakes, and as many texts.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, page_with};
use properties::passages::{Asked, asked};
use properties::{Choices, broken, document};
use serde_json::{Value as Json, json};
use standpoint::anchoring::{Anchoring, Icu, Index as Text};
use standpoint::article::{Document, Problem, Selector, Target, TextQuote, Value, read_owned};
use standpoint::comparison::Index;
use standpoint::export::{Sheet, csv, csv_data, html, jsonld, markdown};
use standpoint::i18n::Texts;
use standpoint::state::Choice;
use std::path::Path;
use std::rc::Rc;

/// So many documents, and so many texts.
const MANY: u64 = 1_000;

/// The words of the interface, as the modules are given them.
const WORDS: &str = include_str!("../../../src/i18n/en.txt");

fn files(document: Document) -> Json {
    let index = Index::new(Rc::new(document));
    let texts = Texts::parse("en", WORDS);
    let sheet = Sheet::new(&index, &Choice::of(&index), &texts);
    json!({
        "csv": csv(&sheet),
        "csv-data": csv_data(&sheet),
        "markdown": markdown(&sheet),
        "html": html(&sheet),
        "jsonld": jsonld(&sheet),
    })
}

fn mistakes(problems: &[Problem]) -> Json {
    let told = |problem: &Problem| {
        let fault = &problem.fault;
        json!([problem.pointer, fault.code(), fault.what(), fault.mend()])
    };
    problems.iter().map(told).collect()
}

/// A document as text, and what this machine makes of it.
fn of_document(number: u64) -> Result<Json> {
    let bytes = Choices::bytes_of(number, 100 + number as usize % 500);
    let mut choices = Choices::new(&bytes);
    let mut made = document(&mut choices);
    for _ in 0..number % 2 * 3 {
        broken::one(&mut made, &mut choices);
    }
    let text = made.to_string();
    let value = Value::from_json(&text).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    Ok(match read_owned(value) {
        Ok(document) => json!({ "text": text, "files": files(document) }),
        Err(problems) => json!({ "text": text, "mistakes": mistakes(&problems) }),
    })
}

fn selector(selector: &Selector) -> Json {
    let quote = |TextQuote {
                     exact,
                     prefix,
                     suffix,
                 }: &TextQuote| {
        let mut quote = json!({ "type": "TextQuoteSelector", "exact": exact });
        for (name, text) in [("prefix", prefix), ("suffix", suffix)] {
            if let Some(text) = text {
                quote[name] = json!(text);
            }
        }
        quote
    };
    match selector {
        Selector::Quote(words) => quote(words),
        Selector::Range(start, end) => json!({
            "type": "RangeSelector", "startSelector": quote(start), "endSelector": quote(end),
        }),
    }
}

fn has_words(selector: &Selector) -> bool {
    let has_words = |quote: &TextQuote| !quote.exact.trim().is_empty();
    match selector {
        Selector::Quote(words) => has_words(words),
        Selector::Range(start, end) => has_words(start) && has_words(end),
    }
}

/// Whether Thai stands right beside another letter: whether a word ends there, ICU
/// (Chromium, WebKit) says one way and ICU4X (Firefox, this machine) another.
fn is_disputed(text: &str) -> bool {
    let seen: Vec<char> = text
        .chars()
        .filter(|c| !"\u{ad}\u{200f}".contains(*c))
        .collect();
    let is_thai = |c: char| ('\u{e00}'..='\u{e7f}').contains(&c);
    let is_letter = |c: char| c.is_alphanumeric();
    seen.windows(2).any(|two| {
        is_thai(two[0]) != is_thai(two[1]) && two.iter().all(|c| is_letter(*c) || is_thai(*c))
    })
}

/// A text, and where this machine finds what is looked for in it.
fn of_text(number: u64) -> Json {
    let bytes = Choices::bytes_of(number, 150);
    let Asked {
        language,
        blocks,
        selectors,
    } = asked(&mut Choices::new(&bytes));
    let text = Text::of_blocks(blocks.iter().map(String::as_str), Icu::new(language));
    let ends = blocks.iter().scan(0, |end, block| {
        *end += block.encode_utf16().count();
        Some(*end)
    });
    let ends: Vec<usize> = ends.collect();
    let found = selectors.iter().map(|asked| {
        let found = text.resolve(&Target::from(asked.clone()), 10);
        let (state, places) = match found {
            Anchoring::NotFound => (0, Vec::new()),
            Anchoring::Exact(place) => (1, vec![place]),
            Anchoring::Ambiguous(places) => (2, places),
            Anchoring::Changed(place) => (3, vec![place]),
        };
        let places = places
            .into_iter()
            .flat_map(|place| [place.start, place.end]);
        let answer: Vec<usize> = [state].into_iter().chain(places).collect();
        // What has no words is refused.
        let answer = json!(has_words(asked).then_some(answer));
        json!([selector(asked), answer])
    });
    json!({ "text": blocks.concat(), "ends": ends, "language": language, "found": found.collect::<Vec<_>>() })
}

/// A file of the build by the beginning and the end of its name.
fn file(begins: &str, ends: &str) -> Result<String> {
    for entry in Path::new(&dist()).read_dir()? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let middle = name
            .strip_prefix(begins)
            .and_then(|rest| rest.strip_suffix(ends));
        if middle.is_some_and(|hash| hash.len() == 8) {
            return Ok(name);
        }
    }
    anyhow::bail!("no file is {begins}…{ends}")
}

/// Asks the modules, and notes what they answer otherwise.
const ASK: &str = "
    const words = WORDS;
    const module = async (script, wasm) => {
      await new Promise((resolve, reject) => {
        const element = Object.assign(document.createElement('script'), { src: script, onload: resolve, onerror: reject });
        document.head.append(element);
      });
      const glue = globalThis[Symbol.for('standpoint')][script]();
      await glue(await WebAssembly.compile(await (await fetch(wasm)).arrayBuffer()));
      return glue;
    };
    const shown = (value) => JSON.stringify(value)?.slice(0, 3000);
    (async () => {
      const wrong = [];
      const { documents, texts } = await (await fetch('asked.json')).json();
      const files = await module(EXPORT, EXPORT_WASM);
      for (const { text, files: expected, mistakes } of documents) {
        const is = (what, ours, theirs) => shown(ours) === shown(theirs) || wrong.push([what, ours, theirs]);
        const told = files.mistakes(JSON.parse(text)).problems.map((p) => [p.pointer, p.code, p.message, p.mend]);
        is('mistakes', told, mistakes ?? []);
        for (const format in expected ?? {}) {
          const file = files.exportAs(format, JSON.parse(text), null, 'en', words, null);
          const ours = format === 'jsonld' ? JSON.parse(file) : file;
          is(format, ours, expected[format]);
        }
      }
      const { PageText } = await module(PASSAGES, PASSAGES_WASM);
      for (const { text, ends, language, found } of texts) {
        const page = new PageText(text, new Uint32Array(ends), language);
        for (const [selector, expected] of found) {
          let ours = null;
          try { ours = [...page.find(selector)]; } catch (error) { if (!(error instanceof TypeError)) throw error; }
          if (shown(ours) !== shown(expected)) wrong.push([shown([text, language, selector]), ours, expected]);
        }
        page.free();
      }
      window.asked = [documents.length, texts.length];
      window.wrong = wrong;
    })().catch((error) => (window.wrong = [String(error.stack ?? error)]));";

async fn answers_alike(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let documents = (0..MANY).map(of_document).collect::<Result<Vec<_>>>()?;
    let good = documents
        .iter()
        .filter(|made| made.get("files").is_some())
        .count();
    ensure!((300..900).contains(&good), "{good} are without mistakes");
    let mut texts: Vec<Json> = (0..2 * MANY).map(of_text).collect();
    texts.retain(|text| !text["text"].as_str().is_some_and(is_disputed));
    ensure!(texts.len() as u64 > MANY, "{} texts", texts.len());
    let many = texts.len();
    let asked = json!({ "documents": documents, "texts": texts });
    server.offer("asked.json", &asked.to_string());
    let script = ASK
        .replace(
            "EXPORT_WASM",
            &json!(file("standpoint-export-", ".wasm")?).to_string(),
        )
        .replace(
            "EXPORT",
            &json!(file("standpoint-export-", ".js")?).to_string(),
        )
        .replace(
            "PASSAGES_WASM",
            &json!(file("standpoint-passages-", ".wasm")?).to_string(),
        )
        .replace(
            "PASSAGES",
            &json!(file("standpoint-passages-", ".js")?).to_string(),
        )
        .replace("= WORDS;", &format!("= {};", json!(WORDS)));
    server.offer(
        "mine.html",
        &page_with(&format!("<script>{script}</script>")),
    );
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "mine.html").await?;
    page.settled("window.wrong !== undefined").await?;
    let wrong = page.run("return wrong.slice(0, 3)").await?;
    let count = page.run("return wrong.length").await?;
    ensure!(
        wrong == json!([]),
        "{browser:?}: {count} answers differ: {wrong:#}"
    );
    let asked = page.run("return asked").await?;
    ensure!(asked == json!([MANY, many]), "{asked}");
    Ok(())
}

#[tokio::test]
async fn webassembly_answers_as_this_machine_does_in_chromium() -> Result<()> {
    answers_alike(Browser::Chromium).await
}
