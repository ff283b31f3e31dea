//! What of a document does not stand in its article's text.

use super::{Claims, Difference, Held, Text};
use crate::anchoring::{Anchoring, Language};
use crate::article::{Finding, Statement, StatementKind};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// How many words running a summary may have in common with the article.
const RUNNING: usize = 8;

/// The digest of a text's paragraphs, as `article.text_digest` has it.
pub fn text_digest(paragraphs: &[String]) -> String {
    let digest = Sha256::digest(paragraphs.join("\n"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Everything in which a document differs from its article's text, and what is
/// worth a look.
pub fn against<'a, L: Language>(document: impl Into<Claims<'a>>, text: &Text<L>) -> Vec<Finding> {
    let document = document.into();
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
            let finding = passage(pointer, statement, target, one);
            let again = || repeated(index, statement, &held, text);
            findings.extend(finding.or_else(again));
        }
    }
    findings.extend(copied(document, text));
    findings
}

fn of_the_article<L: Language>(document: Claims<'_>, text: &Text<L>) -> Vec<Finding> {
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
    let digest = text_digest(text.paragraphs());
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
fn quotation<L: Language>(
    index: usize,
    statement: &Statement,
    held: &[Held],
    text: &Text<L>,
) -> Finding {
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
    let (document, article) = Difference::of(&was, &now).excerpts();
    Finding::error(
        format!("/statements/{index}/text"),
        "quotation-differs",
        format!("The document quotes “{document}”, the text has “{article}”"),
        "Quote what the text has, or look whether it has changed".to_owned(),
    )
}

/// A quotation that is told from others like it only by what stands around it.
fn repeated<L: Language>(
    index: usize,
    statement: &Statement,
    held: &[Held],
    text: &Text<L>,
) -> Option<Finding> {
    if statement.kind != StatementKind::DirectQuote || held.len() > 1 {
        return None;
    }
    let times = text.times(&statement.text);
    (times > 1).then(|| {
        Finding::warning(
            format!("/statements/{index}/text"),
            "twice-in-article",
            format!("The quotation stands {times} times in the article"),
            "Look whether the passage is the one that is meant".to_owned(),
        )
    })
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
        Anchoring::Exact(_) if held.through > held.paragraph => {
            let (first, last) = (held.paragraph, held.through);
            let what = format!("The passage goes from paragraph {first} to paragraph {last}");
            let mend = "If it should not, take more of its last words".to_owned();
            Finding::warning(pointer, "over-paragraphs", what, mend)
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

/// A folded text without what stands in quotation marks, where somebody's words
/// are in place; each gap parts the words before from those after.
fn unquoted(text: &str) -> String {
    let parts = text.split(['"', '«', '»']).enumerate();
    let outside = parts.map(|(at, part)| if at % 2 == 0 { part } else { "\u{0}" });
    outside.collect()
}

/// Summaries that are the article's own sentences.
fn copied<L: Language>(document: Claims<'_>, text: &Text<L>) -> Vec<Finding> {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric() && !"'\0".contains(c));
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
        let words = words(&unquoted(&text.fold(summary)));
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
