//! What is written of the element for programs – types and the manifest – is
//! what the element has in a page. Names and types TypeScript's compiler holds
//! against the code (`cargo xtask test --only scripts`); here is what shows only
//! when it runs.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, VIEWS, dist, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

fn manifest() -> Result<Value> {
    let text = std::fs::read_to_string(dist().join("custom-elements.json"))?;
    let manifest: Value = serde_json::from_str(&text)?;
    ensure!(manifest["schemaVersion"] == "1.0.0");
    let module = &manifest["modules"][0];
    let path = module["path"].as_str().unwrap_or_default();
    ensure!(dist().join(path).is_file(), "{path} is not there");
    ensure!(module["exports"][0]["kind"] == "custom-element-definition");
    ensure!(module["exports"][0]["declaration"]["module"] == module["path"]);
    Ok(module["declarations"][0].clone())
}

/// The names in one of the manifest's lists.
fn names(element: &Value, list: &str) -> BTreeSet<String> {
    let all = element[list].as_array().cloned().unwrap_or_default();
    let names = all.iter().filter_map(|one| one["name"].as_str());
    names.map(str::to_owned).collect()
}

/// What a script gives as a list of texts.
async fn listed(page: &Page<'_>, script: &str) -> Result<BTreeSet<String>> {
    let value = page.run(script).await?;
    let all = value.as_array().with_context(|| format!("{value}"))?;
    Ok(all
        .iter()
        .filter_map(|one| one.as_str().map(str::to_owned))
        .collect())
}

fn same(what: &str, written: &BTreeSet<String>, real: &BTreeSet<String>) -> Result<()> {
    let missing: Vec<_> = real.difference(written).collect();
    let invented: Vec<_> = written.difference(real).collect();
    ensure!(
        missing.is_empty() && invented.is_empty(),
        "{what}: not written of are {missing:?}, and there are no {invented:?}"
    );
    Ok(())
}

#[tokio::test]
async fn members_and_events_are_there_when_it_runs() -> Result<()> {
    let element = manifest()?;
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;

    // The properties of attributes are made when it runs.
    for member in element["members"].as_array().into_iter().flatten() {
        let name = member["name"].as_str().unwrap_or_default();
        let owner = match member["static"] == true {
            true => "customElements.get('stance-comparison')",
            false => "document.querySelector('stance-comparison')",
        };
        let found = format!("return '{name}' in {owner} ? typeof {owner}.{name} : 'missing'");
        let kind = page.run(&found).await?;
        let method = member["kind"] == "method";
        ensure!(
            kind != "missing" && (kind == "function") == method,
            "{name} is {kind}"
        );
    }

    // Every event, and none besides.
    page.run(
        "window.heard = new Set();
         const send = EventTarget.prototype.dispatchEvent;
         EventTarget.prototype.dispatchEvent = function (event) {
           if (this.localName === 'stance-comparison') window.heard.add(event.type);
           return send.call(this, event);
         };
         const e = document.querySelector('stance-comparison');
         e.sourceText = 'body';
         e.show({ view: 'matrix', open: 'russia/ceasefire' });
         e.data = { format: 'standpoint/1' };",
    )
    .await?;
    page.wait("['stance-error', 'stance-evidence'].every((type) => window.heard.has(type))")
        .await?;
    page.run("document.querySelector('stance-comparison').data = undefined")
        .await?;
    page.wait("window.heard.has('stance-ready') || root.querySelector('.notice') === null")
        .await?;
    page.run("document.querySelector('stance-comparison').lang = 'de'")
        .await?;
    page.wait("window.heard.has('stance-ready')").await?;
    let heard = listed(&page, "return [...window.heard]").await?;
    same("events", &names(&element, "events"), &heard)
}

#[tokio::test]
async fn every_part_is_written_of() -> Result<()> {
    let element = manifest()?;
    let server = Server::start(&dist())?;
    let session = Session::start(Browser::Chromium, Look::default()).await?;
    let page = Page::open(&session, &server, Origin::Http, "index.html").await?;
    let mut parts = BTreeSet::new();
    for view in VIEWS {
        page.show(view).await?;
        let found = "const { shadowRoot } = document.querySelector('stance-comparison');
            return [...shadowRoot.querySelectorAll('[part]')].flatMap((e) => [...e.part])";
        parts.extend(listed(&page, found).await?);
    }
    // What is in the evidence is there when it is open.
    page.show("matrix").await?;
    page.within(0, "root.host.show({ open: 'russia/ceasefire' })")
        .await?;
    page.wait("root.querySelector('.evidence:popover-open .close') !== null")
        .await?;
    let found = "const { shadowRoot } = document.querySelector('stance-comparison');
        return [...shadowRoot.querySelectorAll('.evidence:popover-open, .evidence:popover-open [part]')].flatMap((e) => [...e.part])";
    parts.extend(listed(&page, found).await?);
    // The one at the words of a page is there where they have been found.
    let page = Page::open(&session, &server, Origin::Http, "news-page.html").await?;
    page.wait("root.querySelector('.stops button') !== null")
        .await?;
    let offer = "return [...document.querySelector('stance-comparison').shadowRoot.querySelector('.offer').part]";
    parts.extend(listed(&page, offer).await?);
    same("parts", &names(&element, "cssParts"), &parts)?;
    let readme = std::fs::read_to_string(root().join("docs/embedding.md"))?;
    for part in parts {
        ensure!(
            readme.contains(&format!("`{part}`")),
            "{part} is not in docs/embedding.md"
        );
    }
    Ok(())
}

