//! A new text of the article: each passage is told as it is, and none is moved before
//! somebody says so.

use super::{mark, passages};
use standpoint::anchoring::Icu;
use standpoint::article::{StatementKind, Value};
use standpoint::draft::{Action, Decision, Draft, Fate, Revising, check};

const TEXT: [&str; 3] = [
    "The council met on Monday. “We will close the harbour in May for all the ships of the fleet,” said Aske.",
    "The fishers do not agree with her plan at all. They want it open until the autumn.",
    "Nobody asked the port. It has room for nine ships, and holds twelve of them.",
];

/// A quotation, a report over most of a sentence, and an account.
fn marked() -> Draft {
    let mut draft = Draft::begin("en").after(&Action::SetText(TEXT.map(str::to_owned).to_vec()));
    for (at, words, kind) in [
        (
            0,
            "We will close the harbour in May for all the ships of the fleet,",
            StatementKind::DirectQuote,
        ),
        (
            1,
            "The fishers do not agree with her plan at all.",
            StatementKind::ReportedSpeech,
        ),
        (2, "Nobody asked the port.", StatementKind::Narration),
    ] {
        draft = draft.after(&mark(&draft, at, words, kind));
    }
    draft
}

fn against(draft: &Draft, text: &str) -> Revising<Icu> {
    Revising::new(draft, &passages(draft), text, Icu::new("en"))
}

/// Twelve edits, and what becomes of the three passages.
#[test]
fn each_edit_is_told_as_it_is() {
    let joined = TEXT.join("\n");
    let whole = joined.as_str();
    let edits: [(&str, String, [&str; 3]); 12] = [
        ("nothing", whole.to_owned(), ["holds", "holds", "holds"]),
        (
            "a typo mended elsewhere",
            whole.replace("nine ships", "ten ships"),
            ["holds", "holds", "holds"],
        ),
        (
            "“not” in the middle",
            whole.replace("harbour in May", "harbour not in May"),
            ["quotation-changed", "holds", "holds"],
        ),
        (
            "other words in a report",
            whole.replace("agree with her plan", "agree with any plan"),
            ["holds", "other-words", "holds"],
        ),
        (
            "a paragraph moved",
            format!("{}\n{}\n{}", TEXT[1], TEXT[0], TEXT[2]),
            ["moved", "moved", "holds"],
        ),
        (
            "a paragraph split",
            whole.replace("all. They", "all.\nThey"),
            ["holds", "holds", "moved"],
        ),
        (
            "two joined",
            format!("{} {}\n{}", TEXT[0], TEXT[1], TEXT[2]),
            ["holds", "moved", "moved"],
        ),
        (
            "one removed",
            format!("{}\n{}", TEXT[0], TEXT[2]),
            ["holds", "gone", "moved"],
        ),
        (
            "one added",
            format!("It rained for a week.\n{whole}"),
            ["moved", "moved", "moved"],
        ),
        (
            "a sentence repeated",
            whole.replace(
                "Nobody asked the port.",
                "Nobody asked the port. Nobody asked the port.",
            ),
            ["holds", "holds", "twice"],
        ),
        (
            "marks and blanks exchanged",
            whole.replace(['“', '”'], "\"").replace(' ', "\u{a0}"),
            ["holds", "holds", "holds"],
        ),
        (
            "all replaced",
            "Something else stands here now.".to_owned(),
            ["gone", "gone", "gone"],
        ),
    ];
    let draft = marked();
    for (edit, text, fates) in edits {
        let revising = against(&draft, &text);
        let found: Vec<&str> = revising.found.iter().map(|one| one.fate.code()).collect();
        assert_eq!(found, fates, "{edit}");
        // What holds needs nobody; everything else does.
        let open = revising
            .at_first()
            .iter()
            .filter(|one| one.is_none())
            .count();
        let held = fates.iter().filter(|one| **one == "holds").count();
        assert_eq!(open, 3 - held, "{edit}");
        let is_decided = revising.decided(&draft, &revising.at_first()).is_some();
        assert_eq!(is_decided, open == 0, "{edit}");
    }
    let added = against(&draft, &format!("It rained for a week.\n{whole}"));
    assert_eq!(added.new, [0]);
}

