//! A made-up project, as large as somebody wants it.

use anyhow::{Context, Result};
use standpoint::anchoring::Icu;
use standpoint::article::{Speaker, StatementKind};
use standpoint::draft::{Action, Draft, Mark, Passages, Place, Span, units};

/// The parties.
const PARTIES: [&str; 3] = ["Mayor", "Fishers", "Port"];

/// What says nothing, to fill a paragraph.
const FILLING: &str = "and the water is as still as it was on the day before that one";

/// So many paragraphs of about so many words, each with a passage, and as many topics by
/// three parties with evidence for a position in the first.
///
/// # Errors
/// When a passage cannot be described.
pub fn project(count: usize, words: usize) -> Result<Draft> {
    let text = (0..count).map(|n| {
        let filling = FILLING.split(' ').cycle().take(words.saturating_sub(9));
        let filling: Vec<&str> = filling.collect();
        let comma = if filling.is_empty() { "" } else { ", " };
        format!(
            "The ship number {n} waits outside. It is so{comma}{}.",
            filling.join(" ")
        )
    });
    let mut draft = Draft::begin("en").after(&Action::SetText(text.collect()));
    for party in PARTIES {
        draft = draft.after(&Action::AddParty(party.to_owned()));
    }
    let passages = Passages::new(draft.content(), Icu::new("en"));
    for paragraph in 0..count {
        let sentence = format!("The ship number {paragraph} waits outside.");
        let span = Span {
            paragraph,
            from: 0,
            to: units(&sentence),
        };
        let described = passages.target(span);
        let (target, _) = described.map_err(|e| anyhow::anyhow!("{e:?}"))?;
        let number = u32::try_from(paragraph + 1)?;
        draft = draft
            .after(&Action::Mark(Box::new(Mark {
                kind: StatementKind::ReportedSpeech,
                speaker: Some(Speaker::Named("mayor".to_owned())),
                text: format!("Ship {paragraph} waits."),
                paragraph: number,
                targets: vec![target],
            })))
            .after(&Action::AddTopic(format!("Ship {paragraph}")))
            .after(&Action::Rest {
                stance: None,
                party: "mayor".to_owned(),
                topic: format!("ship-{paragraph}"),
                statements: vec![format!("s{number}")],
            });
    }
    Ok(draft)
}

/// The same with all that a document needs, so that readers could see it.
///
/// # Errors
/// When a passage cannot be described.
pub fn whole_project(count: usize, words: usize) -> Result<Draft> {
    let mut draft = project(count, words)?;
    let mut write = |place, field, text: &str| {
        draft = draft.after(&Action::Write(place, field, text.to_owned()));
    };
    write(Place::Article, "headline", "The ships outside");
    write(Place::Article, "description", "Whether they come in.");
    write(Place::Review, "method", "Made up.");
    write(Place::Review, "updated", "2026-01-02");
    for at in 0..PARTIES.len() {
        write(Place::Party(at), "classification", "made up");
    }
    for at in 0..count {
        write(Place::Topic(at), "question", "Should it come in?");
        write(Place::Stance(at), "position", "against");
        write(Place::Stance(at), "summary", "It should not.");
    }
    let read = standpoint::article::read(&draft.document());
    read.ok().context("the project is no whole document")?;
    Ok(draft)
}
