//! Every statement: arranged, filtered, searched.

use crate::page::{CEASEFIRE, Page, document, property, text, within, words as words_of};
use standpoint::article::StatementKind;
use std::collections::BTreeSet;
use wasm_bindgen_test::wasm_bindgen_test;

const STATEMENTS: &str = r#"{ "view": "statements" }"#;
const FIGURES: &str = ".statements-view li:not([hidden]) figure";
const CITES: &str = ".statements-view li:not([hidden]) cite";
const HEADINGS: &str = ".statements-view section:not([hidden]) h3";
const SEARCH: &str = ".statements-view input[type=search]";
const STATUS: &str = ".statements-view .hits[role=status]";
const SPEAKER: &str = ".filters > label.field:nth-of-type(1) select";
const ARRANGED: &str = ".filters > label.field:nth-of-type(3) select";

fn ids(page: &Page) -> Vec<String> {
    page.attributes(FIGURES, "data-statement")
}

/// The statements of the document that are so.
fn of_document(is: impl Fn(&standpoint::article::Statement) -> bool) -> Vec<String> {
    let document = document(CEASEFIRE);
    let those = document.statements.iter().filter(|s| is(s));
    those.map(|s| s.id.clone()).collect()
}

#[wasm_bindgen_test]
async fn every_statement_is_there_in_the_article_s_order() {
    let page = Page::showing(STATEMENTS).await;
    assert_eq!(ids(&page), of_document(|_| true));
    assert_eq!(page.text(STATUS), "27 of 27 statements.");
    assert!(page.marks().is_empty());
    assert_eq!(page.all(".statements-view blockquote").len(), 3);
}

#[wasm_bindgen_test]
async fn a_search_marks_its_hits_and_says_their_number() {
    let page = Page::showing(STATEMENTS).await;
    page.type_into(SEARCH, "NATO");
    page.becomes(STATUS, &["3 of 27 statements. 3 hits."]).await;
    page.until("the words are marked", |page| page.marks() == ["p:NATO"; 3])
        .await;
    assert_eq!(
        ids(&page),
        [
            "lavrov-nato-troops",
            "moscow-preempts",
            "putin-requirements"
        ]
    );
    // The words around the hits are whole.
    let document = document(CEASEFIRE);
    for (id, words) in ids(&page)
        .iter()
        .zip(page.texts(&format!("{FIGURES} .words")))
    {
        assert_eq!(
            words,
            words_of(document.statement(id).expect("a statement"))
        );
    }
    page.type_into(SEARCH, "lavrov");
    page.becomes(STATUS, &["3 of 27 statements. 3 hits."]).await;
    page.until("the speaker is marked", |page| {
        page.marks() == ["cite:Lavrov"; 3]
    })
    .await;
    page.type_into(SEARCH, "no such word");
    page.becomes(STATUS, &["0 of 27 statements. 0 hits."]).await;
    assert!(ids(&page).is_empty());
    page.type_into(SEARCH, "  ");
    page.becomes(STATUS, &["27 of 27 statements."]).await;
    page.until("nothing is marked", |page| page.marks().is_empty())
        .await;
}

