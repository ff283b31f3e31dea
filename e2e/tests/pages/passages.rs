//! Passages of a page: found where they stand, in every browser.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist};
use serde_json::{Value, json};

/// A page as pages are: wrapped lines, markup in the middle of words, and much
/// that nobody reads.
const HTML: &str = "<!DOCTYPE html>
<html lang=\"en\"><head><meta charset=\"utf-8\"><title>The ferry</title>
<script src=\"standpoint.js\" async></script>
<style>
  .gone { display: none } .unseen { visibility: hidden } .seen { visibility: visible }
  .later { content-visibility: hidden } .unmarked { -webkit-user-select: none; user-select: none }
  .marked { -webkit-user-select: text; user-select: text } .cell { display: table-cell }
  .inline { display: inline } .through { display: contents }
</style></head><body>
<main id=\"story\">
  <h1>The <em>ferry</em></h1>
  <p id=\"inline\">The <b>may</b>or said that <i>the
     fer<a href=\"#x\">ry</a></i> stays<!-- for now --> open.</p>
  <p id=\"signs\">\u{201c}It\u{2019}s har\u{ad}bour\u{a0}mas<wbr>ters\u{2019} work\u{201d}, she an\u{200b}swered; the
     caf\u{e9} and the re\u{301}sume\u{301} of the o\u{fb03}ce \u{2026} are here.</p>
  <p id=\"lines\">First line<br>second line<br/>third line</p>
  <div id=\"blocks\">Before the block<p>Inside of it</p>and after it
    <ul><li>one item<li>another item</ul><span class=\"cell\">left cell</span><span class=\"cell\">right cell</span>
    <p class=\"inline\">no block</p> <span class=\"through\">at all</span></div>
  <div id=\"hidden\">
    <p>Words that <span hidden>a secret</span>are read
      <span class=\"gone\">a gone secret</span><span class=\"unseen\">an unseen secret
      <span class=\"seen\">but this is seen</span></span></p>
    <div class=\"later\">a later secret</div>
    <p class=\"unmarked\">an unmarked text <span class=\"marked\">but this may be marked</span></p>
    <script>const secret = 'a script secret';</script>
    <style>.x::after { content: 'a style secret' }</style>
    <noscript>a noscript secret</noscript>
    <template>a template secret</template>
    <textarea>a written secret</textarea>
    <select><option>a chosen secret</option></select>
    <iframe srcdoc=\"a framed secret\"></iframe>
    <object>an object secret</object>
    <svg><text>a drawn secret</text></svg>
    <details><summary>What is told</summary>a folded text</details>
    <details open><summary>What is open</summary>an unfolded text</details>
    <stance-comparison built-in><p>a compared secret</p></stance-comparison>
  </div>
  <div id=\"twice\"><p>No ferry today, no ferry tomorrow, no ferry ever.</p>
    <p>Harbour news</p><p>A ferry sinks.</p><p>Other news</p><p>A ferry sinks.</p></div>
  <div id=\"range\"><p>From the <b>first</b> words</p><p>over others</p><ul><li>to the last words.</li></ul></div>
  <p id=\"chinese\" lang=\"zh\">\u{4ed6}\u{4eec}\u{5728}<b>\u{5317}\u{4eac}</b>\u{5927}\u{5b66}\u{8bfb}\u{4e66}\u{3002}</p>
  <p id=\"joined\">yes\u{1f6a2}no</p>
  <p id=\"ship\">\u{1f6a2}\u{1f6a2} The \u{1f6a2} sails</p>
</main>
<div class=\"gone\"><p id=\"inside-gone\">words of nobody</p></div>
</body></html>";

