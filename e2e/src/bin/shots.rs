//! Screenshots of every view, to be looked at or compared with the ones that
//! are kept: `cargo xtask shots --compare`.

use anyhow::{Result, ensure};
use clap::Parser;
use e2e::shots::{Baseline, Camera, LANGUAGES, Letters, Series, WINDOWS, views};
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "cargo xtask shots")]
struct Arguments {
    /// The views; `evidence` is a cell's evidence, open
    #[arg(long, value_delimiter = ',', default_values_t = views().map(String::from))]
    views: Vec<String>,
    /// The windows' widths in pixels
    #[arg(long, value_delimiter = ',', default_values_t = WINDOWS.map(|(width, _)| width))]
    widths: Vec<u32>,
    /// The languages of the interface
    #[arg(long, value_delimiter = ',', default_values_t = LANGUAGES.map(String::from))]
    languages: Vec<String>,
    /// Compare with the pictures of `e2e/baseline`, and show what differs in
    /// `target/shots/differences`
    #[arg(long, conflicts_with = "accept")]
    compare: bool,
    /// Make these the pictures of `e2e/baseline`
    #[arg(long)]
    accept: bool,
    /// Take the pictures of the Studio's documentation into `docs` instead
    #[arg(long, conflicts_with_all = ["compare", "accept"])]
    studio: bool,
    /// Where the pictures go, if they are only to be looked at
    #[arg(long, default_value = "target/shots")]
    out: PathBuf,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if arguments.studio {
        return e2e::shots::studio(&e2e::root().join("docs")).await;
    }
    let all = Series::all(&arguments.languages, &arguments.widths);
    if !arguments.compare && !arguments.accept {
        let out = e2e::root().join(&arguments.out);
        std::fs::create_dir_all(&out)?;
        let camera = Camera::start(Letters::Smooth).await?;
        for series in &all {
            let keep = |name: &str, picture: Vec<u8>| {
                let file = out.join(format!("{name}.png"));
                std::fs::write(&file, picture)?;
                println!("{}", file.display());
                Ok(())
            };
            camera.take(series, &arguments.views, keep).await?;
        }
        return Ok(());
    }
    let camera = Camera::start(Letters::Plain).await?;
    let mut baseline = Baseline::open(&camera.browser().await?)?;
    for series in &all {
        let keep = |name: &str, picture: Vec<u8>| {
            if arguments.accept {
                baseline.accept(name, &picture)
            } else {
                baseline.compare(name, &picture)
            }
        };
        camera.take(series, &arguments.views, keep).await?;
    }
    let whole = arguments.views.len() == views().count()
        && all
            == Series::all(
                &LANGUAGES.map(String::from),
                &WINDOWS.map(|(width, _)| width),
            );
    if arguments.accept {
        println!("{}", baseline.accepted(whole)?);
    } else {
        let report = baseline.report(whole);
        ensure!(report.is_empty(), "{report}");
        println!("every picture is as it was");
    }
    Ok(())
}
