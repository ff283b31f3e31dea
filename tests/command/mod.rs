//! The command line, run as a program.

use serde_json::Value as Json;
use std::path::Path;
use std::process::{Command, Output};

pub(crate) fn standpoint(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_standpoint"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs")
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Writes a file of its own.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, content).expect("the file can be written");
    file.to_string_lossy().into_owned()
}

/// The answer of `check --json` on one file: level and code of each problem.
pub(crate) fn told(arguments: &[&str]) -> Vec<(String, String, String)> {
    let output = standpoint(&[&["check", "--json"], arguments].concat());
    let answer: Json = serde_json::from_str(&stdout(&output)).expect("JSON");
    let problems = answer[0]["problems"].as_array().expect("a list").iter();
    let word = |problem: &Json, name: &str| problem[name].as_str().unwrap_or("").to_owned();
    problems
        .map(|p| (word(p, "level"), word(p, "code"), word(p, "pointer")))
        .collect()
}
