//! Takes out of the article's document, which is built in, what only people
//! need: its line breaks.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let document = read("seeds/ceasefire-2025.json")?;
    let document: serde_json::Value = serde_json::from_str(&document)?;
    fs::write(Path::new(&out).join("article.json"), document.to_string())?;
    Ok(())
}

fn read(file: &str) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}").into())
}
