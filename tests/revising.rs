//! What an edit of an article does to a document: told as it is, and nothing is
//! moved without a word.
#![cfg(not(target_arch = "wasm32"))]

use standpoint::anchoring::Icu;
use standpoint::article::{Document, Value, read};
use standpoint::revise::{Fate, Text, revise};

const TOWN: &str = include_str!("documents/harbour-town.txt");

fn document() -> Document {
    let json = include_str!("../seeds/harbour-town.json");
    let value: Value = serde_json::from_str(json).expect("JSON");
    read(&value).expect("a document without mistakes")
}

/// The fates of the passages that do not hold, each with its statement, and the
/// paragraphs that are new.
fn told(text: &str, with_the_old: bool) -> (Vec<(String, String)>, Vec<u32>) {
    let document = document();
    let [before, now] = [TOWN, text].map(|text| Text::new(text, Icu::new("en")));
    let revision = revise(&document, with_the_old.then_some(&before), &now);
    let fates = revision.passages.iter().filter_map(|one| {
        let fate = match &one.fate {
            Fate::Holds => return None,
            Fate::Moved(paragraph) => format!("moved {paragraph}"),
            Fate::Twice(paragraphs) => format!("twice {paragraphs:?}"),
            Fate::Gone(near) => {
                let near: Vec<u32> = near.iter().map(|near| near.paragraph).collect();
                format!("gone {near:?}")
            }
            other => other.code().to_owned(),
        };
        let id = document.statements[one.statement].id.clone();
        Some((id, fate))
    });
    (fates.collect(), revision.new_paragraphs)
}

/// What an edit is, the text after it, the fates of the passages that do not hold,
/// and the paragraphs that are new.
type Edit = (&'static str, String, Vec<(String, String)>, Vec<u32>);

/// The article with something in the place of something else.
fn edited(was: &str, now: &str) -> String {
    assert_eq!(TOWN.matches(was).count(), 1, "{was}");
    TOWN.replace(was, now)
}

#[test]
fn every_kind_of_edit_is_told_as_what_it_is() {
    let all_moved = |ids: &[&str], paragraph: u32| -> Vec<(String, String)> {
        let moved = |id: &&str| ((*id).to_owned(), format!("moved {paragraph}"));
        ids.iter().map(moved).collect()
    };
    let one = |id: &str, fate: &str| vec![(id.to_owned(), fate.to_owned())];
    let cases: Vec<Edit> =
        vec![
        ("nothing", TOWN.to_owned(), vec![], vec![]),
        (
            "a slip of the pen, outside of any passage",
            edited("about 2011", "around 2011"),
            vec![],
            vec![],
        ),
        (
            "a slip of the pen, in the middle of a passage",
            edited("no side until it had", "no sides until it had"),
            one("figures-first", "other-words"),
            vec![],
        ),
        (
            "a “not” in a quotation that is known by its ends",
            edited("I will ask the council", "I will not ask the council"),
            one("two-hundred-jobs", "quotation-changed"),
            vec![],
        ),
        (
            "another word in a quotation of which all words are known",
            edited("and we will not be kept", "and we will never be kept"),
            one("before-the-lorries", "quotation-changed"),
            vec![],
        ),
        (
            "a sentence has gone to another paragraph",
            edited(
                " The customs house could stay, he said, if another place was found for the cars.",
                "",
            )
            .replace(
                "The Wrenmouth Heritage Trust calls",
                "The customs house could stay, he said, if another place was found for the cars. \
                 The Wrenmouth Heritage Trust calls",
            ),
            one("house-could-stay", "moved 6"),
            vec![],
        ),
        (
            "a paragraph is two",
            edited(" “Nine metres", "\n“Nine metres")
                .replace("\nIts timetable", " Its timetable"),
            [
                all_moved(&["nine-metres", "house-could-stay"], 6),
                all_moved(&["not-a-promise", "listed-first", "no-side-on-terminal"], 7),
                all_moved(
                    &["residents-oppose", "before-the-lorries", "residents-demands"],
                    8,
                ),
                all_moved(&["no-need", "a-tenth"], 9),
                all_moved(&["some-and-others", "half-of-us", "every-day"], 10),
                all_moved(&["offer", "not-without-limit"], 11),
            ]
            .concat(),
            vec![],
        ),
        (
            "a paragraph is taken out",
            {
                let line = TOWN.lines().find(|line| line.starts_with("Norlund has"));
                edited(&format!("{}\n", line.expect("a paragraph")), "")
            },
            [
                one("offer", "gone []"),
                one("not-without-limit", "gone []"),
                all_moved(&["lie-still"], 10),
                all_moved(&["silting", "sums"], 11),
            ]
            .concat(),
            vec![],
        ),
        (
            "a paragraph is put in",
            edited("\nWhat nobody", "\nThe harbour office had no comment.\nWhat nobody"),
            all_moved(&["silting", "sums"], 13),
            vec![12],
        ),
        (
            "a quotation is repeated",
            edited(
                "If the council agrees",
                "“A promise that hangs on a car park is not a promise.” If the council agrees",
            ),
            vec![],
            vec![],
        ),
        (
            "the quotation's own paragraph says it again",
            edited(
                "The trust wants",
                "“A promise that hangs on a car park is not a promise.” The trust wants",
            ),
            one("not-a-promise", "twice [6, 6]"),
            vec![],
        ),
        (
            "quotation marks, blanks and normal forms are others",
            TOWN.replace(['“', '”'], "\"")
                .replace('’', "'")
                .replace(" of ", "\u{a0}of  "),
            vec![],
            vec![],
        ),
    ];
    for (what, text, passages, new) in &cases {
        let (told, paragraphs) = told(text, true);
        assert_eq!(&told, passages, "{what}");
        assert_eq!(&paragraphs, new, "{what}");
    }
    let (told, _) = told("Another article altogether.", true);
    assert_eq!(told.len(), document().statements.len());
    assert!(told.iter().all(|(_, fate)| fate == "gone []"), "{told:?}");
}

#[test]
fn without_the_old_text_the_same_is_told_but_for_what_stood_there() {
    let text = edited("no side until it had", "no sides until it had");
    assert_eq!(told(&text, false), told(&text, true));
    let text = edited(
        "\nWhat nobody",
        "\nThe harbour office was silent.\nWhat nobody",
    );
    assert_eq!(told(&text, false), told(&text, true));
}

#[test]
fn what_is_gone_is_shown_what_is_like_it() {
    let text = edited(
        "A promise that hangs on a car park is not a promise",
        "Promises that hang on a car park are promises of nothing",
    );
    let (told, _) = told(&text, false);
    assert_eq!(told, [("not-a-promise".to_owned(), "gone [6]".to_owned())]);
}
