//! What can be measured and what no test should judge: `cargo xtask bench`.

mod following;
mod pace;
mod passages;
mod studio;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask bench")]
struct Arguments {
    /// What to measure; without it, everything
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// How long it takes to find passages in a long page, and what it costs to
    /// follow one
    Passages(passages::Arguments),
    /// How long a slow phone is held up while a comparison comes and is used
    Pace(pace::Arguments),
    /// How long the Studio takes to answer in a long article, on a slow computer
    Studio(studio::Arguments),
}

#[tokio::main]
async fn main() -> Result<()> {
    match Arguments::parse().what {
        Some(What::Passages(arguments)) => passages::measure(arguments).await,
        Some(What::Pace(arguments)) => pace::measure(arguments).await,
        Some(What::Studio(arguments)) => studio::measure(arguments).await,
        None => {
            passages::measure(passages::Arguments::parse_from([""])).await?;
            pace::measure(pace::Arguments::parse_from([""])).await?;
            studio::measure(studio::Arguments::parse_from([""])).await
        }
    }
}
