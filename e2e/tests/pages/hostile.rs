//! A page's CSS and the element's: neither reaches the other, whatever the page
//! does; and colours that a document brings can be seen on any ground.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, SCRIPT, Server, Session, VIEWS, dist};

/// What resets, frameworks and haste have done to pages, at its worst.
const HOSTILE: &str = "
    * { all: unset !important; }
    *, ::before, ::after {
      box-sizing: content-box !important; letter-spacing: 1em !important; word-spacing: 2em !important;
      line-height: 3 !important; text-transform: uppercase !important; text-align: center !important;
      direction: rtl !important; unicode-bidi: bidi-override !important; white-space: pre !important;
      font: italic 900 40px/3 fantasy !important; color: red !important; cursor: wait !important;
      text-indent: 3em !important; list-style: square inside !important; border-collapse: collapse !important;
      text-shadow: 0 0 9px red !important; hyphens: auto !important; quotes: 'a' 'b' !important;
      -webkit-text-fill-color: red !important; stroke: red !important; fill: red !important;
    }
    html { font-size: 62.5% !important; }
    ::before { content: 'before' !important; }
    button, table, tr, td, th, h2, h3, p, ul, li, select, input, svg, rect, circle, text, summary {
      display: none !important; border: 9px solid red !important; padding: 9px !important; background: yellow !important;
    }
    :host, :host(*), .mount, .comparison, .matrix, .cell, [popover] { display: none !important; margin: 9px !important; }
    stance-comparison { display: inline !important; font-size: 40px !important; opacity: 0.5 !important; }";

/// The page's own, for which the element must change nothing.
const OWN: &str = "<h1>News</h1><p class=\"comparison\">Text <a href=\"#\">link</a> <mark>mark</mark></p>\
    <button class=\"tab\">Button</button><input><select><option>One</select><ul><li>Item</ul>\
    <table class=\"matrix\"><tr><th>Head<td class=\"cell\">Cell</table><div popover>Popover</div>";

fn page_of(css: &str, script: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>News</title>\
         <style>html {{ overflow-y: scroll }} body {{ margin: 0 }} {css}</style><body>\
         <stance-comparison built-in loading=\"eager\"></stance-comparison>{OWN}{script}</body></html>"
    )
}

/// Every computed property of every element, and of what stands before and
/// after it, held against the same in another frame. Where a popover is placed
/// depends on where its button is; and around which point a box within a line would be
/// turned depends in Firefox on how many pieces it is laid out in.
const COMPARE: &str = "
    const placed = /^(top|right|bottom|left|inset|width|height|block-size|inline-size|max-|min-|transform-origin|perspective-origin|margin|position-)/;
    window.compare = (one, other, skip = () => false) => {
      const differences = [];
      if (one.length !== other.length) differences.push(`${one.length} elements, not ${other.length}`);
      one.forEach((element, index) => {
        const its = other[index];
        if (!its) return;
        const inPopover = element.closest('[popover]') !== null;
        for (const pseudo of [null, '::before', '::after']) {
          const styles = [element, its].map((e) => e.ownerDocument.defaultView.getComputedStyle(e, pseudo));
          // Most have nothing before and after them.
          const none = /^(none|normal)$/;
          if (pseudo && styles.every((s) => none.test(s.content))) continue;
          const inLine = styles[0].display === 'inline';
          for (const property of styles[0]) {
            if (inLine && /-origin$/.test(property)) continue;
            if ((inPopover && placed.test(property)) || skip(element, property)) continue;
            const [here, there] = styles.map((s) => s.getPropertyValue(property));
            if (here !== there) {
              differences.push(`${element.localName}.${element.getAttribute('class')}${pseudo ?? ''} ${property}: ${here}, not ${there}`);
            }
          }
        }
      });
      return differences.slice(0, 12);
    };
    window.inside = (name) => [...document.getElementById(name).contentDocument.querySelector('stance-comparison')
      .shadowRoot.querySelectorAll('.mount:not([hidden]) *')]
      .filter((e) => e.closest('[popover]')?.matches(':popover-open') ?? true);";

async fn frames<'a>(session: &'a Session, server: &Server) -> Result<Page<'a>> {
    server.offer("bare.html", &page_of("", SCRIPT));
    server.offer("hostile.html", &page_of(HOSTILE, SCRIPT));
    server.offer("without.html", &page_of("", ""));
    let frame = |name: &str| {
        format!("<iframe id=\"{name}\" src=\"{name}.html\" width=\"1000\" height=\"900\"></iframe>")
    };
    // The first is for those who wait for one; it stays as it is.
    let body = format!(
        "<!DOCTYPE html><title>Frames</title><stance-comparison built-in></stance-comparison>{}{}{}<script>{COMPARE}</script>",
        frame("bare"),
        frame("hostile"),
        frame("without")
    );
    server.offer("frames.html", &body);
    let page = Page::open_only(session, server, Origin::Http, "frames.html").await?;
    for name in ["bare", "hostile"] {
        let ready = format!(
            "(({{ contentDocument }}) => {{
               const element = contentDocument.querySelector('stance-comparison');
               element?.ready?.then(() => (element.isReady = true));
               return element?.isReady === true;
             }})(document.getElementById('{name}'))"
        );
        page.wait(&ready).await?;
        // What is out of sight may be as high as a browser thinks: all is laid out.
        page.run(&format!(
            "const {{ contentDocument, contentWindow }} = document.getElementById('{name}');
             const sheet = new contentWindow.CSSStyleSheet();
             sheet.replaceSync('* {{ content-visibility: visible !important; }}');
             contentDocument.querySelector('stance-comparison').shadowRoot.adoptedStyleSheets.push(sheet);"
        ))
        .await?;
    }
    Ok(page)
}