/// The codes of what stops publishing, but for what is not written yet.
fn stops(draft: &Draft) -> Vec<&'static str> {
    let all = check(draft, &passages(draft)).into_iter();
    let all = all.filter(|one| {
        one.stops && !["missing", "blank", "empty-list", "no-speaker"].contains(&one.code)
    });
    all.map(|one| one.code).collect()
}

#[test]
fn what_is_decided_is_one_step_and_holds() {
    let mut draft = marked();
    for action in [
        Action::AddParty("Fishers".to_owned()),
        Action::AddTopic("Closing".to_owned()),
        Action::Rest {
            stance: None,
            party: "fishers".to_owned(),
            topic: "closing".to_owned(),
            statements: vec!["s2".to_owned()],
        },
        Action::Read(2, true),
    ] {
        draft = draft.after(&action);
    }
    assert_eq!(stops(&draft), [""; 0]);
    let text = format!(
        "It rained.\n{}\n{}",
        TEXT[0].replace("harbour in May", "harbour never in May"),
        TEXT[2]
    );
    let revising = against(&draft, &text);
    let Fate::QuotationChanged { now, .. } = &revising.found[0].fate else {
        panic!("{:?}", revising.found[0]);
    };
    assert!(now.contains("never"), "{now}");
    let decisions = [
        Some(Decision::Stands(0)),
        Some(Decision::Gone),
        Some(Decision::Stands(0)),
    ];
    let rewritten = revising
        .decided(&draft, &decisions)
        .expect("all is decided");
    let texts = revising.paragraphs().iter().map(|one| one.text.clone());
    let after = draft.after(&Action::Revise(texts.collect(), rewritten));
    let content = after.content();
    assert_eq!(content.statements.len(), 2);
    assert_eq!(
        content.statements[0].text,
        "We will close the harbour never in May for all the ships of the fleet,"
    );
    assert_eq!(content.statements[0].paragraph, 2);
    // A cell that has lost its last statement is empty.
    assert!(content.stances.is_empty());
    // What is new is unread, what was read is not.
    assert!(!content.paragraphs[0].is_read);
    assert!(content.paragraphs[2].is_read);
    assert_eq!(stops(&after), ["unread"]);
    let told = Action::Correct(
        "2026-03-12".to_owned(),
        "The fishers say nothing.".to_owned(),
    );
    let told = after.after(&told);
    let value = Value::from_json(&told.exported()).expect("JSON");
    let Value::Object(fields) = value else {
        panic!("no object");
    };
    let review = fields.iter().find(|(name, _)| **name == *"review");
    assert!(
        format!("{review:?}").contains("The fishers say nothing."),
        "{review:?}"
    );
}

#[test]
fn the_checker_speaks_before_a_draft_is_a_document() {
    let draft = marked();
    // The text changes without anybody deciding anything.
    let other = TEXT
        .join("\n")
        .replace("We will", "We shall")
        .replace("her plan", "any plan");
    let project = draft
        .saved()
        .replace("We will close", "We will never close");
    let misquoted = Draft::open(&project).expect("a project");
    assert_eq!(misquoted.content().statements.len(), 3);
    let quoted = draft.after(&Action::Write(
        standpoint::draft::Place::Statement(0),
        "text",
        "We will never close the harbour in May,".to_owned(),
    ));
    assert!(
        stops(&quoted).contains(&"quote-differs") || stops(&quoted).contains(&"quotation-differs")
    );
    let pasted = draft.after(&Action::SetText(vec![other]));
    assert!(
        stops(&pasted).contains(&"other-text"),
        "{:?}",
        stops(&pasted)
    );
    assert!(
        stops(&pasted).contains(&"changed") || stops(&pasted).contains(&"not-found"),
        "{:?}",
        stops(&pasted)
    );
    // A summary that is the article's own sentence is worth a look.
    let copied = draft.after(&Action::Write(
        standpoint::draft::Place::Statement(1),
        "text",
        "The fishers do not agree with her plan at all.".to_owned(),
    ));
    let found = check(&copied, &passages(&copied));
    assert!(
        found
            .iter()
            .any(|one| !one.stops && one.code == "copied-summary"),
        "{found:?}"
    );
}
