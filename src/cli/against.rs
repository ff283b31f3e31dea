//! What of a document does not stand in its article's text.

use crate::anchoring::{Anchoring, difference};
use crate::article::{Document, Finding, Statement, StatementKind};
use crate::revise::{Held, Text};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// How many words running a summary may have in common with the article.
const RUNNING: usize = 8;

/// The digest of a text's paragraphs, as `article.text_digest` has it.
pub(super) fn text_digest(text: &Text) -> String {
    let digest = Sha256::digest(text.paragraphs().join("\n"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Everything that differs, and what is worth a look.
pub(super) fn against(document: &Document, text: &Text) -> Vec<Finding> {
    let mut findings = of_the_article(document, text);
    for (index, statement) in document.statements.iter().enumerate() {
        let held = text.hold(statement);
        let is_list = statement.targets.len() > 1;
        let mut told = false;
        for (target, one) in held.iter().enumerate() {
            let pointer = match is_list {
                false => format!("/statements/{index}/target"),
                true => format!("/statements/{index}/target/{target}"),
            };
            if let Anchoring::Changed(_) = one.found
                && statement.kind == StatementKind::DirectQuote
            {
                // Once for all its passages.
                if !told {
                    findings.push(quotation(index, statement, &held, text));
                    told = true;
                }
                continue;
            }
            findings.extend(passage(pointer, statement, target, one));
        }
    }
    findings.extend(copied(document, text));
    findings
}

fn of_the_article(document: &Document, text: &Text) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (count, found) = (document.article.paragraphs, text.count());
    if count != found {
        findings.push(Finding::error(
            "/article/paragraphs".to_owned(),
            "paragraph-count",
            format!("The document has {count} paragraphs, the text {found}"),
            "Count again, or give the text one paragraph a line".to_owned(),
        ));
    }
    let digest = text_digest(text);
    let known = document.article.text_digest.as_ref();
    if known.is_some_and(|known| !known.eq_ignore_ascii_case(&digest)) {
        findings.push(Finding::error(
            "/article/text_digest".to_owned(),
            "other-text",
            "The text is not the one that the document was made from".to_owned(),
            format!("If the document still holds, write {digest}"),
        ));
    }
    findings
}

/// A quotation whose words are not the text's.
fn quotation(index: usize, statement: &Statement, held: &[Held], text: &Text) -> Finding {
    let now = Held::words_of(held).unwrap_or_default();
    let was = text.fold(&statement.text);
    if was == now {
        // Its words are the text's, and its passage's digest is of others.
        return Finding::error(
            format!("/statements/{index}/target"),
            "changed",
            "The quotation stands in the text, and the passage remembers other words".to_owned(),
            "If the quotation is right, have `standpoint anchor` write the digest anew".to_owned(),
        );
    }
    let (document, article) = difference(&was, &now);
    Finding::error(
        format!("/statements/{index}/text"),
        "quotation-differs",
        format!("The document quotes “{document}”, the text has “{article}”"),
        "Quote what the text has, or look whether it has changed".to_owned(),
    )
}

fn passage(pointer: String, statement: &Statement, target: usize, held: &Held) -> Option<Finding> {
    let named = statement.paragraph;
    let more_words = || "Take more words, or add `prefix` or `suffix`".to_owned();
    Some(match &held.found {
        Anchoring::Exact(_) | Anchoring::Changed(_)
            if target == 0 && held.paragraph != statement.paragraph =>
        {
            let what = format!("The passage does not stand in paragraph {named}");
            let mend = format!("It stands in paragraph {}", held.paragraph);
            Finding::error(pointer, "not-found", what, mend)
        }
        Anchoring::Exact(_) if held.everywhere.len() > 1 => {
            let times = held.everywhere.len();
            let what = format!("The passage stands {times} times in the article");
            Finding::warning(pointer, "twice-in-article", what, more_words())
        }
        Anchoring::Exact(_) => return None,
        Anchoring::Changed(_) => {
            let now = held.words.as_deref().unwrap_or_default();
            let what = format!("The passage has other words than it had; now it is “{now}”");
            let mend = "If the statement still holds, have `standpoint anchor` write the digest \
                        anew"
                .to_owned();
            Finding::error(pointer, "changed", what, mend)
        }
        Anchoring::Ambiguous(places) if !places.is_empty() => {
            let times = places.len();
            let what = format!(
                "The passage stands {times} times in paragraph {}",
                held.paragraph
            );
            Finding::error(pointer, "ambiguous", what, more_words())
        }
        Anchoring::Ambiguous(_) | Anchoring::NotFound => {
            let what = format!("The passage does not stand in paragraph {named}");
            let mend = match held.everywhere.first() {
                Some(place) => format!("It stands in paragraph {place}"),
                None => "Copy the first and the last words from the text".to_owned(),
            };
            Finding::error(pointer, "not-found", what, mend)
        }
    })
}

/// Summaries that are the article's own sentences.
fn copied(document: &Document, text: &Text) -> Vec<Finding> {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let paragraphs: Vec<Vec<String>> = text
        .paragraphs()
        .iter()
        .map(|paragraph| words(&text.fold(paragraph)))
        .collect();
    let mut of_article: HashMap<&[String], usize> = HashMap::new();
    for (number, words) in (1..).zip(&paragraphs) {
        for stretch in words.windows(RUNNING) {
            of_article.entry(stretch).or_insert(number);
        }
    }
    let mut findings = Vec::new();
    let mut look = |pointer: String, summary: &str| {
        let words = words(&text.fold(summary));
        let mut stretches = words.windows(RUNNING);
        let copied = stretches.find_map(|stretch| Some((stretch, of_article.get(stretch)?)));
        if let Some((stretch, paragraph)) = copied {
            findings.push(Finding::warning(
                pointer,
                "copied-summary",
                format!(
                    "The summary repeats the article, paragraph {paragraph}: “{}”",
                    stretch.join(" ")
                ),
                "Say it in words of your own".to_owned(),
            ));
        }
    };
    for (index, statement) in document.statements.iter().enumerate() {
        if statement.kind != StatementKind::DirectQuote {
            look(format!("/statements/{index}/text"), &statement.text);
        }
    }
    for (index, stance) in document.stances.iter().enumerate() {
        look(format!("/stances/{index}/summary"), &stance.summary);
    }
    findings
}
