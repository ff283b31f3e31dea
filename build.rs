//! Takes out of what is built in what only people need: the line breaks of the
//! article's document, and the notes for translators.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let document = read("seeds/ceasefire-2025.json")?;
    let document: serde_json::Value = serde_json::from_str(&document)?;
    fs::write(Path::new(&out).join("article.json"), document.to_string())?;
    let texts = read("src/i18n/en.txt")?;
    let lines = texts.lines().map(str::trim);
    let kept: Vec<_> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    fs::write(Path::new(&out).join("en.txt"), kept.join("\n"))?;
    Ok(())
}

fn read(file: &str) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}").into())
}