/// What is asked for; where no passages are said, it is the words themselves.
fn cases() -> Vec<Value> {
    let exact = |root: &str, words: &str| json!({ "root": root, "selector": quote(words), "state": "exact", "found": [words] });
    let none = |root: &str, words: &str| json!({ "root": root, "selector": quote(words), "state": "not-found", "found": [] });
    let mut cases = vec![
        exact("#story", "The mayor said that the ferry stays open."),
        exact("#inline", "ferry"),
        none("#inline", "fer"),
        exact(
            "#signs",
            "\"It's harbour masters' work\", she answered; the",
        ),
        exact("#signs", "caf\u{e9} and the r\u{e9}sum\u{e9}"),
        exact("#signs", "office ... are"),
        none("#signs", "cafe"),
        none("#signs", "Caf\u{e9}"),
        none("#lines", "linesecond"),
        exact("#blocks", "Before the block"),
        exact("#blocks", "and after it"),
        none("#blocks", "the block Inside"),
        none("#blocks", "of it and after"),
        none("#blocks", "one item another"),
        none("#blocks", "left cell right"),
        exact("#blocks", "no block at all"),
        exact("#hidden", "but this is seen"),
        exact("#hidden", "an unmarked text but this may be marked"),
        exact("#hidden", "a folded text"),
        exact("#hidden", "What is told"),
        exact("#hidden", "an unfolded text"),
        none("#hidden", "secret"),
        none("#story", "compared"),
        none("#inside-gone", "words of nobody"),
        exact("#chinese", "\u{5317}\u{4eac}\u{5927}\u{5b66}"),
        none("#chinese", "\u{4eac}\u{5927}"),
        exact("#ship", "The \u{1f6a2} sails"),
        exact("#joined", "yes"),
        exact("#joined", "no"),
        exact("#joined", "\u{1f6a2}"),
    ];
    // What the range holds and nobody sees stands in its text nevertheless.
    let more = json!([
        { "root": "#lines", "selector": "line%20second,third%20line", "state": "exact",
          "found": ["linesecond linethird line"] },
        { "root": "#hidden", "selector": "Words%20that%20are%20read", "state": "exact",
          "found": ["Words that a secretare read"] },
        { "root": "#twice", "selector": "no%20ferry", "state": "ambiguous",
          "found": ["no ferry", "no ferry"] },
        { "root": "#twice", "selector": "no%20ferry,-ever", "state": "exact", "found": ["no ferry"] },
        { "root": "#twice", "selector": "#:~:text=today%2C-,no%20ferry", "state": "exact",
          "found": ["no ferry"] },
        { "root": "#twice", "selector": "Other%20news-,A%20ferry", "state": "exact",
          "found": ["A ferry"] },
        { "root": "#twice", "selector": "A%20ferry%20sinks.", "state": "ambiguous",
          "found": ["A ferry sinks.", "A ferry sinks."] },
        { "root": "#range", "selector": "From%20the%20first,the%20last%20words", "state": "exact",
          "found": ["From the first wordsover othersto the last words"] },
        { "root": "#range", "state": "exact", "found": ["over othersto the last"],
          "selector": { "type": "RangeSelector", "startSelector": quote("over others"),
                        "endSelector": quote("to the last") } },
    ]);
    cases.extend(more.as_array().cloned().unwrap_or_default());
    cases
}

fn quote(words: &str) -> Value {
    json!({ "type": "TextQuoteSelector", "exact": words })
}

