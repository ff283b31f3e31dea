//! What the plugin for WordPress says in several places is the same in all.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("wordpress")
        .join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn every_text_can_be_translated() {
    let mut said = BTreeSet::new();
    for name in [
        "standpoint.php",
        "documents.php",
        "block.js",
        "check.js",
        "uninstall.php",
    ] {
        let source = read(name);
        for call in source.split("__( '").skip(1) {
            let (text, rest) = call.split_once("', '").expect(name);
            assert!(rest.starts_with("standpoint' )"), "{name}: {text}");
            said.insert(text.replace('"', "\\\""));
        }
    }
    let template = read("languages/standpoint.pot");
    let listed: BTreeSet<String> = template
        .lines()
        .filter_map(|line| line.strip_prefix("msgid \"")?.strip_suffix('"'))
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect();
    assert_eq!(said, listed, "wordpress/languages/standpoint.pot");
}

#[test]
fn the_plugin_is_of_this_version() {
    let header = format!("Version:           {}\n", env!("CARGO_PKG_VERSION"));
    assert!(read("standpoint.php").contains(&header));
}
