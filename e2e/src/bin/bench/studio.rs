//! How long the Studio takes to answer: a key until it is painted, a step until it is
//! checked, a step until the preview shows it.

use anyhow::{Context, Result};
use clap::Parser;
use e2e::studio::whole_project;
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::{Value, json};
use thirtyfour::Key;

#[derive(Parser)]
pub(crate) struct Arguments {
    /// How many times slower than this machine the computer is
    #[arg(long, default_value_t = 4)]
    slower: u32,
    /// How often each is measured
    #[arg(long, default_value_t = 10)]
    runs: usize,
    /// How many passages there are, each in a paragraph of its own
    #[arg(long, default_value_t = 200)]
    statements: usize,
    /// How many words the article has
    #[arg(long, default_value_t = 5000)]
    words: usize,
}

/// Notes how long each key takes until what it does is painted, and when the last one
/// was pressed. Browsers tell of none that takes less than 16 ms.
const WATCH: &str = "window.keys = [];
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) if (e.name === 'keydown') keys.push(e.duration);
    }).observe({ type: 'event', durationThreshold: 16 });
    addEventListener('keydown', (event) => { window.pressed = event.timeStamp; }, true);
    window.painted = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));";

/// Notes when something changes next, counted from the last key.
const CHANGED: &str = "window.changed = undefined;
    { const watched = PLACE;
      new MutationObserver((_, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => { window.changed = performance.now() - window.pressed; });
      }).observe(watched, { childList: true, characterData: true, attributes: true, subtree: true }); }";

struct Bench<'a> {
    studio: Studio<'a>,
    runs: usize,
}

impl Bench<'_> {
    /// Presses keys, and prints how long each takes until it is painted.
    async fn keys(&self, what: &str, keys: &[char]) -> Result<()> {
        let page = &self.studio.page;
        page.run("keys.length = 0").await?;
        for _ in 0..self.runs {
            for key in keys {
                self.studio.press(&[*key]).await?;
                page.run("return window.painted()").await?;
            }
        }
        let given = page.run("return window.painted().then(() => keys)").await?;
        let times = numbers(&given);
        let fast = self.runs * keys.len() - times.len().min(self.runs * keys.len());
        say(&format!("{what} ({fast} under 16 ms)"), times);
        Ok(())
    }

    /// Presses keys by turns, and prints how long it takes until a place changes.
    async fn until(&self, what: &str, place: &str, keys: &[(&[Key], char)]) -> Result<()> {
        let mut times = Vec::new();
        for n in 0..self.runs {
            self.studio
                .page
                .run(&CHANGED.replace("PLACE", place))
                .await?;
            let (held, key) = keys[n % keys.len()];
            self.studio.held(held, key).await?;
            self.studio
                .wait("window.changed !== undefined")
                .await
                .with_context(|| what.to_owned())?;
            let time = self.studio.page.run("return window.changed").await?;
            times.extend(time.as_f64());
            // The next one begins when all of this one is over.
            self.studio
                .wait("document.querySelector('#saved').dataset.saved === 'browser'")
                .await?;
            self.studio.page.run("return window.painted()").await?;
        }
        say(what, times);
        Ok(())
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter_map(Value::as_f64).collect()
}

fn say(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let most = times.last().copied().unwrap_or_default();
    println!("{what:>44}: median {median:.0} ms, max {most:.0} ms");
}

/// Measures, and prints the times.
pub(crate) async fn measure(arguments: Arguments) -> Result<()> {
    let Arguments {
        slower,
        runs,
        statements,
        words,
    } = arguments;
    println!(
        "{statements} statements in {words} words, on a computer {slower} times slower than this:"
    );
    let project = whole_project(statements, words / statements.max(1))?;
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    let project = Value::from(project.saved());
    studio
        .page
        .run(&format!(
            "document.querySelector('#field-text').value = {project}; {WATCH}"
        ))
        .await?;
    studio.go("begin").await?;
    studio
        .wait("(root) => root.querySelector('[data-cell]') !== null")
        .await
        .context("the preview")?;
    session
        .cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slower }))
        .await?;
    let bench = Bench { studio, runs };
    let studio = &bench.studio;
    studio.focus("text").await?;
    studio.held(&[Key::Control], Key::Home).await?;
    bench.keys("the next passage (N)", &['n']).await?;
    bench
        .keys("a sentence (S)", &['s', Key::Right.into()])
        .await?;
    bench.keys("read (R)", &['r']).await?;
    studio.press(&['n', 'd']).await?;
    studio
        .wait("document.activeElement.id.endsWith('-date')")
        .await?;
    bench.keys("a letter in a field", &['2']).await?;
    studio.go("go-positions").await?;
    studio.focus("cell-1-0").await?;
    bench
        .keys(
            "a cell further (arrows)",
            &[Key::Down.into(), Key::Up.into()],
        )
        .await?;
    bench
        .keys("placed on the scale (4, 5)", &['4', '5'])
        .await?;
    let preview = "document.querySelector('stance-comparison').shadowRoot.querySelector('.mount:not([hidden])')";
    bench
        .until(
            "a step, until the preview shows it",
            preview,
            &[(&[], '4'), (&[], '5')],
        )
        .await?;
    studio.focus("add-topics").await?;
    studio.write("One more").await?;
    studio.press(&[Key::Enter]).await?;
    let check = "document.querySelector('#go-check')";
    studio
        .wait(&format!("{check}.querySelector('.count') !== null"))
        .await?;
    studio.focus("cell-1-0").await?;
    let control: &[Key] = &[Key::Control];
    bench
        .until(
            "a step, until it is checked",
            check,
            &[(control, 'z'), (control, 'y')],
        )
        .await
}