async fn nothing_gets_in(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = frames(&session, &server).await?;
    let all = "[...document.querySelectorAll('iframe')].slice(0, 2)
        .map((frame) => frame.contentDocument.querySelector('stance-comparison'))";
    for view in VIEWS {
        page.run(&format!(
            "{all}.forEach((e) => e.show({{ view: '{view}', open: null }}))"
        ))
        .await?;
        page.wait(&format!(
            "{all}.every((e) => e.shadowRoot.getElementById('tab:{view}').ariaSelected === 'true')"
        ))
        .await?;
        let found = page
            .run("return compare(inside('hostile'), inside('bare'))")
            .await?;
        ensure!(
            found.as_array().is_some_and(Vec::is_empty),
            "{browser:?}, {view}: {found:#}"
        );
    }
    page.run(&format!(
        "{all}.forEach((e) => e.show({{ view: 'matrix', open: 'russia/ceasefire' }}))"
    ))
    .await?;
    page.wait(&format!(
        "{all}.every((e) => e.shadowRoot.querySelector('.evidence:popover-open') !== null
            && e.shadowRoot.getAnimations().length === 0)"
    ))
    .await?;
    // The focus can be in one of them only.
    page.run(&format!(
        "{all}.forEach((e) => e.shadowRoot.activeElement?.blur())"
    ))
    .await?;
    let found = page
        .run("return compare(inside('hostile'), inside('bare'))")
        .await?;
    ensure!(
        found.as_array().is_some_and(Vec::is_empty),
        "{browser:?}, evidence: {found:#}"
    );
    Ok(())
}

#[tokio::test]
async fn nothing_gets_in_in_chromium() -> Result<()> {
    nothing_gets_in(Browser::Chromium).await
}

#[tokio::test]
async fn nothing_gets_in_in_firefox() -> Result<()> {
    nothing_gets_in(Browser::Firefox).await
}

#[tokio::test]
async fn nothing_gets_in_in_webkit() -> Result<()> {
    nothing_gets_in(Browser::WebKit).await
}

async fn nothing_gets_out(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = frames(&session, &server).await?;
    // The page grows by the element, and what fills it with that.
    let found = page
        .run(
            "const own = (name) => [...document.getElementById(name).contentDocument.querySelectorAll('html, body, body > :not(stance-comparison, script), body > :not(stance-comparison) *')];
             const grown = /^(height|block-size|transform-origin|perspective-origin)$/;
             return compare(own('bare'), own('without'), (e, p) => /^(html|body)$/.test(e.localName) && grown.test(p));",
        )
        .await?;
    ensure!(
        found.as_array().is_some_and(Vec::is_empty),
        "{browser:?}: {found:#}"
    );
    let left = page
        .run(
            "const { contentWindow: there, contentDocument: page } = document.getElementById('bare');
             const { contentWindow: before } = document.getElementById('without');
             const known = new Set(Object.getOwnPropertyNames(before));
             return [
               ...Object.getOwnPropertyNames(there).filter((name) => !known.has(name)),
               ...[...page.head.children].filter((e) => e.localName !== 'script').map((e) => e.localName),
               page.adoptedStyleSheets.length,
             ].join();",
        )
        .await?;
    // One rule keeps frames within the element from loading; nothing else is there.
    ensure!(left == "meta,title,style,1", "{browser:?}: {left}");
    Ok(())
}

#[tokio::test]
async fn nothing_gets_out_in_chromium() -> Result<()> {
    nothing_gets_out(Browser::Chromium).await
}

#[tokio::test]
async fn nothing_gets_out_in_firefox() -> Result<()> {
    nothing_gets_out(Browser::Firefox).await
}

#[tokio::test]
async fn nothing_gets_out_in_webkit() -> Result<()> {
    nothing_gets_out(Browser::WebKit).await
}

