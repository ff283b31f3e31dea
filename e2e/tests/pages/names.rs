//! Names and words of any length and script: they stay in their places, and what
//! stands beside them in its own.

use anyhow::{Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, VIEWS, dist, root};
use serde_json::{Value, json};

/// A document of the project's, to be spoilt.
fn document() -> Result<Value> {
    let text = std::fs::read_to_string(root().join("seeds/harbour-town.json"))?;
    Ok(serde_json::from_str(&text)?)
}

/// A column with a document in it, alive.
async fn open<'a>(session: &'a Session, server: &Server, document: &Value) -> Result<Page<'a>> {
    server.offer(
        "names.html",
        &format!(
            "<!DOCTYPE html><html lang=\"de\"><meta charset=\"utf-8\"><title>News</title>\
             <link rel=\"icon\" href=\"data:,\"><style>body {{ margin: 0 }}</style>\
             <div id=\"column\"><stance-comparison loading=\"eager\">\
             <script type=\"application/json\">{document}</script></stance-comparison></div>\
             <script src=\"standpoint.js\" async></script>"
        ),
    );
    Page::open(session, server, Origin::Http, "names.html").await
}

/// Words of some forty letters without a space, in German, in which long ones are at
/// home, and one that no language can hyphenate.
const LONG: [&str; 5] = [
    "Gewerkschaftsbundesvorstandsvorsitzender",
    "Donaudampfschifffahrtselektrizitätenamt",
    "Rechtsschutzversicherungsgesellschaften",
    "Rindfleischetikettierungsüberwachungsamt",
    "XQZWJKVBNMXQZWJKVBNMXQZWJKVBNMXQZWJKVBNM",
];

/// The document with long words in the place of every name and label.
fn long_winded() -> Result<Value> {
    let mut document = document()?;
    document["language"] = json!("de");
    let mut long = LONG.iter().cycle();
    let mut next = || json!(long.next());
    for n in 0.. {
        let Some(parties) = document["organizations"].as_array_mut() else {
            break;
        };
        if parties.len() >= 5 {
            break;
        }
        parties.push(json!({ "id": format!("more-{n}"), "name": "", "short_name": "", "classification": "" }));
    }
    let fields = [
        (
            "organizations",
            &["name", "short_name", "classification"][..],
        ),
        ("people", &["name", "role"]),
        ("topics", &["name", "question", "group"]),
        ("scale", &["label"]),
        ("stances", &["summary"]),
        ("events", &["name", "description"]),
    ];
    for (list, fields) in fields {
        for entry in document[list].as_array_mut().into_iter().flatten() {
            for field in fields {
                entry[*field] = next();
            }
        }
    }
    if document["scale"].is_null() {
        document["scale"] = json!([
            { "id": "against", "label": "Grundsätzlich dagegen", "value": -2 },
            { "id": "conditional-against", "label": "Grundsätzlich eher dagegen", "value": -1 },
            { "id": "neutral", "label": LONG[0], "value": 0 },
            { "id": "conditional", "label": "Grundsätzlich dafür", "value": 1 },
            { "id": "for", "label": LONG[4], "value": 2 },
        ]);
    }
    document["article"]["headline"] = next();
    Ok(document)
}

/// What words make wider than the column, or than the box that cuts it off. Tables
/// stand out by what is between their cells, drawings have no words in lines, and a
/// list to pick from shortens what it shows by itself.
const ODD: &str = "[...root.querySelectorAll('.comparison *:not(table, thead, tbody, tr, svg *)')]
    .filter((e) => e.checkVisibility()).flatMap((e) => {
      const name = `${e.localName}.${e.getAttribute('class')}`;
      const { left, right } = e.getBoundingClientRect();
      const out = right > column.clientWidth + 1 || left < -1;
      const hides = ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
      const cut = hides && !e.querySelector('table, select') && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1;
      return [out && `${name} from ${left} to ${right}`, cut && `${name} is cut off`].filter(Boolean);
    }).slice(0, 3).join()";

