//! The build's folder is a package: packed by npm, installed into a page of somebody
//! else's, and built with that by the bundlers of `e2e/bundlers`.

use anyhow::{Context, Result, ensure};
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Runs a program: what it prints.
fn output(command: &mut Command) -> Result<String> {
    let made = command
        .output()
        .with_context(|| format!("{command:?} does not start"))?;
    let said = String::from_utf8_lossy(&made.stderr);
    ensure!(made.status.success(), "{command:?}: {said}");
    Ok(String::from_utf8(made.stdout)?)
}

/// npm, which asks nobody and keeps nothing.
fn npm(folder: &Path, arguments: &[&str]) -> Result<String> {
    let cache = folder.join("npm");
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(arguments);
    output(
        npm.args(["--offline", "--no-update-notifier", "--cache"])
            .arg(cache),
    )
}

/// Packs the build and says what npm says of that.
fn packed(folder: &Path) -> Result<Value> {
    let build = dist();
    let build = build.to_str().context("a folder that can be named")?;
    let said = npm(folder, &["pack", build, "--json", "--ignore-scripts"])?;
    let said: Value = serde_json::from_str(&said)?;
    Ok(said[0].clone())
}

/// A page's folder, with the package installed in it.
fn page_folder() -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    let tarball = packed(folder.path())?;
    let tarball = tarball["filename"].as_str().context("a file name")?;
    for file in ["index.html", "main.js"] {
        let source = root().join("e2e/bundlers/page").join(file);
        std::fs::copy(source, folder.path().join(file))?;
    }
    std::fs::write(folder.path().join("package.json"), "{ \"private\": true }")?;
    let install = ["install", tarball, "--no-audit", "--no-fund"];
    npm(folder.path(), &install)?;
    Ok(folder)
}

/// Every file that the package has is one that it names, and the other way round; and
/// nothing else of the build is in it.
#[test]
fn the_package_has_what_it_names() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let said = packed(folder.path())?;
    let manifest = std::fs::read_to_string(dist().join("package.json"))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    let named = manifest["files"].as_array().context("files")?;
    let mut named: BTreeSet<&str> = named.iter().filter_map(Value::as_str).collect();
    // These npm takes in by itself.
    named.extend(["package.json", "README.md"]);
    let files = said["files"].as_array().context("files")?;
    let files: BTreeSet<&str> = files.iter().filter_map(|f| f["path"].as_str()).collect();
    ensure!(files == named, "{files:?}, not {named:?}");
    for (_, target) in manifest["exports"].as_object().context("exports")? {
        let targets: Vec<&Value> = match target.as_object() {
            Some(conditions) => conditions.values().collect(),
            None => continue, // what is there under its own name
        };
        for target in targets.into_iter().filter_map(Value::as_str) {
            let file = target.trim_start_matches("./");
            ensure!(files.contains(file), "{target} is not in the package");
        }
    }
    let declared = manifest["customElements"].as_str().unwrap_or_default();
    ensure!(files.contains(declared.trim_start_matches("./")));
    // Packed twice, it is the same to the last byte.
    ensure!(packed(folder.path())?["integrity"] == said["integrity"]);
    Ok(())
}

/// What a server does that renders pages: it imports the package, and has no page.
#[test]
fn the_package_can_be_imported_where_there_is_no_page() -> Result<()> {
    let folder = page_folder()?;
    let script = "import { define } from 'standpoint'; console.log(define('our-comparison'))";
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", script]);
    let said = output(node.current_dir(folder.path()))?;
    ensure!(said.trim() == "undefined", "{said}");
    Ok(())
}

