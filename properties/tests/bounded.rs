//! What is fuzzed for as long as one likes (`cargo xtask fuzz`), on inputs that are
//! always the same: all that are kept, and some that are made.

use properties::{Choices, targets};
use std::path::Path;

/// So many inputs are made for a target: as many as take a second or two.
fn made(target: &str) -> u64 {
    match target {
        "truth" => 30,
        "document" | "links" | "exports" | "anchoring" => 600,
        _ => 6_000,
    }
}

fn holds(target: &str) {
    let body = targets::body(target);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fuzz/corpus")
        .join(target);
    let mut files = 0;
    for entry in kept.read_dir().expect("inputs that are kept") {
        let file = entry.expect("a file").path();
        println!("{}", file.display());
        body(&std::fs::read(&file).expect("bytes"));
        files += 1;
    }
    assert!(files > 0, "{} is empty", kept.display());
    for number in 0..made(target) {
        println!("input {number}");
        body(&Choices::bytes_of(number, 40 + number as usize % 600));
    }
}

#[test]
fn documents() {
    holds("document");
}

#[test]
fn dates() {
    holds("dates");
}

#[test]
fn links() {
    holds("links");
}

#[test]
fn directives() {
    holds("directives");
}

#[test]
fn anchoring() {
    holds("anchoring");
}

#[test]
fn exports() {
    holds("exports");
}

#[test]
fn truth() {
    holds("truth");
}

#[test]
fn no_target_is_forgotten() {
    let names: Vec<&str> = targets::ALL.iter().map(|(name, _)| *name).collect();
    let here = include_str!("bounded.rs");
    for name in names {
        assert!(here.contains(&format!("holds(\"{name}\")")), "{name}");
    }
}
