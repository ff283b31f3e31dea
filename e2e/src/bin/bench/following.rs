//! What it costs to follow a long page in which other things move.

use anyhow::{Context, Result};
use e2e::article::{article, document};
use e2e::{Page, Server, Session};
use serde_json::{Value, json};
use std::time::Duration;

/// How long is measured, and how often in turn.
const SECONDS: u64 = 4;
const ROUNDS: usize = 3;

/// What moves: beside the text, every frame, an element and what an attribute
/// says of it, and a clock; or the same element within.
const MOVES: &str = "const moving = document.getElementById('PLACE');
    const clock = document.getElementById('clock');
    let ticks = 0;
    const frame = () => {
      moving.style.transform = `translateX(${ticks++ % 50}px)`;
      document.getElementById('beside').dataset.step = ticks;
      requestAnimationFrame(frame);
    };
    frame();
    setInterval(() => clock.textContent = new Date().toISOString(), 100);";

/// Reveals a paragraph in one way or another, and measures until it is marked.
const REVEAL: &str = "window.given = undefined;
    const marks = CSS.highlights.get('stance-passage');
    const ways = [
      (p, is) => p.style.display = is ? 'block' : 'none',
      (p, is) => p.parentElement.dataset.more = is ? 'yes' : 'no',
    ];
    const run = async () => {
      const p = document.getElementById('late');
      const times = [];
      for (let i = 0; i < 10; i++) {
        for (const is of [true, false]) {
          const before = marks.size;
          const start = performance.now();
          ways[i % 2](p, is);
          while (marks.size === before) await new Promise((resolve) => setTimeout(resolve, 5));
          times.push(performance.now() - start);
        }
        p.style.display = '';
      }
      return times;
    };
    run().then((all) => window.given = all, (error) => window.given = String(error));";

/// How long the page's scripts, and all its tasks, have run, in milliseconds.
async fn spent(session: &Session) -> Result<[f64; 2]> {
    let all = session.cdp("Performance.getMetrics", json!({})).await?;
    let metrics = all["metrics"].as_array().context("there are no metrics")?;
    let of = |name: &str| {
        let one = metrics.iter().find(|one| one["name"] == name);
        one.and_then(|one| one["value"].as_f64())
            .unwrap_or_default()
            * 1000.0
    };
    Ok([of("ScriptDuration"), of("TaskDuration")])
}

async fn during(session: &Session, page: &Page<'_>, place: &str) -> Result<[f64; 2]> {
    page.run(&MOVES.replace("PLACE", place)).await?;
    // What moves within the text is looked into a few times at first.
    tokio::time::sleep(Duration::from_secs(4)).await;
    let before = spent(session).await?;
    tokio::time::sleep(Duration::from_secs(SECONDS)).await;
    let after = spent(session).await?;
    Ok([after[0] - before[0], after[1] - before[1]].map(|time| time / SECONDS as f64))
}

/// Measures in a page of this text, and prints the times.
pub(crate) async fn measure(
    session: &Session,
    server: &Server,
    text: &[Vec<String>],
) -> Result<()> {
    session.cdp("Performance.enable", json!({})).await?;
    let paragraphs: Vec<String> = text.iter().map(|words| words.join(" ")).collect();
    let body = |class: &str| {
        format!(
            "<style>#late {{ display: none }} [data-more=yes] #late {{ display: block }}</style>
             <div id=beside>Moving</div><time id=clock></time>
             <main class={class}><p id=within>Moving</p><div><p id=late>What comes late.</p></div><p>{}</p></main>",
            paragraphs.join("</p>\n<p>")
        )
    };
    let words: Vec<String> = text
        .iter()
        .filter(|words| words.len() > 24)
        .take(29)
        .map(|words| words[..20].join(" "))
        .collect();
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.push("What comes late");
    println!(
        "a page of {} passages, a second of it (scripts, all tasks):",
        document(&words)["statements"]
            .as_array()
            .map_or(0, Vec::len)
    );
    for (what, class, place) in [
        ("nothing is followed, something moves", "none", "beside"),
        ("followed, something moves beside it", "story", "beside"),
        ("followed, something moves within it", "story", "within"),
    ] {
        let mut all = Vec::new();
        for _ in 0..ROUNDS {
            let page = article(session, server, &body(class), &words).await?;
            all.push(during(session, &page, place).await?);
        }
        all.sort_by(|a, b| a[0].total_cmp(&b[0]));
        let [scripts, tasks] = all[ROUNDS / 2];
        println!("{what}: median {scripts:.1} ms, {tasks:.1} ms");
    }
    let page = article(session, server, &body("story"), &words).await?;
    page.run(REVEAL).await?;
    page.wait("window.given !== undefined").await?;
    let given = page.run("return window.given").await?;
    let times = given.as_array().context("nothing was revealed")?;
    let mut times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    println!(
        "until what comes or goes is known, {} times: median {:.0} ms, max {:.0} ms",
        times.len(),
        times.get(times.len() / 2).copied().unwrap_or_default(),
        times.last().copied().unwrap_or_default(),
    );
    Ok(())
}