/// Its types are found by its name.
#[test]
fn the_package_has_its_types() -> Result<()> {
    let folder = page_folder()?;
    let source = "import { define, type StanceComparison, type StanceState } from 'standpoint';
        import type {} from 'standpoint/react';
        import 'standpoint/standpoint.js';
        const it: StanceComparison = document.createElement('stance-comparison');
        export const state: StanceState | null = it.state;
        define('our-comparison')?.resolve(document.body, 'words');
        define(1);";
    std::fs::write(folder.path().join("sample.mts"), source)?;
    let tsc = std::env::var_os("STANDPOINT_TSC")
        .context("STANDPOINT_TSC names no file; run `cargo xtask test --only end-to-end`")?;
    for resolution in ["bundler", "nodenext"] {
        let module = if resolution == "bundler" {
            "esnext"
        } else {
            resolution
        };
        let said = Command::new("node")
            .arg(&tsc)
            .args([
                "--noEmit", "--strict", "--target", "es2022", "--pretty", "false",
            ])
            .args(["--module", module, "--moduleResolution", resolution])
            .args(["--lib", "es2022,dom,dom.iterable", "sample.mts"])
            .current_dir(folder.path())
            .output()
            .context("node does not start")?;
        let said = String::from_utf8(said.stdout)?;
        // React is not there; that `define` takes no number is the one mistake.
        let ours: Vec<_> = said
            .lines()
            .filter(|line| !line.contains("'react'"))
            .collect();
        ensure!(
            ours.len() == 1 && ours[0].starts_with("sample.mts(7,16): error TS2345"),
            "{resolution}: {said}"
        );
    }
    Ok(())
}

/// A page is built with the bundler, moved into a folder of a server, and opened.
async fn built_with(bundler: &str) -> Result<()> {
    let folder = page_folder()?;
    let modules = std::env::var_os("STANDPOINT_BUNDLERS")
        .context("STANDPOINT_BUNDLERS names no folder; run `cargo xtask test --only end-to-end`")?;
    let mut node = Command::new("node");
    node.arg(root().join("e2e/bundlers/bundle.mjs"));
    output(node.arg(modules).arg(bundler).arg(folder.path()))?;
    for browser in [Browser::Chromium, Browser::Firefox, Browser::WebKit] {
        let server = Server::start(folder.path())?;
        let document = std::fs::read_to_string(dist().join("articles/harbour-town.json"))?;
        server.offer(&format!("{bundler}/harbour-town.json"), &document);
        let session = Session::start(browser, Look::default()).await?;
        let name = format!("{bundler}/index.html");
        let page = Page::open(&session, &server, Origin::Http, &name).await?;
        let what = format!("{bundler} in {browser:?}");
        page.click("[id='tab:timeline']").await?;
        page.wait("root.querySelector('.timeline') !== null")
            .await
            .with_context(|| what.clone())?;
        // The same element by another name, in another language and of its own.
        let other = "document.querySelector('our-comparison')";
        page.run(&format!("{other}.scrollIntoView()")).await?;
        page.settled(&format!(
            "{other}.shadowRoot?.querySelector('.comparison .versus')?.closest('.comparison').lang === 'de'"
        ))
        .await
        .with_context(|| what.clone())?;
        let styled = "getComputedStyle(root.querySelector('.tab')).borderTopWidth === '0px'";
        page.wait(styled).await?;
        // What comes later, comes as well: files, and lines that can work.
        let csv = page.promised("host.exportAs('csv')").await?;
        ensure!(csv.starts_with("Topic,"), "{what}: {csv}");
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{what}: {errors:?}");
        let foreign = page.foreign_requests().await?;
        ensure!(foreign.is_empty(), "{what} asked for {foreign:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_page_is_built_with_vite() -> Result<()> {
    built_with("vite").await
}

#[tokio::test]
async fn a_page_is_built_with_webpack() -> Result<()> {
    built_with("webpack").await
}

#[tokio::test]
async fn a_page_is_built_with_rollup() -> Result<()> {
    built_with("rollup").await
}

#[tokio::test]
async fn a_page_is_built_with_esbuild() -> Result<()> {
    built_with("esbuild").await
}
