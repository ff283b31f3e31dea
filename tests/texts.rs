//! Every text of the interface is there, and none for nobody.

#![cfg(not(target_arch = "wasm32"))]

use standpoint::i18n::{LANGUAGES, Texts};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Keys that are put together from a prefix and a name of the program's own.
const COMPOSED: [&str; 9] = [
    "choose.only.",
    "choose.parties",
    "choose.topics",
    "choose.party-order.",
    "choose.topic-order.",
    "kind.",
    "season.",
    "statements.by.",
    "view.",
];

fn sources(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "js")
        {
            into.push_str(&std::fs::read_to_string(&path).expect("a source"));
        }
    }
}

fn stem(key: &str) -> &str {
    let form = key.rsplit('.').next().unwrap_or_default();
    match form {
        "zero" | "one" | "two" | "few" | "many" | "other" => &key[..key.len() - form.len() - 1],
        _ => key,
    }
}

#[test]
fn no_text_is_there_for_nobody() {
    let mut source = String::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut source,
    );
    // The loader has a few words of its own, and so have links and the way to passages.
    for folder in ["element", "passages", "widget"] {
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
        sources(&scripts.join(folder), &mut source);
    }
    let texts = Texts::english("en");
    let unused: Vec<_> = texts
        .keys()
        .filter(|key| !COMPOSED.iter().any(|prefix| key.starts_with(prefix)))
        .filter(|key| !source.contains(&format!("\"{key}\"")))
        .filter(|key| !source.contains(&format!("\"{}\"", stem(key))))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

#[test]
fn no_text_is_missing() {
    let mut source = String::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/components")),
        &mut source,
    );
    let texts = Texts::english("en");
    let known: BTreeSet<&str> = texts.keys().map(stem).collect();
    let asked = |call: &str| -> Vec<String> {
        let after = source.split(call).skip(1);
        after
            .filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let mut all = asked("texts.get(\"");
    all.extend(asked("texts.with(\""));
    all.extend(asked("texts.count(\""));
    assert!(
        all.len() > 40,
        "the calls are written in another way now: {}",
        all.len()
    );
    let missing: Vec<_> = all
        .iter()
        .filter(|key| !known.contains(key.as_str()))
        .collect();
    assert!(missing.is_empty(), "there is no text for {missing:?}");
}

/// CLDR's cardinal categories; none where every whole number goes with `other`.
/// French and Spanish have `many` for millions, which takes the form of `other`.
fn categories(language: &str) -> &'static [&'static str] {
    match language {
        "uk" | "ru" => &["few", "many", "one", "other"],
        "ar" => &["few", "many", "one", "other", "two", "zero"],
        "zh" | "zh-Hant" => &[],
        _ => &["one", "other"],
    }
}

/// What is filled into a text.
fn names(text: &str) -> BTreeSet<&str> {
    let after = text.split('{').skip(1);
    after.filter_map(|rest| rest.split('}').next()).collect()
}

/// By stem: the forms, and the names in them.
fn forms(texts: &Texts) -> BTreeMap<&str, Vec<(&str, BTreeSet<&str>)>> {
    let mut forms: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (key, text) in texts.entries() {
        let stem = stem(key);
        let form = key[stem.len()..].trim_start_matches('.');
        forms.entry(stem).or_default().push((form, names(text)));
    }
    forms
}

#[test]
fn every_language_has_every_text_in_every_form_it_needs() {
    let english = Texts::english("en");
    let wanted = forms(&english);
    for (language, source) in LANGUAGES {
        let texts = Texts::parse(language, source);
        let found = forms(&texts);
        let keys =
            |forms: &BTreeMap<&str, _>| forms.keys().map(|k| (*k).to_owned()).collect::<Vec<_>>();
        assert_eq!(keys(&found), keys(&wanted), "{language}");
        for (stem, forms) in &found {
            let mut categories_found: Vec<_> = forms.iter().map(|(form, _)| *form).collect();
            categories_found.sort_unstable();
            assert!(
                categories_found == [""] || categories_found == categories(language),
                "{language}: {stem} has the forms {categories_found:?}"
            );
            let needed: BTreeSet<&str> =
                wanted[stem].iter().flat_map(|(_, n)| n).copied().collect();
            for (form, names) in forms {
                // One, two and none may be words: “موضوعان”.
                let counted = matches!(*form, "zero" | "one" | "two") && !names.contains("n");
                let mut needed = needed.clone();
                if counted {
                    needed.remove("n");
                }
                assert_eq!(*names, needed, "{language}: {stem} {form}");
            }
        }
    }
}

