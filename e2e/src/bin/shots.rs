//! Screenshots of the built pages, to be looked at:
//! `cargo xtask shots --page index.html --view versus`.

use anyhow::Result;
use clap::Parser;
use e2e::{Browser, Look, Origin, Page, Server, Session, dist, root};
use std::path::PathBuf;

#[derive(Parser)]
struct Arguments {
    /// The page
    #[arg(long, default_value = "index.html")]
    page: String,
    /// Where the pictures go
    #[arg(long, default_value = "target/shots")]
    out: PathBuf,
    /// The windows' widths in pixels
    #[arg(long, value_delimiter = ',', default_values_t = [360, 768, 1280])]
    widths: Vec<u32>,
    /// The views
    #[arg(long, value_delimiter = ',', default_values_t = ["matrix", "versus", "spectrum", "timeline", "statements"].map(String::from))]
    views: Vec<String>,
    /// Click on this first, in the first comparison
    #[arg(long)]
    click: Option<String>,
    /// What is seen without scrolling only
    #[arg(long)]
    fold: bool,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let out = root().join(&arguments.out);
    std::fs::create_dir_all(&out)?;
    let server = Server::start(&dist())?;
    for &width in &arguments.widths {
        for dark in [false, true] {
            let look = Look {
                width,
                height: 900,
                dark,
            };
            let session = Session::start(Browser::Chromium, look).await?;
            let page = Page::open(&session, &server, Origin::Http, &arguments.page).await?;
            for view in &arguments.views {
                let show = format!("root.host.show({{ view: {view:?}, open: null }})");
                page.within(0, &show).await?;
                page.wait(&format!(
                    "root.getElementById('tab:{view}').ariaSelected === 'true'"
                ))
                .await?;
                if let Some(selector) = &arguments.click {
                    page.click(selector).await?;
                }
                if !arguments.fold {
                    let height = page
                        .run("return document.documentElement.scrollHeight")
                        .await?;
                    let height = u32::try_from(height.as_u64().unwrap_or(900))?;
                    session.resize(Look { height, ..look }).await?;
                }
                let theme = if dark { "dark" } else { "light" };
                let stem = arguments.page.trim_end_matches(".html");
                let file = out.join(format!("{stem}-{view}-{width}-{theme}.png"));
                page.screenshot(&file).await?;
                println!("{}", file.display());
                session.resize(look).await?;
            }
        }
    }
    Ok(())
}
