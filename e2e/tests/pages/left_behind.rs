//! Nothing is left behind: what has gone out of a page is gone. Objects are counted,
//! after the browser has thrown away what nobody holds any more.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Page, SCRIPT, Server, Session, dist};
use serde_json::{Value, json};

/// So many comparisons come and go,
const MOUNTS: usize = 1_000;
/// and so many of them are there at a time.
const AT_A_TIME: usize = 20;

/// What Chromium calls the size of all objects together.
const BYTES: &str = "JSHeapUsedSize";

/// Comparisons come, are used in all that a page may do with them, and go.
const ROUND: &str = "
    window.round = async (documents, breaks) => {
      const here = document.getElementById('here');
      const made = documents.map((src) => Object.assign(document.createElement('stance-comparison'), { src, loading: 'eager' }));
      here.append(...made);
      await Promise.all(made.map((one) => one.ready));
      const [moved, copied, changed, spoken, broken, ...others] = made;
      const there = document.getElementById('there');
      there.append(moved);
      const copy = copied.cloneNode(true);
      there.append(copy);
      await copy.ready;
      const again = (one, change) => new Promise((done) => {
        one.addEventListener('stance-ready', done, { once: true });
        change(one);
      });
      await again(changed, (one) => (one.src = 'articles/news-page.json'));
      await again(spoken, (one) => (one.lang = 'de'));
      if (breaks) {
        const failed = new Promise((done) => broken.addEventListener('stance-error', done, { once: true }));
        const whole = Element.prototype.setAttribute;
        Element.prototype.setAttribute = () => {
          Element.prototype.setAttribute = whole;
          throw new Error('made for a test');
        };
        broken.shadowRoot.getElementById('tab:timeline').click();
        await failed;
      }
      for (const [n, one] of others.entries()) {
        one.show({ view: ['timeline', 'statements', 'versus', 'spectrum'][n % 4], open: n % 2 ? null : 'port/quay' });
      }
      here.replaceChildren();
      there.replaceChildren();
    };";

/// How many there are of what a comparison is made of.
async fn count(page: &Page<'_>, session: &Session) -> Result<Vec<(String, u64)>> {
    // WebDriver's scripts hold what they have given until the next one.
    page.run("return null").await?;
    for _ in 0..3 {
        session
            .cdp("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let metrics = session.cdp("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array()?;
        let found = all.iter().find(|metric| metric["name"] == name)?;
        Some(found["value"].as_f64()? as u64)
    };
    let mut counts = Vec::new();
    for name in ["Nodes", "JSEventListeners", BYTES] {
        let value = metric(name).with_context(|| format!("Chromium counts no {name}"))?;
        counts.push((name.to_owned(), value));
    }
    for class in [
        "WebAssembly.Instance",
        "WebAssembly.Memory",
        "WebAssembly.Module",
        "ShadowRoot",
        "IntersectionObserver",
        "MutationObserver",
        "CSSStyleSheet",
        "customElements.get('stance-comparison')",
    ] {
        counts.push((class.to_owned(), living(session, class).await?));
    }
    Ok(counts)
}

/// How many objects of a class there are.
async fn living(session: &Session, class: &str) -> Result<u64> {
    let group = "counted";
    let asked = json!({ "expression": format!("{class}.prototype"), "objectGroup": group });
    let prototype = session.cdp("Runtime.evaluate", asked).await?;
    let asked =
        json!({ "prototypeObjectId": prototype["result"]["objectId"], "objectGroup": group });
    let objects = session.cdp("Runtime.queryObjects", asked).await?;
    let asked = json!({
        "objectId": objects["objects"]["objectId"],
        "functionDeclaration": "function () { return this.length }",
    });
    let length = session.cdp("Runtime.callFunctionOn", asked).await?;
    let released = json!({ "objectGroup": group });
    session.cdp("Runtime.releaseObjectGroup", released).await?;
    let length: &Value = &length["result"]["value"];
    length
        .as_u64()
        .with_context(|| format!("of {class} there are {length}"))
}

async fn rounds(page: &Page<'_>, times: usize) -> Result<()> {
    for turn in 0..times {
        let documents: Vec<_> = (0..AT_A_TIME)
            .map(|n| ["articles/harbour-town.json", "articles/ceasefire-2025.json"][(turn + n) % 2])
            .collect();
        page.run(&format!(
            "window.done = undefined;
             round({}, {}).then(() => (window.done = true), (e) => (window.done = String(e)))",
            json!(documents),
            turn % 2 == 0
        ))
        .await?;
        page.settled("window.done !== undefined").await?;
        let done = page.run("return window.done").await?;
        ensure!(done == true, "round {turn}: {done}");
    }
    Ok(())
}

#[tokio::test]
async fn after_a_thousand_mounts_nothing_is_left() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let body =
        format!("<script>{ROUND}</script><div id=\"here\"></div><div id=\"there\"></div>{SCRIPT}");
    let page = Page::with_body(&session, &server, &body).await?;
    session.cdp("Performance.enable", json!({})).await?;
    page.settled("customElements.get('stance-comparison') !== undefined")
        .await?;
    // What is made once for all is there after the first of them.
    rounds(&page, 2).await?;
    let before = count(&page, &session).await?;
    rounds(&page, MOUNTS / AT_A_TIME).await?;
    let after = count(&page, &session).await?;
    for ((name, before), (_, after)) in before.iter().zip(&after) {
        // Of bytes the browser itself keeps some: what was said in the console, what
        // it has learned of the scripts.
        let more = if name == BYTES {
            MOUNTS as u64 * 1_000
        } else {
            0
        };
        ensure!(
            *after <= before + more,
            "{name}: {before} before, {after} after"
        );
    }
    Ok(())
}
