//! What stands between quotation marks is proposed, with the name nearest to a verb of
//! saying; nothing of it is stored.

use super::{mark, passages};
use standpoint::article::{Speaker, StatementKind};
use standpoint::draft::{Action, Draft, Proposal, proposals};

fn begun(language: &str, text: &str) -> Draft {
    Draft::begin(language).after(&Action::SetText(vec![text.to_owned()]))
}

fn of(draft: &Draft) -> Vec<Proposal> {
    let spans = passages(draft).spans(draft);
    proposals(draft.content(), &spans)
}

fn told(language: &str, text: &str) -> Vec<(String, String)> {
    let all = of(&begun(language, text)).into_iter();
    all.map(|one| (one.text, one.name.unwrap_or_default()))
        .collect()
}

#[test]
fn the_name_nearest_to_a_verb_of_saying_is_on_offer() {
    for (language, text, words, name) in [
        (
            "en",
            "“We will close it,” said Helen Aske, the mayor of Port Ellen.",
            "We will close it,",
            "Helen Aske",
        ),
        (
            "en",
            "On Monday Rowe told the Herald: “Not so.”",
            "Not so.",
            "Rowe",
        ),
        ("en", "He said it was \"over\".", "over", ""),
        (
            "de",
            "„Wir schließen ihn“, sagte Helene Aske am Montag.",
            "Wir schließen ihn",
            "Helene Aske",
        ),
        (
            "fr",
            "« Nous le fermons », a déclaré Hélène Aské.",
            "Nous le fermons",
            "Hélène Aské",
        ),
        (
            "es",
            "«Lo cerramos», dijo Elena Asque ayer.",
            "Lo cerramos",
            "Elena Asque",
        ),
        (
            "uk",
            "«Ми її закриваємо», – заявила Олена Аско.",
            "Ми її закриваємо",
            "Олена Аско",
        ),
        (
            "ru",
            "«Мы её закрываем», – сказала Елена Аско.",
            "Мы её закрываем",
            "Елена Аско",
        ),
        ("ar", "قالت هيلين أسكي: “سنغلقه”", "سنغلقه", "هيلين أسكي"),
        (
            "zh",
            "发言人林剑说：“我们同意。”",
            "我们同意。",
            "发言人林剑",
        ),
        (
            "zh-TW",
            "發言人林劍說：「我們同意。」",
            "我們同意。",
            "發言人林劍",
        ),
        // A language without a list: the words, and nobody.
        ("fi", "”Ei”, sanoi Aske. “Kyllä” hän.", "Kyllä", ""),
    ] {
        let told = told(language, text);
        assert!(
            told.contains(&(words.to_owned(), name.to_owned())),
            "{text}: {told:?}"
        );
    }
}

#[test]
fn an_interrupted_quotation_is_one() {
    let all = of(&begun(
        "en",
        "“We agree,” she said, “but not today.” “It is late.”",
    ));
    let texts: Vec<&str> = all.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["We agree, […] but not today.", "It is late."]);
    assert_eq!(all[0].spans.len(), 2);
    // What ends is another.
    assert_eq!(
        of(&begun("en", "“We agree.” She said so. “But not today.”")).len(),
        2
    );
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph() {
    let all = of(&begun(
        "en",
        "Aske said: “We agree.\n“But not today.”\n“So?” Rowe asked.",
    ));
    let texts: Vec<&str> = all.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["We agree. But not today.", "So?"]);
    assert_eq!(all[1].name.as_deref(), Some("Rowe"));
}

#[test]
fn what_is_marked_or_waved_away_is_not_proposed() {
    let draft = begun("en", "“We agree,” said Aske. They call it “peace”.");
    let known = draft.after(&Action::AddPerson("Helen Aske".to_owned(), None));
    let all = of(&known);
    assert_eq!(
        all[0].speaker,
        Some(Speaker::Named("helen-aske".to_owned()))
    );
    let marked = known.after(&mark(&known, 0, "We agree,", StatementKind::DirectQuote));
    assert_eq!(of(&marked).len(), 1);
    let waved = marked.after(&Action::Wave("peace".to_owned()));
    assert_eq!(of(&waved).len(), 0);
    // It is kept with the project, and is no part of the document.
    let again = Draft::open(&waved.saved()).expect("a project");
    assert_eq!(of(&again).len(), 0);
    assert!(!again.exported().contains("peace"));
}
