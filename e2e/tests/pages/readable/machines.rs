//! The JSON-LD beside a comparison, held against schema.org's vocabulary: what
//! a property may be of, and what may be said in it.

use anyhow::{Context, Result, ensure};
use e2e::{dist, render};
use std::path::PathBuf;
use std::process::Command;

/// The JSON in a page's only script of that kind.
fn json_ld(page: &str) -> Result<serde_json::Value> {
    let scripts: Vec<_> = page
        .split("<script type=\"application/ld+json\">")
        .skip(1)
        .collect();
    ensure!(scripts.len() == 1, "{} scripts of JSON-LD", scripts.len());
    let (json, _) = scripts[0].split_once("</script>").context("it ends")?;
    Ok(serde_json::from_str(json)?)
}

fn named(variable: &str) -> Result<PathBuf> {
    let path = std::env::var_os(variable).with_context(|| {
        format!("{variable} is not set; run `cargo xtask test --only end-to-end`")
    })?;
    Ok(PathBuf::from(path))
}

/// What TypeScript says of graphs, with schema.org's vocabulary as its types.
fn mistakes(graphs: &[String]) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let modules = named("STANDPOINT_MODULES")?;
    // Where it looks for packages.
    std::os::unix::fs::symlink(&modules, folder.path().join("node_modules"))?;
    let mut source = "import type { Graph } from \"schema-dts\";\n".to_owned();
    for (nth, graph) in graphs.iter().enumerate() {
        source.push_str(&format!("export const graph{nth}: Graph = {graph};\n"));
    }
    let file = folder.path().join("graphs.ts");
    std::fs::write(&file, source)?;
    let mut compiler = Command::new("node");
    compiler.arg(named("STANDPOINT_TSC")?).arg(&file);
    compiler.args(["--noEmit", "--strict", "--pretty", "false"]);
    compiler.args(["--target", "es2022", "--module", "esnext"]);
    compiler.args(["--moduleResolution", "bundler"]);
    let output = compiler.output().context("node does not start")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn what_machines_are_told_is_valid_in_schema_org() -> Result<()> {
    let mut pages = vec![
        std::fs::read_to_string(dist().join("index.html"))?,
        std::fs::read_to_string(dist().join("standalone.html"))?,
    ];
    for seed in ["ceasefire-2025", "harbour-town"] {
        let rendered = render(seed, &["--lang=ar"])?;
        pages.extend([rendered.read("fragment")?, rendered.read("page")?]);
    }
    let mut graphs = Vec::new();
    for page in &pages {
        let graph = json_ld(page)?;
        let nodes = graph["@graph"].as_array().context("a graph")?;
        let count = |kind: &str| nodes.iter().filter(|node| node["@type"] == kind).count();
        ensure!(count("NewsArticle") == 1 && count("Quotation") >= 3);
        graphs.push(serde_json::to_string_pretty(&graph)?);
    }
    let said = mistakes(&graphs)?;
    ensure!(said.is_empty(), "{said}");

    // And what is not valid would be found.
    let good = &graphs[0];
    let mut bad = Vec::new();
    for (right, wrong) in [
        ("\"spokenByCharacter\": {", "\"speaker\": {"),
        ("\"headline\":", "\"headlines\":"),
        ("\"abstract\":", "\"spokenByCharacter\":"),
        ("\"jobTitle\":", "\"headline\":"),
        ("\"@type\": \"Quotation\"", "\"@type\": \"Quote\""),
        ("\"@type\": \"Person\"", "\"@type\": \"Thing\""),
        (
            "\"inLanguage\": \"",
            "\"isPartOf\": true, \"inLanguage\": \"",
        ),
        ("\"genre\": \"", "\"position\": true, \"genre\": \""),
    ] {
        let graph = good.replacen(right, wrong, 1);
        ensure!(graph != *good, "{right} is nowhere");
        bad.push(graph);
    }
    let said = mistakes(&bad)?;
    for line in 0..bad.len() {
        let begins = 2 + bad[..line].iter().map(|g| g.lines().count()).sum::<usize>();
        let ends = begins + bad[line].lines().count();
        let inside = |number: usize| (begins..ends).contains(&number);
        let number = |line: &str| line.split(['(', ',']).nth(1)?.parse().ok();
        ensure!(
            said.lines().filter_map(number).any(inside),
            "mistake {line} was not found: {said}"
        );
    }
    Ok(())
}
