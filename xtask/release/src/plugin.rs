//! The plugin for WordPress: one archive, the same bytes of the same files.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The folder that WordPress unpacks the archive into.
const NAME: &str = "standpoint";

/// Packs the plugin's own files, and those of a build that a reader's page loads.
///
/// # Errors
/// When something cannot be read or written.
pub(crate) fn pack(own: &Path, build: &Path, archive: &Path) -> Result<()> {
    let mut files = BTreeMap::new();
    collect(own, NAME, &mut files)?;
    collect(build, &format!("{NAME}/build"), &mut files)?;
    files.retain(|name, _| {
        name.strip_prefix("standpoint/build/")
            .is_none_or(is_for_readers)
    });
    if let Some(folder) = archive.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let locked = || format!("{} cannot be written", archive.display());
    let file = File::create(archive).with_context(locked)?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    // The day before which there are no archives: the day of the build is nobody's matter.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in &files {
        zip.start_file(name, options).with_context(locked)?;
        zip.write_all(content).with_context(locked)?;
    }
    zip.finish()
        .with_context(locked)?
        .flush()
        .with_context(locked)
}

/// Whether a page of the site may load that file: what the loader does, and the page that
/// others hold in a frame. Pages, the Studio, the built-in article and what is for pages
/// from disk are not.
fn is_for_readers(name: &str) -> bool {
    let stem = name.split(['-', '.']).nth(1).unwrap_or_default();
    name.starts_with("frame.")
        || (name.starts_with("standpoint")
            && !["studio", "article", "d", "react"].contains(&stem)
            && !name.ends_with(".wasm.js"))
}

/// Every file in a folder, by its name in the archive.
fn collect(folder: &Path, within: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let unreadable = |path: &Path| format!("{} could not be read", path.display());
    for entry in folder.read_dir().with_context(|| unreadable(folder))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{within}/{name}");
        if path.is_dir() {
            collect(&path, &name, files)?;
        } else {
            let content = fs::read(&path).with_context(|| unreadable(&path))?;
            files.insert(name, content);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_for_readers;

    #[test]
    fn readers_load_the_widget_and_not_the_studio() {
        for name in [
            "standpoint.js",
            "standpoint-93786606.wasm",
            "standpoint-d6ed4b20.css",
            "standpoint-d6ed4b20.css.js",
            "standpoint-de-dac110e5.js",
            "standpoint-export-c0d1de04.wasm",
            "standpoint-frame.js",
            "frame.html",
        ] {
            assert!(is_for_readers(name), "{name}");
        }
        for name in [
            "standpoint-93786606.wasm.js",
            "standpoint-studio-1ae87a90.wasm",
            "standpoint-article-ac354507.js",
            "standpoint.d.ts",
            "standpoint.react.d.ts",
            "index.html",
            "studio.css",
            "articles/harbour-town.json",
            "wordpress/standpoint.zip",
        ] {
            assert!(!is_for_readers(name), "{name}");
        }
    }
}