/// What begins with `--stance-` in a text.
fn properties(text: &str) -> BTreeSet<String> {
    let pieces = text.split("--stance-").skip(1);
    let names = pieces.map(|piece| {
        let end = piece.find(|c: char| !c.is_ascii_lowercase() && c != '-');
        format!("--stance-{}", piece.split_at(end.unwrap_or(piece.len())).0)
    });
    names.filter(|name| name != "--stance-").collect()
}

#[test]
fn every_custom_property_is_written_of() -> Result<()> {
    let mut css = String::new();
    for entry in std::fs::read_dir(root().join("static/style"))? {
        css.push_str(&std::fs::read_to_string(entry?.path())?);
    }
    // The marks in the page's text are styled from there.
    let marks = root().join("static/passages/highlight.js");
    css.push_str(&std::fs::read_to_string(marks)?);
    let real = properties(&css);
    let element = manifest()?;
    same("the manifest's", &names(&element, "cssProperties"), &real)?;
    for property in element["cssProperties"].as_array().into_iter().flatten() {
        let (name, default) = (&property["name"], &property["default"]);
        let used = format!(
            "var({}, {})",
            name.as_str().unwrap_or_default(),
            default.as_str().unwrap_or_default()
        );
        ensure!(css.contains(&used), "the default of {name} is another one");
    }
    let readme = std::fs::read_to_string(root().join("docs/embedding.md"))?;
    same("docs/embedding.md's", &properties(&readme), &real)
}

/// Runs TypeScript's compiler over a file beside the published types: what it
/// says.
fn checked(name: &str, source: &str, folder: &Path) -> Result<String> {
    let set = "run `cargo xtask test --only end-to-end`";
    let tsc = std::env::var_os("STANDPOINT_TSC").context(set)?;
    let modules = std::env::var_os("STANDPOINT_MODULES").context(set)?;
    for types in ["standpoint.d.ts", "standpoint.react.d.ts"] {
        std::fs::copy(dist().join(types), folder.join(types))?;
    }
    // Types are looked for in the folders above.
    let link = folder.join("node_modules");
    if !link.exists() {
        std::os::unix::fs::symlink(modules, &link)?;
    }
    std::fs::write(folder.join(name), source)?;
    let checked = Command::new("node")
        .arg(tsc)
        .args([
            "--noEmit", "--strict", "--target", "es2022", "--module", "esnext",
        ])
        .args(["--moduleResolution", "bundler", "--jsx", "react-jsx"])
        .args(["--lib", "es2022,dom,dom.iterable", "--pretty", "false"])
        .arg(folder.join(name))
        .current_dir(folder)
        .output()
        .context("node does not start")?;
    Ok(String::from_utf8(checked.stdout)?)
}

#[test]
fn the_types_take_what_is_right_and_nothing_else() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let sample = std::fs::read_to_string(root().join("e2e/types/sample.ts"))?;
    let said = checked("sample.ts", &sample, folder.path())?;
    ensure!(said.is_empty(), "{said}");
    // Every line of these is wrong, and found to be.
    let wrong = std::fs::read_to_string(root().join("e2e/types/wrong.ts"))?;
    let said = checked("wrong.ts", &wrong, folder.path())?;
    let found: BTreeSet<usize> = said
        .lines()
        .filter_map(|line| {
            line.strip_prefix("wrong.ts(")?
                .split(',')
                .next()?
                .parse()
                .ok()
        })
        .collect();
    let meant: BTreeSet<usize> = wrong
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with("wrong("))
        .map(|(index, _)| index + 1)
        .collect();
    ensure!(
        meant.len() > 10 && found == meant,
        "{found:?}, not {meant:?}:\n{said}"
    );
    let react = std::fs::read_to_string(root().join("e2e/types/sample.tsx"))?;
    let said = checked("sample.tsx", &react, folder.path())?;
    ensure!(said.is_empty(), "{said}");
    let react = react.replace("view=\"versus\"", "view=\"verses\"");
    let said = checked("sample.tsx", &react, folder.path())?;
    ensure!(
        said.contains("verses"),
        "a wrong view passes in JSX: {said}"
    );
    Ok(())
}

/// Every document that is published is one by its type, too.
#[test]
fn the_types_are_those_of_the_documents() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut source = "import type { StanceDocument } from \"./standpoint\";\n".to_owned();
    for (number, name) in ["ceasefire-2025", "harbour-town"].iter().enumerate() {
        let document = std::fs::read_to_string(root().join(format!("seeds/{name}.json")))?;
        source.push_str(&format!(
            "export const document{number}: StanceDocument = {document};\n"
        ));
    }
    let everything = std::fs::read_to_string(root().join("tests/documents/good/everything.json"))?;
    source.push_str(&format!(
        "export const all: StanceDocument = {everything};\n"
    ));
    let said = checked("documents.ts", &source, folder.path())?;
    ensure!(said.is_empty(), "{said}");
    Ok(())
}