/// Says of every case what came of it: the state and the passages as they are
/// compared, each within text nodes.
const ASK: &str = "window.given = undefined;
    const folded = (range) => String(range).normalize('NFKC')
      .replace(/[\\u00ad\\u200b\\u2060]/g, '').replace(/[\u{2018}\u{2019}]/g, \"'\")
      .replace(/[\u{201c}\u{201d}]/g, '\"').replace(/\\s+/g, ' ');
    const inText = ({ startContainer: a, endContainer: b }) => a.nodeType === 3 && b.nodeType === 3;
    const ask = async () => {
      const element = await customElements.whenDefined('stance-comparison');
      return Promise.all(CASES.map(async ({ root, selector }) => {
        try {
          const { state, ranges } = await element.resolve(document.querySelector(root), selector);
          return { state, found: ranges.map(folded), inText: ranges.every(inText) };
        } catch (error) {
          return { state: error.name, message: error.message };
        }
      }));
    };
    ask().then((all) => window.given = all, (error) => window.given = String(error));";

async fn ask(page: &Page<'_>, cases: &[Value]) -> Result<Vec<Value>> {
    page.run(&ASK.replace("CASES", &json!(cases).to_string()))
        .await?;
    page.wait("window.given !== undefined").await?;
    let given = page.run("return window.given").await?;
    let all = given.as_array().cloned();
    let all = all.filter(|all| all.len() == cases.len());
    all.with_context(|| format!("instead of answers there is {given}"))
}

async fn passages_are_found(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    server.offer("passages.html", HTML);
    let session = Session::start(browser, Look::default()).await?;
    let page = Page::open_only(&session, &server, Origin::Http, "passages.html").await?;
    let cases = cases();
    for (case, answer) in cases.iter().zip(ask(&page, &cases).await?) {
        let expected = json!({ "state": case["state"], "found": case["found"], "inText": true });
        ensure!(answer == expected, "{browser:?}: {case}: {answer}");
    }
    let many: Vec<Value> = (0..1000)
        .map(|_| json!({ "root": "#story", "selector": "ferry" }))
        .collect();
    let asked = "const Node_ = Node.prototype; window.walks = 0;
        const { get } = Object.getOwnPropertyDescriptor(Node_, 'firstChild');
        Object.defineProperty(Node_, 'firstChild', { get() {
          if (this.id === 'story') window.walks++;
          return get.call(this);
        } });";
    page.run(asked).await?;
    let answers = ask(&page, &many).await?;
    ensure!(answers.len() == 1000 && answers[0]["state"] == "ambiguous");
    let walks = page.run("return window.walks").await?;
    ensure!(walks == 1, "{browser:?} has read the page {walks} times");
    a_changed_page_is_read_anew(&page).await?;
    what_is_no_selector_is_refused(&page).await
}

/// Also within one task, and whatever has changed.
async fn a_changed_page_is_read_anew(page: &Page<'_>) -> Result<()> {
    page.run(
        "window.given = undefined;
        const main = document.getElementById('story');
        const states = [];
        customElements.whenDefined('stance-comparison').then(async (element) => {
          const ask = async () => states.push((await element.resolve(main, 'new%20words')).state);
          await ask();
          const p = main.appendChild(document.createElement('p'));
          p.textContent = 'new words';
          await ask();
          p.firstChild.data = 'old words';
          await ask();
          p.firstChild.data = 'new words, and new words';
          await ask();
          document.body.className = 'gone';
          await ask();
          document.body.className = '';
          p.remove();
          window.given = states.join();
        });",
    )
    .await?;
    page.wait("window.given !== undefined").await?;
    let states = page.text("window.given").await?;
    ensure!(
        states == "not-found,exact,not-found,ambiguous,not-found",
        "{states}"
    );
    Ok(())
}

async fn what_is_no_selector_is_refused(page: &Page<'_>) -> Result<()> {
    for (root, selector, what) in [
        ("#nowhere", json!("ferry"), "the root must be an element"),
        ("#story", json!(null), "the selector is no object"),
        ("#story", json!(7), "the selector is no object"),
        ("#story", json!({}), "the selector has no type"),
        (
            "#story",
            json!({ "type": "TextQuoteSelector" }),
            "the selector has no exact",
        ),
        ("#story", quote(" "), "the selector has no exact"),
        (
            "#story",
            json!({ "type": "TextQuoteSelector", "exact": "a", "prefix": 1 }),
            "the selector has a prefix that is no text",
        ),
        (
            "#story",
            json!({ "type": "RangeSelector", "startSelector": quote("a") }),
            "endSelector is no object",
        ),
        (
            "#story",
            json!({ "type": "RangeSelector", "startSelector": { "type": "RangeSelector" } }),
            "startSelector must be a TextQuoteSelector",
        ),
        (
            "#story",
            json!({ "type": "CssSelector", "value": "p" }),
            "the selector\u{2019}s type \u{201c}CssSelector\u{201d} is not known; it may be \
             TextQuoteSelector or RangeSelector",
        ),
        (
            "#story",
            json!("a,b,c"),
            "the text directive has more terms than prefix-,start,end,-suffix; write a comma in \
             the words as %2C",
        ),
    ] {
        let case = json!({ "root": root, "selector": selector });
        let answers = ask(page, std::slice::from_ref(&case)).await?;
        let expected = json!({ "state": "TypeError", "message": what });
        ensure!(answers[0] == expected, "{case}: {}", answers[0]);
    }
    Ok(())
}

#[tokio::test]
async fn passages_in_chromium() -> Result<()> {
    passages_are_found(Browser::Chromium).await
}

#[tokio::test]
async fn passages_in_firefox() -> Result<()> {
    passages_are_found(Browser::Firefox).await
}

#[tokio::test]
async fn passages_in_webkit() -> Result<()> {
    passages_are_found(Browser::WebKit).await
}

/// A page from disk, which cannot fetch, has them too.
#[tokio::test]
async fn passages_from_disk() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::File, "index.html").await?;
    page.run("document.body.append(Object.assign(document.createElement('p'), { id: 'p', textContent: 'words of the page' }))")
        .await?;
    let answers = ask(&page, &[json!({ "root": "#p", "selector": "of%20the" })]).await?;
    ensure!(answers[0]["state"] == "exact", "{}", answers[0]);
    Ok(())
}