async fn long_words_fit(browser: Browser) -> Result<()> {
    let server = Server::start(&dist())?;
    let look = Look {
        width: 1340,
        ..Look::default()
    };
    let session = Session::start(browser, look).await?;
    let page = open(&session, &server, &long_winded()?).await?;
    let mut all = String::new();
    for view in VIEWS {
        page.show(view).await?;
        for width in [
            280, 320, 360, 480, 600, 680, 760, 840, 920, 1000, 1120, 1280,
        ] {
            page.run(&format!("column.style.width = '{width}px'"))
                .await?;
            page.settle().await?;
            let odd = page.text(ODD).await?;
            let wide = page.run("return column.scrollWidth").await?;
            if !odd.is_empty() || wide != width {
                all += &format!("{view} in {width} px: {wide} px wide, {odd}\n");
            }
        }
    }
    ensure!(all.is_empty(), "{browser:?}\n{all}");
    Ok(())
}

#[tokio::test]
async fn long_words_fit_in_chromium() -> Result<()> {
    long_words_fit(Browser::Chromium).await
}

#[tokio::test]
async fn long_words_fit_in_firefox() -> Result<()> {
    long_words_fit(Browser::Firefox).await
}

#[tokio::test]
async fn long_words_fit_in_webkit() -> Result<()> {
    long_words_fit(Browser::WebKit).await
}

/// Where a letter of an element's text is drawn.
const X: &str = "
    window.x = (element, at) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (node && at >= node.length) { at -= node.length; node = walker.nextNode(); }
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };";

/// A party and a speaker whose names are Arabic, in a German document.
async fn arabic_names(browser: Browser) -> Result<()> {
    let mut document = document()?;
    document["language"] = json!("de");
    let name = "حزب";
    document["organizations"][0]["name"] = json!(name);
    document["organizations"][0]["short_name"] = json!(name);
    for person in document["people"].as_array_mut().into_iter().flatten() {
        person["name"] = json!(name);
        person["role"] = json!("2. Vorsitz");
    }
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let page = open(&session, &server, &document).await?;
    page.run(X).await?;
    // The role, which begins with a number, stands after the name.
    page.show("statements").await?;
    let turned = page
        .text(
            "(() => { const all = [...root.querySelectorAll('.statement .speaker')]
                 .filter((e) => e.textContent === 'حزب, 2. Vorsitz');
               if (!all.length) return 'nobody has that name';
               return all.filter((e) => !(x(e, 0) < x(e, 5) && x(e, 3) < x(e, 5) && x(e, 5) < x(e, 6)))
                 .map((e) => [0, 3, 5, 6].map((at) => x(e, at)).join(' ')).join(); })()",
        )
        .await?;
    ensure!(turned.is_empty(), "{browser:?}: {turned}");
    // In texts that are put together, and in files.
    let texts = page
        .text(
            "[...root.querySelectorAll('[aria-label], [title]')]
               .flatMap((e) => [e.ariaLabel, e.title]).filter((text) => text?.includes('حزب'))
               .filter((text) => text !== 'حزب' && !text.includes('\\u2068حزب\\u2069')).join()",
        )
        .await?;
    ensure!(texts.is_empty(), "{browser:?}: {texts}");
    let markdown = page.promised("host.exportAs('markdown')").await?;
    ensure!(
        markdown.contains("\u{2068}حزب\u{2069}, 2. Vorsitz"),
        "{markdown}"
    );
    ensure!(
        markdown.contains("### \u{2068}حزب\u{2069} – "),
        "{markdown}"
    );
    Ok(())
}

#[tokio::test]
async fn names_of_another_direction_turn_nothing_in_chromium() -> Result<()> {
    arabic_names(Browser::Chromium).await
}

#[tokio::test]
async fn names_of_another_direction_turn_nothing_in_firefox() -> Result<()> {
    arabic_names(Browser::Firefox).await
}

#[tokio::test]
async fn names_of_another_direction_turn_nothing_in_webkit() -> Result<()> {
    arabic_names(Browser::WebKit).await
}