/// What an editor would send back.
#[test]
fn every_language_is_written_as_it_is_printed() {
    for (language, source) in LANGUAGES {
        for (key, text) in Texts::parse(language, source).entries() {
            assert!(!text.is_empty(), "{language}: {key} is empty");
            assert!(
                !text.contains(['"', '\'', '~']),
                "{language}: {key}: {text}"
            );
            assert!(!text.contains("  "), "{language}: {key}: {text}");
            let narrow = ["\u{202f}:", "\u{202f};", "\u{202f}%"];
            for (mark, spaced) in [":", ";", "%"].into_iter().zip(narrow) {
                let bare = text.matches(mark).count() - text.matches(spaced).count();
                assert!(language != "fr" || bare == 0, "{key}: {text}");
            }
            let latin = [", ", "; ", "?"].iter().any(|mark| text.contains(mark));
            assert!(language != "ar" || !latin, "{key}: {text}");
            let half = [", ", ": ", "; ", "(", ")"]
                .iter()
                .any(|mark| text.contains(mark));
            assert!(!language.starts_with("zh") || !half, "{key}: {text}");
        }
    }
}

/// The numbers that tell plural rules apart.
#[test]
fn numbers_have_the_forms_of_their_language() {
    let count =
        |language: &str, n: usize| Texts::nearest(language).count("overview.topics", n, &[]);
    for (language, n, words) in [
        ("uk", 1, "1 тема"),
        ("uk", 3, "3 теми"),
        ("uk", 11, "11 тем"),
        ("uk", 22, "22 теми"),
        ("ru", 21, "21 тема"),
        ("ru", 112, "112 тем"),
        ("de", 1, "1 Thema"),
        ("fr", 0, "0 sujet"),
        ("fr", 2, "2 sujets"),
        ("es", 1_000_000, "1.000.000 temas"),
        ("ar", 2, "موضوعان"),
        ("ar", 5, "5 مواضيع"),
        ("ar", 14, "14 موضوعًا"),
        ("ar", 100, "100 موضوع"),
        ("zh", 9, "9个议题"),
        ("zh-TW", 9, "9個議題"),
        ("en", 1, "1 topic"),
        ("it", 2, "2 topics"),
    ] {
        assert_eq!(count(language, n), words, "{n} in {language}");
    }
}

/// The Studio has files of its own; a form that a language has not takes the last one.
#[test]
fn the_studio_says_all_in_every_language() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/studio/words"));
    let read = |language: &str| {
        let source = std::fs::read_to_string(folder.join(format!("{language}.txt")));
        Texts::parse(language, &source.expect("the language’s words"))
    };
    let english = read("en");
    let wanted = forms(&english);
    for (language, _) in LANGUAGES {
        let texts = read(language);
        let found = forms(&texts);
        let keys =
            |forms: &BTreeMap<&str, _>| forms.keys().map(|k| (*k).to_owned()).collect::<Vec<_>>();
        assert_eq!(keys(&found), keys(&wanted), "{language}");
        for (stem, forms) in &found {
            let is_whole = forms
                .iter()
                .any(|(form, _)| form.is_empty() || *form == "other");
            assert!(is_whole, "{language}: {stem} has no form for every number");
            let known: BTreeSet<&str> = wanted[stem]
                .iter()
                .flat_map(|(_, names)| names.clone())
                .collect();
            for (form, names) in forms {
                let missing: Vec<_> = known
                    .iter()
                    .filter(|name| **name != "n" && !names.contains(*name))
                    .collect();
                assert!(
                    missing.is_empty(),
                    "{language}: {stem}.{form} leaves out {missing:?}"
                );
                assert!(
                    names.is_subset(&known),
                    "{language}: {stem}.{form} has {names:?}"
                );
            }
        }
        assert_eq!(
            texts.keys().count(),
            texts.keys().collect::<BTreeSet<_>>().len(),
            "{language}"
        );
    }
}
