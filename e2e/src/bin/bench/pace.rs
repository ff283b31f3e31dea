//! Long tasks: pieces of work during which a page does not answer its reader.

use anyhow::{Context, Result};
use clap::Parser;
use e2e::{Browser, Look, Server, Session, dist};
use serde_json::json;

#[derive(Parser)]
pub(crate) struct Arguments {
    /// How many times slower than this machine the phone is
    #[arg(long, default_value_t = 4)]
    slower: u32,
    /// How many times; the browser is a new one each time
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// The page; its first comparison is what is measured
    #[arg(long, default_value = "news-page.html")]
    page: String,
}

/// Everything happens in the page, so that no driver is in between. Of each step
/// it notes how long the longest task was, if one took longer than the 50 ms
/// from which on browsers call it long.
const STEPS: &str = "(() => {
    const long = [];
    new PerformanceObserver((list) => list.getEntries().forEach((e) => long.push(e.duration)))
      .observe({ type: 'longtask' });
    const rest = () => new Promise((resolve) => setTimeout(resolve, 700));
    const steps = {};
    const step = async (name, what) => {
      await what();
      await rest();
      steps[name] = Math.max(0, ...long.splice(0));
    };
    const run = async () => {
      await step('the page itself', () => new Promise((resolve) => addEventListener('load', resolve)));
      const element = document.querySelector('stance-comparison');
      await step('coming alive', () => {
        element.scrollIntoView();
        return element.ready;
      });
      for (const view of ['versus', 'spectrum', 'timeline', 'statements', 'matrix']) {
        await step(view, () => element.show({ view }));
      }
      await step('evidence', () => element.shadowRoot.querySelector('.matrix td button').click());
      window.given = steps;
    };
    window.measured = run();
  })()";

/// Measures, and prints the longest task of each step.
pub(crate) async fn measure(arguments: Arguments) -> Result<()> {
    let Arguments { slower, runs, page } = arguments;
    println!("{page} on a phone {slower} times slower than this machine:");
    let server = Server::start(&dist())?;
    let mut all: Vec<(String, Vec<f64>)> = Vec::new();
    for _ in 0..runs {
        let look = Look {
            width: 390,
            height: 844,
            ..Look::default()
        };
        let session = Session::start(Browser::Chromium, look).await?;
        let script = json!({ "source": STEPS });
        session
            .cdp("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        session
            .cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slower }))
            .await?;
        session
            .driver
            .goto(format!("{}/{page}", server.origin()))
            .await?;
        let wait = "const done = arguments[arguments.length - 1];
            window.measured.then(() => done(window.given), (error) => done(String(error)))";
        let given = session.driver.execute_async(wait, vec![]).await?;
        let given = given.json();
        let steps = given
            .as_object()
            .with_context(|| format!("instead of times there is {given}"))?;
        for (step, longest) in steps {
            let longest = longest.as_f64().unwrap_or_default();
            match all.iter_mut().find(|(known, _)| known == step) {
                Some((_, times)) => times.push(longest),
                None => all.push((step.clone(), vec![longest])),
            }
        }
    }
    for (step, mut times) in all {
        times.sort_by(f64::total_cmp);
        let said: Vec<String> = times
            .iter()
            .map(|time| match *time {
                0.0 => "none".to_owned(),
                time => format!("{time:.0} ms"),
            })
            .collect();
        println!("{step:>16}: longest task over 50 ms: {}", said.join(", "));
    }
    Ok(())
}
