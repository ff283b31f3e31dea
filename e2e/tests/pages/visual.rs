//! Every view as it was last accepted: `cargo xtask shots --accept`.

use anyhow::{Context, Result, ensure};
use e2e::picture::{Difference, Picture};
use e2e::shots::{Baseline, Camera, LANGUAGES, Letters, Series, WINDOWS, views};

async fn looks_as_it_did(language: &str) -> Result<()> {
    let camera = Camera::start(Letters::Plain).await?;
    let mut baseline = Baseline::open(&camera.browser().await?)?;
    let views: Vec<String> = views().map(String::from).collect();
    let widths = WINDOWS.map(|(width, _)| width);
    for series in Series::all(&[language.to_owned()], &widths) {
        let compare = |name: &str, picture: Vec<u8>| baseline.compare(name, &picture);
        camera.take(&series, &views, compare).await?;
    }
    let report = baseline.report(false);
    ensure!(report.is_empty(), "\n{report}");
    Ok(())
}

#[tokio::test]
async fn left_to_right_it_looks_as_it_did() -> Result<()> {
    looks_as_it_did(LANGUAGES[0]).await
}

#[tokio::test]
async fn right_to_left_it_looks_as_it_did() -> Result<()> {
    looks_as_it_did(LANGUAGES[1]).await
}

/// What a reader would see, the comparison sees: each of these changes is one
/// that has slipped into style sheets before.
#[tokio::test]
async fn a_small_change_is_seen_and_no_change_is_not() -> Result<()> {
    let camera = Camera::start(Letters::Plain).await?;
    let series = |width, dark| Series {
        width,
        dark,
        language: "en".to_owned(),
    };
    for (what, view, series, css) in [
        (
            "one line moves by a pixel",
            "versus",
            series(1280, false),
            ".tally { position: relative; top: 1px; }",
        ),
        (
            "a border is missing",
            "matrix",
            series(360, false),
            ".matrix tr:last-child { border-bottom-color: transparent !important; }",
        ),
        (
            "a border is missing in the dark",
            "versus",
            series(768, true),
            ".toolbar ~ .view .versus-row:nth-child(2) { border-color: transparent; }",
        ),
        (
            "a cell has the tint of another position",
            "matrix",
            series(1280, false),
            "[data-cell='russia/ceasefire']::before { background: var(--against-tint-1) !important; }",
        ),
        (
            "a sign has another colour",
            "matrix",
            series(1280, true),
            "[data-cell='russia/ceasefire'] .sign { background: var(--for) !important; }",
        ),
        (
            "the evidence has lost its frame",
            "evidence",
            series(360, true),
            ".evidence { border-color: transparent; }",
        ),
        (
            "letters are wider",
            "timeline",
            series(360, false),
            ".moment .date { letter-spacing: 0.02em; }",
        ),
    ] {
        let usual = Picture::from_png(&camera.take_styled(&series, view, "").await?)?;
        let again = Picture::from_png(&camera.take_styled(&series, view, "").await?)?;
        let same = usual.difference(&again);
        ensure!(same.is_none(), "{view}, unchanged: {same:?}");
        let changed = Picture::from_png(&camera.take_styled(&series, view, css).await?)?;
        let difference = usual.difference(&changed);
        ensure!(difference.is_some(), "{what}: {difference:?}");
    }
    let css = ".description { padding-bottom: 1px; }";
    let one = series(360, false);
    let usual = Picture::from_png(&camera.take_styled(&one, "spectrum", "").await?)?;
    let longer = Picture::from_png(&camera.take_styled(&one, "spectrum", css).await?)?;
    let difference = usual.difference(&longer);
    ensure!(
        matches!(difference, Some(Difference::Size { .. })),
        "{difference:?}"
    );
    Ok(())
}