/// The page may place and hide the element as any other.
#[tokio::test]
async fn the_element_itself_is_the_pages() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    server.offer("mine.html", &page_of("", SCRIPT));
    let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
    let sheet = "document.querySelector('style').sheet";
    let width = "root.querySelector('.comparison').getBoundingClientRect().width";
    for (css, outcome) in [
        (
            "stance-comparison { display: none }",
            format!("{width} === 0"),
        ),
        (
            "stance-comparison { visibility: hidden }",
            "!root.querySelector('.tab').checkVisibility({ visibilityProperty: true })".to_owned(),
        ),
        (
            "stance-comparison { width: 500px; margin: 20px }",
            format!("{width} === 500"),
        ),
        (
            "stance-comparison { display: flex }",
            format!("{width} === 1280"),
        ),
        (
            "stance-comparison { display: grid }",
            format!("{width} === 1280"),
        ),
        (
            "stance-comparison { display: inline }",
            format!("{width} === 1280"),
        ),
        (
            "stance-comparison { display: inline-block }",
            format!("{width} > 1000 && {width} <= 1280"),
        ),
        (
            "stance-comparison { float: left }",
            format!("{width} > 1000 && {width} <= 1280"),
        ),
        (
            "body { display: flex } stance-comparison { flex: 1 }",
            format!("{width} > 400 && {width} < 1280"),
        ),
    ] {
        page.run(&format!("document.querySelector('style').textContent = `body {{ margin: 0 }} {css}`; void {sheet}"))
            .await?;
        let held = page.within(0, &outcome).await?;
        let found = page.within(0, width).await?;
        ensure!(
            held == true,
            "{css}: {outcome} is not so; it is {found} wide"
        );
    }
    page.run("document.querySelector('style').textContent = ''; document.querySelector('stance-comparison').hidden = true")
        .await?;
    ensure!(page.within(0, width).await? == 0);
    Ok(())
}

/// Contrasts, as WCAG counts them.
const CONTRAST: &str = "
    const numbers = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
    const light = (color) => {
      const [r, g, b] = numbers(color).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
      const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    };
    const style = (element) => getComputedStyle(element);
    const paper = style(root.querySelector('.comparison')).backgroundColor;";

#[tokio::test]
async fn every_colour_of_a_document_can_be_seen() -> Result<()> {
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    server.offer("mine.html", &page_of("", SCRIPT));
    let page = Page::open(&session, &server, Origin::Http, "mine.html").await?;
    page.run(
        "fetch('articles/harbour-town.json').then((r) => r.json()).then((d) => {
           const colors = ['#ffffff', '#000', '#15171b', '#ff0', '#5a5d64', '#a9adb5'];
           d.organizations.forEach((o, i) => (o.color = colors[i % colors.length]));
           document.querySelector('stance-comparison').data = d;
         });",
    )
    .await?;
    page.wait("root.querySelector('.headline').textContent.includes('Fiction')")
        .await?;
    page.show("spectrum").await?;
    for theme in ["light", "dark"] {
        page.within(0, &format!("void (root.host.theme = '{theme}')"))
            .await?;
        let faint = format!(
            "(() => {{ {CONTRAST}
               const faint = [];
               const shapes = [...root.querySelectorAll('.party-mark rect, .axis circle')];
               for (const shape of shapes) {{
                 const {{ stroke, strokeWidth }} = style(shape);
                 if (contrast(stroke, paper) < 3 || !(parseFloat(strokeWidth) > 0)) faint.push(`${{shape.localName}} ${{stroke}} on ${{paper}}`);
               }}
               for (const name of root.querySelectorAll('.axis text')) {{
                 const ink = style(name).fill;
                 if (contrast(ink, paper) < 4.5) faint.push(`${{ink}} on ${{paper}}`);
               }}
               return shapes.length < 6 ? 'nothing is drawn' : faint.join();
             }})()"
        );
        let faint = page.text(&faint).await?;
        ensure!(faint.is_empty(), "{theme}: {faint}");
        // A picture is drawn in the same way.
        page.run(
            "window.svg = undefined;
             document.querySelector('stance-comparison').picture('svg').then((b) => b.text()).then((t) => (window.svg = t))",
        )
        .await?;
        page.wait("window.svg !== undefined").await?;
        let drawn = page
            .run(
                "const svg = new DOMParser().parseFromString(window.svg, 'image/svg+xml');
                 const shapes = [...svg.querySelectorAll('svg svg rect, circle')];
                 return [shapes.length > 6, shapes.every((s) => s.hasAttribute('stroke') && s.getAttribute('stroke') !== s.getAttribute('fill') || s.getAttribute('fill') === 'rgb(90, 93, 100)' || s.getAttribute('fill') === 'rgb(169, 173, 181)')].join();",
            )
            .await?;
        ensure!(drawn == "true,true", "{theme}: {drawn}");
    }
    // Nothing that is written is written in such a colour.
    page.run("document.querySelector('stance-comparison').data.organizations.forEach((o) => (o.color = '#12ab34'))")
        .await?;
    page.run("const e = document.querySelector('stance-comparison'); e.data = e.data")
        .await?;
    page.wait(
        "getComputedStyle(root.querySelector('.party-mark rect')).fill === 'rgb(18, 171, 52)'",
    )
    .await?;
    for view in VIEWS {
        page.show(view).await?;
        let written = page
            .within(
                0,
                "[...root.querySelectorAll('.mount:not([hidden]) *')].filter((e) =>
                    getComputedStyle(e).color === 'rgb(18, 171, 52)'
                    || (e.localName === 'text' && getComputedStyle(e).fill === 'rgb(18, 171, 52)')).length",
            )
            .await?;
        ensure!(written == 0, "{view}: {written} texts");
    }
    Ok(())
}
