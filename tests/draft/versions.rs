//! What was done can be undone after the page has come anew, and versions with a name
//! come back as they were.

use super::{mark, with_text};
use standpoint::article::StatementKind;
use standpoint::draft::{Action, Draft, History, Place, Undone};

fn worked() -> History {
    let mut history = History::new(with_text());
    for action in [
        Action::AddParty("Мэр".to_owned()),
        Action::AddTopic("Closing".to_owned()),
        Action::Read(1, true),
        Action::Write(
            Place::Topic(0),
            "question",
            "Should “it” be closed? 🚢".to_owned(),
        ),
    ] {
        history = history.after(&action);
    }
    let quote = mark(
        history.now(),
        0,
        "We will close it,",
        StatementKind::DirectQuote,
    );
    history.after(&quote)
}

#[test]
fn steps_are_undone_after_a_reload() {
    let history = worked();
    let project = history.now().saved();
    let again = Draft::open(&project).expect("a project");
    let mut again = History::unpacked(again, &history.packed());
    let mut before = history.clone();
    for _ in 0..5 {
        assert_eq!(again.next(Undone::Undo), before.next(Undone::Undo));
        again = again.step(Undone::Undo);
        before = before.step(Undone::Undo);
        assert_eq!(again.now().saved(), before.now().saved());
    }
    assert_eq!(again.next(Undone::Undo), None);
    assert_eq!(again.now().saved(), with_text().saved());
    // What was redone is undone again, too.
    let redone = again.step(Undone::Redo).step(Undone::Redo);
    let kept = History::unpacked(Draft::clone(redone.now()), &redone.packed());
    assert_eq!(
        kept.step(Undone::Undo).now(),
        redone.step(Undone::Undo).now()
    );
    // What does not fit is left.
    let other = History::unpacked(Draft::begin("en"), &history.packed());
    assert_eq!(other.next(Undone::Undo), None);
}

#[test]
fn a_version_comes_back_byte_for_byte() {
    let seed = include_str!("../../seeds/harbour-town.json");
    let opened = Draft::open(seed).expect("a document");
    let keep = |draft: &Draft| {
        let keep = Action::KeepVersion("Published".to_owned(), "2026-01-02T03:04".to_owned());
        draft.after(&keep)
    };
    let kept = keep(&opened);
    assert_eq!(kept.exported(), seed);
    // The same again is no other version.
    assert_eq!(keep(&kept).content().versions.len(), 1);
    let text = Action::SetText(vec!["Another text.".to_owned()]);
    let changed = kept
        .after(&Action::Write(
            Place::Article,
            "headline",
            "Another".to_owned(),
        ))
        .after(&text);
    assert_ne!(changed.exported(), seed);
    let back = changed.after(&Action::Restore(0));
    assert_eq!(back.exported(), seed);
    assert_eq!(back.content().paragraphs, opened.content().paragraphs);
    assert_eq!(
        back.after(&Action::ForgetVersion(0))
            .content()
            .versions
            .len(),
        0
    );
    assert_eq!(back.after(&Action::Restore(7)), back);
    // It is there when the project is opened again.
    let again = Draft::open(&changed.saved()).expect("a project");
    assert_eq!(again.content().versions[0].name, "Published");
    assert_eq!(again.after(&Action::Restore(0)).exported(), seed);
}