/// A chequered picture of which one can say what it is.
fn chequered(width: usize, height: usize) -> Result<Picture> {
    let colour = |n: usize| match (n / width / 8 + n % width / 8) % 2 {
        0 => [255, 255, 255],
        _ => [220, 236, 245],
    };
    Picture::new(width, (0..width * height).map(colour).collect())
}

#[test]
fn a_picture_that_is_kept_is_the_one_that_was_taken() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let picture = chequered(80, 120)?;
    ensure!(Picture::from_webp(&picture.to_webp()?)? == picture);
    let file = folder.path().join("one.png");
    picture.save_png(&file)?;
    ensure!(Picture::from_png(&std::fs::read(&file)?)? == picture);
    Ok(())
}

#[test]
fn the_report_says_what_differs_and_where_it_is_shown() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (kept, shown) = (folder.path().join("kept"), folder.path().join("shown"));
    let png = |picture: &Picture| -> Result<Vec<u8>> {
        let file = folder.path().join("now.png");
        picture.save_png(&file)?;
        Ok(std::fs::read(file)?)
    };
    let usual = png(&chequered(80, 120)?)?;
    let other = png(&chequered(80, 128)?)?;

    let mut first = Baseline::at(&kept, &shown, "Browser/1")?;
    first.accept("a", &usual)?;
    first.accept("b", &usual)?;
    let said = first.accepted(true)?;
    ensure!(said.contains("2 renewed"), "{said}");

    let mut same = Baseline::at(&kept, &shown, "Browser/2")?;
    same.compare("a", &usual)?;
    same.compare("b", &usual)?;
    ensure!(same.report(true).is_empty(), "{}", same.report(true));

    let mut changed = Baseline::at(&kept, &shown, "Browser/2")?;
    changed.compare("b", &other)?;
    changed.compare("c", &usual)?;
    let report = changed.report(true);
    for part in [
        "b: 80 × 128 pixels, it was 80 × 120; see ",
        "c: there is none to compare with",
        "a: it is kept, and no such picture is taken",
        "Browser/1's and these are Browser/2's",
        "cargo xtask shots --accept",
    ] {
        ensure!(report.contains(part), "{part} is not in: {report}");
    }
    let beside = Picture::from_png(&std::fs::read(shown.join("b.png"))?)?;
    ensure!(
        format!("{beside:?}") == "Picture of 272 × 128",
        "{beside:?}"
    );

    // Taken for right, both differ no longer, and what was shown is gone.
    let mut accepted = Baseline::at(&kept, &shown, "Browser/2")?;
    accepted.accept("b", &other)?;
    accepted.accept("c", &usual)?;
    let said = accepted.accepted(true)?;
    ensure!(said == "2 pictures taken: 2 renewed, 1 removed", "{said}");
    let mut now = Baseline::at(&kept, &shown, "Browser/2")?;
    now.compare("b", &other)?;
    now.compare("c", &usual)?;
    ensure!(now.report(true).is_empty(), "{}", now.report(true));
    let left = std::fs::read_dir(&shown)?.next();
    ensure!(left.is_none(), "{left:?}");
    Ok(())
}

#[test]
fn noise_is_no_difference_and_a_hairline_is_one() -> Result<()> {
    let white = vec![[255; 3]; 200 * 100];
    let usual = Picture::new(200, white.clone())?;
    let noisy = white.iter().enumerate();
    let noisy = noisy.map(|(n, _)| [255 - u8::try_from(n % 4).unwrap_or(0); 3]);
    let noisy = Picture::new(200, noisy.collect())?;
    ensure!(usual.difference(&noisy).is_none());
    let mut lined = white;
    for pixel in lined.iter_mut().skip(200 * 40).take(20) {
        *pixel = [220, 220, 216];
    }
    let difference = usual.difference(&Picture::new(200, lined)?);
    let difference = difference.context("a hairline is not seen")?;
    ensure!(
        difference.to_string() == "20 pixels differ, in rows 40 to 40",
        "{difference}"
    );
    Ok(())
}