#[wasm_bindgen_test]
async fn several_hits_in_one_statement_are_all_marked() {
    let page = Page::showing(r#"{ "view": "statements", "search": "the" }"#).await;
    page.until("they are marked", |page| {
        page.marks().len() > ids(page).len()
    })
    .await;
    let marks = page.marks().len();
    let status = page.text(STATUS);
    assert!(
        status.ends_with(&format!(" {marks} hits.")),
        "{status}, {marks} marks"
    );
    assert_eq!(page.value(SEARCH), "the");
}

#[wasm_bindgen_test]
async fn the_search_keeps_the_focus_while_the_reader_types() {
    let page = Page::showing(STATEMENTS).await;
    let search = page.one(SEARCH);
    search.focus().expect("focus");
    for typed in ["p", "pe", "peace"] {
        page.type_into(SEARCH, typed);
        page.state_becomes("search", &format!("\"{typed}\"")).await;
        assert!(page.one(SEARCH) == search);
        assert_eq!(page.focused(), Some(search.clone().into()));
    }
}

/// The groups above and below come and go; the input must not go with them.
#[wasm_bindgen_test]
async fn the_search_keeps_the_focus_while_groups_come_and_go() {
    let page = Page::showing(r#"{ "view": "statements", "arrangement": "speaker" }"#).await;
    let search = page.one(SEARCH);
    search.focus().expect("focus");
    for (typed, groups) in [("n", 8), ("nato", 3), ("", 8)] {
        page.type_into(SEARCH, typed);
        page.until(typed, |page| page.all(HEADINGS).len() == groups)
            .await;
        assert!(page.one(SEARCH) == search, "after {typed}");
        assert_eq!(page.focused(), Some(search.clone().into()));
    }
}

#[wasm_bindgen_test]
async fn kinds_are_hidden_and_shown() {
    let page = Page::showing(STATEMENTS).await;
    let kind = |kind: StatementKind| format!(".kinds input[name='{}']", kind.id());
    for kind_of in [StatementKind::Narration, StatementKind::Commentary] {
        page.click(&kind(kind_of));
    }
    page.becomes(STATUS, &["13 of 27 statements."]).await;
    let said = |kind| {
        matches!(
            kind,
            StatementKind::DirectQuote | StatementKind::ReportedSpeech
        )
    };
    assert_eq!(ids(&page), of_document(|s| said(s.kind)));
    assert_eq!(page.state("kinds"), r#"["direct_quote","reported_speech"]"#);
    page.click(&kind(StatementKind::Commentary));
    page.becomes(STATUS, &["17 of 27 statements."]).await;
    let input = page.one(&kind(StatementKind::Narration));
    assert!(property(&input, "checked").is_falsy());
}

#[wasm_bindgen_test]
async fn one_speaker_s_statements_are_shown_alone() {
    let page = Page::showing(STATEMENTS).await;
    let options = page.texts(&format!("{SPEAKER} option"));
    assert_eq!(
        options,
        [
            "Everybody",
            "United States",
            "Ukraine",
            "Russia",
            "European states and NATO",
            "Marco Rubio",
            "Volodymyr Zelensky",
            "Konstantin Kosachev",
            "Sergey Lavrov",
            "Russian sources",
            "Vladimir Putin"
        ]
    );
    page.pick(SPEAKER, "zelensky");
    page.becomes(STATUS, &["3 of 27 statements."]).await;
    assert_eq!(page.texts(CITES), ["Volodymyr Zelensky"; 3]);
    page.pick(SPEAKER, "Russian sources");
    page.becomes(CITES, &["Russian sources"]).await;
    page.pick(SPEAKER, "");
    page.becomes(STATUS, &["27 of 27 statements."]).await;
}

/// A party's own words and those of all who speak for it; of one whose people say
/// nothing, nothing.
#[wasm_bindgen_test]
async fn one_party_s_people_are_heard_alone() {
    let page = Page::showing(STATEMENTS).await;
    page.pick(SPEAKER, "russia");
    page.state_becomes("speaker", r#""russia""#).await;
    let cited: BTreeSet<String> = page.texts(CITES).into_iter().collect();
    assert_eq!(
        Vec::from_iter(cited),
        [
            "Konstantin Kosachev",
            "Russia",
            "Sergey Lavrov",
            "Vladimir Putin"
        ]
    );
    assert_eq!(page.value(SPEAKER), "russia");
    page.pick(SPEAKER, "europe-nato");
    page.becomes(STATUS, &["0 of 27 statements."]).await;
}

#[wasm_bindgen_test]
async fn statements_are_arranged_by_speaker() {
    let page = Page::showing(STATEMENTS).await;
    page.pick(ARRANGED, "speaker");
    let speakers = [
        "Russia",
        "Marco Rubio",
        "Volodymyr Zelensky",
        "Konstantin Kosachev",
        "Sergey Lavrov",
        "Russian sources",
        "Vladimir Putin",
        "The article itself",
    ];
    page.becomes(".statements-view h3", &speakers).await;
    assert_eq!(ids(&page).len(), 27);
    for section in page.all(".statements-view > section") {
        let name = text(&within(&section, "h3")[0]);
        let cited = within(&section, "cite");
        assert_eq!(cited.is_empty(), name == "The article itself");
        assert!(cited.iter().all(|cite| text(cite) == name));
    }
}

#[wasm_bindgen_test]
async fn statements_are_arranged_by_topic() {
    let page = Page::showing(STATEMENTS).await;
    page.pick(ARRANGED, "topic");
    page.until("there is a heading for each topic", |page| {
        page.all(".statements-view h3").len() == 10
    })
    .await;
    let headings = page.texts(".statements-view h3");
    assert_eq!(headings[0], "The 30-day ceasefire");
    assert_eq!(headings[9], "On none of the topics");
    // One that bears on several topics stands under each.
    let times = ids(&page)
        .iter()
        .filter(|id| *id == "putin-requirements")
        .count();
    assert_eq!(times, 3);
    let document = document(CEASEFIRE);
    assert!(
        document
            .statements
            .iter()
            .all(|s| ids(&page).contains(&s.id))
    );
    assert_eq!(page.text(STATUS), "27 of 27 statements.");
}

#[wasm_bindgen_test]
async fn of_a_hidden_party_nobody_is_heard() {
    let page = Page::showing(STATEMENTS).await;
    page.click("[id='choose:parties'] input[name=russia]");
    page.until("they are gone", |page| {
        !page.texts(CITES).contains(&"Vladimir Putin".to_owned())
    })
    .await;
    let cited = page.texts(CITES);
    for name in ["Russia", "Sergey Lavrov", "Konstantin Kosachev"] {
        assert!(!cited.contains(&name.to_owned()), "{name}");
    }
    assert!(cited.contains(&"Marco Rubio".to_owned()));
}

#[wasm_bindgen_test]
async fn a_statement_names_the_cells_that_rest_on_it() {
    let page = Page::showing(STATEMENTS).await;
    let figure = ".statements-view figure[data-statement=kyiv-washington-seek]";
    assert_eq!(
        page.text(&format!("{figure} .bears > .label")),
        "Evidence for"
    );
    assert_eq!(
        page.attributes(&format!("{figure} button"), "data-cell"),
        [
            "united-states/ceasefire",
            "ukraine/ceasefire",
            "united-states/truce-or-peace",
            "ukraine/truce-or-peace"
        ]
    );
    assert!(!page.has(".statements-view figure[data-statement=impasse] .bears"));
    page.click(&format!("{figure} [data-cell='ukraine/truce-or-peace']"));
    page.until("the evidence is open", |page| {
        page.has("[id='evidence:ukraine:truce-or-peace']:popover-open")
    })
    .await;
}
