//! The browser is killed at any moment: what the Studio says that it keeps is there
//! again, and of what was done at most the last action is missing.
//!
//! Two browsers are driven with a profile that stays. WebKit stores nothing while a
//! driver has it, so there a page of the test's own drives the Studio in a frame.

use anyhow::{Context, Result, ensure};
use e2e::{Alone, Browser, Look, Origin, Server, Session, Studio, dist};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::Key;

/// How much has been done: passages and paragraphs that were read.
const DONE: &str = "document.querySelectorAll('.passages li').length
    + document.querySelectorAll('#text > p[data-state=\"read\"]').length";

/// A moment after the last action, in milliseconds: within the time in which it is kept,
/// and after it.
const MOMENTS: u64 = 400;

/// Numbers that are the same every time (Knuth's MMIX generator).
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn text() -> String {
    let lines = (0..60).map(|n| format!("The ship number {n} waits outside."));
    lines.collect::<Vec<_>>().join("\n")
}

/// Does the next thing: an unread paragraph is read, or its sentence is marked.
async fn act(studio: &Studio<'_>, is_read: bool) -> Result<()> {
    if is_read {
        return studio.press(&['u', 'r']).await;
    }
    studio.press(&['u', 's', '3']).await?;
    studio.press(&[Key::Enter]).await
}

async fn is_kept(studio: &Studio<'_>, done: u64) -> Result<()> {
    studio
        .wait(&format!(
            "{DONE} === {done} && document.querySelector('#saved').dataset.saved === 'browser'"
        ))
        .await
}

async fn killed(browser: Browser, origin: Origin, times: usize, seed: u64) -> Result<()> {
    let server = Server::start(&dist())?;
    let profile = TempDir::new()?;
    let mut random = Random(seed);
    let mut done = 0;
    for life in 0..=times {
        let session = Session::start_in(browser, Look::default(), profile.path()).await?;
        let studio = Studio::open(&session, &server, origin).await?;
        if life == 0 {
            studio.begin_marking(&text()).await?;
        } else {
            studio.go("kept-0").await?;
            studio
                .wait("document.querySelectorAll('#text > p').length === 60")
                .await?;
            let found = studio.page.run(&format!("return {DONE}")).await?;
            let found = found.as_u64().context("a number")?;
            ensure!(
                found == done || found + 1 == done,
                "life {life}: {found} of {done} actions are there"
            );
            done = found;
            studio.focus("text").await?;
        }
        let count = 1 + random.below(2);
        for n in 0..count {
            act(&studio, random.below(2) == 0).await?;
            done += 1;
            if n + 1 < count {
                is_kept(&studio, done).await?;
                studio.focus("text").await?;
            }
        }
        let moment = Duration::from_millis(random.below(MOMENTS));
        tokio::time::sleep(moment).await;
        // The driver and the browser with all its processes, by SIGKILL.
        drop(session);
    }
    Ok(())
}

/// Drives the Studio in a frame, and tells the server what is there and what is done.
const DRIVER: &str = include_str!("studio_killed/driver.html");

/// The last number that was told under a name.
fn told(server: &Server, name: &str) -> Option<u64> {
    let asked = server.asked();
    let mut all = asked
        .iter()
        .filter_map(|path| path.split_once(&format!("told/{name}/")));
    all.next_back().and_then(|(_, number)| number.parse().ok())
}

async fn until(server: &Server, name: &str, number: Option<u64>) -> Result<u64> {
    let deadline = Instant::now() + Duration::from_secs(40);
    loop {
        match told(server, name) {
            Some(found) if number.is_none_or(|number| found >= number) => return Ok(found),
            _ if Instant::now() > deadline => {
                anyhow::bail!("{name} {number:?} is not told: {:?}", server.asked())
            }
            _ => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

async fn killed_alone(origin: Origin, times: usize, seed: u64) -> Result<()> {
    let server = Server::start(&dist())?;
    let (profile, files) = (TempDir::new()?, TempDir::new()?);
    if origin == Origin::File {
        copy(&dist(), files.path())?;
    }
    let mut random = Random(seed);
    let mut done = 0;
    for life in 0..=times {
        let actions: Vec<bool> = (0..=random.below(2))
            .map(|_| random.below(2) == 0)
            .collect();
        let page = DRIVER
            .replace("ORIGIN", server.origin())
            .replace("FIRST", &(life == 0).to_string())
            .replace("TEXT", &Value::from(text()).to_string())
            .replace("ACTIONS", &format!("{actions:?}"));
        server.forget();
        let address = match origin {
            Origin::Http => {
                server.offer("driver.html", &page);
                format!("{}/driver.html", server.origin())
            }
            Origin::File => {
                fs::write(files.path().join("driver.html"), &page)?;
                format!("file://{}/driver.html", files.path().display())
            }
        };
        let browser = Alone::open(&address, profile.path())?;
        let found = until(&server, "found", None).await?;
        ensure!(
            found == done || found + 1 == done,
            "life {life}: {found} of {done} actions are there"
        );
        let last = found + actions.len() as u64;
        until(&server, "did", Some(last)).await?;
        tokio::time::sleep(Duration::from_millis(random.below(MOMENTS))).await;
        drop(browser);
        ensure!(
            !server
                .asked()
                .iter()
                .any(|path| path.contains("told/error")),
            "{:?}",
            server.asked()
        );
        done = last;
    }
    Ok(())
}

/// Copies the files of a folder, without its folders.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_studio_survives_being_killed_in_chromium() -> Result<()> {
    killed(Browser::Chromium, Origin::Http, 10, 1).await
}

#[tokio::test]
async fn the_studio_survives_being_killed_from_disk_in_chromium() -> Result<()> {
    killed(Browser::Chromium, Origin::File, 9, 2).await
}

#[tokio::test]
async fn the_studio_survives_being_killed_in_firefox() -> Result<()> {
    killed(Browser::Firefox, Origin::Http, 8, 3).await
}

#[tokio::test]
async fn the_studio_survives_being_killed_from_disk_in_firefox() -> Result<()> {
    killed(Browser::Firefox, Origin::File, 7, 4).await
}

#[tokio::test]
async fn the_studio_survives_being_killed_in_webkit() -> Result<()> {
    killed_alone(Origin::Http, 8, 5).await
}

#[tokio::test]
async fn the_studio_survives_being_killed_from_disk_in_webkit() -> Result<()> {
    killed_alone(Origin::File, 8, 6).await
}
