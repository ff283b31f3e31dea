//! The journalist's command line, run as a program.

#![cfg(not(target_arch = "wasm32"))]

mod cases;
mod program;

use cases::{TOLD, full_of_mistakes};
use program::{file, standpoint, stdout, told};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A document with two mistakes, in a file of its own.
fn broken(name: &str) -> PathBuf {
    let source = include_str!("../seeds/ceasefire-2025.json")
        .replacen(
            "\"position\": \"conditional\"",
            "\"position\": \"conditonal\"",
            1,
        )
        .replacen("\"paragraph\": 3", "\"paragraph\": 33", 1);
    PathBuf::from(file(name, source))
}

#[test]
fn a_right_document_passes() {
    let output = standpoint(&[
        "check",
        "seeds/ceasefire-2025.json",
        "seeds/harbour-town.json",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    let lines = stdout(&output);
    let summaries = lines.lines().filter(|l| l.contains(": no mistake found"));
    assert_eq!(summaries.count(), 2);
    // What else is said is worth a look, and no mistake.
    let others = lines.lines().filter(|l| !l.contains(": no mistake found"));
    assert!(others.into_iter().all(|line| line.contains(": warning: ")));
}

#[test]
fn one_file_that_cannot_be_read_does_not_end_the_check_of_the_others() {
    let broken = broken("beside-unreadable.json");
    let no_text = file("no-text.json", b"\xff\xfe");
    let all = [
        "check",
        "seeds/nowhere.json",
        &no_text,
        &broken.to_string_lossy(),
    ];
    let output = standpoint(&all);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stdout(&output).contains("2 mistakes"),
        "{}",
        stdout(&output)
    );
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("seeds/nowhere.json could not be read"),
        "{said}"
    );
    assert!(said.contains("no-text.json could not be read"), "{said}");

    let output = standpoint(&[&all[..], &["--json"]].concat());
    assert_eq!(output.status.code(), Some(2));
    let answer: Json = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(answer[0]["problems"][0]["code"], "unreadable");
    assert_eq!(answer[0]["valid"], false);
    assert_eq!(answer[2]["problems"].as_array().map(Vec::len), Some(2));
}

#[cfg(unix)]
#[test]
fn nothing_of_a_document_or_a_name_is_obeyed_by_the_terminal() {
    let source = include_str!("../seeds/harbour-town.json");
    let source = source.replacen("\"id\": \"mayor\"", "\"id\": \"\\u001b[2J\\u202emayor\"", 1);
    let file = file("\u{1b}]0;name\u{7}.json", source);
    let output = standpoint(&["check", &file, "seeds/no\u{1b}[2Jwhere.json"]);
    assert_eq!(output.status.code(), Some(2));
    for said in [&output.stdout, &output.stderr] {
        let said = String::from_utf8_lossy(said);
        let obeyed = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
        assert!(!said.contains(obeyed), "{said:?}");
    }
    assert!(stdout(&output).contains("\\u{1b}]0;name\\u{7}.json: "));
}

