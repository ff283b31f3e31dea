//! How large the build is, and how large it may be.

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What a reader's phone may have to load before the comparison can be used:
/// WebAssembly, glue, loader and style sheet together, in bytes of brotli.
const BUDGET: usize = 130 * 1024;

/// What every page loads at once, whether or not its reader comes to see the
/// comparison: the loader, in bytes of brotli.
const AT_ONCE: usize = 4 * 1024;

/// What the Studio may weigh beside the comparison that it shows: its page, style,
/// script and WebAssembly, in bytes of brotli. Nobody who reads loads it.
const STUDIO: usize = 360 * 1024;

/// The loader.
const LOADER: &str = "standpoint.js";

struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the size of every file of the build, and what is loaded of them.
///
/// # Errors
/// When what must be loaded passes its budget.
pub(crate) fn report(dist: &Path) -> Result<()> {
    let mut sizes = Vec::new();
    collect(dist, dist, &mut sizes)?;
    sizes.sort_by(|a, b| a.name.cmp(&b.name));
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip -9", "brotli 11");
    for size in &sizes {
        println!(
            "{:>10} {:>10} {:>10}  {}",
            size.raw, size.gzip, size.brotli, size.name
        );
    }
    let loaded: usize = sizes
        .iter()
        .filter(|s| is_loaded(&s.name))
        .map(|s| s.brotli)
        .sum();
    println!("loaded by a page: {loaded} bytes of brotli; at most {BUDGET} are allowed");
    let at_once = sizes.iter().find(|s| s.name == LOADER);
    let at_once = at_once.map_or(0, |loader| loader.brotli);
    println!("loaded at once: {at_once} bytes of brotli; at most {AT_ONCE} are allowed");
    let studio: usize = sizes
        .iter()
        .filter(|s| is_of_studio(&s.name))
        .map(|s| s.brotli)
        .sum();
    println!("loaded by the Studio: {studio} bytes of brotli; at most {STUDIO} are allowed");
    if studio > STUDIO {
        bail!(
            "the Studio is too large by {} bytes of brotli. What is seldom used can be loaded \
             when it is",
            studio - STUDIO
        );
    }
    if at_once > AT_ONCE {
        bail!(
            "{LOADER} is too large by {} bytes of brotli. What is not needed before the \
             comparison comes near belongs into static/widget",
            at_once - AT_ONCE
        );
    }
    if loaded > BUDGET {
        bail!(
            "the build is too large by {} bytes of brotli. Find out what has grown (`git stash` \
             and build again shows the sizes before)",
            loaded - BUDGET
        );
    }
    Ok(())
}

/// Whether every page on http loads the file to come alive. What has a second
/// part to its name, such as a language, is loaded when it is needed; the style
/// comes as a script, or, where it was rendered ahead, as the smaller `.css`; the
/// script of pages that hold frames, by those alone.
fn is_loaded(name: &str) -> bool {
    if name == "standpoint-frame.js" {
        return false;
    }
    let own = name
        .strip_prefix("standpoint")
        .filter(|rest| !rest.ends_with(".wasm.js") && rest.matches('-').count() < 2);
    own.is_some_and(|rest| [".js", ".wasm"].iter().any(|ending| rest.ends_with(ending)))
}

/// Whether the Studio's page loads the file, from a server.
fn is_of_studio(name: &str) -> bool {
    let own = name.strip_prefix("standpoint-studio-");
    let own = own.is_some_and(|rest| !rest.ends_with(".wasm.js"));
    own || name == "studio.html" || name == "studio.css"
}

fn collect(root: &Path, folder: &Path, sizes: &mut Vec<Size>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, sizes)?;
            continue;
        }
        let content = fs::read(&path).with_context(|| format!("{} is gone", path.display()))?;
        let name = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        sizes.push(Size {
            name,
            raw: content.len(),
            gzip: gzip(&content)?,
            brotli: brotli(&content)?,
        });
    }
    Ok(())
}

fn gzip(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}

fn brotli(content: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::{is_loaded, is_of_studio};

    #[test]
    fn what_a_page_loads_is_counted_and_nothing_else() {
        for name in [
            "standpoint.js",
            "standpoint-0a.js",
            "standpoint-0a.wasm",
            "standpoint-0a.css.js",
        ] {
            assert!(is_loaded(name), "{name}");
        }
        for name in [
            "standpoint-0a.wasm.js",
            "standpoint-0a.css",
            "standpoint-uk-0a.js",
            "standpoint-passages-0a.js",
            "standpoint-passages-0a.wasm",
            "standpoint-frame.js",
            "index.html",
            "articles/a.json",
            "standalone.html",
        ] {
            assert!(!is_loaded(name), "{name}");
        }
    }

    #[test]
    fn what_the_studio_loads_is_counted_beside() {
        for name in [
            "studio.html",
            "studio.css",
            "standpoint-studio-0a.js",
            "standpoint-studio-0a.wasm",
        ] {
            assert!(is_of_studio(name) && !is_loaded(name), "{name}");
        }
        for name in ["standpoint-studio-0a.wasm.js", "studio-standalone.html"] {
            assert!(!is_of_studio(name), "{name}");
        }
    }
}
