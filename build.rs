//! Takes out of the article's document, which is built in, what only people
//! need: its line breaks.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let document = read("seeds/ceasefire-2025.json")?;
    fs::write(Path::new(&out).join("article.json"), compact(&document))?;
    Ok(())
}

/// JSON without the white space between its words.
fn compact(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let is_kept = |sign: &char| {
        let is_kept = in_text || !sign.is_ascii_whitespace();
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => in_text = !in_text,
            _ => {}
        }
        is_kept
    };
    json.chars().filter(is_kept).collect()
}

fn read(file: &str) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}").into())
}