#[cfg(unix)]
#[test]
fn who_has_seen_enough_may_go() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many-mistakes-piped.json");
    std::fs::write(&file, full_of_mistakes(1_000)).expect("the file can be written");
    for arguments in [
        &["check", &file.to_string_lossy()][..],
        &["check", "--json", &file.to_string_lossy()],
        &["export", "seeds/harbour-town.json", "--format", "html"],
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = Command::new(env!("CARGO_BIN_EXE_standpoint"))
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(writer)
            .stderr(std::process::Stdio::piped())
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said, "", "{arguments:?}");
        assert!(
            output.status.code().is_some_and(|code| code < 2),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_text_is_read_whatever_system_it_is_from() {
    let text = include_str!("documents/harbour-town.txt");
    for (name, text) in [
        ("mark", format!("\u{feff}{text}")),
        ("mac", text.replace('\n', "\r")),
        ("windows", text.replace('\n', "\r\n")),
        ("all", format!("\u{feff}{}", text.replace('\n', "\r\n"))),
    ] {
        let text = file(&format!("text-{name}.txt"), text);
        let told = told(&["seeds/harbour-town.json", "--text", &text]);
        let errors = told.iter().filter(|(level, ..)| level == "error");
        assert_eq!(errors.count(), 0, "{name}: {told:?}");
    }
}

#[test]
fn every_mistake_is_named_with_its_file_and_place() {
    let file = broken("two-mistakes.json");
    let output = standpoint(&["check", &file.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let lines = stdout(&output);
    let place = |pointer: &str| format!("{}: {pointer}: ", file.display());
    assert!(lines.contains(&place("/stances/1/position")), "{lines}");
    assert!(lines.contains("“conditional”"), "{lines}");
    assert!(lines.contains(&place("/statements/7/paragraph")), "{lines}");
    assert!(lines.contains("2 mistakes"), "{lines}");
}

#[test]
fn machines_get_json() {
    let file = broken("two-mistakes-json.json");
    let output = standpoint(&["check", "--json", &file.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let answer: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(answer[0]["valid"], false);
    let problems = answer[0]["problems"].as_array().expect("a list");
    let codes: Vec<_> = problems
        .iter()
        .map(|p| p["code"].as_str().unwrap_or(""))
        .collect();
    assert_eq!(codes, ["no-such-paragraph", "unknown-id"]);
}

#[test]
fn of_many_mistakes_not_all_are_told_but_all_are_counted() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many-mistakes.json");
    std::fs::write(&file, full_of_mistakes(1_234)).expect("the file can be written");
    let output = standpoint(&["check", &file.to_string_lossy()]);
    let lines = stdout(&output);
    assert_eq!(lines.lines().count(), TOLD + 2, "{lines}");
    assert!(lines.contains("1,034 more mistakes"), "{lines}");
    assert!(lines.ends_with(": 1234 mistakes\n"), "{lines}");
}

#[test]
fn a_file_that_is_too_large_is_a_mistake() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("too-large.json");
    // Nothing is written: it is as long as that, and empty.
    let file = std::fs::File::create(&path).expect("the file can be made");
    file.set_len(64_000_001).expect("it can be so long");
    let output = standpoint(&["check", &path.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let words = "(document): The document has more than 64,000,000 bytes, the most that is taken.";
    assert!(stdout(&output).contains(words), "{}", stdout(&output));
    file.set_len(64_000_000).expect("it can be so long");
    let output = standpoint(&["check", &path.to_string_lossy()]);
    let words = "(document): This is not JSON";
    assert!(stdout(&output).contains(words), "{}", stdout(&output));
    std::fs::remove_file(path).expect("the file is there");
}

#[test]
fn a_file_that_is_not_there_is_another_matter_than_a_mistake() {
    let output = standpoint(&["check", "seeds/nowhere.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("seeds/nowhere.json"));
}

#[test]
fn passages_are_held_against_the_text() {
    let text = "tests/documents/harbour-town.txt";
    let output = standpoint(&["check", "seeds/harbour-town.json", "--text", text]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));

    let other = standpoint(&["check", "seeds/ceasefire-2025.json", "--text", text]);
    assert_eq!(other.status.code(), Some(1));
    assert!(
        stdout(&other).contains("/article/text_digest"),
        "{}",
        stdout(&other)
    );
    assert!(stdout(&other).contains("The passage does not stand in paragraph 1"));
}

#[test]
fn a_document_with_mistakes_is_not_rendered() {
    let file = broken("two-mistakes-render.json");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rendered");
    let output = standpoint(&[
        "render",
        &file.to_string_lossy(),
        "--out",
        &out.to_string_lossy(),
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/stances/1/position"));
    assert!(!out.join("two-mistakes-render.fragment.html").exists());
}

/// Renders into a folder of its own.
fn rendered(name: &str, arguments: &[&str]) -> (Output, PathBuf) {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if out.exists() {
        std::fs::remove_dir_all(&out).expect("the folder can be removed");
    }
    let folder = out.to_string_lossy();
    let output = standpoint(&[&["render", "--out", &folder], arguments].concat());
    (output, out)
}

#[test]
fn documents_are_rendered_in_three_ways_with_the_same_bytes_every_time() {
    let seeds = ["seeds/ceasefire-2025.json", "seeds/harbour-town.json"];
    let (first, one) = rendered("once", &seeds);
    let (second, two) = rendered("twice", &seeds);
    assert!(first.status.success() && second.status.success());
    for name in ["ceasefire-2025", "harbour-town"] {
        for what in ["fragment", "page", "table"] {
            let file = format!("{name}.{what}.html");
            let read = |folder: &Path| std::fs::read(folder.join(&file)).expect("it is there");
            assert_eq!(read(&one), read(&two), "{file}");
        }
    }
    let table = std::fs::read_to_string(one.join("harbour-town.table.html")).expect("a table");
    for foreign in ["<script", "<style", "class=", " id=", "<details"] {
        assert!(!table.contains(foreign), "{foreign} in a plain table");
    }
    for needed in [
        "<caption>",
        "<th scope=\"col\">",
        "<th scope=\"row\">",
        "Helen Aske, Mayor of Wrenmouth, October 1, 2024, paragraph 4",
    ] {
        assert!(table.contains(needed), "no {needed} in the table");
    }
}

#[test]
fn a_page_is_rendered_as_it_is_asked_for() {
    let (output, folder) = rendered(
        "as-asked",
        &[
            "seeds/harbour-town.json",
            "--lang=uk",
            "--theme=dark",
            "--src=https://example.org/harbour.json",
            "--loader=https://example.org/standpoint.js",
        ],
    );
    assert!(output.status.success());
    let read = |what: &str| {
        let file = folder.join(format!("harbour-town.{what}.html"));
        std::fs::read_to_string(file).expect("it is there")
    };
    let element =
        "<stance-comparison lang=\"uk\" theme=\"dark\" src=\"https://example.org/harbour.json\">";
    assert!(read("fragment").starts_with(element));
    let alone = element.replace(" src=", " heading-level=\"1\" src=");
    assert!(read("page").contains(&alone), "{alone}");
    assert!(read("page").contains("<script src=\"https://example.org/standpoint.js\" async>"));
    assert!(read("table").starts_with("<article lang=\"uk\" dir=\"ltr\">"));
    let (output, folder) = rendered("still", &["seeds/harbour-town.json", "--no-loader"]);
    assert!(output.status.success());
    let page = std::fs::read_to_string(folder.join("harbour-town.page.html")).expect("a page");
    assert!(!page.contains("<script src"));
}

#[test]
fn only_the_built_in_document_can_be_left_out() {
    let (output, folder) = rendered("built-in", &["seeds/ceasefire-2025.json", "--built-in"]);
    assert!(output.status.success());
    let file = folder.join("ceasefire-2025.fragment.html");
    let fragment = std::fs::read_to_string(file).expect("a fragment");
    assert!(!fragment.contains("application/json"));
    let (output, _) = rendered("not-built-in", &["seeds/harbour-town.json", "--built-in"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("harbour-town.json is not the document that is built in"));
}

#[test]
fn one_address_is_not_that_of_two_documents() {
    let seeds = ["seeds/ceasefire-2025.json", "seeds/harbour-town.json"];
    let (output, _) = rendered("two", &[&seeds[..], &["--src=a.json"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--src a.json"));
}

#[test]
fn headings_begin_where_the_page_says() {
    let (output, folder) = rendered(
        "headings",
        &["seeds/harbour-town.json", "--heading-level=4"],
    );
    assert!(output.status.success());
    let read = |what: &str| {
        let file = folder.join(format!("harbour-town.{what}.html"));
        std::fs::read_to_string(file).expect("it is there")
    };
    assert!(read("fragment").contains("<h4 class=\"headline\""));
    assert!(read("table").contains("<h4>") && read("table").contains("<h5>"));
    // A page of its own has its title.
    assert!(read("page").contains("<h1 class=\"headline\""));
    let (output, _) = rendered(
        "headings-7",
        &["seeds/harbour-town.json", "--heading-level=7"],
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn one_csv_is_for_spreadsheets_and_one_for_programs() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("for-spreadsheets.json");
    let seed = include_str!("../seeds/harbour-town.json");
    let seed = seed.replace("\"headline\": \"", "\"headline\": \"＝1+1 ");
    std::fs::write(&file, seed).expect("the file can be written");
    let export = |format: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_standpoint"))
            .args(["export", &file.to_string_lossy(), "--format", format])
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{format}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let (people, programs) = (export("csv"), export("csv-data"));
    // Excel takes it for UTF-8 by this.
    assert!(people.starts_with("\u{feff}Topic,") && people.contains(",'＝1+1 "));
    assert!(programs.starts_with("Topic,") && programs.contains(",＝1+1 "));
}
