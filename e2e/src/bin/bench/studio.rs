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

/// Notes when what is said somewhere is something else, counted from the last key.
const CHANGED: &str = "window.changed = undefined;
    { const said = () => SAID;
      const before = said();
      new MutationObserver((_, observer) => {
        if (said() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => { window.changed = performance.now() - window.pressed; });
      }).observe(ROOT, { childList: true, characterData: true, attributes: true, subtree: true }); }";

struct Bench<'a> {
    session: &'a Session,
    studio: Studio<'a>,
    runs: usize,
    slower: u32,
}

/// Milliseconds: by the clock, and what the page's own thread has worked, as long as it
/// would on the slower computer. On a machine that does other things as well, only the
/// second says something.
#[derive(Default)]
struct Times {
    clock: Vec<f64>,
    work: Vec<f64>,
}

impl Bench<'_> {
    /// How long the page's thread has worked so far.
    async fn worked(&self) -> Result<f64> {
        let all = self
            .session
            .cdp("Performance.getMetrics", json!({}))
            .await?;
        let metrics = all["metrics"].as_array().context("there are no metrics")?;
        let all = metrics.iter().find(|one| one["name"] == "TaskDuration");
        let seconds = all.and_then(|one| one["value"].as_f64());
        Ok(seconds.unwrap_or_default() * 1000.0)
    }

    /// Slows the page down, or no more: its work is measured as it is.
    async fn throttle(&self, rate: u32) -> Result<()> {
        let rate = json!({ "rate": rate });
        self.session
            .cdp("Emulation.setCPUThrottlingRate", rate)
            .await?;
        Ok(())
    }

    /// Presses keys, and prints how long each takes until it is painted.
    async fn keys(&self, what: &str, keys: &[char]) -> Result<()> {
        let page = &self.studio.page;
        let mut times = Times::default();
        for rate in [self.slower, 1] {
            self.throttle(rate).await?;
            for _ in 0..self.runs {
                for key in keys {
                    page.run("return window.painted().then(() => { keys.length = 0; })")
                        .await?;
                    let before = self.worked().await?;
                    self.studio.press(&[*key]).await?;
                    page.run("return window.painted()").await?;
                    let after = self.worked().await?;
                    if rate == 1 {
                        times.work.push((after - before) * f64::from(self.slower));
                    } else {
                        let given = page.run("return window.painted().then(() => keys)").await?;
                        let given = given.as_array().cloned().unwrap_or_default();
                        let last = given.iter().filter_map(Value::as_f64).next_back();
                        times.clock.push(last.unwrap_or(16.0));
                    }
                }
            }
        }
        times.say(what);
        Ok(())
    }

    /// Presses keys by turns, and prints how long it takes until what is said under a root
    /// is something else.
    async fn until(
        &self,
        what: &str,
        root: &str,
        said: &str,
        keys: &[(&[Key], char)],
    ) -> Result<()> {
        let page = &self.studio.page;
        let mut times = Times::default();
        for rate in [self.slower, 1] {
            self.throttle(rate).await?;
            for n in 0..self.runs {
                page.run(&CHANGED.replace("ROOT", root).replace("SAID", said))
                    .await?;
                let before = self.worked().await?;
                let (held, key) = keys[n % keys.len()];
                self.studio.held(held, key).await?;
                self.studio
                    .wait("window.changed !== undefined")
                    .await
                    .with_context(|| what.to_owned())?;
                let after = self.worked().await?;
                let time = page.run("return window.changed").await?;
                if rate == 1 {
                    times.work.push((after - before) * f64::from(self.slower));
                } else {
                    times.clock.extend(time.as_f64());
                }
                // The next one begins when all of this one is over.
                self.studio
                    .wait("document.querySelector('#saved').dataset.saved === 'browser'")
                    .await?;
                page.run("return window.painted()").await?;
            }
        }
        times.say(what);
        Ok(())
    }
}

impl Times {
    fn say(&mut self, what: &str) {
        let said = |times: &mut Vec<f64>| {
            times.sort_by(f64::total_cmp);
            let median = times.get(times.len() / 2).copied().unwrap_or_default();
            let most = times.last().copied().unwrap_or_default();
            format!("median {median:.0} ms, max {most:.0} ms")
        };
        let (clock, work) = (said(&mut self.clock), said(&mut self.work));
        println!("{what:>32}: by the clock {clock}; work {work}");
    }
}

/// Measures, and prints the times.
pub(crate) async fn measure(arguments: Arguments) -> Result<()> {
    let Arguments {
        slower,
        runs,
        statements,
        words,
    } = arguments;
    // Checked after a pause of 100 ms, shown after another of 150.
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
        .cdp("Performance.enable", json!({ "timeDomain": "threadTicks" }))
        .await?;
    let bench = Bench {
        session: &session,
        studio,
        runs,
        slower,
    };
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
    let preview = "document.querySelector('stance-comparison').shadowRoot";
    let cell = "document.querySelector('stance-comparison').shadowRoot
        .querySelector('.mount:not([hidden]) [data-cell=\"mayor/ship-1\"]')?.textContent";
    bench
        .until(
            "a step, until the preview shows it",
            preview,
            cell,
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
            "document.querySelector('#go-check').textContent",
            &[(control, 'z'), (control, 'y')],
        )
        .await
}
