//! Both documents that are built in are made in the Studio of their articles' texts, by
//! keyboard alone, with few keys.
//!
//! The text of the article on the ceasefire is not ours to publish. In its place stands a
//! text of the same shape: what the document quotes and where its passages begin and end
//! is there, every other word is one of our own with the same first letter.

use anyhow::{Context, Result, ensure};
use e2e::studio::author::{Author, Tally, places};
use e2e::{Browser, Look, Origin, Server, Session, Studio, dist};
use standpoint::article::{Document, Speaker, Value, read};
use std::collections::BTreeMap;
use std::fs;

/// So many keys a statement may take, and a stance, beside the prose.
const MOST: (usize, usize) = (8, 6);

const CEASEFIRE: &str = include_str!("studio_seeds/ceasefire.txt");
const HARBOUR: &str = include_str!("../../../tests/documents/harbour-town.txt");

fn document(json: &str) -> Result<Document> {
    let value = Value::from_json(json).map_err(|e| anyhow::anyhow!("{e}"))?;
    read(&value).map_err(|e| anyhow::anyhow!("{e:?}"))
}

/// A document without its ids, and without how its passages are found: that differs,
/// and they are compared by where they stand.
fn plain(mut document: Document, is_the_text: bool) -> Document {
    let mut names = BTreeMap::new();
    let mut named = |id: &mut String, word: &str, at: usize| {
        names.insert(
            std::mem::replace(id, format!("{word}-{at}")),
            format!("{word}-{at}"),
        );
    };
    for (at, one) in document.organizations.iter_mut().enumerate() {
        named(&mut one.id, "party", at);
    }
    for (at, one) in document.people.iter_mut().enumerate() {
        named(&mut one.id, "person", at);
    }
    for (at, one) in document.scale.iter_mut().enumerate() {
        named(&mut one.id, "step", at);
    }
    let (mut topics, mut statements) = (BTreeMap::new(), BTreeMap::new());
    for (at, one) in document.topics.iter_mut().enumerate() {
        let id = format!("topic-{at}");
        topics.insert(std::mem::replace(&mut one.id, id.clone()), id);
    }
    for (at, one) in document.statements.iter_mut().enumerate() {
        let id = format!("statement-{at}");
        statements.insert(std::mem::replace(&mut one.id, id.clone()), id);
    }
    let told = |names: &BTreeMap<String, String>, id: &mut String| {
        if let Some(name) = names.get(id) {
            *id = name.clone();
        }
    };
    for one in &mut document.people {
        told(&names, &mut one.organization_id);
    }
    for one in &mut document.statements {
        if let Speaker::Named(id) = &mut one.speaker {
            told(&names, id);
        }
        for target in &mut one.targets {
            let digest = target.digest.take().filter(|_| is_the_text);
            let nothing = standpoint::article::TextQuote {
                exact: String::new(),
                prefix: None,
                suffix: None,
            };
            *target = standpoint::article::Selector::Quote(nothing).into();
            target.digest = digest;
        }
    }
    for one in &mut document.stances {
        told(&names, &mut one.organization_id);
        told(&names, &mut one.position);
        told(&topics, &mut one.topic_id);
    }
    for (at, one) in document.events.iter_mut().enumerate() {
        one.id = format!("event-{at}");
        for id in &mut one.organization_ids {
            told(&names, id);
        }
    }
    let lists = document.topics.iter_mut().map(|one| &mut one.statement_ids);
    let lists = lists.chain(
        document
            .stances
            .iter_mut()
            .map(|one| &mut one.statement_ids),
    );
    let lists = lists.chain(document.events.iter_mut().map(|one| &mut one.statement_ids));
    for id in lists.flatten() {
        told(&statements, id);
    }
    if !is_the_text {
        document.article.text_digest = None;
    }
    document
}

async fn made(browser: Browser, seed: &str, text: &str) -> Result<()> {
    let json = fs::read_to_string(e2e::root().join("seeds").join(format!("{seed}.json")))?;
    let wanted = document(&json)?;
    let is_the_text = text == HARBOUR;
    let server = Server::start(&dist())?;
    let session = Session::start(browser, Look::default()).await?;
    let studio = Studio::open(&session, &server, Origin::Http).await?;
    let tally = Author::new(&studio, &wanted).make(text).await?;
    println!("{seed} in {browser:?}: {tally}");
    let project = studio
        .saved_by(&[thirtyfour::Key::Control], 's')
        .await
        .context("the project")?;
    let draft = standpoint::draft::Draft::open(&project).map_err(|e| anyhow::anyhow!("{e:?}"))?;
    let made = document(&draft.exported())?;
    let (there, here) = (
        places(&wanted.statements, &wanted.language, text)?,
        places(&made.statements, &made.language, text)?,
    );
    ensure!(there == here, "passages: {there:?} and {here:?}");
    let (wanted, made) = (plain(wanted, is_the_text), plain(made, is_the_text));
    ensure!(wanted == made, "wanted: {wanted:#?}\nmade: {made:#?}");
    is_quick(&tally)?;
    studio.is_quiet().await
}

fn is_quick(tally: &Tally) -> Result<()> {
    for (keys, most) in [(&tally.statements, MOST.0), (&tally.stances, MOST.1)] {
        let sum: usize = keys.iter().sum();
        ensure!(sum <= keys.len() * most, "{tally}; {keys:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_ceasefire_is_made_by_keyboard_alone() -> Result<()> {
    made(Browser::Chromium, "ceasefire-2025", CEASEFIRE).await
}

#[tokio::test]
async fn a_harbour_town_is_made_by_keyboard_alone_in_chromium() -> Result<()> {
    made(Browser::Chromium, "harbour-town", HARBOUR).await
}

#[tokio::test]
async fn a_harbour_town_is_made_by_keyboard_alone_in_firefox() -> Result<()> {
    made(Browser::Firefox, "harbour-town", HARBOUR).await
}

#[tokio::test]
async fn a_harbour_town_is_made_by_keyboard_alone_in_webkit() -> Result<()> {
    made(Browser::WebKit, "harbour-town", HARBOUR).await
}
